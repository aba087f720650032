"""Map sheet numbers of GB/T 13989 in exact thousandths of a second of arc (docs/geodesy.md 4).

Every sheet edge is a whole number of thousandths of a second, so edges and cells are counted in whole numbers. A third
of the edges of a band are no finite decimals of a degree (36 + 1/12): a decimal angle within 1e-7 degrees of an edge is
taken to lie on it (proposal). An exact angle, a Fraction as ``degrees`` makes them, is never moved.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Mapping, NamedTuple, Union

from ..catalogue import geodesy_limit, kept, table
from ..model.messages import CampaignError

Angle = Union[float, Decimal, Fraction]
"""Degrees north or east."""

_UNITS_PER_DEGREE = 3_600_000
"""0.001 seconds of arc: every sheet size is a whole number of them."""
_BAND, _ZONE = 4 * _UNITS_PER_DEGREE, 6 * _UNITS_PER_DEGREE
_NORTHERNMOST = 88


class NoSuchScale(CampaignError):
    sentence = "There are no map sheets of the scale 1:{scale}; the scales are {scales}"


class OffTheSheets(CampaignError):
    sentence = (
        "Longitude {longitude}, latitude {latitude} lies on no map sheet: sheets are numbered from 0° to 88° north"
    )


class _Scale(NamedTuple):
    """A scale: its letter (empty for 1:1 000 000), sheets a side of the million sheet, digits of row and column."""

    letter: str
    per_side: int
    digits: int

    @property
    def height(self) -> int:
        return _BAND // self.per_side

    @property
    def breadth(self) -> int:
        return _ZONE // self.per_side

    def name(self, row_from_equator: int, column_from_greenwich: int) -> str:
        band, row = divmod(row_from_equator, self.per_side)
        zone, column = divmod(column_from_greenwich, self.per_side)
        million = f"{chr(ord('A') + band)}{zone + 31:02d}"
        if not self.letter:
            return million
        return f"{million}{self.letter}{self.per_side - row:0{self.digits}d}{column + 1:0{self.digits}d}"


@kept
def _scales() -> Mapping[int, _Scale]:
    """The scales by denominator (map_sheet_scales.csv); the million sheet has neither letter, row nor column."""
    known = {1_000_000: _Scale("", 1, 0)}
    for row in table("map_sheet_scales"):
        denominator = int(row["scale"].split(":")[1])
        known[denominator] = _Scale(row["letter"], int(row["rows_cols_per_1M_sheet"]), int(row["row_digits"]))
    return known


def _scale(denominator: int) -> _Scale:
    found = _scales().get(denominator)
    if found is None:
        raise NoSuchScale(scale=denominator, scales="、".join(f"1:{each}" for each in _scales()))
    return found


def degrees(whole: int, minutes: int = 0, seconds: Angle = 0) -> Fraction:
    """An exact angle from degrees, minutes and seconds."""
    return whole + Fraction(minutes, 60) + Fraction(seconds) / 3600


def sheet_number(longitude: Angle, latitude: Angle, scale: int = 10_000) -> str:
    """The sheet a point lies in, e.g. ``sheet_number(112.25, 36.15)`` is ``J49G093069``.

    Degrees north and east. Sheets are half-open: a point on a common edge belongs to the sheet north or east of it.
    Raises NoSuchScale and OffTheSheets.
    """
    size = _scale(scale)
    if not (0 <= latitude < _NORTHERNMOST and -180 <= longitude < 180):
        raise OffTheSheets(longitude=longitude, latitude=latitude)
    return size.name(_cell(latitude, size.height), _cell(longitude, size.breadth))


def _cell(angle: Angle, size: int) -> int:
    """Which cell of ``size`` thousandths of a second an angle lies in."""
    if isinstance(angle, Fraction):
        return floor(angle * _UNITS_PER_DEGREE / size)
    units = Fraction(Decimal(repr(angle)) if isinstance(angle, float) else angle) * _UNITS_PER_DEGREE
    nearest = round(units / size)
    snap = Fraction(geodesy_limit("sheet_snap")) * _UNITS_PER_DEGREE
    return nearest if abs(units - nearest * size) <= snap else floor(units / size)
