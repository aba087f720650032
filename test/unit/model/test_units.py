"""The units of a campaign are found by code, name and other names."""

from __future__ import annotations

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.units import NO_UNITS, ZONE, Department, Town, Units, Zone, level_of

OURS = Units(
    towns=(Town("339922101", "云岭镇", ("云山乡",)), Town("339922102", "石桥镇", ("云岭",))),
    zone=Zone("青禾高新区", ("高新区",)),
    departments=(Department("JT", "交通运输局", "督促道路项目", ("交通局",)), Department("ZJ", "住建局", "")),
)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("云岭镇", "云岭镇"),
        ("云山乡", "云岭镇"),
        (" 石桥 ", "石桥镇"),
        ("云岭", "石桥镇"),
        ("别处镇", "别处镇"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_town_is_called_by_its_present_name(called: str, name: str) -> None:
    assert OURS.town_name(called) == name


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("JT", "交通运输局"), ("交通局", "交通运输局"), ("县交通局", "交通运输局"), ("住建局", "住建局"),
        ("别的单位", "别的单位"), ("", ""),
    ],
)  # fmt: skip
def test_a_department_has_one_name_whatever_the_ledger_calls_it(called: str, name: str) -> None:
    assert OURS.department_name(called) == name


def test_a_short_name_of_two_towns_is_neither() -> None:
    two = Units((Town("1", "云岭镇"), Town("2", "云岭乡"), Town("3", "城关街道"), Town("4", "河口乡")))
    assert two.town("云岭") is None
    assert two.town_name("城关") == "城关街道" and two.town_name("河口") == "河口乡"


def test_land_in_the_zone_is_answered_for_by_the_zone() -> None:
    assert OURS.place("云岭镇", True) == "青禾高新区" and OURS.place("云岭镇", False) == "云岭镇"
    assert NO_UNITS.zone_name == ZONE and NO_UNITS.town("云岭镇") is None


def test_what_a_campaign_says_itself_goes_before_what_is_known_of_its_county() -> None:
    known = Units(
        (Town("339922101", "云岭镇", ("老云岭",)), Town("339922109", "外镇")), Zone("别的开发区"), OURS.departments
    )
    whole = Units(OURS.towns).filled_from(known)
    assert [town.name for town in whole.towns] == ["云岭镇", "石桥镇"]
    assert whole.towns[0].aliases == ("云山乡", "老云岭")
    assert whole.zone == known.zone and whole.departments == known.departments


def test_the_shipped_tables_know_one_county_and_no_other() -> None:
    code, _ = catalogue.shipped_county()
    assert catalogue.units_known_of(code) == catalogue.shipped_units()
    assert catalogue.units_known_of("339922") == NO_UNITS == catalogue.units_known_of("")


@pytest.mark.parametrize(("name", "level"), [("青禾县", "县"), ("临江市", "市"), ("新城区", "区"), ("", "县")])
def test_a_county_a_city_and_a_district_are_called_what_they_are(name: str, level: str) -> None:
    assert level_of(name) == level


def test_two_names_of_one_office_in_a_ledger_are_one_department_when_counting() -> None:
    rules = catalogue.counting_rules(catalogue.shipped_units())
    assert {rules.known.department_name(name) for name in ("JT", "交通局", "交通运输局", "县交通局")} == {"交通局"}
    assert rules.known.department_name("开发区管委会") == "安泽经济技术开发区管委会"
