"""A text DXF as entities: group codes in pairs of lines, gathered per entity. Nothing is interpreted here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isfinite
from typing import Iterator, NamedTuple, Sequence

BINARY_MARK = b"AutoCAD Binary DXF"
BREAKS = re.compile(r"\r\n|\n|\r")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_ESCAPED = re.compile(r"\\U\+([0-9A-Fa-f]{4})")


class Pair(NamedTuple):
    """A group code with its value, and the line of the file the value stands on."""

    code: int
    value: str
    line: int


@dataclass
class Entity:
    """One entity: its kind, where it begins, its pairs, and the entities that belong to it (VERTEX, ATTRIB)."""

    kind: str
    line: int
    pairs: list[Pair] = field(default_factory=list)
    members: list[Entity] = field(default_factory=list)

    def text(self, code: int, default: str = "") -> str:
        return next((pair.value for pair in self.pairs if pair.code == code), default)

    def number(self, code: int, default: float = 0.0) -> float:
        """The first value of a code. A value that is no number raises ValueError."""
        found = self.text(code)
        return number_of(found) if found else default

    def numbers(self, code: int) -> list[float]:
        """All values of a code. A value that is no number raises ValueError."""
        return [number_of(pair.value) for pair in self.pairs if pair.code == code]

    def flags(self, code: int = 70) -> int:
        return int(self.number(code))

    @property
    def layer(self) -> str:
        return self.text(8)


def number_of(text: str) -> float:
    """A decimal number; unlike float() it takes no "nan" and no "1_000". Raises ValueError."""
    if not _NUMBER.fullmatch(text) or not isfinite(float(text)):
        raise ValueError(text)
    return float(text)


@dataclass
class Drawing:
    """Entities of the model space, blocks by name, and where the file stops making sense (None: nowhere)."""

    entities: list[Entity] = field(default_factory=list)
    blocks: dict[str, list[Entity]] = field(default_factory=dict)
    broken_at: int | None = None


def read_drawing(text: str) -> Drawing:
    """All entities of a DXF, as far as it can be read."""
    drawing = Drawing()
    lines = BREAKS.split(text)
    section, block, owner, ended = "", "", None, False
    for kind, pairs, line in _groups(lines, drawing):
        entity = Entity(kind, line, pairs)
        if kind == "SECTION":
            section = entity.text(2)
        elif kind == "ENDSEC":
            section = ""
        elif kind == "EOF":
            ended = True
        elif kind == "BLOCK":
            block = entity.text(2)
        elif kind in ("VERTEX", "ATTRIB") and owner is not None:
            owner.members.append(entity)
        elif kind == "SEQEND":
            owner = None
        elif section == "ENTITIES" and entity.text(67, "0") == "0":
            drawing.entities.append(entity)
            owner = entity
        elif section == "BLOCKS" and kind != "ENDBLK":
            drawing.blocks.setdefault(block, []).append(entity)
            owner = entity
    if not ended:
        drawing.broken_at = drawing.broken_at or len(lines)
        # Nobody knows whether the last one is whole.
        del drawing.entities[-1:]
    return drawing


def _groups(lines: Sequence[str], drawing: Drawing) -> Iterator[tuple[str, list[Pair], int]]:
    """Kind, pairs and first line of everything that group code 0 opens."""
    kind, first, pairs = "", 0, list[Pair]()
    for place in range(0, len(lines) - 1, 2):
        try:
            code = int(lines[place])
        except ValueError:
            drawing.broken_at = place + 1
            break
        value = lines[place + 1].strip()
        if code == 0:
            if kind:
                yield kind, pairs, first
            kind, first, pairs = value, place + 2, []
        else:
            pairs.append(Pair(code, _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), place + 2))
    if kind:
        yield kind, pairs, first


def extended(entity: Entity) -> dict[str, list[str]]:
    """The extended data of an entity by application (CASS writes as SOUTH)."""
    data: dict[str, list[str]] = {}
    application = ""
    for pair in entity.pairs:
        if pair.code == 1001:
            application = pair.value
        elif pair.code >= 1000 and application:
            data.setdefault(application, []).append(pair.value)
    return data


def plain_text(entity: Entity) -> str:
    """What a TEXT, MTEXT or ATTRIB says, without formatting."""
    written = "".join(pair.value for pair in entity.pairs if pair.code in (3, 1))
    written = re.sub(r"\\P", " ", written)
    written = re.sub(r"\\[A-Za-z][^;\\{}]*;", "", written)
    return re.sub(r"\s+", " ", re.sub(r"[{}]|%%[uodUOD]", "", written)).strip()
