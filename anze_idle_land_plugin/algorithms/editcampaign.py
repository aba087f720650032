"""anze:editcampaign: name, plan, deadlines, stages, units and papers' numbers of a campaign, from a day on."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.campaign import Campaign
from ..model.campaign_event import Subject
from ..model.campaign_values import (
    departments_said,
    milestones_said,
    numbers_said,
    places_said,
    said,
    stages_said,
)
from ..model.messages import CampaignError
from ..model.settings import CampaignSettings
from ..readers.campaign_settings import read_settings
from ..readers.plan_json import check_milestones, check_stages, milestones_from, numbers_from, stages_from
from ..store.casework.campaign_settings import set_campaign
from ..store.database import CampaignFile
from ..store.standing.snapshot import read_campaign
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given


class NothingToSet(CampaignError):
    sentence = "Nothing was named that is to be set; give at least one of NAME, PLAN_DOCUMENT, MILESTONES, STAGES, ..."


class NothingSaid(CampaignError):
    sentence = "{name}: {file} says nothing about {what}; fill the sheet {sheets}"


class OtherCounty(CampaignError):
    sentence = "The settings are of {settings}, the campaign is of {campaign}; a campaign keeps its county"


class EditCampaign(CampaignAlgorithm):
    ID = "editcampaign"
    TITLE = "Set up the campaign"
    ICON = "new"
    HELP = (
        "Sets what belongs to the campaign itself, from a day on: its name, the number of the plan, deadlines "
        '({"2024-06-30": "50%"}), stages ({"动员部署": ["2024-05-10", "2024-05-31"]}), departments and places '
        '(settings workbooks), numbers of papers ({"summary": "安政办发〔2024〕1号"}: summary, progress, threelists, '
        "ledger, periodreport). Earlier days keep the deadlines and stages they had; every setting stays in the "
        "history."
    )
    NUMBERS = (("CHANGED", "Settings changed"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.text("NAME", "Name"),
            ask.text("PLAN_DOCUMENT", "Number of the plan"),
            ask.text("MILESTONES", "Deadlines: day and cumulative rate (JSON)", lines=True),
            ask.text("STAGES", "Stages: name, first and last day (JSON)", lines=True),
            ask.input_file("DEPARTMENTS", "Departments (sheet 成员单位)", ask.XLSX, optional=True),
            ask.input_file("PLACES", "Towns and zone (sheets 镇, 开发区)", ask.XLSX, optional=True),
            ask.text("NUMBERS", "Numbers of papers (JSON)", lines=True),
            ask.input_file("SETTINGS", "Settings: county, plan, towns, departments", ask.XLSX, optional=True),
            ask.day("DATE", "Holds from (today when empty)"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        with CampaignFile.open(given.campaign(), update=True) as file:
            values = _values(given, read_campaign(file))
            if not values:
                raise NothingToSet
            return {"CHANGED": set_campaign(file, values, given.day_or_today("DATE"), utc_now())}


def _values(given: Given, campaign: Campaign) -> dict[Subject, str]:
    """What is to be set, as JSON by subject; what is named alone goes before the settings workbook."""
    values: dict[Subject, str] = {}
    if given.text("SETTINGS"):
        values.update(_of_settings(read_settings(given.existing("SETTINGS")), campaign))
    if given.text("DEPARTMENTS"):
        departments = read_settings(given.existing("DEPARTMENTS")).units.departments
        if not departments:
            raise _nothing_said(given, "DEPARTMENTS", "departments", "成员单位")
        values[Subject.DEPARTMENTS] = departments_said(departments)
    if given.text("PLACES"):
        own = read_settings(given.existing("PLACES")).units
        if not (own.towns or own.zone):
            raise _nothing_said(given, "PLACES", "places", "镇、开发区")
        values[Subject.PLACES] = places_said(campaign.units.renamed_by(own))
    for subject, name in ((Subject.NAME, "NAME"), (Subject.PLAN_DOCUMENT, "PLAN_DOCUMENT")):
        if given.text(name):
            values[subject] = said(given.text(name))
    if milestones := milestones_from(given.json_object("MILESTONES")):
        values[Subject.MILESTONES] = milestones_said(check_milestones(milestones, campaign.year))
    if stages := stages_from(given.json_object("STAGES")):
        values[Subject.STAGES] = stages_said(check_stages(stages, campaign.year))
    if numbers := numbers_from(given.json_object("NUMBERS")):
        values[Subject.NUMBERS] = numbers_said({**dict(campaign.numbers), **numbers})
    return values


def _of_settings(told: CampaignSettings, campaign: Campaign) -> dict[Subject, str]:
    for settings, own in ((told.county_code, campaign.county_code), (told.county_name, campaign.county_name)):
        if settings and settings != own:
            raise OtherCounty(settings=settings, campaign=own or "-")
    values: dict[Subject, str] = {}
    if told.plan_document:
        values[Subject.PLAN_DOCUMENT] = said(told.plan_document)
    if told.milestones:
        values[Subject.MILESTONES] = milestones_said(check_milestones(told.milestones, campaign.year))
    if told.stages:
        values[Subject.STAGES] = stages_said(check_stages(told.stages, campaign.year))
    if told.units.departments:
        values[Subject.DEPARTMENTS] = departments_said(told.units.departments)
    if told.units.towns or told.units.zone:
        values[Subject.PLACES] = places_said(campaign.units.renamed_by(told.units))
    return values


def _nothing_said(given: Given, name: str, what: str, sheets: str) -> NothingSaid:
    return NothingSaid(name=name, file=given.existing(name).name, what=what, sheets=sheets)
