"""What reading one survey file gives, and what a person may force about it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.messages import Message, Reject
from ..model.parcel import Parcel


@dataclass(frozen=True)
class ReadOptions:
    """What the user forces, or knows, about a file. Empty text means "find out on evidence".

    ``crs`` is an authority code (EPSG:4525). ``county_extent`` is (west, south, east, north) in degrees and serves
    as evidence for eastings without zone; without it such a file is rejected until a CRS is given. ``county`` is the
    outline itself as WKB in degrees, evidence against coordinates that a web map has shifted. ``columns`` says where a
    point table keeps what, by letter or head: "name=B, x=C, y=D", further keys length, ring, code, title.
    """

    profile: str = "auto"
    crs: str = ""
    encoding: str = ""
    county_extent: tuple[float, float, float, float] | None = None
    county: bytes | None = None
    columns: str = ""


@dataclass(frozen=True)
class Reading:
    """One file as read: how it was understood, the parcels it gave, and every line that gave none.

    ``crs`` is the authority code the coordinates are in, empty when it could not be told (then there are rejects).
    ``of_list`` is the id of the list when the file is a part of a package we exported, else empty.
    """

    file: str
    sha256: str
    size: int
    encoding: str
    profile: str
    crs: str
    parcels: tuple[Parcel, ...]
    rejects: tuple[Reject, ...]
    notes: tuple[Message, ...] = ()
    of_list: str = ""
