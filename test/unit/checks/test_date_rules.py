"""Rules D01-D11: dates against the campaign, the law and each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Callable

from factories import dossier, snapshot

from anze_idle_land_plugin.checks.finding import Finding
from anze_idle_land_plugin.checks.run import chosen_rules, run
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind

IDLE = ListKind.IDLE
CODE = "2023-G-001"


def day(text: str) -> date:
    return date.fromisoformat(text)


def discovered(on: str) -> Event:
    return Event(IDLE, CODE, EventKind.TRANSITION, day(on), transition="TX02", field=STATE_FIELD, value="X10", id=2)


def test_d01_finds_approvals_outside_the_scope(found: Callable[..., list[Finding]]) -> None:
    assert found("D01", dossier(NZYPZRQ=day("2008-12-31")))
    assert found("D01", dossier(NZYPZRQ=day("2023-01-01")))


def test_d01_passes_the_first_and_the_last_day(found: Callable[..., list[Finding]]) -> None:
    assert not found("D01", dossier(NZYPZRQ=day("2009-01-01")))
    assert not found("D01", dossier(NZYPZRQ=day("2022-12-31")))


def test_d01_takes_the_last_year_from_the_campaign() -> None:
    made = snapshot([dossier(NZYPZRQ=day("2023-06-01"))])
    next_year = replace(made, campaign=replace(made.campaign, year=2024))
    assert not run(Subject(next_year), chosen_rules(["D01"])).findings


def test_d02_finds_a_contract_before_the_approval(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("D02", dossier(NZYPZRQ=day("2015-06-01"), HTQDRQ=day("2015-05-01")))
    assert finding.figure is not None and finding.figure.value == 31


def test_d02_passes_a_contract_on_the_day_of_the_approval(found: Callable[..., list[Finding]]) -> None:
    assert not found("D02", dossier(NZYPZRQ=day("2015-06-01"), HTQDRQ=day("2015-06-01")))


def test_d03_finds_a_start_before_the_contract_and_a_completion_on_the_day_of_the_start(
    found: Callable[..., list[Finding]],
) -> None:
    assert found("D03", dossier(IDLE, HTQDRQ=day("2019-05-20"), YDDGSJ=day("2019-05-19")))
    assert found("D03", dossier(IDLE, YDDGSJ=day("2020-05-20"), YDJGSJ=day("2020-05-20")))


def test_d03_passes_dates_in_order(found: Callable[..., list[Finding]]) -> None:
    case = dossier(IDLE, HTQDRQ=day("2019-05-20"), YDDGSJ=day("2020-05-20"), YDJGSJ=day("2022-05-20"))
    assert not found("D03", case)


def test_d04_finds_an_answer_after_more_than_thirty_days(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("D04", dossier(IDLE, DCTZRQ=day("2023-03-01"), CLTJRQ=day("2023-04-10")))
    assert finding.figure is not None and finding.figure.value == 10


def test_d04_passes_thirty_days_and_a_limit_that_a_weekend_moves(found: Callable[..., list[Finding]]) -> None:
    assert not found("D04", dossier(IDLE, XZFSDRQ=day("2023-03-01"), XZFJNRQ=day("2023-03-31")))
    assert not found("D04", dossier(IDLE, SHSDRQ=day("2023-03-09"), ZXDJRQ=day("2023-04-10")))  # 8 April: a Saturday


def test_d05_finds_an_extension_of_more_than_a_year(found: Callable[..., list[Finding]]) -> None:
    assert found("D05", dossier(IDLE, CZFS="11", YDDGSJ=day("2020-05-20"), XYDGRQ=day("2021-05-21")))
    assert found("D05", dossier(IDLE, CZFS="11", FAPFRQ=day("2023-05-20"), XYDGRQ=day("2024-05-21")))


def test_d05_passes_a_year_from_the_approved_plan(found: Callable[..., list[Finding]]) -> None:
    case = dossier(IDLE, CZFS="11", YDDGSJ=day("2018-05-20"), FAPFRQ=day("2023-05-20"), XYDGRQ=day("2024-05-20"))
    assert not found("D05", case)


def test_d06_finds_a_notice_more_than_thirty_days_after_discovery(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("D06", dossier(IDLE, events=[discovered("2023-06-01")], DCTZRQ=day("2023-07-04")))
    assert finding.figure is not None and finding.figure.value == 1  # 1 July is a Saturday


def test_d06_passes_a_notice_in_time_and_parcels_without_discovery(found: Callable[..., list[Finding]]) -> None:
    assert not found("D06", dossier(IDLE, events=[discovered("2023-06-01")], DCTZRQ=day("2023-07-03")))
    assert not found("D06", dossier(IDLE, DCTZRQ=day("2023-07-03")))


def test_d07_finds_a_mode_without_filing(found: Callable[..., list[Finding]]) -> None:
    assert found("D07", dossier(IDLE, CZFS="11"))
    assert found("D07", dossier(IDLE, CZFS="11", JDBARQ=day("2023-08-01"), FAPFRQ=day("2023-07-01")))


def test_d07_passes_a_filed_parcel_and_other_measures(found: Callable[..., list[Finding]]) -> None:
    assert not found("D07", dossier(IDLE, CZFS="11", JDBARQ=day("2023-06-01"), FAPFRQ=day("2023-07-01")))
    assert not found("D07", dossier(IDLE, CZFS="21"))


def test_d08_finds_recognition_before_the_investigation(found: Callable[..., list[Finding]]) -> None:
    assert found("D08", dossier(IDLE, DCTZRQ=day("2023-06-01"), RDRQ=day("2023-05-01")))


def test_d08_passes_a_procedure_in_order(found: Callable[..., list[Finding]]) -> None:
    assert not found("D08", dossier(IDLE, DCTZRQ=day("2023-06-01"), RDRQ=day("2023-08-01"), GSRQ=day("2023-08-02")))


def test_d09_finds_land_idle_before_2009(found: Callable[..., list[Finding]]) -> None:
    assert found("D09", dossier(IDLE, XZQSRQ=day("2008-12-31")))


def test_d09_passes_land_idle_since_2009(found: Callable[..., list[Finding]]) -> None:
    assert not found("D09", dossier(IDLE, XZQSRQ=day("2009-01-01")))


def test_d10_finds_a_plan_beyond_the_last_milestone(found: Callable[..., list[Finding]]) -> None:
    assert found("D10", dossier(JHWCSJ=day("2023-12-01")))


def test_d10_passes_the_last_milestone(found: Callable[..., list[Finding]]) -> None:
    assert not found("D10", dossier(JHWCSJ=day("2023-11-30")))


def test_d11_finds_an_idle_date_that_the_contract_does_not_give(found: Callable[..., list[Finding]]) -> None:
    assert found("D11", dossier(IDLE, YDDGSJ=day("2020-05-20"), XZQSRQ=day("2020-05-20"), XZYY="31"))


def test_d11_passes_the_anniversary_of_the_agreed_start(found: Callable[..., list[Finding]]) -> None:
    case = dossier(IDLE, YDDGSJ=day("2020-05-20"), XZQSRQ=day("2021-05-20"), XZLX="1", XYDGRQ=day("2023-09-01"))
    assert not found("D11", case)
