"""The settings workbook of a campaign: county and plan, towns, development zone, departments, deadlines.

One sheet a subject, each with a row of heads; a sheet that is not there says nothing. ``SHEETS`` are the heads.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, Iterable, Mapping, NamedTuple
from zipfile import BadZipFile

from ..catalogue import aliases
from ..model.campaign import Milestone, Stage
from ..model.messages import CampaignError
from ..model.settings import CampaignSettings
from ..model.units import Department, Town, Units, Zone

ABOUT, TOWNS, ZONE, DEPARTMENTS, MILESTONES, STAGES = "行动", "镇", "开发区", "成员单位", "时间节点", "阶段"
SHEETS: Mapping[str, tuple[str, ...]] = {
    ABOUT: ("项目", "内容"),
    TOWNS: ("代码", "名称", "别名"),
    ZONE: ("名称", "别名"),
    DEPARTMENTS: ("代码", "名称", "别名", "职责"),
    MILESTONES: ("日期", "累计完成率"),
    STAGES: ("名称", "开始日期", "结束日期"),
}
ITEMS = ("县代码", "县名称", "方案文号", "开始日期", "结束日期")
"""What the sheet 行动 may say, one a row."""


class SettingsUnreadable(CampaignError):
    sentence = "The settings workbook {file} cannot be read; save it again as .xlsx"


class SettingsSheetUnknown(CampaignError):
    sentence = "{file}: the sheet {sheet} says nothing a campaign can be set to; the sheets are: {known}"


class SettingsHeadUnknown(CampaignError):
    sentence = "{file}, sheet {sheet}: there is no column {column}; the columns are: {known}"


class SettingsRowWrong(CampaignError):
    sentence = "{file}, sheet {sheet}, row {row}: {value} cannot stand under {column}; give {allowed}"


class _Row(NamedTuple):
    """A filled row and where it stands."""

    file: str
    sheet: str
    number: int
    cells: Mapping[str, Any]

    def text(self, head: str) -> str:
        value = self.cells.get(head)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value if value is not None else "").strip()

    def wrong(self, head: str, allowed: str) -> SettingsRowWrong:
        return SettingsRowWrong(
            file=self.file,
            sheet=self.sheet,
            row=self.number,
            value=self.text(head) or "-",
            column=head,
            allowed=allowed,
        )

    def needed(self, head: str) -> str:
        if not self.text(head):
            raise self.wrong(head, head)
        return self.text(head)

    def day(self, head: str) -> date:
        value = self.cells.get(head)
        if isinstance(value, datetime):
            return value.date()
        try:
            return date.fromisoformat(self.text(head))
        except ValueError as error:
            raise self.wrong(head, "2023-05-31") from error

    def digits(self, head: str, length: int) -> str:
        """The first digits of a code of places, which may be written with the zeros behind it."""
        text = self.text(head)
        if not re.fullmatch(rf"\d{{{length}}}(\d{{3}})*", text):
            raise self.wrong(head, "1" * length)
        return text[:length]


def read_settings(path: Path) -> CampaignSettings:
    """What the workbook says. Raises SettingsUnreadable, or what is wrong with a sheet, a head or a row."""
    rows = _rows_of(path)
    about = {row.needed("项目"): row for row in rows[ABOUT]}
    for name, row in about.items():
        if name not in ITEMS:
            raise row.wrong("项目", "、".join(ITEMS))
    zones = [Zone(row.needed("名称"), aliases(row.text("别名"))) for row in rows[ZONE]]
    return CampaignSettings(
        county_code=about["县代码"].digits("内容", 6) if "县代码" in about else "",
        county_name=about["县名称"].text("内容") if "县名称" in about else "",
        plan_document=about["方案文号"].text("内容") if "方案文号" in about else "",
        starts_on=about["开始日期"].day("内容") if "开始日期" in about else None,
        ends_on=about["结束日期"].day("内容") if "结束日期" in about else None,
        units=Units(
            tuple(Town(row.digits("代码", 9), row.needed("名称"), aliases(row.text("别名"))) for row in rows[TOWNS]),
            zones[0] if zones else None,
            tuple(map(_department, rows[DEPARTMENTS])),
        ),
        milestones=tuple(sorted(map(_milestone, rows[MILESTONES]), key=lambda each: each.by_date)),
        stages=tuple(Stage(row.needed("名称"), row.day("开始日期"), row.day("结束日期")) for row in rows[STAGES]),
    )


def _department(row: _Row) -> Department:
    return Department(row.needed("代码"), row.needed("名称"), row.text("职责"), aliases(row.text("别名")))


def _milestone(row: _Row) -> Milestone:
    """The cumulative rate as 0.25, 25% or a cell in percent."""
    text = row.text("累计完成率")
    try:
        rate = float(text.rstrip("%")) / 100 if text.endswith("%") else float(text)
    except ValueError as error:
        raise row.wrong("累计完成率", "25%") from error
    if not 0 < rate <= 1:
        raise row.wrong("累计完成率", "25%")
    return Milestone(row.day("日期"), rate)


def _rows_of(path: Path) -> dict[str, list[_Row]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise SettingsUnreadable(file=path.name) from error
    found: dict[str, list[_Row]] = {name: [] for name in SHEETS}
    for sheet in book.worksheets:
        lines = list(sheet.iter_rows(values_only=True))
        if sheet.title not in SHEETS and any(map(any, lines)):
            raise SettingsSheetUnknown(file=path.name, sheet=sheet.title, known="、".join(SHEETS))
        found[sheet.title] = list(_filled(path.name, sheet.title, lines))
    book.close()
    return found


def _filled(file: str, sheet: str, lines: list[tuple[Any, ...]]) -> Iterable[_Row]:
    heads = [str(cell or "").strip() for cell in lines[0]] if lines else []
    for head in heads:
        if head and head not in SHEETS[sheet]:
            raise SettingsHeadUnknown(file=file, sheet=sheet, column=head, known="、".join(SHEETS[sheet]))
    for number, line in enumerate(lines[1:], 2):
        if any(cell is not None and str(cell).strip() for cell in line):
            yield _Row(file, sheet, number, dict(zip(heads, line)))
