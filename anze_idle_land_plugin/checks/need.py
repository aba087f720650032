"""What a rule cannot judge without."""

from __future__ import annotations

from enum import Enum


class Need(Enum):
    """What a rule cannot judge without; the report says which rules were not run, and what was missing."""

    COUNTY = "county"
    TOWNS = "town"
    ZONE = "zone_area"
    JOURNAL = "journal"
    FILES = "files"

    @property
    def zh(self) -> str:
        return {
            "county": "县界",
            "town": "镇界",
            "zone_area": "开发区范围",
            "journal": "导入记录",
            "files": "数据文件",
        }[self.value]
