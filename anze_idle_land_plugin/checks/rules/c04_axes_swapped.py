"""C04: northing first, easting second; the magnitude tells (E with zone 8 digits, N 7, E without zone 6).

What a reader put right stands here as a notice.
"""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.parcel import Parcel
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
SWAP = Message("swap_columns", "Import the file again with the columns in the order X (north), Y (east)")
TELL = Message("tell_surveyor", "Nothing needs to be done here; ask the surveyor to write X (north) first")
TELL_GIS = Message("tell_draughtsman", "Nothing needs to be done here; ask for files with the easting in x")
_MOST_EASTING_WITHOUT_ZONE = 1e6
_MOST_NORTHING = 1e7


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        values = {"code": dossier.code, "file": dossier.file or "-"}
        columns = dossier.survey.attributes.get("columns")
        if columns == "easting_first":
            sentence = "Parcel {code}: in {file} the easting stands first; the columns were told apart by magnitude"
            message = Message("easting_first_in_file", sentence, values)
            yield Finding((subject.key(number),), message, TELL, subject.whole_place(number), mended=True)
        elif columns == "northing_first":
            sentence = "Parcel {code}: in {file} x holds the northing; the axes were told apart by magnitude"
            message = Message("northing_first_in_file", sentence, values)
            yield Finding((subject.key(number),), message, TELL_GIS, subject.whole_place(number), mended=True)
        elif _swapped(dossier.survey):
            sentence = "Parcel {code}: northing and easting are the wrong way round"
            yield subject.about(number, Message("axes_swapped", sentence, values), SWAP)


def _swapped(survey: Parcel) -> bool:
    rings = [ring for _, _, ring in survey.rings() if len(ring)]
    if survey.grid.zone is None or not rings:
        return False
    north, east = rings[0].n[0], rings[0].e[0]
    if survey.grid.has_prefix:
        return north > _MOST_NORTHING > east
    return east > _MOST_EASTING_WITHOUT_ZONE > north
