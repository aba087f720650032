"""The rates of the campaign as bars, held against the milestones."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QProgressBar, QWidget

from ... import catalogue
from ...algorithms.frame.language import tr
from ...model.counting.figures import Counting, overall_of
from ...model.counting.progress import planned_step
from ...wording.amounts import ha, percent
from ...wording.days import month_day

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
        """Both lists together: rates are area done of the task area."""
        total = overall_of(counting, catalogue.counting_rules(counting.units))
        planned = planned_step(counting.milestones, counting.as_of)
        for bar, rate in (
            (self.done, total.done_rate),
            (self.confirmed, total.confirmed_rate),
            (self.planned, planned),
        ):
            bar.setValue(min(round(rate * SCALE), SCALE))
            bar.setFormat(percent(rate))
        self.milestones.setText(
            "  ".join(
                NARROW.join(
                    ("✓" if total.done_rate >= each.rate else "○", month_day(each.by_date), percent(each.rate, 0))
                )
                for each in counting.milestones
            )
        )
        self.counts.setText(
            tr("{done} of {all} parcels, {done_ha} of {all_ha} hectares").format(
                done=total.done_parcels,
                all=total.parcels,
                done_ha=ha(total.done_area_ha, 2),
                all_ha=ha(total.task_area_ha, 2),
            )
        )


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, SCALE)
    return bar
