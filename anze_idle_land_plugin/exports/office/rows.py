"""The same rows as a workbook in the house style or as CSV, by the ending of the file."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Sequence

from ...model.messages import CampaignError
from ...wording.days import in_table
from .replacing import replacing
from .workbook import Sheet, new_book, save


class RowsNotWritten(CampaignError):
    sentence = "{file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class RowsDiffer(CampaignError):
    sentence = "{file} holds {found} rows where {expected} were written; write it again"


class NeitherBookNorCsv(CampaignError):
    sentence = "{file} is neither xlsx nor csv; name the file with one of these endings"


def write_rows(sheets: Sequence[Sheet], path: Path, note: str) -> int:
    """Write the sheets to xlsx, or the first of them to csv (UTF-8 with mark); returns the rows of the first."""
    ending = path.suffix.lower()
    if ending == ".xlsx":
        save(new_book(sheets, note), path, sheets)
    elif ending == ".csv":
        _write_csv(sheets[0], path)
    else:
        raise NeitherBookNorCsv(file=path.name)
    return len(sheets[0].rows)


def _write_csv(sheet: Sheet, path: Path) -> None:
    with replacing(path, RowsNotWritten) as unfinished:
        with open(unfinished, "w", encoding="utf-8-sig", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerow([column.head for column in sheet.columns])
            writer.writerows([[_text(cell) for cell in row] for row in sheet.rows])
        with open(unfinished, encoding="utf-8-sig", newline="") as handle:
            found = sum(1 for _ in csv.reader(handle)) - 1
        if found != len(sheet.rows):
            raise RowsDiffer(file=path.name, found=found, expected=len(sheet.rows))


def _text(cell: object) -> object:
    return "" if cell is None else in_table(cell) if isinstance(cell, date) else cell
