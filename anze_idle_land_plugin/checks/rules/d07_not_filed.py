"""D07: filed in the system before a mode of article 12 is chosen (闲置土地处置办法 art 25)."""

from __future__ import annotations

from typing import Iterator

from ...model.cases import IdleCase
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("file_first", "File the parcel in the monitoring system and enter JDBARQ before the mode is approved")


def find(subject: Subject) -> Iterator[Finding]:
    modes = subject.standard.words("article_12_modes")
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, IdleCase) or case.measure not in modes:
            continue
        filed, approved = case.filed_on, case.plan_approved_on
        values = {"code": dossier.code, "measure": case.measure}
        if filed is None:
            sentence = "Parcel {code}: mode {measure} is chosen, but no filing date (JDBARQ) is recorded"
            yield subject.about(number, Message("not_filed", sentence, values), REMEDY)
        elif approved is not None and filed > approved:
            days = {"filed": filed.isoformat(), "approved": approved.isoformat()}
            sentence = "Parcel {code}: mode {measure} was approved on {approved}, before it was filed on {filed}"
            yield subject.about(number, Message("filed_late", sentence, {**values, **days}), REMEDY)
