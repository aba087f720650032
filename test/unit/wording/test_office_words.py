"""What an office may set is called by Chinese names, not by those of files and columns."""

from __future__ import annotations

import re

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.catalogue.overrides import settable
from anze_idle_land_plugin.catalogue.tables import shipped
from anze_idle_land_plugin.wording.office import column_zh, row_zh, table_zh

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("table", catalogue.office_tables())
def test_every_table_and_column_has_a_chinese_name(table: str) -> None:
    about = settable(shipped)[table]
    assert CHINESE.search(table_zh(table))
    assert [name for name, kind in about.columns.items() if kind != "own" and not CHINESE.search(column_zh(name))] == []


def test_a_row_says_what_it_is_beside_its_key() -> None:
    assert row_zh("policy_numbers", "idle_fee_rate", "费率") == "费率（idle_fee_rate）"
    assert row_zh("status_lines", "overdue") == "逾期" and row_zh("category_colors", "supply") == "应供则供"
    assert row_zh("check_colors", "E") == "错误"
    assert row_zh("advice_rules", "unsupplied U01") == "unsupplied U01"
