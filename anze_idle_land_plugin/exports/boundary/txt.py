"""Boundary TXT files in the dialect of the receiving system, read again before they count (docs/formats.md 6)."""

from __future__ import annotations

import os
from math import hypot
from pathlib import Path
from typing import Iterator, Mapping, NamedTuple, Sequence

from ...geodesy.area import plane_area
from ...geodesy.rounding import hectares
from ...model.messages import CampaignError
from ...model.parcel import Grid, Parcel, Ring
from ...readers.boundary_txt import read_boundary_txt
from ...readers.boundary_txt.decoding import decode
from ...readers.boundary_txt.profiles import Profile, profiles
from ...readers.reading import Reading, ReadOptions
from ..encodings import DEFAULT_ENCODING
from .head import foot_lines, head_lines
from .layout import cleaned, in_grid, label_of, laid_out
from .rows import named_columns, point_rows

HALF_A_DIGIT = {False: 0.0005, True: 0.5e-9}
"""How far a coordinate may lie from what was laid out, in metres, or in degrees when geographic."""


class UnknownDialect(CampaignError):
    sentence = "There is no dialect {profile} of boundary files; choose one of {known}"


class NoParcels(CampaignError):
    sentence = "No parcel was given for a boundary file; choose at least one"


class ZonesMixed(CampaignError):
    sentence = "Parcel {parcel} lies in zone {zone}, the file in zone {first}; write one file a zone"


class CharacterLost(CampaignError):
    sentence = "Parcel {parcel}: the encoding {encoding} has no character {character}; write {file} in utf-8 or gb18030"


class WrittenDiffers(CampaignError):
    sentence = "{file} would not be read again as it was meant: {detail}; it was not written"


class FileNotWritten(CampaignError):
    sentence = "{file} cannot be written ({detail}); close it elsewhere or choose another folder"


class Composed(NamedTuple):
    """The parcels as a file will carry them, and its text with CRLF line ends."""

    parcels: Sequence[Parcel]
    text: str


def composed(
    parcels: Sequence[Parcel],
    profile: str,
    head: Mapping[str, str] | None = None,
    renumber: bool = False,
    grid: Grid | None = None,
) -> Composed:
    """What a boundary file holds, or a CampaignError that says why there is none.

    ``head`` sets keys of [属性描述] the dialect has, such as 数据产生单位. Parcels of one file in this dialect keep the
    header they came with, unknown keys and sections included. ``grid`` is the one the coordinates are moved to, None
    keeps that of the survey; areas stay those of the survey's zone. All parcels must be in one zone.
    """
    dialect = dialect_of(profile)
    meant = _laid_out(parcels, dialect, renumber, grid)
    return Composed(meant, _text(meant, list(map(_area, parcels)), dialect, head or {}))


def write_boundary_file(
    path: Path,
    parcels: Sequence[Parcel],
    profile: str,
    encoding: str = DEFAULT_ENCODING,
    head: Mapping[str, str] | None = None,
    renumber: bool = False,
    grid: Grid | None = None,
) -> None:
    """Write one file of what ``composed`` gives, or raise a CampaignError and leave what stood there.

    The bytes are read again with the campaign's own reader and must give the same parcels before they replace anything.
    """
    meant, text = composed(parcels, profile, head, renumber, grid)
    data = _encoded(text, encoding, path.name, parcels)
    _compare(path.name, meant, _read_again(path.name, data, profile, encoding), dialect_of(profile).kept)
    fresh = path.with_name(f"{path.name}.part")
    try:
        fresh.write_bytes(data)
        os.replace(fresh, path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise FileNotWritten(file=path.name, detail=error.strerror or "") from error


def dialect_of(profile: str) -> Profile:
    """The shape a profile id is written in. Raises UnknownDialect."""
    for each in profiles():
        if each.id == profile:
            return each
    raise UnknownDialect(profile=profile, known=" ".join(dict.fromkeys(each.id for each in profiles())))


def carries_degrees(profile: str) -> bool:
    """Whether a dialect writes longitude and latitude, whatever the survey was in. Raises UnknownDialect."""
    return dialect_of(profile).geographic


def _laid_out(parcels: Sequence[Parcel], dialect: Profile, renumber: bool, grid: Grid | None) -> list[Parcel]:
    if not parcels:
        raise NoParcels()
    geographic = carries_degrees(dialect.id)
    placed = [parcel if grid is None or geographic else in_grid(parcel, grid) for parcel in parcels]
    meant = [laid_out(parcel, dialect.id, geographic, renumber) for parcel in placed]
    first = meant[0].grid.zone
    for parcel in meant:
        if parcel.grid.zone != first:
            raise ZonesMixed(parcel=label_of(parcel), zone=parcel.grid.zone, first=first)
    return meant


def _area(parcel: Parcel) -> str | None:
    """The area a plot line states: in hectares, in the zone of the survey; None in degrees, where there is none."""
    return None if parcel.grid.zone is None else str(hectares(plane_area(parcel)))


def _text(meant: Sequence[Parcel], areas: Sequence[str | None], dialect: Profile, head: Mapping[str, str]) -> str:
    lines = list(head_lines(meant, dialect, head))
    for feature, (parcel, area) in enumerate(zip(meant, areas), 1):
        lines.extend(_parcel_lines(parcel, area, feature, dialect))
    lines.extend(foot_lines(meant, dialect))
    return "".join(f"{line}\r\n" for line in lines)


def _parcel_lines(parcel: Parcel, area: str | None, feature: int, dialect: Profile) -> Iterator[str]:
    """The plot line and its rows; some dialects write a plot line for every ring."""
    rings = [ring for _, _, ring in parcel.rings()]
    if not dialect.by_rings:
        yield _plot_line(parcel, area, dialect, rings)
    for ring in rings:
        if dialect.by_rings:
            yield _plot_line(parcel, area, dialect, [ring])
        yield from point_rows(ring, feature, dialect, named_columns(parcel))


def _plot_line(parcel: Parcel, area: str | None, dialect: Profile, rings: Sequence[Ring]) -> str:
    vertices = sum(len(ring) for ring in rings)
    rows = vertices + len(rings)
    counts = {"rows": str(rows), "rows-1": str(rows - 1), "vertices": str(vertices), "zero": "0"}
    own = {"count": counts.get(dialect.counting, ""), "code": parcel.code, "name": parcel.name, "shape": "面"}
    if area is not None:
        own["area"] = area
    if not dialect.marker:
        own["shape"] = ""
    fields = [own[role] if role in own else cleaned(parcel.attributes.get(role, "")) for role in dialect.roles]
    return ",".join([*fields, "@"])


def _encoded(text: str, encoding: str, file: str, parcels: Sequence[Parcel]) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        lost = text[error.start]
        owner = next(
            (each for each in parcels if lost in "".join((each.code, each.name, *each.attributes.values()))), None
        )
        parcel = label_of(owner) if owner else "?"
        raise CharacterLost(parcel=parcel, encoding=encoding, character=lost, file=file) from error


def _read_again(file: str, data: bytes, profile: str, encoding: str) -> Reading:
    options = ReadOptions(profile=profile, encoding=encoding)
    return read_boundary_txt(file, decode(data, file, encoding), options)


def _compare(file: str, meant: Sequence[Parcel], reading: Reading, kept: Sequence[str]) -> None:
    """Raise WrittenDiffers unless the reading gives the parcels that were meant, with what is only carried."""
    if reading.rejects:
        raise WrittenDiffers(file=file, detail=reading.rejects[0].message)
    if len(reading.parcels) != len(meant):
        raise WrittenDiffers(file=file, detail=f"{len(reading.parcels)} / {len(meant)}")
    for ours, theirs in zip(meant, reading.parcels):
        carried = [(role, getattr(ours, role)) for role in ("code", "name") if role in theirs.attributes]
        carried += [(role, cleaned(ours.attributes.get(role, ""))) for role in kept if role in theirs.attributes]
        if ours.grid != theirs.grid or any(theirs.attributes[role] != value for role, value in carried):
            raise WrittenDiffers(file=file, detail=label_of(ours))
        if not _same_rings(ours, theirs):
            raise WrittenDiffers(file=file, detail=label_of(ours))


def _same_rings(ours: Parcel, theirs: Parcel) -> bool:
    if [len(part.holes) for part in ours.parts] != [len(part.holes) for part in theirs.parts]:
        return False
    tolerance = HALF_A_DIGIT[ours.grid.zone is None]
    for (_, _, one), (_, _, other) in zip(ours.rings(), theirs.rings()):
        if len(one) != len(other):
            return False
        if any(hypot(one.e[i] - other.e[i], one.n[i] - other.n[i]) > tolerance for i in range(len(one))):
            return False
    return True
