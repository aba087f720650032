"""Workbooks and documents turned to PDF by LibreOffice: one page wide, nothing cut, no ####, heads on every page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

WORKBOOKS = ("lists", "ledger", "progress", "month")


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, without blanks."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_page_carries_every_head_of_its_sheet(printed: Path, name: str) -> None:
    """A sheet that were two pages wide would have pages with half of its heads."""
    pages = pages_of(printed / f"{name}.pdf")
    book = load_workbook(printed / f"{name}.xlsx")
    titles = {"".join(str(sheet["A1"].value).split()): sheet for sheet in book}
    seen = set()
    for number, page in enumerate(pages, 1):
        fitting = [title for title in titles if title in page]
        assert fitting, f"page {number} of {name} has no title"
        title = max(fitting, key=len)
        seen.add(title)
        missing = [head for head in heads_of(titles[title]) if head not in page]
        assert missing == [], (name, number)
        assert f"第{number}页共{len(pages)}页" in page
    assert seen == set(titles)


def heads_of(sheet) -> list[str]:  # type: ignore[no-untyped-def]
    last = int(sheet.print_title_rows.split("$")[-1])
    values = [cell.value for row in sheet.iter_rows(min_row=3, max_row=last) for cell in row if cell.value]
    return ["".join(str(value).split()) for value in values]


@pytest.mark.parametrize("name", WORKBOOKS)
def test_no_number_is_too_wide_for_its_column(printed: Path, name: str) -> None:
    assert not [page for page in pages_of(printed / f"{name}.pdf") if "###" in page]


@pytest.mark.parametrize("name", ["lists", "ledger"])
def test_every_parcel_and_every_long_text_is_printed_whole(printed: Path, name: str) -> None:
    text = "".join(pages_of(printed / f"{name}.pdf"))
    for sheet in load_workbook(printed / f"{name}.xlsx"):
        for row in sheet.iter_rows(min_row=5, values_only=True):
            for value in row:
                if isinstance(value, str) and not value.startswith("="):
                    assert "".join(value.split()) in text, (name, sheet.title, value)


def test_totals_are_computed_when_the_workbook_is_opened(printed: Path) -> None:
    sheet = load_workbook(printed / "lists.xlsx")["任务清单"]
    areas = [row[4] for row in sheet.iter_rows(min_row=5, max_row=sheet.max_row - 1, values_only=True)]
    assert f"{sum(areas):.4f}" in pages_of(printed / "lists.pdf")[0]


def test_the_chart_of_the_report_is_drawn(printed: Path) -> None:
    first = pages_of(printed / "month.pdf")[0]
    assert "计划与实际完成率" in first and "实际完成率" in first


def test_the_summary_prints_with_charts_page_numbers_and_whole_tables(printed: Path) -> None:
    pages = pages_of(printed / "summary.pdf")
    assert 6 <= len(pages) <= 14
    assert all(f"—{number}—" in page for number, page in enumerate(pages, 1))
    text = "".join(pages)
    assert "图1计划与实际完成率" in text and "图2各镇（区）完成率与系统确认率" in text
    assert text.count("问题清单") >= 1 and "2023-X-031"[:6] in text


def test_the_summary_stays_inside_its_page(printed: Path) -> None:
    """No word lies outside the type area of 156 mm by more than a hanging mark."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(printed / "summary.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    rights = [float(value) for value in re.findall(r'<word [^>]*xMax="([0-9.]+)"', boxes)]
    lefts = [float(value) for value in re.findall(r'<word xMin="([0-9.]+)"', boxes)]
    millimetre = 72 / 25.4
    assert max(rights) <= (210 - 26 + 6) * millimetre and min(lefts) >= (28 - 3) * millimetre
