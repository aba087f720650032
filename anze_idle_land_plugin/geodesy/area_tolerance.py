"""How far a document's area may lie from the area of the boundary points (docs/geodesy.md 3, proposal)."""

from __future__ import annotations

from math import fsum, hypot, sqrt

from ..catalogue import geodesy_limit
from ..model.parcel import Parcel, Ring


def area_sigma(parcel: Parcel) -> float:
    """Standard error of a parcel's area in m²: m · sqrt(Σ d²(i−1, i+1) / 8) over all rings. A square gives m·√A."""
    return float(geodesy_limit("point_error")) * sqrt(fsum(_squares(ring) for _, _, ring in parcel.rings()) / 8)


def _squares(ring: Ring) -> float:
    count = len(ring)
    spans = (
        hypot(ring.e[(i + 1) % count] - ring.e[i - 1], ring.n[(i + 1) % count] - ring.n[i - 1]) for i in range(count)
    )
    return fsum(span * span for span in spans)


def area_tolerance(area_m2: float, sigma_m2: float) -> float:
    """The largest difference in m² that is no disagreement: as shipped max(3 σ, 0.1 % of the area, 1 m²)."""
    sigmas, share, least = (float(geodesy_limit(name)) for name in ("area_sigmas", "area_share", "area_least"))
    return max(sigmas * sigma_m2, share * area_m2, least)
