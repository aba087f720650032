"""The campaign's layers in QGIS: found by the custom property ``anze/role``, never by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsVectorLayer

from ..model.kinds import ListKind
from ..model.messages import CampaignError
from ..store.standing.layer_sql import standing_select
from ..store.standing.spans_sql import course_select

ROLE = "anze/role"
_BORROWED = "import_journal"
"""A table without outlines that no SELECT of a layer reads."""
CONTEXT_NAMES = {"county": "县界", "town": "镇界(示意)", "zone_area": "开发区", "river": "河流", "place": "地名"}


class LayerUnreadable(CampaignError):
    sentence = "The layer {layer} of {file} cannot be shown; make sure the campaign file is whole"


def parcel_layer(campaign: Path, which: ListKind, year: int, as_of: date | None) -> QgsVectorLayer:
    """The parcels of a list with their standing as of a day (None: the present), read only: states change by events."""
    source = f"{campaign}|layername={which.table}|subset={filterable(standing_select(which, as_of, year))}"
    return _layer(source, which.zh, which.table, campaign)


def course_layer(campaign: Path, which: ListKind, year: int) -> QgsVectorLayer:
    """Each parcel once for every span of days in a state; QGIS's temporal controller plays it day by day."""
    source = f"{campaign}|layername={which.table}|subset={filterable(course_select(which, year))}"
    layer = _layer(source, f"{which.zh}（进展回放）", f"{which.value}_course", campaign)
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression("to_datetime(\"begins\" || 'T00:00:00')")
    temporal.setEndExpression("to_datetime(\"ends\" || 'T23:59:59')")
    temporal.setIsActive(True)
    return layer


def context_layer(campaign: Path, table: str) -> QgsVectorLayer:
    """County, towns, zone, rivers or places."""
    return _layer(f"{campaign}|layername={table}", CONTEXT_NAMES[table], table, campaign)


def filterable(select: str) -> str:
    """The same rows, by number, from a SELECT that takes the filters of a layer as a table does.

    QGIS narrows a layer by setting conditions on it and, in 3.40 and 3.44, sets the layer's own SELECT as one when it
    has been read. GDAL writes a condition into a SELECT that has one FROM with a table it knows, before its ORDER; of
    any other it complains on the standard error, and leaves the filtering to QGIS. It tells words by the spaces about
    them: here they stand about the last FROM only, whose table is a part of the statement that borrows its name, and
    not about ORDER BY, which GDAL would cut off with what follows.
    """
    quoted = select.split("'")
    quoted[::2] = [outside.replace(" ", "\t") for outside in quoted[::2]]
    rows = "'".join(quoted)
    return f"SELECT *\tFROM\t(WITH\t{_BORROWED}\tAS\t({rows})\tSELECT\t* FROM {_BORROWED} ORDER \tBY\t1)"


def _layer(source: str, name: str, role: str, campaign: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(source, name, "ogr")
    if not layer.isValid():
        raise LayerUnreadable(layer=name, file=str(campaign))
    layer.setCustomProperty(ROLE, role)
    return layer


def layer_with_role(project: QgsProject, role: str) -> QgsMapLayer | None:
    """The project's layer that plays a role; people rename layers, and names are translated."""
    return next((layer for layer in project.mapLayers().values() if layer.customProperty(ROLE) == role), None)
