"""Business profiles as data (boundary_profiles.csv): a new dialect is a new row, not new code.

What each column of the table means: docs/formats.md 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Mapping, NamedTuple, Sequence

from ... import catalogue
from ...model.messages import CampaignError
from .signs import Sign, sign_of

TABLE = "boundary_profiles"
_MARKERS = ("面", "线", "点")
_FILLED = re.compile(r"\{(zone|width)\}")
_FIELDS = {"count", "area", "code", "name", "shape", "map_sheet", "use", "land_class"}
"""Fields of a plot line that mean something here."""
_COORDINATES = {"n", "e", "lat", "lon"}
_RINGS = {"ring", "feature"}
_POINTS = {"name", "next", "previous", "marker", "blank"} | _COORDINATES | _RINGS
"""Columns of a point row that mean something here."""
_USUAL = re.compile(r"nrcc-*|ncc-r-*|nccr|ncc-?")
"""Orders of point columns that are found by content (columns.py); letters as in patterns.py."""
_COUNTINGS = {"", "rows", "rows-1", "vertices", "zero"}
_FILE_NAMES = {"", "supervision_number"}
_RESERVED = {"header", "footer", "profile", "columns", "nesting", "point_columns"}
"""What a parcel's attributes hold beside the fields of its plot line."""


class DialectRefused(CampaignError):
    sentence = (
        "{table}, row {row}: {value} in column {column} has no meaning here; "
        "correct it, or name a field or point column in the column kept to carry it as it is"
    )


@dataclass(frozen=True)
class Profile:
    """A dialect: how many fields a plot line has, where 面 stands (0 when it may be missing), what each field is.

    ``points`` are the columns of a point row, ``counting`` how points are counted (rows, rows-1, vertices, zero or
    not at all), ``header`` the lines of [属性描述] with {zone} and {width} to fill, ``field_line`` the line in 【】
    above the plots, ``title`` its name in Chinese. ``kept`` are fields and point columns only carried, ``signs`` tell
    it from others of its shape, ``file_name`` is what names a file of one parcel where it is not the parcel's code,
    ``default_for`` the exports that take it unless told otherwise. The first row of an id is the one that is written.
    """

    id: str
    fields: int
    marker: int
    roles: tuple[str, ...]
    points: tuple[str, ...] = ()
    counting: str = ""
    header: tuple[str, ...] = ()
    field_line: str = ""
    title: str = ""
    kept: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    file_name: str = ""
    default_for: tuple[str, ...] = ()

    @property
    def further(self) -> tuple[str, ...]:
        """The point columns beside name, ring and coordinates, in order."""
        return tuple(each for each in self.points if each not in {"name"} | _COORDINATES | _RINGS)

    @property
    def pattern(self) -> str:
        """The kinds of its point columns, a letter each (patterns.py)."""
        return _pattern(self.points)

    @property
    def is_usual(self) -> bool:
        """Whether content alone tells its point columns."""
        return _USUAL.fullmatch(self.pattern) is not None

    @property
    def width(self) -> int:
        """How many columns a point row has that hold something."""
        return max(place for place, column in enumerate(self.points, 1) if column != "blank")

    @property
    def geographic(self) -> bool:
        """Whether its points are in longitude and latitude."""
        return "lon" in self.points

    @property
    def by_rings(self) -> bool:
        """Whether every ring has a plot line of its own and a feature number joins them (进出平衡)."""
        return "feature" in self.points


@catalogue.kept
def profiles() -> tuple[Profile, ...]:
    """The dialects in the order of their table, an office's own behind them.

    Raises DialectRefused for a row that says what nothing here knows.
    """
    return tuple(_profile(row, _Place(place)) for place, row in enumerate(catalogue.table(TABLE)))


class _Place(NamedTuple):
    """Which row of the table it is, for what is said of it."""

    number: int

    def refused(self, column: str, value: str) -> DialectRefused:
        file, line = catalogue.written_at(TABLE, self.number)
        return DialectRefused(table=file, row=line, column=column, value=value)


def _profile(row: Mapping[str, str], place: _Place) -> Profile:
    _check_choices(row, place)
    roles, points, kept = (_listed(row.get(column, "")) for column in ("roles", "points", "kept"))
    _check_columns("roles", roles, _FIELDS | set(kept) - _RESERVED, place)
    _check_columns("points", points, _POINTS | set(kept), place)
    if int(row["fields"]) != len(roles):
        raise place.refused("fields", row["fields"])
    if not _is_whole(_pattern(points)):
        raise place.refused("points", row["points"])
    signs = [(text, sign_of(text, {*roles, *points})) for text in _listed(row.get("signs", ""))]
    for text, sign in signs:
        if sign is None:
            raise place.refused("signs", text)
    return Profile(
        id=row["profile"],
        fields=len(roles),
        marker=int(row["marker"] or 0),
        roles=roles,
        points=points,
        counting=row["counting"],
        header=_listed(row["header"]),
        field_line=row["field_line"],
        title=row["title"] or row["profile"],
        kept=kept,
        signs=tuple(sign for _, sign in signs if sign is not None),
        file_name=row.get("file_name", ""),
        default_for=_listed(row.get("default_for", "")),
    )


def _pattern(points: Sequence[str]) -> str:
    letters = {"name": "n", **dict.fromkeys(_COORDINATES, "c"), **dict.fromkeys(_RINGS, "r")}
    return "".join(letters.get(each, "-") for each in points)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _check_choices(cells: Mapping[str, str], place: _Place) -> None:
    if not cells["profile"] or cells["profile"] == "auto":
        raise place.refused("profile", cells["profile"])
    for column, number in (("fields", cells["fields"]), ("marker", cells["marker"] or "0")):
        if not number.isdigit():
            raise place.refused(column, cells[column])
    for line in _listed(cells["header"]):
        if {"{", "}"} & set(_FILLED.sub("", line)):
            raise place.refused("header", line)
    for column, known in (("counting", _COUNTINGS), ("file_name", _FILE_NAMES)):
        if cells.get(column, "") not in known:
            raise place.refused(column, cells[column])


def _check_columns(column: str, names: Sequence[str], known: set[str], place: _Place) -> None:
    """Each name has a meaning, and none stands twice."""
    for number, name in enumerate(names):
        if name not in known or (name in names[:number] and name != "blank"):
            raise place.refused(column, name)


def _is_whole(pattern: str) -> bool:
    """Whether a point row has both coordinates, and at most one name and one ring number."""
    return pattern.count("c") == 2 and max(pattern.count("n"), pattern.count("r")) <= 1


def default_profile(export: str) -> str:
    """The id of the dialect an export writes unless told otherwise; an office's own comes first."""
    return next((each.id for each in reversed(profiles()) if export in each.default_for), profiles()[0].id)


def marker_of(fields: Sequence[str]) -> int:
    """Where 面, 线 or 点 stands among the fields of a plot line, from 1; 0 when none does."""
    return next((place for place, text in enumerate(fields, 1) if text in _MARKERS), 0)
