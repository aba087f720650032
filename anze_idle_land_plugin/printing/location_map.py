"""The small map of a sheet: the parcel's place in its town and county."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from shapely import wkb
from shapely.geometry.base import BaseGeometry

from ..model.snapshot import Dossier, Snapshot
from .canvas import BOLD, Box, Canvas

Ring = list[tuple[float, float]]
SIMPLIFY_M = 150.0
TINTS = ("#FFFFFF", "#F5EFE0")


@dataclass(frozen=True)
class Surroundings:
    """County and town outlines, simplified once for all sheets, in the campaign's CRS."""

    towns: Sequence[tuple[str, BaseGeometry]]
    county: Sequence[BaseGeometry]
    rivers: Sequence[BaseGeometry]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Surroundings:
        def shapes(layer: str) -> list[tuple[str, BaseGeometry]]:
            found = snapshot.context.get(layer, ())
            return [(each.name, wkb.loads(each.wkb).simplify(SIMPLIFY_M)) for each in found if each.wkb]

        return cls(shapes("town"), [each for _, each in shapes("county")], [each for _, each in shapes("river")])

    def bounds(self) -> tuple[float, float, float, float] | None:
        boxes = [shape.bounds for shape in [*self.county, *(shape for _, shape in self.towns)]]
        if not boxes:
            return None
        return (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )


def draw_location_map(canvas: Canvas, dossier: Dossier, around: Surroundings, frame: Box) -> None:
    """Towns with the parcel's own tinted and named, the county outline, and a red mark where the parcel lies."""
    extent = around.bounds()
    middle = wkb.loads(dossier.wkb).representative_point()
    if extent is None:
        canvas.text(frame, "（无镇界数据）", 7.0, align="centre", colour="#808080")
    else:
        scale = max((extent[2] - extent[0]) / (frame.width - 3), (extent[3] - extent[1]) / (frame.height - 3))

        def paper(x: float, y: float) -> tuple[float, float]:
            return (
                frame.x + frame.width / 2 + (x - (extent[0] + extent[2]) / 2) / scale,
                frame.y + frame.height / 2 - (y - (extent[1] + extent[3]) / 2) / scale,
            )

        _draw(canvas, dossier, around, paper, middle)
    canvas.rectangle(frame, colour="#000000", width=0.25)
    canvas.text(Box(frame.x + 1, frame.y + 0.6, 20, 4), "位置图", 7.5, BOLD)


def _draw(canvas: Canvas, dossier: Dossier, around: Surroundings, paper, middle) -> None:  # type: ignore[no-untyped-def]
    for name, shape in around.towns:
        own = name == dossier.case.town_name
        canvas.polygon(_rings(shape, paper), fill=TINTS[own], colour="#A0A0A0", width=0.12)
    for shape in around.rivers:
        for line in getattr(shape, "geoms", [shape]):
            canvas.line([paper(*point[:2]) for point in line.coords], colour="#7FB2D9", width=0.3)
    for shape in around.county:
        canvas.polygon(_rings(shape, paper), colour="#404040", width=0.25)
    for name, shape in around.towns:
        if name == dossier.case.town_name:
            x, y = paper(*shape.representative_point().coords[0])
            canvas.text(Box(x - 12, y - 2, 24, 4), name, 7.0, align="centre", colour="#604020")
    x, y = paper(middle.x, middle.y)
    canvas.polygon([[(x, y), (x - 1.3, y - 3.2), (x + 1.3, y - 3.2)]], fill="#E00000", colour="#FFFFFF", width=0.15)


def _rings(shape: BaseGeometry, paper) -> list[Ring]:  # type: ignore[no-untyped-def]
    polygons = getattr(shape, "geoms", [shape])
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    return [[paper(*point[:2]) for point in ring.coords] for ring in rings]
