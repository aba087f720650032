"""The working ledger (工作台账): a sheet a list with what an office works with, all further fields on detail sheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Iterator, Sequence

from ... import catalogue
from ...catalogue import Field, Value
from ...model.counting.figures import BOTH_LISTS
from ...model.kinds import ListKind
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import Units
from ...wording.headings import heading
from ..office.workbook import Column, Sheet, new_book, save
from .progress import changed, note

DETAIL_FIELDS = 13
"""Further fields on a detail sheet: as many as stay readable on one A3 page beside number and name."""
SUMMED = frozenset(["area_ha", "supplied_area_ha", "withdrawn_area_ha", "remaining_area_ha", "contract_area_ha"]) | {
    "idle_area_ha",
    "done_area_ha",
    "price_wan",
    "fee_wan",
}
NUMERALS = "一二三四五六七八九"


def write_ledger(
    snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = BOTH_LISTS, since: date | None = None
) -> int:
    """Write the ledger of some lists; returns the number of parcels. Totals are formulas.

    Parcels that changed after ``since`` stand on a tint.
    """
    sheets = []
    for which in lists:
        marked = changed(snapshot.dossiers.get(which, ()), since)
        sheets += [replace(sheet, marked=marked) for sheet in ledger_sheets(snapshot, which)]
    save(new_book(sheets, note(snapshot, "ledger", since)), path, sheets)
    return sum(len(snapshot.dossiers.get(which, ())) for which in lists)


def ledger_sheets(snapshot: Snapshot, which: ListKind) -> list[Sheet]:
    """The main sheet of a list, and detail sheets for every field that is not on it."""
    dossiers = snapshot.dossiers.get(which, ())
    shown = [row for row in catalogue.table("ledger_columns") if row["list"] == which.value]
    fields = [catalogue.field_of(which, row["attribute"]) for row in shown]
    columns = [
        _column(field, float(row["width"]), row["group"], field.attribute in SUMMED)
        for field, row in zip(fields, shown)
    ]
    rows = [[number, *_values(dossier, fields, snapshot.campaign.units)] for number, dossier in enumerate(dossiers, 1)]
    name = f"{which.zh}台账"
    main = Sheet(
        name, heading(snapshot.campaign, f"工作台账（{which.zh}）"), [Column("序号", 6), *columns], rows, paper="A3"
    )
    return [main, *_details(snapshot, which, [field.attribute for field in fields])]


def _details(snapshot: Snapshot, which: ListKind, shown: Sequence[str]) -> Iterator[Sheet]:
    keys = [catalogue.field_of(which, attribute) for attribute in ("code", "project_name")]
    rest = [field for field in catalogue.case_fields(which) if field.attribute not in shown]
    dossiers = snapshot.dossiers.get(which, ())
    for index, start in enumerate(range(0, len(rest), DETAIL_FIELDS)):
        fields = [*keys, *rest[start : start + DETAIL_FIELDS]]
        columns = [_column(field, _width(field)) for field in fields]
        rows = [
            [number, *_values(dossier, fields, snapshot.campaign.units)] for number, dossier in enumerate(dossiers, 1)
        ]
        name = f"{which.zh}明细（{NUMERALS[index]}）"
        yield Sheet(
            name, heading(snapshot.campaign, f"工作台账·{name}"), [Column("序号", 6), *columns], rows, paper="A3"
        )


def _column(field: Field, width: float, group: str = "", total: bool = False) -> Column:
    decimals = f"0.{'0' * field.decimals}" if field.decimals else "0"
    return Column(field.label_zh, width, decimals if field.type == "N" else "", total, group)


def _width(field: Field) -> float:
    if field.type != "C":
        return 13
    return 24 if field.length > 100 else 18 if field.length > 20 else 13


def _values(dossier: Dossier, fields: Sequence[Field], known: Units) -> list[object]:
    return [_shown(dossier, field, known) for field in fields]


def _shown(dossier: Dossier, field: Field, known: Units) -> object:
    """A value as people read it: names for codes, 是/否; the state and the warning are those of the day."""
    if field.attribute == "state":
        return dossier.standing.state.name
    if field.attribute == "warning_colour":
        return dossier.status.zh
    value: Value = getattr(dossier.case, field.attribute)
    if value in ("", None):
        return None
    if field.attribute == "department":
        return known.department_name(str(value))
    return catalogue.name_of(dossier.which, field.attribute, value) if isinstance(value, str) else value
