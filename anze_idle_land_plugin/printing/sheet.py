"""The pages of one parcel's sheet (一地一策表): A4 portrait, drawn in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable, Sequence

from ..geodesy.rounding import hectares, mu, square_metres
from ..geodesy.zones import central_meridian, width
from ..model.events import EventKind
from ..model.snapshot import Dossier
from ..model.words import Category
from .canvas import BOLD, Box, Canvas
from .location_map import Surroundings, draw_location_map
from .parcel_map import draw_parcel_map
from .point_rows import PointRow, columns_of, pages_of, point_rows
from .sheet_facts import Fact, day, facts_of, measure, text, time_left

PAGE = Box(0, 0, 210, 297)
CONTENT = Box(25, 13, 170, 270)
"""Left margin 25 mm for binding, others 15."""
LABEL_TINT, LINE = "#EEF2F6", "#303030"
ROW, LABEL_WIDTH, FACT_POINTS, LEAST_POINTS = 6.0, 24.0, 9.0, 5.5
LINE_MM = 4.1


@dataclass(frozen=True)
class SheetStyle:
    """What is the same on all sheets of a run."""

    title: str
    as_of: date
    printed_on: date
    crs: int
    around: Surroundings
    fills: dict[Category, str]
    status_colours: dict[str, str]
    state_name: Callable[[str], str]


def draw_sheet(
    canvas: Canvas, dossier: Dossier, neighbours: Sequence[Dossier], style: SheetStyle, turn_page: Callable[[], None]
) -> int:
    """Draw all pages; ``turn_page`` begins a new one. Returns the number of pages."""
    pages = pages_of(columns_of(point_rows(dossier.survey)))
    count = 1 + len(pages)
    _front(canvas, dossier, neighbours, style)
    _foot(canvas, dossier, style, 1, count)
    for number, columns in enumerate(pages, 2):
        turn_page()
        _points_page(canvas, dossier, columns, last=number == count)
        _foot(canvas, dossier, style, number, count)
    return count


def _front(canvas: Canvas, dossier: Dossier, neighbours: Sequence[Dossier], style: SheetStyle) -> None:
    _fit(canvas, Box(CONTENT.x, CONTENT.y, CONTENT.width, 9), style.title, 18, BOLD, "centre")
    _strip(canvas, dossier, style, CONTENT.y + 11)
    y = _table(canvas, facts_of(dossier), CONTENT.y + 19)
    below = 46.0
    frame_height = CONTENT.bottom - below - y - 3
    left, right = Box(CONTENT.x, y + 2, 113, frame_height), Box(CONTENT.x + 115, y + 2, 55, frame_height)
    draw_parcel_map(canvas, dossier, neighbours, left, style.crs)
    draw_location_map(canvas, dossier, style.around, Box(right.x, right.y, right.width, 45))
    _timeline(canvas, dossier, style, Box(right.x, right.y + 47, right.width, right.height - 47))
    _opinion(canvas, dossier, style, CONTENT.bottom - below + 1)


def _strip(canvas: Canvas, dossier: Dossier, style: SheetStyle, y: float) -> None:
    """Code, list, category, state and data date in one line under the title."""
    _fit(canvas, Box(CONTENT.x, y, 44, 6), f"编号 {dossier.code}", 10.5, BOLD, "left")
    canvas.text(Box(CONTENT.x + 46, y, 18, 6), dossier.which.zh, 10.5, BOLD)
    chip = Box(CONTENT.x + 65, y, 6.4, 6)
    canvas.rectangle(chip, fill=style.fills[dossier.category], colour=LINE, width=0.15)
    canvas.text(chip, dossier.category.character, 10.5, BOLD, "centre")
    canvas.text(Box(chip.right + 1.5, y, 22, 6), dossier.category.principle, 10.5)
    spot = Box(CONTENT.x + 96, y + 1.6, 2.8, 2.8)
    canvas.rectangle(spot, fill=style.status_colours[dossier.status.value])
    _fit(canvas, Box(spot.right + 1.2, y, 34, 6), style.state_name(dossier.standing.state.code), 9, "body", "left")
    canvas.text(Box(CONTENT.right - 35, y, 35, 6), f"数据日期 {style.as_of}", 9, align="right")


def _table(canvas: Canvas, facts: Sequence[Fact], top: float) -> float:
    """The ruled table, two facts a row, wide ones alone; rows grow with their text. Returns the lower edge."""
    y = top
    for pair in _pairs(facts):
        half = CONTENT.width / len(pair)
        cells = [(fact, wrapped(canvas, fact.value, FACT_POINTS, half - LABEL_WIDTH - 2.4)) for fact in pair]
        height = max(ROW, max(len(lines) for _, lines in cells) * LINE_MM + 1.9)
        for index, (fact, lines) in enumerate(cells):
            x = CONTENT.x + index * half
            _cell(canvas, Box(x, y, half, height), fact.label, lines)
        y += height
    return y


def _pairs(facts: Sequence[Fact]) -> list[list[Fact]]:
    rows: list[list[Fact]] = []
    for fact in facts:
        if fact.wide or not rows or len(rows[-1]) == 2 or rows[-1][0].wide:
            rows.append([fact])
        else:
            rows[-1].append(fact)
    return rows


def _cell(canvas: Canvas, box: Box, label: str, lines: Sequence[str], label_width: float = LABEL_WIDTH) -> None:
    name = Box(box.x, box.y, label_width, box.height)
    canvas.rectangle(name, fill=LABEL_TINT, colour=LINE, width=0.15)
    canvas.rectangle(box, colour=LINE, width=0.15)
    _fit(canvas, name.inset(0.8), label, FACT_POINTS, BOLD, "centre")
    top = box.y + (box.height - len(lines) * LINE_MM) / 2
    for number, line in enumerate(lines):
        area = Box(box.x + label_width + 1.2, top + number * LINE_MM, box.width - label_width - 2.4, LINE_MM)
        canvas.text(area, line, FACT_POINTS)


def _timeline(canvas: Canvas, dossier: Dossier, style: SheetStyle, box: Box) -> None:
    """What happened, newest last, as many steps as there is room for, and when it must be done."""
    canvas.rectangle(box, colour="#000000", width=0.25)
    canvas.text(Box(box.x + 1, box.y + 0.6, 30, 4), "进展", 7.5, BOLD)
    steps = [event for event in dossier.standing.events if event.field == "ZT" or event.kind is EventKind.CONFIRM]
    room = int((box.height - 12) / 7.2)
    shown = steps[-room:] if room > 0 else []
    y = box.y + 5.5
    if len(shown) < len(steps):
        canvas.text(
            Box(box.x + 1, y - 1.2, box.width, 3), f"（此前 {len(steps) - len(shown)} 步从略）", 5.5, colour="#606060"
        )
        y += 2.4
    for event in shown:
        state = "系统确认" if event.kind is EventKind.CONFIRM else style.state_name(event.value)
        canvas.text(Box(box.x + 1.5, y, 19, 3.6), event.effective_on.isoformat(), 7.0)
        canvas.text(Box(box.x + 19, y, box.width - 20, 3.6), canvas.fitted(state, 7.0, box.width - 20, BOLD), 7.0, BOLD)
        if event.document:
            line = canvas.fitted(event.document, 6.0, box.width - 20)
            canvas.text(Box(box.x + 19, y + 3.4, box.width - 20, 3.2), line, 6.0, colour="#303030")
        y += 7.2 if event.document else 4.6
    left = time_left(dossier.case.deadline, style.as_of, _settled(dossier))
    due = f"计划完成 {day(dossier.case.deadline)}　{left}"
    _fit(canvas, Box(box.x + 1, box.bottom - 5, box.width - 2, 4), due, 7.5, BOLD, "left")


def _opinion(canvas: Canvas, dossier: Dossier, style: SheetStyle, y: float) -> None:
    """Measure, duty and deadline, then the signatures."""
    case = dossier.case
    lines = wrapped(canvas, measure(dossier), FACT_POINTS, CONTENT.width - LABEL_WIDTH - 2.4, most=3)
    _cell(canvas, Box(CONTENT.x, y, CONTENT.width, 14), "处置意见", lines)
    third = CONTENT.width / 3
    duty = (
        ("责任单位", text(case.department)),
        ("责任人", text(case.person_in_charge)),
        ("计划完成", f"{day(case.deadline)} {time_left(case.deadline, style.as_of, _settled(dossier))}"),
    )
    for index, (label, value) in enumerate(duty):
        cell = Box(CONTENT.x + index * third, y + 14, third, 9)
        _cell(canvas, cell, label, wrapped(canvas, value, FACT_POINTS, third - 18 - 2.4, most=2), 18)
    sign = y + 27
    for index, word in enumerate(("填表：", "审核：", "（盖章）　　　　年　　月　　日")):
        x = CONTENT.x + (0, 50, 100)[index]
        canvas.text(Box(x, sign, 70, 6), word, 10)


def _settled(dossier: Dossier) -> bool:
    return dossier.standing.closed or dossier.standing.settled(dossier.base_area_ha)


def _points_page(canvas: Canvas, dossier: Dossier, columns: Sequence[Sequence[PointRow]], last: bool) -> None:
    _fit(canvas, Box(CONTENT.x, CONTENT.y, CONTENT.width, 8), "界 址 点 成 果 表", 16, BOLD, "centre")
    head = f"编号 {dossier.code}　　{dossier.case.title}"
    _fit(canvas, Box(CONTENT.x, CONTENT.y + 10, CONTENT.width, 5), head, 9, "body", "left")
    top, row = CONTENT.y + 17, 4.9
    column_width = (CONTENT.width - 4) / 2
    lowest = top
    for index, rows in enumerate(columns):
        x = CONTENT.x + index * (column_width + 4)
        lowest = max(lowest, _point_column(canvas, rows, x, top, column_width, row))
    if last:
        area = dossier.area_m2
        words = f"宗地面积：{square_metres(area)} 平方米　{hectares(area)} 公顷　{mu(area)} 亩"
        canvas.text(Box(CONTENT.x, min(lowest + 2, CONTENT.bottom - 6), CONTENT.width, 5), words, 9, BOLD)


def _point_column(canvas: Canvas, rows: Sequence[PointRow], x: float, top: float, whole: float, row: float) -> float:
    """One column of the table; each length stands between its two points. Returns the lower edge."""
    widths = (9.0, 13.0, 23.0, 24.0, whole - 69.0)
    heads = ("序号", "点号", "X(m)", "Y(m)", "边长(m)")
    edges = [x + sum(widths[:index]) for index in range(6)]
    for index, head in enumerate(heads):
        box = Box(edges[index], top, widths[index], row + 1)
        canvas.rectangle(box, fill=LABEL_TINT, colour=LINE, width=0.15)
        canvas.text(box, head, 8, BOLD, "centre")
    y = top + row + 1
    for entry in rows:
        if entry.is_head:
            canvas.rectangle(Box(x, y, whole, row), fill="#F7F7F7", colour=LINE, width=0.1)
            canvas.text(Box(x + 2, y, whole, row), entry.name, 8, BOLD)
        else:
            _point_row(canvas, entry, edges, widths, y, row)
        y += row
    return y


def _point_row(
    canvas: Canvas, entry: PointRow, edges: Sequence[float], widths: Sequence[float], y: float, row: float
) -> None:
    for index, value in enumerate((entry.serial, entry.name, entry.x, entry.y)):
        box = Box(edges[index], y, widths[index], row)
        canvas.rectangle(box, colour=LINE, width=0.1)
        _fit(canvas, box, value, 8, "body", "centre")
    if entry.length:
        box = Box(edges[4], y + row / 2, widths[4], row)
        canvas.rectangle(box, colour=LINE, width=0.1)
        canvas.text(box, entry.length, 8, align="centre")


def _foot(canvas: Canvas, dossier: Dossier, style: SheetStyle, number: int, count: int) -> None:
    zone = dossier.survey.grid.zone
    grid = f"{width(zone)}°带第{zone}带 中央子午线{central_meridian(zone)}°" if zone else "经纬度"
    words = f"2000国家大地坐标系 · {grid} · 图幅号 {dossier.case.map_sheet_number or '—'} · 打印 {style.printed_on}"
    y = CONTENT.bottom + 1.5
    canvas.line([(CONTENT.x, y), (CONTENT.right, y)], width=0.15)
    canvas.text(Box(CONTENT.x, y + 0.6, 140, 4), words, 7.0)
    canvas.text(Box(CONTENT.right - 40, y + 0.6, 40, 4), f"第{number}页 共{count}页", 7.0, align="right")


def _fit(canvas: Canvas, box: Box, words: str, points: float, kind: str, align: str) -> None:
    """One line that shrinks to its box, down to 5.5 pt, and only then ends in an ellipsis."""
    while points > LEAST_POINTS and canvas.width(words, points, kind) > box.width:
        points -= 0.5
    canvas.text(box, canvas.fitted(words, points, box.width, kind), points, kind, align)


def wrapped(canvas: Canvas, words: str, points: float, room: float, most: int = 6) -> list[str]:
    """A text in lines no wider than ``room`` mm; what passes ``most`` lines ends in an ellipsis."""
    lines, line = [], ""
    for character in words:
        if canvas.width(line + character, points) > room and line:
            lines.append(line)
            line = ""
        line += character
    lines.append(line)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], canvas.fitted("".join(lines[most - 1 :]), points, room)]
