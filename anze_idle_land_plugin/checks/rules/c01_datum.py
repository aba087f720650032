"""C01: the datum is CGCS2000, EPSG:4490 and its zones (建设项目用地红线坐标文件内容要求)."""

from __future__ import annotations

import re
from typing import Iterator

from ...geodesy.zones import UnknownGrid, grid_of
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("ask_cgcs2000", "Ask for the file in CGCS2000; transformation parameters are not ours to guess")
_NAMED = re.compile(r"坐标系\s*[=:：]\s*([^\r\n]*)")
_OTHER = re.compile(r"80|西安|54|北京|WGS|84|ITRF", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Finding]:
    try:
        grid_of(subject.campaign.crs)
    except UnknownGrid:
        sentence = "The campaign is kept in {crs}, which is no CGCS2000 system"
        yield Finding((), Message("campaign_datum", sentence, {"crs": subject.campaign.crs}), REMEDY)
    for number, dossier in enumerate(subject.parcels):
        named = _NAMED.search(dossier.survey.attributes.get("header", ""))
        name = named[1].strip() if named else ""
        if name and "2000" not in name and _OTHER.search(name):
            values = {"code": dossier.code, "datum": name}
            sentence = "Parcel {code}: its survey file is in {datum}, not in CGCS2000"
            yield subject.about(number, Message("parcel_datum", sentence, values), REMEDY)
