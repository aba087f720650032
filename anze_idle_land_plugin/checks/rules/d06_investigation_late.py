"""D06: the notice of investigation within thirty days of discovery (闲置土地处置办法 art 5).

The ledger has no field for the discovery: it is the day the parcel became 疑似闲置 by its events.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Iterator

from ... import catalogue, law
from ...model.cases import IdleCase
from ...model.messages import Message
from ...model.standing.events import STATE_FIELD, EventKind
from ...model.standing.snapshot import Dossier
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("serve_notice", "Serve the notice, or correct the day of discovery or of service")
SUSPECTED = "X10"


def find(subject: Subject) -> Iterator[Finding]:
    days = int(catalogue.policy_number("investigate_days"))
    calendar = law.work_calendar()
    for number, dossier in enumerate(subject.parcels):
        case, discovered = dossier.case, _discovered(dossier)
        if not isinstance(case, IdleCase) or discovered is None or case.investigation_served_on is None:
            continue
        last = calendar.shifted(discovered + timedelta(days=days))
        if case.investigation_served_on > last:
            values = {
                "code": dossier.code,
                "served": case.investigation_served_on.isoformat(),
                "discovered": discovered.isoformat(),
                "days": days,
            }
            sentence = "Parcel {code}: notice served on {served}, more than {days} days after discovery on {discovered}"
            figure = Figure((case.investigation_served_on - last).days, "天", 0)
            yield subject.about(number, Message("notice_late", sentence, values), REMEDY, figure)


def _discovered(dossier: Dossier) -> date | None:
    moves = [event for event in dossier.standing.events if event.field == STATE_FIELD and event.value == SUSPECTED]
    return next((event.effective_on for event in moves if event.kind is EventKind.TRANSITION), None)
