"""Areas, shares and sums as people read them: rounded half up on the decimal value, once, with their unit.

A number stands close to a Chinese unit in a sentence (1.2345公顷); a table cell or the foot of a map sets it apart by a
blank, which is the ``gap``.
"""

from __future__ import annotations

from ..model.rounding import exact, hectares, mu, plain, rounded, square_metres, written

NONE = "—"
"""Stands for a figure there is none of."""


def ha(area_ha: float, decimals: int = 4) -> str:
    """The bare number of hectares: 1.2345."""
    return written(area_ha, decimals)


def hectares_zh(area_ha: float, decimals: int = 4, gap: str = "") -> str:
    """1.2345公顷."""
    return f"{ha(area_ha, decimals)}{gap}公顷"


def m2(area_m2: float) -> str:
    """The bare number of square metres: 12345.67."""
    return f"{square_metres(area_m2)}"


def three_units(area_m2: float) -> str:
    """m², 公顷 and 亩, each from the unrounded plane area."""
    return f"{square_metres(area_m2)} m²　{hectares(area_m2)} 公顷　{mu(area_m2)} 亩"


def percent(share: float, decimals: int = 1, sign: bool = False) -> str:
    """A fraction of one as 66.7%; with ``sign`` a plus before what grows."""
    of_hundred = rounded(exact(round(share, 9)) * 100, decimals) + 0
    return f"{of_hundred:{'+' if sign else ''}}%"


def points(value: float) -> str:
    """Percentage points with one decimal: 3.5."""
    return written(value, 1)


def wan(amount_wan: float, gap: str = "") -> str:
    """A sum in 万元 without trailing zeros: 240万元."""
    return f"{plain(amount_wan)}{gap}万元"


def count(number: float) -> str:
    """A whole number: 12."""
    return written(number, 0)
