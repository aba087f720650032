"""C03: coordinates lie in the window of the county: its outline in the parcel's own zone, with a margin.

Without an outline in the campaign the outlines of its towns make it; without these the rule is silent.
"""

from __future__ import annotations

from functools import partial
from typing import Callable, Iterator, Optional

from ...geodesy.zones import transform
from ...model.messages import Message
from ...model.rounding import written
from ..finding import Figure, Finding
from ..shapes import polygons_of
from ..subject import Subject

NEEDS = ()
REMEDY = Message("check_zone", "Check zone, axis order and the first digits of the coordinates in the survey file")
Window = tuple[float, float, float, float]


def find(subject: Subject) -> Iterator[Finding]:
    windows: dict[int, Optional[Window]] = {}
    window_in = _window(subject)
    if window_in is None:
        return
    for number, dossier in enumerate(subject.parcels):
        outline, system = subject.outlines[number], subject.systems[number]
        if outline is None:
            continue
        if system not in windows:
            windows[system] = window_in(system)
        window = windows[system]
        off = _outside(outline.bounds, window) if window else 0.0
        if off > 0:
            x, y = outline.centroid.x, outline.centroid.y
            values = {"code": dossier.code, "x": written(y, 3), "y": written(x, 3)}
            sentence = "Parcel {code} lies outside the window of the county (X {x}, Y {y})"
            yield subject.about(number, Message("outside_window", sentence, values), REMEDY, Figure(off, "m", 0))


def _outside(bounds: Window, window: Window) -> float:
    """How far bounds reach out of the window, in metres."""
    return max(window[0] - bounds[0], window[1] - bounds[1], bounds[2] - window[2], bounds[3] - window[3])


def _window(subject: Subject) -> Callable[[int], Window] | None:
    margin = subject.standard.number("window_margin")
    outlines = [
        polygon
        for _, shape in (subject.places.get("county") or subject.places.get("town", ()))
        for polygon in polygons_of(shape)
    ]
    if outlines:
        points = [point[:2] for polygon in outlines for point in polygon.exterior.coords]
        return partial(_bounds_in, points, subject.crs, margin)
    return None


def _bounds_in(points: list[tuple[float, float]], source: int, margin: float, system: int) -> Window:
    placed = transform(points, source, system)
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin
