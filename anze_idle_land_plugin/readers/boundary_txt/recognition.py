"""Which dialect a file is in: by the shape of its plot lines, and among equal shapes by the rest of the file."""

from __future__ import annotations

from typing import Mapping, Sequence

from ... import catalogue
from .profiles import Profile, marker_of, profiles
from .signs import Evidence


def recognise(fields: Sequence[str], evidence: Evidence) -> Profile:
    """The profile of a plot line: by its shape, and among equal shapes by the rest of the file.

    Of the rows whose signs all hold those with as many point columns as the file come first, then those that have
    signs, of these the last of the table (an office's own stand behind ours), of the others the first.
    """
    marker = marker_of(fields)
    fitting = [each for each in profiles() if each.fields == len(fields) and marker in (each.marker, 0)]
    own = [each for each in fitting if evidence.pattern == ("" if each.is_usual else each.pattern)]
    holding = [each for each in own if all(sign.holds(_facts(each, fields, evidence)) for sign in each.signs)]
    holding = [each for each in reversed(holding) if each.signs] + [each for each in holding if not each.signs]
    ranked = sorted(holding, key=lambda each: each.width != evidence.columns)
    return (ranked or fitting or [_by_count(len(fields), marker)])[0]


def _facts(profile: Profile, fields: Sequence[str], evidence: Evidence) -> Mapping[str, str]:
    """What the signs of a row may speak of: the file's own, and the fields and columns the row gives names to."""
    return {**evidence.facts(), **dict(zip(profile.further, evidence.further)), **dict(zip(profile.roles, fields))}


@catalogue.kept
def told_by_content() -> bool:
    """Whether a sign speaks of what stands in a plot line or a point row: then one parcel does not tell for another."""
    return any(sign.fact in {*each.roles, *each.further} for each in profiles() for sign in each.signs)


def forced(profile_id: str, fields: Sequence[str]) -> Profile:
    """The profile a person chose, with the variant that has as many fields where there is one."""
    variants = [each for each in profiles() if each.id == profile_id]
    return next((each for each in variants if each.fields == len(fields)), variants[0])


def _by_count(count: int, marker: int) -> Profile:
    """A shape no profile has: the first fields by the nearest shape, the rest kept as they are."""
    nearest = min(profiles(), key=lambda each: (each.marker != marker, abs(each.fields - count)))
    return Profile(profiles()[0].id, count, marker, nearest.roles[:count])


@catalogue.kept
def unusual_patterns(profile_id: str = "") -> tuple[str, ...]:
    """The orders of point columns, of one dialect or of all, that content alone does not tell."""
    patterns = [each.pattern for each in profiles() if profile_id in ("", each.id) and not each.is_usual]
    return tuple(dict.fromkeys(patterns))


def attributes_of(profile: Profile, fields: Sequence[str]) -> dict[str, str]:
    """The plot-line fields by role; fields beyond the roles are kept as field_<n>, further point columns are named."""
    roles = [*profile.roles, *(f"field_{place}" for place in range(len(profile.roles) + 1, len(fields) + 1))]
    attributes = dict(zip(roles, fields))
    if profile.kept and set(profile.kept) & set(profile.points):
        attributes["point_columns"] = ";".join(profile.further)
    return attributes
