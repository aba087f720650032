"""What stands above and below the plots of a boundary TXT: the dialect's own header, or the one the file came with."""

from __future__ import annotations

from typing import Iterator, Mapping, Sequence

from ...geodesy.zones import width
from ...model.parcel import Parcel
from ...readers.boundary_txt.blocks import PLOTS
from ...readers.boundary_txt.profiles import Profile

ZONE, DATUM = "带号", "坐标系"


def head_lines(parcels: Sequence[Parcel], dialect: Profile, head: Mapping[str, str]) -> list[str]:
    """The lines above the first plot line. ``head`` sets values; the zone always agrees with the eastings."""
    own = dict(_own(parcels[0].grid.zone, dialect))
    kept = _common(parcels, dialect, "header")
    if not kept:
        return [*_sections(own, dialect, head), f"[{PLOTS}]", *([dialect.field_line] if dialect.field_line else [])]
    return [_agreeing(line, own, head) for line in kept]


def foot_lines(parcels: Sequence[Parcel], dialect: Profile) -> list[str]:
    """What stood between or behind the plots and says something; braces round the rows do not."""
    return [line for line in _common(parcels, dialect, "footer") if line.strip("{}｛｝") and line.strip("[]") != PLOTS]


def _common(parcels: Sequence[Parcel], dialect: Profile, part: str) -> list[str]:
    """The lines that all parcels brought with them, when they come from one file in this dialect."""
    texts = {parcel.attributes.get(part, "") for parcel in parcels}
    same = len(texts) == 1 and all(parcel.attributes.get("profile") == dialect.id for parcel in parcels)
    return texts.pop().splitlines() if same else []


def _own(zone: int | None, dialect: Profile) -> Iterator[tuple[str, str]]:
    for template in dialect.header:
        key, _, value = template.partition("=")
        yield key, value.format(zone=zone, width=width(zone or 0))


def _sections(own: Mapping[str, str], dialect: Profile, head: Mapping[str, str]) -> Iterator[str]:
    if dialect.header:
        yield "[属性描述]"
    for key, value in own.items():
        yield f"{key}={_one_line(head[key]) if key in head else value}"


def _agreeing(line: str, own: Mapping[str, str], head: Mapping[str, str]) -> str:
    """A kept line, unless a value was given for it, or it names another zone or datum than the coordinates have."""
    key, _, value = line.partition("=")
    key, value = key.strip(), value.strip()
    if key in head:
        return f"{key}={_one_line(head[key])}"
    foreign = value != own.get(key) if key == ZONE else "2000" not in value and "CGCS" not in value.upper()
    if key in (ZONE, DATUM) and own.get(key) and foreign:
        return f"{key}={own[key]}"
    return line


def _one_line(value: str) -> str:
    return " ".join(value.split())
