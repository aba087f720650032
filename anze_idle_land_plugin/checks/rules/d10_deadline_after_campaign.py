"""D10: the planned date lies in the campaign: not after its last milestone (catalogue: <= 2023-11-30)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("move_deadline", "Plan the parcel to be settled by the last milestone, or say why it cannot be")


def find(subject: Subject) -> Iterator[Finding]:
    days = [milestone.by_date for milestone in subject.snapshot.milestones]
    last = max(days, default=subject.campaign.ends_on)
    for number, dossier in enumerate(subject.parcels):
        deadline = dossier.case.deadline
        if deadline is not None and not subject.campaign.starts_on <= deadline <= last:
            values = {"code": dossier.code, "deadline": deadline.isoformat(), "last": last.isoformat()}
            sentence = "Parcel {code} is planned for {deadline}, outside the campaign, which ends with {last}"
            yield subject.about(number, Message("deadline_outside", sentence, values), REMEDY)
