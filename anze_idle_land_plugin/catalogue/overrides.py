"""What an office may set in tables of its own, and the reading of such tables.

An office's table is a csv file of the same name as ours with the key columns and the columns it sets; only rows and
columns we have, only columns of ``office_tables.csv``. An empty cell leaves what is shipped. A table of ``own`` columns
may also gain rows: what stands in them is judged where the table is used.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterable, Iterator, Mapping, NamedTuple, Sequence

from ..model.file_errors import reason_of
from ..model.messages import CampaignError, Message
from .allowed import refusal
from .placeholders import Number, numbers_of

TABLE_OF_TABLES = "office_tables"
NUMBERS = "policy_numbers"
DEFAULT = "默认："
"""Before the name of a column that only shows what is shipped: nothing is read from it."""

Row = Mapping[str, str]
Shipped = Callable[[str], Sequence[Row]]


class OfficeTableUnreadable(CampaignError):
    sentence = "The office's table {file} cannot be read: {reason}. Save it again as CSV in UTF-8, or remove it"


class NoOfficeTable(CampaignError):
    sentence = "{file}: an office cannot set this table; it can set: {known}. Rename the file, or remove it"


class NoOfficeColumn(CampaignError):
    sentence = (
        "{file}: there is no column “{column}” that an office can set; "
        "the columns are: {known}. Rename the column, or remove it"
    )


class OfficeKeyMissing(CampaignError):
    sentence = "{file}: the column “{column}” is missing, which tells the rows apart; the key columns are: {known}"


class NoOfficeRow(CampaignError):
    sentence = "{file}, line {line}: there is no row “{row}”; the rows are: {known}. Correct the line, or remove it"


class OfficeValueRefused(CampaignError):
    sentence = "{file}, line {line}, row “{row}”: “{value}” cannot stand in the column “{column}”; allowed is {allowed}"


class Change(NamedTuple):
    """One cell an office set: ``place`` is the row's place in the table, ``row`` its key in words.

    Rows that an office added stand behind the shipped ones. ``line`` is where its ``file`` says so.
    """

    table: str
    place: int
    row: str
    column: str
    value: str
    file: str
    line: int


@dataclass(frozen=True)
class Settable:
    """What an office may set in a table: the columns that tell rows apart, and the kind of value of each column."""

    name: str
    keys: tuple[str, ...]
    columns: Mapping[str, str]

    @property
    def grows(self) -> bool:
        """Whether an office may add rows."""
        return "own" in self.columns.values()

    def key_of(self, row: Row) -> str:
        return " ".join((row[key] or "").strip() for key in self.keys)


def settable(shipped: Shipped) -> dict[str, Settable]:
    """The tables an office may set, by name (office_tables.csv)."""
    found: dict[str, Settable] = {}
    for row in shipped(TABLE_OF_TABLES):
        before = found.get(row["table"])
        columns = {**(before.columns if before else {}), row["column"]: row["value"]}
        found[row["table"]] = Settable(row["table"], tuple(row["key"].split(";")), columns)
    return found


def table_files(folder: Path) -> list[Path]:
    """The office's tables in a folder; none when it is not there."""
    return sorted(folder.glob("*.csv")) if folder.is_dir() else []


def changes_in(folders: Iterable[Path], shipped: Shipped) -> Iterator[Change]:
    """What the tables of the folders set. Raises a CampaignError that names file, row and what is allowed."""
    known = settable(shipped)
    places: dict[str, dict[str, int]] = {}
    numbers = numbers_of(shipped(NUMBERS))
    for file in (file for folder in folders for file in table_files(folder)):
        if file.stem not in known:
            raise NoOfficeTable(file=str(file), known=_listed(known))
        about, rows = known[file.stem], shipped(file.stem)
        own = places.setdefault(file.stem, {about.key_of(row): place for place, row in enumerate(rows)})
        yield from _changes_of(file, about, rows, own, numbers)


def _changes_of(
    file: Path, about: Settable, rows: Sequence[Row], places: dict[str, int], numbers: Mapping[str, Number]
) -> Iterator[Change]:
    """``places`` are the rows there are; those that are new go behind them."""
    heads, lines = _read(file)
    for head in heads:
        if head not in about.keys and head not in about.columns and not head.startswith(DEFAULT):
            raise NoOfficeColumn(file=str(file), column=head, known=_listed((*about.keys, *about.columns)))
    for key in about.keys:
        if key not in heads:
            raise OfficeKeyMissing(file=str(file), column=key, known=_listed(about.keys))
    for number, line in lines:
        row = about.key_of(line)
        columns = about.columns
        if row not in places and not about.grows:
            raise NoOfficeRow(file=str(file), line=number, row=row, known=_listed(places))
        if row not in places:
            columns = {**dict.fromkeys(about.keys, "own"), **columns}
        place = places.setdefault(row, len(places))
        for column, kind in columns.items():
            value = (line.get(column) or "").strip()
            if value:
                allowed = None if kind == "own" else refusal(kind, value, rows[place], column, numbers)
                if allowed is not None:
                    about_cell = {"row": row, "column": column, "value": value, "allowed": allowed}
                    raise OfficeValueRefused(file=str(file), line=number, **about_cell)
                yield Change(about.name, place, row, column, value, str(file), number)


def _read(file: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Heads and rows with their line numbers; spreadsheets save in UTF-8 or in the Chinese code page."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise OfficeTableUnreadable(file=str(file), reason=reason_of(error)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError as error:
            reason = Message("not_text", "it is no text in UTF-8 or GBK")
            raise OfficeTableUnreadable(file=str(file), reason=reason) from error
    reader = csv.reader(io.StringIO(text, newline=""))
    heads = [head.strip() for head in next(reader, [])]
    return heads, [(reader.line_num, dict(zip(heads, cells))) for cells in reader if any(map(str.strip, cells))]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
