"""A parcel split: areas add up, corners keep their names, base and done area are the same before and after."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Mapping

import pytest
import shapely.wkb
from factories import parcel, shifted, snapshot
from hypothesis import given, settings
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.parcel import Grid
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import Draft, UnknownParcel, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.layer_sql import standing_select
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.standing.spans_sql import course_select
from anze_idle_land_plugin.store.standing.states import states_as_of
from anze_idle_land_plugin.store.surveying.entering import ParcelExists
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.splitting import (
    NothingRemains,
    Piece,
    PieceOutside,
    PiecesOverlap,
    SplitTooEarly,
    TooMuchSettled,
    split_parcel,
)

NOW = datetime(2026, 1, 2, tzinfo=timezone.utc)
UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
BEFORE, DAY, AFTER = date(2023, 7, 31), date(2023, 8, 1), date(2023, 9, 30)
CODE = "2023-G-001"


def box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return shifted([(west, north), (east, north), (east, south), (west, south)])


EAST = box(60, 0, 100, 100)
"""The eastern 40 % of the square hectare."""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return made(tmp_path / "campaign.gpkg", UNSUPPLIED)


def made(path: Path, which: ListKind) -> Path:
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        readings = [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(code=CODE),), ())]
        import_readings(file, which, readings)
        facts = (
            {"DKMJGQ": "1.5", "XHLYFS": "03"} if which is UNSUPPLIED else {"GYMJ": "1.5", "XZMJ": "1.2", "CZFS": "31"}
        )
        state, base = ("P20", 1.5) if which is UNSUPPLIED else ("X42", 1.2)
        drafts = [
            Draft(which, CODE, EventKind.BASELINE, date(2023, 5, 10), field=STATE_FIELD, value=state, area_ha=base)
        ]
        drafts += [
            Draft(which, CODE, EventKind.FACT, date(2023, 5, 10), field=name, value=text)
            for name, text in facts.items()
        ]
        record(file, drafts, NOW)
    return path


def split(
    path: Path, *pieces: object, which: ListKind = UNSUPPLIED, codes: tuple[str, ...] = (), day: date = DAY
) -> Any:
    parts = [piece if isinstance(piece, Piece) else Piece(parcel(piece, code="")) for piece in pieces]
    if codes:
        parts = [Piece(part.parcel, code) for part, code in zip(parts, codes)]
    with CampaignFile.open(path, update=True) as file:
        return split_parcel(file, which, CODE, parts, day, NOW, Notes())


def found(path: Path, day: date, which: ListKind = UNSUPPLIED) -> dict[str, Dossier]:
    return {each.code: each for each in read_snapshot(path, day).dossiers[which]}


def test_a_piece_goes_on_under_its_parents_code_with_a_number(campaign: Path) -> None:
    assert split(campaign, EAST) == ("2023-G-001-1",)
    after = found(campaign, AFTER)
    parent, child = after[CODE], after[f"{CODE}-1"]
    assert (parent.area_m2, child.area_m2) == (pytest.approx(6000.0), pytest.approx(4000.0))
    assert (parent.case.area_ha, child.case.area_ha) == (0.9, 0.6)
    assert (parent.standing.base_area_ha, child.standing.base_area_ha) == (0.9, 0.6)
    assert (child.standing.state.code, child.case.measure) == ("P20", "03")
    assert (parent.case.area_m2, child.case.area_m2) == (6000.0, 4000.0)
    with CampaignFile.open(campaign) as file:
        rows = file.query("SELECT code, version, reason, parent_code FROM parcel_version ORDER BY fid")
    assert rows[1:] == [(f"{CODE}-1", 1, "split", CODE), (CODE, 2, "split", None)]


def test_before_the_split_the_parcel_is_whole_and_the_piece_is_not_there(campaign: Path) -> None:
    split(campaign, EAST)
    before = found(campaign, BEFORE)
    assert list(before) == [CODE]
    assert (before[CODE].area_m2, before[CODE].case.area_ha, before[CODE].base_area_ha) == (10000.0, 1.5, 1.5)
    with CampaignFile.open(campaign) as file:
        assert set(states_as_of(file, UNSUPPLIED, BEFORE, 2023)) == {CODE}
        assert len(file.rows(standing_select(UNSUPPLIED, BEFORE, 2023))) == 1
        assert set(states_as_of(file, UNSUPPLIED, DAY, 2023)) == {CODE, f"{CODE}-1"}
    for select, day, area in (
        (standing_select(UNSUPPLIED, BEFORE, 2023), BEFORE, 10000),
        (standing_select(UNSUPPLIED, DAY, 2023), DAY, 6000),
        (standing_select(UNSUPPLIED, None, 2023), DAY, 6000),
        (course_select(UNSUPPLIED, 2023), BEFORE, 10000),
        (course_select(UNSUPPLIED, 2023), DAY, 6000),
    ):
        with CampaignFile.open(campaign) as file:
            rows = [row for row in file.rows(select) if CODE in (row.values.get("code"), row.values.get("TBBH"))]
        on_the_day = [row for row in rows if _spans(row.values, day.isoformat())]
        assert [shapely.wkb.loads(row.wkb).area for row in on_the_day] == [pytest.approx(area)], day
        assert [row.values.get("DKMJ", area) for row in on_the_day] == [area]
    counted = {day: [each.area_ha for each in read_overview(campaign, day).counting.parcels] for day in (BEFORE, DAY)}
    assert counted == {BEFORE: [1.5], DAY: [0.9, 0.6]}
    with CampaignFile.open(campaign) as file:
        assert len(file.rows(standing_select(UNSUPPLIED, None, 2023))) == 2


def _spans(values: Mapping[str, Any], day: str) -> bool:
    return str(values.get("begins", day)) <= day <= str(values.get("ends", day))


def test_corners_of_the_parent_keep_their_names_and_new_ones_get_another(campaign: Path) -> None:
    split(campaign, EAST)
    after = found(campaign, AFTER)
    parent, child = (after[code].survey.parts[0].outer for code in (CODE, f"{CODE}-1"))
    assert {"J1", "J4"} <= set(parent.names) and {"J2", "J3"} <= set(child.names)
    assert len(set(parent.names)) == len(set(child.names)) == 4
    corner = child.names.index("J2")
    assert (child.n_text[corner], child.e_text[corner]) == ("4002100.000", "37612100.000")


def test_a_parcel_supplied_in_part_lets_its_rest_go_on_and_can_be_closed(campaign: Path) -> None:
    facts = {
        "ZSZT": "12",
        "JDBZ": "Y",
        "HTBH": "1号",
        "HTQDRQ": "2023-06-01",
        "GYFS": "23",
        "GYMJ": "0.9",
        "DZJGH": "1",
    }
    day = date(2023, 6, 1)
    drafts = [Draft(UNSUPPLIED, CODE, EventKind.FACT, day, field=name, value=value) for name, value in facts.items()]
    steps = [
        Draft(UNSUPPLIED, CODE, EventKind.TRANSITION, day, transition=step) for step in ("TP08", "TP09", "TP10", "TP11")
    ]
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [*drafts, *steps], NOW)
    split(campaign, EAST)
    after = found(campaign, AFTER)
    parent, child = after[CODE], after[f"{CODE}-1"]
    assert (parent.standing.state.code, parent.standing.done_area_ha, parent.case.remaining_area_ha) == (
        "P50",
        0.9,
        0.0,
    )
    assert (child.standing.state.code, child.standing.base_area_ha, child.case.contract_number) == ("P20", 0.6, "")
    confirm = Draft(UNSUPPLIED, CODE, EventKind.CONFIRM, AFTER)
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [confirm, Draft(UNSUPPLIED, CODE, EventKind.TRANSITION, AFTER, transition="TP12")], NOW)
    assert found(campaign, AFTER)[CODE].standing.closed
    with pytest.raises(TooMuchSettled, match="0.0000 ha are not settled"):
        split(campaign, box(0, 0, 30, 100))


def test_a_piece_of_idle_land_takes_its_share_of_the_contract_along(tmp_path: Path) -> None:
    path = made(tmp_path / "idle.gpkg", IDLE)
    split(path, EAST, which=IDLE)
    after = found(path, AFTER, IDLE)
    parent, child = after[CODE], after[f"{CODE}-1"]
    assert (parent.case.contract_area_ha, child.case.contract_area_ha) == (0.9, 0.6)
    assert (parent.standing.base_area_ha, child.standing.base_area_ha) == (0.6, 0.6)
    assert (child.standing.state.code, child.case.measure) == ("X42", "31")


def test_several_pieces_with_codes_of_their_own(campaign: Path) -> None:
    codes = split(campaign, EAST, box(0, 0, 60, 20), codes=("东", "南"))
    after = found(campaign, AFTER)
    assert (codes, set(after)) == (("东", "南"), {CODE, "东", "南"})
    assert sum(each.area_m2 for each in after.values()) == pytest.approx(10000.0)
    assert sum(each.standing.base_area_ha or 0.0 for each in after.values()) == pytest.approx(1.5)


def test_a_piece_given_in_another_zone_is_cut_where_it_lies(campaign: Path) -> None:
    from anze_idle_land_plugin.geodesy.zones import moved

    there = moved(EAST, Grid(37, True), Grid(38, True))
    split(campaign, Piece(parcel(there, grid=Grid(38, True), code="")))
    assert found(campaign, AFTER)[f"{CODE}-1"].area_m2 == pytest.approx(4000.0, abs=0.2)
    assert found(campaign, AFTER)[f"{CODE}-1"].survey.grid == Grid(37, True)


@pytest.mark.parametrize(
    ("pieces", "error", "words"),
    [
        ([box(60, 0, 140, 100)], PieceOutside, r"4000\.00 m²"),
        ([EAST, box(50, 0, 80, 100)], PiecesOverlap, r"2000\.00 m²"),
        ([box(0, 0, 100, 100)], NothingRemains, "leave the piece out"),
    ],
    ids=["outside", "overlap", "everything"],
)
def test_areas_that_do_not_fit_are_refused_and_nothing_changes(
    campaign: Path, pieces: list[object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        split(campaign, *pieces)
    assert list(found(campaign, AFTER)) == [CODE]


def test_a_split_before_the_last_outline_or_base_is_refused(campaign: Path) -> None:
    split(campaign, EAST)
    with pytest.raises(SplitTooEarly, match=DAY.isoformat()):
        split(campaign, box(0, 0, 20, 100), day=BEFORE)
    assert list(found(campaign, AFTER)) == [CODE, f"{CODE}-1"]


def test_a_code_that_is_taken_and_an_unknown_parcel_are_refused(campaign: Path) -> None:
    with pytest.raises(ParcelExists):
        split(campaign, EAST, codes=(CODE,))
    with CampaignFile.open(campaign, update=True) as file, pytest.raises(UnknownParcel):
        split_parcel(file, UNSUPPLIED, "nowhere", [Piece(parcel(EAST))], DAY, NOW, Notes())


def test_a_second_split_counts_on(campaign: Path) -> None:
    split(campaign, EAST)
    assert split(campaign, box(0, 0, 60, 20), day=AFTER) == (f"{CODE}-2",)
    after = found(campaign, AFTER)
    assert sum(each.standing.base_area_ha or 0.0 for each in after.values()) == pytest.approx(1.5)


def test_the_pieces_stand_under_the_approval_of_the_parcel(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file, file.transaction():
        file.execute("INSERT INTO approval (number) VALUES ('晋政地字〔2018〕1号')")
        values = f"'晋政地字〔2018〕1号', 'unsupplied', '{CODE}', 1.5"
        file.execute(f"INSERT INTO approval_parcel (number, list, code, area_ha) VALUES ({values})")
    split(campaign, EAST)
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT code, area_ha FROM approval_parcel ORDER BY fid") == [(CODE, 0.9), (f"{CODE}-1", 0.6)]


@settings(max_examples=12)
@given(cut=st.integers(min_value=1, max_value=99), south=st.integers(min_value=0, max_value=50))
def test_whatever_is_cut_off_the_areas_add_up(tmp_path_factory: pytest.TempPathFactory, cut: int, south: int) -> None:
    path = made(tmp_path_factory.mktemp("split") / "campaign.gpkg", UNSUPPLIED)
    split(path, box(cut, south, 100, 100))
    after = found(path, AFTER)
    assert sum(plane_area(each.survey) for each in after.values()) == pytest.approx(10000.0, abs=0.01)
    assert round(sum(each.case.area_ha or 0.0 for each in after.values()), 4) == 1.5  # type: ignore[misc]
    assert round(sum(each.standing.base_area_ha or 0.0 for each in after.values()), 4) == 1.5
