"""anze:progress: what is done, confirmed and planned, as of a day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.reports.progress import figures_json, progress_figures, write_progress
from ..model.campaign import NO_PLAN
from ..model.file_errors import reason_of
from ..model.messages import CampaignError
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.dated_report import keep
from .frame.language import tr
from .frame.values import Given

RATES = {"DONE_RATE": "done_rate", "CONFIRMED_RATE": "confirmed_rate", "PLANNED_RATE": "planned_rate"}


class FiguresNotWritten(CampaignError):
    sentence = "The figures {file} cannot be written: {reason}"


class Progress(CampaignAlgorithm):
    ID = "progress"
    TITLE = "Progress"
    HELP = (
        "Counts what is done, confirmed by the monitoring system and planned on a day, as fractions of the "
        "task area, and writes the progress table by town when a workbook is named; the campaign file remembers what "
        "it said. RECORDED_BY repeats what was known at a past moment."
    )
    NUMBERS = (
        ("DONE_RATE", "Done (fraction)"),
        ("CONFIRMED_RATE", "Confirmed (fraction)"),
        ("PLANNED_RATE", "Planned (fraction)"),
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.as_of(),
            ask.text("RECORDED_BY", "Recorded by (UTC, such as 2023-09-30T23:59:59Z)"),
            ask.file("OUTPUT", "Workbook", ask.XLSX, optional=True),
            ask.file("JSON", "Figures", "JSON (*.json)", optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output, json_file = given.destination(), given.destination("JSON")
        recorded_by = given.moment("RECORDED_BY")
        snapshot = read_snapshot(given.campaign(), given.day_or_today(), recorded_by)
        if output is not None:
            figures = write_progress(snapshot, output, given.lists())
            keep(given.campaign(), self.ID, snapshot, given.lists(), feedback, recorded_by)
        else:
            figures = progress_figures(snapshot, given.lists())
        if not figures.has_plan:
            feedback.pushWarning(NO_PLAN.text(tr))
        rates = {name: getattr(figures, attribute) for name, attribute in RATES.items()}
        if json_file is not None:
            _write_json(json_file, {**rates, **figures_json(snapshot, given.lists())})
        written = {"OUTPUT": output, "JSON": json_file}
        return {**rates, **{name: path for name, path in written.items() if path is not None}}


def _write_json(path: Path, figures: Mapping[str, object]) -> None:
    try:
        path.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        raise FiguresNotWritten(file=str(path), reason=reason_of(error)) from error
