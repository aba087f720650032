"""T08: 是否开发区范围 (KFQBZ) says what the boundary of the development zone says (field catalogue: spatial test)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.rounding import written
from ..containment import Area
from ..finding import Figure, Finding
from ..need import Need
from ..subject import Subject

NEEDS = (Need.ZONE,)
REMEDY = Message("correct_zone_flag", "Correct KFQBZ in the ledger, or the boundary of the development zone")


def find(subject: Subject) -> Iterator[Finding]:
    zone = Area([shape for _, shape in subject.places["zone_area"]])
    half = subject.standard.number("zone_share")
    for number, dossier in enumerate(subject.parcels):
        shape, said = subject.surfaces[number], dossier.case.in_zone
        if shape is None or said not in ("Y", "N"):
            continue
        share = zone.share_of(shape)
        if (share >= half) != (said == "Y"):
            values = {"code": dossier.code, "share": written(share * 100, 1), "said": said}
            sentence = "Parcel {code} lies {share} % inside the development zone, but KFQBZ says {said}"
            message = Message("zone_flag", sentence, values)
            yield subject.about(number, message, REMEDY, Figure(share * 100, "%", 1))
