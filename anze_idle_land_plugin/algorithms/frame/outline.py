"""An outline given to an algorithm as WKT, boundary points, a file or a layer: one parcel, of all its polygons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsVectorLayer

from ...model.parcel import Parcel
from ...readers.files import read_path
from ...readers.reading import Reading, ReadOptions
from ...readers.typed import WKT_STARTS, read_typed
from ...store.surveying.entering import NotOneParcel


def outline_of(text: str, name: str, options: ReadOptions, context: QgsProcessingContext) -> Parcel:
    """The outline under a name. Raises NotOneParcel with what could not be read."""
    readings = _readings(text.strip(), name, options, context)
    parcels = [parcel for reading in readings for parcel in reading.parcels]
    rejects = tuple(reject.message for reading in readings for reject in reading.rejects)
    if not parcels or rejects or len({parcel.grid for parcel in parcels}) > 1:
        raise NotOneParcel(count=len(parcels), reasons=rejects)
    return replace(parcels[0], code=name, parts=tuple(part for parcel in parcels for part in parcel.parts))


def _readings(text: str, name: str, options: ReadOptions, context: QgsProcessingContext) -> list[Reading]:
    if text.upper().startswith(WKT_STARTS):
        return [read_typed(text, name, options)]
    if "\n" not in text and Path(text).is_file():
        return list(read_path(Path(text), replace(options, crs="") if _says_its_crs(text) else options))
    layer = QgsProcessingUtils.mapLayerFromString(text, context) if "\n" not in text else None
    if isinstance(layer, QgsVectorLayer) and layer.isValid():
        own = replace(options, crs=layer.crs().authid() or options.crs)
        shapes = (feature.geometry().asWkt(4) for feature in layer.getFeatures() if feature.hasGeometry())
        return [read_typed(shape, name, own) for shape in shapes]
    return [read_typed(text, name, options)]


def _says_its_crs(path: str) -> bool:
    """A vector file carries its coordinate system; the points of a text may leave it to be told."""
    return Path(path).suffix.lower() not in (".txt", ".csv", ".xlsx")
