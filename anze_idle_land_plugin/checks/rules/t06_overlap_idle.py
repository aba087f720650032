"""T06: parcels of 闲置土地 do not overlap (宗地重叠检查; thresholds as T01)."""

from __future__ import annotations

from typing import Iterator

from ...model.kinds import ListKind
from ..finding import Finding
from ..subject import Subject
from .t01_overlap_unsupplied import overlap_finding

NEEDS = ()


def find(subject: Subject) -> Iterator[Finding]:
    for overlap in subject.overlaps:
        lists = {subject.parcels[overlap.one].which, subject.parcels[overlap.other].which}
        if lists == {ListKind.IDLE}:
            yield overlap_finding(subject, overlap)
