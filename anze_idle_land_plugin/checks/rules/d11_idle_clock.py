"""D11: idle since, idle type and delivery agree with the idle clock (闲置土地处置办法 arts 2, 8, 22)."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterator

from ... import catalogue
from ...model.cases import IdleCase
from ...model.messages import Message
from ...model.procedure.idle_clock import idle_verdict
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_clock", "Correct the dates of the contract or the idle date in the ledger")
_JUDGED = ("idle_since", "idle_type")
"""The doubts of the clock that are contradictions; a late delivery is a hint for the advice."""


def find(subject: Subject) -> Iterator[Finding]:
    rules = catalogue.clock_rules()
    for number, dossier in enumerate(subject.parcels):
        if isinstance(dossier.case, IdleCase):
            # A new agreement restarts the clock, but the ledger keeps since when the parcel lay idle before.
            before = replace(dossier.case, new_start_on=None)
            for doubt in idle_verdict(before, subject.snapshot.as_of, rules).doubts:
                if doubt.code in _JUDGED:
                    yield subject.about(number, doubt, REMEDY)
