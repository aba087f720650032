"""Official documents (公文, GB/T 9704) as docx: page, faces, line pitch, page numbers, visible blanks.

Faces are named as offices on Windows have them; another machine shows its substitutes. A text in 【】 is a blank or a
remark for whoever finishes the draft, and is marked in colour.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Sequence

from ..catalogue import table as code_table
from ..model.messages import CampaignError
from .replacing import replacing

if TYPE_CHECKING:
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

BLANK = "【　】"
_MARKED = re.compile(r"(【[^】]*】)")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
MARGINS_MM = (37, 35, 28, 26)
"""Top, bottom, left (binding), right of an A4 page: GB/T 9704-2012; the type area is 156 by 225 mm."""
FOOTER_MM = 24
"""The page number stands 7 mm below the type area."""


class DocumentNotWritten(CampaignError):
    sentence = "The document {file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class DocumentDiffers(CampaignError):
    sentence = "The document {file} holds {found} paragraphs and rows where {expected} were written; write it again"


class DocxMissing(CampaignError):
    sentence = "Documents need python-docx, which ships with the plugin; install the plugin again from its zip"


class Face(NamedTuple):
    """A font and its size in points."""

    font: str
    size: float


@cache
def face(element: str) -> Face:
    """The face of an element of document_format.csv."""
    row = next(row for row in code_table("document_format") if row["element"] == element)
    return Face(row["font"], float(row["size_pt"] or 0))


class OfficialDocument:
    """A document that grows from top to bottom and is read again when it is saved."""

    def __init__(self, draft_mark: str = "") -> None:
        try:
            from docx import Document
        except ImportError as error:
            raise DocxMissing() from error
        self._document = Document()
        self._lines = 0
        self._tail: list[Paragraph] = []
        _set_normal(self._document)
        _set_page(self._document.sections[0])
        self._document.settings.odd_and_even_pages_header_footer = True
        for footer, is_odd in (
            (self._document.sections[0].footer, True),
            (self._document.sections[0].even_page_footer, False),
        ):
            _page_number(footer.paragraphs[0], is_odd)
        for header in (self._document.sections[0].header, self._document.sections[0].even_page_header):
            _write(header.paragraphs[0], draft_mark, face("draft_mark"))

    def title(self, *lines: str) -> None:
        """The title, centred, each line a paragraph."""
        for line in lines:
            self._add(line, face("title"), align="center", indent=False)

    def centred(self, text: str) -> None:
        """A document number or a date under the title."""
        self._add(text, face("body"), align="center", indent=False)

    def gap(self) -> Paragraph:
        """An empty line."""
        return self._add("", face("body"), indent=False)

    def addressee(self, text: str) -> None:
        """Who it goes to: flush left."""
        self._add(text, face("body"), indent=False)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading 一、 (level 1) or （一） (level 2); it stays with the next paragraph."""
        self._add(text, face(f"heading_{level}")).paragraph_format.keep_with_next = True

    def paragraph(self, text: str) -> None:
        self._add(text, face("body"))

    def signature(self, office: str, characters: int = 4) -> None:
        """An empty line, office and a date to fill in, never on a page of their own; from the right edge."""
        for paragraph in (*self._tail, self.gap(), self._right(office, characters)):
            paragraph.paragraph_format.keep_with_next = True
        self._right(f"{BLANK}年{BLANK}月{BLANK}日", characters)

    def _right(self, text: str, characters: int) -> Paragraph:
        from docx.shared import Pt

        paragraph = self._add(text, face("body"), align="right", indent=False)
        paragraph.paragraph_format.right_indent = Pt(face("body").size * characters)
        return paragraph

    def new_page(self) -> None:
        """What follows begins on a new page."""
        self._document.paragraphs[-1].add_run().add_break(_page_break())

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths_mm: Sequence[float]) -> None:
        """A ruled table whose head repeats on every page; rows are not torn apart."""
        grid = self._grid(widths_mm)
        for number, row in enumerate([heads, *rows]):
            cells = grid.add_row().cells
            for cell, text, width in zip(cells, row, widths_mm):
                _fill_cell(cell, text, width, face("table_head" if number == 0 else "table"), number == 0)
            _row_rule(grid.rows[-1], "cantSplit")
            if number == 0:
                _row_rule(grid.rows[-1], "tblHeader")
            self._lines += 1
            self._tail = [cell.paragraphs[0] for cell in cells]

    def facts(self, pairs: Sequence[tuple[str, str]], height_mm: float = 0) -> None:
        """A ruled table of names and values on one page; rows to be written in by hand get a least height."""
        from docx.shared import Mm

        widths_mm = (40.0, 116.0)
        for paragraph in self._tail:
            paragraph.paragraph_format.keep_with_next = True
        grid = self._grid(widths_mm)
        for name, value in pairs:
            first, second = grid.add_row().cells
            _fill_cell(first, name, widths_mm[0], face("facts_head"), True)
            _fill_cell(second, value, widths_mm[1], face("facts"), False)
            _row_rule(grid.rows[-1], "cantSplit")
            if height_mm:
                grid.rows[-1].height = Mm(height_mm)
            first.paragraphs[0].paragraph_format.keep_with_next = (name, value) != pairs[-1]
            self._lines += 1

    def save(self, path: Path) -> None:
        """Write under another name, read again and count, then put in place."""
        from docx import Document

        with replacing(path, DocumentNotWritten) as unfinished:
            self._document.save(str(unfinished))
            again = Document(str(unfinished))
            found = len(again.paragraphs) + sum(len(grid.rows) for grid in again.tables)
            if found != self._lines:
                raise DocumentDiffers(file=path.name, found=found, expected=self._lines)

    def _grid(self, widths_mm: Sequence[float]) -> Table:
        from docx.enum.table import WD_TABLE_ALIGNMENT
        from docx.shared import Mm

        grid = self._document.add_table(rows=0, cols=len(widths_mm))
        grid.style, grid.alignment, grid.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(grid.columns, widths_mm):
            column.width = Mm(width)
        _narrow_cells(grid)
        return grid

    def _add(self, text: str, with_face: Face, align: str = "justify", indent: bool = True) -> Paragraph:
        from docx.shared import Pt

        paragraph = self._document.add_paragraph()
        paragraph.alignment = _alignment(align)
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(with_face.size * 2)
        _write(paragraph, text, with_face)
        self._lines += 1
        self._tail = [paragraph]
        return paragraph


def _page_break() -> object:
    from docx.enum.text import WD_BREAK

    return WD_BREAK.PAGE


def _alignment(align: str) -> object:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return getattr(WD_ALIGN_PARAGRAPH, align.upper())


def _write(paragraph: Paragraph, text: str, with_face: Face) -> None:
    """The text in runs of one face; what stands in 【】 is marked."""
    from docx.enum.text import WD_COLOR_INDEX

    for part in _MARKED.split(_NOT_XML.sub("", text)):
        if not part:
            continue
        run = paragraph.add_run(part)
        _set_font(run, with_face)
        if part.startswith("【"):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if part == BLANK else WD_COLOR_INDEX.TURQUOISE


def _set_font(run: object, with_face: Face) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.name, run.font.size = with_face.font, Pt(with_face.size)  # type: ignore[attr-defined]
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for attribute in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(attribute), with_face.font)


def _set_normal(document: object) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]  # type: ignore[attr-defined]
    body = face("body")
    normal.font.name, normal.font.size = body.font, Pt(body.size)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), body.font)
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(face("line").size)
    spacing.widow_control = False


def _set_page(section: Section) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = MARGINS_MM
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance, section.footer_distance = Mm(20), Mm(FOOTER_MM)


def _page_number(paragraph: Paragraph, is_odd: bool) -> None:
    """— 1 — : odd pages right, even pages left, one character from the edge."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    number_face = face("page_number")
    paragraph.alignment = _alignment("right" if is_odd else "left")
    edge = "right_indent" if is_odd else "left_indent"
    setattr(paragraph.paragraph_format, edge, Pt(number_face.size))
    _set_font(paragraph.add_run("— "), number_face)
    run = paragraph.add_run()
    _set_font(run, number_face)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._element.append(element)
    _set_font(paragraph.add_run(" —"), number_face)


def _narrow_cells(grid: Table) -> None:
    """One millimetre between rule and text instead of Word's two."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.append(margins)


def _fill_cell(cell: _Cell, text: str, width_mm: float, with_face: Face, centred: bool) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm

    cell.width = Mm(width_mm)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = _alignment("center" if centred else "left")
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    _write(paragraph, text, with_face)


def _row_rule(row: object, rule: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{rule}"))  # type: ignore[attr-defined]
