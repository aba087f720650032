"""The one reading of the tables: by name, as the office in force has them.

The one place that knows where resources lie. Whatever is derived from a table is remembered with ``kept`` (instead of
``functools.cache``): it is remembered by the office it was derived under, so that nothing stale is ever handed out,
neither after an office changed its tables nor between two campaigns of different offices.
"""

from __future__ import annotations

import csv
import hashlib
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, lru_cache, wraps
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping, NamedTuple, Sequence, Tuple, TypeVar, cast

from .overrides import NUMBERS, Change, changes_in, table_files
from .placeholders import Number, fill, numbers_of

_PACKAGE = Path(__file__).parents[1]
RESOURCES = next(each for each in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if each.is_dir())
"""In the plugin they lie in the package, in the sources beside it."""

Row = Mapping[str, str]
Function = TypeVar("Function", bound=Callable[..., Any])
_Stamp = Tuple[str, int, int]


class Office:
    """The tables as one office has them, and everything derived from them.

    ``changes`` are its own entries, in the order of its folders: the later one wins.
    """

    def __init__(self, folders: Sequence[Path] = (), changes: Sequence[Change] = ()) -> None:
        self.folders = tuple(folders)
        self.changes = tuple(changes)
        self._derived: dict[object, Callable[..., Any]] = {}

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table: the shipped ones with what the office changed, and the numbers in their words."""
        numbers = {} if name == NUMBERS else self.numbers
        return tuple({column: fill(text, numbers) for column, text in row.items()} for row in self._changed(name))

    @cached_property
    def numbers(self) -> Mapping[str, Number]:
        """The numbers of law and plan by name (policy_numbers.csv)."""
        return numbers_of(self._changed(NUMBERS))

    def _changed(self, name: str) -> list[dict[str, str]]:
        rows = [dict(row) for row in shipped(name)]
        for change in self.changes:
            if change.table == name:
                if change.place == len(rows):
                    rows.append(dict.fromkeys(rows[0], ""))
                rows[change.place][change.column] = change.value
        return rows

    def memory(self, function: Callable[..., Any], most: int | None) -> Callable[..., Any]:
        """The function as it remembers its results under this office."""
        remembered = self._derived.get(function)
        if remembered is None:
            remembered = self._derived.setdefault(function, lru_cache(maxsize=most)(function))
        return remembered


SHIPPED = Office()
_in_force: ContextVar[Office] = ContextVar("office", default=SHIPPED)


def kept(function: Function) -> Function:
    """Remember what a function derives from the tables for as long as the same office is in force."""
    return kept_at_most(None)(function)


def kept_at_most(most: int | None) -> Callable[[Function], Function]:
    """``kept`` for at most so many results of each office, the least used going first."""

    def decorate(function: Function) -> Function:
        @wraps(function)
        def recall(*arguments: object, **named: object) -> object:
            return _in_force.get().memory(function, most)(*arguments, **named)

        return cast(Function, recall)

    return decorate


@cache
def shipped(name: str) -> tuple[Row, ...]:
    """The rows of resources/codes/<name>.csv as they are shipped."""
    with open(RESOURCES / "codes" / f"{name}.csv", encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@kept
def table(name: str) -> tuple[Row, ...]:
    """The rows of the table ``name`` as text, as the office in force has them."""
    return office().rows(name)


def worded(text: str) -> str:
    """Words with the numbers of law and plan in their places (see placeholders)."""
    return fill(text, office().numbers)


@kept
def fingerprint() -> bytes:
    """What all tables say together, as the office in force has them; another one as soon as a cell differs."""
    digest = hashlib.sha256()
    for file in sorted((RESOURCES / "codes").glob("*.csv")):
        digest.update(file.read_bytes())
    cells = [(each.table, each.place, each.column, each.value) for each in office().changes]
    digest.update(repr(cells).encode("utf-8"))
    return digest.digest()


def is_table(name: str) -> bool:
    return (RESOURCES / "codes" / f"{name}.csv").exists()


def written_at(name: str, place: int) -> tuple[str, int]:
    """File and line of a row of a table: the office's, where it set something in the row, or ours."""
    own = [each for each in office().changes if (each.table, each.place) == (name, place)]
    return (own[-1].file, own[-1].line) if own else (f"{name}.csv", place + 2)


def office() -> Office:
    """The office in force: in this thread, until it is changed."""
    return _in_force.get()


def settle(folders: Sequence[Path]) -> Office:
    """Put the office of these folders in force for this thread and return it.

    Raises CampaignError when a table in them cannot be used.
    """
    chosen = office_of(folders)
    _in_force.set(chosen)
    return chosen


@contextmanager
def under(folders: Sequence[Path]) -> Iterator[Office]:
    """The office of these folders for a while; the one before is in force again afterwards."""
    before = _in_force.set(office_of(folders))
    try:
        yield office()
    finally:
        _in_force.reset(before)


def office_of(folders: Sequence[Path]) -> Office:
    """The office of these folders; the same object for as long as no table in them changes.

    A folder that is not there or holds no table changes nothing.
    """
    stamps = tuple(_stamp(file) for folder in folders for file in table_files(folder))
    return _office_of(tuple(folders), stamps) if stamps else SHIPPED


class Difference(NamedTuple):
    """A cell in which the office in force differs from the shipped tables; ``file`` is the table that sets it.

    ``title`` says in Chinese what the row is, where its table does.
    """

    table: str
    row: str
    title: str
    column: str
    default: str
    now: str
    file: str


def office_differences() -> tuple[Difference, ...]:
    """What the office in force has otherwise than the shipped tables, in the order of its files."""
    cells = {(change.table, change.place, change.column): change for change in office().changes}
    return tuple(
        Difference(each.table, each.row, _shipped_cell(each, "title"), each.column, default, each.value, each.file)
        for each in cells.values()
        if (default := _shipped_cell(each, each.column)) != each.value
    )


def _shipped_cell(change: Change, column: str) -> str:
    """What we ship where the office has something; nothing in a row that it added."""
    rows = shipped(change.table)
    return rows[change.place].get(column, "") if change.place < len(rows) else ""


@lru_cache(maxsize=8)
def _office_of(folders: tuple[Path, ...], stamps: tuple[_Stamp, ...]) -> Office:
    return Office(folders, tuple(changes_in(folders, shipped)))


def _stamp(file: Path) -> _Stamp:
    about = file.stat()
    return str(file), about.st_mtime_ns, about.st_size
