"""The next year's campaign: who goes over, with what history and base; the old file stays as it was."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from factories import SQUARE, parcel, shifted, snapshot

from anze_idle_land_plugin.model.kinds import ListKind, Status
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import ContextShape
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.attachments import damaged
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import CampaignExists, create_campaign
from anze_idle_land_plugin.store.database import CampaignFile, CampaignMissing
from anze_idle_land_plugin.store.events import broken_links, last_hash
from anze_idle_land_plugin.store.rollover import NotALaterYear, RolledOver, roll_over
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
NOW, LATER = datetime(2023, 12, 5, tzinfo=timezone.utc), datetime(2024, 1, 8, tzinfo=timezone.utc)
ENTERED, SUMMER = date(2023, 5, 10), date(2023, 7, 1)


def enter(which: ListKind, code: str, state: str, area: float = 1.0) -> Draft:
    return Draft(which, code, EventKind.BASELINE, ENTERED, field=STATE_FIELD, value=state, area_ha=area)


def fact(code: str, field: str, value: str, which: ListKind = UNSUPPLIED) -> Draft:
    return Draft(which, code, EventKind.FACT, SUMMER, field=field, value=value)


def step(code: str, transition: str, area: float | None = None, **more: Any) -> Draft:
    return Draft(UNSUPPLIED, code, EventKind.TRANSITION, SUMMER, transition=transition, area_ha=area, **more)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Five cases: under way, supplied in part, supplied and closed, withdrawn by mistake, idle land found not idle."""
    path = tmp_path / "2023" / "安泽2023.gpkg"
    path.parent.mkdir()
    context = {"place": [ContextShape("place", "府城镇", "", bytes(shape_point()))]}
    create_campaign(path, snapshot().campaign, context)
    (tmp_path / "批复.pdf").write_bytes(b"scan")
    with CampaignFile.open(path, update=True) as file:
        for which, codes in ((UNSUPPLIED, ("G-A1", "G-A2", "G-A3", "G-A4")), (IDLE, ("X-B1",))):
            places = [shifted(SQUARE, (37612000.0 + 200 * place, 4002000.0)) for place in range(len(codes))]
            surveys = tuple(parcel(points, code=code) for points, code in zip(places, codes))
            import_readings(file, which, [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", surveys, ())])
        number = "1410262023B00001"
        drafts = [
            enter(UNSUPPLIED, "G-A1", "P12"),
            step("G-A1", "TP07", attachments=(str(tmp_path / "批复.pdf"),)),
            fact("G-A2", "DKMJGQ", "1.0"),
            enter(UNSUPPLIED, "G-A2", "P40"),
            fact("G-A2", "DZJGH", number),
            step("G-A2", "TP11", 0.4),
            fact("G-A3", "DKMJGQ", "1.0"),
            enter(UNSUPPLIED, "G-A3", "P40"),
            fact("G-A3", "DZJGH", number),
            step("G-A3", "TP11"),
            Draft(UNSUPPLIED, "G-A3", EventKind.CONFIRM, SUMMER),
            step("G-A3", "TP12"),
            enter(UNSUPPLIED, "G-A4", "P60"),
            step("G-A4", "TP17", 0.3),
            enter(IDLE, "X-B1", "X21"),
            Draft(IDLE, "X-B1", EventKind.TRANSITION, SUMMER, transition="TX07"),
        ]
        record(file, drafts, NOW)
        ((wrong,),) = file.query("SELECT MAX(id) FROM event WHERE transition = 'TP17'")
        correct(file, [int(str(wrong))], Correction(), NOW)
        with file.transaction():
            file.execute("INSERT INTO approval (number) VALUES ('晋政地字〔2018〕1号')")
            file.execute(
                "INSERT INTO approval_parcel (number, list, code, area_ha) VALUES ('x', 'unsupplied', 'G-A1', 1)"
            )
            file.execute(
                "INSERT INTO approval_parcel (number, list, code, area_ha) VALUES ('x', 'unsupplied', 'G-A3', 1)"
            )
    return path


def shape_point() -> bytes:
    from shapely.geometry import Point

    return bytes(Point(37612000.0, 4002000.0).wkb)


@pytest.fixture
def rolled(campaign: Path, tmp_path: Path) -> tuple[Path, RolledOver]:
    output = tmp_path / "2024" / "安泽2024.gpkg"
    output.parent.mkdir()
    return output, roll_over(campaign, 2024, output, LATER, Notes())


def test_unfinished_cases_go_over_with_what_is_left_and_closed_ones_stay(rolled: tuple[Path, RolledOver]) -> None:
    path, summary = rolled
    assert [(each.code, each.state, each.area_ha) for each in summary.carried] == [
        ("G-A1", "P20", 1.0),
        ("G-A2", "P50", 0.6),
        ("G-A4", "P60", 1.0),
    ]
    assert (summary.closed, summary.base_ha) == (2, 2.6)
    dossiers = read_snapshot(path, date(2024, 1, 1)).dossiers
    assert [each.code for each in dossiers[UNSUPPLIED]] == ["G-A1", "G-A2", "G-A4"]
    assert dossiers[IDLE] == ()


def test_the_new_year_begins_with_nothing_done_and_the_base_frozen(rolled: tuple[Path, RolledOver]) -> None:
    path, _ = rolled
    stands = {each.code: each.standing for each in read_snapshot(path, date(2024, 1, 31)).dossiers[UNSUPPLIED]}
    assert [(each.base_area_ha, each.done_area_ha) for each in stands.values()] == [(1.0, 0.0), (0.6, 0.0), (1.0, 0.0)]
    with CampaignFile.open(path, update=True) as file:
        again = Draft(UNSUPPLIED, "G-A2", EventKind.TRANSITION, date(2024, 2, 1), transition="TP13")
        record(file, [again], LATER)
    after = next(each for each in read_snapshot(path, date(2024, 3, 1)).dossiers[UNSUPPLIED] if each.code == "G-A2")
    assert (after.standing.state.code, after.standing.base_area_ha, after.case.supplied_area_ha) == ("P20", 0.6, 0.4)


def test_the_history_goes_over_whole_in_a_chain_of_its_own(campaign: Path, rolled: tuple[Path, RolledOver]) -> None:
    path, _ = rolled
    then = {each.code: each for each in read_snapshot(campaign, date(2023, 9, 30)).dossiers[UNSUPPLIED]}
    now = {each.code: each for each in read_snapshot(path, date(2023, 9, 30)).dossiers[UNSUPPLIED]}
    for code, dossier in now.items():
        before = then[code].standing
        assert (dossier.standing.state, dossier.standing.facts) == (before.state, before.facts)
        assert [each.recorded_at for each in dossier.standing.events] == [each.recorded_at for each in before.events]
    with CampaignFile.open(path) as file, CampaignFile.open(campaign) as old:
        assert broken_links(file) == []
        ((note, document),) = file.query("SELECT note, document FROM event WHERE effective_on = '2024-01-01' LIMIT 1")
        assert last_hash(old)[:16] in str(note) and document == "安泽2023.gpkg"


def test_surveys_registers_and_context_go_over(campaign: Path, rolled: tuple[Path, RolledOver]) -> None:
    path, _ = rolled
    old, new = (read_snapshot(each, date(2024, 1, 31)) for each in (campaign, path))
    surveys = {each.code: each.survey for each in old.dossiers[UNSUPPLIED]}
    assert all(each.survey == surveys[each.code] and each.wkb for each in new.dossiers[UNSUPPLIED])
    assert new.context["place"] == old.context["place"]
    with CampaignFile.open(path) as file:
        assert file.query("SELECT code FROM approval_parcel") == [("G-A1",)]
        assert file.query("SELECT COUNT(*) FROM approval") == [(1,)]
        assert file.query("SELECT COUNT(*) FROM rtree_unsupplied_parcel_geom") == [(3,)]


def test_attachments_come_along_beside_the_new_file(rolled: tuple[Path, RolledOver]) -> None:
    path, _ = rolled
    with CampaignFile.open(path) as file:
        assert damaged(file) == ()
    (first, *_) = read_snapshot(path, date(2024, 1, 31)).dossiers[UNSUPPLIED]
    assert [each.path for each in first.attachments] == ["attachments/批复.pdf"]


def test_19_a_new_year_has_its_name_and_no_plan_until_one_is_entered(rolled: tuple[Path, RolledOver]) -> None:
    new = read_snapshot(rolled[0], date(2024, 1, 31))
    assert (new.campaign.name, new.campaign.year) == ("安泽县2024年度“批而未用”土地清理专项行动", 2024)
    assert (new.campaign.starts_on, new.campaign.ends_on) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (new.milestones, new.stages, new.tasks, new.campaign.plan_document) == ((), (), (), "")


def test_the_old_file_is_not_touched(campaign: Path, tmp_path: Path) -> None:
    before = hashlib.sha256(campaign.read_bytes()).hexdigest()
    roll_over(campaign, 2024, tmp_path / "next.gpkg", LATER, Notes())
    assert hashlib.sha256(campaign.read_bytes()).hexdigest() == before


def test_a_year_after_that_carries_what_is_still_open(rolled: tuple[Path, RolledOver], tmp_path: Path) -> None:
    path, _ = rolled
    again = roll_over(path, 2025, tmp_path / "2025.gpkg", LATER, Notes())
    assert (len(again.carried), again.base_ha) == (3, 2.6)
    statuses = {each.status for each in read_snapshot(tmp_path / "2025.gpkg", date(2025, 1, 2)).dossiers[UNSUPPLIED]}
    assert Status.CLOSED not in statuses


def test_an_earlier_year_another_file_and_no_file_are_refused(campaign: Path, tmp_path: Path) -> None:
    with pytest.raises(NotALaterYear, match="2023"):
        roll_over(campaign, 2023, tmp_path / "a.gpkg", LATER, Notes())
    with pytest.raises(CampaignExists):
        roll_over(campaign, 2024, campaign, LATER, Notes())
    with pytest.raises(CampaignMissing):
        roll_over(tmp_path / "gone.gpkg", 2024, tmp_path / "a.gpkg", LATER, Notes())
    assert not list(tmp_path.glob("*a.*gpkg")) and not list(tmp_path.glob(".*"))


def test_a_lost_attachment_is_said(campaign: Path, tmp_path: Path) -> None:
    (campaign.parent / "attachments" / "批复.pdf").unlink()
    notes = Notes()
    roll_over(campaign, 2024, tmp_path / "next.gpkg", LATER, notes)
    assert [note.code for note in notes.messages] == ["attachment_not_carried"]
