"""The safe repairs: repeated points, spikes without area, ring direction, the closing row.

A repair gives a valid outline of the same area, or it is refused. Points keep their names and texts; none is moved.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from math import isfinite
from typing import Callable, Collection, Sequence

import numpy as np

from ..geodesy.area import signed_area
from ..model.messages import CampaignError
from ..model.parcel import Parcel, Part, Ring
from .finding import Fix
from .rules.g05_duplicate_points import repeated
from .rules.g08_spike import enclosed, spikes
from .shapes import outlines
from .standard import Standard
from .vertices import RingPlace, Vertices, plain


class RepairNotSafe(CampaignError):
    sentence = (
        "Parcel {code}: the repair would leave an outline that is not valid; correct the survey and import it again"
    )


class RepairChangesArea(CampaignError):
    sentence = "Parcel {code}: the repair would change the area by {off} m²; correct the survey and import it again"


Turn = Callable[[Ring, int], Ring]
_MEASURED = (Fix.DUPLICATE_POINTS, Fix.SPIKES)
"""Repairs that measure in metres: latitude and longitude are left alone."""


def repaired(survey: Parcel, fixes: Collection[Fix], standard: Standard) -> Parcel:
    """The parcel after the repairs asked for; the same parcel where there is nothing to repair.

    Raises RepairNotSafe when the result is not valid, RepairChangesArea when it has another area in what is written.
    """
    steps: dict[Fix, Turn] = {
        Fix.DUPLICATE_POINTS: lambda ring, _: without_repeats(ring, standard.number("duplicate_step")),
        Fix.SPIKES: lambda ring, _: without_spikes(ring, standard),
        Fix.RING_ORDER: _in_order,
        Fix.CLOSING: lambda ring, _: _closed(ring),
    }
    result = survey
    for fix in Fix:
        if fix in fixes and (survey.grid.zone is not None or fix not in _MEASURED):
            result = replace(result, parts=tuple(_part(part, steps[fix]) for part in result.parts))
    if result == survey:
        return survey
    if not _is_valid(result):
        raise RepairNotSafe(code=survey.code)
    off = _area(result) - _area(survey)
    if abs(off) > standard.number("fix_area"):
        raise RepairChangesArea(code=survey.code, off=f"{off:+.4f}")
    return result


def _part(part: Part, turn: Turn) -> Part:
    return Part(turn(part.outer, 1), tuple(turn(hole, number) for number, hole in enumerate(part.holes, 2)))


def without_repeats(ring: Ring, step: float) -> Ring:
    """The ring without the points that repeat the one before them, nearer than ``step`` metres."""
    if not _plane(ring):
        return ring
    dropped = repeated(_table(ring), step)
    return _only(ring, np.flatnonzero(~dropped).tolist()) if dropped.any() else ring


def without_spikes(ring: Ring, standard: Standard) -> Ring:
    """The ring without the tips of spikes that enclose no area, and without the repeats they leave behind."""
    if not _plane(ring):
        return ring
    step, angle, least = (standard.number(name) for name in ("duplicate_step", "spike_angle", "fix_area"))
    while len(ring) > 3:
        table = _table(ring)
        rows, _ = spikes(table, angle)
        tip = next((int(row) for row in rows if enclosed(table, row) <= least), None)
        if tip is None:
            return ring
        ring = without_repeats(_only(ring, [row for row in range(len(ring)) if row != tip]), step)
    return ring


def _in_order(ring: Ring, number: int) -> Ring:
    """The outer ring clockwise, holes counter-clockwise, from the same first point."""
    area = signed_area(ring.e, ring.n)
    if area == 0 or (area < 0) == (number == 1):
        return ring
    return _only(ring, [0, *range(len(ring) - 1, 0, -1)])


def _closed(ring: Ring) -> Ring:
    return replace(ring, closing_name=ring.names[0] if ring.names else "") if ring.closing_name is None else ring


def _plane(ring: Ring) -> bool:
    return len(ring) > 3 and all(isfinite(value) for value in (*ring.e, *ring.n))


def _table(ring: Ring) -> Vertices:
    return Vertices.of([plain(RingPlace(0, 1, 1), ring)])


def _only(ring: Ring, rows: Sequence[int]) -> Ring:
    """The ring with these rows, in this order; a ring that loses its first point closes on the new one."""
    names = tuple(ring.names[row] for row in rows)
    closing = names[0] if ring.closing_name is not None and 0 not in rows[:1] else ring.closing_name
    return replace(
        ring,
        names=names,
        n=array("d", (ring.n[row] for row in rows)),
        e=array("d", (ring.e[row] for row in rows)),
        n_text=tuple(ring.n_text[row] for row in rows),
        e_text=tuple(ring.e_text[row] for row in rows),
        closing_name=closing,
        extra=tuple(ring.extra[row] for row in rows if row < len(ring.extra)),
    )


def _is_valid(survey: Parcel) -> bool:
    rings = [plain(RingPlace(0, part, number), ring) for part, number, ring in survey.rings()]
    (outline,) = outlines(Vertices.of(rings), [len(rings)])
    return outline is not None and bool(outline.is_valid)


def _area(survey: Parcel) -> float:
    """Outer rings minus holes, from the same shoelace on both sides of a repair."""
    return sum(abs(signed_area(ring.e, ring.n)) * (1 if number == 1 else -1) for _, number, ring in survey.rings())
