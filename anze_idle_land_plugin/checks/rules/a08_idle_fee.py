"""A08: the fee is 20 % of the price (闲置土地处置办法 art 14; the rate is a policy number)."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...model.cases import IdleCase
from ...model.messages import Message
from ...model.rounding import exceeds, written
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_fee", "Compare price and fee with the decision and correct the one that is wrong")


def find(subject: Subject) -> Iterator[Finding]:
    rules = catalogue.clock_rules()
    tolerance = subject.standard.number("fee_tolerance")
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, IdleCase) or case.fee_wan is None or not case.price_wan:
            continue
        due = rules.fee_wan(case.price_wan)
        if exceeds(abs(case.fee_wan - due), tolerance):
            values = {"code": dossier.code, "fee": written(case.fee_wan, 4), "due": written(due, 4)}
            sentence = "Parcel {code}: the idle fee is {fee} 万元; by the price it is {due} 万元"
            figure = Figure(case.fee_wan - due, "万元", 4)
            yield subject.about(number, Message("wrong_fee", sentence, values), REMEDY, figure)
