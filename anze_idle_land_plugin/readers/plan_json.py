"""Deadlines, stages and numbers of papers as a script or a person writes them in JSON."""

from __future__ import annotations

from datetime import date
from typing import Mapping, Sequence

from ..model.campaign import Milestone, Stage
from ..model.messages import CampaignError

PAPERS = ("summary", "progress", "threelists", "ledger", "periodreport")
"""The papers whose number is printed."""


class NotADeadline(CampaignError):
    sentence = '{day}: {rate} is no deadline; write the day and the cumulative rate as {{"2024-06-30": "50%"}}'


class DeadlineOutside(CampaignError):
    sentence = "The deadline {day} is not in the campaign's year {year}; a plan is of its own year"


class RatesFall(CampaignError):
    sentence = "The rate of {day} is below that of the deadline before; rates are cumulative"


class NotAStage(CampaignError):
    sentence = '{name}: {days} is no stage; write first and last day as {{"动员部署": ["2024-05-10", "2024-05-31"]}}'


class StageOutside(CampaignError):
    sentence = "The stage {name} is not in the campaign's year {year}, or ends before it begins"


class PaperUnknown(CampaignError):
    sentence = "There is no paper {paper} that carries a number; the papers are: {papers}"


def milestones_from(told: Mapping[str, object]) -> tuple[Milestone, ...]:
    """Day → rate, as a fraction or with a percent sign."""
    return tuple(sorted((_milestone(day, rate) for day, rate in told.items()), key=lambda each: each.by_date))


def _milestone(day: str, rate: object) -> Milestone:
    text = str(rate).strip()
    try:
        share = float(text[:-1]) / 100 if text.endswith("%") else float(text)
        found = Milestone(date.fromisoformat(day.strip()), share)
    except ValueError as error:
        raise NotADeadline(day=day, rate=rate) from error
    if not 0 < share <= 1:
        raise NotADeadline(day=day, rate=rate)
    return found


def check_milestones(milestones: Sequence[Milestone], year: int) -> Sequence[Milestone]:
    """The same, in the year and rising. Raises DeadlineOutside and RatesFall."""
    highest = 0.0
    for each in milestones:
        if each.by_date.year != year:
            raise DeadlineOutside(day=each.by_date.isoformat(), year=year)
        if each.rate < highest:
            raise RatesFall(day=each.by_date.isoformat())
        highest = each.rate
    return milestones


def stages_from(told: Mapping[str, object]) -> tuple[Stage, ...]:
    """Name → first and last day."""
    return tuple(_stage(name, days) for name, days in told.items())


def _stage(name: str, days: object) -> Stage:
    try:
        first, last = (date.fromisoformat(str(day).strip()) for day in days)  # type: ignore[attr-defined]
    except (TypeError, ValueError) as error:
        raise NotAStage(name=name, days=days) from error
    return Stage(name.strip(), first, last)


def check_stages(stages: Sequence[Stage], year: int) -> Sequence[Stage]:
    """The same, each in the year and in its order. Raises StageOutside."""
    for each in stages:
        if {each.from_date.year, each.to_date.year} != {year} or each.to_date < each.from_date:
            raise StageOutside(name=each.name, year=year)
    return stages


def numbers_from(told: Mapping[str, object]) -> dict[str, str]:
    """Paper → number; an empty number takes the earlier one away. Raises PaperUnknown."""
    for paper in told:
        if paper not in PAPERS:
            raise PaperUnknown(paper=paper, papers=", ".join(PAPERS))
    return {paper: str(number or "").strip() for paper, number in told.items()}
