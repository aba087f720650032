"""The one query of standing says the same as the model, for any day, whatever way a parcel came in."""

from __future__ import annotations

import contextlib
import random
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from factories import SQUARE, parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.workflow import SETTLED
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.admitting import steps_for
from anze_idle_land_plugin.store.casework.correcting import Correction, LastBaseline, NotOfThisEvent, correct
from anze_idle_land_plugin.store.casework.recording import Draft, StepRefused, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import events_of
from anze_idle_land_plugin.store.standing.layer_sql import standing_select
from anze_idle_land_plugin.store.standing.over_time import changes
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.standing.spans_sql import course_select
from anze_idle_land_plugin.store.standing.states import StateOn, states_as_of
from anze_idle_land_plugin.store.surveying.importing import import_readings

AREAS = {ListKind.UNSUPPLIED: ("DKMJGQ", "YGMJ", "CHMJ"), ListKind.IDLE: ("XZMJ", "GYMJ")}
PARCELS = 25
NOW, LATER = datetime(2026, 1, 2, tzinfo=timezone.utc), datetime(2026, 2, 2, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many parcels a list, all but one of them led along a random admissible path by dated steps and facts."""
    path = tmp_path_factory.mktemp("sql") / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            surveys = [
                parcel(shifted(SQUARE, (37612000.0 + 200 * index, 4002000.0)), code=f"{which.letter}-K{index:03d}")
                for index in range(PARCELS)
            ]
            import_readings(
                file, which, [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", tuple(surveys), ())]
            )
            for index, survey in enumerate(surveys[:-1]):  # nothing ever happens to the last
                _lead(file, which, survey.code, random.Random(index))
    return path


def _lead(file: CampaignFile, which: ListKind, code: str, chance: random.Random) -> None:
    machine = catalogue.workflow(which)
    start = chance.choice([state for state in machine.states.values() if not state.terminal and state.code != "XS0"])
    day = date(2023, 5, 10)
    if chance.random() < 0.5:
        entered = Draft(which, code, EventKind.BASELINE, day, field=STATE_FIELD, value=start.code, area_ha=1.5)
        record(file, [entered], NOW)
    else:  # it came in by its survey: whatever is recorded first freezes the base
        record(file, [Draft(which, code, EventKind.FACT, day, field=chance.choice(AREAS[which]), value="1.4")], NOW)
    if chance.random() < 0.3:  # what a package of ours brought
        before = Draft(which, code, EventKind.BASELINE, day, transition=SETTLED, field=STATE_FIELD, value=start.code)
        record(file, [replace(before, area_ha=chance.choice([0.5, 1.5]))], NOW)
    for _ in range(chance.randrange(9)):
        day += timedelta(days=chance.randrange(30))
        facts = [
            ("JHWCSJ", (day + timedelta(days=40)).isoformat()),
            (catalogue.field_of(which, "measure").code, chance.choice(catalogue.measure_codes(which))),
        ]
        field, value = chance.choice([*facts, (chance.choice(AREAS[which]), f"{chance.uniform(0.3, 2):.4f}")])
        late = timedelta(days=chance.choice([0, 0, 12]))  # learned of afterwards
        record(file, [Draft(which, code, EventKind.FACT, day - late, field=field, value=value)], NOW)
        record(file, [_some_step(file, which, code, day, chance)], NOW)
    if chance.random() < 0.4:
        record(file, [Draft(which, code, EventKind.CONFIRM, day)], LATER)
    for _ in range(chance.randrange(4)):
        _correct_some(file, which, code, chance)


def _correct_some(file: CampaignFile, which: ListKind, code: str, chance: random.Random) -> None:
    """Void an event, give it another document, day or area, or correct a correction."""
    log = events_of(file, which, [code])[(which, code)]
    corrected = {event.corrects_id for event in log}
    event = chance.choice([each for each in log if each.id not in corrected])
    moved = event.effective_on + timedelta(days=chance.randrange(-20, 20))
    rights = [
        Correction(),
        Correction(document="更正〔2023〕1号"),
        Correction(effective_on=moved),
        Correction(area_ha=0.7),
    ]
    right = chance.choice(rights)
    # A step may no longer be admissible where an earlier one was voided; the last baseline is corrected, not voided.
    with contextlib.suppress(StepRefused, NotOfThisEvent, LastBaseline):
        correct(file, [event.id], right, LATER)


def _some_step(file: CampaignFile, which: ListKind, code: str, day: date, chance: random.Random) -> Draft:
    """A step that nothing refuses, or else a reasoned override into some other state."""
    step = Draft(which, code, EventKind.TRANSITION, day, document="1号")
    free = [verdict for verdict in steps_for(file, which, [code], day)[code] if verdict.admitted]
    if free:
        chosen = chance.choice(free)
        some = 0.1 if chosen.area_ha is not None and chosen.area_ha > 0.1 else None
        return replace(step, transition=chosen.step.code, area_ha=chance.choice([None, some]))
    states = [each.code for each in catalogue.workflow(which).states.values() if not each.terminal]
    return replace(step, transition=chance.choice(states), override="县政府专题会议")


DAYS = [date(2023, 1, 1), date(2023, 4, 30), *(date(2023, 5, 8) + timedelta(days=n) for n in range(0, 240, 9))]


@pytest.fixture(scope="module")
def last_day(campaign: Path) -> Snapshot:
    return read_snapshot(campaign, date(2023, 12, 31))


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
def test_layer_replay_dock_and_board_say_what_the_model_says(
    campaign: Path, last_day: Snapshot, which: ListKind, as_of: date
) -> None:
    key = catalogue.code_field(which)
    with CampaignFile.open(campaign) as file:
        layer = {row.values[key]: row for row in file.rows(standing_select(which, as_of, 2023))}
        course = f"SELECT code, state, status FROM ({course_select(which, 2023)}) WHERE ? BETWEEN begins AND ends"
        spans = {str(code): (state, status) for code, state, status in file.query(course, as_of)}
    dock = {each.code: each for each in read_overview(campaign, as_of).counting.parcels if each.which is which}
    board = {each.code: changes(each, last_day.as_of, 2023) for each in last_day.dossiers[which]}
    dossiers = read_snapshot(campaign, as_of).dossiers[which]
    assert len(layer) == len(spans) == len(dock) == len(dossiers) == PARCELS
    for dossier in dossiers:
        row, stands = layer[dossier.code], dossier.standing
        said = row.values
        counted = replace(dossier.counted(), approval=None)
        assert (said["state"], said["category"], said["status"], bool(said["in_base"])) == (
            stands.state.code,
            counted.category.value,
            counted.status.value,
            counted.in_base,
        ), dossier.code
        assert (round(said["done_ha"], 4), round(said["base_ha"], 4)) == (counted.done_area_ha, counted.area_ha)
        assert spans[dossier.code] == (stands.state.code, counted.status.value), dossier.code
        assert dock[dossier.code] == counted
        way = [each for each in board[dossier.code] if each.since is None or each.since <= as_of]
        assert replace(way[-1].counted, approval=None) == counted
        assert row.wkb


@pytest.mark.parametrize("recorded_by", [None, "2026-01-02T00:00:00Z", "2025-12-31T00:00:00Z"], ids=str)
@pytest.mark.parametrize("as_of", [date(2023, 5, 9), date(2023, 7, 14), date(2023, 12, 31)], ids=str)
@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
def test_the_one_pass_over_all_events_and_the_model_agree(
    campaign: Path, which: ListKind, as_of: date, recorded_by: str | None
) -> None:
    with CampaignFile.open(campaign) as file:
        states = states_as_of(file, which, as_of, 2023, recorded_by)
    dossiers = read_snapshot(campaign, as_of, recorded_by).dossiers[which]
    assert len(states) == len(dossiers) == PARCELS
    for dossier in dossiers:
        stands, said = dossier.standing, states[dossier.code]
        assert said == StateOn(
            state=stands.state.code,
            since=stands.since.isoformat() if stands.since else "",
            moves=sum(bool(event.transition) for event in stands.events),
            base_ha=stands.base_area_ha,
            done_ha=stands.done_area_ha,
            confirmed_on=stands.confirmed_on.isoformat() if stands.confirmed_on else "",
        )


@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
def test_before_all_events_every_parcel_is_where_it_begins(campaign: Path, which: ListKind) -> None:
    with CampaignFile.open(campaign) as file:
        states = states_as_of(file, which, date(2023, 1, 1), 2023)
    assert len(states) == PARCELS and set(states.values()) == {StateOn(catalogue.workflow(which).initial.code)}


def test_events_of_a_code_without_a_parcel_bring_none_into_the_list(campaign: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.gpkg"
    shutil.copy(campaign, path)
    with CampaignFile.open(path, update=True) as file:
        for kind, field, value in (("baseline", STATE_FIELD, "P20"), ("confirm", "", "")):
            file.execute(
                "INSERT INTO event (list, code, kind, field, value, effective_on, recorded_at)"
                " VALUES ('unsupplied', 'G-NOWHERE', ?, ?, ?, '2023-05-10', '2023-05-10T00:00:00Z')",
                *(kind, field, value),
            )
        states = states_as_of(file, ListKind.UNSUPPLIED, date(2023, 12, 31), 2023)
    assert len(states) == PARCELS and "G-NOWHERE" not in states


def test_a_step_out_of_order_cannot_be_recorded(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file, pytest.raises(StepRefused):
        record(
            file,
            [Draft(ListKind.UNSUPPLIED, "G-K000", EventKind.TRANSITION, date(2023, 5, 10), transition="TP12")] * 3,
            NOW,
        )
