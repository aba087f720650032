"""Vector files and point tables against bare loops: fiona features with shapes, openpyxl rows with numbers."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any, Iterator

import fiona
import openpyxl
from measure import Figure, in_pairs, pair_figure
from shapely.geometry import Polygon, mapping, shape

from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

FEATURES, CORNERS, ROWS = 5_000, 20, 20_000
HEAD = ("点号", "X坐标(m)", "Y坐标(m)")


def figures(folder: Path) -> Iterator[Figure]:
    for name, driver in (("a.shp", "ESRI Shapefile"), ("a.gpkg", "GPKG")):
        path = layer(folder / name, driver)
        pair = in_pairs(partial(ours, path), partial(fiona_loop, path), rounds=3)
        yield pair_figure(f"{FEATURES:,} parcels of {CORNERS} points, {path.suffix}", pair, "fiona loop", 4)
    path = workbook(folder / "a.xlsx")
    pair = in_pairs(partial(ours, path), partial(openpyxl_loop, path), rounds=3)
    yield pair_figure(f"{ROWS:,} rows of a point table, .xlsx", pair, "openpyxl loop", 3)


def ours(path: Path) -> Reading:
    reading = read_file(path, ReadOptions())
    assert reading.parcels and not reading.rejects
    return reading


def fiona_loop(path: Path) -> list[tuple[dict[str, Any], Polygon]]:
    with fiona.open(path) as source:
        return [(dict(each["properties"]), shape(each["geometry"])) for each in source]


def openpyxl_loop(path: Path) -> list[tuple[str, float, float]]:
    sheet = openpyxl.load_workbook(path, data_only=True).active
    rows = sheet.iter_rows(min_row=2, values_only=True)
    return [(str(name), float(north), float(east)) for name, north, east in rows]


def layer(path: Path, driver: str) -> Path:
    schema = {"geometry": "Polygon", "properties": {"TBBH": "str:24", "DKMC": "str:60"}}
    with fiona.open(path, "w", driver=driver, crs="EPSG:4525", schema=schema, encoding="UTF-8") as target:
        for number in range(FEATURES):
            corners = circle(37_500_000 + number % 100 * 200, 4_000_000 + number // 100 * 200, 50, CORNERS)
            values = {"TBBH": f"2023-{number:05d}", "DKMC": f"示例地块{number}"}
            target.write({"geometry": mapping(Polygon(corners)), "properties": values})
    return path


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("成果")
    sheet.append(HEAD)
    for number, (east, north) in enumerate(circle(37_500_000, 4_000_000, 5000, ROWS), 1):
        sheet.append((f"J{number}", round(north, 3), round(east, 3)))
    book.save(path)
    return path


def circle(east: float, north: float, radius: float, corners: int) -> list[tuple[float, float]]:
    steps = [2 * math.pi * step / corners for step in range(corners)]
    return [(east + radius * math.sin(step), north + radius * math.cos(step)) for step in steps]
