"""The board: rates, lag and what is due, as of any day; every number selects and zooms."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Callable, Iterable, Optional

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate, QFileSystemWatcher, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDockWidget,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ... import catalogue
from ...algorithms.frame.language import tr
from ...exports.reports.legal_due import LegalDue, legal_due
from ...model.counting.assessment import assess
from ...model.counting.figures import BOTH_LISTS, Figures, figures
from ...model.counting.progress import Counted, Due, ParcelKey, Rate, due
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...settings import BOARD_LAW_PARCELS
from ...store.standing.overview import Overview, read_overview, with_approvals
from ...store.standing.snapshot import read_snapshot
from ...wording.amounts import count, ha, percent, points
from .assessment import SUPPLY, AssessmentLabels
from .groups import GROUPINGS, GroupTable
from .links import Keys, Links, select_parcels

SETTLE_MS = 350
"""Milliseconds the slider or the file must rest before the board is computed again."""
LAW = "law"
CHOICES = (BOTH_LISTS, *((which,) for which in ListKind))
"""The lists counted, in the order of the box."""


class BoardDock(QDockWidget):
    """Shows the figures of a campaign; changes nothing."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Board"), iface.mainWindow())
        self.setObjectName("AnzeBoard")
        self.iface = iface
        self.campaign: Optional[Path] = None
        self._read: dict[date, Overview] = {}
        self._owed: dict[tuple[date, int], LegalDue] = {}
        self._links = Links()
        self.title, self.lag, self.outside = QLabel(), QLabel(), QLabel()
        self.done, self.confirmed, self.parcels = QLabel(), QLabel(), QLabel()
        self.due, self.law = QLabel(), QLabel()
        self.slider, self.day = QSlider(Qt.Orientation.Horizontal), QDateEdit()
        self.lists, self.grouping = QComboBox(), QComboBox()
        self.assessed = AssessmentLabels(self._links)
        self.groups = GroupTable()
        self.watcher = QFileSystemWatcher(self)
        self.settled = QTimer(self)
        self._set_up()
        self.setWidget(self._laid_out())

    def _set_up(self) -> None:
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        self.day.setDate(QDate.currentDate())
        self.lists.addItems([tr("Both lists"), *(which.zh for which in ListKind)])
        for grouping in GROUPINGS:
            self.grouping.addItem(tr(grouping.title))
        self.settled.setSingleShot(True)
        self.settled.setInterval(SETTLE_MS)
        self.settled.timeout.connect(self._refresh_if_seen)
        self.slider.valueChanged.connect(self._slid)
        self.day.dateChanged.connect(self._dated)
        self.lists.currentIndexChanged.connect(lambda _index: self.refresh())
        self.grouping.currentIndexChanged.connect(lambda _index: self.refresh())
        self.groups.wanted.connect(self.select)
        self.watcher.fileChanged.connect(self._changed)
        self.visibilityChanged.connect(lambda shown: self.refresh() if shown else None)
        for label in self._labels():
            label.setWordWrap(True)
            label.linkActivated.connect(self._follow_link)

    def _labels(self) -> tuple[QLabel, ...]:
        """Everything that shows figures with links."""
        own = (self.done, self.confirmed, self.parcels, self.lag, self.due, self.law, self.outside)
        return (*own, *self.assessed.labels)

    def _laid_out(self) -> QWidget:
        panel = QWidget()
        column, days, choices = QVBoxLayout(panel), QHBoxLayout(), QHBoxLayout()
        self.title.setWordWrap(True)
        days.addWidget(QLabel(tr("As of")))
        days.addWidget(self.slider, 1)
        days.addWidget(self.day)
        for text, box in ((tr("List"), self.lists), (tr("Group by"), self.grouping)):
            choices.addWidget(QLabel(text))
            choices.addWidget(box, 1)
        progress = (
            (tr("Done (area)"), self.done),
            (tr("Confirmed by the system"), self.confirmed),
            (tr("Done (parcels)"), self.parcels),
            (tr("Lag behind the plan"), self.lag),
            (tr("Planned days"), self.due),
            (tr("Legal limits"), self.law),
            (tr("Outside the base"), self.outside),
        )
        yearly = (
            (tr("Five-year supply rate"), self.assessed.supply),
            (tr("Disposal rate"), self.assessed.disposal),
            (tr("Next year's quota"), self.assessed.quota),
        )
        column.addWidget(self.title)
        for layout in (days, choices, _form(progress)):
            column.addLayout(layout)
        column.addWidget(self.groups, 1)
        column.addLayout(_form(yearly))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(panel)
        return area

    def follow(self, campaign: Optional[Path]) -> None:
        """Show another campaign, or none."""
        if self.watcher.files():
            self.watcher.removePaths(self.watcher.files())
        self.campaign = campaign
        self._forget()
        if campaign is not None and campaign.is_file():
            self.watcher.addPath(str(campaign))
        self._refresh_if_seen()

    def _forget(self) -> None:
        """What was read is stale."""
        self._read.clear()
        self._owed.clear()

    def set_day(self, day: date) -> None:
        self.day.setDate(QDate(day.year, day.month, day.day))

    def as_of(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def refresh(self) -> None:
        """Compute the figures of the day; a day read before is not read again until the file changes."""
        self.settled.stop()
        overview = self._overview()
        if overview is None:
            return
        self.title.setText(f"<b>{overview.name}</b>")
        self._fit_slider(overview)
        lists = CHOICES[self.lists.currentIndex()]
        counts = overview.counting.of_lists(lists)
        rules = catalogue.counting_rules(counts.units)
        whole = figures(counts, rules, lists)
        owed = due(counts.parcels, counts.as_of)
        self._links.clear()
        self._show(whole, owed, counts.parcels)
        self._show_law(len(counts.parcels))
        self.assessed.show(assess(whole, counts.parcels, catalogue.policy(), overview.year), overview.approved)
        self.groups.fill(whole, owed, GROUPINGS[self.grouping.currentIndex()], rules)

    def _refresh_if_seen(self) -> None:
        """A board that nobody sees computes nothing; it does so when it is shown."""
        if self.isVisible():
            self.refresh()

    def _overview(self) -> Overview | None:
        if self.campaign is None:
            self._empty(tr("No campaign is open; use New campaign, Open or Open the sample"))
            return None
        day = self.as_of()
        try:
            if day not in self._read:
                self._read[day] = self._read_day(self.campaign, day)
        except CampaignError as error:
            self._empty(error.text(tr))
            return None
        return self._read[day]

    def _read_day(self, campaign: Path, day: date) -> Overview:
        """The supply rate needs approvals: they are read at once for few parcels, on demand for many."""
        read = read_overview(campaign, day)
        few = len(read.counting.parcels) <= BOARD_LAW_PARCELS.read()
        return with_approvals(campaign, read) if few else read

    def _read_approvals(self) -> None:
        overview = self._overview()
        if self.campaign is not None and overview is not None:
            self._read[self.as_of()] = with_approvals(self.campaign, overview)
            self.refresh()

    def _empty(self, sentence: str) -> None:
        self.title.setText(sentence)
        self.groups.setRowCount(0)
        for label in self._labels():
            label.setText("")

    def _show(self, whole: Figures, owed: Due, parcels: Iterable[Counted]) -> None:
        total = whole.total
        self.done.setText(self._rate(total.done, ha, tr("ha")))
        self.confirmed.setText(self._rate(total.confirmed, ha, tr("ha")))
        self.parcels.setText(self._rate(total.by_parcels, count, tr("parcels")))
        behind = [each.key for each in total.base if not each.settled]
        behind_by = self._link(points(whole.lag_points), lambda: behind)
        curve = total.lag_points(whole.curve_rate)
        sentence = tr("{points} percentage points; required {required}, on the curve {curve}")
        told = sentence.format(points=behind_by, required=percent(whole.planned_rate, 0), curve=points(curve))
        self.lag.setText(told if whole.has_plan else tr("The plan of the year is not entered yet"))
        week, month, late = ([each.key for each in some] for some in (owed.within[7], owed.within[30], owed.overdue))
        self.due.setText(self._due_text(week, month, late))
        outside = [each.key for each in parcels if not each.in_base]
        self.outside.setText(tr("{count} parcels").format(count=self._link(str(len(outside)), lambda: outside)))

    def _rate(self, rate: Rate, number: Callable[[float], str], unit: str) -> str:
        """Rate, numerator and denominator, each with its parcels."""
        value = self._link(f"<b>{percent(rate.value)}</b>", lambda: rate.counted)
        counted = self._link(number(rate.numerator), lambda: rate.counted)
        whole = self._link(number(rate.denominator), lambda: rate.of)
        return f"{value}　{counted} / {whole} {unit}"

    def _due_text(self, week: Iterable[ParcelKey], month: Iterable[ParcelKey], late: Iterable[ParcelKey]) -> str:
        sentence = tr("{week} within 7 days, {month} within 30 days, {late} overdue")
        return sentence.format(week=self._count(week), month=self._count(month), late=self._count(late))

    def _count(self, keys: Iterable[ParcelKey]) -> str:
        """How many parcels, as a link to them."""
        members = list(keys)
        return self._link(str(len(members)), lambda: members)

    def _link(self, text: str, keys: Keys) -> str:
        return self._links.html(text, keys)

    def _show_law(self, parcels: int) -> None:
        """Legal limits need every case with its events: at once for few parcels, on demand for many."""
        if parcels <= BOARD_LAW_PARCELS.read() or (self.as_of(), self.lists.currentIndex()) in self._owed:
            self._compute_law()
        else:
            self.law.setText(f'<a href="{LAW}">{tr("Compute")}</a>')

    def _compute_law(self) -> None:
        if self.campaign is None:
            return
        asked = self.as_of(), self.lists.currentIndex()
        try:
            if asked not in self._owed:
                self._owed[asked] = legal_due(read_snapshot(self.campaign, asked[0]), CHOICES[asked[1]])
        except CampaignError as error:
            self.law.setText(error.text(tr))
            return
        found = self._owed[asked]
        self.law.setText(self._due_text(found.within[7], found.within[30], found.overdue))

    def _fit_slider(self, overview: Overview) -> None:
        start = overview.counting.starts_on.toordinal()
        end = max(overview.ends_on, self.as_of()).toordinal()
        self.slider.blockSignals(True)
        self.slider.setRange(min(start, self.as_of().toordinal()), end)
        self.slider.setPageStep(7)
        self.slider.setValue(self.as_of().toordinal())
        self.slider.blockSignals(False)

    def _slid(self, ordinal: int) -> None:
        """While the slider moves only the date follows; the figures come when it rests."""
        day = date.fromordinal(ordinal)
        self.day.blockSignals(True)
        self.set_day(day)
        self.day.blockSignals(False)
        self.settled.start()

    def _dated(self, _day: QDate) -> None:
        self.settled.start()

    def _changed(self, path: str) -> None:
        """The file changed. One put in place of another must be watched again."""
        self._forget()
        if Path(path).is_file() and path not in self.watcher.files():
            self.watcher.addPath(path)
        self.settled.start()

    def _follow_link(self, address: str) -> None:
        if address == LAW:
            self._compute_law()
        elif address == SUPPLY:
            self._read_approvals()
        else:
            self.select(self._links.parcels(address))

    def select(self, keys: Iterable[ParcelKey]) -> None:
        """Select parcels in their layers and bring them into view."""
        select_parcels(self.iface, keys)


def _form(rows: Iterable[tuple[str, QLabel]]) -> QFormLayout:
    """Figures under each other, each behind its name."""
    form = QFormLayout()
    for text, label in rows:
        form.addRow(f"<b>{text}</b>", label)
    return form
