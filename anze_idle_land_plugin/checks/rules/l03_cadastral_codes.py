"""L03: 宗地代码 (19) and 不动产单元号 (28) are built as code_structures.csv says, and agree with each other."""

from __future__ import annotations

import re
from typing import Iterator, Mapping

from ... import catalogue
from ...model.cases import IdleCase
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("copy_cadastre", "Copy the code from the registration certificate")
_PARCEL = re.compile(r"(\d{6})(\d{6})([GJZ])([ABSXCDEFHGWY])(\d{5})", re.ASCII)
_FIXTURE = re.compile(r"([FLQW])(\d{8})", re.ASCII)


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, IdleCase):
            continue
        if case.cadastral_code:
            yield from _told(subject, number, case.cadastral_code, _of_parcel(case.cadastral_code, subject))
        if case.real_estate_unit:
            yield from _told(subject, number, case.real_estate_unit, _of_unit(case, subject))


def _told(subject: Subject, number: int, given: str, reason: Message | None) -> Iterator[Finding]:
    if reason is not None:
        values = {"code": subject.key(number).code, "given": given, "reason": reason}
        message = Message("wrong_cadastral_code", "Parcel {code}: {given} is not right: {reason}", values)
        yield subject.about(number, message, REMEDY)


def _of_parcel(code: str, subject: Subject) -> Message | None:
    parts = _PARCEL.fullmatch(code)
    if parts is None:
        return Message(
            "cadastre_form", "a 宗地代码 has 19 characters: county 6, 地籍区 3, 地籍子区 3, feature 2, serial 5"
        )
    county = subject.campaign.county_code
    if county and parts[1] != county:
        return Message(
            "cadastre_county", "it begins with {found}, the county is {county}", {"found": parts[1], "county": county}
        )
    if parts[5] == "00000":
        return Message("cadastre_serial", "its serial number is 00000")
    if not _combine(parts[3], parts[4]):
        return Message("cadastre_feature", "feature code {feature} does not exist", {"feature": parts[3] + parts[4]})
    return None


def _combine(ownership: str, feature: str) -> bool:
    """Whether the feature letter goes with the ownership letter (parcel_feature_codes.csv)."""
    with_which = _combinations()[feature]
    return "only" not in with_which or ownership in re.findall(r"\b[GJZ]\b", with_which)


@catalogue.kept
def _combinations() -> Mapping[str, str]:
    return {row["code"]: row["combines_with"] for row in catalogue.table("parcel_feature_codes")}


def _of_unit(case: IdleCase, subject: Subject) -> Message | None:
    unit = case.real_estate_unit
    fixture = _FIXTURE.fullmatch(unit[19:])
    if len(unit) != 28 or fixture is None:
        return Message("unit_form", "a 不动产单元号 has 28 characters: 宗地代码 19, then F, L, Q or W and 8 digits")
    if case.cadastral_code and unit[:19] != case.cadastral_code:
        return Message(
            "unit_parcel", "its first 19 characters are not 宗地代码 {parcel}", {"parcel": case.cadastral_code}
        )
    if fixture[1] == "W" and fixture[2] != "00000000":
        return Message("unit_bare", "after W (no fixture) come eight zeros")
    if fixture[1] == "F" and fixture[2][4:] == "0000":
        return Message("unit_room", "after F come a building (4) and a room from 0001 (4)")
    return None if case.cadastral_code else _of_parcel(unit[:19], subject)
