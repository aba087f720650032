"""A campaign in truth: its parcels on a day, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Optional, Sequence

from property.tables import LISTS
from property.truth import NOTHING, Deed, Land, Said, Stand


class Sum(NamedTuple):
    """A group of parcels added up: those of the base, their hectares, and against which task they are held."""

    parcels: int
    base: Decimal
    done_parcels: int
    done: Decimal
    confirmed_parcels: int
    confirmed: Decimal
    task: Decimal

    @property
    def done_rate(self) -> float:
        return float(self.done) / float(self.task) if self.task else 0.0

    @property
    def confirmed_rate(self) -> float:
        return float(self.confirmed) / float(self.task) if self.task else 0.0


def added(stands: Sequence[Stand], task: Optional[Decimal] = None) -> Sum:
    """完成率 counts hectares of the base only; without a task of the city's the base is the task."""
    base = [each for each in stands if each.in_base]
    done = [each for each in base if each.settled]
    hectares = sum((each.base for each in base), NOTHING)
    return Sum(
        parcels=len(base),
        base=hectares,
        done_parcels=len(done),
        done=sum((each.done for each in base), NOTHING),
        confirmed_parcels=sum(each.confirmed for each in done),
        confirmed=sum((each.done for each in base if each.confirmed), NOTHING),
        task=hectares if task is None else task,
    )


@dataclass
class Truth:
    """A campaign: its year, its parcels by list and code, and the county's tasks by list (hectares)."""

    year: int
    lands: dict[tuple[str, str], Land] = field(default_factory=dict)
    tasks: dict[str, Decimal] = field(default_factory=dict)

    def on(self, day: date) -> dict[tuple[str, str], Stand]:
        """Every parcel there is on a day, unsupplied first, by code."""
        order = sorted(self.lands, key=lambda key: (LISTS.index(key[0]), key[1]))
        return {key: self.lands[key].on(day, self.year) for key in order if self.lands[key].exists(day)}

    @property
    def city_task(self) -> Optional[Decimal]:
        """What the city set for the county, both lists together; None where it set nothing."""
        return sum(self.tasks.values(), NOTHING) if self.tasks else None

    def of_list(self, day: date, which: str) -> Sum:
        mine = [stand for (each, _), stand in self.on(day).items() if each == which]
        return added(mine, self.tasks.get(which))

    def total(self, day: date) -> Sum:
        whole = added(list(self.on(day).values()))
        return whole._replace(task=sum((self.of_list(day, which).task for which in LISTS), NOTHING))

    def by(self, day: date, attribute: str) -> dict[str, Sum]:
        """Sums by unit, department or category; each group against its own base."""
        groups: dict[str, list[Stand]] = {}
        for stand in self.on(day).values():
            groups.setdefault(getattr(stand, attribute), []).append(stand)
        return {name: added(members) for name, members in groups.items()}

    def next_year(self, year: int) -> Truth:
        """What is not closed goes on with its whole history, and with what is left of it as its new base."""
        last = date(year - 1, 12, 31)
        on = self.on(last)
        carried = {}
        for key, stand in on.items():
            if stand.closed:
                continue
            land = self.lands[key]
            deeds = [replace(deed, said=list(deed.said), numbers=list(deed.numbers)) for deed in land.deeds]
            entered = Said("enter", date(year, 1, 1), state=stand.state, area=land.left(last, self.year))
            place = 1 + max((deed.place for deed in deeds), default=0)
            copied = replace(land, deeds=[*deeds, Deed(place, [entered])], columns=dict(land.columns))
            carried[key] = replace(copied, surveys=list(land.surveys))
        return Truth(year, carried, {})
