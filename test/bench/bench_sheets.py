"""Sheets per second: ours, QGIS's atlas by hand and made well, and a bare QPainter drawing of the same page.

All print one PDF a parcel of the same parcels in the same run, and the atlas holds the same items (sheet_atlas.py). By
hand its tables are filtered by ``attribute(@atlas_feature, ...)``, which grows with the square: 2,000 take half an
hour and more.
The bare drawing repeats the very calls of the painter that our pages make, with all words known and all places fixed;
once a file a parcel, and once all pages in one file, which spares it the embedding of fonts as parting spares it us.
That is compared by processor time.

    make bench ONLY=sheets
    ANZE_BENCH_SHEETS="100 500" make bench ONLY=sheets     a shorter run
    ANZE_BENCH_HAND_MOST=500 make bench ONLY=sheets        no atlas by hand of more sheets than that
"""

from __future__ import annotations

import os
import resource
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import Callable, Iterator, Sequence

from measure import Figure
from qgis.core import QgsApplication, QgsFeedback
from qgis.PyQt.QtCore import QMarginsF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from sheet_atlas import BY_HAND, MADE_WELL, prepared, print_atlas, release
from sheet_cases import around
from sheet_parcels import AS_OF, parcels

from anze_idle_land_plugin.model.standing.snapshot import Dossier, Snapshot
from anze_idle_land_plugin.printing.paper.canvas import Canvas
from anze_idle_land_plugin.printing.sheet.map.neighbourhood import Neighbourhood
from anze_idle_land_plugin.printing.sheet.pages import draw_sheet
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, print_sheets, style_of
from anze_idle_land_plugin.printing.sheet.run.job import DOTS, RESOLUTION

SIZES = tuple(int(size) for size in os.environ.get("ANZE_BENCH_SHEETS", "100 500 2000").split())
HAND_MOST = int(os.environ.get("ANZE_BENCH_HAND_MOST", "2000"))
WORKERS = 2
TURNS = 4
"""How often the small set is printed before the large one, and after it."""
OPTIONS = SheetOptions(printed_on=AS_OF, only_changed=False)


def figures(folder: Path) -> Iterator[Figure]:
    """The lines of the table; the ratio is our time a sheet over the other's, smaller is better for ours."""
    ours(around_of(25), folder / "warm", 0)
    if len(SIZES) > 1:
        yield growth(min(SIZES), max(SIZES), folder / "growth")
    for size in SIZES:
        yield from _of_size(around_of(size), size, folder / str(size))
    yield memory(max(SIZES), folder / "memory")


def growth(few: int, many: int, folder: Path) -> Figure:
    """Processor time a sheet of a large set against small ones printed before and after it.

    Whatever else the machine does makes processor time dearer too; so the small set is printed as often before as after
    the large one, and its median counts.
    """
    small, large = around_of(few), around_of(many)
    before = [cost(small, folder / f"before {turn}") for turn in range(TURNS)]
    of_many = cost(large, folder / "many")
    of_few = median([*before, *(cost(small, folder / f"after {turn}") for turn in range(TURNS))])
    what = f"processor time a sheet, {many} against {few}"
    return Figure(what, f"{of_many * 1000:.1f} ms", f"{of_few * 1000:.1f} ms", of_many / of_few, 1.15)


def cost(whole: Snapshot, folder: Path) -> float:
    """Processor time a sheet (s) of ours in one process."""
    began = time.process_time()
    ours(whole, folder, 0)
    return (time.process_time() - began) / len(whole.all_dossiers())


def _of_size(whole: Snapshot, size: int, folder: Path) -> Iterator[Figure]:
    two = timed(size, partial(ours, whole, folder / "two", WORKERS))
    began = time.process_time()
    one = timed(size, partial(ours, whole, folder / "one", 0))
    own = (time.process_time() - began) / size
    layers, page = prepared(whole, style_of(whole, OPTIONS), folder / "data")
    well = timed(size, partial(print_atlas, layers, page, folder / "well", MADE_WELL))
    yield _line(f"{size} sheets, {WORKERS} processes", two, "atlas made well", well, 1 / 2)
    yield _line(f"{size} sheets, one process", one, "atlas made well", well)
    apart, together = bare(whole, folder / "bare", True), bare(whole, folder / "together", False)
    for other, bare_cost in (("bare QPainter, a file each", apart), ("bare QPainter, one file", together)):
        ours_ms, other_ms = own * 1000, bare_cost * 1000
        what = f"{size} sheets, processor time a sheet"
        yield Figure(what, f"{ours_ms:.1f} ms", f"{other} {other_ms:.1f} ms", ours_ms / other_ms)
    if size <= HAND_MOST:
        hand = timed(size, partial(print_atlas, layers, page, folder / "hand", BY_HAND))
        yield _line(f"{size} sheets, {WORKERS} processes", two, "atlas by hand", hand, 1 / 15 if size >= 2000 else None)
    release(layers)


def _line(what: str, mine: float, other: str, theirs: float, target: float | None = None) -> Figure:
    return Figure(what, f"{mine:.1f}/s", f"{other} {theirs:.2f}/s", theirs / mine, target)


def around_of(count: int) -> Snapshot:
    return around(*parcels(count))


def timed(count: int, task: Callable[[], object]) -> float:
    """Sheets a second."""
    began = time.perf_counter()
    task()
    return count / (time.perf_counter() - began)


def ours(whole: Snapshot, folder: Path, workers: int) -> None:
    options = SheetOptions(workers=workers, printed_on=AS_OF, only_changed=False)
    dossiers = whole.all_dossiers()
    summary = print_sheets(whole, dossiers, folder, options, QgsFeedback())
    assert summary.sheets == len(dossiers), summary.failed


class Recorder:
    """Stands in for a painter and keeps what is asked of it."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *given: self.calls.append((name, given))


def bare(whole: Snapshot, folder: Path, apart: bool) -> float:
    """Processor time a sheet (s) of the painter's calls alone, a file a parcel or all in one; their layout is free."""
    folder.mkdir(parents=True)
    dossiers, style = whole.all_dossiers(), style_of(whole, OPTIONS)
    near = Neighbourhood(dossiers)
    writer = _writer(folder / "all.pdf")
    painter, spent = QPainter(), 0.0
    for number, each in enumerate(dossiers):
        calls = _calls(each, near, style)
        began = time.process_time()
        if apart:
            writer = _writer(folder / f"{each.code}.pdf")
        elif number:
            writer.newPage()
        if not painter.isActive():
            painter.begin(writer)
        for name, given in calls:
            getattr(painter, name)(*given)
        if apart or number == len(dossiers) - 1:
            painter.end()
        spent += time.process_time() - began
    return spent / len(dossiers)


def _calls(each: Dossier, near: Neighbourhood, style) -> Sequence[tuple[str, tuple[object, ...]]]:  # type: ignore[no-untyped-def]
    recorder = Recorder()
    pages = draw_sheet(Canvas(recorder, DOTS), each, near.of(each), style, lambda: None)
    assert pages == 1
    return recorder.calls


def _writer(path: Path) -> QPdfWriter:
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    return writer


def memory(count: int, folder: Path) -> Figure:
    """Growth of this process over the last three quarters of a run, in MB: sheets leave nothing behind."""
    whole = around_of(count)
    marks: list[float] = []

    class Watching(QgsFeedback):
        def setProgress(self, progress: float) -> None:
            if progress >= 25:
                marks.append(_resident_mb())

    print_sheets(whole, whole.all_dossiers(), folder, OPTIONS, Watching())
    growth = marks[-1] - marks[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = f"memory over the last {count * 3 // 4} of {count}"
    return Figure(what, f"{growth:+.1f} MB", f"peak {peak:.0f} MB", growth, 5.0)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


APPLICATION = QgsApplication.instance() or QgsApplication([], False)
APPLICATION.initQgis()
