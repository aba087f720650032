"""Declared count and area as checks only: they never cut a file into parcels and never block an import."""

from __future__ import annotations

import re

from ...model.messages import Message
from ...model.parcel import Parcel
from .lines import half_width

_AREA = re.compile(r"(\d+(?:\.\d+)?)\s*(公顷|hm2|hm²|ha|平方米|㎡|m2|m²|亩)?", re.IGNORECASE)
_WRITTEN = {"hm2": "公顷", "hm²": "公顷", "ha": "公顷", "㎡": "平方米", "m2": "平方米", "m²": "平方米"}
_SQUARE_METRES = {"公顷": 10000.0, "平方米": 1.0, "亩": 2000 / 3}
_TOLERANCE = 0.01


def declared_area_note(parcel: Parcel, plane: float, file: str) -> Message | None:
    """A warning when the declared area fits the geometry neither in 公顷 nor in 平方米 nor in 亩 (within 1 %).

    A unit that is written behind the number is the only one that is tried. ``plane`` is the area of the geometry in m².
    """
    match = _AREA.fullmatch(half_width(parcel.attributes.get("area", "")).strip())
    if match is None or parcel.grid.zone is None or not float(match[1]):
        return None
    declared = float(match[1])
    written = _WRITTEN.get((match[2] or "").lower(), match[2])
    fitting = [
        unit
        for unit, size in _SQUARE_METRES.items()
        if written in (None, unit) and abs(declared * size - plane) <= _fits(plane, size, match[1])
    ]
    if fitting[:1] == ["公顷"]:
        return None
    values = {"file": file, "parcel": parcel.code or parcel.name, "declared": match[0], "plane": f"{plane:.2f}"}
    if fitting:
        sentence = "{file}: parcel {parcel} declares its area in {unit}, not in 公顷 ({declared}; geometry {plane} m²)"
        return Message("area_unit", sentence, {**values, "unit": fitting[0]})
    sentence = "{file}: parcel {parcel} declares {declared}, but its geometry has {plane} m²"
    return Message("area_disagrees", sentence, values)


def _fits(plane: float, size: float, text: str) -> float:
    """1 % of the area, but no less than what the written decimals can tell."""
    decimals = len(text.partition(".")[2])
    return max(plane * _TOLERANCE, size * 0.5 * 10**-decimals)


def declared_count_note(parcel: Parcel, rows: int, file: str) -> Message | None:
    """A warning when the declared count fits none of the counting habits that are known (format.md, section 3)."""
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
