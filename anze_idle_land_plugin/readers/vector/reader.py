"""Layers to parcels: coordinate system, axes and rings by the same rules as the boundary TXT."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Mapping, Sequence

import numpy as np

from ...catalogue import kept_at_most
from ...geodesy.zones import epsg, grid_of
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message, Reject
from ...model.parcel import Grid, Parcel, Part, Ring
from ..boundary_txt.axes import Axes
from ..boundary_txt.grids import locate, unknown_zone
from ..boundary_txt.parts import build_parts
from ..boundary_txt.points import Points, axes_of
from ..ledger.headers import field_of_head
from ..reading import Reading, ReadOptions
from .crs import Stated, stated_crs
from .dxf import read_dxf
from .layers import Feature, Layer, Vertices
from .ogr_layers import number_text, open_layers, place_key
from .shapefile import part_files, read_shapefile

_DRIVERS: Mapping[str, tuple[str, tuple[str, ...], bool]] = {
    ".gpkg": ("GeoPackage", ("GPKG",), False),
    ".geojson": ("GeoJSON", ("GeoJSON",), True),
    ".json": ("GeoJSON", ("GeoJSON",), True),
    ".kml": ("KML", ("LIBKML", "KML"), True),
}
"""Kind, drivers, and whether the format implies its coordinate system."""
VECTOR_TYPES = frozenset({".shp", ".dxf", *_DRIVERS})
_TURNED = (Axes.NORTH_EAST, Axes.LAT_LON)
"""Axes with the northing in x, where a GIS keeps the easting."""
TEXT_LENGTH = 200
"""So much of a feature's attributes stands in a reject."""


class CampaignGiven(CampaignError):
    sentence = "{file} is a campaign file, not a survey file; open it as a campaign instead"


def read_vector(path: Path, file: str, options: ReadOptions) -> Reading:
    """Parcels, rejects and notes of one vector file; ``file`` is the name it goes by."""
    reader = _File(file, options)
    kind = path.suffix.lower()
    layers: list[Layer] = []
    try:
        layers = _layers(path, file, kind, options)
    except CampaignError as error:
        reader.reject(None, "", error.message)
    for layer in layers:
        reader.read(layer)
    if layers and not reader.parcels and not reader.rejects:
        reader.reject(None, "", Message("no_parcel", "{file} holds no polygon", {"file": file}))
    digest, size = _fingerprint(path, kind)
    return Reading(
        file=file,
        sha256=digest,
        size=size,
        encoding=",".join(sorted({layer.encoding for layer in layers})),
        profile=kind[1:],
        crs=",".join(sorted({f"EPSG:{epsg(parcel.grid)}" for parcel in reader.parcels})),
        parcels=tuple(reader.parcels),
        rejects=tuple(reader.rejects),
        notes=tuple(reader.notes),
    )


def _layers(path: Path, file: str, kind: str, options: ReadOptions) -> list[Layer]:
    if kind == ".shp":
        return [read_shapefile(path, file, options.encoding)]
    if kind == ".dxf":
        return [read_dxf(path, file, options.encoding)]
    name, drivers, implied = _DRIVERS[kind]
    layers = open_layers(str(path), file, name, drivers, implied=implied)
    if {"campaign", "parcel_version", "boundary_point"} <= {layer.name for layer in layers}:
        raise CampaignGiven(file=file)
    return layers


def _fingerprint(path: Path, kind: str) -> tuple[str, int]:
    """The hash and size of a file, or of all parts of a shapefile that say something."""
    digest, size = hashlib.sha256(), 0
    for each in sorted(part_files(path).values()) if kind == ".shp" else [path]:
        with open(each, "rb") as handle:
            for block in iter(lambda: handle.read(1 << 20), b""):
                digest.update(block)
                size += len(block)
    return digest.hexdigest(), size


@dataclass
class _File:
    """One file on its way; collects parcels, rejects and notes."""

    file: str
    options: ReadOptions
    parcels: list[Parcel] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    layer: str = ""

    def reject(self, line: int | None, text: str, message: Message) -> None:
        self.rejects.append(Reject(self.file, line, text, message, self.layer))

    def note(self, message: Message | None) -> None:
        """A warning that holds for several features is given once."""
        if message is not None and message not in self.notes:
            self.notes.append(message)

    def read(self, layer: Layer) -> None:
        self.layer = layer.name
        for note in layer.notes:
            self.note(note)
        for fault in layer.faults:
            self.reject(None, "", fault)
        axes, odd = _axes(layer.features)
        stated = self._stated(layer, axes)
        options = replace(self.options, crs=stated.crs)
        self._warn_of_axes(axes)
        unnamed = 0
        for feature in layer.features:
            code, name = _called(feature.attributes)
            label = code or name or f"{layer.name} {feature.number}"
            refusal = _refusal(feature, odd, stated)
            if refusal is not None:
                self._not_taken(feature, label, refusal)
                continue
            rings, named = _as_rings(feature.rings, axes, layer)
            parts, grid = self._parts(feature, label, rings, axes, options)
            if parts and grid:
                unnamed += not named
                attributes = {**feature.attributes, **self._put_right(feature, label, axes, rings, parts)}
                self.parcels.append(Parcel(code, name, grid, _numbered(parts), attributes, feature.number))
        if unnamed:
            sentence = "{file}, layer {layer}: holds no point names; {n} parcels were numbered J1, J2, ... as drawn"
            self.note(Message("names_made", sentence, {"file": self.file, "layer": layer.name, "n": unnamed}))

    def _stated(self, layer: Layer, axes: Axes) -> Stated:
        """What the layer says of its system; what a person gave goes before it."""
        stated = stated_crs(layer.wkt, self.file)
        if self.options.crs:
            self.note(None if layer.implied else _overruled(stated, self.options.crs, self.file))
            return Stated(self.options.crs)
        self.note(stated.note)
        if layer.implied and not axes.geographic and stated.crs == "EPSG:4490":
            return Stated()
        return stated

    def _warn_of_axes(self, axes: Axes) -> None:
        if axes in _TURNED:
            sentence = "{file}, layer {layer}: x holds the northing; the axes were told apart by their magnitude"
            self.note(Message("northing_first", sentence, {"file": self.file, "layer": self.layer}))

    def _parts(
        self, feature: Feature, label: str, rings: Sequence[Ring], axes: Axes, options: ReadOptions
    ) -> tuple[tuple[Part, ...], Grid | None]:
        """The parts of a parcel and the grid they are in; without both it was rejected with every reason."""
        located = locate({}, _placed(rings), axes, options, self.file)
        self.note(located.note)
        if located.grid is None:
            self._not_taken(feature, label, located.refusal or unknown_zone(self.file))
            return (), None
        built = build_parts(rings, label)
        for fault in built.faults:
            self._not_taken(feature, label, fault)
        return built.parts, located.grid

    def _put_right(
        self, feature: Feature, label: str, axes: Axes, rings: Sequence[Ring], parts: Sequence[Part]
    ) -> dict[str, str]:
        """What was read otherwise than the file says, kept for the checks, which name it."""
        kept = {"columns": "northing_first"} if axes in _TURNED else {}
        if feature.outers is not None and _outers(rings, parts) != feature.outers:
            sentence = (
                "{file}, layer {layer}, feature {n}: holes of parcel {parcel} were found by containment, which is not "
                "what the file says; compare its area"
            )
            values = {"file": self.file, "layer": self.layer, "n": feature.number, "parcel": label}
            self.note(Message("nested_otherwise", sentence, values))
            kept["nesting"] = "by_containment"
        return kept

    def _not_taken(self, feature: Feature, label: str, reason: Message) -> None:
        sentence = "{file}, layer {layer}, feature {n}: parcel {parcel} was not taken: {reason}"
        values = {"file": self.file, "layer": self.layer, "n": feature.number, "parcel": label, "reason": reason}
        text = "; ".join(f"{head}={value}" for head, value in feature.attributes.items())
        self.reject(feature.number, text[:TEXT_LENGTH], Message(reason.code, sentence, values))


def _overruled(stated: Stated, crs: str, file: str) -> Message | None:
    """What to say where a person gave another system than the file states."""
    refused = stated.refusal.values if stated.refusal else {}
    said = refused.get("datum") or refused.get("crs") or stated.crs
    if not said or (stated.crs and grid_of(stated.crs).zone == grid_of(crs).zone):
        return None
    sentence = "{file} says of itself that it is in {datum}; it was read in {crs} because that was given"
    return Message("datum_overruled", sentence, {"file": file, "datum": said, "crs": crs})


def _refusal(feature: Feature, odd: Mapping[int, tuple[float, float]], stated: Stated) -> Message | None:
    """Why a feature gives no parcel before its rings are even looked at."""
    if feature.fault is None and feature.number in odd:
        sentence = "the vertex ({x}, {y}) is no coordinate like the others of the layer"
        x, y = odd[feature.number]
        return Message("not_a_point", sentence, {"x": number_text(x), "y": number_text(y)})
    return feature.fault or stated.refusal


def _axes(features: Sequence[Feature]) -> tuple[Axes, dict[int, tuple[float, float]]]:
    """The axis order most vertices of a layer speak for, and by feature a vertex that is of another magnitude.

    Numbers that are none (infinite, not a number) are of another magnitude always.
    """
    owners = [feature.number for feature in features for ring in feature.rings for _ in ring]
    vertices = [vertex for feature in features for ring in feature.rings for vertex in ring]
    columns = np.array(vertices, float).reshape(-1, 2)
    x, y = columns[:, 0], columns[:, 1]
    speaking = dict(axes_of(x, y))
    winner = max(speaking, key=lambda axes: int(np.count_nonzero(speaking[axes])))
    good = np.isfinite(x) & np.isfinite(y)
    axes = winner if speaking[winner].any() else Axes.UNKNOWN
    if axes is not Axes.UNKNOWN:
        good &= speaking[axes]
    odd: dict[int, tuple[float, float]] = {}
    for place in np.flatnonzero(~good):
        odd.setdefault(owners[place], vertices[place])
    return axes, odd


def _as_rings(rings: Sequence[Vertices], axes: Axes, layer: Layer) -> tuple[list[Ring], bool]:
    """The rings as columns, and whether the layer itself named every point; else J1.. runs on over the rings."""
    known = layer.point_names
    names = [[known.get(place_key(*vertex), "") for vertex in ring] for ring in rings] if known else [[] for _ in rings]
    named = bool(known) and all(name for ring in names for name in ring)
    swapped = axes in _TURNED
    made, first = [], 1
    for ring, given in zip(rings, names):
        own = given if named else [f"J{number}" for number in range(first, first + len(ring))]
        east, north = array("d", (x for x, _ in ring)), array("d", (y for _, y in ring))
        if swapped:
            east, north = north, east
        texts = tuple(map(number_text, north)), tuple(map(number_text, east))
        made.append(Ring(tuple(own), north, east, *texts, closing_name=own[0] if own else None))
        first += len(ring)
    return made, named


def _outers(rings: Sequence[Ring], parts: Sequence[Part]) -> tuple[int, ...]:
    """For each ring the place of the outer ring it was found to belong to."""
    places = {id(ring): place for place, ring in enumerate(rings)}
    found = {id(ring): places[id(part.outer)] for part in parts for ring in part.rings()}
    return tuple(found[id(ring)] for ring in rings)


def _numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Ring numbers as the boundary TXT has them: 1, 2, ... over all rings of the parcel."""
    if sum(len(part.rings()) for part in parts) == 1:
        return tuple(parts)  # a lone ring is number 1 already
    numbers = iter(range(1, 1 + sum(len(part.rings()) for part in parts)))
    return tuple(
        Part(
            replace(part.outer, number=str(next(numbers))),
            tuple(replace(hole, number=str(next(numbers))) for hole in part.holes),
        )
        for part in parts
    )


def _placed(rings: Sequence[Ring]) -> Points:
    """The vertices of a parcel as far as finding its grid needs them."""
    north = np.array([value for ring in rings for value in ring.n], float)
    east = np.array([value for ring in rings for value in ring.e], float)
    return Points([name for ring in rings for name in ring.names], (), north, east, (), (), (), ())


def _called(attributes: Mapping[str, str]) -> tuple[str, str]:
    """Code and name of a parcel by the heads that ledgers know; a head of the trade goes before one like "name"."""
    found: dict[str, str] = {}
    for head, text in attributes.items():
        for attribute in _meanings(head):
            found.setdefault(attribute, text)
    return found.get("code", ""), found.get("parcel_name") or found.get("project_name", "")


@kept_at_most(1024)
def _meanings(head: str) -> tuple[str, ...]:
    """The attributes of a case that a head means in one list or the other."""
    known = (field_of_head(which, head) for which in ListKind)
    return tuple(dict.fromkeys(each[0].attribute for each in known if each is not None))
