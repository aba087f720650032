"""What is left of approved land after supply and withdrawal: 批而未供 = approved − supplied − withdrawn.

Everything is computed in the plane of the approved parcel's own zone. Nothing is simplified or snapped: the vertices of
the pieces are those of the layers and their crossings, and pieces + slivers + supplied + withdrawn give the approved
area (GEOS takes the first point off before it multiplies, so eight-digit eastings cost no square centimetre).

A part of the rest is a sliver, not land, when its area is below ``Least.area_m2`` or it is nowhere as wide as
``Least.width_m``: no circle of that diameter fits into it (its negative buffer is empty). Mean widths such as area
over length mistake a large field with a long ragged edge for a sliver, and a wide wedge for a strip. Two fields that
hang together by such a strip are two pieces; the strip between them is a sliver. A narrow tail of one piece stays
with it, because its area is land of that approval.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Iterator, NamedTuple, Sequence, Union

from shapely.geometry import JOIN_STYLE, box
from shapely.ops import unary_union
from shapely.validation import explain_validity

from ..model.messages import Message
from ..model.parcel import Grid
from .rounding import half_up
from .shapes import ShapeIndex, moved_shape, polygons_of

_GROWN = 1.001
"""A core is grown by a little more than it was shrunk, so that it covers the body it came from."""
AS_WIDE = 1 - 1e-6
"""What is exactly as wide or as large as the least is land, though binary eastings make it a trace less."""
_TOUCH_M2 = 1e-4
"""Neighbours whose common edge was moved from another zone share less than this, and took nothing from each other."""
_TOUCHING_M = 1e-6


class Least(NamedTuple):
    """What a piece must have at least: an area in m², and room for a circle of this diameter in metres."""

    area_m2: float = 1.0
    width_m: float = 0.5


class CutKind(Enum):
    """What took land away."""

    SUPPLY = "supply"
    WITHDRAWAL = "withdrawal"

    @property
    def zh(self) -> str:
        return "供应" if self is CutKind.SUPPLY else "撤回"


class Cut(NamedTuple):
    """One supply or withdrawal that took land from an approved parcel; the area is what both have in common."""

    kind: CutKind
    key: str
    area_m2: float


class Plot(NamedTuple):
    """A polygon with what people call it. ``grid`` is that of its coordinates, with a zone."""

    key: str
    shape: Any
    grid: Grid = Grid(37)


@dataclass(frozen=True)
class Remainder:
    """What is left of one approved parcel. ``withdrawn_m2`` leaves out what was supplied all the same."""

    approved_m2: float
    supplied_m2: float
    withdrawn_m2: float
    pieces: tuple[Any, ...]
    slivers: tuple[Any, ...]
    cuts: tuple[Cut, ...]

    @property
    def left_m2(self) -> float:
        """The area of the pieces."""
        return sum((float(piece.area) for piece in self.pieces), 0.0)

    @property
    def sliver_m2(self) -> float:
        return sum((float(sliver.area) for sliver in self.slivers), 0.0)


def remainders(
    approved: Sequence[Plot], supplied: Sequence[Plot], withdrawn: Sequence[Plot], least: Least = Least()
) -> Iterator[Union[Remainder, Message]]:
    """What is left of each approved parcel in the grid of that parcel, or why it cannot be said.

    A shape that is not valid has no area to take away: neither it nor what lies near it gets a remainder.
    """
    placed: dict[Grid, tuple[_Cutters, _Cutters]] = {}
    for plot in approved:
        if plot.grid not in placed:
            placed[plot.grid] = (_Cutters(supplied, plot.grid), _Cutters(withdrawn, plot.grid))
        supply, withdrawal = placed[plot.grid]
        fault = _fault(plot) or supply.fault_near(plot.shape) or withdrawal.fault_near(plot.shape)
        yield fault or remainder(plot.shape, supply.near(plot.shape), withdrawal.near(plot.shape), least)


def counted_twice(approved: Sequence[Plot], least: Least = Least()) -> Iterator[Message]:
    """Approvals that overlap by more than a sliver: what is left of the common land stands in the sum twice."""
    valid = [plot for plot in approved if _fault(plot) is None]
    for grid in dict.fromkeys(plot.grid for plot in valid):
        plots = [plot for plot in valid if plot.grid == grid]
        index = ShapeIndex([plot.shape for plot in plots])
        for place, plot in enumerate(plots):
            for other in index.near(plot.shape):
                area = plot.shape.intersection(plots[other].shape).area if other > place else 0.0
                if area > least.area_m2:
                    sentence = "{one} and {other} overlap by {area} m²; what is left of it is counted twice"
                    values = {"one": plot.key, "other": plots[other].key, "area": half_up(area, 2)}
                    yield Message("counted_twice", sentence, values)


def _fault(plot: Plot) -> Message | None:
    """Why a shape is no polygon with an area."""
    if not plot.shape.is_empty and plot.shape.is_valid and plot.shape.area > 0:
        return None
    sentence = "{plot} is no valid polygon ({reason}); mend it and run again"
    return Message("not_valid", sentence, {"plot": plot.key, "reason": explain_validity(plot.shape)})


class _Cutters:
    """The supplies or the withdrawals in one grid: the valid ones to cut with, the others to warn of."""

    def __init__(self, plots: Sequence[Plot], grid: Grid) -> None:
        moved = [Plot(plot.key, moved_shape(plot.shape, plot.grid, grid), grid) for plot in plots]
        faults = [(plot, _fault(plot)) for plot in moved if not plot.shape.is_empty]
        self._plots = [plot for plot, fault in faults if fault is None]
        self._index = ShapeIndex([plot.shape for plot in self._plots])
        self._faults = [(box(*plot.shape.bounds), fault) for plot, fault in faults if fault is not None]

    def near(self, shape: Any) -> list[Plot]:
        return [self._plots[place] for place in self._index.near(shape)]

    def fault_near(self, shape: Any) -> Message | None:
        return next((fault for extent, fault in self._faults if extent.intersects(box(*shape.bounds))), None)


def remainder(approved: Any, supplied: Sequence[Plot], withdrawn: Sequence[Plot], least: Least = Least()) -> Remainder:
    """What is left of ``approved``. All shapes are valid polygons in one plane grid; others may lie anywhere."""
    cuts, taken = [], {}
    for kind, plots in ((CutKind.SUPPLY, supplied), (CutKind.WITHDRAWAL, withdrawn)):
        common = [(plot.key, approved.intersection(plot.shape).area) for plot in plots]
        cuts += [Cut(kind, key, area) for key, area in common if area > _TOUCH_M2]
        taken[kind] = unary_union([plot.shape for plot in plots])
    after_supply = approved.difference(taken[CutKind.SUPPLY])
    rest = after_supply.difference(taken[CutKind.WITHDRAWAL])
    pieces, slivers = _judged(rest, least)
    return Remainder(
        approved_m2=approved.area,
        supplied_m2=approved.area - after_supply.area,
        withdrawn_m2=after_supply.area - rest.area,
        pieces=tuple(pieces),
        slivers=tuple(slivers),
        cuts=tuple(cuts),
    )


def _judged(rest: Any, least: Least) -> tuple[list[Any], list[Any]]:
    """Pieces, largest first, and slivers."""
    pieces: list[Any] = []
    slivers: list[Any] = []
    for polygon in polygons_of(rest):
        cores = list(polygons_of(polygon.buffer(-least.width_m / 2 * AS_WIDE)))
        bodies, necks = _parted(polygon, cores, least.width_m) if len(cores) > 1 else ([polygon], [])
        slivers += necks
        for body in bodies:
            (pieces if cores and body.area >= least.area_m2 * AS_WIDE else slivers).append(body)
    return sorted(pieces, key=lambda piece: -piece.area), slivers


def _parted(polygon: Any, cores: Sequence[Any], width_m: float) -> tuple[list[Any], list[Any]]:
    """The bodies of a polygon that narrows below the width, and the necks between them."""
    reach = width_m / 2 * _GROWN
    grown = [core.buffer(reach, join_style=JOIN_STYLE.mitre).intersection(polygon) for core in cores]
    bodies = [[body] for body in polygons_of(unary_union(grown))]
    if len(bodies) < 2:
        return [polygon], []
    necks = []
    for strip in polygons_of(polygon.difference(unary_union([body for body, *_ in bodies]))):
        touched = [body for body in bodies if body[0].distance(strip) < _TOUCHING_M]
        if len(touched) == 1:
            touched[0].append(strip)
        else:
            necks.append(strip)
    joined = [list(polygons_of(unary_union(parts))) for parts in bodies]
    return [body for body, *_ in joined], [*necks, *(strip for _, *strips in joined for strip in strips)]
