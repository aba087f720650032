"""The parcel sheets as printed: every fact and every boundary point in the PDF, the right pages, no parcel lost."""

from __future__ import annotations

import logging
import subprocess
from dataclasses import replace
from datetime import date
from math import cos, pi, sin
from pathlib import Path

import pytest
from factories import dossier, parcel, shifted, snapshot
from qgis.core import QgsFeedback

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, SheetSummary, print_sheets

PRINTED = date(2023, 10, 8)


def star(count: int, radius: float) -> list[tuple[float, float]]:
    turns = (2 * pi * i / count for i in range(count))
    return [
        (radius * (1 + 0.15 * (i % 2)) * sin(t), radius * (1 + 0.15 * (i % 2)) * cos(t)) for i, t in enumerate(turns)
    ]


HARD = {
    "triangle": parcel(shifted([(0, 60), (80, 0), (0, 0)]), code="2023-G-001"),
    "400-points": parcel(shifted(star(400, 200)), code="2023-G-002"),
    "hole": parcel(holes=[shifted([(20, 80), (20, 20), (80, 20)])], code="2023-G-003"),
    "two-parts": parcel(more_parts=[shifted([(900, 0), (900, 50), (950, 0)])], code="2023-G-004"),
    "strip": parcel(shifted([(0, 12), (3000, 512), (3000, 500), (0, 0)]), code="2023-G-005"),
    "zone-38": parcel(shifted([(0, 60), (80, 0), (0, 0)], (38369423.0, 3997612.0)), grid=Grid(38), code="2023-G-006"),
}


def printed(folder: Path, *dossiers: Dossier, combined: bool = True) -> SheetSummary:
    options = SheetOptions(combined=combined, printed_on=PRINTED)
    return print_sheets(snapshot(dossiers), dossiers, folder, options, QgsFeedback())


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, text=True).stdout


def plain(pdf: Path) -> str:
    """The text without blanks, cells read one after the other."""
    return "".join(
        subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True).stdout.split()
    )


def pages_of(pdf: Path) -> int:
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, text=True).stdout
    return int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages")))


@pytest.mark.parametrize("shape", HARD)
def test_every_boundary_point_stands_in_the_table(qgis_app: object, tmp_path: Path, shape: str) -> None:
    survey = HARD[shape]
    summary = printed(tmp_path, dossier(survey=survey))
    pdf = tmp_path / "unsupplied" / f"{survey.code}.pdf"
    text = text_of(pdf)
    assert (summary.sheets, summary.failed) == (1, ())
    assert pages_of(pdf) == summary.pages
    for _, _, ring in survey.rings():
        for n, e in zip(ring.n, ring.e):
            assert f"{n:.3f}" in text
            assert f"{e:.3f}" in text


def test_the_facts_come_out_of_the_pdf_unchanged(qgis_app: object, tmp_path: Path) -> None:
    facts = {
        "PCMC": "安泽县2015年第二批次建设用地",
        "NZYPZWH": "晋政地字〔2015〕123号",
        "NZYPZRQ": date(2015, 6, 1),
        "XHLYFS": "03",
        "CZCS": "补偿到位后于十月挂牌供应",
        "JHWCSJ": date(2023, 11, 30),
        "ZRDW": "自然资源局",
        "DKMJGQ": 1.0,
    }
    printed(tmp_path, dossier(state="P21", **facts))
    text = text_of(tmp_path / "unsupplied" / "2023-G-001.pdf").replace(" ", "")
    for words in ("2023-G-001", "安泽县2015年第二批次建设用地", "晋政地字〔2015〕123号", "2015-06-01", "应供则供"):
        assert words in text
    for words in (
        "补偿到位后于十月挂牌供应",
        "自然资源局",
        "还有61天",
        "10000.00m²",
        "1.0000公顷",
        "15.00亩",
        "净地待供",
    ):
        assert words in text
    assert "2000国家大地坐标系·3°带第37带中央子午线111°" in text


def test_an_idle_parcel_shows_since_when_and_how_many_days(qgis_app: object, tmp_path: Path) -> None:
    idle = dossier(
        ListKind.IDLE,
        parcel(code="2023-X-001"),
        YDDGSJ=date(2020, 5, 20),
        XZQSRQ=date(2021, 5, 20),
        XZTS=863,
        CRJK=1200.0,
    )
    printed(tmp_path, idle)
    text = text_of(tmp_path / "idle" / "2023-X-001.pdf").replace(" ", "")
    for words in ("闲置土地", "2021-05-20", "863天", "1200万元"):
        assert words in text


def test_the_combined_file_holds_every_sheet_once(qgis_app: object, tmp_path: Path) -> None:
    dossiers = [dossier(survey=survey) for survey in HARD.values()]
    summary = printed(tmp_path, *dossiers)
    assert pages_of(tmp_path / "sheets_unsupplied.pdf") == summary.pages
    text = text_of(tmp_path / "sheets_unsupplied.pdf")
    assert all(text.count(f"编号 {survey.code}") >= 1 for survey in HARD.values())


def test_fonts_are_embedded(qgis_app: object, tmp_path: Path) -> None:
    printed(tmp_path, dossier())
    fonts = subprocess.run(
        ["pdffonts", str(tmp_path / "unsupplied" / "2023-G-001.pdf")], capture_output=True, check=True, text=True
    ).stdout
    rows = fonts.splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)


def test_the_longest_words_stand_whole_in_the_file(qgis_app: object, tmp_path: Path) -> None:
    long = "安泽县府城镇沁河东岸综合物流园区一期标准化厂房及附属配套基础设施建设项目"
    plan = "".join(f"第{number}步完善{long}；" for number in range(30))
    summary = printed(tmp_path, dossier(DKMC=long * 3, TDZL=long, PEWGYYXQ=long * 5, CZCS=plan))
    assert summary.failed == ()
    text = plain(tmp_path / "unsupplied" / "2023-G-001.pdf")
    assert "…" not in text
    for number in range(30):
        assert f"第{number}步完善" in text


def test_a_cancelled_run_stops_between_two_sheets(qgis_app: object, tmp_path: Path) -> None:
    feedback = QgsFeedback()
    feedback.cancel()
    dossiers = [dossier(survey=survey) for survey in HARD.values()]
    assert print_sheets(snapshot(dossiers), dossiers, tmp_path, SheetOptions(), feedback).sheets == 0


def three() -> list[Dossier]:
    return [dossier(survey=parcel(code=f"2023-G-10{number}")) for number in range(3)]


@pytest.mark.parametrize("broken", ["outline", "rings"])
def test_a_parcel_that_cannot_be_drawn_is_named_and_the_others_are_printed(
    qgis_app: object, tmp_path: Path, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    caplog.set_level(logging.CRITICAL, "shapely.geos")  # shapely 1.8 logs what it then raises
    first, bad, last = three()
    bad = replace(bad, wkb=b"") if broken == "outline" else replace(bad, survey=replace(bad.survey, parts=()))
    summary = printed(tmp_path, first, bad, last)
    assert summary.sheets == 2
    assert [message.values["code"] for message in summary.failed] == [bad.code]
    assert pages_of(tmp_path / "sheets_unsupplied.pdf") == summary.pages
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {f"{first.code}.pdf", f"{last.code}.pdf", "sheets_unsupplied.pdf"}


def test_a_broken_outline_nearby_spoils_no_sheet(qgis_app: object, tmp_path: Path) -> None:
    whole = dossier(survey=parcel())
    crossed = dossier(survey=parcel(shifted([(120, 0), (250, 100), (250, 0), (120, 100)]), code="2023-G-002"))
    summary = printed(tmp_path, whole, crossed)
    assert (summary.sheets, summary.failed) == (2, ())


def test_a_cancelled_run_leaves_the_combined_file_of_an_earlier_one(qgis_app: object, tmp_path: Path) -> None:
    class AfterOne(QgsFeedback):
        def setProgress(self, progress: float) -> None:
            self.cancel()

    dossiers = three()
    printed(tmp_path, *dossiers)
    before = (tmp_path / "sheets_unsupplied.pdf").read_bytes()
    options = SheetOptions(combined=True, only_changed=False)
    summary = print_sheets(snapshot(dossiers), dossiers, tmp_path, options, AfterOne())
    assert summary.sheets == 1
    assert (tmp_path / "sheets_unsupplied.pdf").read_bytes() == before
    assert not list(tmp_path.rglob("*.unfinished"))


def test_a_place_that_cannot_be_written_is_reported_for_every_parcel(qgis_app: object, tmp_path: Path) -> None:
    (tmp_path / "unsupplied").write_text("a file where the folder should be")
    summary = printed(tmp_path, *three())
    assert (summary.sheets, len(summary.failed)) == (0, 3)
    assert not (tmp_path / "sheets_unsupplied.pdf").exists()


@pytest.mark.parametrize("rare", ["𠮷", "䶮", "㐀"])
def test_rare_characters_are_drawn_and_come_out_of_the_file_unchanged(
    qgis_app: object, tmp_path: Path, rare: str
) -> None:
    name = f"府城镇{rare}家沟地块"
    summary = printed(tmp_path, dossier(survey=parcel(name=name), DKMC=name, TDZL=f"{rare}家沟村"))
    assert summary.failed == ()
    assert name in plain(tmp_path / "unsupplied" / "2023-G-001.pdf")


def test_a_character_no_font_has_is_named_and_the_others_are_printed(qgis_app: object, tmp_path: Path) -> None:
    good, bad = dossier(), dossier(survey=parcel(code="2023-G-002"), DKMC="村\ue0ff地块")
    summary = printed(tmp_path, good, bad)
    assert summary.sheets == 1
    (message,) = summary.failed
    assert "U+E0FF" in message.text()
    assert message.values["code"] == "2023-G-002"


def test_a_survey_in_degrees_is_tabulated_in_the_zone_of_the_campaign(qgis_app: object, tmp_path: Path) -> None:
    from anze_idle_land_plugin.geodesy.zones import transform

    plane = shifted([(0, 100), (100, 100), (100, 0), (0, 0)])
    degrees = transform(plane, 4525, 4490)
    survey = parcel(code="2023-G-001")
    outer = survey.parts[0].outer
    outer = replace(
        outer,
        e=type(outer.e)("d", [e for e, _ in degrees]),
        n=type(outer.n)("d", [n for _, n in degrees]),
    )
    survey = replace(survey, grid=Grid(None, False), parts=(replace(survey.parts[0], outer=outer),))
    summary = printed(tmp_path, replace(dossier(), survey=survey))
    assert summary.failed == ()
    text = plain(tmp_path / "unsupplied" / "2023-G-001.pdf")
    assert "J14002100.00037612000.000" in text
    assert "100.00" in text
    assert "3°带第37带" in text
