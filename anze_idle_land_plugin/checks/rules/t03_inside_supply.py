"""T03: an idle parcel lies inside the parcel it was supplied from, 99 % at least (proposal).

Both lists name the supply: parcels with the same 电子监管号 or contract belong together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Iterator

from ...model.cases import Case
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.rounding import exceeds, written
from ..containment import Area
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "compare_supply", "Compare the outline with the supply parcel of the contract and correct the wrong one"
)


def supply_numbers(case: Case) -> set[tuple[str, str]]:
    """The documents a parcel was supplied by; split parcels (-1, -2) come from the supply of the number before it."""
    named = {("DZJGH", case.supervision_number.partition("-")[0]), ("HTBH", case.contract_number)}
    return {(kind, number) for kind, number in named if number}


def find(subject: Subject) -> Iterator[Finding]:
    sources = defaultdict(list)
    for number, dossier in subject.of_list(ListKind.UNSUPPLIED):
        for supply in supply_numbers(dossier.case):
            sources[supply].append(number)
    least = subject.standard.number("inside_share")
    for number, dossier in subject.of_list(ListKind.IDLE):
        shape = subject.surfaces[number]
        origin = sorted({source for supply in supply_numbers(dossier.case) for source in sources[supply]})
        around = [subject.surfaces[source] for source in origin if subject.surfaces[source] is not None]
        if shape is None or not around:
            continue
        share = Area(around).share_of(shape)
        if exceeds(least, share):
            codes = "、".join(subject.parcels[source].code for source in origin)
            values = {"code": dossier.code, "origin": codes, "share": written(share * 100, 1)}
            sentence = "Idle parcel {code} lies only {share} % inside the parcel it was supplied from ({origin})"
            message = Message("outside_supply", sentence, values)
            yield subject.about(number, message, REMEDY, Figure(share * 100, "%", 1))
