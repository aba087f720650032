"""Which parcels a FILTER takes: a QGIS expression over the field codes of the catalogue."""

from __future__ import annotations

from datetime import date
from typing import Sequence

from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsField, QgsFields

from ... import catalogue
from ...model.cases import Case
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...model.standing.snapshot import Dossier, Snapshot

ALL_COLUMNS = "#!allattributes!#"
"""What QGIS lists for an expression that may read every column."""


class WrongFilter(CampaignError):
    sentence = "FILTER: {filter} is no valid expression: {reason}"


def selected(snapshot: Snapshot, lists: Sequence[ListKind], expression: str = "") -> tuple[Dossier, ...]:
    """The dossiers of the lists for which the expression is true; all of them when it is empty.

    A field the other list has and this one has not is no error: such parcels are not taken.
    """
    every = [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]
    if not expression:
        return tuple(every)
    parsed = QgsExpression(expression)
    known = {field.code for which in ListKind for field in catalogue.case_fields(which)}
    if parsed.hasParserError():
        raise WrongFilter(filter=expression, reason=parsed.parserErrorString().strip())
    unknown = sorted(parsed.referencedColumns() - known - {ALL_COLUMNS})
    if unknown:
        raise WrongFilter(filter=expression, reason=", ".join(unknown))
    return tuple(dossier for dossier in every if _is_true(parsed, dossier.case))


def _is_true(expression: QgsExpression, case: Case) -> bool:
    row = catalogue.row_of(case)
    if not expression.referencedColumns() <= set(row) | {ALL_COLUMNS}:
        return False
    fields = QgsFields()
    for code in row:
        fields.append(QgsField(code))  # only names are asked for; values keep the types of the row
    feature = QgsFeature(fields)
    feature.setAttributes([cell.isoformat() if isinstance(cell, date) else cell for cell in row.values()])
    context = QgsExpressionContext()
    context.setFeature(feature)
    context.setFields(fields)
    return bool(expression.evaluate(context))
