"""Rules on the order of dates: pairs of fields of which one may not come before the other."""

from __future__ import annotations

from typing import Iterator, NamedTuple

from ..model.messages import Message
from . import ledger
from .finding import Figure, Finding
from .subject import Subject

REMEDY = Message("compare_documents", "Compare both dates with the documents and correct the one that is wrong")


class Order(NamedTuple):
    """``later`` may not lie before ``earlier``, nor on the same day when ``strictly``."""

    earlier: str
    later: str
    strictly: bool = False


def out_of_order(subject: Subject, *orders: Order) -> Iterator[Finding]:
    """A finding for each pair of recorded dates that are the wrong way round."""
    for number, dossier in enumerate(subject.parcels):
        for order in orders:
            earlier, later = ledger.day(dossier.case, order.earlier), ledger.day(dossier.case, order.later)
            if earlier is None or later is None or later > earlier or (later == earlier and not order.strictly):
                continue
            values = {
                "code": dossier.code,
                "later": ledger.label(dossier.which, order.later),
                "earlier": ledger.label(dossier.which, order.earlier),
                "later_day": later.isoformat(),
                "earlier_day": earlier.isoformat(),
            }
            if later == earlier:
                sentence = (
                    "Parcel {code}: {later} and {earlier} are both {later_day}; {later} must be later ({earlier_day})"
                )
                message = Message("dates_same", sentence, values)
            else:
                sentence = "Parcel {code}: {later} {later_day} lies before {earlier} {earlier_day}"
                message = Message("dates_reversed", sentence, values)
            yield subject.about(number, message, REMEDY, Figure((earlier - later).days, "天", 0))
