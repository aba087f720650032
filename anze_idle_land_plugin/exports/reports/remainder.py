"""The remainder of approvals beside the ledger's remaining area: it agrees, or by how much it does not."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from pathlib import Path
from typing import Mapping, NamedTuple, Sequence, Union

from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...geodesy.remainder import Remainder
from ...geodesy.rounding import half_up
from ...model.kinds import ListKind
from ...model.messages import Message, Translate, as_written
from ...model.rounding import exceeds
from ...model.standing.base import documented_ha
from ...model.standing.snapshot import Dossier, Snapshot
from ..office.workbook import Column, Sheet, new_book, save


class Approval(NamedTuple):
    """What a layer says of an approved feature: what people call it, its parcel code and its 批准文号 (or empty)."""

    key: str
    code: str
    number: str


Found = tuple[Approval, Union[Remainder, Message]]


@dataclass(frozen=True)
class Compared:
    """Features of one parcel, or of one approval, beside the ledger; areas in m². ``ledger_m2`` is None without a row.

    ``fault`` says why there is no remainder.
    """

    key: str
    parcels: tuple[str, ...]
    approved_m2: float
    supplied_m2: float
    withdrawn_m2: float
    sliver_m2: float
    pieces: int
    left_m2: float
    ledger_m2: float | None
    tolerance_m2: float
    cuts: tuple[str, ...]
    fault: Message | None

    @property
    def difference_m2(self) -> float | None:
        """Remainder minus ledger."""
        return None if self.ledger_m2 is None or self.fault else self.left_m2 - self.ledger_m2

    @property
    def disagrees(self) -> bool:
        return self.difference_m2 is not None and exceeds(abs(self.difference_m2), self.tolerance_m2)


def compared(found: Sequence[Found], snapshot: Snapshot | None) -> tuple[Compared, ...]:
    """One line a parcel of the campaign, else one an approval number, else one a feature."""
    dossiers = {each.code: each for each in snapshot.dossiers.get(ListKind.UNSUPPLIED, ())} if snapshot else {}
    by_code = {approval.code for approval, _ in found} & set(dossiers)
    by_number: dict[str, list[Dossier]] = {}
    for each in dossiers.values():
        if each.code not in by_code:
            by_number.setdefault(each.case.approval_number, []).append(each)
    groups: dict[tuple[str, str], list[Found]] = {}
    for place, (approval, rest) in enumerate(found):
        groups.setdefault(_group(approval, place, by_code, by_number), []).append((approval, rest))
    return tuple(_line(members, _parcels(group, dossiers, by_number)) for group, members in groups.items())


def _group(
    approval: Approval, place: int, by_code: set[str], by_number: Mapping[str, Sequence[Dossier]]
) -> tuple[str, str]:
    if approval.code in by_code:
        return ("code", approval.code)
    if approval.number and approval.number in by_number:
        return ("number", approval.number)
    return ("feature", str(place))


def _parcels(
    group: tuple[str, str], dossiers: Mapping[str, Dossier], by_number: Mapping[str, Sequence[Dossier]]
) -> Sequence[Dossier]:
    kind, key = group
    return [dossiers[key]] if kind == "code" else by_number.get(key, ()) if kind == "number" else ()


def _line(members: Sequence[Found], parcels: Sequence[Dossier]) -> Compared:
    rests = [rest for _, rest in members if isinstance(rest, Remainder)]
    areas = [documented_ha(each.case) for each in parcels]
    known = [float(half_up(area, 4) * 10_000) for area in areas if area is not None]
    approved = sum(rest.approved_m2 for rest in rests)
    return Compared(
        key=members[0][0].number if len(parcels) > 1 else members[0][0].key,
        parcels=tuple(each.code for each in parcels),
        approved_m2=approved,
        supplied_m2=sum(rest.supplied_m2 for rest in rests),
        withdrawn_m2=sum(rest.withdrawn_m2 for rest in rests),
        sliver_m2=sum(rest.sliver_m2 for rest in rests),
        pieces=sum(len(rest.pieces) for rest in rests),
        left_m2=sum(rest.left_m2 for rest in rests),
        ledger_m2=sum(known) if known and len(known) == len(areas) else None,
        tolerance_m2=area_tolerance(approved, hypot(*(area_sigma(each.survey) for each in parcels))),
        cuts=tuple(history(rest) for rest in rests if rest.cuts),
        fault=next((rest for _, rest in members if isinstance(rest, Message)), None),
    )


def uncovered(lines: Sequence[Compared], snapshot: Snapshot | None) -> tuple[Dossier, ...]:
    """Parcels of the ledger with land left to supply for which the layer holds no approval."""
    seen = {code for line in lines for code in line.parcels}
    dossiers = snapshot.dossiers.get(ListKind.UNSUPPLIED, ()) if snapshot else ()
    return tuple(each for each in dossiers if each.code not in seen and (documented_ha(each.case) or 0.0) > 0)


def history(rest: Remainder) -> str:
    """What took land away: 供应 1410262023B00001 1234.56㎡；撤回 … Areas that round to nothing are left out."""
    told = [(cut, half_up(cut.area_m2, 2)) for cut in rest.cuts]
    return "；".join(f"{cut.kind.zh} {cut.key} {area}㎡" for cut, area in told if area > 0)


def write_remainder_report(
    lines: Sequence[Compared],
    path: Path,
    note: str,
    translate: Translate = as_written,
    without: Sequence[Dossier] = (),
) -> None:
    """Write the comparison as xlsx, disagreements first, then the parcels ``without`` an approval in the layer.

    Raises WorkbookNotWritten.
    """
    number = "0.00"
    columns = (
        Column("批准地块", 20),
        Column("台账地块", 20),
        Column("批准面积(m²)", 13, number, True),
        Column("已供应(m²)", 13, number, True),
        Column("已撤回(m²)", 12, number, True),
        Column("碎块(m²)", 10, number, True),
        Column("剩余块数", 6),
        Column("剩余面积(m²)", 13, number, True),
        Column("台账剩余(m²)", 13, number, True),
        Column("差值(m²)", 11, "+0.00;-0.00;0.00"),
        Column("允许(m²)", 9, number),
        Column("结论", 26),
        Column("供应与撤回", 44),
    )
    ordered = sorted(lines, key=lambda line: (not line.disagrees, line.key))
    rows = [_cells(line, translate) for line in ordered]
    heads = (
        Column("台账地块", 24),
        Column("名称", 40),
        Column("批准文号", 30),
        Column("台账剩余(m²)", 16, number, True),
    )
    missing = [
        (
            each.code,
            each.case.title,
            each.case.approval_number,
            float(half_up((documented_ha(each.case) or 0.0) * 10_000, 2)),
        )
        for each in without
    ]
    sheets = (
        Sheet("批而未供剩余", "批而未供剩余面积核对", columns, rows),
        Sheet("图层中没有", "台账有剩余面积、批准图层中没有的地块", heads, missing),
    )
    save(new_book(sheets, note), path, sheets)


def _cells(line: Compared, translate: Translate) -> tuple[object, ...]:
    areas = (line.approved_m2, line.supplied_m2, line.withdrawn_m2, line.sliver_m2)
    difference = line.difference_m2
    return (
        line.key,
        "、".join(line.parcels),
        *(float(half_up(area, 2)) for area in areas),
        line.pieces,
        float(half_up(line.left_m2, 2)),
        None if line.ledger_m2 is None else float(half_up(line.ledger_m2, 2)),
        None if difference is None else float(half_up(difference, 2)),
        float(half_up(line.tolerance_m2, 2)),
        verdict(line, translate),
        "；".join(line.cuts),
    )


def verdict(line: Compared, translate: Translate = as_written) -> str:
    """One line's conclusion in words."""
    if line.fault:
        return line.fault.text(translate)
    if line.difference_m2 is None:
        return "台账中没有对应的剩余面积"
    return f"不一致，相差{half_up(line.difference_m2, 2):+}㎡" if line.disagrees else "一致"
