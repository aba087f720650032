"""Numbers in words: how they are said, and that every place in the tables names a number there is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from factories import dossier

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.catalogue import RESOURCES, tables
from anze_idle_land_plugin.catalogue.placeholders import FORMS, Number, fill, in_chinese
from anze_idle_land_plugin.model.kinds import ListKind

NUMBERS = {
    "fee": Number("20", "%"),
    "odd": Number("22.5", "%"),
    "days": Number("30", "日"),
    "years": Number("2", "年"),
    "share": Number("1/3", ""),
    "half": Number("0.5", "年"),
}
SAID = [
    ("价款的{fee:%}", "价款的20%"),
    ("价款的{fee:zh%}", "价款的百分之二十"),
    ("{odd:%}、{odd:zh%}", "22.5%、百分之二十二点五"),
    ("{fee:zh/}", "五分之一"),
    ("{days}日、{days:zh}日", "30日、三十日"),
    ("满{years:zh}年，{years}年", "满两年，2年"),
    ("不足{share:zh/}", "不足三分之一"),
    ("{half:zh}年", "零点五年"),
    ("{holder}于{since}满{years:zh}年", "{holder}于{since}满两年"),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_number_is_said_in_its_form(text: str, said: str) -> None:
    assert fill(text, NUMBERS) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "零"), (7, "七"), (10, "十"), (12, "十二"), (20, "二十"), (75, "七十五"), (100, "一百"), (105, "一百零五"),
     (110, "一百一十"), (1001, "一千零一"), (2010, "二千零一十")],
)  # fmt: skip
def test_whole_numbers_are_said_as_chinese_counts(number: int, said: str) -> None:
    assert in_chinese(number) == said


def test_every_place_of_the_tables_that_looks_like_a_number_is_one() -> None:
    """A place with a form, or in the amount of a limit, is a row of policy_numbers.csv."""
    numbers = tables.SHIPPED.numbers
    for file in (RESOURCES / "codes").glob("*.csv"):
        for name, form in re.findall(r"\{([a-z0-9_]+):([^{}]*)\}", file.read_text(encoding="utf-8")):
            assert name in numbers and form in FORMS, (file.name, name, form)
    for row in catalogue.table("step_limits"):
        assert re.fullmatch(r"-?\d*(\+\d+)*", row["amount"]), row


def test_a_limit_that_the_office_changes_is_counted_and_said(tmp_path: Path) -> None:
    """TX06: 30 days from 1 June 2023 are full on Saturday 1 July, due on Monday the 3rd; 40 days on Tuesday 11 July."""
    (tmp_path / "policy_numbers.csv").write_text("name,value\nanswer_days,40\n", encoding="utf-8")
    about = dossier(ListKind.IDLE, state="X20", as_of=date(2023, 6, 20), DCTZRQ=date(2023, 6, 1))
    found = {}
    for name, folders in (("shipped", []), ("office", [tmp_path])):
        with catalogue.under(folders):
            steps = law.next_steps(about.case, about.standing, date(2023, 6, 20))
            due = next(each for each in steps if each.step.code == "TX06")
            assert due.limit is not None
            found[name] = (due.due_on, due.limit.text)
    assert found["shipped"] == (date(2023, 7, 3), "接到《闲置土地调查通知书》之日起30日内")
    assert found["office"] == (date(2023, 7, 11), "接到《闲置土地调查通知书》之日起40日内")
