"""The pre-flight report of a package: what goes out, what was refused, what the receiving system may ask for."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from ... import catalogue
from ...checks.finding import Finding, Severity
from ...model.messages import Translate
from ...wording.days import data_date
from ..office.workbook import Column, Sheet, new_book, save
from .package import Package
from .template import values_of


def write_report(package: Package, as_of: date, path: Path, translate: Translate) -> None:
    """Write report.xlsx with the sheets 概况, 已导出, 未导出, 必填未填 and 提请核对. Raises WorkbookNotWritten."""
    sheets = (
        _overview(package),
        _exported(package),
        _refused(package, translate),
        _missing(package),
        _doubtful(package, translate),
    )
    save(new_book(sheets, data_date(as_of)), path, sheets)


def _overview(package: Package) -> Sheet:
    options = package.options
    rows: list[tuple[object, ...]] = [
        ("字段模板", options.template),
        ("字符编码", options.encoding),
        ("坐标系", {"source": "原测带", "campaign": package.campaign_crs}.get(options.crs, options.crs)),
        ("界址点文件格式", options.profile),
        ("检查发现", _counted(package)),
    ]
    for which in options.lists:
        out = [each for each in package.exported if each.which is which]
        refused = sum(1 for each, _ in package.refused if each.which is which)
        zones = Counter(each.survey.grid.zone for each in out)
        listed = "、".join(f"{zone}带{count}宗" if zone else f"经纬度{count}宗" for zone, count in zones.items())
        rows.append((which.zh, f"导出{len(out)}宗，未导出{refused}宗" + (f"（{listed}）" if listed else "")))
        unfilled = [column.field.code for column in package.columns[which] if not column.source]
        if unfilled:
            rows.append((f"{which.zh}：模板中没有数据来源的字段", "、".join(unfilled)))
    return Sheet("概况", "导出前检查：概况", (Column("项目", 40), Column("内容", 80)), rows)


def _counted(package: Package) -> str:
    counts = Counter(finding.severity for finding in package.findings)
    return f"错误{counts[Severity.ERROR]}项，警告{counts[Severity.WARNING]}项（全部地块）"


def _exported(package: Package) -> Sheet:
    columns = (
        Column("清单", 12),
        Column("编号", 20),
        Column("名称", 50),
        Column("图形面积(m²)", 16, "0.00", True),
        Column("坐标系", 14),
    )
    rows = []
    for each in package.exported:
        grid = each.survey.grid
        area = values_of(each)[catalogue.field_of(each.which, "area_m2").code]
        rows.append((each.which.zh, each.code, each.case.title, area, f"{grid.zone}带" if grid.zone else "经纬度"))
    return Sheet("已导出", "已导出地块", columns, rows)


def _refused(package: Package, translate: Translate) -> Sheet:
    columns = (Column("清单", 12), Column("编号", 20), Column("原因", 110))
    rows = [(each.which.zh, each.code, message.text(translate)) for each, message in package.refused]
    return Sheet("未导出", "未导出地块及原因", columns, rows)


def _missing(package: Package) -> Sheet:
    """Mandatory fields without a value: written all the same, for the system asks for them parcel by parcel."""
    rows: list[tuple[object, ...]] = []
    for each in package.exported:
        values = values_of(each)
        empty = [
            f"{known.code} {known.name_zh}"
            for known in catalogue.case_fields(each.which)
            if known.required == "M" and values[known.code] in (None, "")
        ]
        if empty:
            rows.append((each.which.zh, each.code, "、".join(empty)))
    columns = (Column("清单", 12), Column("编号", 20), Column("没有值的必填字段", 80))
    return Sheet("必填未填", "必填未填", columns, rows)


def _doubtful(package: Package, translate: Translate) -> Sheet:
    """What the checks find on the parcels that go out, errors first: the receiving system is likely to send it back."""
    out = {(each.which, each.code) for each in package.exported}
    rows = [
        (finding.severity.zh, finding.rule, "、".join(key.code for key in finding.parcels), *_told(finding, translate))
        for finding in sorted(package.findings, key=lambda finding: "EWI".index(finding.severity.value))
        if finding.severity is not Severity.NOTICE and any(tuple(key) in out for key in finding.parcels)
    ]
    columns = (Column("级别", 8), Column("规则", 8), Column("编号", 22), Column("问题", 60), Column("处理办法", 40))
    return Sheet("提请核对", "已导出但提请核对", columns, rows)


def _told(finding: Finding, translate: Translate) -> tuple[str, str]:
    return finding.sentence.text(translate), finding.remedy.text(translate)
