"""The final summary: an official document with every figure filled in, native charts, problems, and visible blanks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from factories import SQUARE, dossier, parcel, shifted, snapshot

from anze_idle_land_plugin.exports.office.docx_chart import add_chart, bar_chart, line_chart
from anze_idle_land_plugin.exports.office.official import DocumentNotWritten, OfficialDocument
from anze_idle_land_plugin.exports.reports.summary import problems, write_summary
from anze_idle_land_plugin.model.counting.figures import BOTH_LISTS
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot


@pytest.fixture
def whole() -> Snapshot:
    """K-0 settled but not confirmed, K-1 overdue, K-2 on time, K-3 suspended; 1, 2, 1 and 4 hectares."""
    surveys = [parcel(shifted(SQUARE, (37612000.0 + 200 * i, 4002000.0)), code=f"K-{i}") for i in range(4)]
    supplied = Event(
        ListKind.UNSUPPLIED,
        "K-0",
        EventKind.TRANSITION,
        date(2023, 6, 20),
        transition="TP11",
        field=STATE_FIELD,
        value="P50",
        area_ha=1.0,
        id=2,
    )
    known = {"ZRDW": "ZRZY", "XHLYFS": "03"}
    return snapshot(
        [
            dossier(survey=surveys[0], state="P40", events=[supplied], DKMJGQ=1.0, **known),
            dossier(survey=surveys[1], DKMJGQ=2.0, JHWCSJ=date(2023, 8, 31), **known),
            dossier(survey=surveys[2], DKMJGQ=1.0, JHWCSJ=date(2023, 11, 30), **known),
            dossier(ListKind.IDLE, surveys[3], state="XS0", GYMJ=4.0, ZRDW="GX", CZFS="31"),
        ]
    )


def written(whole: Snapshot, path: Path, **more: Any) -> str:
    """All text of the document, tables included."""
    write_summary(whole, path, **more)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_figures_of_the_campaign_are_filled_in(whole: Snapshot, tmp_path: Path) -> None:
    text = written(whole, tmp_path / "summary.docx")
    assert "完成率（未下达任务，按底数计）25.0%（1.0000/4.0000），落后时间节点要求60.0个百分点" in text
    assert "批而未供底数3宗、4.0000公顷，年度任务未下达" in text and "闲置土地底数0宗、0.0000公顷" in text
    assert "另有1宗、4.0000公顷不计入底数，其中司法查封、涉诉并已在系统标注的1宗" in text
    assert (
        "5月底前要求25%，实际批而未供0.0%、合计0.0%，未完成；6月底前要求50%，实际批而未供25.0%、合计25.0%，未完成"
        in text
    )


def test_each_unfinished_parcel_is_on_the_list_of_problems_with_what_is_the_matter(whole: Snapshot) -> None:
    said = {each.code: text for each, text in problems(whole, BOTH_LISTS)}
    assert said["K-0"] == "已处置，系统未确认"
    assert said["K-1"].endswith("逾期30天") and said["K-1"].startswith("未处置（")
    assert said["K-3"] == "司法查封或涉诉，暂停处置"


def test_what_only_people_can_say_stands_as_a_yellow_blank(whole: Snapshot, tmp_path: Path) -> None:
    written(whole, tmp_path / "summary.docx")
    runs = [run for paragraph in docx.Document(str(tmp_path / "summary.docx")).paragraphs for run in paragraph.runs]
    blanks = [run for run in runs if run.text.startswith("【待填：")]
    assert len(blanks) >= 8
    assert all(run.font.highlight_color == WD_COLOR_INDEX.YELLOW for run in blanks)


def test_the_page_and_the_faces_are_those_of_an_official_document(whole: Snapshot, tmp_path: Path) -> None:
    written(whole, tmp_path / "summary.docx")
    document = docx.Document(str(tmp_path / "summary.docx"))
    section = document.sections[0]
    assert [round(each.mm) for each in (section.page_width, section.page_height, section.top_margin)] == [210, 297, 37]
    assert round((section.page_width - section.left_margin - section.right_margin) / 36000) == 156
    first, body = document.paragraphs[0].runs[0], document.paragraphs[3].runs[0]
    assert (first.font.size.pt, body.font.size.pt) == (22, 16)
    assert 'w:eastAsia="方正小标宋简体"' in first._r.xml and 'w:eastAsia="仿宋_GB2312"' in body._r.xml
    assert "PAGE" in section.footer._element.xml and "PAGE" in section.even_page_footer._element.xml


def test_both_charts_are_native_and_carry_their_numbers(whole: Snapshot, tmp_path: Path) -> None:
    written(whole, tmp_path / "summary.docx")
    with ZipFile(tmp_path / "summary.docx") as package:
        charts = [name for name in package.namelist() if name.startswith("word/charts/")]
        texts = [package.read(name).decode() for name in charts]
    assert len(charts) == 2
    assert "计划完成率" in texts[0] and "<v>0.25</v>" in texts[0]
    assert "系统确认率" in texts[1]


def test_a_day_to_compare_with_adds_what_was_gained(whole: Snapshot, tmp_path: Path) -> None:
    text = written(whole, tmp_path / "summary.docx", since=date(2023, 5, 31))
    assert "2023年5月31日以来，新增处置1.0000公顷，完成率由0.0%变为25.0%" in text


def test_an_empty_campaign_gives_a_document_to_fill_in(tmp_path: Path) -> None:
    assert "没有未办结或待补正的地块" in written(snapshot(), tmp_path / "summary.docx")
    bare = replace(snapshot(), milestones=())
    assert "本年度未下达时间节点。【待填：时间节点完成情况】" in written(bare, tmp_path / "summary.docx")


def test_a_name_with_control_characters_does_not_spoil_the_document(tmp_path: Path) -> None:
    odd = snapshot([dossier(DKMC="甲\x0b乙<&>", XMMC="甲\x0b乙<&>")])
    assert "甲乙<&>" in written(odd, tmp_path / "summary.docx")


def test_a_folder_that_is_not_there_is_named(whole: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(DocumentNotWritten, match="gone"):
        write_summary(whole, tmp_path / "gone" / "summary.docx")


def test_a_line_without_numbers_stays_open_and_every_chart_has_a_part_of_its_own(tmp_path: Path) -> None:
    document = OfficialDocument()
    add_chart(document.docx, line_chart(["甲", "乙"], [("线", "C00000", [0.5, None])]), 100, 60)
    add_chart(document.docx, bar_chart(["甲"], [("柱", "0070C0", [1.2])]), 100, 60)
    document.save(tmp_path / "charts.docx")
    with ZipFile(tmp_path / "charts.docx") as package:
        assert package.read("word/charts/chart1.xml").decode().count("<v>0.5</v>") == 1
        assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(package.namelist())
        assert package.read("[Content_Types].xml").decode().count("drawingml.chart+xml") == 2
