"""The units a county's campaign is run by: its towns, its development zone, the departments of the leading group."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Iterable, Mapping, Optional, Protocol, Tuple, TypeVar

ZONE = "开发区"
"""What a development zone is called where its campaign gives it no name."""
_LEVELS = "县市区旗"
_TOWN_KINDS = ("街道办事处", "街道", "镇", "乡")


class _Called(Protocol):
    """A unit and the other names people give it."""

    @property
    def name(self) -> str: ...

    @property
    def aliases(self) -> Tuple[str, ...]: ...


Called = TypeVar("Called", bound=_Called)


@dataclass(frozen=True)
class Department:
    """A department of the leading group, by its post name; ``duty`` as the plan words it."""

    code: str
    name: str
    duty: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Town:
    """A town (镇) by its nine-digit code; ``aliases`` are the names old approvals carry."""

    code9: str
    name: str
    aliases: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        return name.strip() in (self.name, *self.aliases)


@dataclass(frozen=True)
class Zone:
    """The development zone (开发区), which leads the clean-up inside its own boundary."""

    name: str = ZONE
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Units:
    """The units of one campaign, in the order of its plan. Each is found by its code, its name or another name."""

    towns: tuple[Town, ...] = ()
    zone: Optional[Zone] = None
    departments: tuple[Department, ...] = ()

    @property
    def zone_name(self) -> str:
        return self.zone.name if self.zone else ZONE

    @cached_property
    def _towns(self) -> Mapping[str, Town]:
        """Every name that leads to a town; its own goes before another's old one."""
        old = {name: each for each in self.towns for name in each.aliases}
        shorts = Counter(_short(each.name) for each in self.towns)
        short = {_short(each.name): each for each in self.towns if shorts[_short(each.name)] == 1}
        return {**short, **old, **{each.name: each for each in self.towns}}

    @cached_property
    def _departments(self) -> Mapping[str, Department]:
        also = {name: each for each in self.departments for name in each.aliases}
        return {**also, **{name: each for each in self.departments for name in (each.name, each.code)}}

    def town(self, called: str) -> Town | None:
        """The town of a name, present or old; without 镇, 乡 or 街道 where that leaves no doubt."""
        return self._towns.get(called.strip())

    def town_name(self, called: str) -> str:
        """The present name of a town; a name nobody knows as it is."""
        known = self.town(called)
        return known.name if known else called.strip()

    def department(self, called: str) -> Department | None:
        """The department of a code or a name, also with 县 before it."""
        name = called.strip()
        return self._departments.get(name) or self._departments.get(name.lstrip(_LEVELS))

    def department_name(self, called: str) -> str:
        """A department by its one name, whatever the ledger calls it; one nobody knows as it is."""
        known = self.department(called)
        return known.name if known else called.strip()

    def place(self, town_name: str, in_zone: bool) -> str:
        """The unit that answers for a place: the zone for its own land, else the town."""
        return self.zone_name if in_zone else town_name

    def renamed_by(self, told: Units) -> Units:
        """These towns and this zone with the codes and other names told anew, and towns told in addition."""
        said = {each.name: each for each in told.towns}
        towns = tuple(said.pop(each.name, each) for each in self.towns)
        return Units((*towns, *said.values()), told.zone or self.zone, self.departments)

    def filled_from(self, known: Units) -> Units:
        """These units, and from ``known`` what is not told here: missing kinds, and other names of the same unit."""
        zone = self.zone or known.zone
        if self.zone and known.zone and self.zone.name == known.zone.name:
            zone = replace(self.zone, aliases=_joined(self.zone, known.zone))
        return Units(
            _filled(self.towns, known.towns),
            zone,
            _filled(self.departments, known.departments),
        )


NO_UNITS = Units()
"""A campaign that names none: any town and any department is taken as it is written."""


def _short(town: str) -> str:
    kind = next((each for each in _TOWN_KINDS if town.endswith(each) and town != each), "")
    return town[: len(town) - len(kind)]


def _filled(own: tuple[Called, ...], known: Iterable[Called]) -> tuple[Called, ...]:
    same = {each.name: each for each in known}
    if not own:
        return tuple(same.values())
    return tuple(_with_aliases(each, same[each.name]) if each.name in same else each for each in own)


def _with_aliases(own: Called, known: Called) -> Called:
    return replace(own, aliases=_joined(own, known))  # type: ignore[type-var]


def _joined(own: _Called, known: _Called) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own.aliases, *known.aliases)))


def level_of(county_name: str) -> str:
    """县, 市 or 区, as the county's name ends; 县 where it has none."""
    return county_name[-1:] if county_name[-1:] and county_name[-1:] in _LEVELS else "县"
