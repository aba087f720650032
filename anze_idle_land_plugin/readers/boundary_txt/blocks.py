"""Lines to blocks: a header ([属性描述]) and the plots ([地块坐标]) that follow it."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from functools import cached_property
from typing import Iterable, Sequence

from .lines import BLANKS, Line, Piece, fields_of, half_width
from .profiles import marker_of, profiles

_SECTION = re.compile(r"[\[【［][^\]】］,，]+[\]】］]$")
PLOTS = "地块坐标"
"""The section of the plots; a plot line opens it even where its mark is missing."""
_BRACES = frozenset("{}｛｝")
_MARKS = frozenset("[【［{}｛｝@＠,，")
"""No usual point row begins with one of these."""
_COMMAS = ",， \t"
"""What a spreadsheet leaves behind every line when it saves the file."""
_EQUALS = re.compile("[=＝:：]")
_POINT_ROW = re.compile(r"[^=＝]*(?:[,，]\s*[+-]?(?:\d{5,}(?:\.\d*)?|\d+\.\d+)\s*){2}")


@dataclass
class Plot:
    """A plot line (the fields before its ``@``), and the rows below it with their line numbers."""

    line: Line
    fields: tuple[str, ...]
    rows: list[str] = field(default_factory=list)
    numbers: array[int] = field(default_factory=lambda: array("q"))


@dataclass
class Block:
    """One header with its plots.

    ``header`` holds the keys of [属性描述] and of any further section, ``head_lines`` every line above the plots as
    written (section marks, unknown keys, the field-name line), ``foot_lines`` such lines between or behind the plots,
    ``stray`` the lines that belong to no plot.
    """

    header: dict[str, str] = field(default_factory=dict)
    head_lines: list[str] = field(default_factory=list)
    plots: list[Plot] = field(default_factory=list)
    foot_lines: list[str] = field(default_factory=list)
    stray: list[Line] = field(default_factory=list)

    @cached_property
    def kept(self) -> dict[str, str]:
        """The lines round the plots, so that writing back loses nothing; to be asked for once all are read."""
        kept = {"header": "\n".join(self.head_lines)}
        return {**kept, "footer": "\n".join(self.foot_lines)} if self.foot_lines else kept

    def keep(self, *texts: str) -> None:
        """Lines that say something of the file and nothing of a point."""
        (self.foot_lines if self.plots else self.head_lines).extend(texts)


def split_blocks(pieces: Iterable[Piece]) -> list[Block]:
    """The blocks of a file. A second [属性描述] behind plots opens a new block with a header of its own."""
    cutter = _Cutter()
    for numbers, texts in pieces:
        start = 0
        for stop in _marked(texts):
            cutter.place_rows(Piece(numbers[start:stop], texts[start:stop]))
            if texts[stop].strip(_COMMAS):
                cutter.place(Line(numbers[stop], texts[stop]))
            start = stop + 1
        cutter.place_rows(Piece(numbers[start:], texts[start:]))
    cutter.end_note()
    return cutter.blocks


def _marked(texts: Sequence[str]) -> list[int]:
    """Where the lines are that are not sure to be point rows."""
    return [place for place, text in enumerate(texts) if "@" in text or text[0] in _MARKS or "＠" in text]


class _Cutter:
    """Puts the lines that are no plain rows where they belong."""

    def __init__(self) -> None:
        self.blocks = [Block()]
        self.section = ""
        self.note: list[Line] = []

    def open_plot(self) -> Plot | None:
        """The plot that plain rows belong to from here on."""
        plots = self.blocks[-1].plots
        return plots[-1] if plots and self.section == PLOTS and not self.note else None

    def place_rows(self, piece: Piece) -> None:
        """Lines without any mark: the rows of the open plot, or one by one what else they are."""
        plot = self.open_plot()
        if plot is not None:
            plot.rows.extend(piece.texts)
            plot.numbers.extend(piece.numbers)
            return
        for line in map(Line, *piece):
            self.place(line)

    def place(self, line: Line) -> None:
        fields = plot_fields(line.text)
        if fields is not None:
            self.end_note()
            self.blocks[-1].plots.append(Plot(line, fields))
            self.section = PLOTS
        elif self.note:
            self._go_on_with_note(line)
        elif _SECTION.match(line.text.rstrip(_COMMAS)) and "@" not in line.text:
            self._open_section(line.text)
        elif line.text[0] == "【":
            self._go_on_with_note(line)
        else:
            self._keep(line)

    def _open_section(self, text: str) -> None:
        self.section = text.rstrip(_COMMAS)[1:-1].strip()
        if self.section == "属性描述" and self.blocks[-1].plots:
            self.blocks.append(Block())
        self.blocks[-1].keep(text)

    def _go_on_with_note(self, line: Line) -> None:
        self.note.append(line)
        if "】" in line.text:
            self.blocks[-1].keep(*(each.text for each in self.note))
            self.note = []

    def end_note(self) -> None:
        """A 【 that nothing closes opened no note: its lines are rows like all others."""
        lines, self.note = self.note, []
        for line in lines:
            self._keep(line)

    def _keep(self, line: Line) -> None:
        block = self.blocks[-1]
        if line.text in _BRACES:
            block.keep(line.text)
        elif self.section not in ("", PLOTS) and _POINT_ROW.match(line.text):
            block.stray.append(line)
        elif self._in_header(line.text):
            key, *value = _EQUALS.split(line.text, maxsplit=1)
            block.header.setdefault(key.strip(), "".join(value).strip(_COMMAS))
            block.keep(line.text)
        elif block.plots:
            block.plots[-1].rows.append(line.text)
            block.plots[-1].numbers.append(line.number)
        else:
            block.stray.append(line)

    def _in_header(self, text: str) -> bool:
        """Whether a line says something of the file: in any section but that of the plots, or as key=value above it."""
        if self.section:
            return self.section != PLOTS
        return not self.blocks[-1].plots and "=" in half_width(text)


def plot_fields(text: str) -> tuple[str, ...] | None:
    """The fields before the ``@`` when the last non-blank field is exactly ``@``; nothing else opens a parcel."""
    if "@" not in text and "＠" not in text:
        return None
    fields = _with_names_whole(text) or _trimmed(fields_of(text))
    return tuple(fields[:-1]) if fields and half_width(fields[-1]) == "@" else None


def _with_names_whole(text: str) -> list[str]:
    """The fields of a line whose full-width commas belong to a name: without them it has the shape of a profile."""
    if "，" not in text or "," not in text:
        return []
    fields = _trimmed([field.strip(BLANKS) for field in text.split(",")])
    place = marker_of(fields)
    known = any(place == each.marker and len(fields) == each.fields + 1 for each in profiles())
    return fields if place and known else []


def _trimmed(fields: list[str]) -> list[str]:
    while fields and not fields[-1]:
        fields.pop()
    return fields
