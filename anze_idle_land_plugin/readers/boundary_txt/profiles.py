"""Business profiles as data (resources/codes/boundary_profiles.csv): a new dialect is a new row, not new code."""

from __future__ import annotations

import re
from typing import Mapping, NamedTuple, Sequence

from ...catalogue import kept, table
from .axes import Axes

_MARKERS = ("面", "线", "点")
_SUPERVISION_NUMBER = re.compile(r"\d{6}20\d{2}[A-Z]\d{5}(-\d+)?")


class Profile(NamedTuple):
    """A dialect: how many fields a plot line has, where 面 stands (0 when it may be missing), what each field is.

    ``points`` are the columns of a point row, ``counting`` how points are counted (rows, rows-1, vertices, zero or
    not at all), ``header`` the lines of [属性描述] with {zone} and {width} to fill, ``field_line`` the
    line in 【】 above the plots, ``title`` its name in Chinese. The first row of an id is the one that is written.
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


class Evidence(NamedTuple):
    """What the rest of a file says about its profile."""

    stem: str
    header: Mapping[str, str]
    axes: Axes
    ring_column: int
    columns: int


@kept
def profiles() -> tuple[Profile, ...]:
    return tuple(_profile(row) for row in table("boundary_profiles"))


def _profile(row: Mapping[str, str]) -> Profile:
    return Profile(
        id=row["profile"],
        fields=int(row["fields"]),
        marker=int(row["marker"] or 0),
        roles=tuple(row["roles"].split(";")),
        points=tuple(row["points"].split(";")),
        counting=row["counting"],
        header=tuple(line for line in row["header"].split(";") if line),
        field_line=row["field_line"],
        title=row["title"],
    )


def marker_of(fields: Sequence[str]) -> int:
    """Where 面, 线 or 点 stands among the fields of a plot line, from 1; 0 when none does."""
    return next((place for place, text in enumerate(fields, 1) if text in _MARKERS), 0)


def recognise(fields: Sequence[str], evidence: Evidence) -> Profile:
    """The profile of a plot line: by its shape, and among equal shapes by the rest of the file."""
    marker = marker_of(fields)
    fitting = [each for each in profiles() if each.fields == len(fields) and marker in (each.marker, 0)]
    by_id = {each.id: each for each in fitting}
    for wanted in _hints(fields, evidence):
        if wanted in by_id:
            return by_id[wanted]
    return fitting[0] if fitting else _by_count(len(fields), marker)


def forced(profile_id: str, fields: Sequence[str]) -> Profile:
    """The profile a person chose, with the variant that has as many fields where there is one."""
    variants = [each for each in profiles() if each.id == profile_id]
    return next((each for each in variants if each.fields == len(fields)), variants[0])


def _hints(fields: Sequence[str], evidence: Evidence) -> list[str]:
    if evidence.ring_column == 5:
        return ["zengjianguagou"]
    if evidence.axes.geographic:
        return ["weipian"]
    if len(fields) == 4:
        return ["jinchu" if evidence.axes is Axes.EAST_NORTH and not evidence.header else "yizhangtu"]
    if evidence.columns >= 6:
        return ["bubeian"]
    if _SUPERVISION_NUMBER.fullmatch(evidence.stem):
        return ["gongdi"]
    if "80" in evidence.header.get("坐标系", ""):
        return ["kancedingjie"]
    return ["baopi"] if evidence.header.get("精度") == "3" else ["canonical"]


def _by_count(count: int, marker: int) -> Profile:
    """A shape no profile has: the first fields by the nearest shape, the rest kept as they are."""
    nearest = min(profiles(), key=lambda each: (each.marker != marker, abs(each.fields - count)))
    return Profile("canonical", count, marker, nearest.roles[:count])


def attributes_of(profile: Profile, fields: Sequence[str]) -> dict[str, str]:
    """The plot-line fields by role; fields beyond the roles are kept as field_<n>."""
    roles = [*profile.roles, *(f"field_{place}" for place in range(len(profile.roles) + 1, len(fields) + 1))]
    return dict(zip(roles, fields))
