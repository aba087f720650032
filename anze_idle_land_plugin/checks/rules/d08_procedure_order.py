"""D08: investigation, recognition, publication, approval of the plan and new start follow each other (arts 5-13)."""

from __future__ import annotations

from typing import Iterator

from ..dates import Order, out_of_order
from ..finding import Finding
from ..subject import Subject

NEEDS = ()


def find(subject: Subject) -> Iterator[Finding]:
    yield from out_of_order(
        subject,
        Order("contract_signed_on", "delivered_on"),
        Order("investigation_served_on", "recognition_served_on"),
        Order("recognition_served_on", "published_on"),
        Order("recognition_served_on", "plan_approved_on"),
        Order("recognition_served_on", "fee_served_on"),
        Order("recognition_served_on", "takeback_served_on"),
        Order("started_on", "completed_on"),
        Order("started_on", "stopped_on"),
    )
