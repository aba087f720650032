"""What an office says of its campaign: by its layers, and by a settings workbook beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Mapping, Sequence

from .campaign import Milestone, Stage
from .messages import CampaignError
from .standing.snapshot import ContextShape
from .units import NO_UNITS, ZONE, Town, Units, Zone

_COUNTY_DIGITS, _TOWN_DIGITS = 6, 9
Context = Mapping[str, Sequence[ContextShape]]


class CountiesDisagree(CampaignError):
    sentence = "The layer of the county says {layer}, the settings say {settings}; give both of the same county"


class SeveralCounties(CampaignError):
    sentence = "The layer of the county holds several: {found}. Give the outline of one, or name it in the settings"


@dataclass(frozen=True)
class CampaignSettings:
    """County, plan and units of a campaign; what is empty was not said."""

    county_code: str = ""
    county_name: str = ""
    plan_document: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    units: Units = NO_UNITS
    milestones: tuple[Milestone, ...] = ()
    stages: tuple[Stage, ...] = ()


def county_shapes(shapes: Sequence[ContextShape], said: CampaignSettings) -> tuple[ContextShape, ...]:
    """The shapes of the campaign's county among those of a layer. Raises SeveralCounties and CountiesDisagree."""
    counties = dict.fromkeys((each.code[:_COUNTY_DIGITS], each.name) for each in shapes if each.code or each.name)
    meant = [each for each in counties if _is(each, said)]
    if not (said.county_code or said.county_name) and len(counties) > 1:
        raise SeveralCounties(found=_named(counties))
    if counties and not meant:
        raise CountiesDisagree(layer=_named(counties), settings=_named([(said.county_code, said.county_name)]))
    return tuple(each for each in shapes if not counties or (each.code[:_COUNTY_DIGITS], each.name) in meant)


def county_of(shapes: Sequence[ContextShape], said: CampaignSettings, towns: Sequence[Town]) -> tuple[str, str]:
    """Code and name of the county: as the settings say, else as its outline does, else by the codes of its towns."""
    codes = [each.code[:_COUNTY_DIGITS] for each in shapes if each.code]
    of_towns = {each.code9[:_COUNTY_DIGITS] for each in towns if each.code9}
    code = said.county_code or (codes[0] if codes else of_towns.pop() if len(of_towns) == 1 else "")
    return code, said.county_name or next((each.name for each in shapes if each.name), "")


def units_of(context: Context, said: CampaignSettings) -> Units:
    """Towns and zone of the layers, with what the settings add: further towns, other names, the departments."""
    own = said.units
    drawn = dict.fromkeys(each.name for each in context.get("town", ()) if each.name)
    towns = {name: _town(name, context["town"], own) for name in drawn}
    further = [each for each in own.towns if each.name not in {town.name for town in towns.values()}]
    zone = own.zone or _zone(context.get("zone_area", ()))
    return Units((*towns.values(), *further), zone, own.departments)


def _town(name: str, shapes: Sequence[ContextShape], own: Units) -> Town:
    """A town as the layer draws it; the settings know its code and its other names better."""
    said = own.town(name)
    code = next((each.code[:_TOWN_DIGITS] for each in shapes if each.name == name and each.code), "")
    also = tuple(other for each in shapes if each.name == name for other in each.aliases)
    if said is None:
        return Town(code, name, also)
    return Town(said.code9 or code, said.name, tuple(dict.fromkeys((*said.aliases, *also))))


def _zone(shapes: Sequence[ContextShape]) -> Zone | None:
    if not shapes:
        return None
    names = [each.name for each in shapes if each.name] or [ZONE]
    also = dict.fromkeys((*names[1:], *(other for each in shapes for other in each.aliases)))
    return Zone(names[0], tuple(name for name in also if name != names[0]))


def _is(county: tuple[str, str], said: CampaignSettings) -> bool:
    code, name = county
    if code and said.county_code:
        return code == said.county_code
    return not (name and said.county_name) or name == said.county_name


def _named(counties: Sequence[tuple[str, str]] | Mapping[tuple[str, str], None]) -> str:
    return "、".join(" ".join(part for part in county if part) for county in counties)
