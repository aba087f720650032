"""The rules as a whole: all of the table are there, each with its tests, and each can be asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factories import parcel, shifted, snapshot
from judging import surveys_alone

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.checks.finding import Severity
from anze_idle_land_plugin.checks.need import Need
from anze_idle_land_plugin.checks.rule import all_rules
from anze_idle_land_plugin.checks.run import ChecksCancelled, UnknownRule, chosen_rules, run
from anze_idle_land_plugin.checks.standard import Standard, UnknownLimit, WrongLimit, rule_rows
from anze_idle_land_plugin.checks.subject import Subject

TESTS = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*_rules.py"))


def test_every_rule_of_the_table_is_there_and_none_else() -> None:
    assert [rule.code for rule in all_rules()] == list(rule_rows())
    assert len(all_rules()) >= 46


def test_every_rule_has_a_failing_and_a_passing_test() -> None:
    for rule in all_rules():
        code = rule.code.lower()
        assert re.search(rf"def test_{code}_(finds|notes|warns|lists)", TESTS), f"{rule.code} has no failing test"
        assert re.search(rf"def test_{code}_(passes|only)", TESTS), f"{rule.code} has no passing test"


def test_every_limit_names_a_rule_that_is_there_and_its_basis() -> None:
    codes = {rule.code for rule in all_rules()}
    for row in catalogue.table("check_limits"):
        assert set(row["rules"].split()) <= codes and row["basis"], row["name"]


def test_every_rule_has_a_chinese_title_and_a_basis() -> None:
    assert [row["code"] for row in catalogue.table("validation_rules") if not row["basis"]] == []
    for row in rule_rows().values():
        assert re.search(r"[\u4e00-\u9fff]", row.title), row.code


def test_rules_are_asked_for_by_code_and_by_family() -> None:
    assert [rule.code for rule in chosen_rules(["g04", "T01"])] == ["G04", "T01"]
    assert {rule.code[0] for rule in chosen_rules(["topology"])} == {"T"}
    with pytest.raises(UnknownRule):
        chosen_rules(["G99"])


def test_an_office_changes_severities_and_limits_by_name() -> None:
    spike = parcel(shifted([(0, 100), (50, 100), (51, 150), (52, 100), (100, 100), (100, 0), (0, 0)]))
    own = Standard.shipped().changed({"G08": "E", "spike_angle": "2"})
    campaign = snapshot().campaign
    assert not run(surveys_alone([spike], campaign, own), chosen_rules(["G08"])).findings
    strict = Standard.shipped().changed({"G08": "E"})
    (finding,) = run(surveys_alone([spike], campaign, strict), chosen_rules(["G08"])).findings
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("changes", [{"G99": "E"}, {"nothing": "1"}])
def test_an_unknown_entry_is_refused(changes: dict[str, str]) -> None:
    with pytest.raises(UnknownLimit):
        Standard.shipped().changed(changes)


@pytest.mark.parametrize("changes", [{"G04": "bad"}, {"spike_angle": "ten"}, {"scope_from": "2009"}])
def test_a_value_of_another_kind_is_refused(changes: dict[str, str]) -> None:
    with pytest.raises(WrongLimit):
        Standard.shipped().changed(changes)


def test_a_rule_that_lacks_what_it_needs_is_not_run_and_named() -> None:
    ran = run(Subject(snapshot()), chosen_rules(["T04", "T08"]))
    assert [(rule.code, missing) for rule, missing in ran.not_run] == [("T04", (Need.COUNTY,)), ("T08", (Need.ZONE,))]


def test_an_empty_campaign_has_no_problem() -> None:
    assert not run(Subject(snapshot())).findings


def test_a_run_can_be_stopped() -> None:
    with pytest.raises(ChecksCancelled):
        run(Subject(snapshot()), progress=lambda share: share < 0.5)
