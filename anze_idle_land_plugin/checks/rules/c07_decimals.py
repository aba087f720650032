"""C07: coordinates are written to the millimetre, three decimals (eight for degrees)."""

from __future__ import annotations

from itertools import chain
from typing import Iterator

from ...model.messages import Message
from ...model.parcel import Parcel
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("ask_decimals", "Ask for the file with all decimals; rounded points move the area and open gaps")


def find(subject: Subject) -> Iterator[Finding]:
    metres, degrees = subject.standard.whole("metre_decimals"), subject.standard.whole("degree_decimals")
    for number, dossier in enumerate(subject.parcels):
        wanted = degrees if dossier.survey.grid.zone is None else metres
        most = _most_decimals(dossier.survey, wanted)
        if most < wanted:
            values = {"code": dossier.code, "most": most, "wanted": wanted}
            sentence = "Parcel {code}: its coordinates have at most {most} decimals where {wanted} are written"
            yield subject.about(number, Message("few_decimals", sentence, values), REMEDY, Figure(most, "", 0))


def _most_decimals(survey: Parcel, enough: int) -> int:
    """The longest run of decimals in any coordinate; looks no further once there are enough."""
    most = 0
    for _, _, ring in survey.rings():
        for text in chain(ring.n_text, ring.e_text):
            most = max(most, len(text.strip().partition(".")[2]))
            if most >= enough:
                return most
    return most
