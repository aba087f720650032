"""T01: parcels of 批而未供 do not overlap (宗地重叠检查; threshold 1 m² or 0.1 % of the smaller parcel: proposal)."""

from __future__ import annotations

from typing import Iterator

from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.rounding import written
from ..finding import Figure, Finding, Place
from ..overlaps import Overlap
from ..subject import Subject

NEEDS = ()
REMEDY = Message("settle_overlap", "Compare both surveys, correct the one that is wrong, and import it again")
_WHOLE = 0.999
"""Shares of both parcels above which they are the same shape."""


def overlap_finding(subject: Subject, overlap: Overlap) -> Finding:
    one, other = subject.key(overlap.one), subject.key(overlap.other)
    share = overlap.area / _smaller(subject, overlap)
    larger = max(_areas(subject, overlap))
    values = {"one": one.code, "other": other.code, "share": written(share * 100, 1)}
    if overlap.area / larger > _WHOLE:
        sentence = Message("same_shape", "Parcels {one} and {other} cover the same ground: one is there twice", values)
    else:
        sentence = Message("overlap", "Parcels {one} and {other} overlap ({share} % of the smaller one)", values)
    place = Place(overlap.epsg, tuple(overlap.shape.bounds), bytes(overlap.shape.wkb))
    return Finding((one, other), sentence, REMEDY, place, Figure(overlap.area, "m²"))


def _areas(subject: Subject, overlap: Overlap) -> list[float]:
    shapes = (subject.measured[overlap.one], subject.measured[overlap.other])
    return [float(shape.area) for shape in shapes if shape is not None]


def _smaller(subject: Subject, overlap: Overlap) -> float:
    return min(_areas(subject, overlap))


def find(subject: Subject) -> Iterator[Finding]:
    for overlap in subject.overlaps:
        lists = {subject.parcels[overlap.one].which, subject.parcels[overlap.other].which}
        if lists == {ListKind.UNSUPPLIED}:
            yield overlap_finding(subject, overlap)
