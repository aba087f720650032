"""Lines to blocks: a header ([属性描述]) and the plots ([地块坐标]) that follow it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Sequence

from .lines import Line, fields_of, half_width

_SECTION = re.compile(r"[\[【［](?P<name>[^\]】］,，]+)[\]】］]$")
PLOTS = "地块坐标"
"""The section of the plots; a plot line opens it even where its mark is missing."""
_IGNORED = ("{", "}")


@dataclass
class Plot:
    """A plot line (the fields before its ``@``) and the rows below it."""

    line: Line
    fields: tuple[str, ...]
    rows: list[Line] = field(default_factory=list)


@dataclass
class Block:
    """One header with its plots. ``header`` holds the keys of [属性描述], ``stray`` the lines of no plot."""

    header: dict[str, str] = field(default_factory=dict)
    header_lines: list[str] = field(default_factory=list)
    plots: list[Plot] = field(default_factory=list)
    stray: list[Line] = field(default_factory=list)


def split_blocks(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a file. A second [属性描述] behind plots opens a new block with a header of its own."""
    blocks = [Block()]
    section = ""
    for line in lines:
        mark = _SECTION.match(line.text)
        if mark and "@" not in line.text:
            section = mark["name"].strip()
            if section == "属性描述" and blocks[-1].plots:
                blocks.append(Block())
            continue
        if plot_fields(line.text) is not None:
            section = PLOTS
        _place(blocks[-1], line, section)
    return blocks


def _place(block: Block, line: Line, section: str) -> None:
    fields = plot_fields(line.text)
    if fields is not None:
        block.plots.append(Plot(line, fields))
    elif line.text.startswith("【") or line.text in _IGNORED:
        block.header_lines.append(line.text)
    elif section and section != PLOTS:
        key, _, value = line.text.partition("=")
        block.header.setdefault(key.strip(), value.strip())
        block.header_lines.append(line.text)
    elif block.plots:
        block.plots[-1].rows.append(line)
    else:
        block.stray.append(line)


def plot_fields(text: str) -> tuple[str, ...] | None:
    """The fields before the ``@`` when the last non-blank field is exactly ``@``; nothing else opens a parcel."""
    if "@" not in half_width(text):
        return None
    fields = fields_of(text)
    while fields and not fields[-1]:
        fields.pop()
    return tuple(fields[:-1]) if fields and half_width(fields[-1]) == "@" else None
