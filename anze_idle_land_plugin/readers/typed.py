"""A parcel typed or drawn by hand: boundary points as text in any dialect a file may have, or a polygon as WKT."""

from __future__ import annotations

import hashlib
from array import array
from itertools import count
from typing import Iterator, Sequence

from shapely import wkt
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon

from ..geodesy.zones import grid_of
from ..model.messages import Message, Reject
from ..model.parcel import Grid, Parcel, Part, Ring
from .boundary_txt.decoding import decode
from .boundary_txt.reader import is_boundary_txt, read_boundary_txt
from .point_table.reader import read_point_text
from .reading import Reading, ReadOptions

WKT_STARTS = ("POLYGON", "MULTIPOLYGON")


def read_typed(text: str, name: str, options: ReadOptions) -> Reading:
    """Parcels from typed text under a name of its own. ``options.crs`` must say what WKT is in."""
    if text.lstrip().upper().startswith(WKT_STARTS):
        return _read_wkt(text, name, options.crs)
    decoded = decode(text.encode(), name, "utf-8")
    return (read_boundary_txt if is_boundary_txt(text) else read_point_text)(name, decoded, options)


def _read_wkt(text: str, name: str, crs: str) -> Reading:
    data = text.encode()
    sentence = "{file}: the WKT is no polygon ({reason}); write POLYGON((E N, E N, ...)) with full coordinates"
    parcels: tuple[Parcel, ...] = ()
    rejects: tuple[Reject, ...] = ()
    try:
        shape = wkt.loads(text)
        polygons = list(shape.geoms) if isinstance(shape, MultiPolygon) else [shape]
        parcels = (parcel_of(polygons, grid_of(crs)),) if not shape.is_empty else ()
    except ShapelyError as error:
        message = Message("no_polygon", sentence, {"file": name, "reason": str(error)})
        rejects = (Reject(name, 1, text[:200], message),)
    return Reading(name, hashlib.sha256(data).hexdigest(), len(data), "utf-8", "wkt", crs, parcels, rejects)


def parcel_of(polygons: Sequence[Polygon], grid: Grid) -> Parcel:
    """Polygons of (east, north) in a grid as a parcel without code; points are named J1, J2, ... over all rings."""
    names, numbers = (f"J{number}" for number in count(1)), count(1)
    parts = tuple(
        Part(
            _ring(polygon.exterior.coords[:-1], grid, names, next(numbers)),
            tuple(_ring(hole.coords[:-1], grid, names, next(numbers)) for hole in polygon.interiors),
        )
        for polygon in polygons
    )
    return Parcel(code="", name="", grid=grid, parts=parts)


def _ring(vertices: Sequence[Sequence[float]], grid: Grid, names: Iterator[str], number: int) -> Ring:
    """A ring with coordinates as written: millimetres, or nine decimals of a degree."""
    decimals = 3 if grid.zone is not None else 9
    n_text = tuple(f"{vertex[1]:.{decimals}f}" for vertex in vertices)
    e_text = tuple(f"{vertex[0]:.{decimals}f}" for vertex in vertices)
    called = tuple(next(names) for _ in vertices)
    return Ring(
        names=called,
        n=array("d", map(float, n_text)),
        e=array("d", map(float, e_text)),
        n_text=n_text,
        e_text=e_text,
        number=str(number),
        closing_name=called[0],
    )
