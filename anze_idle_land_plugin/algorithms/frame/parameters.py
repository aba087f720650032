"""The parameters that several algorithms share, each made in one place."""

from __future__ import annotations

from typing import Sequence

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...model.kinds import ListKind
from .language import tr
from .values import BOTH

LISTS = tuple(which.value for which in ListKind)
XLSX = "Excel (*.xlsx)"
CSV = "CSV (*.csv)"
DOCX = "Word (*.docx)"
HTML = "HTML (*.html)"
XLSX_OR_CSV = f"{XLSX};;{CSV}"
PDF = "PDF (*.pdf)"
GPKG = "GeoPackage (*.gpkg)"


def text(
    name: str, title: str, default: str = "", optional: bool = True, lines: bool = False
) -> QgsProcessingParameterString:
    return QgsProcessingParameterString(name, tr(title), default or None, lines, optional)


def campaign(optional: bool = False) -> QgsProcessingParameterFile:
    """The campaign file. A file widget in the window, a string for scripts."""
    parameter = QgsProcessingParameterFile("CAMPAIGN", tr("Campaign file"), optional=optional)
    parameter.setFileFilter(GPKG)
    return parameter


def choice(
    name: str, title: str, ids: Sequence[str], default: str | None = None, optional: bool = False
) -> QgsProcessingParameterEnum:
    """A choice by ASCII ids, never by number."""
    return QgsProcessingParameterEnum(name, tr(title), list(ids), False, default, optional, True)


def one_list() -> QgsProcessingParameterEnum:
    return choice("LIST", "List", LISTS)


def lists() -> QgsProcessingParameterEnum:
    """One of the lists or both; both is the default where an output can hold both."""
    return choice("LIST", "List", (*LISTS, BOTH), BOTH, optional=True)


def day(name: str, title: str, optional: bool = True) -> QgsProcessingParameterDateTime:
    kind = QgsProcessingParameterDateTime.Type.Date
    return QgsProcessingParameterDateTime(name, tr(title), kind, None, optional)


def as_of() -> QgsProcessingParameterDateTime:
    return day("AS_OF", "As of (today when empty)")


def whole(
    name: str, title: str, default: int | None, lowest: int, highest: int, optional: bool = True
) -> QgsProcessingParameterNumber:
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(name, tr(title), kind, default, optional, lowest, highest)


def area_ha(name: str, title: str) -> QgsProcessingParameterNumber:
    kind = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, tr(title), kind, None, True, 0.0, 1e6)


def measure(name: str, title: str, default: float) -> QgsProcessingParameterNumber:
    """A length or an area that is not negative, in the unit its title names."""
    kind = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, tr(title), kind, default, True, 0.0, 1e9)


def layer(name: str, title: str, kinds: Sequence[int], optional: bool = False) -> QgsProcessingParameterFeatureSource:
    return QgsProcessingParameterFeatureSource(name, tr(title), list(kinds), None, optional)


def extent(name: str, title: str) -> QgsProcessingParameterExtent:
    """A rectangle on the map."""
    return QgsProcessingParameterExtent(name, tr(title), None, True)


def sink(name: str, title: str, kind: int, optional: bool = False) -> QgsProcessingParameterFeatureSink:
    """A layer to write. An optional one is written only when it is named."""
    return QgsProcessingParameterFeatureSink(name, tr(title), kind, None, optional, not optional)


def flag(name: str, title: str, default: bool = False) -> QgsProcessingParameterBoolean:
    return QgsProcessingParameterBoolean(name, tr(title), default, True)


def crs(name: str, title: str, default: str = "") -> QgsProcessingParameterCrs:
    return QgsProcessingParameterCrs(name, tr(title), default or None, True)


def input_file(name: str, title: str, pattern: str = "", optional: bool = False) -> QgsProcessingParameterFile:
    parameter = QgsProcessingParameterFile(name, tr(title), optional=optional)
    if pattern:
        parameter.setFileFilter(pattern)
    return parameter


def file(name: str, title: str, pattern: str, optional: bool = False) -> QgsProcessingParameterFileDestination:
    """A file to write. An optional one is written only when it is named."""
    return QgsProcessingParameterFileDestination(name, tr(title), pattern, None, optional, not optional)


def folder(name: str = "OUTPUT", title: str = "Folder") -> QgsProcessingParameterFolderDestination:
    return QgsProcessingParameterFolderDestination(name, tr(title))


Definitions = Sequence[QgsProcessingParameterDefinition]
