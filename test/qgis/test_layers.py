"""The layers of a campaign answer a filter as their SELECT without layer, filtered by hand, does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Callable

import pytest
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from anze_idle_land_plugin.cartography.layers import course_layer, filterable, parcel_layer
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.layer_sql import standing_select
from anze_idle_land_plugin.store.standing.spans_sql import course_select

DAY = date(2023, 9, 30)
OPENED: dict[str, tuple[Callable[[Path, ListKind], QgsVectorLayer], Callable[[ListKind], str]]] = {
    "present": (
        lambda path, which: parcel_layer(path, which, 2023, None),
        lambda which: standing_select(which, None, 2023),
    ),
    "a day": (
        lambda path, which: parcel_layer(path, which, 2023, DAY),
        lambda which: standing_select(which, DAY, 2023),
    ),
    "course": (lambda path, which: course_layer(path, which, 2023), lambda which: course_select(which, 2023)),
}


@pytest.fixture(params=OPENED)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=ListKind, ids=lambda which: which.value)
def which(request: pytest.FixtureRequest) -> ListKind:
    return ListKind(request.param)


def numbers(layer: QgsVectorLayer, request: QgsFeatureRequest) -> list[int]:
    return sorted(feature.id() for feature in layer.getFeatures(request))


def test_a_condition_finds_the_rows_the_database_finds(sample_campaign: Path, form: str, which: ListKind) -> None:
    opened, select = OPENED[form]
    layer = opened(sample_campaign, which)
    with CampaignFile.open(sample_campaign) as file:
        rows = [(int(fid), status) for fid, status in file.query(f"SELECT fid + 0, status FROM ({select(which)})")]
    assert numbers(layer, QgsFeatureRequest()) == sorted(fid for fid, _ in rows)
    for status in {status for _, status in rows}:
        request = QgsFeatureRequest().setFilterExpression(f"\"status\" = '{status}' AND \"state\" LIKE '%'")
        assert numbers(layer, request) == sorted(fid for fid, each in rows if each == status)


def test_a_place_finds_the_parcels_there(sample_campaign: Path, form: str, which: ListKind) -> None:
    layer = OPENED[form][0](sample_campaign, which)
    everything = list(layer.getFeatures())
    place: QgsRectangle = everything[len(everything) // 2].geometry().boundingBox()
    there = sorted(each.id() for each in everything if each.geometry().intersects(place))
    request = QgsFeatureRequest().setFilterRect(place).setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    assert numbers(layer, request) == there
    assert 0 < len(there) < len(everything)
    one = next(each for each in everything if each.id() == there[0])
    assert layer.getFeature(one.id()).attributes() == one.attributes()


def test_words_in_quotes_are_left_alone(sample_campaign: Path) -> None:
    with CampaignFile.open(sample_campaign) as file:
        assert file.query(filterable("SELECT 1 AS one, 'it''s  2 years' AS words")) == [(1, "it's  2 years")]


def test_gdal_sees_one_table(form: str, which: ListKind) -> None:
    words = filterable(OPENED[form][1](which)).upper().split(" ")
    assert [words.count(word) for word in ("SELECT", "FROM", "WHERE", "JOIN", "UNION")] == [1, 1, 0, 0, 0]
