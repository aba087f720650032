"""The use that a plot line names: the ledger's, where the ledger gives one, else what the survey file said."""

from __future__ import annotations

from dataclasses import replace

from ...catalogue import land_use
from ...model.cases import UnsuppliedCase
from ...model.parcel import Parcel
from ...model.standing.snapshot import Dossier


def with_ledger_use(dossier: Dossier) -> Parcel:
    """The survey of a parcel with the name of its land use (planned for unsupplied land, agreed for idle land)."""
    case = dossier.case
    stored = case.planned_use if isinstance(case, UnsuppliedCase) else getattr(case, "use", "")
    if not stored:
        return dossier.survey
    return replace(dossier.survey, attributes={**dossier.survey.attributes, "use": land_use.name_of(stored)})
