"""Days as people read them: in sentences (2023年6月9日), in tables (2023-06-09), and how far away they are."""

from __future__ import annotations

from datetime import date


def day_zh(day: date) -> str:
    """2023年6月9日."""
    return f"{day.year}年{month_day_zh(day)}"


def month_day_zh(day: date) -> str:
    """6月9日, where the year is known."""
    return f"{day.month}月{day.day}日"


def month_end_zh(day: date) -> str:
    """9月底前, as the plan names its deadlines."""
    return f"{day.month}月底前"


def in_table(day: date | None, blank: str = "") -> str:
    """2023-06-09, as tables and lists carry it; ``blank`` where there is none."""
    return day.isoformat() if day else blank


def month_day(day: date) -> str:
    """06-09, where the year is known and room is short."""
    return f"{day:%m-%d}"


def data_date(day: date) -> str:
    """数据日期：2023-09-30, the note above a table."""
    return f"数据日期：{in_table(day)}"


def days_left_zh(days: int, gap: str = "") -> str:
    """还有5天, or 逾期3天 for negative days. ``gap`` stands round the number where a cell sets numbers apart."""
    return f"还有{gap}{days}{gap}天" if days >= 0 else f"逾期{gap}{-days}{gap}天"


def countdown_zh(ends: date, on: date) -> str:
    """距11月30日还有61天; on the day itself 11月30日今日到期; afterwards 11月30日已过3天."""
    name, left = month_day_zh(ends), (ends - on).days
    if not left:
        return f"{name}今日到期"
    return f"距{name}还有{left}天" if left > 0 else f"{name}已过{-left}天"
