"""Rates by the counting rules: done and confirmed apart, every figure with its numerator, denominator and parcels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.campaign import Milestone, Task
from anze_idle_land_plugin.model.counting.assessment import Policy, assess, supply_rate
from anze_idle_land_plugin.model.counting.figures import Counting, figures, ranking
from anze_idle_land_plugin.model.counting.milestones import due_share, judge
from anze_idle_land_plugin.model.counting.progress import (
    Against,
    Approval,
    Counted,
    forecast,
    planned_line,
    planned_step,
    tally,
)
from anze_idle_land_plugin.model.kinds import Category, ListKind, Status

PLAIN = Counted(
    which=ListKind.UNSUPPLIED,
    code="K-1",
    town="府城镇",
    in_zone=False,
    department="ZRZY",
    category=Category.SUPPLY,
    status=Status.ON_TIME,
    in_base=True,
    area_ha=2.0,
    done_area_ha=0.0,
    confirmed=False,
    settled=False,
    closed=False,
    year=2015,
)
RULES = catalogue.counting_rules(catalogue.shipped_units())
POLICY = Policy(5, 0.6, 0.65, 0.15, 2017, 0.5, 0.3, 0.5, 0.1, 0.2)


def parcel(code: str, **changes: Any) -> Counted:
    return replace(PLAIN, code=code, **changes)


def counting(*parcels: Counted, tasks: tuple[Task, ...] = (), as_of: date = date(2023, 9, 30)) -> Counting:
    return Counting(as_of, date(2023, 5, 10), catalogue.milestones(), tasks, ("141026", "安泽县"), parcels)


def test_the_published_examples_of_the_completion_rate_come_out_above_one() -> None:
    first = tally([parcel("A", area_ha=50.0, done_area_ha=23.4968)], Against(23.08, 0))
    second = tally([parcel("B", area_ha=50.0, done_area_ha=13.2303)], Against(10.2, 0))
    assert (f"{first.done_rate:.1%}", f"{second.done_rate:.2%}") == ("101.8%", "129.71%")
    assert first.lag_points(1.0) == pytest.approx(-1.8059, abs=1e-3)


def test_a_rate_shows_numerator_denominator_and_the_parcels_of_both() -> None:
    settled = parcel("A", done_area_ha=2.0, settled=True, confirmed=True)
    partly = parcel("B", area_ha=3.2, done_area_ha=1.15)
    away = parcel("C", in_base=False, done_area_ha=9.0)
    whole = tally([settled, partly, away])
    assert (whole.done.numerator, whole.done.denominator, whole.done.unit) == (3.15, 5.2, "公顷")
    assert whole.done.counted == ((ListKind.UNSUPPLIED, "A"), (ListKind.UNSUPPLIED, "B"))
    assert [code for _, code in whole.done.of] == ["A", "B"]
    assert (whole.confirmed.numerator, whole.confirmed.counted) == (2.0, ((ListKind.UNSUPPLIED, "A"),))
    assert (whole.by_parcels.numerator, whole.by_parcels.denominator, whole.by_parcels.unit) == (1, 2, "宗")


def test_nothing_in_the_base_gives_a_rate_of_zero_and_no_error() -> None:
    nothing = tally([])
    assert (nothing.done_rate, nothing.confirmed_rate, nothing.parcel_rate, nothing.done.value) == (0, 0, 0, 0)


def test_a_zone_parcel_counts_once_in_the_zone_and_once_in_the_county() -> None:
    whole = figures(counting(parcel("A"), parcel("B", in_zone=True), parcel("C", town="")), RULES)
    assert {name: each.parcels for name, each in whole.by_unit.items()} == {"府城镇": 1, RULES.zone_name: 1, "未定": 1}
    assert whole.total.parcels == 3


def test_both_lists_stand_apart_and_together() -> None:
    idle = parcel("X", which=ListKind.IDLE, area_ha=6.0, done_area_ha=6.0, settled=True, category=Category.BUILD)
    whole = figures(counting(parcel("A"), idle), RULES)
    assert whole.by_list["批而未供"].done_rate == 0.0
    assert whole.by_list["闲置土地"].done_rate == 1.0
    assert whole.total.done_rate == 0.75
    assert whole.of_list[ListKind.IDLE].total == whole.by_list["闲置土地"]


def test_departments_go_by_their_name_whether_the_ledger_gives_code_or_name() -> None:
    whole = figures(counting(parcel("A"), parcel("B", department="自然资源局"), parcel("C", department="")), RULES)
    assert {name: each.parcels for name, each in whole.by_department.items()} == {"自然资源局": 2, "未定": 1}


def test_age_groups_follow_the_table_and_name_what_they_cannot_hold() -> None:
    years = {"A": 2009, "B": 2018, "C": 2019, "D": 2023, "E": None}
    whole = figures(counting(*(parcel(code, year=year) for code, year in years.items())), RULES)
    assert {name: each.parcels for name, each in whole.by_age.items()} == {
        "2009–2018年": 2,
        "2019–2022年": 1,
        "其他年度": 1,
        "年度不详": 1,
    }


def test_a_task_for_one_list_leaves_the_other_on_its_base() -> None:
    idle = parcel("X", which=ListKind.IDLE, area_ha=6.0)
    tasks = (Task(ListKind.UNSUPPLIED, "141026", 1, 2.0, 0.5),)
    total = figures(counting(parcel("A"), idle, tasks=tasks), RULES).total
    assert (total.task_area_ha, total.stand_in_ha, total.against_ha) == (0.5, 6.0, 6.5)


def test_without_a_task_for_the_county_the_tasks_of_its_units_add_up() -> None:
    tasks = (Task(ListKind.UNSUPPLIED, "141026100", 1, 2.0, 0.5), Task(ListKind.UNSUPPLIED, "马壁镇", 0, 0.0, 0.25))
    whole = figures(counting(parcel("A"), parcel("B", town="唐城镇"), tasks=tasks), RULES, [ListKind.UNSUPPLIED])
    assert {name: each.task_area_ha for name, each in whole.by_unit.items()} == {
        "府城镇": 0.5,
        "唐城镇": None,
        "马壁镇": 0.25,
    }
    assert whole.by_unit["唐城镇"].against_ha == 2.0
    assert (whole.total.task_area_ha, whole.total.stand_in_ha) == (0.75, 2.0)


def test_16_where_the_city_set_no_task_there_is_none_and_the_base_stands_in_for_the_rate_alone() -> None:
    tasks = (Task(ListKind.UNSUPPLIED, "141026", 1, 2.0, 0.5),)
    half = parcel("A", done_area_ha=0.25)
    whole = figures(counting(half, tasks=tasks), RULES, [ListKind.UNSUPPLIED])
    assert (whole.total.area_ha, whole.total.task_area_ha, whole.total.done_rate) == (2.0, 0.5, 0.5)
    for groups in (whole.by_unit, whole.by_department, whole.by_category, whole.by_age):
        (alone,) = groups.values()
        assert (alone.area_ha, alone.task_area_ha, alone.done_rate) == (2.0, None, 0.125)


def test_20_a_deadline_is_missed_when_one_list_hides_behind_the_other() -> None:
    start, june = date(2023, 5, 10), Milestone(date(2023, 6, 30), 0.5)
    courses = {"批而未供": [(start, 1.527)], "闲置土地": [(start, 0.315)], "合计": [(start, 0.853)]}
    (judged,) = judge([june], date(2023, 7, 1), courses)
    assert not judged.met and judged.missed == ["闲置土地"]
    (met,) = judge([june], date(2023, 6, 30), {**courses, "闲置土地": [(start, 0.2), (june.by_date, 0.5)]})
    assert met.met
    (future,) = judge([june], date(2023, 6, 29), courses)
    assert not future.is_due and not future.met


@pytest.mark.parametrize(
    ("area", "rate", "due"),
    [
        (1.3333, 0.5, 0.6667),  # 0.66665
        (2.3541, 0.5, 1.1771),  # 1.17705
        (2.6667, 0.85, 2.2667),  # 2.266695
        (8.0, 0.25, 2.0),
        (0.0, 1.0, 0.0),
    ],
)
def test_21_what_is_due_of_a_task_is_rounded_once_on_the_decimal_product(area: float, rate: float, due: float) -> None:
    assert due_share(area, rate) == due


def test_the_plan_is_a_step_for_pass_or_fail_and_a_line_for_the_curve() -> None:
    plan, start = catalogue.milestones(), date(2023, 5, 10)
    assert [planned_step(plan, date(2023, month, 15)) for month in (5, 6, 7, 10, 12)] == [0.0, 0.25, 0.5, 0.85, 1.0]
    assert planned_line(plan, start, date(2023, 6, 15)) == pytest.approx(0.375)
    assert planned_line(plan, start, start) == 0.0 and planned_line(plan, start, date(2024, 1, 1)) == 1.0


def test_the_forecast_adds_what_open_parcels_promise_and_nothing_that_is_overdue() -> None:
    parcels = [
        parcel("A", done_area_ha=2.0, settled=True, deadline=date(2023, 6, 1)),
        parcel("B", deadline=date(2023, 10, 31)),
        parcel("C", deadline=date(2023, 8, 31)),
        parcel("D", deadline=date(2023, 12, 31)),
    ]
    assert forecast(parcels, 8.0, date(2023, 9, 30), date(2023, 11, 30)) == 0.5


def test_equal_rates_share_a_place_and_a_unit_without_task_stands_last() -> None:
    done = {"done_area_ha": 2.0, "settled": True}
    units = {
        "甲": tally([parcel("A", **done)]),
        "乙": tally([parcel("B", **done)]),
        "丙": tally([parcel("C")]),
        "丁": tally([]),
    }
    assert [(each.place, each.name) for each in ranking(units)] == [(1, "乙"), (1, "甲"), (3, "丙"), (3, "丁")]


def test_the_supply_rate_sums_over_batches_of_the_last_five_years() -> None:
    one = Approval("晋政地字〔2020〕1号", 10.0, 4.0, 3.0, 0.5)
    two = Approval("晋政地字〔2020〕1号", 10.0, 2.0, 2.0, 0.0)
    alone = Approval("", None, 5.0, 1.0, 0.0)
    old = Approval("晋政地字〔2012〕9号", 8.0, 8.0, 8.0, 0.0)
    parcels = [
        parcel("A", year=2020, approval=one),
        parcel("B", year=2020, approval=two),
        parcel("C", year=2022, approval=alone),
        parcel("D", year=2012, approval=old),
        parcel("E", year=None, approval=old),
    ]
    found = supply_rate(parcels, 2018, 2022)
    assert (found.rate.numerator, found.rate.denominator) == (8.5, 15.0)
    assert [code for _, code in found.rate.of] == ["A", "B", "C"]
    assert [code for _, code in found.rate.counted] == ["A", "C"]


def test_disposal_counts_against_the_whole_stock_of_the_beginning() -> None:
    away = parcel("B", in_base=False)
    parcels = [parcel("A", done_area_ha=1.0), away]
    found = assess(figures(counting(*parcels), RULES), parcels, POLICY, 2023)
    assert (found.disposal["合计"].numerator, found.disposal["合计"].denominator) == (1.0, 4.0)


def test_quota_comes_back_by_the_year_of_approval_and_undated_land_is_named() -> None:
    parcels = [
        parcel("A", done_area_ha=2.0, year=2017),
        parcel("B", done_area_ha=1.0, year=2018),
        parcel("C", done_area_ha=1.0, year=None),
        parcel("X", which=ListKind.IDLE, done_area_ha=2.0, year=2012),
    ]
    found = assess(figures(counting(*parcels), RULES), parcels, POLICY, 2023)
    assert [credit.quota_ha for credit in found.credits] == [1.0, 0.3, 1.0]
    assert found.quota_ha == 2.3
    assert [each.code for each in found.undated] == ["C"]


def test_the_next_quota_grows_only_when_the_system_confirmed_both_tasks() -> None:
    done = {"done_area_ha": 2.0, "settled": True}
    for confirmed, change in ((True, 0.1), (False, -0.2)):
        parcels = [
            parcel("A", **done, confirmed=True),
            parcel("X", which=ListKind.IDLE, **done, confirmed=confirmed),
        ]
        assert assess(figures(counting(*parcels), RULES), parcels, POLICY, 2023).change == change


def test_the_numbers_of_the_assessment_come_from_the_table() -> None:
    policy = catalogue.policy()
    assert (policy.supply_years, policy.old_until) == (5, 2017)
    assert (policy.credit_old, policy.credit_new, policy.credit_idle) == (0.5, 0.3, 0.5)
    assert all(row["basis"] for row in catalogue.table("policy_numbers") if row["name"].startswith(("quota", "supply")))
