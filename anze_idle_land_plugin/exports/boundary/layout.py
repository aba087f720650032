"""How a parcel stands in a boundary TXT: prefix, ring numbers, point names and written digits, before any text is made.

What is laid out here is what the file must give back when it is read again.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from math import hypot
from typing import Iterator, Sequence

from ...geodesy.area import signed_area
from ...geodesy.rounding import half_up
from ...geodesy.zones import moved, to_geographic
from ...model.messages import CampaignError
from ...model.parcel import Grid, Parcel, Part, Ring

DECIMALS = 3
DEGREE_DECIMALS = 9
"""About 0.1 mm on the ground, for degrees that were computed here; surveyed degrees keep their own digits."""
_RING_NUMBER = re.compile(r"\d{1,5}")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_IN_FIELDS = str.maketrans({",": "、", "，": "、", "@": "＠"})


class ParcelWithoutZone(CampaignError):
    sentence = "Parcel {parcel} is in longitude and latitude; the dialect {profile} carries projected coordinates only"


def cleaned(value: str) -> str:
    """A value that cannot break its line: no comma, ``@``, line break or tab (docs/formats.md 6.5)."""
    return _UNSAFE.sub(" ", value).translate(_IN_FIELDS).strip(" \t\u3000\u00a0\ufeff")


def label_of(parcel: Parcel) -> str:
    """What a message calls a parcel."""
    return parcel.code or parcel.name or "?"


def in_grid(parcel: Parcel, grid: Grid) -> Parcel:
    """The parcel moved to another zone or to degrees; inside its zone it stays as it was surveyed.

    What the file it came from said above and below its plots holds for the old zone and is left behind.
    """
    if parcel.grid.zone == grid.zone:
        return parcel
    decimals = DEGREE_DECIMALS if grid.zone is None else DECIMALS

    def placed(ring: Ring) -> Ring:
        points = moved(ring.easting_northing(), parcel.grid, grid)
        n_text = tuple(str(half_up(north, decimals)) for _, north in points)
        return _with_texts(ring, n_text, tuple(str(half_up(east, decimals)) for east, _ in points))

    kept = {key: value for key, value in parcel.attributes.items() if key not in ("header", "footer")}
    parts = tuple(Part(placed(part.outer), tuple(map(placed, part.holes))) for part in parcel.parts)
    return replace(parcel, grid=grid, parts=parts, attributes=kept)


def laid_out(parcel: Parcel, profile: str, geographic: bool, renumber: bool) -> Parcel:
    """The parcel as the file will carry it: closed rings, distinct ring numbers, zone prefix, clean code and name.

    Coordinates keep the digits of the survey, filled up to three decimals; names and order change only with
    ``renumber``. Raises ParcelWithoutZone for degrees in a dialect of metres.
    """
    if parcel.grid.zone is None and not geographic:
        raise ParcelWithoutZone(parcel=label_of(parcel), profile=profile)
    parts = [_placed(part, parcel.grid, geographic) for part in parcel.parts]
    if renumber:
        parts = [Part(_from_north_west(part.outer, -1), _holes(part)) for part in parts]
    rings = iter(_named([ring for part in parts for ring in part.rings()], renumber))
    return replace(
        parcel,
        code=cleaned(parcel.code),
        name=cleaned(parcel.name),
        grid=Grid(None, False) if geographic else Grid(parcel.grid.zone, True),
        parts=tuple(Part(next(rings), tuple(next(rings) for _ in part.holes)) for part in parts),
    )


def _placed(part: Part, grid: Grid, geographic: bool) -> Part:
    rings = [_in_degrees(ring, grid) if geographic and grid.zone else _in_metres(ring, grid) for ring in part.rings()]
    return Part(rings[0], tuple(rings[1:]))


def _in_metres(ring: Ring, grid: Grid) -> Ring:
    """The ring with its surveyed digits; eastings get the zone prefix where they had none."""
    shift = 0 if grid.has_prefix or grid.zone is None else grid.zone * 1_000_000
    n_text = tuple(digits(text, value) for text, value in zip(ring.n_text, ring.n))
    e_text = tuple(digits(text, value, shift) for text, value in zip(ring.e_text, ring.e))
    return _with_texts(ring, n_text, e_text)


def _in_degrees(ring: Ring, grid: Grid) -> Ring:
    degrees = to_geographic(ring.easting_northing(), grid)
    n_text = tuple(f"{latitude:.{DEGREE_DECIMALS}f}" for _, latitude in degrees)
    return _with_texts(ring, n_text, tuple(f"{longitude:.{DEGREE_DECIMALS}f}" for longitude, _ in degrees))


def _with_texts(ring: Ring, n_text: tuple[str, ...], e_text: tuple[str, ...]) -> Ring:
    north, east = array("d", map(float, n_text)), array("d", map(float, e_text))
    return replace(ring, n=north, e=east, n_text=n_text, e_text=e_text)


def digits(text: str, value: float, shift: int = 0) -> str:
    """A coordinate as it is written: the surveyed digits with at least three decimals, moved by whole metres.

    A text that is missing, or does not say ``value``, gives way to the value itself.
    """
    try:
        surveyed = Decimal(text)
    except InvalidOperation:
        surveyed = half_up(value, DECIMALS)
    if not surveyed.is_finite() or float(surveyed) != value:
        surveyed = half_up(value, DECIMALS)
    decimals = max(DECIMALS, -int(surveyed.as_tuple().exponent))
    return f"{surveyed + shift:.{decimals}f}"


def _holes(part: Part) -> tuple[Ring, ...]:
    return tuple(_from_north_west(hole, 1) for hole in part.holes)


def _from_north_west(ring: Ring, turn: int) -> Ring:
    """The ring from the vertex nearest its north-west corner; ``turn`` is -1 for clockwise, 1 for the other way."""
    count = len(ring)
    west, north = min(ring.e), max(ring.n)
    start = min(range(count), key=lambda index: hypot(ring.e[index] - west, ring.n[index] - north))
    step = 1 if signed_area(ring.e, ring.n) * turn > 0 else -1
    order = [(start + step * index) % count for index in range(count)]
    return replace(
        ring,
        n=array("d", (ring.n[index] for index in order)),
        e=array("d", (ring.e[index] for index in order)),
        n_text=tuple(ring.n_text[index] for index in order),
        e_text=tuple(ring.e_text[index] for index in order),
        extra=tuple(ring.extra[index] for index in order) if ring.extra else (),
    )


def _named(rings: Sequence[Ring], renumber: bool) -> Iterator[Ring]:
    """Rings with distinct numbers and a closing row each; ``renumber`` names the points J1.. on over all rings."""
    kept = [ring.number for ring in rings]
    usable = len(set(kept)) == len(kept) and all(_RING_NUMBER.fullmatch(number) for number in kept)
    first = 1
    for place, ring in enumerate(rings, 1):
        running = tuple(f"J{first + index}" for index in range(len(ring)))
        names = running if renumber else tuple(cleaned(name) or new for name, new in zip(ring.names, running))
        closing = names[0] if renumber else cleaned(ring.closing_name or "") or names[0]
        number = ring.number if usable and not renumber else str(place)
        yield replace(ring, names=names, closing_name=closing, number=number)
        first += len(ring)
