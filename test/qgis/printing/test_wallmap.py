"""The wall map as a real file: page size, text that can be searched, every parcel with its number and row."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from qgis.PyQt.QtGui import QImage, QImageReader, QPainter

from anze_idle_land_plugin.model.counting.figures import ranking
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.workflow import SUSPENDED_STATE
from anze_idle_land_plugin.printing.paper.canvas import BOLD, Box, Canvas
from anze_idle_land_plugin.printing.wallmap import table as wallmap_table
from anze_idle_land_plugin.printing.wallmap.figures import FIRST_POINTS, HEADING_POINTS, whole_figures
from anze_idle_land_plugin.printing.wallmap.files import WallMapOptions, paper_size, print_wallmap
from anze_idle_land_plugin.printing.wallmap.groups import SIZES
from anze_idle_land_plugin.printing.wallmap.numbers import NUMBER_POINTS
from anze_idle_land_plugin.printing.wallmap.paper import TYPE
from anze_idle_land_plugin.store.standing.over_time import done_course


def scattered(count: Any) -> Any:
    made = []
    for index in range(count):
        x, y = (index * 7919) % 40000 - 20000, (index * 104729) % 60000 - 30000
        which = ListKind.IDLE if index % 4 == 0 else ListKind.UNSUPPLIED
        code = f"2023-{which.letter}-{index + 1:03}"
        survey = parcel(shifted([(x + a, y + b) for a, b in SQUARE]), code=code, name=f"{index + 1}号地块")
        made.append(dossier(which, survey, XHLYFS="03", JHWCSJ=date(2023, 10, 31)))
    return snapshot(made)


def text_of(path: Any) -> Any:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()


def size_of(path: Any) -> Any:
    info = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    words = next(line for line in info.splitlines() if line.startswith("Page size")).split()
    return round(float(words[2]) / 72 * 25.4), round(float(words[4]) / 72 * 25.4)


@pytest.mark.parametrize("paper", ["A0", "A1", "A2", "A3"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_the_page_has_the_size_of_its_paper(qgis_app: object, tmp_path: Path, paper: Any, orientation: Any) -> None:
    options = WallMapOptions(paper=paper, orientation=orientation)
    print_wallmap(scattered(12), tmp_path / "wall.pdf", options)
    wanted = paper_size(options)
    assert all(abs(got - want) <= 1 for got, want in zip(size_of(tmp_path / "wall.pdf"), wanted))


def test_an_a0_of_one_hundred_parcels_is_vector_small_and_searchable(qgis_app: object, tmp_path: Path) -> None:
    whole = scattered(100)
    output = tmp_path / "wall.pdf"
    pages = print_wallmap(whole, output, WallMapOptions())
    text = text_of(output)
    assert size_of(output) == (841, 1189)
    assert pages == text.count("\f")
    assert output.stat().st_size < 20_000_000
    assert b"/Subtype /Image" not in output.read_bytes()
    for wanted in (
        "完成率",
        "系统确认率",
        "各镇（区）排名",
        "内部用图",
        "1:100 000",
        "数据日期 2023-09-30",
        "距11月30日还有61天",
    ):
        assert wanted in text
    assert all(text.count(each.code) == 1 for each in whole.all_dossiers())


def test_an_empty_campaign_still_prints(qgis_app: object, tmp_path: Path) -> None:
    assert print_wallmap(snapshot(), tmp_path / "wall.pdf", WallMapOptions()) == 1


def test_the_legend_shows_only_what_the_theme_draws_and_parcels_outside_the_task_are_told(
    qgis_app: object, tmp_path: Path
) -> None:
    made = [dossier(survey=parcel(shifted(SQUARE), code=f"2023-G-00{n}")) for n in range(3)]
    suspended = dossier(ListKind.IDLE, parcel(shifted(SQUARE), code="2023-X-001"), state=SUSPENDED_STATE)
    for theme, told in (("category", "本图不着色"), ("status", "图例（进展状态）"), ("both", "图例（进展状态）")):
        print_wallmap(snapshot([*made[:2], suspended]), tmp_path / "wall.pdf", WallMapOptions(theme=theme))
        text = text_of(tmp_path / "wall.pdf")
        assert told in text and "另有 1 宗" in text
    print_wallmap(snapshot(made), tmp_path / "wall.pdf", WallMapOptions())
    assert "不计入底数" not in text_of(tmp_path / "wall.pdf")


def test_a_picture_has_the_pixels_of_its_paper(qgis_app: object, tmp_path: Path) -> None:
    output = tmp_path / "wall.png"
    print_wallmap(scattered(5), output, WallMapOptions(paper="A3", format="png", dpi=72))
    size = QImageReader(str(output)).size()
    assert (size.width(), size.height()) == (round(297 / 25.4 * 72), round(420 / 25.4 * 72))


def test_figures_come_from_the_same_tallies_as_the_lists() -> None:
    whole = scattered(20)
    figures = whole_figures(whole)
    assert figures.total.parcels == 20
    assert sum(each.figures.parcels for each in ranking(figures.by_unit)) == 20
    assert done_course(whole)[-1] == (whole.as_of, figures.total.done_rate)


def test_the_table_never_shortens_a_number_a_deadline_or_a_status(qgis_app: object, tmp_path: Path) -> None:
    output = tmp_path / "wall.pdf"
    print_wallmap(scattered(1100), output, WallMapOptions())
    text = text_of(output)
    assert not re.search(r"(?m)(^|\s)\d*…", text)
    assert text.count("2023-10-31") == 1100


@pytest.mark.parametrize(
    "points", [NUMBER_POINTS, FIRST_POINTS, wallmap_table.COLUMNS[0][2], SIZES[0][0], HEADING_POINTS]
)
def test_what_is_read_from_two_metres_is_six_millimetres_high_on_an_a0(qgis_app: object, points: Any) -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    dots = 300 / 25.4
    Canvas(painter, dots * TYPE["A0"]).text(Box(0, 0, 30, 30), "8", points, BOLD, "centre")
    painter.end()
    inked = [y for y in range(400) if any(image.pixel(x, y) & 0xFF < 128 for x in range(400))]
    assert (inked[-1] - inked[0] + 1) / dots >= 6.0
