"""A code knows its system: what a text means, what a stored value is called, and what values of before meant."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.catalogue import land_use
from anze_idle_land_plugin.catalogue.land_use import LandUse, find
from anze_idle_land_plugin.model.kinds import ListKind

GBT, YDYH = "gbt21010-2017", "ydyh-2023"
FILES = {GBT: "landuse_gbt21010_2017", YDYH: "landuse_ydyh_2023"}


def truth(system: str) -> dict[str, str]:
    """Code to name, read from the table by the test itself."""
    with open(Path(catalogue.RESOURCES) / "codes" / f"{FILES[system]}.csv", encoding="utf-8", newline="") as handle:
        return {row["code"]: row["name"] for row in csv.DictReader(handle)}


TABLES = {system: truth(system) for system in FILES}
EVERY = [(system, code, name) for system, table in TABLES.items() for code, name in table.items()]
CLASHES = {code for code, name in TABLES[GBT].items() if TABLES[YDYH].get(code, name) != name}


def other(system: str) -> str:
    return YDYH if system == GBT else GBT


def test_the_two_standards_clash_in_forty_five_codes() -> None:
    assert (len(TABLES[GBT]), len(TABLES[YDYH]), len(CLASHES)) == (85, 146, 45)


@pytest.mark.parametrize(("system", "code", "name"), EVERY)
def test_every_class_is_named_in_its_own_standard_and_found_again(system: str, code: str, name: str) -> None:
    stored = f"{system}:{code}"
    assert (land_use.name_of(stored), land_use.code_of(stored)) == (name, code)
    assert land_use.parse(stored) == LandUse(system, code)
    for own in FILES:
        for text in (stored, f" {system}：{code} ", land_use.label(LandUse(system, code)), f"{stored} {name}"):
            assert find(text, own).use == (system, code)
        assert find(code, own, told=system).use == (system, code)
        assert find(name, own, told=system).use == (system, code)


@pytest.mark.parametrize(("system", "code", "name"), EVERY)
def test_a_name_decides_where_one_standard_has_it_and_goes_to_the_fields_own_where_both_do(
    system: str, code: str, name: str
) -> None:
    shared = name in TABLES[other(system)].values()
    assert find(name, own=system).use == (system, code)
    assert (find(name, own=other(system)).use == (system, code)) is not shared


@pytest.mark.parametrize(("system", "code", "name"), EVERY)
def test_a_bare_code_is_taken_where_it_means_one_thing_and_left_with_its_choices_where_it_means_two(
    system: str, code: str, name: str
) -> None:
    meant = find(code, own=system)
    if code in CLASHES:
        assert meant.use is None
        assert set(meant.choices) == {(GBT, code), (YDYH, code)}
    else:
        assert meant.use == (system, code)


@pytest.mark.parametrize(("system", "code", "name"), EVERY)
def test_code_and_name_together_decide_where_they_agree(system: str, code: str, name: str) -> None:
    only_here = TABLES[other(system)].get(code) != name
    for text in (f"{code}{name}", f"{code} {name}", f"{code}-{name}", f"{name}（{code}）", f"{name}{code}"):
        assert find(text, own=other(system)).use == (system if only_here else other(system), code)


@pytest.mark.parametrize(
    "text", ["批发零售用地", "其他普通商品住房用地", "公共设施用地", "街巷用地", "工业", "9999", "1", "0601 公路用地"]
)  # fmt: skip
def test_what_stands_in_neither_standard_is_not_guessed(text: str) -> None:
    assert find(text, GBT).use is None


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("商服用地", "gbt21010-2017:05"), ("商业用地", "ydyh-2023:0901"), ("其他商服用地", "gbt21010-2017:0507"),
        ("工业用地", "gbt21010-2017:0601"), ("公路用地", "gbt21010-2017:1003"),
        ("工矿仓储用地", "gbt21010-2017:06"), (" 工 业 用 地", "gbt21010-2017:0601"),
        ("城镇住宅用地", "gbt21010-2017:0701"), ("公用设施用地", "gbt21010-2017:0809"),
    ],
)  # fmt: skip
def test_the_words_of_land_offices_are_found(text: str, stored: str) -> None:
    assert str(find(text, GBT).use) == stored


def test_a_zero_that_a_spreadsheet_took_off_is_put_back_and_said() -> None:
    assert find("301", GBT) == (LandUse(GBT, "0301"), (), True)
    assert find("70101", GBT).use == (YDYH, "070101")


@pytest.mark.parametrize(
    ("which", "field", "order"),
    [
        (ListKind.IDLE, "TDYT", (GBT, YDYH)),
        (ListKind.UNSUPPLIED, "LYXZ", (GBT,)),
        (ListKind.UNSUPPLIED, "GHYT", (YDYH,)),
    ],
)
def test_bare_codes_of_before_are_read_by_the_tables_their_reader_used(
    which: ListKind, field: str, order: tuple[str, ...]
) -> None:
    for code in sorted({*TABLES[GBT], *TABLES[YDYH], "9999", "工业"}):
        first = next((system for system in order if code in TABLES[system]), "")
        assert land_use.with_system(which, field, code) == (f"{first}:{code}" if first else code)
    assert land_use.with_system(which, field, "") == ""
    assert land_use.with_system(which, field, "ydyh-2023:1001") == "ydyh-2023:1001"


def test_every_field_that_holds_a_land_use_is_in_the_table_of_fields_and_no_other() -> None:
    for which in ListKind:
        holding = {field.code for field in catalogue.case_fields(which) if field.code_list == land_use.CODE_LIST}
        assert holding == set(land_use.fields_of(which))
