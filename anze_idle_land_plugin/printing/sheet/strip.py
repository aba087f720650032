"""The line below the title: code, list, disposal category, state and status, data date."""

from __future__ import annotations

from datetime import date
from typing import Mapping, NamedTuple

from ...model.kinds import Category
from ...model.standing.snapshot import Dossier
from ..paper.canvas import BODY, BOLD, Box, Canvas
from ..paper.text_flow import draw_fit, sizes
from .facts import in_print

GAP = 4.0
_DARK = 140
"""Luminance (of 255) below which a character is drawn white."""
_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)


class _Piece(NamedTuple):
    """A word of the strip; ``mark`` is the colour of the square before it, ``character`` what stands in the square."""

    text: str
    kind: str
    mark: str = ""
    character: str = ""


def draw_strip(
    canvas: Canvas,
    dossier: Dossier,
    fills: Mapping[Category, str],
    status_colours: Mapping[str, str],
    as_of: date,
    box: Box,
) -> None:
    """Draw the strip at the largest size at which all its words stand in one line."""
    state = in_print(dossier.standing.state.name)
    pieces = (
        _Piece(f"编号 {dossier.code}", BOLD),
        _Piece(dossier.which.zh, BOLD),
        _Piece(dossier.category.principle, BODY, fills[dossier.category], dossier.category.character),
        _Piece(f"{state}（{dossier.status.zh}）", BODY, status_colours[dossier.status.value]),
        _Piece(f"数据日期 {as_of}", BODY),
    )
    points = next((size for size in _SIZES if _wide(canvas, pieces, size) <= box.width), _SIZES[-1])
    spare = box.width - _wide(canvas, pieces, points)
    gap = max(spare, 0.0) / (len(pieces) - 1) + GAP
    x = box.x
    for piece in pieces:
        width = _piece_width(canvas, piece, points)
        if piece is pieces[0]:  # a code too long even for the smallest type takes two lines of what the others leave
            width += min(spare, 0.0)
        _draw_piece(canvas, piece, points, Box(x, box.y, width, box.height))
        x += width + gap


def _wide(canvas: Canvas, pieces: tuple[_Piece, ...], points: float) -> float:
    return sum(_piece_width(canvas, piece, points) for piece in pieces) + GAP * (len(pieces) - 1)


def _piece_width(canvas: Canvas, piece: _Piece, points: float) -> float:
    return _square(piece, points) + canvas.width(piece.text, points, piece.kind)


def _square(piece: _Piece, points: float) -> float:
    """The room of the square before a word, in mm."""
    return points * 0.6 + 1.2 if piece.character else 4.0 if piece.mark else 0.0


def _is_dark(colour: str) -> bool:
    """Whether black on a colour (#RRGGBB) would be hard to read."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < _DARK


def _draw_piece(canvas: Canvas, piece: _Piece, points: float, room: Box) -> None:
    if piece.mark:
        side = points * 0.6 if piece.character else 2.8
        square = Box(room.x, room.y + (room.height - side) / 2, side, side)
        canvas.rectangle(square, fill=piece.mark, colour="#303030", width=0.15)
        canvas.text(square, piece.character, points, BOLD, "centre", "#FFFFFF" if _is_dark(piece.mark) else "#000000")
    before = _square(piece, points)
    word = Box(room.x + before, room.y, room.width - before + 0.5, room.height)
    draw_fit(canvas, word, piece.text, (points, *sizes(5.0, 3.0)), piece.kind)
