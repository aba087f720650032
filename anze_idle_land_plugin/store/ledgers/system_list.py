"""A list downloaded from the monitoring system: what each row says of its parcel, and what the list before said.

The system's own words for "confirmed" are not published; ``resources/codes/system_states.csv`` is what a county
adjusts. A row says confirmed by 系统已确认 or its date, where the list has such a column; else by such a word, else by
standing in the list at all. A word nobody knows confirms nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Mapping, NamedTuple, Sequence

from ... import catalogue
from ...catalogue import Value
from ...model.kinds import ListKind
from ...readers.ledger.headers import SEVERAL_UNITS, field_of_head, split_head
from ...readers.ledger.reader import LedgerRow
from ..database import CampaignFile, SpatialRow
from ..matching import comparable

CONFIRMATION = ("XTQR", "XTQRRQ")
SERIAL_NUMBER = "序号"
"""The column that only counts the rows: it changes with every row that comes or goes."""
SUPPLY_AREAS = {ListKind.UNSUPPLIED: ("GYMJ", "DKMJGQ"), ListKind.IDLE: ("GYMJ",)}
"""The field a bare 面积 was read into, and the supply area itself, which goes before."""


class Says(NamedTuple):
    """Whether a row confirms: yes, no, or None for a word nobody knows; ``word`` is empty when it only stands there."""

    confirmed: bool | None
    word: str
    on: date | None


def says(which: ListKind, row: LedgerRow) -> Says:
    """What a row says of the system's confirmation."""
    day = row.values.get("XTQRRQ")
    on = day if isinstance(day, date) else None
    flag = row.values.get("XTQR")
    if flag in ("Y", "N"):
        return Says(flag == "Y", "系统已确认" if flag == "Y" else "系统未确认", on)
    if on is not None:
        return Says(True, "系统确认日期", on)
    if any(found and found[0].code in CONFIRMATION for found in (field_of_head(which, head) for head in row.texts)):
        return Says(False, "确认栏空白", None)
    known = _state_words(which)
    meanings = {text: known[head].get(_plain(text)) for head, text in _stated(which, row).items()}
    for verdict in (False, None, True):
        told = [text for text, meaning in meanings.items() if meaning is verdict]
        if told:
            return Says(verdict, "、".join(told), None)
    return Says(True, "", None)


def _stated(which: ListKind, row: LedgerRow) -> dict[str, str]:
    """What the columns of state hold. A head may carry the line above it in front (导出日期…闲置状态)."""
    stated = {}
    for head, text in row.texts.items():
        key = split_head(head).key
        known = next((each for each in _state_words(which) if key.endswith(each)), None)
        if text and known:
            stated[known] = text
    return stated


def _plain(word: str) -> str:
    return split_head(word).key


@catalogue.kept
def _state_words(which: ListKind) -> Mapping[str, Mapping[str, bool]]:
    """Meaning by head and word, both in their comparable form."""
    known: dict[str, dict[str, bool]] = {}
    for row in catalogue.table("system_states"):
        if row["list"] in (which.value, "both"):
            for head in row["heads"].split(";"):
                known.setdefault(split_head(head).key, {})[_plain(row["word"])] = row["confirms"] == "Y"
    return known


def area_ha(which: ListKind, row: LedgerRow, expected_ha: float | None) -> float | None:
    """The supply area a row gives, in hectares.

    The province's list heads one column with two units; such a number is the one of the two that is within ten times
    of what is expected, which leaves no doubt between factors of 10,000. Without that it is none.
    """
    for code in SUPPLY_AREAS[which]:
        value = row.values.get(code)
        if isinstance(value, float):
            return value
    if not expected_ha:
        return None
    for head, text in row.texts.items():
        found = field_of_head(which, head)
        if found is None or found[0].code not in SUPPLY_AREAS[which] or found[1] != SEVERAL_UNITS:
            continue
        try:
            number = float(text.replace(",", ""))
        except ValueError:
            continue
        fitting = [each for each in (number, number / 10_000) if expected_ha / 10 < each < expected_ha * 10]
        if fitting:
            return fitting[0]
    return None


def key_of(row: LedgerRow) -> str:
    """What a row is called from one download to the next."""
    for code in ("DZJGH", "HTBH", "TBBH", "XZBH", "DKMC", "XMMC"):
        if row.values.get(code):
            return comparable(code, row.values[code])
    return " ".join(text for text in row.texts.values() if text)


def contents(which: ListKind, rows: Sequence[LedgerRow]) -> dict[str, dict[str, str]]:
    """The rows by key as words by column name, ready to be kept and compared; equal keys get " (2)"."""
    seen: Counter[str] = Counter()
    kept: dict[str, dict[str, str]] = {}
    for row in rows:
        key = key_of(row)
        seen[key] += 1
        kept[key if seen[key] == 1 else f"{key} ({seen[key]})"] = _content(which, row)
    return kept


def _content(which: ListKind, row: LedgerRow) -> dict[str, str]:
    fields = catalogue.field_by_code(which)
    words: dict[str, str] = {}
    for head, text in row.texts.items():
        found = field_of_head(which, head)
        value: Value = row.values.get(found[0].code) if found else None
        if found and value is not None:
            words[fields[found[0].code].name_zh] = found[0].store(value)
        elif text and not split_head(head).key.endswith(SERIAL_NUMBER):
            words[head] = text
    return words


@dataclass(frozen=True)
class Change:
    """What a list says otherwise than the one before. ``field`` is empty when the whole row came or went."""

    key: str
    field: str
    before: str
    now: str


def changes(before: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> tuple[Change, ...]:
    """Rows that came, rows that went, and every value that changed."""
    found = [Change(key, "", "", "新增") for key in now if key not in before]
    found += [Change(key, "", "原有", "") for key in before if key not in now]
    for key in before:
        if key in now:
            names = dict.fromkeys([*before[key], *now[key]])
            for name in names:
                old, new = before[key].get(name, ""), now[key].get(name, "")
                if old != new:
                    found.append(Change(key, name, old, new))
    return tuple(found)


def last_list(file: CampaignFile, which: ListKind) -> dict[str, dict[str, str]] | None:
    """The rows of the list read last, or None when there was none."""
    if "system_row" not in file.tables():
        return None
    rows = file.query(
        "SELECT key, content FROM system_row WHERE list = ? AND journal_id ="
        " (SELECT MAX(journal_id) FROM system_row WHERE list = ?)",
        which.value,
        which.value,
    )
    return {str(key): json.loads(str(content)) for key, content in rows} if rows else None


def keep_list(file: CampaignFile, which: ListKind, journal: int, rows: Mapping[str, Mapping[str, str]]) -> None:
    """Keep the rows of a list under its number in the journal."""
    kept = [
        {"journal_id": journal, "list": which.value, "key": key, "content": json.dumps(content, ensure_ascii=False)}
        for key, content in rows.items()
    ]
    file.append("system_row", [SpatialRow(values, b"") for values in kept])
