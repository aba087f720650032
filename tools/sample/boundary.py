"""Boundary TXT files of the sample, written dialect by dialect, apart from the plugin's own writer.

Dialects and counting rules: canonical (rows), gongdi (rows less one, file named by 电子监管号), bubeian (six
columns with distance and marker), yizhangtu (four fields), fields13, and kancedingjie (text rule, no 精度).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from .plots import Plot, Point, Ring

SYSTEM = "2000国家大地坐标系"


@dataclass(frozen=True)
class BoundaryFile:
    """One file to write. ``zone`` is what its header claims; ``swapped`` writes the easting before the northing."""

    path: str
    dialect: str
    encoding: str
    zone: int
    plots: tuple[Plot, ...]
    line_end: str = "\r\n"
    swapped: bool = False


@dataclass(frozen=True)
class Title:
    """What a plot line says of a parcel besides its geometry."""

    name: str
    use: str


def write_boundary(folder: Path, file: BoundaryFile, titles: dict[str, Title]) -> None:
    lines = [*_head(file), "[地块坐标]"]
    for plot in file.plots:
        lines += _plot_lines(plot, file, titles[plot.code])
    text = file.line_end.join(lines) + file.line_end
    target = folder / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode(file.encoding))


def _head(file: BoundaryFile) -> list[str]:
    precision = {"yizhangtu": "0.01", "kancedingjie": ""}.get(file.dialect, "0.001")
    conversion = "0,0,0,0,0,0,0" if file.dialect in ("yizhangtu", "bubeian") else ",,,,,,"
    first = (
        []
        if file.dialect in ("yizhangtu", "bubeian")
        else [
            "格式版本号=" + ("" if file.dialect == "gongdi" else "1.01版本"),
            "数据产生单位=安泽县自然资源局",
            "数据产生日期=" + ("" if file.dialect == "gongdi" else "2023-04-20"),
        ]
    )
    return [
        "[属性描述]",
        *first,
        f"坐标系={SYSTEM}",
        "几度分带=3",
        "投影类型=高斯克吕格",
        "计量单位=米",
        f"带号={file.zone}",
        f"精度={precision}",
        f"转换参数={conversion}",
    ]


def _plot_lines(plot: Plot, file: BoundaryFile, title: Title) -> list[str]:
    rows = sum(len(ring) + 1 for ring in plot.rings)
    area = f"{plot.area_ha:.4f}"
    heads = {
        "gongdi": f"{rows - 1},{area},{plot.code},{title.name},面,,{title.use},,@",
        "yizhangtu": f"{plot.code},{title.name},面,{title.use},@",
        "fields13": f"{rows},{area},{plot.code},{title.name},面,,{title.use},,新增,国有,,,,@",
    }
    lines = [heads.get(file.dialect, f"{rows},{area},{plot.code},{title.name},面,,{title.use},,@")]
    first = 1
    for number, ring in enumerate(plot.rings, start=1):
        lines += _ring_lines(ring, number, first, file)
        first += len(ring)
    return lines


def _ring_lines(ring: Ring, number: int, first: int, file: BoundaryFile) -> list[str]:
    lines = []
    for place, point in enumerate((*ring, ring[0])):
        closing = place == len(ring)
        name = first if closing else first + place
        label = str(name) if file.dialect == "fields13" else f"J{name}"
        north, east = reversed(point) if file.swapped else point
        line = f"{label},{number},{north:.3f},{east:.3f}"
        if file.dialect == "bubeian":
            distance = 0.0 if closing else _distance(point, (*ring, ring[0])[place + 1])
            line += f",{distance:.3f},埋桩"
        lines.append(line)
    return lines


def _distance(one: Point, other: Point) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1])


def unsupplied_files(plots: Sequence[Plot]) -> list[BoundaryFile]:
    """The files of unsupplied parcels: by town, the zone in two lots, the roads, and the two planted faults."""

    def by(town: str, in_zone: bool = False) -> list[Plot]:
        return [plot for plot in plots if plot.town == town and plot.in_zone == in_zone and not plot.road]

    zone, hechuan, liangma, mabi = by("府城镇", True), by("和川镇"), by("良马镇"), by("马壁镇")
    east = tuple(plot for plot in liangma if plot.zone == 38)
    west = tuple(plot for plot in liangma if plot.zone == 37)
    roads = tuple(plot for plot in plots if plot.road)
    return [
        BoundaryFile("府城镇.txt", "canonical", "gbk", 37, tuple(by("府城镇"))),
        BoundaryFile("开发区_第一批.txt", "canonical", "utf-8-sig", 37, tuple(zone[:8])),
        BoundaryFile("开发区_第二批.txt", "bubeian", "utf-8", 37, tuple(zone[8:])),
        BoundaryFile("和川镇.txt", "canonical", "utf-8", 37, tuple(hechuan[:-2]), line_end="\n"),
        BoundaryFile("和川镇_补测.txt", "canonical", "gbk", 37, tuple(hechuan[-2:]), swapped=True),
        BoundaryFile("唐城镇.txt", "fields13", "gbk", 37, tuple(by("唐城镇"))),
        BoundaryFile("冀氏镇.txt", "canonical", "gbk", 37, tuple(by("冀氏镇"))),
        BoundaryFile("良马镇_37带.txt", "yizhangtu", "utf-8", 37, west),
        BoundaryFile("良马镇_38带.txt", "canonical", "gbk", 38, east),
        BoundaryFile("马壁镇.txt", "canonical", "gbk", 37, tuple(mabi[:-2])),
        BoundaryFile("马壁镇_续.txt", "canonical", "utf-8-sig", 38, tuple(mabi[-2:])),
        BoundaryFile("道路工程.txt", "kancedingjie", "gbk", 37, roads),
    ]


def idle_files(plots: Sequence[Plot], numbers: dict[str, str]) -> list[BoundaryFile]:
    """One file an idle parcel, named by its 电子监管号, in the two encodings offices use."""
    encodings = ("gbk", "utf-8", "gbk", "utf-8-sig")
    return [
        BoundaryFile(f"{numbers[plot.code]}.txt", "gongdi", encodings[index % 4], plot.zone, (plot,))
        for index, plot in enumerate(plots)
    ]


def plain_files(plots: Sequence[Plot], per_file: int = 5000) -> list[BoundaryFile]:
    """Benchmark files: canonical, many parcels a file."""
    return [
        BoundaryFile(f"{start // per_file + 1:03d}.txt", "canonical", "gbk", 37, tuple(plots[start : start + per_file]))
        for start in range(0, len(plots), per_file)
    ]
