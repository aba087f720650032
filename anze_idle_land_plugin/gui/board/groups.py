"""The table of the board: rates, lag and due parcels by town, department, list, age group or measure."""

from __future__ import annotations

from typing import Callable, Iterable, Mapping, NamedTuple, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ...algorithms.frame.language import tr
from ...cartography.palette import late
from ...model.counting.figures import CountingRules, Figures, ranking
from ...model.counting.progress import Counted, Due, Tally
from ...wording.amounts import NONE, ha, percent, points
from ...wording.tasks import task_zh
from .links import Keys

LOWEST = 260
"""Pixels: head and the seven units of a county."""
LINK = QColor("#0b57a4")


def _link(is_late: bool) -> QColor:
    return QColor(late()) if is_late else LINK


class Grouping(NamedTuple):
    """A way to group: its name (English, translated when shown), the tallies of it, and the group of a parcel."""

    title: str
    tallies: Callable[[Figures], Mapping[str, Tally]]
    group_of: Callable[[CountingRules, Counted], str]


GROUPINGS = (
    Grouping("Town", lambda whole: whole.by_unit, lambda rules, each: rules.unit_of(each)),
    Grouping("Department", lambda whole: whole.by_department, lambda rules, each: rules.department_of(each)),
    Grouping("List", lambda whole: whole.by_list, lambda rules, each: each.which.zh),
    Grouping("Age group", lambda whole: whole.by_age, lambda rules, each: rules.age_of(each.year)),
    Grouping("Category", lambda whole: whole.by_category, lambda rules, each: each.category.principle),
)


class Head(NamedTuple):
    """The head of a column (English, translated when shown)."""

    text: str


HEADS = (
    Head("Parcels"),
    Head("Base, ha"),
    Head("Task, ha"),
    Head("Done, ha"),
    Head("Done"),
    Head("Confirmed"),
    Head("Lag"),
    Head("7 days"),
    Head("30 days"),
    Head("Overdue"),
)
"""Behind the name of the group."""


class GroupTable(QTableWidget):
    """One row a group, best first; every number selects its parcels."""

    wanted = pyqtSignal(object)
    """The parcels behind the number that was clicked."""

    def __init__(self) -> None:
        super().__init__(0, 1 + len(HEADS))
        self._behind: dict[tuple[int, int], Keys] = {}
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAlternatingRowColors(True)
        self.setMinimumHeight(LOWEST)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellClicked.connect(self._clicked)

    def fill(self, whole: Figures, owed: Due, grouping: Grouping, rules: CountingRules) -> None:
        """Show the groups of a day."""
        rows = ranking(grouping.tallies(whole))
        members = [_grouped(each, rules, grouping) for each in (owed.within[7], owed.within[30], owed.overdue)]
        self._behind.clear()
        self.setHorizontalHeaderLabels([tr(grouping.title), *(tr(head.text) for head in HEADS)])
        self.setRowCount(len(rows))
        for row, ranked in enumerate(rows):
            self._name(row, ranked.name)
            self._tally(row, ranked.figures, whole)
            for column, groups in enumerate(members, 8):
                self._due(row, column, groups.get(ranked.name, []))

    def _tally(self, row: int, each: Tally, whole: Figures) -> None:
        lag, lags = each.lag_points(whole.planned_rate), each.has_rate and whole.has_plan
        self._number(row, 1, str(each.parcels), lambda: each.done.of)
        self._number(row, 2, ha(each.area_ha), lambda: each.done.of)
        self._number(row, 3, task_zh(each), lambda: each.done.of)
        self._number(row, 4, ha(each.done_area_ha), lambda: each.done.counted)
        self._number(row, 5, percent(each.done_rate) if each.has_rate else NONE, lambda: each.done.counted)
        self._number(row, 6, percent(each.confirmed_rate) if each.has_rate else NONE, lambda: each.confirmed.counted)
        behind = [parcel.key for parcel in each.base if not parcel.settled]
        self._number(row, 7, points(lag) if lags else NONE, lambda: behind, _link(lags and lag > 0))

    def _due(self, row: int, column: int, members: Sequence[Counted]) -> None:
        late = column == len(HEADS) and bool(members)
        self._number(row, column, str(len(members)), lambda: [each.key for each in members], _link(late))

    def _name(self, row: int, text: str) -> None:
        self.setItem(row, 0, QTableWidgetItem(text))

    def _number(self, row: int, column: int, text: str, keys: Keys, colour: QColor = LINK) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(colour)
        font = item.font()
        font.setUnderline(True)
        item.setFont(font)
        self.setItem(row, column, item)
        self._behind[row, column] = keys

    def _clicked(self, row: int, column: int) -> None:
        """A name stands for all parcels of its base."""
        keys = self._behind.get((row, max(column, 1)))
        if keys is not None:
            self.wanted.emit(list(keys()))


def _grouped(parcels: Iterable[Counted], rules: CountingRules, grouping: Grouping) -> dict[str, list[Counted]]:
    groups: dict[str, list[Counted]] = {}
    for each in parcels:
        groups.setdefault(grouping.group_of(rules, each), []).append(each)
    return groups
