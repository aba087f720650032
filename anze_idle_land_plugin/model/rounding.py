"""四舍五入: rounding half up on the decimal value, once, from the exact plane area. Conversions are never chained.

And comparing with a limit as a person does it, in decimals.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import isclose

_NOISE = 1e-6
"""Below the last written digit of an area (0.0001 ha) or an amount, and above what binary eastings lose of an edge."""


def rounded(value: Decimal, decimals: int) -> Decimal:
    """A decimal value rounded half up (away from zero) to ``decimals`` places."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def exact(value: float) -> Decimal:
    """The shortest decimal text of a float: the number a person would read."""
    return Decimal(repr(float(value)))


def half_up(value: float, decimals: int) -> Decimal:
    """``value`` rounded half up to ``decimals`` places, judged on the shortest decimal text of the float."""
    return rounded(exact(value), decimals)


def square_metres(area_m2: float) -> Decimal:
    """Plane area in m² with 2 decimals."""
    return half_up(area_m2, 2)


def hectares(area_m2: float) -> Decimal:
    """Plane area in 公顷 with 4 decimals, from the unrounded area in m²."""
    return rounded(exact(area_m2) / 10_000, 4)


def mu(area_m2: float) -> Decimal:
    """Plane area in 亩 (m² × 3/2000) with 2 decimals, from the unrounded area in m²."""
    return rounded(exact(area_m2) * 3 / 2_000, 2)


def written(value: float, decimals: int) -> str:
    """A number as people read it: half up, after what binary sums add beyond the ninth decimal is taken away.

    What rounds to nothing has no sign.
    """
    return f"{half_up(round(float(value), 9), decimals) + 0}"


def plain(value: float) -> str:
    """A number without trailing zeros and without an exponent: 240, 0.5."""
    return f"{exact(value).normalize():f}"


def exceeds(value: float, limit: float) -> bool:
    """Whether a value lies above a limit; what binary fractions add to a value on the limit does not count.

    1.01 × 0.57 is on the limit of 1 % above 0.57 for a person, and above it in binary.
    """
    return value > limit and not isclose(value, limit, rel_tol=_NOISE, abs_tol=_NOISE)
