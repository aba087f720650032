"""County and units of a campaign as its layers and its settings say them together."""

from __future__ import annotations

import pytest

from anze_idle_land_plugin.model.settings import (
    CampaignSettings,
    CountiesDisagree,
    SeveralCounties,
    county_of,
    county_shapes,
    units_of,
)
from anze_idle_land_plugin.model.standing.snapshot import ContextShape
from anze_idle_land_plugin.model.units import Department, Town, Units, Zone

NOTHING = CampaignSettings()


def shape(layer: str, name: str, code: str = "", *aliases: str) -> ContextShape:
    return ContextShape(layer, name, code, b"outline", aliases)


def test_the_county_is_the_one_of_its_outline() -> None:
    shapes = [shape("county", "青禾县", "339922000000")]
    assert county_of(county_shapes(shapes, NOTHING), NOTHING, ()) == ("339922", "青禾县")


def test_an_outline_without_code_takes_it_from_the_towns() -> None:
    towns = (Town("339922101", "云岭镇"), Town("339922102", "石桥镇"))
    assert county_of([shape("county", "青禾县")], NOTHING, towns) == ("339922", "青禾县")
    assert county_of([], NOTHING, (*towns, Town("339923100", "外镇"))) == ("", "")


def test_of_several_counties_the_settings_name_one() -> None:
    shapes = [shape("county", "青禾县", "339922"), shape("county", "临江市", "339923")]
    with pytest.raises(SeveralCounties, match="339922 青禾县、339923 临江市"):
        county_shapes(shapes, NOTHING)
    assert county_shapes(shapes, CampaignSettings(county_code="339923")) == (shapes[1],)
    assert county_shapes(shapes, CampaignSettings(county_name="青禾县")) == (shapes[0],)


def test_settings_of_another_county_than_the_outline_are_refused() -> None:
    with pytest.raises(CountiesDisagree, match="339922 青禾县.*339923"):
        county_shapes([shape("county", "青禾县", "339922")], CampaignSettings(county_code="339923"))


def test_an_outline_in_parts_without_names_is_one_county() -> None:
    parts = [shape("county", ""), shape("county", "")]
    assert len(county_shapes(parts, CampaignSettings(county_code="339922"))) == 2


def test_towns_are_drawn_or_named_and_know_all_their_names() -> None:
    context = {"town": [shape("town", "云岭镇", "339922101000", "旧名"), shape("town", "云岭镇")]}
    said = CampaignSettings(units=Units((Town("", "云岭镇", ("云山乡",)), Town("339922103", "小河镇"))))
    assert units_of(context, said).towns == (
        Town("339922101", "云岭镇", ("云山乡", "旧名")),
        Town("339922103", "小河镇"),
    )


def test_the_zone_is_that_of_the_settings_else_of_the_layer() -> None:
    context = {"zone_area": [shape("zone_area", "高新区", "", "科技园"), shape("zone_area", "高新区东区")]}
    assert units_of(context, NOTHING).zone == Zone("高新区", ("高新区东区", "科技园"))
    named = Units(zone=Zone("青禾高新区"), departments=(Department("A", "财政局", ""),))
    assert units_of(context, CampaignSettings(units=named)) == named
    assert units_of({}, NOTHING).zone is None
    assert units_of({"zone_area": [shape("zone_area", "")]}, NOTHING).zone == Zone("开发区")
