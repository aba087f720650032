"""What the rules look at: a campaign as of a day, with the shapes and measures that several rules share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Iterator, Sequence

from shapely import wkb

from ..geodesy.zones import epsg, transform
from ..model.campaign import Campaign
from ..model.kinds import ListKind
from ..model.messages import Message, Reject
from ..model.standing.snapshot import ContextShape, Dossier, Snapshot
from .finding import Figure, Finding, ParcelKey, Place
from .need import Need
from .overlaps import Overlap, Tolerance, overlaps_of
from .shapes import Geometry, mended, outlines
from .standard import Standard
from .vertices import PlacedRing, RingPlace, Vertices, plain


@dataclass(frozen=True)
class JournalEntry:
    """A file in the import journal: how it was read."""

    which: ListKind
    file: str
    encoding: str
    profile: str
    crs: str


@dataclass(frozen=True)
class Journal:
    """What the campaign file remembers beside the parcels: imports, rejects, and what was tampered with.

    ``damaged_attachments`` are the events whose scans are gone or changed, each with the sentence that says so.
    """

    entries: tuple[JournalEntry, ...] = ()
    rejects: tuple[Reject, ...] = ()
    broken_events: tuple[int, ...] = ()
    damaged_attachments: tuple[tuple[int, Message], ...] = ()


class Subject:
    """A campaign to be checked. Shapes and measures are made when a rule first asks, and once.

    ``parcels`` are the dossiers of both lists, numbered from 0; all per-parcel sequences follow that order.
    ``files`` are shapefiles to look at, ``journal`` is None where there is no campaign file behind.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        standard: Standard | None = None,
        journal: Journal | None = None,
        files: Sequence[Path] = (),
    ) -> None:
        self.snapshot = snapshot
        self.campaign: Campaign = snapshot.campaign
        self.standard = standard or Standard.shipped()
        self.journal = journal
        self.files = tuple(files)
        self.parcels: tuple[Dossier, ...] = snapshot.all_dossiers()
        self.crs = int(snapshot.campaign.crs.split(":")[-1])

    def has(self, need: Need) -> bool:
        """Whether what a rule needs is there."""
        if need is Need.JOURNAL:
            return self.journal is not None
        if need is Need.FILES:
            return bool(self.files)
        return bool(self.snapshot.context.get(need.value))

    def key(self, number: int) -> ParcelKey:
        dossier = self.parcels[number]
        return ParcelKey(dossier.which, dossier.code)

    @cached_property
    def numbers(self) -> dict[ParcelKey, int]:
        """The number of each parcel."""
        return {self.key(number): number for number in range(len(self.parcels))}

    def of_list(self, which: ListKind) -> Iterator[tuple[int, Dossier]]:
        """The parcels of one list with their numbers."""
        return ((number, dossier) for number, dossier in enumerate(self.parcels) if dossier.which is which)

    @cached_property
    def systems(self) -> tuple[int, ...]:
        """The plane system (EPSG) each parcel is measured in: its own; the campaign's for latitude and longitude."""
        return tuple(self.crs if each.survey.grid.zone is None else epsg(each.survey.grid) for each in self.parcels)

    @cached_property
    def vertices(self) -> Vertices:
        """All rings, each in its parcel's own plane system."""
        return Vertices.of(self._rings(own=True))

    @cached_property
    def ground(self) -> Vertices:
        """All rings in the campaign's CRS: where neighbours of different zones meet."""
        if set(self.systems) <= {self.crs}:
            return self.vertices
        return Vertices.of(self._rings(own=False))

    def _rings(self, own: bool) -> Iterator[PlacedRing]:
        for number, dossier in enumerate(self.parcels):
            system = epsg(dossier.survey.grid)
            target = self.systems[number] if own else self.crs
            for part, ring_number, ring in dossier.survey.rings():
                place = RingPlace(number, part, ring_number)
                if system == target:
                    yield plain(place, ring)
                else:
                    placed = transform(ring.easting_northing(), system, target)
                    yield PlacedRing(place, [x for x, _ in placed], [y for _, y in placed])

    @cached_property
    def _ring_counts(self) -> list[int]:
        return [sum(len(part.rings()) for part in dossier.survey.parts) for dossier in self.parcels]

    @cached_property
    def outlines(self) -> list[Geometry | None]:
        """Each parcel as surveyed, in its own plane system, valid or not; None where no shape can be made."""
        return outlines(self.vertices, self._ring_counts)

    @cached_property
    def validity(self) -> list[bool]:
        """Whether GEOS finds the outline valid; a parcel without outline counts as not valid."""
        return [shape is not None and bool(shape.is_valid) for shape in self.outlines]

    @cached_property
    def measured(self) -> list[Geometry | None]:
        """The outlines with broken ones mended, so that overlap can be measured all the same."""
        return [
            shape if valid or shape is None else mended(shape) for shape, valid in zip(self.outlines, self.validity)
        ]

    @cached_property
    def surfaces(self) -> list[Geometry | None]:
        """The measured shapes in the campaign's CRS."""
        if self.ground is self.vertices:
            return self.measured
        placed = outlines(self.ground, self._ring_counts)
        return [
            own if system == self.crs else (shape if shape is None else mended(shape))
            for own, shape, system in zip(self.measured, placed, self.systems)
        ]

    @cached_property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Every two parcels of either list that share more ground than the tolerance."""
        tolerance = Tolerance(self.standard.number("overlap_area"), self.standard.number("overlap_share"))
        return tuple(overlaps_of(self.measured, self.surfaces, self.systems, self.crs, tolerance))

    @cached_property
    def places(self) -> dict[str, tuple[tuple[ContextShape, Geometry], ...]]:
        """The shapes around the parcels (county, town, zone_area ...), in the campaign's CRS."""
        return {
            layer: tuple((shape, mended(wkb.loads(shape.wkb))) for shape in shapes if shape.wkb)
            for layer, shapes in self.snapshot.context.items()
        }

    def about(self, number: int, sentence: Message, remedy: Message, figure: Figure | None = None) -> Finding:
        """A finding about a parcel as a whole."""
        return Finding((self.key(number),), sentence, remedy, self.whole_place(number), figure)

    def whole_place(self, number: int) -> Place | None:
        """Where a parcel lies as a whole, for findings about its ledger; None without a shape."""
        shape = self.outlines[number]
        return None if shape is None else Place(self.systems[number], tuple(shape.bounds), bytes(shape.wkb))

    def vertex_place(self, vertices: Vertices, row: int) -> Place:
        """Where a vertex of ``self.vertices`` (or a table made from it) lies."""
        number = vertices.places[vertices.ring_of[row]].parcel
        return Place.point(self.systems[number], float(vertices.x[row]), float(vertices.y[row]))
