"""The provider as the contracts describe it: ids, parameters, strictness, and a campaign made through it."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path
from typing import Any, Callable

import pytest
from boundary_texts import SQUARE_TXT
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from anze_idle_land_plugin.algorithms.frame.values import NotADate, day_of
from anze_idle_land_plugin.algorithms.provider import ALGORITHMS, CampaignProvider
from anze_idle_land_plugin.algorithms.samplecampaign import sample_folder
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.insets import kept_insets

CONTRACTS = {
    "createcampaign": "NAME YEAR CRS COUNTY TOWNS ZONE TASKS OUTPUT",
    "settasks": "CAMPAIGN INPUT DATE DRY_RUN REPORT",
    "editcampaign": "CAMPAIGN NAME PLAN_DOCUMENT MILESTONES STAGES DEPARTMENTS PLACES DATE NUMBERS SETTINGS",
    "importparcels": "CAMPAIGN INPUT LIST PROFILE CRS ENCODING OVERRIDES DRY_RUN REJECTS",
    "undoimport": "CAMPAIGN JOURNAL",
    "attachledger": "CAMPAIGN INPUT LIST SHEET MAPPING KEY DRY_RUN REPORT",
    "changestate": "CAMPAIGN LIST PARCELS TRANSITION DATE DOCUMENT DEPARTMENT NOTE AREA ATTACHMENTS",
    "recordfact": "CAMPAIGN LIST PARCELS FIELD VALUE DATE",
    "correctevent": "CAMPAIGN EVENT",
    "rollover": "CAMPAIGN YEAR OUTPUT",
    "addparcel": "CAMPAIGN LIST POINTS CODE NAME CRS DATE",
    "splitparcel": "CAMPAIGN LIST PARCEL PIECES CODES DATE",
    "checkcampaign": "CAMPAIGN RULES AS_OF OUTPUT REPORT",
    "applyfix": "CAMPAIGN LIST PARCELS FIX DRY_RUN",
    "stylecampaign": "CAMPAIGN THEME AS_OF PROJECT",
    "parcelsheets": "CAMPAIGN LIST FILTER AS_OF TEMPLATE FORMAT DPI COMBINED WORKERS OUTPUT",
    "sheetlayout": "CAMPAIGN LIST PARCEL AS_OF TEMPLATE OUTPUT",
    "wallmap": "CAMPAIGN PAPER ORIENTATION THEME AS_OF FORMAT DPI OUTPUT",
    "wallmapinset": "CAMPAIGN EXTENT NAME FORGET",
    "threelists": "CAMPAIGN LIST AS_OF SINCE OUTPUT",
    "ledger": "CAMPAIGN LIST AS_OF SINCE OUTPUT",
    "summary": "CAMPAIGN LIST AS_OF SINCE OUTPUT",
    "board": "CAMPAIGN LIST AS_OF SINCE OUTPUT",
    "periodreport": "CAMPAIGN LIST AS_OF SINCE OUTPUT",
    "progress": "CAMPAIGN LIST AS_OF RECORDED_BY OUTPUT JSON",
    "duesteps": "CAMPAIGN LIST AS_OF OUTPUT",
    "advice": "CAMPAIGN LIST AS_OF OUTPUT",
    "notices": "CAMPAIGN LIST PARCELS KIND AS_OF OUTPUT",
    "exportmonitoring": "CAMPAIGN LIST ENCODING CRS PROFILE FILTER OUTPUT",
    "reconcile": "CAMPAIGN LIST INPUT DRY_RUN REPORT",
    "unsuppliedremainder": "APPROVED SUPPLIED WITHDRAWN CAMPAIGN MIN_AREA MIN_WIDTH OUTPUT",
    "exportboundary": "CAMPAIGN LIST PROFILE ENCODING MERGED RENUMBER OUTPUT",
}
NUMBERS = {
    "importparcels": {"IMPORTED", "UPDATED", "UNCHANGED", "REJECTED"},
    "undoimport": {"REMOVED", "RESTORED"},
    "attachledger": {"MATCHED", "UNMATCHED_ROWS", "UNMATCHED_PARCELS", "DISAGREEING"},
    "changestate": {"CHANGED"},
    "settasks": {"UNITS", "REFUSED"},
    "editcampaign": {"CHANGED"},
    "recordfact": {"CHANGED"},
    "checkcampaign": {"ERRORS", "WARNINGS"},
    "applyfix": {"FIXED"},
    "correctevent": {"CHANGED"},
    "parcelsheets": {"SHEETS", "PAGES", "FAILED"},
    "wallmap": {"PAGES"},
    "threelists": {"ROWS"},
    "ledger": {"ROWS"},
    "periodreport": {"ROWS"},
    "summary": {"ROWS"},
    "board": {"ROWS"},
    "progress": {"DONE_RATE", "CONFIRMED_RATE", "PLANNED_RATE"},
    "duesteps": {"ROWS"},
    "advice": {"ROWS"},
    "notices": {"DOCUMENTS", "REFUSED", "BLANKS"},
    "exportmonitoring": {"EXPORTED", "REFUSED"},
    "reconcile": {"CONFIRMED", "DIFFERENT", "MISSING_HERE", "MISSING_THERE"},
    "unsuppliedremainder": {"PIECES", "AREA_M2", "DISAGREEING"},
    "exportboundary": {"FILES"},
}


@pytest.fixture
def campaign(one_parcel: str) -> str:
    """The campaign of this file's tests: one parcel, 2023-G-001."""
    return one_parcel


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda each: each.ID)
def test_an_algorithm_has_the_parameters_of_the_contracts(provider: CampaignProvider, algorithm: type) -> None:
    if algorithm.ID not in CONTRACTS:
        assert algorithm.ID == "samplecampaign"
        return
    names = [definition.name() for definition in provider.algorithm(algorithm.ID).parameterDefinitions()]
    assert set(CONTRACTS[algorithm.ID].split()) <= set(names)
    outputs = {output.name() for output in provider.algorithm(algorithm.ID).outputDefinitions()}
    assert NUMBERS.get(algorithm.ID, set()) <= outputs


def test_all_algorithms_of_the_first_trip_are_there(provider: CampaignProvider) -> None:
    assert set(CONTRACTS) <= {algorithm.name() for algorithm in provider.algorithms()}


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda each: each.ID)
def test_every_algorithm_explains_itself(provider: CampaignProvider, algorithm: type) -> None:
    made = provider.algorithm(algorithm.ID)
    assert made.displayName() and len(made.shortHelpString()) > 40


def test_choices_are_ascii_ids_never_numbers(provider: CampaignProvider) -> None:
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            if definition.type() == "enum":
                assert definition.usesStaticStrings() and all(option.isascii() for option in definition.options())


def test_a_misspelt_parameter_name_is_refused_with_the_names_there_are(
    run: Callable[..., dict[str, Any]], campaign: str
) -> None:
    with pytest.raises(QgsProcessingException, match=r"PROFIL\b.*PROFILE"):
        run("importparcels", CAMPAIGN=campaign, INPUT=campaign, LIST="idle", PROFIL="auto")


def test_a_misspelt_name_is_refused_even_when_nobody_checks_first(provider: CampaignProvider, campaign: str) -> None:
    algorithm = provider.algorithm("importparcels").create()
    given = {"CAMPAIGN": campaign, "INPUT": campaign, "LIST": "idle", "PROFIL": "auto"}
    with pytest.raises(QgsProcessingException, match="PROFIL"):
        algorithm.processAlgorithm(given, QgsProcessingContext(), QgsProcessingFeedback())


@pytest.mark.parametrize("value", ["unsuplied", "0", "both", 0], ids=str)
def test_a_wrong_choice_is_refused_with_the_choices(
    run: Callable[..., dict[str, Any]], campaign: str, value: object
) -> None:
    with pytest.raises(QgsProcessingException, match="LIST.*unsupplied, idle"):
        run("importparcels", CAMPAIGN=campaign, INPUT=campaign, LIST=value)


@pytest.mark.parametrize("value", ["1999", "abc"])
def test_a_wrong_number_is_refused_with_the_limits(
    run: Callable[..., dict[str, Any]], tmp_path: Path, value: str
) -> None:
    with pytest.raises(QgsProcessingException, match="YEAR.*2000.*2100"):
        run("createcampaign", NAME="测试", YEAR=value, OUTPUT=str(tmp_path / "a.gpkg"))


@pytest.mark.parametrize("value", ["2023-13-01", "30.9.2023", "yesterday", "2023-02-30"])
def test_a_wrong_date_is_refused(run: Callable[..., dict[str, Any]], campaign: str, value: str) -> None:
    with pytest.raises(QgsProcessingException, match="DATE.*2023-09-30"):
        run("changestate", CAMPAIGN=campaign, LIST="unsupplied", PARCELS="a", TRANSITION="TP01", DATE=value)


def test_an_iso_date_with_time_is_a_date() -> None:
    assert day_of("AS_OF", "2023-09-30T12:00:00").isoformat() == "2023-09-30"
    with pytest.raises(NotADate):
        day_of("AS_OF", "20230930x")


@pytest.mark.parametrize("moment", ["2030-01-01", "2030-01-01T08:00:00+08:00", "2030-01-01T00:00:00Z", "2000-01-01"])
def test_what_was_known_at_a_moment_can_be_asked_by_day_or_time(
    run: Callable[..., dict[str, Any]], campaign: str, moment: str
) -> None:
    run(
        "recordfact",
        CAMPAIGN=campaign,
        LIST="unsupplied",
        PARCELS="2023-G-001",
        FIELD="BZ",
        VALUE="x",
        DATE="2023-06-01",
    )
    assert run("progress", CAMPAIGN=campaign, AS_OF="2023-09-30", RECORDED_BY=moment)["DONE_RATE"] == 0.0


def test_a_moment_that_is_none_is_refused(run: Callable[..., dict[str, Any]], campaign: str) -> None:
    with pytest.raises(QgsProcessingException, match="RECORDED_BY"):
        run("progress", CAMPAIGN=campaign, RECORDED_BY="last week")


@pytest.mark.parametrize("value", ["EPSG:999999", "nonsense"])
def test_an_unknown_crs_is_refused(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path, value: str
) -> None:
    with pytest.raises(QgsProcessingException, match="CRS"):
        run("importparcels", CAMPAIGN=campaign, INPUT=str(tmp_path), LIST="idle", CRS=value)


def test_a_missing_campaign_is_said_in_one_sentence(run: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match=r"no campaign file .*gone\.gpkg"):
        run("importparcels", CAMPAIGN=str(tmp_path / "gone.gpkg"), INPUT=str(tmp_path), LIST="idle")


def test_a_missing_input_is_said_with_its_path(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    with pytest.raises(QgsProcessingException, match=r"INPUT.*gone\.txt"):
        run("importparcels", CAMPAIGN=campaign, INPUT=str(tmp_path / "gone.txt"), LIST="idle")


@pytest.mark.parametrize("overrides", ["[1]", "{", '{"a.txt": {"crss": "EPSG:4525"}}', '{"a.txt": 3}'])
def test_wrong_overrides_are_refused(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path, overrides: str
) -> None:
    with pytest.raises(QgsProcessingException, match="OVERRIDES"):
        run("importparcels", CAMPAIGN=campaign, INPUT=str(tmp_path), LIST="idle", OVERRIDES=overrides)


def test_a_campaign_is_never_overwritten(run: Callable[..., dict[str, Any]], campaign: str) -> None:
    with pytest.raises(QgsProcessingException, match="there already"):
        run("createcampaign", NAME="again", YEAR=2023, OUTPUT=campaign)


def test_towns_enter_the_campaign_with_name_and_code_in_its_crs(
    run: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    layer = tmp_path / "towns.geojson"
    layer.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"XZQMC":"府城镇","XZQDM":"141026100"},'
        '"geometry":{"type":"Polygon","coordinates":[[[112.2,36.1],[112.3,36.1],[112.3,36.2],[112.2,36.1]]]}}]}',
        encoding="utf-8",
    )
    run("createcampaign", NAME="测试", YEAR=2023, TOWNS=str(layer), OUTPUT=str(tmp_path / "a.gpkg"))
    with CampaignFile.open(tmp_path / "a.gpkg") as file:
        row = file.rows("SELECT * FROM town")[0]
        assert (row.values["name"], row.values["code9"]) == ("府城镇", "141026100")
        ((east,),) = file.query("SELECT MIN(ST_MinX(geom)) FROM town")
        assert 37_000_000 < float(east) < 38_000_000


def test_importing_twice_changes_nothing(run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path) -> None:
    again = run("importparcels", CAMPAIGN=campaign, INPUT=str(tmp_path / "界址点.txt"), LIST="unsupplied")
    assert (again["IMPORTED"], again["UPDATED"], again["UNCHANGED"]) == (0, 0, 1)


def test_rejects_are_written_with_file_line_and_reason(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    broken, rejects = tmp_path / "broken.txt", tmp_path / "rejects.csv"
    broken.write_text(
        SQUARE_TXT.replace("4002100.000,37612100.000", "oh,dear").replace("G-001", "G-002"), encoding="utf-8"
    )
    outputs = run("importparcels", CAMPAIGN=campaign, INPUT=str(broken), LIST="unsupplied", REJECTS=str(rejects))
    assert outputs["IMPORTED"] == 0 and outputs["REJECTED"] >= 1
    with open(rejects, encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert list(rows[0]) == ["file", "line", "text", "reason_code", "reason", "sheet"]
    assert len(rows) == outputs["REJECTED"] and rows[0]["file"] == "broken.txt" and rows[0]["line"]


def test_a_dry_run_changes_nothing(run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path) -> None:
    before = Path(campaign).read_bytes()
    other = tmp_path / "other.txt"
    other.write_text(SQUARE_TXT.replace("G-001", "G-002"), encoding="utf-8")
    assert run("importparcels", CAMPAIGN=campaign, INPUT=str(other), LIST="unsupplied", DRY_RUN=True)["IMPORTED"] == 1
    assert Path(campaign).read_bytes() == before


def test_a_step_changes_all_parcels_or_none(run: Callable[..., dict[str, Any]], campaign: str) -> None:
    with pytest.raises(QgsProcessingException, match="2023-G-009"):
        run(
            "changestate",
            CAMPAIGN=campaign,
            LIST="unsupplied",
            PARCELS="2023-G-001，2023-G-009",
            TRANSITION="TP01",
            DATE="2023-06-01",
        )
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM event WHERE kind = 'transition'") == [(0,)]


def test_a_fact_is_recorded_with_its_day(run: Callable[..., dict[str, Any]], campaign: str) -> None:
    outputs = run(
        "recordfact",
        CAMPAIGN=campaign,
        LIST="unsupplied",
        PARCELS="2023-G-001",
        FIELD="zrdw",
        VALUE="自然资源局",
        DATE="2023-06-01",
    )
    assert outputs["CHANGED"] == 1
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT ZRDW FROM unsupplied_parcel") == [("自然资源局",)]


def test_a_step_takes_facts_attachments_and_overrides_and_is_undone(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    scan = tmp_path / "摸底表，一.pdf"
    scan.write_bytes(b"scan")
    step = {"CAMPAIGN": campaign, "LIST": "unsupplied", "PARCELS": "2023-G-001", "DATE": "2023-06-01"}
    with pytest.raises(QgsProcessingException, match="LYXZ 利用现状地类、PEWGYY 未供原因代码"):
        run("changestate", **step, TRANSITION="TP01")
    facts = '{"lyxz": "0103", "PEWGYY": "01"}'
    run("changestate", **step, TRANSITION="TP01", FACTS=facts, ATTACHMENTS=str(scan))
    run("changestate", **step, TRANSITION="P21", DOCUMENT="1号", OVERRIDE="县政府专题会议")
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT ZT, LYXZ FROM unsupplied_parcel") == [("P21", "gbt21010-2017:0103")]
        assert file.query("SELECT path FROM attachment") == [("摸底表，一.pdf",)]
        ((last,),) = file.query("SELECT MAX(id) FROM event")
    assert run("correctevent", CAMPAIGN=campaign, EVENT=str(last), NOTE="误录")["CHANGED"] == 1
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT ZT FROM unsupplied_parcel") == [("P10",)]
    with pytest.raises(QgsProcessingException, match="no event 99"):
        run("correctevent", CAMPAIGN=campaign, EVENT="99")


def test_a_parcel_is_typed_in_and_split(run: Callable[..., dict[str, Any]], campaign: str) -> None:
    points = "J1,4005100,37612000\nJ2,4005100,37612100\nJ3,4005000,37612100\nJ4,4005000,37612000"
    code = run("addparcel", CAMPAIGN=campaign, LIST="unsupplied", POINTS=points, STATE="P20", DATE="2023-05-10")["CODE"]
    assert code == "2023-G-002"
    east = "POLYGON ((37612060 4005000, 37612100 4005000, 37612100 4005100, 37612060 4005100, 37612060 4005000))"
    split = {"CAMPAIGN": campaign, "LIST": "unsupplied", "PARCEL": code, "PIECES": east, "DATE": "2023-07-01"}
    with pytest.raises(QgsProcessingException, match="2 codes for 1 pieces"):
        run("splitparcel", **split, CODES="a,b")
    outputs = run("splitparcel", **split)
    assert (outputs["PIECES_MADE"], outputs["CODES_MADE"]) == (1, "2023-G-002-1")
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT TBBH, ZT, DKMJ FROM unsupplied_parcel WHERE TBBH LIKE '%002%'") == [
            ("2023-G-002", "P20", 6000.0),
            ("2023-G-002-1", "P20", 4000.0),
        ]


def test_boundary_files_are_exported_one_a_parcel_and_merged(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    assert run("exportboundary", CAMPAIGN=campaign, OUTPUT=str(tmp_path / "each"))["FILES"] == 1
    assert "2023-G-001" in (tmp_path / "each" / "unsupplied" / "2023-G-001.txt").read_text(encoding="utf-8")
    assert run("exportboundary", CAMPAIGN=campaign, MERGED=True, OUTPUT=str(tmp_path / "merged"))["FILES"] == 1
    assert (tmp_path / "merged" / "unsupplied_z37.txt").exists()


def test_an_unknown_dialect_is_refused_with_the_dialects(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    with pytest.raises(QgsProcessingException, match="PROFILE.*canonical"):
        run("exportboundary", CAMPAIGN=campaign, PROFILE="gongdy", OUTPUT=str(tmp_path / "a"))


def test_the_sample_is_built_whole_and_never_over_another_campaign(
    run: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    path = str(tmp_path / "sample.gpkg")
    outputs = run("samplecampaign", OUTPUT=path, REJECTS=str(tmp_path / "rejects.csv"))
    assert outputs["IMPORTED"] == 100 and outputs["EVENTS"] > 500
    assert sorted(each.name for each in tmp_path.iterdir()) == ["attachments", "rejects.csv", "sample.gpkg"]
    with pytest.raises(QgsProcessingException, match="there already"):
        run("samplecampaign", OUTPUT=path)


def test_a_ledger_is_attached_to_the_sample_again_without_change(
    run: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    path, report = str(tmp_path / "sample.gpkg"), tmp_path / "report.xlsx"
    run("samplecampaign", OUTPUT=path)
    ledger = str(sample_folder() / "ledger_idle.xlsx")
    outputs = run("attachledger", CAMPAIGN=path, INPUT=ledger, LIST="idle", DRY_RUN=True, REPORT=str(report))
    assert outputs["MATCHED"] > 20 and report.stat().st_size > 0


def test_the_project_is_written_beside_the_campaign(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    project = tmp_path / "campaign.qgz"
    assert run("stylecampaign", CAMPAIGN=campaign, THEME="status", PROJECT=str(project))["PROJECT"] == str(project)
    assert project.stat().st_size > 0


def test_a_report_begins_after_the_last_one_and_the_file_remembers_both(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    step = {"CAMPAIGN": campaign, "LIST": "unsupplied", "PARCELS": "2023-G-001", "FIELD": "ZRDW"}
    run("recordfact", **step, VALUE="自然资源局", DATE="2023-06-20")
    report = {"CAMPAIGN": campaign, "OUTPUT": str(tmp_path / "report.xlsx")}
    assert run("periodreport", **report, AS_OF="2023-06-10")["ROWS"] == 0
    assert run("periodreport", **report, AS_OF="2023-06-30")["ROWS"] == 1, "ten days are more than a week"
    assert run("periodreport", **report, AS_OF="2023-07-31")["ROWS"] == 0
    run("progress", CAMPAIGN=campaign, AS_OF="2023-07-31")
    with CampaignFile.open(campaign) as file:
        days = file.query("SELECT DISTINCT made_on FROM progress_report ORDER BY made_on")
        assert days == [("2023-06-10",), ("2023-06-30",), ("2023-07-31",)]
    run("progress", CAMPAIGN=campaign, AS_OF="2023-08-31", OUTPUT=str(tmp_path / "progress.xlsx"))
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(DISTINCT made_on) FROM progress_report") == [(4,)]


def test_places_are_marked_for_the_wall_map_forgotten_and_refused_when_flat(
    run: Callable[..., dict[str, Any]], campaign: str
) -> None:
    rectangle = "37612000,37612500,4002000,4002300 [EPSG:4525]"
    assert run("wallmapinset", CAMPAIGN=campaign, EXTENT=rectangle, NAME="城东")["INSETS"] == 1
    assert run("wallmapinset", CAMPAIGN=campaign, EXTENT="112.1,112.2,36.1,36.2 [EPSG:4490]")["INSETS"] == 2
    first, second = kept_insets(campaign)
    assert first == ("城东", 37612000.0, 4002000.0, 37612500.0, 4002300.0)
    assert 37e6 < second.west < second.east and second.south < second.north
    assert run("wallmapinset", CAMPAIGN=campaign, EXTENT=rectangle, FORGET=True)["INSETS"] == 1
    assert run("wallmapinset", CAMPAIGN=campaign, FORGET=True)["INSETS"] == 0
    with pytest.raises(QgsProcessingException, match="EXTENT"):
        run("wallmapinset", CAMPAIGN=campaign)
    with pytest.raises(QgsProcessingException):
        run("wallmapinset", CAMPAIGN=campaign, EXTENT="1,1,2,2 [EPSG:4525]")


def test_the_wall_map_enlarges_marked_named_and_drawn_places(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    wall = {"CAMPAIGN": campaign, "PAPER": "A3", "AS_OF": "2023-09-30", "OUTPUT": str(tmp_path / "wall.pdf")}

    def text() -> str:
        return subprocess.run(["pdftotext", wall["OUTPUT"], "-"], capture_output=True, check=True).stdout.decode()

    run("wallmapinset", CAMPAIGN=campaign, EXTENT="37611900,37612200,4001900,4002200 [EPSG:4525]", NAME="城东")
    run("wallmap", **wall)
    assert "城东" in text()
    run("wallmap", **wall, INSETS="2023-G-001；37613000,37613100,4002000,4002100")
    assert "城东" not in text() and {"A", "B"} <= set(text().split())
    layer = QgsVectorLayer("Polygon?crs=EPSG:4525&field=name:string", "places", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["城西"])
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(37611900, 4001900, 37612200, 4002200)))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    run("wallmap", **wall, INSET_LAYER=layer.id())
    QgsProject.instance().removeMapLayer(layer.id())
    assert "城西" in text()
    with pytest.raises(QgsProcessingException, match="桃花源"):
        run("wallmap", **wall, INSETS="桃花源")


@pytest.mark.parametrize("crs", ["EPSG:2361", "EPSG:3857", "EPSG:4490"])
def test_a_campaign_is_kept_in_a_zone_of_cgcs2000_only(
    run: Callable[..., dict[str, Any]], tmp_path: Path, crs: str
) -> None:
    with pytest.raises(QgsProcessingException, match=crs):
        run("createcampaign", NAME="甲", YEAR=2023, CRS=crs, OUTPUT=str(tmp_path / "a.gpkg"))
    assert not list(tmp_path.iterdir())


def test_a_campaign_file_has_a_name_that_can_be_opened_again(
    run: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    with pytest.raises(QgsProcessingException, match=r"\.gpkg"):
        run("createcampaign", NAME="甲", YEAR=2023, OUTPUT=str(tmp_path / "a.txt"))


def test_a_file_of_another_type_is_no_campaign(run: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"a\.txt is no file of the type"):
        run("advice", CAMPAIGN=str(tmp_path / "a.txt"), OUTPUT=str(tmp_path / "a.csv"))


@pytest.mark.parametrize("given", [{"ENCODING": "klingon"}, {"OVERRIDES": '{"a.txt": {"encoding": "klingon"}}'}])
def test_an_encoding_nobody_knows_is_refused_before_all_files_are(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path, given: Any
) -> None:
    (tmp_path / "a.txt").write_text(SQUARE_TXT, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="klingon"):
        run("importparcels", CAMPAIGN=campaign, INPUT=str(tmp_path / "a.txt"), LIST="idle", **given)


def test_sheets_that_have_no_folder_are_refused_once_and_not_sheet_by_sheet(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(QgsProcessingException, match="the folder .*taken cannot be used"):
        run("parcelsheets", CAMPAIGN=campaign, OUTPUT=str(tmp_path / "taken"))


def test_a_square_beyond_the_earth_costs_no_other_file(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    """And one drawn at the origin is read with a warning, but lies on no map sheet."""
    folder = tmp_path / "files"
    folder.mkdir()
    head, far = SQUARE_TXT.partition("J1")[0], ((1e8, 1e8), (0, 1e8), (1e8, 0))
    for name, corners in (("far", far), ("origin", ((-10, 0), (-10, 10), (-20, 10)))):
        rows = "".join(f"J{place},1,{n:.0f},{e:.0f}\n" for place, (n, e) in enumerate(corners, 1))
        (folder / f"{name}.txt").write_text(head.replace("G-001", name) + rows, encoding="utf-8")
    (folder / "good.txt").write_text(SQUARE_TXT.replace("G-001", "good"), encoding="utf-8")
    done = run("importparcels", CAMPAIGN=campaign, INPUT=str(folder), LIST="unsupplied")
    assert (done["IMPORTED"], done["REJECTED"]) == (2, 1)
