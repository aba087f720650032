"""On what a row of a table rests, in Chinese."""

from __future__ import annotations

import csv
import re

import pytest

from anze_idle_land_plugin.catalogue import RESOURCES
from anze_idle_land_plugin.wording.bases import basis_zh


@pytest.mark.parametrize(
    ("basis", "chinese"),
    [
        ("law 闲置土地处置办法 art 12; unverified (第十三条)", "闲置土地处置办法第12条；待核实 (第十三条)"),
        ("plan 安政办发〔2023〕16号 五(四)", "青政办发〔2024〕7号 五(四)"),
        ("law 闲置土地处置办法 art 16(7)-21(4)", "闲置土地处置办法第16(7)-21(4)条"),
        ("proposal", "本系统建议"),
    ],
)
def test_a_basis_is_said_in_chinese(basis: str, chinese: str) -> None:
    assert basis_zh(basis, "青政办发〔2024〕7号") == chinese


def test_the_plan_of_a_campaign_that_does_not_number_it_is_called_the_plan() -> None:
    assert basis_zh("plan 安政办发〔2023〕16号 五(四)") == "专项行动实施方案 五(四)"


TABLES = ("advice_rules", "dossier_evidence", "notice_contents", "notice_texts", "validation_rules", "check_limits")
"""The tables whose basis is printed."""


@pytest.mark.parametrize("table", TABLES)
def test_every_basis_that_is_printed_is_chinese_and_names_no_plan_but_the_campaigns(table: str) -> None:
    with open(RESOURCES / "codes" / f"{table}.csv", encoding="utf-8", newline="") as handle:
        bases = [basis_zh(row["basis"], "青政办发〔2024〕7号") for row in csv.DictReader(handle)]
    left = [basis for basis in bases if re.search(r"[a-z]{2}|安政办发", basis.replace("OGC Simple Features", ""))]
    assert bases and left == []
