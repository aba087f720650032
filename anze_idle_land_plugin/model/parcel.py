"""Parcels as surveyed: boundary points as columns per ring, in the zone they were surveyed in."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Iterator, Mapping


@dataclass(frozen=True)
class Ring:
    """One closed ring. The columns have one entry per distinct vertex; the closing row is not repeated.

    ``n`` and ``e`` are metres (or degrees of latitude and longitude when the parcel has no zone); ``n_text`` and
    ``e_text`` are the same values as the file wrote them. ``number`` is the ring number as read and never decides
    what is a hole. ``closing_name`` is the point name of the closing row, None when the file left the ring open.
    ``extra`` holds further columns of each row (distances, marker kinds) as read, or is empty.
    """

    names: tuple[str, ...]
    n: array[float]
    e: array[float]
    n_text: tuple[str, ...]
    e_text: tuple[str, ...]
    number: str = "1"
    closing_name: str | None = None
    extra: tuple[tuple[str, ...], ...] = ()

    def __len__(self) -> int:
        return len(self.n)

    def easting_northing(self) -> list[tuple[float, float]]:
        """The vertices as (e, n) pairs in ring order, not closed."""
        return list(zip(self.e, self.n))


@dataclass(frozen=True)
class Part:
    """An outer ring with the holes that lie in it."""

    outer: Ring
    holes: tuple[Ring, ...] = ()

    def rings(self) -> tuple[Ring, ...]:
        return (self.outer, *self.holes)


@dataclass(frozen=True)
class Grid:
    """The coordinate system a parcel was surveyed in, CGCS2000.

    ``zone`` is the Gauss-Krueger zone number (13-23: 6 degree, 25-45: 3 degree), None for latitude and longitude.
    ``has_prefix`` says whether eastings carry the zone number in front (37 612 058 against 612 058).
    """

    zone: int | None
    has_prefix: bool = True


@dataclass(frozen=True)
class Parcel:
    """One parcel of a survey file: what its plot line says and its rings.

    ``attributes`` are the plot-line fields by role (code, name, use, map_sheet, land_class, area, count, ...) as text.
    ``code`` may be empty or a placeholder; the store decides the code a parcel is kept under.
    """

    code: str
    name: str
    grid: Grid
    parts: tuple[Part, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None

    def rings(self) -> Iterator[tuple[int, int, Ring]]:
        """Every ring with its part number (from 1) and ring number inside the part (1 = outer, 2.. = holes)."""
        for part_number, part in enumerate(self.parts, 1):
            for ring_number, ring in enumerate(part.rings(), 1):
                yield part_number, ring_number, ring

    @property
    def vertex_count(self) -> int:
        return sum(len(ring) for _, _, ring in self.rings())
