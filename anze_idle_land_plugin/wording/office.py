"""What an office may set in tables of its own, as people call it: tables, rows and columns."""

from __future__ import annotations

from typing import Callable, Mapping

from ..model.kinds import Category, Status

TABLES: Mapping[str, str] = {
    "policy_numbers": "政策数值",
    "step_limits": "步骤期限的文字",
    "check_limits": "检查限差",
    "validation_rules": "检查级别",
    "category_colors": "处置方式的颜色",
    "status_lines": "进展状态的线",
    "check_colors": "检查问题的颜色",
    "notice_texts": "文书的文字",
    "notice_kinds": "文书的文号字",
    "step_owners": "办理主体",
    "advice_rules": "处置建议的理由",
    "official_form": "公文格式",
    "print_fonts": "打印字体",
    "boundary_profiles": "界址文件格式",
    "place_styles": "县界、镇界、开发区、河流的样式",
}
COLUMNS: Mapping[str, str] = {
    "value": "取值",
    "text": "文字",
    "severity": "级别",
    "fill": "填充颜色",
    "colour": "颜色",
    "width_mm": "线宽（毫米）",
    "dash": "线型",
    "hatch": "晕线",
    "mark": "文号字",
    "who": "办理主体",
    "why": "理由",
    "font": "中文字体",
    "latin": "西文字体",
    "size_pt": "字号（磅）",
    "weight": "字重",
    "wanted": "是否检查",
}
_SEVERITIES = {"E": "错误", "W": "警告", "I": "提示"}
_ROWS: Mapping[str, Callable[[str], str]] = {
    "category_colors": lambda key: Category(key).principle,
    "status_lines": lambda key: Status(key).zh,
    "check_colors": lambda key: _SEVERITIES[key],
}


def table_zh(table: str) -> str:
    return TABLES.get(table, table)


def column_zh(column: str) -> str:
    return COLUMNS.get(column, column)


def row_zh(table: str, key: str, title: str = "") -> str:
    """A row by its name, or by the ``title`` its table gives it beside its key; without one by its key."""
    if table in _ROWS:
        return _ROWS[table](key)
    return f"{title}（{key}）" if title and title != key else key
