"""anze:settasks: the tasks of the city's table, from a day on."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from .. import catalogue
from ..exports.reports.tasks import write_task_report
from ..model.campaign import Task
from ..model.campaign_event import Subject
from ..model.campaign_values import tasks_said
from ..readers.tasks.reader import TaskTable, read_tasks
from ..store.casework.campaign_settings import set_campaign
from ..store.database import CampaignFile
from ..store.standing.snapshot import read_campaign, read_plans
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given


class SetTasks(CampaignAlgorithm):
    ID = "settasks"
    TITLE = "Set tasks"
    ICON = "ledger"
    HELP = (
        "Reads the city's task table (xlsx, xls, csv: any head row that names unit and task, areas in 亩, 公顷 or "
        "平方米) and sets the tasks from a day on; earlier days keep the tasks they had. A table replaces all tasks of "
        "the lists it names; where rows are refused, the earlier tasks of units it does not tell stay. Refused rows "
        "and old and new tasks stand in the report."
    )
    NUMBERS = (("UNITS", "Units with a task"), ("REFUSED", "Rows refused"))

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.input_file("INPUT", "Tasks set by the city"),
            ask.day("DATE", "Holds from (today when empty)"),
            ask.text("DOCUMENT", "Document number"),
            ask.flag("DRY_RUN", "Only say what would happen"),
            ask.file("REPORT", "Report", ask.XLSX, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        day, dry_run, report = given.day_or_today("DATE"), given.flag("DRY_RUN"), given.destination("REPORT")
        with CampaignFile.open(given.campaign(), update=not dry_run) as file:
            campaign = read_campaign(file)
            units = catalogue.counting_rules(campaign.units).units
            table = read_tasks(given.existing(), units, (campaign.county_code, campaign.county_name))
            before = [each for each in read_plans(file) if each.since <= day][-1].tasks
            after = merged(before, table)
            if table.tasks and not dry_run:
                note = given.existing().name
                value = {Subject.TASKS: tasks_said(after)}
                set_campaign(file, value, day, utc_now(), given.text("DOCUMENT"), note)
        for each in table.refused:
            feedback.pushWarning(each.sentence.text(tr))
        if report is not None:
            write_task_report(before, after, table.refused, report, day, tr)
        counts = {"UNITS": len({each.unit_code for each in table.tasks}), "REFUSED": len(table.refused)}
        return {**counts, **({"REPORT": report} if report is not None else {})}


def merged(before: tuple[Task, ...], table: TaskTable) -> tuple[Task, ...]:
    """The tasks after a table: those of the lists it names are replaced; what a refused row may have meant stays."""
    told = {(each.which, each.unit_code): each for each in table.tasks}
    lists = {which for which, _ in told}
    kept = [
        each
        for each in before
        if (each.which, each.unit_code) not in told and (table.refused or each.which not in lists)
    ]
    return (*kept, *told.values())
