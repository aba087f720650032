"""Rules L01-L08: codes, numbers and names."""

from __future__ import annotations

from typing import Callable

import pytest
from factories import dossier, parcel

from anze_idle_land_plugin.checks.finding import Finding
from anze_idle_land_plugin.model.kinds import ListKind

IDLE = ListKind.IDLE
ZDDM = "141026001001GB00001"


@pytest.mark.parametrize(
    ("which", "fields"),
    [
        (ListKind.UNSUPPLIED, {"XHLYFS": "77"}),
        (ListKind.UNSUPPLIED, {"KFQBZ": "是"}),
        (ListKind.UNSUPPLIED, {"ZSZT": "13"}),
        (ListKind.UNSUPPLIED, {"LYXZ": "9999"}),
        (ListKind.UNSUPPLIED, {"LYXZ": "0601"}),
        (IDLE, {"XZYY": "77"}),
        (IDLE, {"TDYT": "工业"}),
    ],
)
def test_l01_finds_values_that_stand_in_no_table(
    found: Callable[..., list[Finding]], which: ListKind, fields: dict[str, str]
) -> None:
    (finding,) = found("L01", dossier(which, **fields))
    assert next(iter(fields.values())) in finding.sentence.text()


def test_l01_passes_codes_of_either_table_and_empty_fields(found: Callable[..., list[Finding]]) -> None:
    assert not found(
        "L01", dossier(XHLYFS="03", KFQBZ="N", ZSZT="11", LYXZ="gbt21010-2017:0103", GHYT="ydyh-2023:0901", GYFS="")
    )
    assert not found("L01", dossier(IDLE, TDYT="gbt21010-2017:0601", XZYY="31"), dossier(IDLE, TDYT="ydyh-2023:100101"))


@pytest.mark.parametrize(
    "number",
    [
        "1410262020B0001",
        "1410272020B00001",
        "1410262006B00001",
        "1410262024B00001",
        "1410262020b00001",
        "1410262020900001",
    ],
)
def test_l02_finds_numbers_that_are_none(found: Callable[..., list[Finding]], number: str) -> None:
    assert len(found("L02", dossier(DZJGH=number))) == 1


def test_l02_passes_a_number_and_that_of_a_split_parcel(found: Callable[..., list[Finding]]) -> None:
    assert not found("L02", dossier(DZJGH="1410262020B00001"), dossier(DZJGH="1410262020A00001-2"), dossier(DZJGH=""))


@pytest.mark.parametrize(
    "fields",
    [
        {"ZDDM": "141026001001GB0001"},
        {"ZDDM": "140000001001GB00001"},
        {"ZDDM": "141026001001GB00000"},
        {"ZDDM": "141026001001GA00001"},
        {"ZDDM": ZDDM, "BDCDYH": "141026001001GB00002W00000000"},
        {"ZDDM": ZDDM, "BDCDYH": f"{ZDDM}W00000001"},
        {"ZDDM": ZDDM, "BDCDYH": f"{ZDDM}F00010000"},
        {"ZDDM": ZDDM, "BDCDYH": f"{ZDDM}X00000000"},
        {"BDCDYH": f"{ZDDM}W000"},
    ],
)
def test_l03_finds_cadastral_codes_that_are_not_built_right(
    found: Callable[..., list[Finding]], fields: dict[str, str]
) -> None:
    assert len(found("L03", dossier(IDLE, **fields))) == 1


def test_l03_passes_codes_that_agree(found: Callable[..., list[Finding]]) -> None:
    assert not found("L03", dossier(IDLE, ZDDM=ZDDM, BDCDYH=f"{ZDDM}W00000000"))
    assert not found("L03", dossier(IDLE, ZDDM=ZDDM, BDCDYH=f"{ZDDM}F00010001"))


def test_l04_finds_a_number_that_two_parcels_carry(found: Callable[..., list[Finding]]) -> None:
    two = [dossier(survey=parcel(code=code), DZJGH="1410262020B00001") for code in ("A", "B")]
    (finding,) = found("L04", *two)
    assert [key.code for key in finding.parcels] == ["A", "B"]


def test_l04_passes_one_contract_for_parcels_with_numbers_of_their_own(found: Callable[..., list[Finding]]) -> None:
    one = dossier(survey=parcel(code="A"), HTBH="HT-1", DZJGH="1410262020B00001-1")
    assert not found("L04", one, dossier(survey=parcel(code="B"), HTBH="HT-1", DZJGH="1410262020B00001-2"))


def test_l04_finds_one_contract_for_parcels_without_numbers(found: Callable[..., list[Finding]]) -> None:
    assert found("L04", *(dossier(survey=parcel(code=code), HTBH="HT-1") for code in ("A", "B")))


def test_l05_finds_a_name_of_before_the_merger(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("L05", dossier(XZMC="良马乡"))
    assert "良马镇" in finding.sentence.text()


def test_l05_passes_present_names(found: Callable[..., list[Finding]]) -> None:
    assert not found("L05", dossier(XZMC="良马镇"))


def test_l06_finds_codes_of_another_county_or_town(found: Callable[..., list[Finding]]) -> None:
    assert found("L06", dossier(XZQDM="141027"))
    assert found("L06", dossier(XZMC="府城镇", XZDM="141027100"))
    assert found("L06", dossier(XZMC="唐城镇", XZDM="141026100"))


def test_l06_passes_codes_that_agree(found: Callable[..., list[Finding]]) -> None:
    assert not found("L06", dossier(XZQDM="141026", XZMC="府城镇", XZDM="141026100"))


def test_l07_finds_what_the_plan_asks_for_and_is_not_given(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("L07", dossier())
    assert "批准日期" in finding.sentence.text()


def test_l07_passes_a_parcel_of_which_all_is_known(found: Callable[..., list[Finding]]) -> None:
    from datetime import date

    day = date(2015, 6, 1)
    known = {
        "NZYPZRQ": day,
        "DKMJGQ": 1.0,
        "LYXZ": "gbt21010-2017:0103",
        "PEWGYY": "01",
        "XHLYFS": "01",
        "ZRDW": "自然资源局",
    }
    assert not found("L07", dossier(**known, JHWCSJ=date(2023, 9, 30)))


def test_l08_finds_collective_land_among_idle_land(found: Callable[..., list[Finding]]) -> None:
    assert found("L08", dossier(IDLE, ZDDM="141026001001JA00001"))


def test_l08_passes_state_owned_construction_land(found: Callable[..., list[Finding]]) -> None:
    assert not found("L08", dossier(IDLE, ZDDM=ZDDM))
