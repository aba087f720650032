"""D03: the agreed start follows the contract, the agreed completion the start (logical consequence)."""

from __future__ import annotations

from typing import Iterator

from ..dates import Order, out_of_order
from ..finding import Finding
from ..subject import Subject

NEEDS = ()


def find(subject: Subject) -> Iterator[Finding]:
    yield from out_of_order(
        subject,
        Order("contract_signed_on", "start_agreed_on"),
        Order("start_agreed_on", "completion_agreed_on", strictly=True),
    )
