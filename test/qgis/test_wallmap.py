"""The wall map as a real file: page size, text that can be searched, every parcel with its number and row."""

from __future__ import annotations

import re
import subprocess
from datetime import date

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from qgis.PyQt.QtGui import QImageReader

from anze_idle_land_plugin.model.figures import ranking
from anze_idle_land_plugin.model.words import ListKind
from anze_idle_land_plugin.printing.wallmap import WallMapOptions, paper_size, print_wallmap
from anze_idle_land_plugin.printing.wallmap_figures import whole_figures
from anze_idle_land_plugin.store.course import done_course


def scattered(count):
    made = []
    for index in range(count):
        x, y = (index * 7919) % 40000 - 20000, (index * 104729) % 60000 - 30000
        which = ListKind.IDLE if index % 4 == 0 else ListKind.UNSUPPLIED
        code = f"2023-{which.letter}-{index + 1:03}"
        survey = parcel(shifted([(x + a, y + b) for a, b in SQUARE]), code=code, name=f"{index + 1}号地块")
        made.append(dossier(which, survey, XHLYFS="03", JHWCSJ=date(2023, 10, 31)))
    return snapshot(made)


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()


def size_of(path):
    info = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    words = next(line for line in info.splitlines() if line.startswith("Page size")).split()
    return round(float(words[2]) / 72 * 25.4), round(float(words[4]) / 72 * 25.4)


@pytest.mark.parametrize("paper", ["A0", "A1", "A2", "A3"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_the_page_has_the_size_of_its_paper(qgis_app, tmp_path, paper, orientation):
    options = WallMapOptions(paper=paper, orientation=orientation)
    print_wallmap(scattered(12), tmp_path / "wall.pdf", options)
    wanted = paper_size(options)
    assert all(abs(got - want) <= 1 for got, want in zip(size_of(tmp_path / "wall.pdf"), wanted))


def test_an_a0_of_one_hundred_parcels_is_vector_small_and_searchable(qgis_app, tmp_path):
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


def test_an_empty_campaign_still_prints(qgis_app, tmp_path):
    assert print_wallmap(snapshot(), tmp_path / "wall.pdf", WallMapOptions()) == 1


def test_a_picture_has_the_pixels_of_its_paper(qgis_app, tmp_path):
    output = tmp_path / "wall.png"
    print_wallmap(scattered(5), output, WallMapOptions(paper="A3", format="png", dpi=72))
    size = QImageReader(str(output)).size()
    assert (size.width(), size.height()) == (round(297 / 25.4 * 72), round(420 / 25.4 * 72))


def test_figures_come_from_the_same_tallies_as_the_lists():
    whole = scattered(20)
    figures = whole_figures(whole)
    assert figures.total.parcels == 20
    assert sum(each.figures.parcels for each in ranking(figures.by_unit)) == 20
    assert done_course(whole)[-1] == (whole.as_of, figures.total.done_rate)


def test_the_table_never_shortens_a_number_a_deadline_or_a_status(qgis_app, tmp_path):
    output = tmp_path / "wall.pdf"
    print_wallmap(scattered(1100), output, WallMapOptions())
    text = text_of(output)
    assert not re.search(r"(?m)(^|\s)\d*…", text)
    assert text.count("2023-10-31") == 1100
