"""四舍五入: rounding half up on the decimal value, once, from the exact plane area. Conversions are never chained."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


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
