"""anze:parcelsheets and anze:sheetlayout as a script runs them: every parameter does what it says."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, Callable

import pytest
from qgis.core import QgsProcessingException

from anze_idle_land_plugin import settings
from anze_idle_land_plugin.algorithms.parcelsheets import workers_for
from anze_idle_land_plugin.printing.sheet.layout import shipped_template


def text_of(pdf: Path) -> str:
    read = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True)
    return "".join(read.stdout.split())


@pytest.fixture
def campaign(one_parcel: str) -> str:
    """The campaign of this file's tests: one parcel, 2023-G-001."""
    return one_parcel


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("pdf", "unsupplied/2023-G-001.pdf"),
        ("png", "unsupplied/2023-G-001.png"),
        ("svg", "unsupplied/2023-G-001.svg"),
        ("xlsx", "sheets_unsupplied.xlsx"),
    ],
)
def test_every_format_makes_its_file(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path, form: str, file: str
) -> None:
    made = run("parcelsheets", CAMPAIGN=campaign, FORMAT=form, DPI=100, OUTPUT=str(tmp_path / "out"))
    assert (made["SHEETS"], made["PAGES"], made["FAILED"]) == (1, 1, 0)
    assert [str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")] == [file]


def test_a_child_and_this_process_make_the_same(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    for workers in (0, 1):
        run("parcelsheets", CAMPAIGN=campaign, WORKERS=workers, AS_OF="2023-09-30", OUTPUT=str(tmp_path / str(workers)))
    one, other = (text_of(tmp_path / str(workers) / "unsupplied" / "2023-G-001.pdf") for workers in (0, 1))
    assert one == other
    assert "J14002100.00037612000.000" in one


def test_a_second_run_keeps_what_has_not_changed(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    given = {"CAMPAIGN": campaign, "AS_OF": "2023-09-30", "OUTPUT": str(tmp_path / "out")}
    assert run("parcelsheets", **given)["KEPT"] == 0
    assert run("parcelsheets", **given)["KEPT"] == 1
    again = run("parcelsheets", ONLY_CHANGED=False, **given)
    assert (again["KEPT"], again["SHEETS"]) == (0, 1)


def test_combined_joins_pdf_alone(run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path) -> None:
    run("parcelsheets", CAMPAIGN=campaign, COMBINED=True, OUTPUT=str(tmp_path / "out"))
    assert "2023-G-001" in text_of(tmp_path / "out" / "sheets_unsupplied.pdf")
    with pytest.raises(QgsProcessingException, match="COMBINED"):
        run("parcelsheets", CAMPAIGN=campaign, COMBINED=True, FORMAT="png", OUTPUT=str(tmp_path / "other"))


def test_title_and_secrecy_are_settings(run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path) -> None:
    settings.SHEET_TITLE.write("一宗一策表")
    settings.SHEET_SECRECY.write("内部资料")
    try:
        run("parcelsheets", CAMPAIGN=campaign, OUTPUT=str(tmp_path))
    finally:
        settings.SHEET_TITLE.write("")
        settings.SHEET_SECRECY.write("")
    text = text_of(tmp_path / "unsupplied" / "2023-G-001.pdf")
    assert "一宗一策表" in text
    assert "内部资料" in text


def test_a_wrong_template_is_refused_before_anything_is_drawn(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    (tmp_path / "wrong.qpt").write_text("<Layout/>", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"wrong\.qpt"):
        run("parcelsheets", CAMPAIGN=campaign, TEMPLATE=str(tmp_path / "wrong.qpt"), OUTPUT=str(tmp_path / "out"))
    assert not (tmp_path / "out" / "unsupplied").exists()


def test_the_layout_of_a_parcel_is_a_template_again(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    given = {"CAMPAIGN": campaign, "LIST": "unsupplied", "AS_OF": "2023-09-30"}
    made = run("sheetlayout", PARCEL="2023-G-001", OUTPUT=str(tmp_path / "a.qpt"), **given)
    assert made["OUTPUT"] == str(tmp_path / "a.qpt")
    sheets = run("parcelsheets", CAMPAIGN=campaign, TEMPLATE=str(tmp_path / "a.qpt"), OUTPUT=str(tmp_path / "out"))
    assert (sheets["SHEETS"], sheets["FAILED"]) == (1, 0)
    with pytest.raises(QgsProcessingException, match="2023-G-999"):
        run("sheetlayout", PARCEL="2023-G-999", OUTPUT=str(tmp_path / "b.qpt"), **given)


def test_as_many_processes_as_pay() -> None:
    assert workers_for(1) == 1
    assert workers_for(0) == 1
    assert workers_for(10_000) >= 1
    assert shipped_template("A4").exists()
