"""Several approvals in one row of a ledger: as many numbers, and as many days, with a mark between them."""

from __future__ import annotations

from datetime import date
from typing import Mapping

from ... import catalogue
from ...catalogue import Value
from ...model.approvals import ApprovedBy, approval_numbers, parts_of
from ...model.kinds import ListKind
from .values import typed

APPROVED_ON = {ListKind.UNSUPPLIED: "approved_on", ListKind.IDLE: "land_approved_on"}
"""The attribute of the day of approval. Of several the last counts: only then all of the parcel was approved."""


def days_of(text: str) -> tuple[date, ...]:
    """The days of a cell that holds several; none where a part of it is no day."""
    field = catalogue.field_of(ListKind.UNSUPPLIED, APPROVED_ON[ListKind.UNSUPPLIED])
    read = [typed(ListKind.UNSUPPLIED, field, "", part).value for part in parts_of(text)]
    days = tuple(each for each in read if isinstance(each, date))
    return days if len(days) == len(read) > 1 else ()


def several(which: ListKind, values: Mapping[str, Value], days: tuple[date, ...]) -> tuple[ApprovedBy, ...]:
    """The approvals of a row that names several; each with its day where there are as many days as numbers."""
    numbers = approval_numbers(str(values.get(catalogue.field_of(which, "approval_number").code) or ""))
    if len(numbers) < 2:
        return ()
    if len(days) == len(numbers):
        return tuple(map(ApprovedBy, numbers, days))
    return tuple(ApprovedBy(number, None) for number in numbers)
