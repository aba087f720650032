"""The clock in words, who owes a step, and that every rule shown to people has its source."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import dossier, snapshot

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.model.kinds import ListKind

IDLE = ListKind.IDLE


def lines(as_of: date = date(2023, 6, 9), **fields: Any) -> dict[str, str]:
    return dict(law.clock_lines(dossier(IDLE, as_of=as_of, **fields).case, as_of))


def test_the_clock_is_told_with_its_article_and_what_follows() -> None:
    told = lines(YDDGSJ=date(2020, 5, 20), XZYY="31", CRJK=1200.0)
    assert told["认定"] == "闲置（第一类）" and told["闲置天数"] == "750天"
    assert told["满一年之日"] == "2021-05-20" and told["满两年之日"] == "2022-05-20"
    assert "第二条第一款" in told["依据"] and "第十四条第（二）项" in told["处置路径"]
    assert "土地闲置费" not in told and "缺少" not in told


def test_the_fee_is_told_while_it_is_the_way() -> None:
    assert lines(YDDGSJ=date(2022, 1, 10), XZYY="31", CRJK=1200.0)["土地闲置费"] == "240万元"


def test_what_is_missing_is_told_by_its_chinese_name() -> None:
    told = lines()
    assert told["认定"] == "不能判定" and told["缺少"] == "约定动工时间、实际交地时间"


def test_unsupplied_land_has_no_clock() -> None:
    about = dossier().case
    assert law.clock_lines(about, date(2023, 6, 9)) == () and law.clock_of(about, date(2023, 6, 9)) is None


def test_a_town_owes_what_the_town_government_must_do() -> None:
    step = catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP06"]
    assert law.owner_of(step, dossier(XZMC="和川镇").case, snapshot().campaign) == "和川镇人民政府"


@pytest.mark.parametrize(
    "table",
    [
        "advice_rules",
        "clock_consequences",
        "clock_grounds",
        "dossier_evidence",
        "holidays",
        "notice_contents",
        "notice_kinds",
        "notice_texts",
        "step_limits",
        "step_owners",
    ],
)
def test_every_rule_shown_to_people_has_its_source(table: str) -> None:
    rows = catalogue.table(table)
    assert rows and all(row["basis"] for row in rows)
    assert all("[" not in row["basis"] for row in rows)
