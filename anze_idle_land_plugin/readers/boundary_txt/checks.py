"""Declared count and area as checks only: they never cut a file into parcels and never block an import."""

from __future__ import annotations

from ...model.messages import Message
from ...model.parcel import Parcel
from ..declared_area import declared_in


def declared_area_note(parcel: Parcel, plane: float, file: str) -> Message | None:
    """A warning when the declared area fits the geometry neither in 公顷 nor in 平方米 nor in 亩 (within 1 %).

    A unit that is written behind the number is the only one that is tried. ``plane`` is the area of the geometry in m².
    """
    declared = declared_in(parcel.attributes.get("area", ""))
    if declared is None or parcel.grid.zone is None:
        return None
    fitting = declared.fitting(plane)
    if fitting[:1] == ["公顷"]:
        return None
    written = parcel.attributes["area"].strip()
    values = {"file": file, "parcel": parcel.code or parcel.name, "declared": written, "plane": f"{plane:.2f}"}
    if fitting:
        sentence = "{file}: parcel {parcel} declares its area in {unit}, not in 公顷 ({declared}; geometry {plane} m²)"
        return Message("area_unit", sentence, {**values, "unit": fitting[0]})
    sentence = "{file}: parcel {parcel} declares {declared}, but its geometry has {plane} m²"
    return Message("area_disagrees", sentence, values)


def declared_count_note(parcel: Parcel, rows: int, file: str) -> Message | None:
    """A warning when the declared count fits none of the counting habits that are known (docs/formats.md 4.11)."""
    text = parcel.attributes.get("count", "").strip()
    if not text.isdigit() or int(text) in (0, rows, rows - 1):
        return None
    rings = sum(len(part.holes) + 1 for part in parcel.parts)
    vertices = parcel.vertex_count
    if int(text) in (rows - rings, vertices, vertices - 1):
        return None
    sentence = (
        "{file}: parcel {parcel} declares {declared} boundary points, the file has {rows} rows; all rows were read"
    )
    return Message(
        "count_disagrees",
        sentence,
        {"file": file, "parcel": parcel.code or parcel.name, "declared": text, "rows": rows},
    )
