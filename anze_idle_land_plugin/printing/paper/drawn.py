"""What was drawn into a file as text, in the order of drawing."""

from __future__ import annotations

from typing import Sequence

from . import fonts


class DrawnText:
    """What was drawn into a file: for each family the characters its glyphs 1, 2, ... mean."""

    def __init__(self) -> None:
        self._seen: set[tuple[fonts.Face, str]] = set()
        self._glyphs: dict[str, dict[int, str]] = {}

    def add(self, face: fonts.Face, text: str) -> None:
        """Note a text drawn; to be called in the order of drawing."""
        if (face, text) in self._seen:
            return
        self._seen.add((face, text))
        glyphs = self._glyphs.setdefault(face.family, {})
        for character in text:
            glyphs.setdefault(fonts.glyph_of(face, character), character)

    @property
    def glyphs(self) -> int:
        """How many glyphs the file has to hold."""
        return sum(len(glyphs) for glyphs in self._glyphs.values())

    def meanings(self) -> dict[str, Sequence[str]]:
        """By family, the characters in the order of the glyphs' first use."""
        return {family: list(glyphs.values()) for family, glyphs in self._glyphs.items()}
