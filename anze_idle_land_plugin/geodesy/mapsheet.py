"""Map sheet numbers of GB/T 13989 in exact thousandths of a second of arc (geodesy.md, section 5)."""

from __future__ import annotations

from ..catalogue import table

_UNITS_PER_DEGREE = 3_600_000
"""0.001 seconds of arc: every sheet size is a whole number of them."""
_SNAP = 0.36
"""A decimal input within 1e-7 degrees of a sheet edge lies on it (proposal)."""
_DIGITS = {row["letter"]: int(row["row_digits"]) for row in table("map_sheet_scales")}
_PER_MILLION = {row["letter"]: int(row["rows_cols_per_1M_sheet"]) for row in table("map_sheet_scales")}
LETTERS = {int(row["scale"].split(":")[1]): row["letter"] for row in table("map_sheet_scales")}
"""Scale denominator to letter, e.g. 10000 -> G."""


def sheet_number(longitude: float, latitude: float, scale: int = 10_000) -> str:
    """The sheet a point lies in, e.g. ``sheet_number(112.25, 36.15)`` is ``J49G093069``.

    Degrees north and east. Sheets are half-open: a point on a common edge belongs to the sheet north or east of it.
    """
    letter = LETTERS[scale]
    per_side = _PER_MILLION[letter]
    height, breadth = 4 * _UNITS_PER_DEGREE // per_side, 6 * _UNITS_PER_DEGREE // per_side
    rows_up = _cell(latitude, height)
    columns_east = _cell(longitude, breadth)
    band, row_from_south = divmod(rows_up, per_side)
    zone, column = divmod(columns_east, per_side)
    digits = _DIGITS[letter]
    return f"{chr(ord('A') + band)}{zone + 31:02d}{letter}{per_side - row_from_south:0{digits}d}{column + 1:0{digits}d}"


def _cell(degrees: float, size: int) -> int:
    """Which cell of ``size`` thousandths of a second an angle lies in, snapped to an edge it all but touches."""
    units = degrees * _UNITS_PER_DEGREE
    nearest_edge = round(units / size) * size
    return nearest_edge // size if abs(units - nearest_edge) <= _SNAP else int(units // size)


def sheet_bounds(number: str) -> tuple[float, float, float, float]:
    """(west, south, east, north) of a sheet in degrees."""
    letter = number[3]
    per_side, digits = _PER_MILLION[letter], _DIGITS[letter]
    row, column = int(number[4 : 4 + digits]), int(number[4 + digits :])
    height, breadth = 4 * _UNITS_PER_DEGREE // per_side, 6 * _UNITS_PER_DEGREE // per_side
    south = (ord(number[0]) - ord("A")) * 4 * _UNITS_PER_DEGREE + (per_side - row) * height
    west = (int(number[1:3]) - 31) * 6 * _UNITS_PER_DEGREE + (column - 1) * breadth
    return tuple(edge / _UNITS_PER_DEGREE for edge in (west, south, west + breadth, south + height))  # type: ignore[return-value]
