"""What the yearly assessment looks at beside completion: supply rate, disposal rate, effect on next year's quota.

增存挂钩 (自然资规〔2018〕1号): land disposed of weighs in the split of new quota. The numbers are a table
(resources/codes/policy_numbers.csv) with their basis, because they change from year to year.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Callable, Sequence

from ..kinds import ListKind
from .figures import Figures
from .progress import Approval, Counted, Rate, Tally


@dataclass(frozen=True)
class Policy:
    """The numbers of the assessment: rates as fractions, ``supply_years`` and ``old_until`` as years.

    ``stop_rate`` is the five-year supply rate below which no new land is approved, ``floor_rate`` the national floor;
    ``credit_*`` is the share of the area disposed of that comes back as quota; ``reward`` and ``cut`` change the quota
    of the next year when both tasks are done or any is missed.
    """

    supply_years: int
    floor_rate: float
    stop_rate: float
    least_disposal: float
    old_until: int
    credit_old: float
    credit_new: float
    credit_idle: float
    reward: float
    cut: float


@dataclass(frozen=True)
class SupplyRate:
    """已供面积 / 批准面积 of the last approval years, as far as the ledger names their batches."""

    first_year: int
    last_year: int
    rate: Rate


@dataclass(frozen=True)
class Credit:
    """Quota that comes back for land disposed of: ``rate`` holds the area and the parcels, ``share`` the part."""

    name: str
    rate: Rate
    share: float

    @property
    def quota_ha(self) -> float:
        """Half up on the decimal value, once (docs/counting.md 4)."""
        exact = Decimal(repr(self.rate.numerator)) * Decimal(repr(self.share))
        return float(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP))


@dataclass(frozen=True)
class Assessment:
    """Supply rate, disposal rates by list and together, quota credited, and how the next year's quota changes.

    ``change`` is +reward when the tasks of all lists are confirmed, else −cut: the system's figures settle it.
    ``confirmed`` is what it confirmed of the task of each list.
    """

    supply: SupplyRate
    disposal: dict[str, Rate]
    confirmed: dict[str, Rate]
    least_disposal: float
    credits: tuple[Credit, ...]
    undated: tuple[Counted, ...]
    change: float
    policy: Policy

    @property
    def quota_ha(self) -> float:
        return round(sum(credit.quota_ha for credit in self.credits), 4)


def assess(figures: Figures, parcels: Sequence[Counted], policy: Policy, year: int) -> Assessment:
    """The assessment of a campaign year; ``parcels`` are all of the lists counted, in the base or not."""
    disposal = {which.zh: _disposal([each for each in parcels if each.which is which]) for which in _lists(parcels)}
    met = bool(figures.by_list) and all(_met(each) for each in figures.by_list.values())
    return Assessment(
        supply=supply_rate(parcels, *supply_span(policy, year)),
        disposal={**disposal, "合计": _disposal(parcels)},
        confirmed={name: each.confirmed for name, each in figures.by_list.items()},
        least_disposal=policy.least_disposal,
        credits=_credits(parcels, policy),
        undated=tuple(each for each in _settled(parcels) if each.which is ListKind.UNSUPPLIED and each.year is None),
        change=policy.reward if met else -policy.cut,
        policy=policy,
    )


def supply_span(policy: Policy, year: int) -> tuple[int, int]:
    """The first and the last of the approval years that the supply rate of a campaign year sums over."""
    return year - policy.supply_years, year - 1


def supply_rate(parcels: Sequence[Counted], first_year: int, last_year: int) -> SupplyRate:
    """Sums over some approval years, both included.

    What a batch approved is its document's area, or that of its parcels where the document gives none; what is neither
    left to supply nor withdrawn has been supplied (未供面积 = 批准面积 − 已供面积 − 失效或撤回面积).
    """
    batches: dict[str, list[tuple[Counted, Approval]]] = {}
    for each in parcels:
        if each.approval is not None and each.year is not None and first_year <= each.year <= last_year:
            batches.setdefault(each.approval.number or f"\0{each.code}", []).append((each, each.approval))
    approved = supplied = 0.0
    for members in batches.values():
        own = sum(approval.area_ha for _, approval in members)
        whole = max([own, *(approval.batch_ha or 0.0 for _, approval in members)])
        approved += whole
        supplied += whole - sum(approval.remaining_ha + approval.withdrawn_ha for _, approval in members)
    counted = [each for members in batches.values() for each, _ in members]
    supplying = [each for each in counted if each.approval and _supplied_of(each.approval) > 0]
    rate = Rate(round(supplied, 4), round(approved, 4), "公顷", _keys(supplying), _keys(counted))
    return SupplyRate(first_year, last_year, rate)


def _supplied_of(approval: Approval) -> float:
    return round(approval.area_ha - approval.remaining_ha - approval.withdrawn_ha, 4)


def _credits(parcels: Sequence[Counted], policy: Policy) -> tuple[Credit, ...]:
    def credit(name: str, share: float, belongs: Callable[[Counted], bool]) -> Credit:
        members = [each for each in parcels if belongs(each)]
        return Credit(name, _disposal(members), share)

    def old(each: Counted) -> bool:
        return each.which is ListKind.UNSUPPLIED and each.year is not None and each.year <= policy.old_until

    def new(each: Counted) -> bool:
        return each.which is ListKind.UNSUPPLIED and each.year is not None and each.year > policy.old_until

    return (
        credit(f"批而未供（{policy.old_until}年底前批准）", policy.credit_old, old),
        credit(f"批而未供（{policy.old_until + 1}年起批准）", policy.credit_new, new),
        credit("闲置土地", policy.credit_idle, lambda each: each.which is ListKind.IDLE),
    )


def _disposal(parcels: Sequence[Counted]) -> Rate:
    """本年处置面积 / 期初底数面积: the whole stock of the beginning, also what left the base later."""
    settled = _settled(parcels)
    return Rate(
        round(sum(each.done_area_ha for each in settled), 4),
        round(sum(each.area_ha for each in parcels), 4),
        "公顷",
        _keys(settled),
        _keys(parcels),
    )


def _settled(parcels: Sequence[Counted]) -> list[Counted]:
    return [each for each in parcels if each.done_area_ha > 0]


def _met(each: Tally) -> bool:
    return each.confirmed_area_ha >= each.against_ha


def _keys(parcels: Sequence[Counted]) -> tuple[tuple[ListKind, str], ...]:
    return tuple(each.key for each in parcels)


def _lists(parcels: Sequence[Counted]) -> list[ListKind]:
    return [which for which in ListKind if any(each.which is which for each in parcels)]
