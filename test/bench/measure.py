"""Times and memory of ours against a named alternative, measured in pairs in the same run."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from pathlib import Path
from typing import Callable, NamedTuple, Optional

Task = Callable[[], object]


class Pair(NamedTuple):
    """Medians in seconds, and the median of the ratios of each pair."""

    ours: float
    other: float
    ratio: float


class Figure(NamedTuple):
    """One line of the table that ``make bench`` prints. ``target`` is what the ratio or value may be at most."""

    what: str
    ours: str
    other: str
    value: float
    target: Optional[float] = None

    @property
    def met(self) -> str:
        if self.target is None:
            return ""
        return "yes" if self.value <= self.target else "NO"


def in_pairs(ours: Task, other: Task, rounds: int = 5) -> Pair:
    """Run both by turns, the first of a pair changing, after one unmeasured round."""
    ours()
    other()
    times: list[tuple[float, float]] = []
    for number in range(rounds):
        if number % 2:
            later = seconds(other)
            times.append((seconds(ours), later))
        else:
            times.append((seconds(ours), seconds(other)))
    mine, theirs = zip(*times)
    return Pair(statistics.median(mine), statistics.median(theirs), statistics.median(a / b for a, b in times))


def seconds(task: Task) -> float:
    began = time.perf_counter()
    task()
    return time.perf_counter() - began


def peak_bytes(task: Task) -> int:
    """The memory at most that the task adds, in a fresh process of its own; ``task`` must be importable there."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_peak, (task,))


def _peak(task: Task) -> int:
    before = _high_water()
    kept = task()
    peak = _high_water()
    del kept
    return peak - before


def _high_water() -> int:
    """Bytes of memory this process has held at most; getrusage would count those of its parent too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024


def pair_figure(what: str, pair: Pair, other: str, target: Optional[float] = None) -> Figure:
    """A pair as a line: seconds of both, the ratio and its target."""
    return Figure(what, f"{pair.ours:.3f} s", f"{pair.other:.3f} s {other}", pair.ratio, target)
