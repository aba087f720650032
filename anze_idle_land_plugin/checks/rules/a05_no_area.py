"""A05: no area is negative, and the area of a parcel is more than nothing (common practice)."""

from __future__ import annotations

from typing import Iterator

from ...model.kinds import ListKind
from ...model.messages import Message
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("enter_area", "Enter the area from the approval or the contract")
_WHOLES = {
    ListKind.UNSUPPLIED: ("area_ha", "area_m2", "batch_area_ha"),
    ListKind.IDLE: ("contract_area_ha", "area_m2", "idle_area_ha"),
}
"""Areas that cannot be zero where they are given; parts of a parcel can."""


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for attribute in ledger.areas(dossier.which):
            amount = ledger.amount(dossier.case, attribute)
            if amount is None or amount > 0 or (amount == 0 and attribute not in _WHOLES[dossier.which]):
                continue
            values = {"code": dossier.code, "field": ledger.label(dossier.which, attribute), "amount": f"{amount:g}"}
            message = Message("no_area_given", "Parcel {code}: {field} is {amount}", values)
            yield subject.about(number, message, REMEDY, Figure(amount, "", 4))
