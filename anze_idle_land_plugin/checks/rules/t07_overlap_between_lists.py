"""T07: ground that lies idle was supplied, so it is not 批而未供 as well, unless by one supply (proposal)."""

from __future__ import annotations

from typing import Iterator

from ..finding import Finding
from ..subject import Subject
from .t01_overlap_unsupplied import overlap_finding
from .t03_inside_supply import supply_numbers

NEEDS = ()


def find(subject: Subject) -> Iterator[Finding]:
    for overlap in subject.overlaps:
        one, other = subject.parcels[overlap.one], subject.parcels[overlap.other]
        linked = supply_numbers(one.case) & supply_numbers(other.case)
        if one.which is not other.which and not linked:
            yield overlap_finding(subject, overlap)
