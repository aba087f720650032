"""L06: county and town codes are those of the campaign, and of the town that is named (the campaign's own towns)."""

from __future__ import annotations

from typing import Iterator

from ...model.campaign import Campaign
from ...model.cases import Case
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_place_code", "Correct the code or the name; they come from the table of places")


def find(subject: Subject) -> Iterator[Finding]:
    campaign = subject.campaign
    for number, dossier in enumerate(subject.parcels):
        for reason in _reasons(dossier.case, campaign):
            values = {"code": dossier.code, "reason": reason}
            yield subject.about(number, Message("wrong_place_code", "Parcel {code}: {reason}", values), REMEDY)


def _reasons(case: Case, campaign: Campaign) -> Iterator[Message]:
    county = campaign.county_code
    if case.county_code and county and case.county_code != county:
        values = {"given": case.county_code, "county": county}
        yield Message("other_county", "county code {given} is not {county}", values)
    if case.town_code and county and not case.town_code.startswith(county):
        values = {"given": case.town_code, "county": county}
        yield Message("town_elsewhere", "town code {given} does not begin with {county}", values)
    named = campaign.units.town(case.town_name)
    if (
        named is not None
        and named.code9
        and case.town_code
        and case.town_code.startswith(county)
        and case.town_code != named.code9
    ):
        values = {"given": case.town_code, "town": named.name, "code9": named.code9}
        yield Message("town_code_differs", "town code {given} is not that of {town} ({code9})", values)
