"""An official document (公文) as docx: page, faces, headings, tables and page numbers of GB/T 9704.

Faces and sizes are a table (resources/codes/official_form.csv). What a person must still write stands as a visible
blank on yellow, 【　】 or 【待填：…】; any other text in 【】 is a remark for whoever checks the draft, on turquoise.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Sequence

from ... import catalogue
from ...model.messages import CampaignError
from ...wording.days import day_zh
from .replacing import replacing

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LINE_POINTS = 29
"""22 lines on 225 mm."""
TEXT_WIDTH_MM = 156
LEFT, CENTRE, RIGHT, JUSTIFIED = 0, 1, 2, 3
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BLANK = "【　】"
MARKED = re.compile(r"(【[^】]*】)")
TO_FILL = "【待填"


class DocumentNotWritten(CampaignError):
    sentence = "The document {file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class DocumentDiffers(CampaignError):
    sentence = "The document {file} holds {found} paragraphs and rows where {expected} were written; write it again"


class OfficialDocument:
    """Builds a document from top to bottom. ``draft_mark`` stands in the head of every page."""

    def __init__(self, draft_mark: str = "") -> None:
        import docx

        self.docx: Document = docx.Document()
        self._faces = {row["element"]: row for row in catalogue.table("official_form")}
        self._tail: list[Paragraph] = []
        _page(self.docx)
        _chinese(self.docx)
        self._number_pages()
        if draft_mark:
            section = self.docx.sections[0]
            for header in (section.header, section.even_page_header):
                self._runs(header.paragraphs[0], draft_mark, "draft_mark")

    def title(self, text: str) -> None:
        self._line(text, "title", CENTRE, after=LINE_POINTS)

    def subtitle(self, text: str) -> None:
        self._line(text, "heading_2", CENTRE, after=LINE_POINTS)

    def data_date(self, day: date) -> None:
        """The day of the data, below the title."""
        self.centred(f"（数据日期：{day_zh(day)}）")

    def centred(self, text: str) -> None:
        """A document number or a date under the title."""
        self._line(text, "body", CENTRE, after=LINE_POINTS)

    def addressee(self, text: str) -> None:
        self._line(text, "body", LEFT)

    def heading(self, text: str, level: int = 1) -> None:
        """一、 of level 1 in 黑体, （一） of level 2 in 楷体, 1. of level 3 in 仿宋."""
        paragraph = self._line(text, f"heading_{level}", LEFT, indented=True)
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, text: str) -> None:
        """Body text, first line indented by two characters; 【待填：…】 turns into a visible blank."""
        self._line(text, "body", JUSTIFIED, indented=True)

    def caption(self, text: str) -> None:
        self._line(text, "caption", CENTRE).paragraph_format.keep_with_next = True

    def signature(self, office: str, day: date | None = None, characters: int = 4) -> None:
        """The office and the day, so many characters from the right edge, never on a page of their own.

        Without a day the office writes it.
        """
        from docx.shared import Pt

        when = day_zh(day) if day else "【待填：成文日期】"
        self._keep_tail()
        for text in ("", office, when):
            paragraph = self._line(text, "body", RIGHT)
            paragraph.paragraph_format.right_indent = Pt(characters * 16)
            paragraph.paragraph_format.keep_with_next = text != when

    def new_page(self) -> None:
        """What follows begins on a new page."""
        from docx.enum.text import WD_BREAK

        self.docx.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[object]], widths_mm: Sequence[float], dense: bool = False
    ) -> None:
        """A table with its head repeated on each page; numbers stand right, texts left. ``dense`` is a size smaller."""
        table, scaled = self._grid(1 + len(rows), widths_mm)
        grid = [list(row.cells) for row in table.rows]
        element = "dense" if dense else "table"
        for line, (cells, values) in enumerate(zip(grid, [heads, *rows])):
            for cell, value, width in zip(cells, values, scaled):
                self._cell(cell, value, width, element if line else f"{element}_head")
        _repeat_head(table.rows[0]._tr)
        for row in table.rows:
            _keep_whole(row._tr)
        self._tail = [cell.paragraphs[0] for cell in grid[-1]]
        self._keep_tail()
        self._line("", "table", LEFT)

    def facts(self, pairs: Sequence[tuple[str, str]], height_mm: float = 0.0) -> None:
        """A table of names and values that stays on one page; rows to write in by hand get a least height."""
        from docx.shared import Mm

        table, scaled = self._grid(len(pairs), (40.0, 116.0))
        self._keep_tail()
        for row, pair in zip(table.rows, pairs):
            cells = list(row.cells)
            for cell, text, width, element in zip(cells, pair, scaled, ("facts_head", "facts")):
                self._cell(cell, text, width, element)
            if height_mm:
                row.height = Mm(height_mm)
            _keep_whole(row._tr)
            cells[0].paragraphs[0].paragraph_format.keep_with_next = pair != pairs[-1]
        self._line("", "table", LEFT)

    def _grid(self, rows: int, widths_mm: Sequence[float]) -> tuple[Table, list[float]]:
        """A ruled table as wide as the text, and the widths of its columns in millimetres."""
        from docx.shared import Mm

        table = self.docx.add_table(rows=rows, cols=len(widths_mm))
        table.style = "Table Grid"
        table.autofit, table.alignment = False, CENTRE
        scaled = [width * TEXT_WIDTH_MM / sum(widths_mm) for width in widths_mm]
        for column, width in zip(table.columns, scaled):
            column.width = Mm(width)
        _narrow_margins(table._tbl)
        return table, scaled

    def _keep_tail(self) -> None:
        """What was written last stays on the page of what follows."""
        for paragraph in self._tail:
            paragraph.paragraph_format.keep_with_next = True

    def save(self, path: Path) -> None:
        """Write under another name, read again and count, then put in place."""
        import docx

        with replacing(path, DocumentNotWritten) as unfinished:
            self.docx.save(str(unfinished))
            found, expected = _size(docx.Document(str(unfinished))), _size(self.docx)
            if found != expected:
                raise DocumentDiffers(file=path.name, found=found, expected=expected)

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
        self._tail = [paragraph]
        return paragraph

    def _cell(self, cell: _Cell, value: object, width_mm: float, element: str) -> None:
        from docx.enum.table import WD_ALIGN_VERTICAL
        from docx.shared import Mm, Pt

        cell.width = Mm(width_mm)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = cell.paragraphs[0]
        text = "" if value is None else str(value)
        number = re.fullmatch(r"[-+−]?[\d.,]+%?", text) is not None
        paragraph.alignment = CENTRE if element.endswith("_head") else RIGHT if number else LEFT
        paragraph.paragraph_format.space_after = Pt(0)
        self._runs(paragraph, text, element)

    def _runs(self, paragraph: Paragraph, text: str, element: str) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        for piece in MARKED.split(NOT_IN_XML.sub("", text)):
            if not piece:
                continue
            run = paragraph.add_run(piece)
            self._face(run, element)
            if MARKED.fullmatch(piece):
                to_fill = piece == BLANK or piece.startswith(TO_FILL)
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW if to_fill else WD_COLOR_INDEX.TURQUOISE

    def _face(self, run: Run, element: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        face = self._faces[element]
        run.font.size, run.font.name = Pt(float(face["size_pt"])), face["latin"]
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), face["font"])

    def _number_pages(self) -> None:
        """— 1 — at the outer side, one character from the edge: right on odd pages, left on even ones."""
        from docx.shared import Pt

        self.docx.settings.odd_and_even_pages_header_footer = True
        section = self.docx.sections[0]
        for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = align
            edge = "right_indent" if align == RIGHT else "left_indent"
            setattr(paragraph.paragraph_format, edge, Pt(14))  # 空一字
            for piece in ("— ", "PAGE", " —"):
                run = paragraph.add_run("" if piece == "PAGE" else piece)
                self._face(run, "page_number")
                if piece == "PAGE":
                    _field(run, piece)


def _size(document: Document) -> int:
    """Paragraphs and table rows."""
    return len(document.paragraphs) + sum(len(table.rows) for table in document.tables)


def _page(document: Document) -> None:
    """A4 with the type area of 156 × 225 mm."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(25)


def _chinese(document: Document) -> None:
    """Chinese line breaking and spelling, and none of the library's own name and dates in the properties."""
    from docx.oxml.ns import qn

    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:eastAsia"), "zh-CN")
    properties = document.core_properties
    properties.author = properties.comments = ""
    for stamp in ("dcterms:created", "dcterms:modified"):
        element = properties._element.find(qn(stamp))
        if element is not None:
            properties._element.remove(element)


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
    table.tblPr.insert_element_before(margins, "w:tblLook")  # type: ignore[attr-defined]


def _repeat_head(row: object) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[attr-defined]


def _keep_whole(row: object) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]
