"""The rates of the campaign as bars, held against the milestones."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QProgressBar, QWidget

from ... import catalogue
from ...algorithms.frame.language import tr
from ...model.counting.figures import Counting, overall_of
from ...model.counting.progress import planned_step
from ...model.kinds import ListKind
from ...model.rounding import exceeds
from ...wording.amounts import ha, percent
from ...wording.days import month_day
from ...wording.tasks import task_zh

SCALE = 1000
"""Steps of a bar: a tenth of a percent each."""
NARROW = "\u00a0"
"""A blank at which no line breaks: mark, day and rate of a milestone stay together."""


class ProgressBars(QWidget):
    """Done, confirmed and planned on the day, and the milestones one by one."""

    def __init__(self) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.done, self.confirmed, self.planned = (_bar() for _ in range(3))
        self.milestones, self.counts = QLabel(), QLabel()
        self.milestones.setWordWrap(True)
        self.counts.setWordWrap(True)
        form.addRow(tr("Done"), self.done)
        form.addRow(tr("Confirmed"), self.confirmed)
        form.addRow(tr("Planned"), self.planned)
        form.addRow(tr("Milestones"), self.milestones)
        form.addRow(tr("Parcels"), self.counts)

    def fill(self, counting: Counting) -> None:
        """Both lists together: rates are area done of the task, or of the base where the city set no task."""
        rules = catalogue.counting_rules(counting.units)
        total = overall_of(counting, rules)
        alone = [overall_of(counting, rules, [which]) for which in ListKind]
        lowest = min((each.done_rate for each in (total, *alone) if each.has_rate), default=0.0)
        planned = planned_step(counting.milestones, counting.as_of)
        for bar, rate in (
            (self.done, total.done_rate),
            (self.confirmed, total.confirmed_rate),
            (self.planned, planned),
        ):
            bar.setValue(min(round(rate * SCALE), SCALE))
            bar.setFormat(percent(rate))
        # One list never makes up for the other: a deadline is met when each list and both together reached it.
        marked = (
            NARROW.join(("○" if exceeds(each.rate, lowest) else "✓", month_day(each.by_date), percent(each.rate, 0)))
            for each in counting.milestones
        )
        self.milestones.setText("  ".join(marked) or tr("The plan of the year is not entered yet"))
        told = (
            tr("{done} of {all} parcels; base {base} ha, no task set, done {done_ha} ha")
            if total.task_area_ha is None
            else tr("{done} of {all} parcels; base {base} ha, task {task} ha, done {done_ha} ha")
        )
        self.counts.setText(
            told.format(
                done=total.done_parcels,
                all=total.parcels,
                base=ha(total.area_ha, 2),
                task=task_zh(total, 2),
                done_ha=ha(total.done_area_ha, 2),
            )
        )


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, SCALE)
    return bar
