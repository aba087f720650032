"""An official document (公文) as docx: page, faces, headings, tables and page numbers of GB/T 9704.

Faces and sizes are a table (resources/codes/official_form.csv). What a person must still write stands as a visible
blank: 【待填：…】 on yellow.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Sequence

from .. import catalogue
from ..model.messages import CampaignError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LINE_POINTS = 29
"""22 lines on 225 mm."""
TEXT_WIDTH_MM = 156
LEFT, CENTRE, RIGHT = 0, 1, 2
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BLANK = re.compile(r"(【待填[^】]*】)")


class DocumentNotWritten(CampaignError):
    sentence = "The document {file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class OfficialDocument:
    """Builds a document from top to bottom."""

    def __init__(self) -> None:
        import docx

        self.docx: Document = docx.Document()
        self._faces = {row["element"]: row for row in catalogue.table("official_form")}
        _page(self.docx)
        self._number_pages()

    def title(self, text: str) -> None:
        self._line(text, "title", CENTRE, after=LINE_POINTS)

    def subtitle(self, text: str) -> None:
        self._line(text, "heading_2", CENTRE, after=LINE_POINTS)

    def addressee(self, text: str) -> None:
        self._line(text, "body", LEFT)

    def heading(self, text: str, level: int = 1) -> None:
        """一、 of level 1 in 黑体, （一） of level 2 in 楷体, 1. of level 3 in 仿宋."""
        paragraph = self._line(text, f"heading_{level}", LEFT, indented=True)
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, text: str) -> None:
        """Body text, first line indented by two characters; 【待填：…】 turns into a visible blank."""
        self._line(text, "body", LEFT, indented=True)

    def caption(self, text: str) -> None:
        self._line(text, "caption", CENTRE).paragraph_format.keep_with_next = True

    def signature(self, office: str, day: date | None = None) -> None:
        """The office and the day at the right; without a day the office writes it."""
        from docx.shared import Pt

        when = f"{day.year}年{day.month}月{day.day}日" if day else "【待填：成文日期】"
        for text in ("", office, when):
            self._line(text, "body", RIGHT).paragraph_format.right_indent = Pt(4 * 16)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[object]], widths_mm: Sequence[float]) -> None:
        """A table with its head repeated on each page; numbers stand right, texts left."""
        from docx.shared import Mm

        table = self.docx.add_table(rows=1 + len(rows), cols=len(heads))
        table.style = "Table Grid"
        table.autofit, table.alignment = False, CENTRE
        grid = [list(row.cells) for row in table.rows]
        scale = TEXT_WIDTH_MM / sum(widths_mm)
        for column, width in zip(table.columns, widths_mm):
            column.width = Mm(width * scale)
        for line, (cells, values) in enumerate(zip(grid, [heads, *rows])):
            for cell, value, width in zip(cells, values, widths_mm):
                self._cell(cell, value, width * scale, line == 0)
        _narrow_margins(table._tbl)
        _repeat_head(table.rows[0]._tr)
        for row in table.rows:
            _keep_whole(row._tr)
        self._line("", "table", LEFT)

    def save(self, path: Path) -> None:
        """Write under another name, read again, then put in place."""
        import docx

        unfinished = path.with_name(f".{path.stem}.unfinished.docx")
        try:
            self.docx.save(str(unfinished))
            docx.Document(str(unfinished))
            os.replace(unfinished, path)
        except OSError as error:
            raise DocumentNotWritten(file=str(path), reason=str(error)) from error
        finally:
            unfinished.unlink(missing_ok=True)

    def _line(self, text: str, element: str, align: int, indented: bool = False, after: float = 0.0) -> Paragraph:
        from docx.shared import Pt

        paragraph = self.docx.add_paragraph()
        form = paragraph.paragraph_format
        paragraph.alignment = align
        form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(after), Pt(LINE_POINTS)
        if element == "title":
            form.line_spacing = Pt(36)
        if indented:
            form.first_line_indent = Pt(2 * float(self._faces[element]["size_pt"]))
        self._runs(paragraph, text, element)
        return paragraph

    def _cell(self, cell: _Cell, value: object, width_mm: float, is_head: bool) -> None:
        from docx.enum.table import WD_ALIGN_VERTICAL
        from docx.shared import Mm, Pt

        cell.width = Mm(width_mm)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = cell.paragraphs[0]
        text = "" if value is None else str(value)
        number = re.fullmatch(r"[-+−]?[\d.,]+%?", text) is not None
        paragraph.alignment = CENTRE if is_head else RIGHT if number else LEFT
        paragraph.paragraph_format.space_after = Pt(0)
        self._runs(paragraph, text, "table_head" if is_head else "table")

    def _runs(self, paragraph: Paragraph, text: str, element: str) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        for piece in BLANK.split(NOT_IN_XML.sub("", text)):
            if not piece:
                continue
            run = paragraph.add_run(piece)
            self._face(run, element)
            if BLANK.fullmatch(piece):
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _face(self, run: Run, element: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        face = self._faces[element]
        run.font.size, run.font.name = Pt(float(face["size_pt"])), face["latin"]
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), face["font"])

    def _number_pages(self) -> None:
        """— 1 — at the outer side: right on odd pages, left on even ones."""
        self.docx.settings.odd_and_even_pages_header_footer = True
        section = self.docx.sections[0]
        for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = align
            for piece in ("— ", "PAGE", " —"):
                run = paragraph.add_run("" if piece == "PAGE" else piece)
                self._face(run, "page_number")
                if piece == "PAGE":
                    _field(run, piece)


def _page(document: Document) -> None:
    """A4 with the type area of 156 × 225 mm."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)


def _field(run: Run, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


def _narrow_margins(table: object) -> None:
    """Half a millimetre beside the text of a cell, so that areas with four decimals stay on one line."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "40")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table.tblPr.append(margins)  # type: ignore[attr-defined]


def _repeat_head(row: object) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[attr-defined]


def _keep_whole(row: object) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]
