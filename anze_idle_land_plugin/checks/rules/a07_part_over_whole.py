"""A07: a part is no larger than its whole: idle of supplied, expropriated of approved (catalogue)."""

from __future__ import annotations

from typing import Iterator

from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.rounding import exceeds, written
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("compare_parts", "Compare both areas with the documents and correct the one that is wrong")
_PAIRS = {
    ListKind.UNSUPPLIED: (("expropriated_area_ha", "batch_area_ha"), ("supplied_area_ha", "area_ha")),
    ListKind.IDLE: (("idle_area_ha", "contract_area_ha"), ("built_area_ha", "buildable_area_ha")),
}


def find(subject: Subject) -> Iterator[Finding]:
    tolerance = subject.standard.number("area_balance")
    for number, dossier in enumerate(subject.parcels):
        for part, whole in _PAIRS[dossier.which]:
            smaller, larger = ledger.amount(dossier.case, part), ledger.amount(dossier.case, whole)
            if smaller is None or larger is None or not exceeds(smaller, larger + tolerance):
                continue
            values = {
                "code": dossier.code,
                "part": ledger.label(dossier.which, part),
                "whole": ledger.label(dossier.which, whole),
                "part_ha": written(smaller, 4),
                "whole_ha": written(larger, 4),
            }
            sentence = "Parcel {code}: {part} ({part_ha}) is larger than {whole} ({whole_ha})"
            figure = Figure(smaller - larger, "公顷", 4)
            yield subject.about(number, Message("part_over_whole", sentence, values), REMEDY, figure)
