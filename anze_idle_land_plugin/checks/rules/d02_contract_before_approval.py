"""D02: no contract before the approval (logical consequence of the field definitions)."""

from __future__ import annotations

from typing import Iterator

from ..dates import Order, out_of_order
from ..finding import Finding
from ..subject import Subject

NEEDS = ()


def find(subject: Subject) -> Iterator[Finding]:
    yield from out_of_order(
        subject,
        Order("approved_on", "contract_signed_on"),
        Order("land_approved_on", "contract_signed_on"),
    )
