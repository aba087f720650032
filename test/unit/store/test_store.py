"""The campaign file: what goes in comes out, history only grows, a failed job leaves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Callable

import pytest
from factories import ORIGIN_37, SQUARE, parcel, shifted, snapshot
from shapely.geometry import box

from anze_idle_land_plugin.model.kinds import ListKind, Status
from anze_idle_land_plugin.model.messages import Message, Reject
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import ContextShape
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import (
    Draft,
    StepRefused,
    UnknownField,
    UnknownParcel,
    UnknownTransition,
    WrongValue,
    record,
)
from anze_idle_land_plugin.store.creating import CampaignExists, create_campaign
from anze_idle_land_plugin.store.database import CampaignFile, CampaignMissing, CampaignRefused, NotACampaign, bind
from anze_idle_land_plugin.store.events import broken_links
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot, read_surveys
from anze_idle_land_plugin.store.surveying.importing import import_readings

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
UNSUPPLIED = ListKind.UNSUPPLIED


def reading(*parcels: Parcel, file: str = "府城镇.txt", rejects: tuple[Reject, ...] = ()) -> Reading:
    return Reading(file, "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", parcels, rejects)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "安泽.gpkg"
    town = box(ORIGIN_37[0] - 500, ORIGIN_37[1] - 500, ORIGIN_37[0] + 500, ORIGIN_37[1] + 500)
    context = {
        "town": [ContextShape("town", "府城镇", "141026100", bytes(town.wkb))],
        "zone_area": [ContextShape("zone_area", "开发区", "", bytes(town.buffer(-450).wkb))],
    }
    create_campaign(path, snapshot().campaign, context)
    return path


@pytest.fixture
def importing(campaign: Path) -> Callable[..., object]:
    def take(*parcels: Parcel, which: ListKind = UNSUPPLIED, dry_run: bool = False, **more: Any) -> Any:
        with CampaignFile.open(campaign, update=True) as file:
            return import_readings(file, which, [reading(*parcels, **more)], dry_run=dry_run, started_at=NOW)

    return take


def move(code: str, transition: str, day: date, area: float | None = None) -> Draft:
    return Draft(
        UNSUPPLIED, code, EventKind.TRANSITION, day, transition=transition, area_ha=area, author="自然资源局办公室"
    )


def baseline(code: str, state: str, area: float = 1.0) -> Draft:
    return Draft(UNSUPPLIED, code, EventKind.BASELINE, date(2023, 5, 10), field=STATE_FIELD, value=state, area_ha=area)


def fact(code: str, field: str, value: str, day: date) -> Draft:
    return Draft(UNSUPPLIED, code, EventKind.FACT, day, field=field, value=value)


def contract(code: str, day: date) -> tuple[Draft, ...]:
    """What TP10 and TP11 require."""
    values = {
        "HTBH": "141026-2023-1",
        "HTQDRQ": day.isoformat(),
        "GYFS": "23",
        "GYMJ": "0.4",
        "DZJGH": "1410262023B00001",
    }
    return tuple(fact(code, field, value, day) for field, value in values.items())


def recording(path: Path, *drafts: Draft) -> int:
    with CampaignFile.open(path, update=True) as file:
        return record(file, drafts, NOW)


def test_a_new_campaign_has_every_table_of_the_data_model(campaign: Path) -> None:
    with CampaignFile.open(campaign) as file:
        assert {
            "campaign", "milestone", "stage", "department", "task", "county", "town", "zone_area", "river", "place",
            "unsupplied_parcel", "idle_parcel", "parcel_version", "boundary_point", "approval", "approval_parcel",
            "supply", "supply_parcel", "withdrawal", "withdrawal_parcel", "event", "attachment", "import_journal",
            "reject", "progress_report",
        } <= file.tables()  # fmt: skip
        assert file.query("SELECT COUNT(*) FROM milestone") == [(4,)]


def test_a_campaign_is_never_overwritten(campaign: Path) -> None:
    with pytest.raises(CampaignExists, match="安泽.gpkg"):
        create_campaign(campaign, snapshot().campaign, {})


def test_a_missing_file_and_another_geopackage_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CampaignMissing):
        CampaignFile.open(tmp_path / "nowhere.gpkg")
    (tmp_path / "text.gpkg").write_text("no database")
    with pytest.raises(NotACampaign):
        CampaignFile.open(tmp_path / "text.gpkg")


def test_an_imported_parcel_comes_back_point_for_point(campaign: Path, importing: Callable[..., object]) -> None:
    hole = shifted([(20, 80), (20, 20), (80, 20)])
    survey = parcel(holes=[hole], more_parts=[shifted([(200, 0), (200, 50), (250, 0)])])
    assert importing(survey).imported == 1
    with CampaignFile.open(campaign) as file:
        back = read_surveys(file, UNSUPPLIED)["2023-G-001"].parcel
    assert back.parts == survey.parts
    assert back.grid == survey.grid


def test_the_survey_fills_the_columns_it_knows(campaign: Path, importing: Callable[..., object]) -> None:
    importing(parcel())
    (dossier,) = read_snapshot(campaign, date(2023, 9, 30)).dossiers[UNSUPPLIED]
    case = dossier.case
    assert (case.town_name, case.town_code, case.in_zone) == ("府城镇", "141026100", "N")
    assert (case.area_m2, case.zone_number, case.map_sheet_number) == (10000.0, 37, "J49G093068")
    assert case.state == "P00"
    assert dossier.status is Status.NOT_STARTED


def test_the_same_file_twice_changes_nothing(importing: Callable[..., object]) -> None:
    importing(parcel())
    again = importing(parcel())
    assert (again.imported, again.updated, again.unchanged) == (0, 0, 1)


def test_the_same_broken_file_twice_leaves_its_rejects_once(campaign: Path, importing: Callable[..., object]) -> None:
    bad = Reject("府城镇.txt", 15, "J1,1,XX,YY", Message("not_a_number", "Line {line}: no coordinate", {"line": 15}))
    for _ in range(2):
        importing(rejects=(bad,))
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM reject") == [(1,)]
        assert file.query("SELECT COUNT(*) FROM import_journal") == [(1,)]


def test_a_resurvey_makes_a_new_version_and_keeps_the_old(campaign: Path, importing: Callable[..., object]) -> None:
    importing(parcel())
    wider = parcel(shifted([(0, 100), (120, 100), (120, 0), (0, 0)]))
    assert importing(wider).updated == 1
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT version, COUNT(*) FROM boundary_point GROUP BY version") == [(1, 4), (2, 4)]
        assert file.query("SELECT DKMJ FROM unsupplied_parcel") == [(12000.0,)]
        (row,) = file.rows("SELECT * FROM unsupplied_parcel")
    assert len(row.wkb) > 100


def test_a_dry_run_counts_and_writes_nothing(campaign: Path, importing: Callable[..., object]) -> None:
    assert importing(parcel(), dry_run=True).imported == 1
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM unsupplied_parcel") == [(0,)]
        assert file.query("SELECT COUNT(*) FROM import_journal") == [(0,)]


def test_a_plot_number_that_names_nothing_gets_the_files_name(importing: Callable[..., object], campaign: Path) -> None:
    summary = importing(
        parcel(code="FID_0"), parcel(shifted(SQUARE, (37613000.0, 4002000.0)), code="FID_0"), file="东区.txt"
    )
    assert summary.imported == 2
    assert [note.code for note in summary.notes] == ["code_made", "code_made"]
    codes = [dossier.code for dossier in read_snapshot(campaign, date(2023, 9, 30)).dossiers[UNSUPPLIED]]
    assert codes == ["东区-1", "东区-2"]


def test_two_parcels_with_one_number_stay_two(importing: Callable[..., object]) -> None:
    summary = importing(parcel(), parcel(shifted(SQUARE, (37613000.0, 4002000.0))))
    assert summary.imported == 2


def test_a_parcel_repeated_in_its_file_is_rejected_with_the_reason(importing: Callable[..., object]) -> None:
    summary = importing(parcel(), parcel())
    assert summary.imported == 1
    assert [reject.message.code for reject in summary.rejects] == ["repeated_parcel"]


def test_a_file_is_the_same_alone_and_in_a_folder(campaign: Path) -> None:
    """Plot number A stands in both files, so in a folder each is kept under its file's name."""
    east = reading(parcel(code="A"), file="east.txt")
    west = reading(parcel(shifted(SQUARE, (37613000.0, 4002000.0)), code="A"), file="west.txt")
    for alone, together in (("folder first", True), ("file first", False)):
        jobs = [[east, west], [east]] if together else [[east], [east, west]]
        path = campaign.with_name(f"{alone}.gpkg")
        create_campaign(path, snapshot().campaign, {})
        with CampaignFile.open(path, update=True) as file:
            summaries = [import_readings(file, UNSUPPLIED, job) for job in jobs]
        assert sum(each.imported for each in summaries) == 2
        assert (summaries[1].updated, summaries[1].unchanged) == (0, 1)


def test_attributes_that_a_ledger_would_know_fill_the_columns_of_a_new_parcel(
    campaign: Path, importing: Callable[..., object]
) -> None:
    said = {
        "XMMC": "一号项目", "批准日期": "2021/5/7", "批次批准总面积(亩)": "15", "HTQDRQ": "soon", "ZT": "P40",
        "DKMJ": "1", "TBBH": "else", "whatever": "x", "GHYT": "",
    }  # fmt: skip
    summary = importing(replace(parcel(), attributes=said))
    with CampaignFile.open(campaign) as file:
        ((name, approved, batch, signed, state, area),) = file.query(
            "SELECT XMMC, NZYPZRQ, NZYPZZMJ, HTQDRQ, ZT, DKMJ FROM unsupplied_parcel"
        )
    assert (name, approved, batch, signed, state, area) == ("一号项目", "2021-05-07", 1.0, None, None, 10000.0)
    assert sorted(note.code for note in summary.notes) == ["fact_unread", "kept_by_events"]
    assert "HTQDRQ" in summary.notes[0].text() or "合同签订日期" in summary.notes[0].text()


@pytest.mark.parametrize("mark", ["\x00", "'", "?", '"', "\\", "%s", "{0}", "\n", "𠮷", "\ud800"], ids=ascii)
def test_strange_marks_in_numbers_and_names_are_kept_and_stop_nothing(
    campaign: Path, importing: Callable[..., object], mark: str
) -> None:
    """What a file says is text: it reaches the campaign as such, whatever it looks like to SQL or C."""
    bad = Reject("a.txt", 1, f"x{mark}y", Message("not_a_number", "no coordinate"))
    ring = parcel().parts[0].outer
    named = Part(replace(ring, names=(f"J{mark}1", *ring.names[1:])))
    strange = replace(parcel(code=f"A{mark}1", name=f"甲{mark}乙"), parts=(named,))
    assert importing(strange, file=f"b{mark}.txt", rejects=(bad,)).imported == 1
    assert importing(strange, file=f"b{mark}.txt", rejects=(bad,)).unchanged == 1
    with CampaignFile.open(campaign) as file:
        ((text,),) = file.query("SELECT text FROM reject")
        ((name,),) = file.query("SELECT DKMC FROM unsupplied_parcel")
    kept = mark.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    assert (text, name) == (f"x{kept}y", f"甲{kept}乙")


def test_a_parcel_delivered_in_two_files_is_one_parcel(campaign: Path) -> None:
    files = [reading(parcel(code="A-1"), file="一稿.txt"), reading(parcel(code="A-1"), file="二稿.txt")]
    for imported in (1, 0):
        with CampaignFile.open(campaign, update=True) as file:
            summary = import_readings(file, UNSUPPLIED, files)
            assert set(read_surveys(file, UNSUPPLIED)) == {"A-1"}
        assert (summary.imported, summary.unchanged, summary.updated) == (imported, 1 - imported, 0)
        assert [(each.file, each.message.code) for each in summary.rejects] == [("二稿.txt", "repeated_parcel")]
        assert "一稿.txt" in summary.rejects[0].message.text()


def test_a_made_code_that_another_parcel_bears_gets_a_number_more(campaign: Path) -> None:
    east = shifted(SQUARE, (37613000.0, 4002000.0))
    files = [reading(parcel(code="a-1"), file="0.txt"), reading(parcel(east, code=""), file="a.txt")]
    for imported in (2, 0):
        with CampaignFile.open(campaign, update=True) as file:
            summary = import_readings(file, UNSUPPLIED, files)
            assert set(read_surveys(file, UNSUPPLIED)) == {"a-1", "a-1-2"}
        assert (summary.imported, summary.updated, summary.rejects) == (imported, 0, ())


def test_files_of_one_name_in_two_folders_stay_two_parcels(campaign: Path) -> None:
    east = reading(parcel(code=""), file="east/1.txt")
    west = reading(parcel(shifted(SQUARE, (37613000.0, 4002000.0)), code=""), file="west/1.txt")
    with CampaignFile.open(campaign, update=True) as file:
        assert import_readings(file, UNSUPPLIED, [east, west]).imported == 2
        assert set(read_surveys(file, UNSUPPLIED)) == {"east_1-1", "west_1-1"}


def test_a_new_survey_that_lies_elsewhere_is_taken_and_noted(importing: Callable[..., object]) -> None:
    importing(parcel())
    moved = importing(parcel(shifted(SQUARE, (37613000.0, 4002000.0))))
    assert (moved.updated, [note.code for note in moved.notes]) == (1, ["moved"])


def test_the_journal_says_how_the_file_was_read_and_what_it_gave(
    campaign: Path, importing: Callable[..., object]
) -> None:
    bad = Reject("府城镇.txt", 15, "", Message("not_a_number", "no coordinate"))
    assert importing(parcel(), rejects=(bad,)).entries == (1,)
    with CampaignFile.open(campaign) as file:
        (row,) = file.rows("SELECT * FROM import_journal")
    finished = row.values.pop("finished_at")
    assert datetime.fromisoformat(str(finished).replace("Z", "+00:00")) > NOW
    assert {name: value for name, value in row.values.items() if value is not None} == {
        "started_at": "2026-01-02T03:04:05Z", "file": "府城镇.txt", "sha256": "0" * 64, "bytes": 10,
        "encoding": "utf-8", "profile": "canonical", "crs": "EPSG:4525", "list": "unsupplied",
        "imported": 1, "updated": 0, "unchanged": 0, "rejected": 1,
    }  # fmt: skip


def test_an_import_that_is_stopped_leaves_nothing(campaign: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    two = [reading(parcel(), file="a.txt"), reading(parcel(code="B"), file="b.txt")]
    with CampaignFile.open(campaign, update=True) as file, pytest.raises(KeyboardInterrupt):
        import_readings(file, UNSUPPLIED, two, step=stop)
    with CampaignFile.open(campaign) as file:
        for table in ("unsupplied_parcel", "parcel_version", "boundary_point", "import_journal"):
            assert file.query(f"SELECT COUNT(*) FROM {table}") == [(0,)]


def test_rejects_stay_in_the_campaign_with_line_and_reason(campaign: Path, importing: Callable[..., object]) -> None:
    bad = Reject("府城镇.txt", 15, "J1,1,XX,YY", Message("not_a_number", "Line {line}: no coordinate", {"line": 15}))
    importing(parcel(), rejects=(bad,))
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT file, line, text, reason_code, reason FROM reject") == [
            ("府城镇.txt", 15, "J1,1,XX,YY", "not_a_number", "Line 15: no coordinate")
        ]


def test_a_parcel_in_zone_38_keeps_its_zone_and_is_drawn_in_the_campaigns(
    campaign: Path, importing: Callable[..., object]
) -> None:
    importing(parcel(shifted(SQUARE, (38369423.607, 3997612.293)), grid=Grid(38, True)))
    (dossier,) = read_snapshot(campaign, date(2023, 9, 30)).dossiers[UNSUPPLIED]
    assert dossier.survey.grid == Grid(38, True)
    assert dossier.area_m2 == pytest.approx(10000.0, abs=1e-6)
    with CampaignFile.open(campaign) as file:
        ((x,),) = file.query("SELECT ST_MinX(geom) FROM unsupplied_parcel")
    assert x == pytest.approx(37639582.318, abs=5.0)


def test_done_area_follows_from_the_completing_steps(campaign: Path, importing: Callable[..., object]) -> None:
    importing(parcel())
    code = "2023-G-001"
    recording(
        campaign,
        baseline(code, "P21"),
        fact(code, "ZSZT", "12", date(2023, 6, 1)),
        move(code, "TP09", date(2023, 6, 1)),
        *contract(code, date(2023, 7, 1)),
        move(code, "TP10", date(2023, 7, 1)),
    )
    recording(campaign, move(code, "TP11", date(2023, 8, 1), 0.4))
    before, after = (
        read_snapshot(campaign, day).dossiers[UNSUPPLIED][0] for day in (date(2023, 7, 31), date(2023, 9, 1))
    )
    assert (before.standing.state.code, before.standing.done_area_ha, before.case.supplied_area_ha) == (
        "P40",
        0.0,
        None,
    )
    assert (after.standing.state.code, after.standing.done_area_ha, after.case.supplied_area_ha) == ("P50", 0.4, 0.4)
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT ZT, WCMJ, YGMJ FROM unsupplied_parcel") == [("P50", 0.4, 0.4)]


def test_a_completing_step_without_area_settles_what_is_left(campaign: Path, importing: Callable[..., object]) -> None:
    importing(parcel())
    number = fact("2023-G-001", "DZJGH", "1410262023B00001", date(2023, 8, 1))
    recording(campaign, baseline("2023-G-001", "P40", 1.25), number, move("2023-G-001", "TP11", date(2023, 8, 1)))
    (dossier,) = read_snapshot(campaign, date(2023, 9, 1)).dossiers[UNSUPPLIED]
    assert dossier.standing.done_area_ha == 1.25
    assert dossier.status is Status.DONE


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("XHLYFS", "净地供应(出让/租赁/作价出资)", "03"),
        ("JDBZ", "是", "Y"),
        ("JHWCSJ", "2023年10月31日", "2023-10-31"),
        ("XZMC", "马必乡", "马壁镇"),
        ("DKMJGQ", "1.5", "1.5000"),
        ("BZ", "无", "无"),
    ],
)
def test_a_fact_may_be_given_as_people_write_it(
    campaign: Path, importing: Callable[..., object], field: str, given: str, kept: str
) -> None:
    importing(parcel())
    recording(campaign, fact("2023-G-001", field, given, date(2023, 8, 1)))
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT value FROM event WHERE kind = 'fact' AND field = ?", field) == [(kept,)]


@pytest.mark.parametrize(
    ("field", "value"),
    [("XHLYFS", "77"), ("JDBZ", "maybe"), ("XZMC", "外镇"), ("YGMJ", "-1"), ("JHWCSJ", "2023-02-30")],
)
def test_a_value_that_means_nothing_is_refused_with_what_is_possible(
    campaign: Path, importing: Callable[..., object], field: str, value: str
) -> None:
    importing(parcel())
    with pytest.raises(WrongValue, match=f"{value} is no value for field {field}"):
        recording(campaign, fact("2023-G-001", field, value, date(2023, 8, 1)))


def test_a_fact_changes_the_case_from_its_day_on_and_keeps_the_old_value(
    campaign: Path, importing: Callable[..., object]
) -> None:
    importing(parcel())
    with CampaignFile.open(campaign, update=True) as file, file.transaction():
        file.execute("UPDATE unsupplied_parcel SET ZRDW = '府城镇'")
    change = Draft(UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 8, 1), field="ZRDW", value="促投中心")
    recording(campaign, baseline("2023-G-001", "P21"), change)
    departments = [
        read_snapshot(campaign, day).dossiers[UNSUPPLIED][0].case.department
        for day in (date(2023, 7, 31), date(2023, 8, 1))
    ]
    assert departments == ["府城镇", "促投中心"]


def test_a_step_the_machine_does_not_admit_is_refused_in_words(
    campaign: Path, importing: Callable[..., object]
) -> None:
    importing(parcel())
    with pytest.raises(StepRefused, match="底数入库.*TP11") as refusal:
        recording(campaign, baseline("2023-G-001", "P00"), move("2023-G-001", "TP11", date(2023, 8, 1)))
    assert "TP01" in refusal.value.text()
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM event") == [(0,)]


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (move("none", "TP01", date(2023, 8, 1)), UnknownParcel),
        (move("2023-G-001", "TP99", date(2023, 8, 1)), UnknownTransition),
        (Draft(UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 8, 1), field="ZT", value="P99"), UnknownField),
        (Draft(UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 8, 1), field="JHWCSJ", value="soon"), WrongValue),
    ],
    ids=["parcel", "transition", "field", "value"],
)
def test_what_nobody_knows_is_refused(
    campaign: Path, importing: Callable[..., object], draft: Draft, error: type[Exception]
) -> None:
    importing(parcel())
    with pytest.raises(error):
        recording(campaign, draft)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET note = 'x'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event (id, list, code, kind) VALUES (1, 'idle', 'a', 'fact')",
    ],
    ids=["update", "delete", "replace"],
)
def test_the_database_itself_refuses_to_change_history(
    campaign: Path, importing: Callable[..., object], statement: str
) -> None:
    importing(parcel())
    recording(campaign, baseline("2023-G-001", "P00"))
    with CampaignFile.open(campaign, update=True) as file, pytest.raises(CampaignRefused, match="events are never"):
        file.execute(statement)


def test_a_chain_broken_by_force_is_found(campaign: Path, importing: Callable[..., object]) -> None:
    importing(parcel())
    recording(campaign, baseline("2023-G-001", "P12"), move("2023-G-001", "TP07", date(2023, 6, 1)))
    with CampaignFile.open(campaign, update=True) as file:
        assert broken_links(file) == []
        file.execute("DROP TRIGGER event_is_never_updated")
        file.execute("UPDATE event SET note = 'x' WHERE id = 1")
        assert broken_links(file) == [1]


def test_a_job_that_fails_leaves_the_file_as_it_was(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        with pytest.raises(ZeroDivisionError), file.transaction():
            file.execute("INSERT INTO milestone (by_date, rate) VALUES ('2023-12-31', 1.0)")
            raise ZeroDivisionError
        assert file.query("SELECT COUNT(*) FROM milestone") == [(4,)]


def test_text_with_quotes_and_question_marks_is_bound_safely() -> None:
    assert bind("SELECT ?, ?, ?", ["it's?", None, 1.5]) == "SELECT 'it''s?', NULL, 1.5"
