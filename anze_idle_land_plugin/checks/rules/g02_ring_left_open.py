"""G02: rings are closed, the last row repeats the first (建设项目用地红线坐标文件内容要求).

A reader closes an open ring and keeps that it did: a notice here, with the closing row as a safe fix.
"""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding, Fix, ParcelKey, Place
from ..subject import Subject

NEEDS = ()
REMEDY = Message("write_closing", "Let the file end each ring with its first point again")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for part, ring_number, ring in dossier.survey.rings():
            if ring.closing_name is None and len(ring):
                values = {"code": dossier.code, "part": part, "ring": ring_number}
                sentence = "Parcel {code}: ring {ring} of part {part} was left open in the file and closed on reading"
                key = ParcelKey(dossier.which, dossier.code)
                place = Place.point(subject.systems[number], ring.e[-1], ring.n[-1])
                if dossier.survey.grid.zone is None:
                    place = subject.whole_place(number) or place
                yield Finding(
                    (key,), Message("left_open", sentence, values), REMEDY, place, fix=Fix.CLOSING, mended=True
                )
