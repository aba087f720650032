"""The sample's package, imported into an empty campaign: what was settled, when, and of which base is there again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.monitoring.export import MonitoringOptions, export_monitoring
from anze_idle_land_plugin.model.counting.figures import BOTH_LISTS
from anze_idle_land_plugin.model.standing.snapshot import Dossier, Snapshot
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import broken_links
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.standing.states import states_as_of
from anze_idle_land_plugin.store.surveying.importing import import_readings

DAY = date(2023, 12, 15)


@pytest.fixture(scope="module")
def both(sample_campaign: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Path]:
    """The sample at the end of its year, and an empty campaign that its shapefiles were imported into."""
    folder = tmp_path_factory.mktemp("package")
    first = read_snapshot(sample_campaign, DAY)
    export_monitoring(first, folder / "包", MonitoringOptions())
    path = folder / "二.gpkg"
    create_campaign(path, first.campaign, {})
    with CampaignFile.open(path, update=True) as file:
        for which in BOTH_LISTS:
            for survey in sorted((folder / "包" / which.value).rglob("*.shp")):
                summary = import_readings(file, which, read_path(survey, ReadOptions()))
                assert (summary.rejected, summary.updated) == (0, 0)
        assert broken_links(file) == []
    return first, path


def settled(dossier: Dossier) -> tuple[object, ...]:
    stands = dossier.standing
    return stands.state, stands.done_on, stands.confirmed_on, dossier.counted()


def _told(dossier: Dossier) -> dict[str, catalogue.Value]:
    """The columns without the days idle: what ended the idle time stands in the steps, which no package carries."""
    return {field: value for field, value in catalogue.row_of(dossier.case).items() if field != "XZTS"}


def test_every_column_and_what_was_settled_come_back(both: tuple[Snapshot, Path]) -> None:
    first, path = both
    again = read_snapshot(path, DAY)
    partly = 0
    for which in BOTH_LISTS:
        assert [each.code for each in again.dossiers[which]] == [each.code for each in first.dossiers[which]]
        for one, other in zip(first.dossiers[which], again.dossiers[which]):
            assert _told(other) == _told(one), one.code
            assert settled(other) == settled(one), one.code
            partly += bool(one.standing.done_area_ha)
    assert partly > 50, "most of the sample is settled by December"


def test_the_database_counts_it_as_the_model_does(both: tuple[Snapshot, Path]) -> None:
    _, path = both
    again = read_snapshot(path, DAY)
    with CampaignFile.open(path) as file:
        for which in BOTH_LISTS:
            states = states_as_of(file, which, DAY, again.campaign.year)
            for each in again.dossiers[which]:
                said = states[each.code]
                assert (said.state, said.done_ha) == (each.standing.state.code, each.standing.done_area_ha), each.code
                assert said.base_ha == each.standing.base_area_ha
    dossiers = [each for which in BOTH_LISTS for each in again.dossiers[which]]
    counted = tuple(replace(each.counted(), approval=None) for each in dossiers)
    assert read_overview(path, DAY).counting.parcels == counted
