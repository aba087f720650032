"""The list of the monitoring system against a small campaign: confirmations, differences, misses, changes."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Callable

import pytest
from factories import parcel, shifted, snapshot
from openpyxl import Workbook, load_workbook

from anze_idle_land_plugin.exports.reports.reconcile import write_reconcile_report
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import broken_links, events_of
from anze_idle_land_plugin.store.ledgers.attaching import attach_ledger
from anze_idle_land_plugin.store.ledgers.reconciling import DifferenceKind, Reconciliation, reconcile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.undoing import NothingButEvents, undo_imports

NOW = datetime(2023, 9, 30, 3, 4, 5, tzinfo=timezone.utc)
DAY = date(2023, 9, 30)
NUMBERS = [f"1410262019B0000{number}" for number in range(1, 5)]
LEDGER = "闲置宗地编号,项目名称,电子监管号,合同编号,供应面积（公顷）,合同签订日期\n" + "".join(
    f"2023-X-00{place},项目{place},{number},HT-{place},1.0000,2019-03-0{place}\n"
    for place, number in enumerate(NUMBERS, 1)
)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Four idle parcels of one hectare with supervision numbers."""
    path, written = tmp_path / "安泽.gpkg", tmp_path / "台账.csv"
    create_campaign(path, snapshot().campaign, {})
    parcels = tuple(
        parcel(shifted([(x, 100.0), (x + 100, 100.0), (x + 100, 0.0), (x, 0.0)]), code=f"2023-X-00{place}")
        for place, x in enumerate((0.0, 200.0, 400.0, 600.0), 1)
    )
    written.write_text(LEDGER, encoding="utf-8")
    with CampaignFile.open(path, update=True) as file:
        reading = Reading("a.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", parcels, ())
        import_readings(file, ListKind.IDLE, [reading], started_at=NOW)
        attach_ledger(file, ListKind.IDLE, read_ledger(written, ListKind.IDLE), recorded_at=NOW)
    return path


@pytest.fixture
def against(campaign: Path, tmp_path: Path) -> Callable[..., Reconciliation]:
    """Reconcile with a list given as lines of CSV."""

    def run(*lines: str, name: str = "系统.csv", **more: Any) -> Reconciliation:
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        with CampaignFile.open(campaign, update=True) as file:
            listed = read_ledger(path, ListKind.IDLE)
            known = read_snapshot(campaign, DAY)
            return reconcile(file, known, ListKind.IDLE, listed, recorded_at=NOW, **more)

    return run


HEAD = "电子监管号,项目名称,面积(公顷),合同签订日期"


def line(place: int, area: str = "1.0000", day: str = "") -> str:
    return f"{NUMBERS[place - 1]},项目{place},{area},{day or f'2019-03-0{place}'}"


def confirmed(campaign: Path) -> dict[str, date | None]:
    dossiers = read_snapshot(campaign, DAY).dossiers[ListKind.IDLE]
    return {each.code: each.case.confirmed_on for each in dossiers if each.case.confirmed == "Y"}


def test_what_stands_in_the_list_is_confirmed_on_the_day_of_the_list(
    against: Callable[..., Reconciliation], campaign: Path
) -> None:
    result = against(HEAD, line(1), line(2))
    assert (result.confirmed, result.different) == (2, 0)
    assert confirmed(campaign) == {"2023-X-001": DAY, "2023-X-002": DAY}
    assert [each.code for each in result.unseen] == ["2023-X-003", "2023-X-004"]
    with CampaignFile.open(campaign) as file:
        assert broken_links(file) == []
        (event,) = [
            e
            for e in events_of(file, ListKind.IDLE, ["2023-X-001"])[(ListKind.IDLE, "2023-X-001")]
            if e.kind is EventKind.CONFIRM
        ]
    assert (event.document, event.author) == ("系统.csv", "系统对账")


def test_the_systems_own_day_goes_before_and_an_empty_one_confirms_nothing(
    against: Callable[..., Reconciliation], campaign: Path
) -> None:
    result = against(f"{HEAD},系统确认日期", f"{line(1)},2023-08-15", f"{line(2)},")
    assert confirmed(campaign) == {"2023-X-001": date(2023, 8, 15)}
    assert result.recognised[1].says.confirmed is False


def test_the_same_list_again_changes_nothing(against: Callable[..., Reconciliation], campaign: Path) -> None:
    against(HEAD, line(1))
    again = against(HEAD, line(1))
    assert (again.confirmed, again.changes, again.recognised[0].confirms_on) == (0, (), None)
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM import_journal WHERE profile = 'system'")[0][0] == 1
        assert file.query("SELECT COUNT(*) FROM event WHERE kind = 'confirm'")[0][0] == 1


def test_a_dry_run_writes_nothing(against: Callable[..., Reconciliation], campaign: Path) -> None:
    result = against(HEAD, line(1), dry_run=True)
    assert (result.confirmed, confirmed(campaign)) == (1, {})
    assert against(HEAD, line(1)).changes is None


@pytest.mark.parametrize(
    ("word", "is_confirmed", "differs"),
    [("已处置", True, True), ("闲置", False, False), ("疑似闲置", False, False), ("某种新状态", False, True)],
)
def test_a_status_word_decides_and_an_unknown_one_confirms_nothing(
    against: Callable[..., Reconciliation], campaign: Path, word: str, is_confirmed: bool, differs: bool
) -> None:
    result = against(f"{HEAD},闲置状态", f"{line(1)},{word}")
    assert (bool(confirmed(campaign)), result.different == 1) == (is_confirmed, differs)


def test_an_explicit_no_goes_before_presence(against: Callable[..., Reconciliation], campaign: Path) -> None:
    result = against(f"{HEAD},系统已确认", f"{line(1)},否", f"{line(2)},是")
    assert (list(confirmed(campaign)), result.confirmed) == (["2023-X-002"], 1)


def test_what_was_confirmed_and_is_no_more_is_a_difference_of_state(against: Callable[..., Reconciliation]) -> None:
    against(f"{HEAD},系统已确认", f"{line(1)},是")
    result = against(f"{HEAD},系统已确认", f"{line(1)},否", name="第二次.csv")
    assert [each.kind for each in result.differences] == [DifferenceKind.STATE]


def test_areas_and_dates_are_compared_within_the_tolerance(against: Callable[..., Reconciliation]) -> None:
    result = against(HEAD, line(1, "1.0009"), line(2, "1.0016"), line(3, day="2019-04-01"))
    found = [(each.kind, each.code, each.system, each.campaign) for each in result.differences]
    assert found == [
        (DifferenceKind.AREA, "2023-X-002", "1.0016", "1.0000"),
        (DifferenceKind.DATE, "2023-X-003", "2019-04-01", "2019-03-03"),
    ]
    assert result.different == 2


def test_a_difference_of_just_the_tolerance_is_none_whatever_binary_fractions_say(
    against: Callable[..., Reconciliation],
) -> None:
    assert against(HEAD, line(1, "1.0015"), line(2, "0.9985")).differences == (), "15.00 m² are allowed"
    assert against(HEAD, line(1, "1.0016"), line(2, "0.9984")).different == 2


def test_a_column_of_two_units_is_read_in_the_one_that_leaves_no_doubt(against: Callable[..., Reconciliation]) -> None:
    head = "电子监管号,项目名称,土地供应面积（平方米）（公顷）"
    result = against(head, f"{NUMBERS[0]},项目1,10000.00", f"{NUMBERS[1]},项目2,1.0000", f"{NUMBERS[2]},项目3,9500")
    assert [(each.code, each.system) for each in result.differences] == [("2023-X-003", "0.9500")]


def test_rows_are_found_by_contract_and_by_name_when_the_number_is_missing(
    against: Callable[..., Reconciliation],
) -> None:
    result = against("电子监管号,项目名称,合同编号", ",别名,HT-1", ",项目2,")
    assert [(each.dossier.code, each.key) for each in result.recognised] == [
        ("2023-X-001", "HTBH"),
        ("2023-X-002", "XMMC"),
    ]


def test_a_name_does_not_outweigh_another_supervision_number(against: Callable[..., Reconciliation]) -> None:
    result = against(HEAD, "1410262019B09999,项目1,1.0000,2019-03-01")
    assert (result.recognised, result.confirmed, len(result.unknown_rows)) == ((), 0, 1)
    assert NUMBERS[0] in result.unknown_rows[0].reason.text()


def test_a_number_is_one_whatever_blanks_case_width_or_spreadsheet_marks_it_is_written_with(
    against: Callable[..., Reconciliation],
) -> None:
    written = ("１４１０２６２０１９Ｂ００００１", "1410262019 b00002", "'1410262019B00003", '="1410262019B00004"')
    result = against(HEAD, *(f"{number},别名,1.0000,2019-03-0{place}" for place, number in enumerate(written, 1)))
    assert (result.confirmed, result.unknown_rows, result.differences) == (4, (), ())
    again = against(HEAD, *map(line, (1, 2, 3, 4)))
    assert all(each.field for each in again.changes), "values changed, but no row came or went"


def test_a_row_with_the_numbers_of_another_and_other_values_is_not_called_a_repetition(
    against: Callable[..., Reconciliation],
) -> None:
    result = against(HEAD, line(1), line(1), line(1, "0.4000"))
    assert [each.reason.code for each in result.unknown_rows] == ["repeated", "same_numbers"]


@pytest.mark.parametrize(
    "heads", ["总面积（公顷）,供应面积（公顷）", "供应面积（公顷）,总面积（公顷）", "面积(亩),合同面积（公顷）"]
)
def test_the_supply_area_goes_before_a_mere_area_wherever_it_stands(
    against: Callable[..., Reconciliation], heads: str
) -> None:
    areas = "1.0000,9.0000" if heads.startswith("供应") else "9.0000,1.0000"
    assert against(f"电子监管号,项目名称,{heads}", f"{NUMBERS[0]},项目1,{areas}").differences == ()


def test_a_row_nobody_knows_is_missing_here(against: Callable[..., Reconciliation]) -> None:
    result = against(HEAD, "1410262019B09999,别处项目,1.0,2019-03-01", line(1))
    assert [each.row.line for each in result.unknown_rows] == [2]


def test_two_contracts_of_one_parcel_are_compared_by_their_sum_and_a_repeated_row_is_not_counted(
    against: Callable[..., Reconciliation],
) -> None:
    head = "闲置宗地编号,电子监管号,面积(公顷)"
    result = against(
        head, f"2023-X-001,{NUMBERS[0]},0.6", "2023-X-001,1410262019B07777,0.4", f"2023-X-001,{NUMBERS[0]},0.6"
    )
    assert (len(result.recognised), result.differences, result.confirmed) == (2, (), 1)
    assert [each.reason.code for each in result.unknown_rows] == ["repeated"]


def test_a_value_only_the_system_has_is_to_be_entered_and_no_difference(against: Callable[..., Reconciliation]) -> None:
    result = against("电子监管号,项目名称,约定动工时间", f"{NUMBERS[0]},项目1,2020-03-01")
    assert [(each.kind, each.field) for each in result.differences] == [(DifferenceKind.MISSING, "约定动工时间")]
    assert result.different == 0


def test_a_second_list_says_what_changed_since_the_first(
    against: Callable[..., Reconciliation], campaign: Path
) -> None:
    assert against(HEAD, line(1), line(2), name="一.csv").changes is None
    second = against(HEAD, line(1, "1.2000"), line(3), name="二.csv")
    changed = {(each.key, each.field, each.before, each.now) for each in second.changes}
    assert changed == {
        (NUMBERS[2], "", "", "新增"),
        (NUMBERS[1], "", "原有", ""),
        (NUMBERS[0], "供应面积", "1.0000", "1.2000"),
    }
    assert list(confirmed(campaign)) == ["2023-X-001", "2023-X-002", "2023-X-003"]


def test_a_list_in_the_journal_is_no_import_that_can_be_taken_back(
    against: Callable[..., Reconciliation], campaign: Path
) -> None:
    against(HEAD, line(1))
    with CampaignFile.open(campaign, update=True) as file:
        number = int(str(file.query("SELECT MAX(id) FROM import_journal WHERE profile = 'system'")[0][0]))
        with pytest.raises(NothingButEvents):
            undo_imports(file, [number])


def test_a_campaign_made_before_lists_were_kept_gets_its_table(
    against: Callable[..., Reconciliation], campaign: Path
) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        file.dataset.DeleteLayer("system_row")
        file.execute("UPDATE campaign SET schema_version = 1")
    against(HEAD, line(1), name="一.csv")
    assert against(HEAD, line(1), line(2), name="二.csv").changes is not None


def test_the_report_has_a_sheet_for_each_question(against: Callable[..., Reconciliation], tmp_path: Path) -> None:
    against(HEAD, line(1), name="一.csv")
    result = against(HEAD, line(1), line(2, "1.5"), "1410262019B09999,别处,1,2019-03-01", name="二.csv")
    write_reconcile_report(result, tmp_path / "对账.xlsx", DAY)
    book = load_workbook(tmp_path / "对账.xlsx")
    counts = {sheet.title: sheet.max_row - 3 for sheet in book.worksheets}
    assert counts == {
        "概况": 10,
        "匹配与确认": 2,
        "差异": 1,
        "本地缺项": 0,
        "系统有本地无": 1,
        "本地有系统无": 2,
        "尚未供应": 0,
        "较上次变化": 2,
        "未读单元格": 0,
    }
    assert [row[7] for row in book["匹配与确认"].iter_rows(min_row=4, values_only=True)] == ["此前已确认", "本次确认"]


def test_a_workbook_is_read_as_well(campaign: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("供地项目清单",), HEAD.split(","), (NUMBERS[0], "项目1", 1.0, date(2019, 3, 1))):
        book.active.append(row)
    book.save(tmp_path / "系统.xlsx")
    with CampaignFile.open(campaign, update=True) as file:
        listed = read_ledger(tmp_path / "系统.xlsx", ListKind.IDLE)
        result = reconcile(file, read_snapshot(campaign, DAY), ListKind.IDLE, listed, recorded_at=NOW)
    assert (result.confirmed, result.differences) == (1, ())
