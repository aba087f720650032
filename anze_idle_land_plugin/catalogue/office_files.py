"""The tables an office may set, and the first file of one to begin with."""

from __future__ import annotations

import csv
from pathlib import Path

from ..model.file_errors import reason_of
from ..model.messages import CampaignError
from .overrides import DEFAULT, Row, Settable, settable
from .tables import shipped


class OfficeTableNotWritten(CampaignError):
    sentence = "The office's table {file} cannot be written: {reason}. Choose a folder you may write to"


def office_tables() -> tuple[str, ...]:
    """The names of the tables an office may set, in the order of office_tables.csv."""
    return tuple(_settable())


def begin_table(folder: Path, table: str) -> Path:
    """The office's file of a table, made where there is none: every row with what is shipped, and nothing set yet.

    What is shipped stands in columns for reading only, so that an update of the plugin is not held back by a copy.
    Raises OfficeTableNotWritten.
    """
    about, file = _settable()[table], folder / f"{table}.csv"
    if file.exists():
        return file
    heads = [*about.keys, *(head for column in about.columns for head in (column, f"{DEFAULT}{column}"))]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(file, "w", encoding="utf-8-sig", newline="") as handle:
            writer = csv.DictWriter(handle, heads)
            writer.writeheader()
            for row in shipped(table):
                writer.writerow({**{key: row[key] for key in about.keys}, **_defaults(about, row)})
    except OSError as error:
        raise OfficeTableNotWritten(file=str(file), reason=reason_of(error)) from error
    return file


def _defaults(about: Settable, row: Row) -> dict[str, str]:
    return {f"{DEFAULT}{column}": row[column] for column in about.columns}


def _settable() -> dict[str, Settable]:
    return settable(shipped)
