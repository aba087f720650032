"""The boundary TXT reader against a csv loop that converts both coordinates of every row and keeps the row."""

from __future__ import annotations

import csv
import math
from functools import partial
from pathlib import Path
from typing import Iterator

from measure import Figure, in_pairs, pair_figure, peak_bytes, seconds

from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

HEADER = "[属性描述]\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n带号=37\r\n[地块坐标]\r\n"
POINTS = 500_000
MANY = 2_000_000


def figures(folder: Path) -> Iterator[Figure]:
    for each in (10, 20, 100, 5000):
        path = written(folder, POINTS, each)
        pair = in_pairs(partial(ours, path), partial(csv_loop, path))
        yield pair_figure(f"{POINTS:,} points, {each} a parcel", pair, "csv loop", 3)
    few, many = written(folder, POINTS, 100), written(folder, MANY, 100)
    ours(few)
    growth = seconds(partial(ours, many)) / seconds(partial(ours, few)) / (MANY / POINTS)
    yield Figure("time a point, 2,000,000 against 500,000", f"{growth:.2f}", "1 (linear)", growth, 1.2)
    for each in (100, MANY):
        path = written(folder, MANY, each)
        used = peak_bytes(partial(ours, path)) / MANY
        yield Figure(f"peak memory a point, {each:,} a parcel", f"{used:.0f} B", "300 B", used / 300, 1)


def ours(path: Path) -> Reading:
    reading = read_file(path, ReadOptions())
    assert reading.parcels and not reading.rejects
    return reading


def csv_loop(path: Path) -> list[list[object]]:
    rows: list[list[object]] = []
    with open(path, encoding="utf-8", newline="") as handle:
        for row in csv.reader(handle):
            if len(row) == 4:
                rows.append([row[0], row[1], float(row[2]), float(row[3])])
    return rows


def written(folder: Path, points: int, each: int) -> Path:
    """A file of parcels that are regular polygons of ``each`` points, side by side in zone 37."""
    path = folder / f"{points}_{each}.txt"
    if path.exists():
        return path
    with open(path, "w", encoding="utf-8", newline="") as handle:
        handle.write(HEADER)
        for parcel in range(points // each):
            handle.write(f"{each + 1},0.5700,2023-{parcel:06d},示例地块,面,,工业用地,,@\r\n")
            handle.writelines(_rows(parcel, each))
    return path


def _rows(parcel: int, count: int) -> Iterator[str]:
    north, east = 4_000_000 + parcel % 300 * 500, 37_550_000 + parcel // 300 * 500
    radius = 200 if count < 100_000 else 100_000
    for point in (*range(count), 0):
        angle = -2 * math.pi * point / count
        yield f"J{point + 1},1,{north + radius * math.cos(angle):.3f},{east + radius * math.sin(angle):.3f}\r\n"
