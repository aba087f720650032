"""The board as one html file that opens from a USB stick in any browser, without network (anze:board)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Sequence

from ...cartography.palette import ahead, done, late
from ...catalogue import RESOURCES
from ...model.counting.figures import BOTH_LISTS
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...model.standing.snapshot import Snapshot
from ..office.replacing import replacing
from .data import board_data

SCRIPTS = ("rules.js", "words.js", "map.js", "view.js")
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Inside a script element these could end it or break a line; as escapes of JSON they mean the same."""


class BoardNotWritten(CampaignError):
    sentence = "The board {file} cannot be written: {reason}. Close it in other programs, or choose another folder"


def write_board(
    snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = BOTH_LISTS, since: date | None = None
) -> int:
    """Write the board; returns the number of parcels on it. Sheets are linked as sheets/<list>/<code>.pdf beside it."""
    html = page(board_data(snapshot, lists, since))
    with replacing(path, BoardNotWritten) as unfinished:
        unfinished.write_text(html, encoding="utf-8")
    return sum(len(snapshot.dossiers.get(which, ())) for which in lists)


def page(data: dict[str, object]) -> str:
    """The whole page: style, script and data inside one file."""
    folder = RESOURCES / "board"
    text = (folder / "board.html").read_text(encoding="utf-8")
    script = "\n".join((folder / name).read_text(encoding="utf-8") for name in SCRIPTS)
    parts = {
        "/*STYLE*/": _style((folder / "board.css").read_text(encoding="utf-8")),
        "/*SCRIPT*/": script,
        "/*DATA*/": as_script_text(data),
    }
    for mark, part in parts.items():
        head, _, tail = text.partition(mark)
        text = head + part + tail
    return text


def _style(css: str) -> str:
    """The style sheet with the colours of the palette in their places."""
    for mark, colour in (("/*late*/", late()), ("/*done*/", done()), ("/*ahead*/", ahead())):
        css = css.replace(mark, colour)
    return css


def as_script_text(data: object) -> str:
    """JSON that no text of a campaign can break out of."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in UNSAFE.items():
        text = text.replace(character, escape)
    return text
