"""What every vector format gives: layers of features, each with its rings or with the reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from ...model.messages import Message

Vertices = list[tuple[float, float]]
"""A ring as the file holds it: x and y, the first vertex not repeated at the end."""


@dataclass(frozen=True)
class Feature:
    """One feature by its place in the layer (from 1). ``fault`` says why it gives no rings.

    ``outers`` are, for each ring, the place of the outer ring it belongs to as the file says, itself for an outer one;
    None where the format does not say.
    """

    number: int
    rings: tuple[Vertices, ...]
    attributes: Mapping[str, str]
    fault: Message | None = None
    outers: tuple[int, ...] | None = None


@dataclass
class Layer:
    """One layer. ``wkt`` is its coordinate system as the file states it, empty where it states none.

    ``implied`` is set where the format, not the surveyor, says which system it is (GeoJSON, KML). ``faults`` are
    losses of the layer as a whole, such as records behind the place where a file was cut off.
    """

    name: str
    wkt: str = ""
    implied: bool = False
    encoding: str = ""
    features: list[Feature] = field(default_factory=list)
    faults: list[Message] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    point_names: dict[tuple[float, float], str] = field(default_factory=dict)
