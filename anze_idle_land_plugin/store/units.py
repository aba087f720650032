"""The units of a campaign in its file: towns and zone beside their outlines, departments in a table of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterator, Sequence

from .. import catalogue
from ..catalogue import aliases
from ..model.standing.snapshot import ContextShape
from ..model.units import ZONE, Department, Town, Units, Zone
from .database import CampaignFile, SpatialRow

_NO_DUTY = "no "
"""What files of before carry in place of a duty the plan does not word."""


def read_units(file: CampaignFile) -> Units:
    """The units the file names."""
    towns: dict[str, Town] = {}
    for each in _towns(file):
        towns.setdefault(each.name, each)
    return Units(tuple(towns.values()), _zone(file), tuple(_departments(file)))


def name_units(file: CampaignFile) -> None:
    """Migrate: campaigns of before did not carry their units but had those of the shipped tables, whose county they
    were all given. Their file names them from now on, but for one whose own towns are of another county."""
    ((county_code,),) = file.query("SELECT county_code FROM campaign")
    own, known = read_units(file), catalogue.units_known_of(str(county_code or ""))
    if own.towns and not {each.name for each in own.towns} & {each.name for each in known.towns}:
        return
    # An office keeps the one name it had in lists and figures: other names of it are known to new campaigns only.
    whole = replace(own.filled_from(known), departments=own.departments)
    write_places(file, whole)
    write_departments(file, whole.departments)


def write_places(file: CampaignFile, units: Units) -> None:
    """Towns and zone with their codes and other names; outlines stay."""
    for layer in ("town", "zone_area"):
        shapes = [_shape(layer, row) for row in file.rows(f"SELECT * FROM {layer} ORDER BY fid")]
        file.execute(f"DELETE FROM {layer}")
        file.append(layer, unit_rows(layer, units, [each for each in shapes if each.wkb]))


def write_departments(file: CampaignFile, departments: Sequence[Department]) -> None:
    file.execute("DELETE FROM department")
    file.append("department", department_rows(Units(departments=tuple(departments))))


def _shape(layer: str, row: SpatialRow) -> ContextShape:
    return ContextShape(layer, str(row.values["name"] or ""), str(row.values["code9"] or ""), row.wkb)


def unit_rows(layer: str, units: Units, shapes: Sequence[ContextShape]) -> list[SpatialRow]:
    """The rows of the layer town or zone_area: its outlines with code and other names, and units without outline."""
    known: dict[str, tuple[str, tuple[str, ...]]] = {}
    if layer == "town":
        known = {each.name: (each.code9, each.aliases) for each in units.towns}
    elif layer == "zone_area" and units.zone:
        known = {units.zone.name: ("", units.zone.aliases)}
    rows = []
    for shape in shapes:
        name = units.town_name(shape.name) if layer == "town" else shape.name or units.zone_name
        code, also = known.pop(name, (shape.code, ()))
        rows.append(_row(name, code or shape.code, also, shape.wkb))
    return [*rows, *(_row(name, code, also, b"") for name, (code, also) in known.items())]


def department_rows(units: Units) -> list[SpatialRow]:
    return [
        SpatialRow({"code": each.code, "name": each.name, "duty": each.duty, "aliases": ";".join(each.aliases)}, b"")
        for each in units.departments
    ]


def _row(name: str, code: str, also: Sequence[str], wkb: bytes) -> SpatialRow:
    return SpatialRow({"name": name, "code9": code, "aliases": ";".join(also)}, wkb)


def _towns(file: CampaignFile) -> Iterator[Town]:
    for row in file.rows("SELECT * FROM town ORDER BY fid"):
        if row.values["name"]:
            yield Town(
                str(row.values["code9"] or ""), str(row.values["name"]), aliases(str(row.values["aliases"] or ""))
            )


def _zone(file: CampaignFile) -> Zone | None:
    """The zone by the first name its parts carry; the names of further parts are other names of it."""
    rows = [row.values for row in file.rows("SELECT * FROM zone_area ORDER BY fid")]
    if not rows:
        return None
    names = [str(values["name"]) for values in rows if values["name"]] or [ZONE]
    also = [name for values in rows for name in aliases(str(values["aliases"] or ""))]
    return Zone(names[0], tuple(name for name in dict.fromkeys((*also, *names[1:])) if name != names[0]))


def _departments(file: CampaignFile) -> Iterator[Department]:
    for row in file.rows("SELECT * FROM department ORDER BY fid"):
        values = row.values
        duty = str(values["duty"] or "")
        yield Department(
            code=str(values["code"] or ""),
            name=str(values["name"] or ""),
            duty="" if duty.startswith(_NO_DUTY) else duty,
            aliases=aliases(str(values.get("aliases") or "")),
        )
