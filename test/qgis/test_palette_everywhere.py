"""One palette: the colours that list, map, sheet, wall map and board really use, read back and held against the table.

The truth is read from the csv files; an office's colours, each another, are changed in a folder beside the campaign.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest
from every_output import DAY, Run
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.cartography.layers import ROLE
from anze_idle_land_plugin.catalogue import RESOURCES
from anze_idle_land_plugin.gui.case.parcel_table import ParcelTable
from anze_idle_land_plugin.printing.paper.canvas import Canvas
from anze_idle_land_plugin.store.standing.listing import read_listing

TABLES = {"category_colors": "category", "status_lines": "status", "place_styles": "role", "check_colors": "severity"}
Palette = dict[str, dict[str, dict[str, str]]]
AREAS = ("county", "town", "zone_area")


class Told:
    """A campaign with its palette as the csv files say it, and the product's papers of it."""

    def __init__(self, campaign: Path, palette: Palette, run: Run) -> None:
        self.campaign, self.palette, self.run = campaign, palette, run
        self.given = {"CAMPAIGN": str(campaign), "AS_OF": DAY}

    def make(self, algorithm: str, file: str, name: str = "OUTPUT", **more: object) -> Path:
        path = self.campaign.with_name(file)
        self.run(algorithm, **self.given, **{name: str(path)}, **more)
        return path


def shipped() -> Palette:
    found: Palette = {}
    for table, key in TABLES.items():
        with open(RESOURCES / "codes" / f"{table}.csv", encoding="utf-8", newline="") as handle:
            found[table] = {row[key]: row for row in csv.DictReader(handle)}
    return found


def of_the_office(folder: Path) -> Palette:
    """Every colour another: written into the office's folder, and returned with what stays as shipped."""
    folder.mkdir()
    palette, number = shipped(), 0
    for table, key in TABLES.items():
        lines = [f"{key},colour"]
        for name, row in palette[table].items():
            number += 1
            row["colour"] = f"#{number * 9:02X}{255 - number * 7:02X}{number * 5:02X}"
            lines.append(f"{name},{row['colour']}")
        (folder / f"{table}.csv").write_text("\n".join(lines), encoding="utf-8")
    return palette


@pytest.fixture(scope="module", params=("shipped", "office"))
def told(request: Any, run: Run, sample_campaign: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copy(sample_campaign, folder / "campaign.gpkg")
    palette = shipped() if request.param == "shipped" else of_the_office(folder / "office")
    return Told(folder / "campaign.gpkg", palette, run)


def test_the_list_writes_every_status_in_its_colour(told: Told) -> None:
    table = ParcelTable()
    with catalogue.under([told.campaign.parent / "office"]):
        table.fill(read_listing(told.campaign, date.fromisoformat(DAY)).rows)
        shown = defaultdict(set)
        for row, parcel in enumerate(table.parcels):
            colour: QColor = table.data(table.index(row, 0), Qt.ItemDataRole.ForegroundRole)
            shown[parcel.status.value].add(colour.name().upper())
    assert len(shown) >= 5
    assert shown == {status: {told.palette["status_lines"][status]["colour"]} for status in shown}


@pytest.fixture(scope="module")
def layers(told: Told) -> Iterator[dict[str, QgsVectorLayer]]:
    """The layers of the project by role, as QGIS opens it."""
    project = QgsProject()
    assert project.read(str(told.make("stylecampaign", "campaign.qgz", "PROJECT")))
    yield {layer.customProperty(ROLE): layer for layer in project.mapLayers().values()}
    project.clear()


def test_the_map_draws_every_category_and_status_in_its_colour(told: Told, layers: dict[str, QgsVectorLayer]) -> None:
    for layer in (layers["unsupplied_parcel"], layers["idle_parcel"]):
        for theme, table in (("category", "category_colors"), ("status", "status_lines")):
            layer.styleManager().setCurrentStyle(theme)
            for entry in layer.renderer().categories():
                outline, row = entry.symbol().symbolLayer(0), told.palette[table][entry.value()]
                colour = outline.fillColor() if theme == "category" else outline.strokeColor()
                assert colour.name().upper() == row["colour"], (layer.name(), theme, entry.value())
                if theme == "status":
                    assert outline.strokeWidth() == float(row["width_mm"])
                    lines = {"none": 0, "cross": 2}.get(row["hatch"], 1)
                    assert entry.symbol().symbolLayerCount() == 1 + lines


def test_the_map_draws_what_lies_around_as_the_table_has_it(told: Told, layers: dict[str, QgsVectorLayer]) -> None:
    for role, row in told.palette["place_styles"].items():
        symbol = layers[role].renderer().symbol().symbolLayer(0)
        line = symbol.color() if role == "river" else symbol.strokeColor()
        width = symbol.width() if role == "river" else symbol.strokeWidth()
        assert (line.name().upper(), width) == (row["colour"], float(row["width_mm"])), role
        if row["fill"]:
            assert symbol.fillColor().name().upper() == row["fill"], role


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str, float, str]]:
    """Every pen and brush the canvas takes up: colour, fill, width in mm, dash."""
    used: set[tuple[str, str, float, str]] = set()
    take_up: Callable[..., None] = Canvas._set

    def noted(self: Canvas, colour: str, width: float, dash: str = "solid", fill: str = "") -> None:
        used.add((colour, fill, round(width, 3), dash))
        take_up(self, colour, width, dash, fill)

    monkeypatch.setattr(Canvas, "_set", noted)
    return used


def test_the_wall_map_takes_its_pens_from_the_table(told: Told, drawn: set[tuple[str, str, float, str]]) -> None:
    told.make("wallmap", "wall.png", FORMAT="png", DPI=72)
    colours = {colour for colour, *_ in drawn}
    for role, row in told.palette["place_styles"].items():
        pen = (row["colour"], row["fill"], round(2 * float(row["width_mm"]), 3), row["dash"])
        assert pen in drawn, role
    assert {row["colour"] for row in told.palette["status_lines"].values()} <= colours
    fills = {fill for _, fill, *_ in drawn}
    assert {row["colour"] for row in told.palette["category_colors"].values()} <= fills


def test_the_sheets_take_their_pens_from_the_table(told: Told, drawn: set[tuple[str, str, float, str]]) -> None:
    told.make("parcelsheets", "sheets", FORMAT="png", DPI=72, WORKERS=0, FILTER="\"TBBH\" LIKE '2023-G-00%'")
    for role in ("county", "town", "river"):
        row = told.palette["place_styles"][role]
        pens = {(colour, width) for colour, _, width, _ in drawn}
        assert (row["colour"], round(float(row["width_mm"]) / 2, 3)) in pens, role


def test_the_board_carries_the_table(told: Told) -> None:
    html = told.make("board", "board.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', html, re.S)[1])
    statuses, categories = told.palette["status_lines"], told.palette["category_colors"]
    assert [each["colour"] for each in data["categories"]] == [row["colour"] for row in categories.values()]
    assert [(each["colour"], each["width"], each["dash"], each["hatch"]) for each in data["statuses"]] == [
        (row["colour"], float(row["width_mm"]), row["dash"], row["hatch"]) for row in statuses.values()
    ]
    assert data["places"] == {
        role: {"fill": row["fill"], "colour": row["colour"], "width": float(row["width_mm"]), "dash": row["dash"]}
        for role, row in told.palette["place_styles"].items()
    }
    assert data["charts"] == {"late": statuses["overdue"]["colour"], "done": statuses["done"]["colour"]}
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    assert f".card.bad {{ border-top-color: {statuses['overdue']['colour']}; }}" in style
    assert f".late {{ color: {statuses['overdue']['colour']};" in style and "/*" not in style
