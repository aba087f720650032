"""四舍五入 of areas: the model's own functions, under the name the geodesy of an area is looked for."""

from ..model.rounding import exact, half_up, hectares, mu, rounded, square_metres

__all__ = ["exact", "half_up", "hectares", "mu", "rounded", "square_metres"]
