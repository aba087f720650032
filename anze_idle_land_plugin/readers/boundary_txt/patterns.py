"""Point rows in an order that content alone does not tell, put into the usual one: name, ring, coordinates, the rest.

A pattern has a letter a column: n the name, r the ring, c a coordinate, - anything else. The usual patterns are found
by content (columns.py); others are those that dialects declare, and where none declares one this costs nothing.
"""

from __future__ import annotations

from typing import Mapping, NamedTuple, Sequence

from .axes import Axes
from .blocks import Plot
from .columns import SMALL_INTEGER, Columns, number_of
from .lines import Line, fields_of, half_width
from .points import pair_axes

_ONE_RING = "1"


class Arranged(NamedTuple):
    """Rows that were put into the usual order: the pattern they had, and as written by line number."""

    pattern: str
    rows: Mapping[int, str]

    def give_back(self, table: Columns) -> None:
        """Let the columns know their rows as the file has them."""
        table.pattern = self.pattern
        table.texts = [self.rows[number] for number in table.lines]
        table.unread = [Line(line.number, self.rows[line.number]) for line in table.unread]


def arrange(plot: Plot, patterns: Sequence[str], forced: bool) -> Arranged | None:
    """Put the rows of a plot into the usual order where they have one of the patterns; None where they have it already.

    A ``forced`` pattern is taken at its word, others must show coordinates where they say.
    """
    first = _fields(plot.rows[0]) if plot.rows else []
    if not forced and _found_by_content(first):
        return None
    pattern = next((each for each in patterns if forced or _fits(each, first)), None)
    if pattern is None:
        return None
    written = dict(zip(plot.numbers, plot.rows))
    plot.rows = [_usual(row, pattern) for row in plot.rows]
    return Arranged(pattern, written)


def _fields(row: str) -> list[str]:
    return fields_of(half_width(row))


def _usual(row: str, pattern: str) -> str:
    fields = fields_of(row)
    fields += [""] * (len(pattern) - len(fields))
    by_kind: dict[str, list[str]] = {"n": [], "r": [], "c": [], "-": []}
    for kind, text in zip(pattern.ljust(len(fields), "-"), fields):
        by_kind[kind].append(text)
    return ",".join([*(by_kind["n"] or [""]), *(by_kind["r"] or [_ONE_RING]), *by_kind["c"], *by_kind["-"]])


def _found_by_content(fields: Sequence[str]) -> bool:
    if len(fields) >= 4 and SMALL_INTEGER.fullmatch(fields[1]):
        return _are_coordinates(fields[2], fields[3])
    ringed = len(fields) >= 5 and SMALL_INTEGER.fullmatch(fields[4])
    return (len(fields) in (3, 4) or bool(ringed)) and _are_coordinates(fields[1], fields[2])


def _fits(pattern: str, fields: Sequence[str]) -> bool:
    """Whether a row has as many columns, coordinates where the pattern has them, and a ring number where it has one."""
    if len(fields) > len(pattern) or len(fields) < pattern.rindex("c") + 1:
        return False
    coordinates = [text for kind, text in zip(pattern, fields) if kind == "c"]
    rings = [text for kind, text in zip(pattern, fields) if kind == "r"]
    return all(SMALL_INTEGER.fullmatch(text) for text in rings) and _are_coordinates(*coordinates)


def _are_coordinates(one: str, other: str) -> bool:
    return pair_axes(number_of(one), number_of(other)) is not Axes.UNKNOWN
