"""The real supply rows of the shared folder as idle land: every cell is typed, kept as text, or reported."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.headers import recognise
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.ledger.values import NO_DATES, PLACEHOLDERS, text_of

ROWS = Path(__file__).resolve().parents[3] / "shared" / "sample-data" / "supply_rows_shanxi.csv"


def test_every_cell_of_the_501_supply_rows_is_typed_or_reported() -> None:
    ledger = read_ledger(ROWS, ListKind.IDLE)
    with open(ROWS, encoding="utf-8-sig", newline="") as handle:
        source = list(csv.reader(handle))
    assert len(ledger.rows) == len(source) - 1 == 501
    columns = recognise(ListKind.IDLE, source[0], {})
    reported = Counter(reject.line for reject in ledger.rejects)
    for row, cells in zip(ledger.rows, source[1:]):
        assert [row.texts[head] for head in source[0]] == [text_of(cell) for cell in cells]
        untyped = [each for each in columns if each.field.code not in row.values and not _nothing(cells[each.index])]
        assert len(untyped) == reported[row.line]
    assert set(ledger.unknown_headers) == {
        "土地来源", "土地使用年限", "行业分类", "土地级别", "约定容积率下限", "约定容积率上限", "批准单位", "来源",
    }  # fmt: skip


def _nothing(cell: str) -> bool:
    placeholder = text_of(cell).lower() in PLACEHOLDERS or cell.strip("0") == "."
    return placeholder or any(f"{day.year}年{day.month:02}月{day.day:02}日" == cell for day in NO_DATES)
