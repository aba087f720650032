"""Which faces a print uses: a named chain for each role (print_fonts.csv), and another face for what a face lacks.

Text is cut into runs of one face each, so that a rare character never becomes a square; a character that no installed
face has is refused by name. Widths are design widths, the same at every resolution.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from qgis.PyQt.QtGui import QFont, QFontDatabase, QRawFont

from ... import catalogue
from ...model.messages import CampaignError, Message

TITLE, HEADING, BODY, DOCUMENT, KAI, RARE = "title", "heading", "body", "document", "kai", "rare"
ROLES = (TITLE, HEADING, BODY, DOCUMENT, KAI)
_MEASURED_AT = 1000
"""Pixels at which widths are taken: large enough that no hinting shows."""
_INVISIBLE = frozenset(("Cc", "Cf"))
"""Unicode categories that draw nothing: line ends, tabs, zero-width marks."""


class CharacterMissing(CampaignError):
    sentence = (
        "The character {character} ({codepoint}) is in none of the fonts of this computer; "
        "install a font that has it, for instance SimSun-ExtB, or correct the name"
    )


class CharacterMissingOn(CampaignError):
    sentence = (
        "Parcel {code} cannot be printed: the character {character} ({codepoint}) is in none of the fonts of this "
        "computer; install a font that has it, for instance SimSun-ExtB, or correct the name"
    )


class Face(NamedTuple):
    """An installed family and whether it is drawn bold."""

    family: str
    bold: bool


class Run(NamedTuple):
    """A piece of text that one face can draw; ``advance`` is its width in em."""

    face: Face
    text: str
    advance: float


@cache
def _installed() -> frozenset[str]:
    try:
        return frozenset(QFontDatabase.families())  # a static method from Qt 6 on
    except TypeError:
        return frozenset(QFontDatabase().families())


@catalogue.kept
def faces(role: str) -> tuple[Face, ...]:
    """The installed faces of a role, the wanted ones first."""
    rows = [row for row in catalogue.table("print_fonts") if row["role"] == role]
    return tuple(Face(row["family"], row["weight"] == "bold") for row in rows if row["family"] in _installed())


@catalogue.kept
def face(role: str) -> Face:
    """The face a role is drawn in; the system's own where none of the chain is installed."""
    return next(iter(faces(role)), Face(QFont().defaultFamily(), role == TITLE))


def missing_faces() -> tuple[Message, ...]:
    """What is said once before printing: the wanted faces that are not installed, and what stands in for them."""
    notes = []
    for role in ROLES:
        wanted = {row["family"]: row for row in catalogue.table("print_fonts") if row["role"] == role}
        used = face(role).family
        if used not in wanted or wanted[used]["wanted"] != "Y":
            name = next(row["role_zh"] for row in wanted.values())
            notes.append(
                Message(
                    "font_missing",
                    "The font {wanted} is not installed; {used} stands in for it",
                    {"wanted": name, "used": used},
                )
            )
    return tuple(notes)


def font(face: Face, pixels: int) -> QFont:
    """The font of a face at a size. Texts come here in runs the face has all characters of: Qt never merges others in.

    ``NoFontMerging`` would say so too, but then Qt 5 draws no synthetic bold.
    """
    made = QFont(face.family)
    made.setPixelSize(pixels)
    made.setBold(face.bold)
    made.setKerning(False)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _raw(face: Face) -> QRawFont:
    plain = font(face, _MEASURED_AT)
    plain.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return QRawFont.fromFont(plain)


@catalogue.kept
def heights(role: str) -> tuple[float, float]:
    """Ascent and descent of a role's face in em."""
    raw = _raw(face(role))
    return raw.ascent() / _MEASURED_AT, raw.descent() / _MEASURED_AT


@cache
def _has(face: Face, character: str) -> bool:
    raw = _raw(face)
    return bool(raw.isValid() and raw.supportsCharacter(ord(character)))


@catalogue.kept
def _glyph(role: str, character: str) -> tuple[Face, float]:
    """The face that draws a character in a role, and the character's width in em."""
    if unicodedata.category(character) in _INVISIBLE:
        return face(role), 0.0
    for candidate in (*faces(role), face(role), *faces(RARE)):
        if _has(candidate, character):
            return candidate, _advance(candidate, character)
    for family in sorted(_installed()):
        if _has(Face(family, False), character):
            return Face(family, False), _advance(Face(family, False), character)
    raise CharacterMissing(character=character, codepoint=f"U+{ord(character):04X}")


@cache
def glyph_of(face: Face, character: str) -> int:
    """The number a face has for a character."""
    found = _raw(face).glyphIndexesForString(character)
    return int(found[0]) if found else 0


def _advance(face: Face, character: str) -> float:
    raw = _raw(face)
    advances = raw.advancesForGlyphIndexes(raw.glyphIndexesForString(character))
    return sum((float(point.x()) for point in advances), 0.0) / _MEASURED_AT


@catalogue.kept_at_most(2048)
def runs(role: str, text: str) -> tuple[Run, ...]:
    """A text in runs of one face each, in order."""
    glyphs = [_glyph(role, character) for character in text]
    found: list[Run] = []
    begin = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or glyphs[end][0] is not glyphs[begin][0]:
            found.append(Run(glyphs[begin][0], text[begin:end], sum([wide for _, wide in glyphs[begin:end]])))
            begin = end
    return tuple(found)


@catalogue.kept_at_most(2048)
def advance(role: str, text: str) -> float:
    """The width of a text in em."""
    return sum([_glyph(role, character)[1] for character in text])
