"""A ledger on a small campaign: matches, misses and disagreements; the same again changes nothing."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Callable, Mapping, Sequence

import pytest
from factories import ORIGIN_37, parcel, shifted, snapshot
from openpyxl import load_workbook
from shapely.geometry import box

from anze_idle_land_plugin.catalogue import Value
from anze_idle_land_plugin.exports.office.workbook import FIRST_ROW, WorkbookNotWritten
from anze_idle_land_plugin.exports.reports.attach import write_attach_report
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Message, Reject
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.model.standing.snapshot import ContextShape, Dossier
from anze_idle_land_plugin.readers.ledger.reader import Ledger, LedgerRow
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import broken_links
from anze_idle_land_plugin.store.ledgers.attaching import AttachSummary, attach_ledger
from anze_idle_land_plugin.store.matching import UnknownKey
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
UNSUPPLIED = ListKind.UNSUPPLIED
Row = Mapping[str, Value]


def ledger(*rows: Row, rejects: Sequence[Reject] = ()) -> Ledger:
    read = tuple(
        LedgerRow("台账", line, row, {code: str(value) for code, value in row.items()})
        for line, row in enumerate(rows, 5)
    )
    return Ledger("台账.xlsx", "a" * 64, 100, "台账", read, tuple(rejects), (), ())


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Three square hectares in a row in 府城镇: 2023-G-001 .. 003, the last two of one name."""
    path = tmp_path / "安泽.gpkg"
    east, north = ORIGIN_37
    town = box(east - 500, north - 500, east + 2000, north + 500)
    create_campaign(path, snapshot().campaign, {"town": [ContextShape("town", "府城镇", "141026100", bytes(town.wkb))]})
    squares = [shifted([(x, 100.0), (x + 100, 100.0), (x + 100, 0.0), (x, 0.0)]) for x in (0.0, 200.0, 400.0)]
    parcels = tuple(
        parcel(square, code=f"2023-G-00{number}", name=name)
        for number, (square, name) in enumerate(zip(squares, ("甲地块", "乙地块", "乙地块")), 1)
    )
    with CampaignFile.open(path, update=True) as file:
        reading = Reading("府城镇.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", parcels, ())
        import_readings(file, UNSUPPLIED, [reading], started_at=NOW)
    return path


@pytest.fixture
def attach(campaign: Path) -> Callable[..., AttachSummary]:
    def run(*rows: Row, **more: Any) -> AttachSummary:
        with CampaignFile.open(campaign, update=True) as file:
            return attach_ledger(file, UNSUPPLIED, ledger(*rows), recorded_at=NOW, **more)

    return run


FULL: Row = {
    "TBBH": "2023-G-001", "DKMJGQ": 1.0, "YGMJ": 0.25, "XZMC": "府城镇", "ZT": "P21", "NZYPZWH": "晋政地字〔2015〕1号",
    "NZYPZRQ": date(2015, 6, 1), "NZYPZZMJ": 8.0, "DZJGH": "1410262015B00001", "HTBH": "1号", "GYMJ": 0.25,
    "JHWCSJ": date(2023, 11, 30), "XHLYFS": "03",
}  # fmt: skip


def dossier(campaign: Path, code: str = "2023-G-001") -> Dossier:
    dossiers = read_snapshot(campaign, date(2023, 9, 30)).dossiers[UNSUPPLIED]
    return next(each for each in dossiers if each.code == code)


def test_a_matched_row_fills_the_columns_and_records_one_baseline(
    campaign: Path, attach: Callable[..., AttachSummary]
) -> None:
    summary = attach(FULL)
    assert (summary.matched, summary.unmatched_rows, summary.unmatched_parcels, summary.disagreeing) == (1, 0, 2, 0)
    found = dossier(campaign)
    assert (found.case.approval_number, found.case.approved_on) == ("晋政地字〔2015〕1号", date(2015, 6, 1))
    assert (found.case.remaining_area_ha, found.case.approval_year, found.case.milestone_month) == (
        0.75,
        2015,
        "202311",
    )
    (event,) = found.standing.events
    assert (event.kind, event.value, event.area_ha, event.effective_on) == (
        EventKind.BASELINE,
        "P21",
        0.75,
        date(2023, 5, 10),
    )
    assert (event.document, event.author) == ("台账.xlsx", "台账导入")
    assert found.standing.state.code == "P21"


def test_the_same_ledger_again_changes_nothing(campaign: Path, attach: Callable[..., AttachSummary]) -> None:
    attach(FULL)
    before = everything(campaign)
    again = attach(FULL)
    assert (again.matched, dict(again.changes), again.baselines) == (1, {}, 0)
    assert everything(campaign) == before


def everything(campaign: Path) -> dict[str, list[tuple[object, ...]]]:
    with CampaignFile.open(campaign) as file:
        assert broken_links(file) == []
        return {table: file.query(f"SELECT * FROM {table}") for table in sorted(file.tables())}  # type: ignore[misc]


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    campaign: Path, attach: Callable[..., AttachSummary]
) -> None:
    before = everything(campaign)
    summary = attach(FULL, dry_run=True)
    assert (summary.matched, summary.baselines) == (1, 1)
    assert "NZYPZWH" in summary.changes["2023-G-001"]
    assert everything(campaign) == before


def test_a_supplied_area_and_a_state_of_a_later_ledger_disagree_and_change_nothing(
    campaign: Path, attach: Callable[..., AttachSummary]
) -> None:
    attach(FULL)
    before = everything(campaign)
    summary = attach({**FULL, "YGMJ": 0.5, "ZT": "P30"}, dry_run=True)
    assert summary.changed == ()
    assert [each.field for each in summary.disagreements] == ["YGMJ", "ZT"]
    assert "TP11" in summary.disagreements[0].message.text(), "the way out is the step that supplies"
    assert everything(campaign) == before


def test_what_an_event_keeps_is_shown_and_not_overwritten(campaign: Path, attach: Callable[..., AttachSummary]) -> None:
    attach(FULL)
    fact = Draft(UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 6, 1), field="JHWCSJ", value="2023-09-30")
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [fact], NOW)
    summary = attach(FULL)
    assert [(each.field, each.document, each.campaign) for each in summary.disagreements] == [
        ("JHWCSJ", "2023-11-30", "2023-09-30")
    ]
    assert dossier(campaign).case.deadline == date(2023, 9, 30)


def test_area_and_town_that_disagree_with_the_survey_are_listed(attach: Callable[..., AttachSummary]) -> None:
    summary = attach({"TBBH": "2023-G-001", "DKMJGQ": 1.032, "XZMC": "唐城镇"}, {"TBBH": "2023-G-002", "DKMJGQ": 1.001})
    assert [(each.code, each.field) for each in summary.disagreements] == [
        ("2023-G-001", "DKMJGQ"),
        ("2023-G-001", "XZMC"),
    ]
    assert "+3.20" in summary.disagreements[0].message.text()
    assert summary.disagreeing == 1


def test_a_name_that_fits_two_parcels_stays_unmatched_with_the_reason(attach: Callable[..., AttachSummary]) -> None:
    summary = attach({"DKMC": "甲地块"}, {"DKMC": "乙地块"}, {"DKMC": "丙地块"})
    assert [(each.code, each.key) for each in summary.matches] == [("2023-G-001", "DKMC")]
    assert [each.reason.code for each in summary.rows_left] == ["ambiguous", "no_parcel"]


def test_a_parcel_takes_one_row_and_the_stronger_key_wins(attach: Callable[..., AttachSummary]) -> None:
    summary = attach({"DKMC": "甲地块"}, {"TBBH": "2023-G-001"}, {"TBBH": " 2023-G-001 "})
    assert [(each.row.line, each.key) for each in summary.matches] == [(6, "TBBH")]
    assert [each.reason.code for each in summary.rows_left] == ["parcel_taken", "parcel_taken"]


def test_a_row_with_another_number_takes_a_surveyed_parcel_by_name_only_when_told_to(
    attach: Callable[..., AttachSummary],
) -> None:
    row = {"TBBH": "2023-G-071", "DKMC": "甲地块"}
    assert [each.reason.code for each in attach(row, dry_run=True).rows_left] == ["other_number"]
    assert [each.code for each in attach(row, key="DKMC").matches] == ["2023-G-001"]


def test_only_the_named_key_is_tried(attach: Callable[..., AttachSummary]) -> None:
    assert attach({"TBBH": "2023-G-001", "DKMC": "nothing"}, key="DKMC").matched == 0
    with pytest.raises(UnknownKey, match="TBBH"):
        attach(FULL, key="NOTHING")


def test_approvals_and_supplies_enter_their_registers(campaign: Path, attach: Callable[..., AttachSummary]) -> None:
    attach(FULL, {**FULL, "TBBH": "2023-G-002", "DZJGH": "1410262015B00002"})
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT number, approved_on, area_ha FROM approval") == [
            ("晋政地字〔2015〕1号", "2015-06-01", 8.0)
        ]
        assert file.query("SELECT code, area_ha FROM approval_parcel ORDER BY code") == [
            ("2023-G-001", 1.0),
            ("2023-G-002", 1.0),
        ]
        assert file.query("SELECT COUNT(*) FROM supply") == [(2,)]


def test_rejects_of_the_ledger_are_kept_in_the_campaign(campaign: Path) -> None:
    reject = Reject("台账.xlsx", 9, "合计", Message("total_row", "it is a total, not a parcel", {}), "台账")
    with CampaignFile.open(campaign, update=True) as file:
        attach_ledger(file, UNSUPPLIED, ledger(FULL, rejects=[reject]), recorded_at=NOW)
        assert file.query("SELECT sheet, line, reason_code FROM reject") == [("台账", 9, "total_row")]


def test_the_report_has_a_sheet_for_every_outcome(tmp_path: Path, attach: Callable[..., AttachSummary]) -> None:
    summary = attach({"TBBH": "2023-G-001", "DKMJGQ": 1.032}, {"TBBH": "2023-G-071", "DKMC": "=1+1"})
    write_attach_report(summary, tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    assert {sheet.title: sheet.max_row - FIRST_ROW + 1 for sheet in book} == {
        "已匹配": 1, "未匹配行": 1, "未匹配宗地": 2, "不一致": 1, "未读单元格": 0,
        "变更": 0, "未识别表头": 0,
    }  # fmt: skip
    with pytest.raises(WorkbookNotWritten, match="report.xlsx"):
        write_attach_report(summary, tmp_path / "nowhere" / "report.xlsx")
