"""The parcels of both lists as the dock lists them: what counting needs, and the name and state of each."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ... import catalogue
from ...model.counting.progress import Counted
from ...model.gc_pause import many_objects
from ...model.kinds import ListKind, Status
from ..database import CampaignFile
from .overview import Overview, read_overview

TITLE = {
    ListKind.UNSUPPLIED: ("parcel_name", "project_name"),
    ListKind.IDLE: ("project_name",),
}
"""What a parcel is called: the first that has a value, as ``Case.title`` says."""


class Listed(NamedTuple):
    """One line of the list; ``state`` is the name of the state."""

    parcel: Counted
    title: str
    state: str

    @property
    def which(self) -> ListKind:
        return self.parcel.which

    @property
    def code(self) -> str:
        return self.parcel.code

    @property
    def status(self) -> Status:
        return self.parcel.status


class Listing(NamedTuple):
    """The campaign on a day: its figures, and its parcels in the order of the lists."""

    overview: Overview
    rows: tuple[Listed, ...]


def read_listing(path: str | Path, as_of: date) -> Listing:
    """Both lists as of a day, without surveys and cases: of 100,000 parcels in seconds."""
    with many_objects(), CampaignFile.open(path) as file:
        overview = read_overview(path, as_of)
        titles = {which: _titles(file, which) for which in ListKind}
        names = {which: catalogue.workflow(which).states for which in ListKind}
        rows = tuple(
            Listed(parcel, titles[parcel.which][parcel.code], names[parcel.which][state].name)
            for parcel, state in zip(overview.counting.parcels, overview.states)
        )
    return Listing(overview, rows)


def _titles(file: CampaignFile, which: ListKind) -> dict[str, str]:
    columns = [catalogue.field_of(which, attribute).code for attribute in TITLE[which]]
    key = catalogue.code_field(which)
    called = ", ".join(f"NULLIF({column}, '')" for column in columns)
    sql = f"SELECT json_group_array(json_array({key}, COALESCE({called}, {key}))) FROM {which.table}"
    ((text,),) = file.query(sql)
    return {str(code): title for code, title in json.loads(str(text or "[]"))}
