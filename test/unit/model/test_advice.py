"""The measure that the principle suggests: the acceptance examples, every rule, and what is not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import dossier, snapshot
from openpyxl import load_workbook

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.exports.office.workbook import FIRST_ROW
from anze_idle_land_plugin.exports.reports.advice import compared, write_advice
from anze_idle_land_plugin.model.kinds import Category, ListKind
from anze_idle_land_plugin.model.procedure.advice import CONDITIONS, Advice, values_for

IDLE, UNSUPPLIED = ListKind.IDLE, ListKind.UNSUPPLIED
PLAN_DAY = date(2023, 6, 9)


def advice(which: ListKind, state: str = "", as_of: date = PLAN_DAY, **fields: Any) -> Advice:
    about = dossier(which, state=state, as_of=as_of, **fields)
    return law.advice_on(law.about(about.case, about.standing, as_of))


def rule(which: ListKind, state: str = "", as_of: date = PLAN_DAY, **fields: Any) -> str:
    found = advice(which, state, as_of, **fields).rule
    return found.rule if found else ""


def test_an_approval_older_than_two_years_without_compensation_goes_back() -> None:
    """Acceptance example 1: approved 2015-06-01, no compensation by 2023-06-09: 退, not 征."""
    found = advice(UNSUPPLIED, DKMJGQ=1.0, NZYPZRQ=date(2015, 6, 1), ZSZT="10", PEWGYY="01").rule
    assert found is not None
    assert (found.category, found.measure) == (Category.WITHDRAW, "02")
    assert "除外" in found.why


def test_two_years_and_enterprise_cause_mean_take_back_and_the_fee_stage_is_pointed_out() -> None:
    """Acceptance example 2: contract start 2020-05-20, 企业资金, still at the fee stage: 22 and S04."""
    found = advice(IDLE, state="X61", YDDGSJ=date(2020, 5, 20), XZYY="31", CRJK=1200.0)
    assert found.rule is not None and (found.rule.category, found.rule.measure) == (Category.RECLAIM, "22")
    assert "IC2" in [caution.rule for caution in found.cautions]


U = {"DKMJGQ": 2.0, "NZYPZRQ": date(2022, 3, 1)}
OLD = {"DKMJGQ": 2.0, "NZYPZRQ": date(2012, 3, 1)}


@pytest.mark.parametrize(
    ("expected", "state", "fields"),
    [
        ("U01", "P99", U),
        ("U02", "P50", {**U, "YGMJ": 1.5, "CHMJ": 0.5}),
        ("U03", "P60", {**U, "PEWGYY": "01"}),
        ("U04", "P30", U),
        ("U13", "P50", {**U, "YGMJ": 1.5, "PEWGYY": "99", "JDBZ": "Y"}),
        ("U05", "P20", {**U, "PEWGYY": "04"}),
        ("U05", "P80", {**OLD, "ZSZT": "12"}),
        ("U06", "P20", {**U, "PEWGYY": "05"}),
        ("U07", "P20", {**OLD, "PEWGYY": "12"}),
        ("U08", "P10", {**OLD, "PEWGYY": "01"}),
        ("U09", "P11", {**OLD, "PEWGYY": "01"}),
        ("U09", "", {**U, "ZSZT": "11", "PEWGYY": "01"}),
        ("U10", "P10", {**U, "PEWGYY": "01"}),
        ("U11", "P20", {**OLD, "PEWGYY": "03"}),
        ("U12", "P20", {**OLD, "PEWGYY": "02"}),
        ("U13", "P21", {**OLD, "PEWGYY": "06"}),
        ("U13", "", {**OLD, "ZSZT": "12", "JDBZ": "Y", "PEWGYY": "99"}),
        ("U14", "P20", {**OLD, "JDBZ": "N", "PEWGYY": "10"}),
    ],
)
def test_every_rule_of_the_unsupplied_list_can_be_met(expected: str, state: str, fields: dict[str, Any]) -> None:
    assert rule(UNSUPPLIED, state, **fields) == expected


TWO_YEARS = {"YDDGSJ": date(2020, 5, 20), "CRJK": 100.0}
ONE_YEAR = {"YDDGSJ": date(2022, 1, 20), "CRJK": 100.0}


@pytest.mark.parametrize(
    ("expected", "state", "fields"),
    [
        ("I01", "X99", TWO_YEARS),
        ("I02", "XS0", TWO_YEARS),
        ("I03", "X71", {**TWO_YEARS, "XZYY": "31"}),
        ("I04", "X90", {**TWO_YEARS, "SJDGSJ": date(2023, 5, 1)}),
        ("I05", "X10", {}),
        ("I06", "X00", {"YDDGSJ": date(2022, 6, 20)}),
        ("I07", "X00", {"YDDGSJ": date(2023, 1, 20)}),
        ("I08", "X42", {**TWO_YEARS, "XZYY": "31"}),
        ("I09", "X42", {**ONE_YEAR, "XZYY": "33"}),
        ("I10", "X42", {**TWO_YEARS, "XZYY": "12"}),
        ("I11", "X42", {**TWO_YEARS, "XZYY": "15"}),
        ("I12", "X42", {"SJDGSJ": date(2020, 1, 1), "ZZSJ": date(2021, 1, 1), "YKFMJ": 0.1, "YDGMJ": 1.0}),
        ("I13", "X42", {**TWO_YEARS, "XZYY": "11"}),
        ("I13", "X42", {**TWO_YEARS, "XZYY": "21"}),
        ("I14", "X42", {**TWO_YEARS, "XZYY": "42"}),
        ("I15", "X42", TWO_YEARS),
        ("I16", "X80", TWO_YEARS),
        ("I17", "X52", {**TWO_YEARS, "XYDGRQ": date(2023, 5, 1)}),
        ("I08", "X52", {**TWO_YEARS, "XZYY": "31"}),
    ],
)
def test_every_rule_of_the_idle_list_can_be_met(expected: str, state: str, fields: dict[str, Any]) -> None:
    # A dossier of the campaign carries the facts of its ledger; the clock is asked again.
    assert rule(IDLE, state, **fields) == expected


def test_what_is_not_known_is_named_and_no_rule_is_guessed() -> None:
    found = advice(UNSUPPLIED, DKMJGQ=1.0)
    assert found.rule is None
    assert set(found.missing) == {"reason", "expropriation_status", "approved_on", "is_clean"}


def test_an_open_question_that_would_change_the_advice_is_said() -> None:
    found = advice(UNSUPPLIED, state="P10", **OLD)
    assert found.rule is not None and found.rule.rule == "U08"
    assert [question.rule.rule for question in found.questions] == ["U05", "U06", "U07"]
    assert found.missing == ("reason",)


@pytest.mark.parametrize(
    ("caution", "fields"),
    [
        ("IC1", {**TWO_YEARS, "XZYY": "11"}),
        ("IC3", {**TWO_YEARS, "XZYY": "31", "SFDY": "Y"}),
        ("IC4", {**TWO_YEARS, "XZYY": "11", "SFDY": "Y"}),
        ("IC5", {**TWO_YEARS, "XZYY": "31", "CZFS": "11"}),
        ("IC6", {**TWO_YEARS, "XZYY": "11", "CZFS": "22"}),
        ("IC7", {**TWO_YEARS, "XZYY": "31", "SJJDSJ": date(2021, 1, 1)}),
        ("IC8", {**TWO_YEARS, "XZYY": "31", "XZQSRQ": date(2021, 1, 1)}),
    ],
)
def test_what_must_be_minded_stands_beside_the_advice(caution: str, fields: dict[str, Any]) -> None:
    assert caution in [each.rule for each in advice(IDLE, "X42", **fields).cautions]


def test_the_ledger_is_compared_with_the_advice() -> None:
    two_years = advice(IDLE, "X42", XZYY="31", **TWO_YEARS)
    assert [compared(two_years, IDLE, code) for code in ("22", "14", "21", "")] == [
        "一致",
        "原则一致",
        "不一致",
        "台账未定",
    ]


def test_every_row_of_the_table_is_sound() -> None:
    measures = {which: set(catalogue.measure_codes(which)) for which in ListKind}
    about = dossier(UNSUPPLIED)
    known = values_for(law.about(about.case, about.standing, PLAN_DAY))
    for each in law.advice_rules():
        assert each.basis and each.why.format(**known)
        assert {name for name, _ in each.when} <= set(CONDITIONS)
        assert {each.measure, *each.alternatives} - {""} <= measures[each.which]
        if each.measure and catalogue.category_of(each.which, each.measure) is not Category.UNDECIDED:
            assert catalogue.category_of(each.which, each.measure) is each.category


def test_the_table_of_advice_has_one_row_a_parcel_and_changes_nothing(tmp_path: Path) -> None:
    parcels = [dossier(state="P10", **OLD), dossier(IDLE, state="X42", XZYY="31", CZFS="21", **TWO_YEARS)]
    assert write_advice(snapshot(parcels, PLAN_DAY), tmp_path / "advice.xlsx") == 2
    page = load_workbook(tmp_path / "advice.xlsx")["处置建议"]
    heads = [cell.value for cell in page[FIRST_ROW - 1]]
    idle = dict(zip(heads, (cell.value for cell in page[FIRST_ROW + 1])))
    assert idle["建议原则"] == "不能建则收" and idle["与台账比较"] == "不一致"
    assert "2022-05-20已满两年" in idle["理由"] and idle["条款"] == "14(2)"
    unsupplied = dict(zip(heads, (cell.value for cell in page[FIRST_ROW])))
    assert "缺未供原因代码" in unsupplied["待核实"]
    assert write_advice(snapshot(parcels, PLAN_DAY), tmp_path / "advice.csv", [IDLE]) == 1


def test_a_settled_parcel_needs_no_caution() -> None:
    assert advice(UNSUPPLIED, state="P50", DKMJGQ=1.0, YGMJ=1.0, PEWGYY="09").cautions == ()
