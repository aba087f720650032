"""What must hold of any reading of any boundary TXT, told from the file by other means than the reader's."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Sequence

from anze_idle_land_plugin.model.parcel import Parcel
from anze_idle_land_plugin.readers.boundary_txt.decoding import shown
from anze_idle_land_plugin.readers.boundary_txt.lines import half_width
from anze_idle_land_plugin.readers.reading import Reading

OTHER_SECTION = re.compile(r"[\[【［](?!\s*地块坐标)[^\]】］,，]+[\]】］]$")
BLANK = " \t\u3000\u00a0\ufeff\0"


def assert_honest(text: str, reading: Reading) -> None:
    """No point is invented, no parcel and no row is lost, and every reject quotes its line."""
    lines = [line.strip(BLANK) for line in re.split(r"\r\n|\n|\r", shown(text))]
    assert reading.parcels or reading.rejects
    for reject in reading.rejects:
        if reject.line is not None:
            assert reject.text == lines[reject.line - 1]
    _assert_no_plot_lost(lines, reading)
    starts = _plot_lines(lines)
    for parcel in reading.parcels:
        _assert_points_are_those_of_the_file(lines, starts, parcel, parcel.attributes["profile"] == "jinchu")


def _plot_lines(lines: Sequence[str]) -> list[int]:
    return [number for number, line in enumerate(lines, 1) if re.search(r"(^|[,，])\s*[@＠][,，\s]*$", line)]


def _assert_no_plot_lost(lines: Sequence[str], reading: Reading) -> None:
    told = {parcel.line for parcel in reading.parcels} | {reject.line for reject in reading.rejects}
    rings_apart = "easting_first" in {note.code for note in reading.notes}  # 进出平衡: a plot line for every ring
    if not rings_apart:
        assert set(_plot_lines(lines)) <= told


def _assert_points_are_those_of_the_file(lines: Sequence[str], starts: list[int], parcel: Parcel, joined: bool) -> None:
    assert parcel.line is not None
    end = next((start for start in starts if start > parcel.line), len(lines) + 1)
    below = takewhile(lambda line: not OTHER_SECTION.match(line), lines[parcel.line : end - 1])
    rows = [half_width(line) for line in below if line]
    written = set(re.split(r"[,\s]+", ",".join(half_width(line) for line in lines) if joined else ",".join(rows)))
    for _, _, ring in parcel.rings():
        assert len(ring) >= 3
        for n, e, n_text, e_text in zip(ring.n, ring.e, ring.n_text, ring.e_text):
            assert (float(n_text), float(e_text)) == (n, e)
            assert {n_text, e_text} <= written
    if not joined:
        _assert_no_row_lost(rows, parcel)


def _assert_no_row_lost(rows: Sequence[str], parcel: Parcel) -> None:
    """Rows that are no vertex close a ring; notes, sections and braces between the rows are none."""
    starts = [(ring.n[0], ring.e[0]) for _, _, ring in parcel.rings()]
    numbers = [_numbers(row) for row in rows if row[0] != "【"]
    told = [each for each in numbers if len(each) >= 2]
    closing = sum(1 for each in told if any(_closes(each, start) for start in starts))
    assert parcel.vertex_count <= len(told) <= parcel.vertex_count + closing


def _numbers(row: str) -> list[float]:
    return [float(each) for each in row.split(",") if re.fullmatch(r"\s*[+-]?(\d+\.?\d*|\.\d+)\s*", each)]


def _closes(numbers: Sequence[float], start: tuple[float, float]) -> bool:
    """Whether two neighbours are the first point of a ring, whichever stands first, within the closing tolerance."""
    return any(
        max(abs(one - start[0]), abs(other - start[1])) <= 0.11
        or max(abs(other - start[0]), abs(one - start[1])) <= 0.11
        for one, other in zip(numbers, numbers[1:])
    )
