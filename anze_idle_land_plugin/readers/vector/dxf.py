"""DXF drawings: closed polylines are parcels, what is written inside them is their attributes.

OGR would turn arcs into points with a tolerance of its own and not say so; boundary points are surveyed, not computed,
so drawings are read here and arcs are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import hypot
from pathlib import Path
from typing import Iterable, Iterator, Sequence

from shapely.geometry import Point, Polygon

from ...model.messages import CampaignError, Message
from ..boundary_txt.decoding import UNDECODABLE, Decoded, decode, shown
from .dxf_entities import BINARY_MARK, BREAKS, Drawing, Entity, extended, plain_text, read_drawing
from .layers import Feature, Layer, Vertices
from .ogr_layers import place_key

PARCEL_LAYERS = (("JZD", "JZX", "ZD"), ("ZJ",))
"""Layers on which CASS draws parcels, the best first (docs/formats.md 10). Without them every layer counts."""
NEAR_M = 1.0
"""An open polyline whose ends are nearer than this was meant to be closed (metres or drawing units)."""
MOST_TEXTS = 3
"""More texts than this inside a parcel name no parcel; they are kept as attributes only."""
_FITTED = 2 | 4
_SURFACES = 16 | 64
_POINT_LABEL = re.compile(r"[A-Za-z]{0,2}\d{1,4}(-\d+)?")
_CURVED = ("ARC", "ELLIPSE", "SPLINE")
"""Curves that may be part of a boundary; circles are the symbols of its points."""


class NotTextDxf(CampaignError):
    sentence = "{file} is a {kind}; save it as DXF in text form (ASCII) and import that"


@dataclass
class _Outline:
    """A polyline on its way to a parcel."""

    entity: Entity
    vertices: Vertices
    texts: list[str] = field(default_factory=list)
    holes: list[Vertices] = field(default_factory=list)
    fault: Message | None = None

    @cached_property
    def shape(self) -> Polygon:
        """The outline as an area; empty where it is none."""
        shape = Polygon(self.vertices) if len(self.vertices) > 2 else Polygon()
        return shape if shape.is_valid else Polygon()

    def around(self, other: _Outline) -> bool:
        """Whether the other outline lies in this one."""
        mine, theirs = self.shape, other.shape
        if mine.is_empty or theirs.is_empty or mine.area <= theirs.area:
            return False
        (west, south, east, north), inner = mine.bounds, theirs.bounds
        boxed = west <= inner[0] and south <= inner[1] and inner[2] <= east and inner[3] <= north
        return bool(boxed and mine.contains(theirs))


def read_dxf(path: Path, file: str, encoding: str = "") -> Layer:
    """The parcels of a drawing as one layer. Raises NotTextDxf or UndecodableFile."""
    data = path.read_bytes()
    if data.startswith(BINARY_MARK):
        raise NotTextDxf(file=file, kind="binary DXF")
    if re.match(rb"AC10\d\d\x00", data):
        raise NotTextDxf(file=file, kind="DWG")
    decoded = decode(data, file, encoding)
    drawing = read_drawing(shown(decoded.text))
    layer = Layer(path.stem, encoding=decoded.encoding)
    layer.faults.extend(_undecodable(decoded, file))
    if drawing.broken_at is not None:
        sentence = "{file}, line {line}: the drawing is cut off or broken here; what follows is lost"
        layer.faults.append(Message("broken_off", sentence, {"file": file, "line": drawing.broken_at}))
    chosen, left = _chosen(drawing)
    outlines = [_outline(entity) for entity in chosen]
    layer.notes.extend(_left_out(drawing, chosen, left, file, layer.name))
    layer.point_names = _point_names(drawing, outlines)
    _write_in(outlines, drawing, layer.point_names)
    parcels = _without_repeats(_nested(outlines, layer), layer)
    layer.features = [_feature(number, outline) for number, outline in enumerate(parcels, 1)]
    return layer


def _undecodable(decoded: Decoded, file: str) -> Iterator[Message]:
    """The lines with bytes that are no characters: the texts in them cannot be believed."""
    for number, line in enumerate(BREAKS.split(decoded.text) if decoded.broken else (), 1):
        if UNDECODABLE in line:
            sentence = "{file}, line {line}: holds bytes that are no {encoding}; the text there cannot be read"
            yield Message("undecodable", sentence, {"file": file, "line": number, "encoding": decoded.encoding})


def _left_out(
    drawing: Drawing, chosen: Sequence[Entity], left: Sequence[Entity], file: str, layer: str
) -> Iterator[Message]:
    """What of the drawing is no parcel: shapes of other layers, hatches, heights."""
    if left:
        sentence = "{file}: {n} entities on other layers than those of the parcels were left out ({layers})"
        names = "、".join(sorted({entity.layer for entity in left}))
        yield Message("layers_left", sentence, {"file": file, "n": len(left), "layers": names})
    hatches = sum(each.kind == "HATCH" for each in drawing.entities) - sum(each.kind == "HATCH" for each in chosen)
    if hatches:
        sentence = "{file}: {n} hatches were left out; parcels are taken from closed polylines"
        yield Message("hatches_left", sentence, {"file": file, "n": hatches})
    high = sum(_has_height(entity) for entity in chosen)
    if high:
        sentence = "layer {layer}: heights and measures of {n} features were left out"
        yield Message("heights_dropped", sentence, {"layer": layer, "n": high})


def _chosen(drawing: Drawing) -> tuple[list[Entity], list[Entity]]:
    """The entities that are parcels or ought to be, and the closed ones of other layers."""
    lines = [each for each in drawing.entities if _draws(each)]
    for names in PARCEL_LAYERS:
        chosen = [each for each in lines if each.layer.upper() in names]
        if chosen:
            return chosen, [each for each in lines if each.layer.upper() not in names and _closes(each)]
    # On layers of any name open lines and arcs are roads and contours; only what is all but closed is missed.
    closed = [each for each in lines if _closes(each)]
    hidden = [each for each in drawing.entities if each.kind == "HATCH" or _holds_outlines(each, drawing)]
    return closed or hidden, []


def _draws(entity: Entity) -> bool:
    """Whether an entity may be a boundary."""
    return entity.kind in ("LWPOLYLINE", "POLYLINE", "LINE", *_CURVED)


def _holds_outlines(entity: Entity, drawing: Drawing) -> bool:
    return entity.kind == "INSERT" and any(_closes(each) for each in drawing.blocks.get(entity.text(2), ()))


def _closes(entity: Entity) -> bool:
    """Whether an entity is closed or was meant to be."""
    if entity.kind not in ("LWPOLYLINE", "POLYLINE"):
        return False
    try:
        points = _points(entity)
        flagged = entity.flags() & 1
    except ValueError:
        return True
    return bool(flagged) or (len(points) > 3 and _gap(points) <= NEAR_M)


def _points(entity: Entity) -> Vertices:
    """The vertices of a polyline. Raises ValueError for a coordinate that is no number."""
    if entity.kind == "POLYLINE":
        corners = [each for each in entity.members if each.kind == "VERTEX" and not each.flags() & 16]
        return [(each.number(10), each.number(20)) for each in corners]
    eastings, northings = entity.numbers(10), entity.numbers(20)
    if not len(eastings) == len(northings) == int(entity.number(90, len(eastings))):
        raise ValueError(entity.text(90))
    return list(zip(eastings, northings))


def _gap(points: Vertices) -> float:
    return hypot(points[0][0] - points[-1][0], points[0][1] - points[-1][1])


def _outline(entity: Entity) -> _Outline:
    """The ring of an entity, or why it is none."""
    try:
        fault = _fault_of(entity)
        points = [] if fault else _points(entity)
    except ValueError:
        return _Outline(entity, [], fault=Message("not_a_point", "a coordinate is missing or no number", {}))
    if fault is not None:
        return _Outline(entity, [], fault=fault)
    if len(points) > 1 and points[0] == points[-1]:
        return _Outline(entity, points[:-1])
    if entity.flags() & 1:
        return _Outline(entity, points)
    sentence = "the polyline is open: {gap} m are missing between its ends; close it in the drawing"
    gap = f"{_gap(points):.3f}" if points else "?"
    return _Outline(entity, [], fault=Message("not_closed", sentence, {"gap": gap}))


def _fault_of(entity: Entity) -> Message | None:
    """Why an entity is no ring of boundary points. Raises ValueError for a value that is no number."""
    if entity.kind == "INSERT":
        return Message("in_block", "it stands in a block; explode the block in the drawing", {})
    if entity.kind == "HATCH":
        return Message("hatch", "it is a hatch; draw its outline as a closed polyline", {})
    if entity.kind == "LINE":
        return Message("single_line", "it is a single line; join the lines to a closed polyline", {})
    bulges = [bulge for each in (entity, *entity.members) for bulge in each.numbers(42)]
    polyline = entity.kind == "POLYLINE"
    if entity.kind in _CURVED or any(bulges) or (polyline and entity.flags() & _FITTED):
        sentence = "it holds arcs, which have no boundary points; turn them into points with a stated tolerance first"
        return Message("curves", sentence, {})
    if polyline and entity.flags() & _SURFACES:
        return Message(
            "not_a_polygon", "it is a {kind}, not a polygon; export the parcels as polygons", {"kind": "mesh"}
        )
    if entity.number(230, 1.0) < 0:
        return Message("mirrored", "it is drawn mirrored (extrusion downwards); flatten the drawing first", {})
    return None


def _has_height(entity: Entity) -> bool:
    """Whether a polyline says a height other than zero: its own, or that of a vertex."""
    heights = [pair.value for each in (entity, *entity.members) for pair in each.pairs if pair.code in (30, 38)]
    return any(height.strip("0.+-") for height in heights)


def _point_names(drawing: Drawing, outlines: Iterable[_Outline]) -> dict[tuple[float, float], str]:
    """Names of boundary points: what is written, or attached to a block, exactly at a vertex."""
    corners = {place_key(*vertex) for outline in outlines for vertex in outline.vertices}
    names: dict[tuple[float, float], str] = {}
    for entity in drawing.entities:
        said = plain_text(entity.members[0]) if entity.kind == "INSERT" and entity.members else plain_text(entity)
        place = _place(entity)
        if said and place is not None and place_key(*place) in corners:
            names.setdefault(place_key(*place), said)
    return names


def _place(entity: Entity) -> tuple[float, float] | None:
    """Where a text or a block stands."""
    if entity.kind not in ("TEXT", "MTEXT", "INSERT"):
        return None
    aligned = entity.kind == "TEXT" and (entity.text(72, "0") != "0" or entity.text(73, "0") != "0")
    codes = (11, 21) if aligned and entity.text(11) else (10, 20)
    try:
        return entity.number(codes[0]), entity.number(codes[1])
    except ValueError:
        return None


def _write_in(outlines: Sequence[_Outline], drawing: Drawing, names: dict[tuple[float, float], str]) -> None:
    """Give each text to the innermost outline it stands in; labels of boundary points name no parcel."""
    ordered = sorted(outlines, key=lambda each: float(each.shape.area))
    for entity in drawing.entities:
        place = _place(entity) if entity.kind != "INSERT" else None
        said = plain_text(entity) if place is not None else ""
        label = _POINT_LABEL.fullmatch(said) and not (said.isdigit() and len(said) > 3)
        if place is None or not said or label or place_key(*place) in names:
            continue
        home = next((each for each in ordered if each.shape.contains(Point(place))), None)
        if home is not None:
            home.texts.append(said)


def _nested(outlines: Sequence[_Outline], layer: Layer) -> list[_Outline]:
    """Outlines inside another: without any writing of its own it is a hole, else a parcel that overlaps it."""
    kept: list[_Outline] = []
    ordered = sorted((each for each in outlines if each.vertices), key=lambda each: -float(each.shape.area))
    for outline in ordered:
        around = [each for each in kept if each.around(outline)]
        if not around:
            kept.append(outline)
            continue
        values = {"inner": outline.entity.text(5) or str(outline.entity.line)}
        if outline.texts or extended(outline.entity):
            sentence = "polyline {inner} lies inside another parcel and has a name of its own; both were taken"
            layer.notes.append(Message("parcel_inside", sentence, values))
            kept.append(outline)
        else:
            sentence = "polyline {inner} lies inside another and says nothing of its own; it was read as a hole"
            layer.notes.append(Message("hole_inside", sentence, values))
            around[-1].holes.append(outline.vertices)
    faulty = [each for each in outlines if each.fault is not None]
    return sorted([*kept, *faulty], key=lambda each: each.entity.line)


def _without_repeats(outlines: Sequence[_Outline], layer: Layer) -> list[_Outline]:
    """A parcel drawn on two layers with the same vertices is one."""
    kept: dict[object, _Outline] = {}
    for outline in outlines:
        key = frozenset(outline.vertices) if outline.vertices else id(outline)
        if key in kept:
            kept[key].texts.extend(text for text in outline.texts if text not in kept[key].texts)
            sentence = "polyline {inner} repeats another one point for point; it was left out"
            values = {"inner": outline.entity.text(5) or str(outline.entity.line)}
            layer.notes.append(Message("drawn_twice", sentence, values))
        else:
            kept[key] = outline
    return list(kept.values())


def _feature(number: int, outline: _Outline) -> Feature:
    """The layer, the texts inside, and what CASS attaches: 300000, parcel number, holder, land class."""
    entity = outline.entity
    attributes = {"layer": entity.layer, "handle": entity.text(5), "text": " ".join(outline.texts)}
    if 0 < len(outline.texts) <= MOST_TEXTS:
        attributes["DKMC"] = attributes["text"]
    for application, values in extended(entity).items():
        attributes[f"xdata_{application}"] = ";".join(values)
        if application == "SOUTH" and values[:1] == ["300000"]:
            attributes.update(zip(("DKBH", "用地单位", "land_class"), values[1:4]))
    given = {head: text for head, text in attributes.items() if text}
    feature = Feature(number, (outline.vertices, *outline.holes), given, outline.fault)
    return replace(feature, rings=()) if outline.fault else feature
