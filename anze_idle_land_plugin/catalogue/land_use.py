"""Land use: a code of one of several standards, always with the standard it belongs to (``gbt21010-2017:0601``).

The standards number alike and name differently: 0601 is 工业用地 in one and 农村道路 in the other. The one place that
parses such a value, names it, and finds what a name or a bare code of a document means (decision 0013).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import Mapping, NamedTuple

from ..model.kinds import ListKind
from .tables import kept, table

CODE_LIST = "landuse_systems"
"""What a field of the catalogue names as its code list when it holds a land use."""
CHOICES = 6
"""Classes offered to a person for a name that nobody knows."""
_WITH_SYSTEM = re.compile(r"([a-z][a-z0-9\-]*):(\d+)(.*)")
_DIGITS_FIRST = re.compile(r"(\d+)[-:.、_]*(\D.*)")
_DIGITS_LAST = re.compile(r"(.*?[^\d(])[-:.、_(]*(\d+)\)?")


class System(NamedTuple):
    """A standard: its id, its table of classes, its number, its title, and the words by which heads name it."""

    id: str
    table: str
    standard: str
    title: str
    words: tuple[str, ...]


class LandUse(NamedTuple):
    """A class of one standard."""

    system: str
    code: str

    def __str__(self) -> str:
        return f"{self.system}:{self.code}"


class Meant(NamedTuple):
    """What a text of a document means: one class, or none and the ``choices`` a person has.

    ``padded``: a spreadsheet had taken the leading zero off.
    """

    use: LandUse | None
    choices: tuple[LandUse, ...] = ()
    padded: bool = False


@kept
def systems() -> Mapping[str, System]:
    """The standards by id, from landuse_systems.csv."""
    return {
        row["system"]: System(
            row["system"], row["table"], row["standard"], row["title"], tuple(row["words"].split(";"))
        )
        for row in table("landuse_systems")
    }


@kept
def classes(system: str) -> Mapping[str, str]:
    """Code to name of a standard."""
    return {row["code"]: row["name"] for row in table(systems()[system].table)}


@kept
def _fields() -> Mapping[tuple[ListKind, str], Mapping[str, str]]:
    return {(ListKind(row["list"]), row["field"]): row for row in table("landuse_fields")}


@kept
def fields_of(which: ListKind) -> tuple[str, ...]:
    """The codes of a list's fields that hold a land use."""
    return tuple(field for each, field in _fields() if each is which)


def system_column(which: ListKind, field: str) -> str:
    """The column of our own exchange files that says the standard of a field's bare code."""
    return _fields()[which, field]["system_column"]


def own_system(which: ListKind, field: str) -> str:
    """The standard a field is written in where nothing says another (landuse_fields.csv)."""
    return _fields()[which, field]["system"]


@kept
def names() -> Mapping[str, str]:
    """Name by stored value, over all standards: ``gbt21010-2017:0601`` is 工业用地."""
    return {str(LandUse(system, code)): name for system in systems() for code, name in classes(system).items()}


def parse(text: str) -> LandUse | None:
    """The class a stored value means; None for what is no class of a known standard."""
    system, _, code = text.partition(":")
    return LandUse(system, code) if text in names() else None


def name_of(stored: str) -> str:
    """The name of a stored value in its own standard; any other text is its own name."""
    return names().get(stored, stored)


def code_of(stored: str) -> str:
    """The code of a stored value without its standard; any other text stays as it is."""
    known = parse(stored)
    return known.code if known else stored


def label(use: LandUse) -> str:
    """A class as a person chooses it, and may type it: gbt21010-2017:0601 工业用地（GB/T 21010-2017）."""
    return f"{use.system}:{in_words(use)}"


def in_words(use: LandUse) -> str:
    """A class as a person reads it: 0601 工业用地（GB/T 21010-2017）."""
    return f"{use.code} {name_of(str(use))}（{systems()[use.system].standard}）"


def system_named(text: str) -> str:
    """The id of the standard that a text names and nothing else (GB/T 21010, 用地用海分类); empty for any other."""
    wanted = _comparable(text)
    return next((each.id for each in systems().values() if wanted in map(_comparable, each.words)), "")


def told_by_field(which: ListKind, field: str) -> str:
    """The standard that naming a field tells; empty for a field whose codes were always of several (TDYT)."""
    order = _fields()[which, field]["bare_codes"].split(";")
    return order[0] if len(order) == 1 else ""


def with_system(which: ListKind, field: str, text: str) -> str:
    """A value stored before codes knew their system, by the tables its reader used (decision 0013).

    What stands in none of them stays as it is, for a person to decide.
    """
    if not text or parse(text):
        return text
    order = _fields()[which, field]["bare_codes"].split(";")
    return next((str(LandUse(system, text)) for system in order if text in classes(system)), text)


def keeps(which: ListKind, field: str, stored: str, read: str) -> bool:
    """Whether what a document says leaves a stored land use as it is.

    A name that both standards have, read in the field's own because nothing told another, does not take back the
    standard that stands: a ledger that was written here and comes back changes nothing.
    """
    one, other = parse(stored), parse(read)
    if one is None or other is None or other.system != own_system(which, field):
        return stored == read
    return name_of(stored) == name_of(read)


def find(text: str, own: str, told: str = "") -> Meant:
    """What a document means by a text: a name, a bare code, both, or a stored value.

    ``told`` is the standard that the head names (or empty), ``own`` that of the field. What only one standard has
    decides for itself; a name of both is taken in the standard told, else in the field's own. A bare code that means
    different things in the two, and no head says which, is nobody's to guess.
    """
    plain = _comparable(text)
    written = _WITH_SYSTEM.fullmatch(plain)
    if written:
        use = parse(f"{written[1]}:{written[2]}")
        agrees = use is not None and (not written[3] or written[3].startswith(name_of(str(use))))
        return Meant(use if agrees else None)
    padded = plain.isdigit() and len(plain) in (3, 5)
    plain = f"0{plain}" if padded else plain
    found = {system: code for system in systems() if (code := _code_in(system, plain))}
    uses = tuple(LandUse(system, code) for system, code in found.items())
    alike = len({name_of(str(use)) for use in uses}) == 1
    chosen = [use for use in uses if use.system == told] or [use for use in uses if alike and use.system == own]
    if not chosen and len(uses) == 1:
        chosen = list(uses)
    return Meant(chosen[0], padded=padded) if chosen else Meant(None, uses or _near(plain))


def _code_in(system: str, plain: str) -> str:
    """The code of a standard that a comparable text means: a code, a name, or the two together; empty for none."""
    if plain in classes(system):
        return plain
    both = _DIGITS_FIRST.fullmatch(plain) or _DIGITS_LAST.fullmatch(plain)
    if both:
        code, name = sorted(both.groups())
        return code if _codes(system).get(name) == code else ""
    return _codes(system).get(plain, "")


@kept
def _codes(system: str) -> Mapping[str, str]:
    """Code by comparable name."""
    return {_comparable(name): code for code, name in classes(system).items()}


def _near(plain: str) -> tuple[LandUse, ...]:
    """The classes whose names are most like a text."""
    known = {system: _codes(system) for system in systems()}
    words = dict.fromkeys(name for codes in known.values() for name in codes)
    near = get_close_matches(plain, words, n=CHOICES, cutoff=0.4)
    return tuple(LandUse(system, codes[name]) for name in near for system, codes in known.items() if name in codes)


def _comparable(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
