"""The form of official documents: page, faces, line pitch, page numbers, marked blanks, reopened when saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from anze_idle_land_plugin.exports.office.official import DocumentNotWritten, OfficialDocument


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    document = OfficialDocument("草稿")
    document.title("安泽县自然资源局\n闲置土地认定书")
    document.heading("一、事实")
    document.paragraph("地址：【　】。依据【待法制审核】。")
    document.table(("序号", "宗地"), [["1", "2023-X-001"], ["2", "2023-X-002"]], (20, 60))
    document.facts((("经办", "【　】"),), 12)
    document.signature("安泽县自然资源局")
    path = tmp_path / "认定书.docx"
    document.save(path)
    return path


def test_the_page_is_that_of_the_standard(saved: Path) -> None:
    section = Document(str(saved)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in margins] == [37, 35, 28, 26]


def test_title_and_body_name_the_faces_of_the_standard(saved: Path) -> None:
    paragraphs = Document(str(saved)).paragraphs
    title, body = paragraphs[0].runs[0], paragraphs[2].runs[0]
    assert title._element.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体" and title.font.size == Pt(22)
    assert body._element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312" and body.font.size == Pt(16)
    assert paragraphs[1].runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    assert paragraphs[2].paragraph_format.first_line_indent == Pt(32)


def test_lines_have_the_fixed_pitch_of_the_standard(saved: Path) -> None:
    form = Document(str(saved)).paragraphs[2].paragraph_format
    assert form.line_spacing_rule is WD_LINE_SPACING.EXACTLY
    assert Pt(28) <= form.line_spacing <= Pt(30)


def test_blanks_and_remarks_for_the_lawyer_are_marked_in_two_colours(saved: Path) -> None:
    runs = Document(str(saved)).paragraphs[2].runs
    marked = {run.text: run.font.highlight_color for run in runs if run.font.highlight_color}
    assert marked == {"【　】": WD_COLOR_INDEX.YELLOW, "【待法制审核】": WD_COLOR_INDEX.TURQUOISE}


def test_page_numbers_stand_outside_on_odd_and_even_pages(saved: Path) -> None:
    section = Document(str(saved)).sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
    assert section.footer.paragraphs[0].alignment != section.even_page_footer.paragraphs[0].alignment


def test_office_and_date_stay_with_the_text_before_them(saved: Path) -> None:
    office = next(each for each in Document(str(saved)).paragraphs[3:] if each.text == "安泽县自然资源局")
    assert office.paragraph_format.keep_with_next


def test_characters_that_no_document_takes_are_left_out(tmp_path: Path) -> None:
    document = OfficialDocument()
    document.paragraph("甲\x00乙\x0b丙\ufffe")
    document.save(tmp_path / "a.docx")
    assert Document(str(tmp_path / "a.docx")).paragraphs[0].text == "甲乙丙"


def test_a_file_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file, not a folder", encoding="utf-8")
    document = OfficialDocument()
    document.paragraph("甲")
    with pytest.raises(DocumentNotWritten, match="folder"):
        document.save(tmp_path / "folder" / "a.docx")


def test_what_a_person_fills_in_is_yellow_in_either_form(tmp_path: Path) -> None:
    document = OfficialDocument()
    document.paragraph("甲【待填：文号】乙【　】")
    document.save(tmp_path / "a.docx")
    runs = Document(str(tmp_path / "a.docx")).paragraphs[0].runs
    assert [run.font.highlight_color for run in runs] == [None, WD_COLOR_INDEX.YELLOW, None, WD_COLOR_INDEX.YELLOW]


def test_the_properties_name_no_author_and_the_text_is_chinese(saved: Path) -> None:
    document = Document(str(saved))
    assert document.core_properties.author == "" and document.core_properties.comments == ""
    assert 'w:eastAsia="zh-CN"' in document.styles.element.xml


def test_the_parts_of_a_table_stand_in_the_order_word_asks_for(saved: Path) -> None:
    for table in Document(str(saved)).tables:
        names = [child.tag.split("}")[1] for child in table._tbl.tblPr]
        assert names.index("tblCellMar") < names.index("tblLook")
