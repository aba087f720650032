"""How things are written stands in the room wording and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import anze_idle_land_plugin

ROOMS = Path(anze_idle_land_plugin.__file__).parent
TOLD_ELSEWHERE = {
    "a day in Chinese": re.compile(r"\.day\}日|%Y年|\.month\}月"),
    "hectares with their unit": re.compile(r"\.\df\} ?公顷|:g\} ?公顷"),
    "a share in percent": re.compile(r":\+?\.\d%\}|:\.\df\}%"),
    "a sum of money": re.compile(r"\.\df\} ?万元|:g\} ?万元"),
    "the stamp of a recording": re.compile(r"%H:%M:%SZ|datetime\.now\("),
    "the heading of a table": re.compile(r"年度“批而未用”土地清理处置"),
    "the zone beside a town": re.compile(r"\}（开发区）"),
}


def test_no_other_room_tells_how_a_day_an_amount_or_a_stamp_is_written() -> None:
    told = [
        f"{path.relative_to(ROOMS)}: {what}"
        for path in sorted(ROOMS.rglob("*.py"))
        if not {"wording", "shipped"} & set(path.parts)
        for what, pattern in TOLD_ELSEWHERE.items()
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert told == []
