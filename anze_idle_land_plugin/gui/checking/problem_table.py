"""The problems of a check as rows: what the list beside the map shows and filters."""

from __future__ import annotations

from typing import Any, Callable, NamedTuple

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QColor

from ...algorithms.frame.language import tr
from ...cartography.palette import severities
from ...checks.finding import Severity
from ..importing.tables import Column, Table


class Problem(NamedTuple):
    """One feature of the layer of problems. ``severity`` is E, W or I; ``which`` are list ids, comma separated."""

    feature_id: int
    severity: str
    rule: str
    title: str
    which: str
    parcels: str
    sentence: str
    figure: str
    remedy: str
    fix: str


def problems_of(layer: QgsVectorLayer) -> list[Problem]:
    """The problems of a layer, gravest first, in the order they were found."""
    found = [_problem(feature) for feature in layer.getFeatures()]
    return sorted(found, key=lambda problem: "EWI".index(problem.severity))


def _problem(feature: QgsFeature) -> Problem:
    def said(name: str) -> str:
        return str(feature[name] or "")

    return Problem(
        feature_id=feature.id(),
        severity=said("SEVERITY"),
        rule=said("RULE"),
        title=said("TITLE"),
        which=said("LIST"),
        parcels=said("PARCELS"),
        sentence=said("SENTENCE"),
        figure=said("FIGURE"),
        remedy=said("REMEDY"),
        fix=said("FIX"),
    )


def severity_word(letter: str) -> str:
    """The severity in the reader's language."""
    return {"E": tr("Error"), "W": tr("Warning"), "I": tr("Notice")}[letter]


class ProblemTable(Table[Problem]):
    """Problem by problem; the severity in its colour, and in words for those who cannot tell colours apart."""

    columns = (
        Column("Severity", lambda row: severity_word(row.severity)),
        Column("Rule", lambda row: f"{row.rule} {row.title}"),
        Column("Parcels", lambda row: row.parcels),
        Column("Problem", lambda row: row.sentence),
        Column("Figure", lambda row: row.figure, True),
        Column("Remedy", lambda row: row.remedy),
    )

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(severities()[Severity(self.rows[index.row()].severity)])
        return super().data(index, role)


class RowFilter(QSortFilterProxyModel):
    """Rows of one kind (empty: all) that hold a text in any column. ``kind_of`` says what kind a row is."""

    def __init__(self, table: Table[Any], kind_of: Callable[..., str]) -> None:
        super().__init__()
        self.kind, self.kind_of = "", kind_of
        self.setSourceModel(table)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_only(self, kind: str) -> None:
        self.kind = kind
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        fits = not self.kind or self.kind_of(self.sourceModel().rows[row]) == self.kind
        return fits and super().filterAcceptsRow(row, parent)
