"""anze:checkcampaign on the sample: its blemishes are found, all and only those; layer and report say the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from openpyxl import load_workbook
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from anze_idle_land_plugin.settings import CHECK_STANDARD

BLEMISHES = {
    "C04": {"2023-G-036", "2023-G-037"},
    "T01": {"2023-G-040", "2023-G-041"},
    "A06": {"2023-G-010", "2023-X-009"},
    "F05": {"2023-G-025"},
    "C02": {"2023-G-066", "2023-G-067"},
    "T05": {"2023-G-035", "2023-G-036"},
    "G05": {"2023-G-044"},
    "L07": {"2023-G-005", "2023-G-022", "2023-G-039", "2023-G-056"},
    "F04": set(),
}
"""Rules and the parcels they name: the table of blemishes in resources/sample/README.md."""
MONTHS_AND_ROW_71 = 5


class Feedback(QgsProcessingFeedback):
    """Keeps what is said, and can be told to cancel."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.said.append(info)


@pytest.fixture(scope="module")
def campaign(run: Callable[..., dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("checks") / "campaign.gpkg"
    run("samplecampaign", OUTPUT=str(path))
    return path


@pytest.fixture(scope="module")
def checked(run: Callable[..., dict[str, Any]], campaign: Path) -> tuple[dict[str, Any], list[dict[str, Any]], Path]:
    """The outputs, the problems of the layer by field name, and the report."""
    layer_path, report = campaign.with_name("problems.gpkg"), campaign.with_name("checks.xlsx")
    given = {"AS_OF": "2023-09-30", "OUTPUT": str(layer_path), "REPORT": str(report)}
    outputs = run("checkcampaign", CAMPAIGN=str(campaign), **given)
    layer = QgsVectorLayer(str(layer_path), "problems", "ogr")
    assert layer.isValid()
    names = [field.name() for field in layer.fields()]
    rows = [{**dict(zip(names, each.attributes())), "place": each.geometry()} for each in layer.getFeatures()]
    return outputs, rows, report


def parcels(row: dict[str, Any]) -> set[str]:
    return set(filter(None, str(row["PARCELS"]).split("、")))


def test_the_blemishes_of_the_sample_are_found_all_and_only_those(
    checked: tuple[dict[str, Any], list[dict[str, Any]], Path],
) -> None:
    _, rows, _ = checked
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(str(row["RULE"]), set()).update(parcels(row))
    assert found == BLEMISHES
    assert sum(row["RULE"] == "F04" for row in rows) == MONTHS_AND_ROW_71
    assert any("2023-G-071" in str(row["SENTENCE"]) for row in rows if row["RULE"] == "F04")


def test_two_years_at_the_fee_are_found_once_they_are_full(
    run: Callable[..., dict[str, Any]], campaign: Path, tmp_path: Path
) -> None:
    report = tmp_path / "checks.xlsx"
    for day, expected in (("2023-12-21", 0), ("2023-12-22", 1)):
        found = run("checkcampaign", CAMPAIGN=str(campaign), RULES="S", AS_OF=day, REPORT=str(report))
        assert found["WARNINGS"] == expected
    rows = load_workbook(report)["问题清单"].iter_rows(min_row=4, values_only=True)
    assert [(row[2], row[5]) for row in rows] == [("S04", "2023-X-020")]


def test_the_outputs_count_errors_warnings_and_notices(
    checked: tuple[dict[str, Any], list[dict[str, Any]], Path],
) -> None:
    outputs, rows, _ = checked
    counts = {letter: sum(row["SEVERITY"] == letter for row in rows) for letter in "EWI"}
    assert (outputs["ERRORS"], outputs["WARNINGS"], outputs["NOTICES"]) == tuple(counts.values()) == (3, 11, 5)


def test_every_problem_of_a_parcel_has_a_place_a_sentence_and_a_remedy(
    checked: tuple[dict[str, Any], list[dict[str, Any]], Path],
) -> None:
    _, rows, _ = checked
    for row in rows:
        assert row["SENTENCE"] and row["REMEDY"] and row["TITLE"]
        assert row["place"].isEmpty() != bool(row["PARCELS"]), row["SENTENCE"]


def test_the_overlap_lies_where_the_two_parcels_meet(
    checked: tuple[dict[str, Any], list[dict[str, Any]], Path],
) -> None:
    _, rows, _ = checked
    (overlap,) = [row for row in rows if row["RULE"] == "T01"]
    assert overlap["place"].area() == pytest.approx(float(str(overlap["FIGURE"]).split()[0]), abs=0.01)


def test_the_report_is_chinese_whatever_language_the_reader_has(
    checked: tuple[dict[str, Any], list[dict[str, Any]], Path],
) -> None:
    _, rows, report = checked
    book = load_workbook(report)
    assert book.sheetnames == ["问题清单", "规则汇总", "检查标准"]
    lines = [[cell.value for cell in line] for line in book["问题清单"].iter_rows(min_row=4)]
    assert len(lines) == len(rows)
    assert [line[1] for line in lines] == ["错误"] * 3 + ["警告"] * 11 + ["提示"] * 5
    assert "重叠" in next(line for line in lines if line[2] == "T01")[6]
    rules = [[cell.value for cell in line] for line in book["规则汇总"].iter_rows(min_row=4)]
    assert {line[0]: line[5] for line in rules}["F01"] == "未运行：缺少数据文件"


def test_rules_are_chosen_by_code_and_family(run: Callable[..., dict[str, Any]], campaign: Path) -> None:
    assert run("checkcampaign", CAMPAIGN=str(campaign), RULES="T01, A", AS_OF="2023-09-30")["ERRORS"] == 3
    assert run("checkcampaign", CAMPAIGN=str(campaign), RULES="D", AS_OF="2023-09-30")["ERRORS"] == 0
    with pytest.raises(QgsProcessingException, match="G99"):
        run("checkcampaign", CAMPAIGN=str(campaign), RULES="G99")


def test_the_offices_own_standard_counts(run: Callable[..., dict[str, Any]], campaign: Path) -> None:
    CHECK_STANDARD.write('{"T01": "W", "overlap_area": "1000", "overlap_share": "1"}')
    try:
        outputs = run("checkcampaign", CAMPAIGN=str(campaign), RULES="T01", AS_OF="2023-09-30")
        assert (outputs["ERRORS"], outputs["WARNINGS"]) == (0, 0)
        CHECK_STANDARD.write('{"T01": "W"}')
        assert run("checkcampaign", CAMPAIGN=str(campaign), RULES="T01", AS_OF="2023-09-30")["WARNINGS"] == 1
    finally:
        CHECK_STANDARD.write("")


def test_a_cancelled_check_writes_nothing(run: Callable[..., dict[str, Any]], campaign: Path, tmp_path: Path) -> None:
    feedback = Feedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run("checkcampaign", feedback, CAMPAIGN=str(campaign), REPORT=str(tmp_path / "checks.xlsx"))
    assert not list(tmp_path.iterdir())


def test_a_shapefile_takes_the_layer_too(run: Callable[..., dict[str, Any]], campaign: Path, tmp_path: Path) -> None:
    run("checkcampaign", CAMPAIGN=str(campaign), AS_OF="2023-09-30", OUTPUT=str(tmp_path / "problems.shp"))
    assert QgsVectorLayer(str(tmp_path / "problems.shp"), "problems", "ogr").featureCount() == 19


def test_a_safe_repair_is_shown_made_and_undone(run: Callable[..., dict[str, Any]], campaign: Path) -> None:
    def repeats() -> int:
        return int(run("checkcampaign", CAMPAIGN=str(campaign), RULES="G05", AS_OF="2023-09-30")["WARNINGS"])

    given = {"CAMPAIGN": str(campaign), "LIST": "unsupplied", "PARCELS": "2023-G-044"}
    feedback = Feedback()
    assert run("applyfix", feedback, **given, DRY_RUN=True)["FIXED"] == 1
    assert any("2023-G-044" in line for line in feedback.said) and repeats() == 1
    done = run("applyfix", **given)
    assert (done["FIXED"], done["POINTS"], repeats()) == (1, 1, 0)
    run("undoimport", CAMPAIGN=str(campaign), JOURNAL=str(done["JOURNAL"]))
    assert repeats() == 1
