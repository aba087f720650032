"""F01: a shapefile is a set: shp, shx, dbf, prj and cpg."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..need import Need
from ..subject import Subject

NEEDS = (Need.FILES,)
REMEDY = Message("ask_all_files", "Ask for all files of the set, or export it again")
_SET = ("shp", "shx", "dbf", "prj", "cpg")


def find(subject: Subject) -> Iterator[Finding]:
    for path in subject.files:
        beside = path.parent.iterdir() if path.parent.is_dir() else ()
        there = {file.suffix.lower().lstrip(".") for file in beside if file.stem == path.stem}
        missing = [ending for ending in _SET if ending not in there]
        if missing:
            values = {"file": path.name, "missing": ", ".join(missing)}
            message = Message("set_incomplete", "{file}: of its set these files are missing: {missing}", values)
            yield Finding((), message, REMEDY)
