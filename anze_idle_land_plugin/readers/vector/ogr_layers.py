"""Layers as OGR reads them. Its errors become reasons in words; its geometries become rings, or a reason why not."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Iterator, Sequence

from ...model.messages import CampaignError, Message
from .layers import Feature, Layer, Vertices

_LIBKML_OWN = {
    *("timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"),
    "snippet",
}
"""Fields that the LIBKML driver adds to every layer whatever the file says."""
_POINT_HEADS = ("JZDH", "界址点号", "点号", "点名", "POINT_NAME")
"""Fields of a point layer that name boundary points, in upper case."""


class GdalMissing(CampaignError):
    sentence = "Vector files need GDAL for Python, which this QGIS does not bring; install QGIS with its own installer"


class VectorUnreadable(CampaignError):
    sentence = "{file} cannot be read as {kind} ({detail}); ask for the file again"


class _Complaints:
    """What GDAL says while it reads. A Python function as its error handler would do for texts in UTF-8 only."""

    def take(self) -> str:
        """The last failure since the last time, empty when there was none."""
        from osgeo import gdal

        said = gdal.GetLastErrorMsg() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
        gdal.ErrorReset()
        return str(said).encode("utf-8", "replace").decode("utf-8")


@contextmanager
def listening() -> Iterator[_Complaints]:
    """Keep GDAL's errors from the screen.

    Whether GDAL raises is a switch of the whole process, which other threads and plugins set: it is left alone, and
    everything below takes an exception and a complaint alike.
    """
    try:
        from osgeo import gdal
    except ImportError as error:
        raise GdalMissing() from error
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield _Complaints()
    finally:
        gdal.PopErrorHandler()


def open_layers(
    path: str, file: str, kind: str, drivers: Sequence[str], options: Sequence[str] = (), implied: bool = False
) -> list[Layer]:
    """All layers of a data set with all features, read at once. Raises VectorUnreadable."""
    with listening() as complaints:
        try:
            return _layers(path, drivers, options, implied, complaints)
        except RuntimeError as error:
            raise VectorUnreadable(file=file, kind=kind, detail=str(error) or "-") from error


def _layers(
    path: str, drivers: Sequence[str], options: Sequence[str], implied: bool, complaints: _Complaints
) -> list[Layer]:
    """The layers of a data set. Raises RuntimeError where GDAL makes nothing of the file."""
    from osgeo import gdal

    kinds = gdal.OF_VECTOR | gdal.OF_READONLY
    source = gdal.OpenEx(path, kinds, allowed_drivers=list(drivers), open_options=list(options))
    if source is None:
        raise RuntimeError(complaints.take())
    layers = [source.GetLayer(index) for index in range(source.GetLayerCount())]
    names = _point_names(layers, complaints)
    complaints.take()
    return [_layer(layer, complaints, source.GetDriver().ShortName, implied, names) for layer in layers]


def _features(layer: Any, complaints: _Complaints) -> Iterator[tuple[Any, str]]:
    """Feature by feature with what GDAL complained of; None for one that it gave up."""
    layer.ResetReading()
    given_up, most = 0, layer.GetFeatureCount()
    while given_up <= most:
        try:
            feature = layer.GetNextFeature()
        except RuntimeError as error:
            given_up += 1
            yield None, str(error)
            continue
        if feature is None:
            return
        yield feature, complaints.take()


def _layer(
    layer: Any, complaints: _Complaints, driver: str, implied: bool, names: dict[tuple[float, float], str]
) -> Layer:
    reference = layer.GetSpatialRef()
    read = Layer(layer.GetName(), reference.ExportToWkt() if reference else "", implied, "UTF-8", point_names=names)
    foreign = _foreign(layer, bool(names))
    if foreign is not None:
        (read.faults if foreign.code == "not_polygons" else read.notes).append(foreign)
        return read
    heads, flattened = _heads(layer, driver), 0
    for number, (feature, complaint) in enumerate(_features(layer, complaints), 1):
        geometry = feature.GetGeometryRef() if feature is not None else None
        attributes = {head: text for place, head in heads if (text := _text(feature, place))}
        rings, fault = _rings(geometry, complaint)
        outers = _outers(geometry) if rings else None
        flattened += bool(geometry is not None and (geometry.Is3D() or geometry.IsMeasured()))
        read.features.append(Feature(number, rings, attributes, fault, outers))
    broken = complaints.take()
    if broken:
        sentence = "layer {layer}: reading broke off behind feature {n} ({detail}); ask for the file again"
        values = {"layer": read.name, "n": len(read.features), "detail": broken}
        read.faults.append(Message("broken_off", sentence, values))
    if flattened:
        sentence = "layer {layer}: heights and measures of {n} features were left out"
        read.notes.append(Message("heights_dropped", sentence, {"layer": read.name, "n": flattened}))
    return read


def _foreign(layer: Any, names: bool) -> Message | None:
    """What a layer holds instead of polygons, by the type it declares; None where it may hold some."""
    from osgeo import ogr

    kind = ogr.GT_Flatten(layer.GetGeomType())
    values = {"layer": layer.GetName(), "n": layer.GetFeatureCount(), "kind": ogr.GeometryTypeToName(kind)}
    if kind == ogr.wkbNone:
        return Message("no_shapes", "{layer} is a table without shapes ({n} rows); it was left out", values)
    if names and kind == ogr.wkbPoint:
        return Message("points_named", "the points of layer {layer} ({n}) gave the names of boundary points", values)
    if kind in (ogr.wkbPoint, ogr.wkbMultiPoint, ogr.wkbLineString, ogr.wkbMultiLineString):
        sentence = "layer {layer} holds {kind} ({n}), not polygons; export the parcels as polygons"
        return Message("not_polygons", sentence, values)
    return None


def _heads(layer: Any, driver: str) -> list[tuple[int, str]]:
    """Place and name of every field that the file itself holds."""
    definition = layer.GetLayerDefn()
    heads = [(place, definition.GetFieldDefn(place).GetName()) for place in range(definition.GetFieldCount())]
    return [each for each in heads if driver != "LIBKML" or each[1] not in _LIBKML_OWN]


def _text(feature: Any, place: int) -> str:
    """A value as text: numbers with the decimals of their column, days in ISO; empty where there is none."""
    from osgeo import ogr

    if feature is None or not feature.IsFieldSetAndNotNull(place):
        return ""
    definition = feature.GetFieldDefnRef(place)
    kind = definition.GetType()
    if kind in (ogr.OFTDate, ogr.OFTDateTime):
        year, month, day = feature.GetFieldAsDateTime(place)[:3]
        return f"{year:04d}-{month:02d}-{day:02d}"
    if kind == ogr.OFTReal and not definition.GetPrecision():
        return number_text(feature.GetFieldAsDouble(place))
    text = feature.GetFieldAsString(place)
    # Only these blanks: a no-break space may be half a Chinese character in a text that is still raw.
    return (text if isinstance(text, str) else text.decode("gb18030", "replace")).strip(" \t\r\n")


def number_text(value: float) -> str:
    """The shortest text that means exactly this number: no digit is invented."""
    return repr(value).removesuffix(".0")


def _rings(geometry: Any, complaint: str) -> tuple[tuple[Vertices, ...], Message | None]:
    """All rings of a surface in the order of the file, or why there are none."""
    from osgeo import ogr

    if geometry is None or geometry.IsEmpty():
        if complaint:
            return (), Message("broken_geometry", "its geometry is broken ({detail})", {"detail": complaint})
        return (), Message("empty_geometry", "it has no geometry", {})
    if geometry.HasCurveGeometry(1):
        sentence = "it holds arcs, which have no boundary points; turn them into points with a stated tolerance first"
        return (), Message("curves", sentence, {})
    if geometry.HasCurveGeometry(0):
        geometry = geometry.GetLinearGeometry()
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbPolygon:
        return tuple(_vertices(geometry.GetGeometryRef(place)) for place in range(geometry.GetGeometryCount())), None
    members = [geometry.GetGeometryRef(place) for place in range(geometry.GetGeometryCount())]
    surfaces = [ogr.GT_Flatten(each.GetGeometryType()) == ogr.wkbPolygon for each in members]
    if members and all(surfaces) and kind in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection):
        return tuple(ring for member in members for ring in _rings(member, "")[0]), None
    sentence = "it is a {kind}, not a polygon; export the parcels as polygons"
    return (), Message("not_a_polygon", sentence, {"kind": ogr.GeometryTypeToName(kind)})


def _outers(geometry: Any) -> tuple[int, ...]:
    """For each ring of a surface the place of the first ring of its polygon, which is the outer one."""
    members = [geometry.GetGeometryRef(place) for place in range(geometry.GetGeometryCount())]
    if any(each.GetGeometryCount() for each in members):
        found: list[int] = []
        for member in members:
            found += [len(found)] * member.GetGeometryCount()
        return tuple(found)
    return (0,) * len(members)


def _vertices(ring: Any) -> Vertices:
    points: Vertices = ring.GetPoints(2) or []
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def _point_names(layers: Sequence[Any], complaints: _Complaints) -> dict[tuple[float, float], str]:
    """Names of boundary points by their place, from point layers that have a field for them."""
    from osgeo import ogr

    names: dict[tuple[float, float], str] = {}
    for layer in layers:
        if ogr.GT_Flatten(layer.GetGeomType()) != ogr.wkbPoint:
            continue
        heads = {head.upper(): place for place, head in _heads(layer, "")}
        place = next((heads[head] for head in _POINT_HEADS if head in heads), None)
        if place is None:
            continue
        for feature, _ in _features(layer, complaints):
            point, name = (feature.GetGeometryRef(), _text(feature, place)) if feature is not None else (None, "")
            if point is not None and not point.IsEmpty() and name:
                names[place_key(point.GetX(), point.GetY())] = name
    return names


def place_key(x: float, y: float) -> tuple[float, float]:
    """Where a point lies, to the millimetre (or 1e-9 degrees): equal keys are one place."""
    decimals = 9 if abs(x) <= 180 and abs(y) <= 180 else 3
    return round(x, decimals), round(y, decimals)
