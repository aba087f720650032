"""Templates are data: boxes by item id, read as QGIS lays them, and a preview of QGIS's own items."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from factories import dossier, parcel
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRenderContext,
)
from qgis.PyQt.QtXml import QDomDocument
from sheet_cases import around
from sheet_marks import leaving, overlaps, pages_of_marks

from anze_idle_land_plugin.printing.sheet.layout import (
    FRONT_KNOWN,
    LATER_NEEDED,
    PAPERS,
    TemplateUnusable,
    read_layout,
    shipped_template,
)
from anze_idle_land_plugin.printing.sheet.map.neighbourhood import Neighbourhood
from anze_idle_land_plugin.printing.sheet.preview import layout_of
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, style_of
from anze_idle_land_plugin.printing.sheet.words import words_of


def as_qgis_sees(template: Path) -> dict[tuple[int, str], tuple[float, ...]]:
    document = QDomDocument()
    document.setContent(template.read_text(encoding="utf-8"))
    layout = QgsPrintLayout(QgsProject.instance())
    layout.loadFromTemplate(document, QgsReadWriteContext())
    return {
        (item.page(), item.id()): (item.pagePos().x(), item.pagePos().y(), item.rect().width(), item.rect().height())
        for item in layout.items()
        if isinstance(item, QgsLayoutItem) and item.id()
    }


@pytest.mark.parametrize("paper", PAPERS)
def test_the_boxes_are_where_qgis_puts_the_items(qgis_app: object, paper: str) -> None:
    template = shipped_template(paper)
    layout = read_layout(template)
    seen = as_qgis_sees(template)
    ours = {(0, name): box for name, box in layout.front.items()} | {
        (1, name): box for name, box in layout.later.items()
    }
    assert set(ours) == set(seen)
    for key, box in ours.items():
        assert (box.x, box.y, box.width, box.height) == pytest.approx(seen[key], abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_shipped_templates_have_every_box(paper: str) -> None:
    layout = read_layout(shipped_template(paper))
    assert set(layout.front) == set(FRONT_KNOWN)
    assert set(layout.later) == set(LATER_NEEDED)


def changed(tmp_path: Path, item_id: str, **attributes: str) -> Path:
    """The shipped A4 template with other attributes at the first item of an id."""
    tree = ElementTree.parse(shipped_template("A4"))
    items = [item for item in tree.getroot().iterfind("LayoutItem") if item.get("id") == item_id]
    for name, value in attributes.items():
        items[-1].set(name, value)
    template = tmp_path / "office.qpt"
    tree.write(template, encoding="utf-8")
    return template


def test_another_reference_point_and_unit_mean_the_same_place(tmp_path: Path) -> None:
    plain = read_layout(shipped_template("A4")).front["map"]
    corner = f"{plain.right / 10},{plain.bottom / 10},cm"
    box = read_layout(changed(tmp_path, "map", position=corner, referencePoint="8")).front["map"]
    assert (box.x, box.y, box.width, box.height) == pytest.approx((plain.x, plain.y, plain.width, plain.height))


def test_an_office_template_moves_the_boxes(qgis_app: object, tmp_path: Path) -> None:
    template = changed(tmp_path, "foot", position="25,286,mm")
    pages, size = pages_of_marks(dossier(survey=parcel()), "A4", template)
    (foot,) = (mark for mark in pages[0] if mark.text.startswith("2000国家大地坐标系"))
    assert foot.corners[0][1] > 286
    assert list(overlaps(pages[0])) == list(leaving(pages[0], size)) == []


def test_a_label_of_the_office_is_drawn_as_it_stands(qgis_app: object, tmp_path: Path) -> None:
    template = changed(tmp_path, "secrecy", id="ours", labelText="安泽县专项行动办公室监制")
    pages, _ = pages_of_marks(dossier(survey=parcel()), "A4", template)
    assert "安泽县专项行动办公室监制" in [mark.text for mark in pages[0]]


def test_a_template_without_the_map_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateUnusable, match="map"):
        read_layout(changed(tmp_path, "map", id="karte"))


@pytest.mark.parametrize("wrong", [{"position": "a,b,mm"}, {"size": "10"}, {"referencePoint": "x"}])
def test_a_template_with_broken_measures_is_refused(tmp_path: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(TemplateUnusable):
        read_layout(changed(tmp_path, "map", **wrong))


def test_a_logo_beside_the_template_is_found(tmp_path: Path) -> None:
    assert read_layout(changed(tmp_path, "logo", file="./seal.png")).logo == str(tmp_path / "seal.png")


@pytest.mark.parametrize("content", ["", "<Layout/>", "no xml at all", '<?xml version="1.0" encoding="GBK"?><Layout/>'])
def test_what_is_no_template_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.qpt").write_text(content, encoding="utf-8")
    with pytest.raises(TemplateUnusable):
        read_layout(tmp_path / "bad.qpt")


@pytest.mark.parametrize("paper", PAPERS)
def test_the_preview_shows_the_parcel_with_items_of_qgis(qgis_app: object, tmp_path: Path, paper: str) -> None:
    subject = dossier(survey=parcel(), PCMC="安泽县2015年第二批次", JHWCSJ=date(2023, 11, 30))
    snapshot = around(subject)
    style = style_of(snapshot, SheetOptions(paper=paper, printed_on=date(2023, 10, 8), secrecy="内部资料"))
    words = words_of(subject, Neighbourhood([subject]), style)
    layout = layout_of(QgsProject.instance(), shipped_template(paper), subject, words, style)
    (item,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "map")
    assert item.extent().contains(37612050.0, 4002050.0)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = QgsRenderContext.TextFormatAlwaysText
    result = QgsLayoutExporter(layout).exportToPdf(str(tmp_path / "a.pdf"), settings)
    assert result == QgsLayoutExporter.ExportResult.Success
    read = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True, text=True)
    for expected in ("2023-G-001", "内部资料", "安泽县2015年第二批次", "4002100.000", "2023-05-10"):
        assert expected in read.stdout
