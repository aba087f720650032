"""A parcel entered by hand: typed points, a boundary file's text, a drawn polygon; and everything that is none."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from factories import parcel, snapshot

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.geodesy.zones import UnknownGrid
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions
from anze_idle_land_plugin.readers.typed import read_typed
from anze_idle_land_plugin.store.casework.recording import UnknownField, UnknownState
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.entering import Entry, NoCode, NotOneParcel, ParcelExists, enter_parcel
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.undoing import undo_imports

NOW, DAY = datetime(2026, 1, 2, tzinfo=timezone.utc), date(2023, 7, 1)
UNSUPPLIED = ListKind.UNSUPPLIED
TYPED = """J1,4002100.000,37612000.000
J2,4002100.000,37612100.000
J3,4002000.000,37612100.000
J4,4002000.000,37612000.000
"""
DRAWN = (
    "POLYGON ((37612000 4002100, 37612100 4002100, 37612100 4002000, 37612000 4002000, 37612000 4002100),"
    " (37612040 4002060, 37612060 4002060, 37612060 4002040, 37612040 4002060))"
)
IN_ZONE_37 = ReadOptions(crs="EPSG:4525")


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return path


def enter(path: Path, text: str, options: ReadOptions = IN_ZONE_37, **entry: Any) -> str:
    with CampaignFile.open(path, update=True) as file:
        return enter_parcel(file, UNSUPPLIED, read_typed(text, "录入.txt", options), Entry(**entry), DAY, NOW, Notes())


def dossiers(path: Path) -> Any:
    return read_snapshot(path, date(2023, 9, 30)).dossiers[UNSUPPLIED]


def test_typed_points_become_a_parcel_with_the_next_free_code(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        readings = [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(code="2023-G-016"),), ())]
        import_readings(file, UNSUPPLIED, readings)
    moved = TYPED.replace("4002", "4003")
    assert enter(campaign, moved, name="岳阳河东侧地块") == "2023-G-017"
    made = dossiers(campaign)[1]
    assert (made.code, made.case.parcel_name, made.case.area_m2) == ("2023-G-017", "岳阳河东侧地块", 10000.0)
    assert made.survey.parts[0].outer.n_text[0] == "4003100.000"


def test_a_drawn_polygon_keeps_its_hole_to_the_millimetre(campaign: Path) -> None:
    code = enter(campaign, DRAWN, code="手工-1")
    (made,) = dossiers(campaign)
    assert (code, made.code, len(made.survey.parts[0].holes)) == ("手工-1", "手工-1", 1)
    assert plane_area(made.survey) == pytest.approx(9800.0)
    names = [name for _, _, ring in made.survey.rings() for name in ring.names]
    assert names == [f"J{number}" for number in range(1, 8)]


def test_a_polygon_in_degrees_is_placed_in_the_campaigns_crs(campaign: Path) -> None:
    degrees = "POLYGON ((112.24 36.14, 112.241 36.14, 112.241 36.141, 112.24 36.141, 112.24 36.14))"
    enter(campaign, degrees, ReadOptions(crs="EPSG:4490"))
    with CampaignFile.open(campaign) as file:
        ((west,),) = file.query("SELECT ST_MinX(geom) FROM unsupplied_parcel")
    assert 37_600_000 < float(str(west)) < 37_640_000


def test_facts_and_state_enter_as_events_with_the_area_of_the_base(campaign: Path) -> None:
    enter(campaign, TYPED, state="P20", facts={"DKMJGQ": "0.98", "XHLYFS": "03"}, document="移交单1号")
    (made,) = dossiers(campaign)
    assert (made.standing.state.code, made.standing.base_area_ha, made.case.measure) == ("P20", 0.98, "03")
    assert {event.document for event in made.standing.events} == {"移交单1号"}


def test_without_a_document_area_the_surveyed_area_enters_the_base(campaign: Path) -> None:
    enter(campaign, TYPED, state="P20")
    assert dossiers(campaign)[0].standing.base_area_ha == 1.0


def test_an_entered_parcel_without_events_can_be_undone_like_an_import(campaign: Path) -> None:
    enter(campaign, TYPED)
    with CampaignFile.open(campaign, update=True) as file:
        ((journal,),) = file.query("SELECT MAX(id) FROM import_journal")
        undo_imports(file, [int(str(journal))], NOW)
    assert dossiers(campaign) == ()


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("J1,4002100,37612000\nJ2,4002100,37612100", NotOneParcel, ""),
        ("J1,4002100,oh dear\nJ2,4002100,37612100\nJ3,4002000,37612100", NotOneParcel, ""),
        ("POLYGON ((1 2, 3", NotOneParcel, "no polygon"),
        ("POLYGON EMPTY", NotOneParcel, "0 parcels"),
        ("hello", NotOneParcel, ""),
    ],
    ids=["two points", "no number", "broken wkt", "empty wkt", "prose"],
)
def test_what_is_no_parcel_is_refused_and_nothing_is_kept(
    campaign: Path, text: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        enter(campaign, text)
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM unsupplied_parcel") == [(0,)]
        assert file.query("SELECT COUNT(*) FROM import_journal") == [(0,)]


def test_a_code_that_is_taken_or_names_nothing_is_refused(campaign: Path) -> None:
    enter(campaign, TYPED, code="A-1")
    with pytest.raises(ParcelExists, match="A-1"):
        enter(campaign, TYPED.replace("4002", "4003"), code="A-1")
    with pytest.raises(NoCode, match="FID_0"):
        enter(campaign, TYPED.replace("4002", "4003"), code="FID_0")


@pytest.mark.parametrize(
    ("entry", "error"),
    [({"state": "P77"}, UnknownState), ({"facts": {"NOPE": "1"}}, UnknownField)],
    ids=["state", "field"],
)
def test_a_wrong_fact_takes_the_parcel_with_it(campaign: Path, entry: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        enter(campaign, TYPED, **entry)
    assert dossiers(campaign) == ()


def test_a_polygon_in_a_foreign_crs_is_refused(campaign: Path) -> None:
    with pytest.raises(UnknownGrid, match="EPSG:3857"):
        enter(campaign, DRAWN, ReadOptions(crs="EPSG:3857"))
