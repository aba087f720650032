"""L04: no two parcels of a list carry the same 电子监管号 or 标识码, nor contract number (common practice).

A contract may cover several parcels, so its number counts only where no supervision number tells them apart.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Iterator

from ...model.kinds import ListKind
from ...model.messages import Message
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("check_duplicate", "Check whether one parcel is listed twice, or a number was copied to the wrong row")
_NUMBERS = ("supervision_number", "contract_number", "identifier")


def find(subject: Subject) -> Iterator[Finding]:
    for which in ListKind:
        for attribute in _NUMBERS:
            holders: dict[str, list[int]] = defaultdict(list)
            for number, dossier in subject.of_list(which):
                text = str(ledger.value(dossier.case, attribute) or "").strip()
                told_apart = attribute == "contract_number" and dossier.case.supervision_number
                if text and not told_apart:
                    holders[text].append(number)
            for text, numbers in holders.items():
                if len(numbers) > 1:
                    yield _finding(subject, which, attribute, text, numbers)


def _finding(subject: Subject, which: ListKind, attribute: str, text: str, numbers: list[int]) -> Finding:
    keys = tuple(subject.key(number) for number in numbers)
    codes = "、".join(key.code for key in keys)
    values = {"codes": codes, "field": ledger.label(which, attribute), "number": text}
    message = Message("duplicate_number", "Parcels {codes} carry the same {field}: {number}", values)
    return Finding(keys, message, REMEDY, subject.whole_place(numbers[0]), Figure(len(numbers), "", 0))
