"""The weekly and monthly report: every change of the period once, figures at both ends, a native chart, what is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from openpyxl import load_workbook

from anze_idle_land_plugin.exports.reports.period import PeriodReversed, write_period_report
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot


def event(code: str, kind: EventKind, day: date, number: int, **more: Any) -> Event:
    return Event(ListKind.UNSUPPLIED, code, kind, day, id=number, **more)


@pytest.fixture
def whole() -> Snapshot:
    """K-0 settled on 09-26 and confirmed on 09-28, its measure changed on 09-25; K-1 overdue, K-2 due in five days."""
    surveys = [parcel(shifted(SQUARE, (37612000.0 + 200 * i, 4002000.0)), code=f"K-{i}") for i in range(3)]
    supplied = {"transition": "TP11", "field": STATE_FIELD, "value": "P50", "area_ha": 1.0, "document": "备案单"}
    events = [
        event("K-0", EventKind.BASELINE, date(2023, 5, 10), 2, field="XHLYFS", value="01"),
        event("K-0", EventKind.FACT, date(2023, 9, 25), 3, field="XHLYFS", value="03"),
        event("K-0", EventKind.TRANSITION, date(2023, 9, 26), 4, **supplied),
        event("K-0", EventKind.CONFIRM, date(2023, 9, 28), 5),
    ]
    return snapshot(
        [
            dossier(survey=surveys[0], state="P40", events=events, DKMJGQ=1.0, XHLYFS="03"),
            dossier(survey=surveys[1], DKMJGQ=2.0, JHWCSJ=date(2023, 8, 31)),
            dossier(survey=surveys[2], DKMJGQ=1.0, JHWCSJ=date(2023, 10, 5)),
        ]
    )


def rows_of(path: Path, sheet: str, first: int) -> list[tuple[object, ...]]:
    return list(load_workbook(path)[sheet].iter_rows(min_row=first, values_only=True))


def test_every_change_of_the_period_is_a_row_with_what_was_before(whole: Snapshot, tmp_path: Path) -> None:
    assert write_period_report(whole, tmp_path / "week.xlsx") == 3
    rows = rows_of(tmp_path / "week.xlsx", "变化明细", 5)[:3]
    assert [row[5].date() for row in rows] == [date(2023, 9, 25), date(2023, 9, 26), date(2023, 9, 28)]
    assert [row[6:9] for row in rows] == [
        ("消化利用方式", "限期完成征地拆迁安置补偿", "净地供应(出让/租赁/作价出资)"),
        ("系统备案", "合同/决定书已签", "系统已备案"),
        ("系统确认", None, "已确认"),
    ]
    assert [row[9] for row in rows] == [None, 1.0, None]


def test_the_figures_of_both_ends_and_their_difference_stand_side_by_side(whole: Snapshot, tmp_path: Path) -> None:
    write_period_report(whole, tmp_path / "week.xlsx", lists=[ListKind.UNSUPPLIED])
    rows = {row[0]: row[1:4] for row in rows_of(tmp_path / "week.xlsx", "概况", 5)[:11]}
    assert rows["已处置面积（公顷）"] == (0.0, 1.0, 1.0)
    assert rows["完成率"] == (0.0, 0.25, 25.0)
    assert rows["系统确认率"] == (0.0, 0.25, 25.0)
    assert rows["时间节点要求完成率"] == (0.5, 0.85, 35.0)


def test_the_chart_is_native_and_lies_inside_the_print_area(whole: Snapshot, tmp_path: Path) -> None:
    write_period_report(whole, tmp_path / "week.xlsx")
    page = load_workbook(tmp_path / "week.xlsx")["概况"]
    (chart,) = page._charts
    assert len(chart.series) == 2
    assert chart.anchor._from.row < int(page.print_area.rsplit("$", 1)[1])


def test_what_is_overdue_and_what_is_due_soon_is_listed(whole: Snapshot, tmp_path: Path) -> None:
    write_period_report(whole, tmp_path / "week.xlsx")
    rows = [row for row in rows_of(tmp_path / "week.xlsx", "到期与逾期", 4) if row[5] == "计划完成时间"]
    assert [(row[2], row[7], row[8]) for row in rows] == [("K-1", -30, "逾期"), ("K-2", 5, "临期")]


@pytest.mark.parametrize(
    ("since", "name"),
    [(date(2023, 9, 23), "周报"), (date(2023, 8, 31), "月报"), (date(2023, 5, 10), "阶段报告")],
)
def test_the_report_is_named_by_the_days_it_covers(whole: Snapshot, since: date, name: str, tmp_path: Path) -> None:
    write_period_report(whole, tmp_path / "report.xlsx", since)
    assert name in str(load_workbook(tmp_path / "report.xlsx")["概况"]["A1"].value)


def test_a_period_that_ends_before_it_begins_is_refused_with_both_days(whole: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(PeriodReversed, match="2023-10-01.*2023-09-30"):
        write_period_report(whole, tmp_path / "report.xlsx", date(2023, 10, 1))
    assert not (tmp_path / "report.xlsx").exists()


def test_a_quiet_week_of_an_empty_campaign_still_gives_a_report(tmp_path: Path) -> None:
    assert write_period_report(snapshot(), tmp_path / "report.xlsx") == 0
