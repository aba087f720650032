"""S01: 销号 only where the monitoring system has confirmed (plan 安政办发〔2023〕16号: 以系统数据为准)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.standing.base import NOT_IDLE_STATE
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("confirm_first", "Reconcile with the list of the monitoring system, then close the parcel")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        # 不构成闲置 ends a case too, but is no 销号: the parcel leaves the base.
        if dossier.case.closed == "Y" and dossier.case.confirmed != "Y" and dossier.case.state != NOT_IDLE_STATE:
            sentence = "Parcel {code} is closed (销号), but the monitoring system has not confirmed it"
            yield subject.about(number, Message("closed_unconfirmed", sentence, {"code": dossier.code}), REMEDY)
