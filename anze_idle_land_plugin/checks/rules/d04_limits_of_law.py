"""D04: thirty days to answer, to pay the fee and to deregister (闲置土地处置办法 arts 5, 16-21).

The day of service is not counted, and a limit that ends on a holiday ends on the next working day (民法典 201-203).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Iterator

from ... import catalogue, law
from ...model.messages import Message
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "record_overdue", "Correct the dates if they are wrong; else record that the limit was missed, and go on by law"
)
_LIMITS = (
    ("investigation_served_on", "materials_submitted_on", "answer_days"),
    ("fee_served_on", "fee_paid_on", "fee_pay_days"),
    ("takeback_served_on", "deregistered_on", "deregister_days"),
)
"""From service to answer, and the policy number that says how many days may lie between."""


def find(subject: Subject) -> Iterator[Finding]:
    calendar = law.work_calendar()
    for number, dossier in enumerate(subject.parcels):
        for served_name, done_name, limit_name in _LIMITS:
            served, done = ledger.day(dossier.case, served_name), ledger.day(dossier.case, done_name)
            if served is None or done is None:
                continue
            days = int(catalogue.policy_number(limit_name))
            last = calendar.shifted(served + timedelta(days=days))
            if served <= done <= last:
                continue
            values = {
                "code": dossier.code,
                "done": ledger.label(dossier.which, done_name),
                "done_day": done.isoformat(),
                "served": ledger.label(dossier.which, served_name),
                "served_day": served.isoformat(),
                "days": days,
                "last": last.isoformat(),
            }
            if done < served:
                sentence = "Parcel {code}: {done} {done_day} lies before {served} {served_day}"
                message = Message("before_service", sentence, values)
            else:
                sentence = (
                    "Parcel {code}: {done} {done_day} is later than {days} days after {served} {served_day} ({last})"
                )
                message = Message("limit_missed", sentence, values)
            yield subject.about(number, message, REMEDY, Figure((done - last).days, "天", 0))
