"""The base is frozen by a parcel's first event, whatever way it came in; the truth here is reckoned by hand."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Tuple

import pytest
from factories import SQUARE, parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.board.data import IN_BASE, board_data, day_number
from anze_idle_land_plugin.model.counting.figures import BOTH_LISTS, counted
from anze_idle_land_plugin.model.counting.progress import Counted
from anze_idle_land_plugin.model.kinds import ListKind, Status
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.procedure.workflow import SETTLED
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.baselines import freeze_missing
from anze_idle_land_plugin.store.casework.correcting import Correction, LastBaseline, correct
from anze_idle_land_plugin.store.casework.history import history_of
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.layer_sql import standing_select
from anze_idle_land_plugin.store.standing.over_time import done_course, snapshot_on
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.standing.spans_sql import course_select
from anze_idle_land_plugin.store.standing.states import states_as_of
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.splitting import Piece, split_parcel

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
NOW = datetime(2023, 12, 31, tzinfo=timezone.utc)
AFTER = date(2023, 12, 31)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """One surveyed hectare in each list, nothing known of either yet."""
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            survey = parcel(shifted(SQUARE), code=f"2023-{which.letter}-001")
            import_readings(file, which, [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (survey,), ())])
    return path


def take(campaign: Path, *drafts: Draft) -> list[str]:
    """Record in one call; returns the notes."""
    notes = Notes()
    with CampaignFile.open(campaign, update=True) as file:
        record(file, drafts, NOW, notes)
    return [message.code for message in notes.messages]


def fact(day: date, field: str, value: str, which: ListKind = UNSUPPLIED) -> Draft:
    return Draft(which, f"2023-{which.letter}-001", EventKind.FACT, day, field=field, value=value)


def step(day: date, transition: str, which: ListKind = UNSUPPLIED, **more: Any) -> Draft:
    code = f"2023-{which.letter}-001"
    return Draft(which, code, EventKind.TRANSITION, day, transition=transition, document="1号", **more)


def baseline(day: date, state: str, area: float | None, which: ListKind = UNSUPPLIED, **more: Any) -> Draft:
    code = f"2023-{which.letter}-001"
    return Draft(which, code, EventKind.BASELINE, day, field=STATE_FIELD, value=state, area_ha=area, **more)


def correct_event(campaign: Path, number: int, **right: Any) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        correct(file, [number], Correction(**right), NOW)


Told = Tuple[str, float, float, str, bool]


def told(campaign: Path, day: date, which: ListKind = UNSUPPLIED) -> Told:
    """State, base, done, status, in the base, of the parcel of a list."""
    return everyone(campaign, day, which)[f"2023-{which.letter}-001"]


def everyone(campaign: Path, day: date, which: ListKind = UNSUPPLIED) -> dict[str, Told]:
    """The same of every parcel of a list; every telling of them is held against the first one."""
    first = by_snapshot(read_snapshot(campaign, day), which)
    last = read_snapshot(campaign, AFTER)
    assert by_snapshot(snapshot_on(last, day), which) == first
    assert by_layer(campaign, day, which) == first
    assert by_dock(campaign, day, which) == first
    assert by_board(last, day, which) == first
    with CampaignFile.open(campaign) as file:
        replay = {
            str(row.values["code"]): (row.values["state"], row.values["status"])
            for row in file.rows(course_select(which, 2023))
            if row.values["begins"] <= day.isoformat() <= row.values["ends"]
        }
        states = {code: (each.state, each.done_ha) for code, each in states_as_of(file, which, day, 2023).items()}
    assert replay == {code: (each[0], each[3]) for code, each in first.items()}
    assert states == {code: (each[0], each[2]) for code, each in first.items()}
    return first


def by_snapshot(shot: Snapshot, which: ListKind) -> dict[str, Told]:
    return {each.code: _told(each.standing.state.code, each.counted()) for each in shot.dossiers[which]}


def by_layer(campaign: Path, day: date, which: ListKind) -> dict[str, Told]:
    key = catalogue.code_field(which)
    with CampaignFile.open(campaign) as file:
        rows = [row.values for row in file.rows(standing_select(which, day, 2023))]
    return {
        str(row[key]): (row["state"], round(row["base_ha"], 4), row["done_ha"], row["status"], bool(row["in_base"]))
        for row in rows
    }


def by_dock(campaign: Path, day: date, which: ListKind) -> dict[str, Told]:
    overview = read_overview(campaign, day)
    parcels = zip(overview.counting.parcels, overview.states)
    return {each.code: _told(state, each) for each, state in parcels if each.which is which}


def by_board(last: Snapshot, day: date, which: ListKind) -> dict[str, Told]:
    """What the page says: it picks the last row of a parcel's way that has begun."""
    data: Any = board_data(last, BOTH_LISTS)
    names = {state.name: state.code for state in catalogue.workflow(which).states.values()}
    found = {}
    for each in data["parcels"]:
        begun = [row for row in each["w"] if row[0] <= day_number(day)]
        if begun and each["l"] == list(ListKind).index(which):
            row = begun[-1]
            state, status = data["states"][row[1]], list(Status)[row[12]].value
            found[each["c"]] = (names[state], row[9], row[10], status, bool(row[8] & IN_BASE))
    return found


def _told(state: str, each: Counted) -> Told:
    return state, each.area_ha, each.done_area_ha, each.status.value, each.in_base


def supplied_in_part(campaign: Path) -> None:
    """The county of the trial: 1.5 ha by the ledger, 1.0 ha of it under contract in July."""
    for field, value in (
        ("DKMJGQ", "1.5"),
        ("NZYPZRQ", "2022-03-01"),
        ("JHWCSJ", "2023-10-31"),
        ("JDBZ", "Y"),
        ("LYXZ", "0301"),
    ):
        take(campaign, fact(date(2023, 5, 10), field, value))
    take(campaign, step(date(2023, 5, 20), "TP03"))
    take(campaign, step(date(2023, 6, 1), "TP09"))
    july = date(2023, 7, 1)
    contract = (("HTBH", "C1"), ("HTQDRQ", "2023-07-01"), ("GYFS", "21"), ("GYMJ", "1.0"))
    take(campaign, *(fact(july, field, value) for field, value in contract), step(july, "TP10"))
    second = date(2023, 7, 2)
    take(campaign, fact(second, "DZJGH", "1410262023B00001"), step(second, "TP11"))


def test_a_parcel_supplied_in_part_is_two_thirds_done_and_open_in_every_telling(campaign: Path) -> None:
    supplied_in_part(campaign)
    assert told(campaign, date(2023, 5, 10)) == ("P00", 1.5, 0.0, "not_started", True)
    assert told(campaign, date(2023, 6, 15)) == ("P30", 1.5, 0.0, "on_time", True)
    state, base, done, status, _ = told(campaign, date(2023, 9, 30))
    assert (state, base, done, status) == ("P50", 1.5, 1.0, "on_time")
    assert round(done / base, 4) == 0.6667
    assert told(campaign, date(2023, 10, 1))[3] == "warning"  # 30 days before its planned day
    assert told(campaign, date(2023, 11, 15))[3] == "overdue"


def test_without_events_the_base_is_the_surveyed_hectare_and_once_frozen_one_for_all_days(campaign: Path) -> None:
    assert told(campaign, date(2023, 9, 30)) == ("P00", 1.0, 0.0, "not_started", True)
    supplied_in_part(campaign)
    assert told(campaign, date(2023, 5, 9))[1] == 1.5


def test_a_first_event_without_areas_freezes_the_survey_and_a_later_document_is_answered(campaign: Path) -> None:
    assert take(campaign, fact(date(2023, 6, 1), "ZRDW", "自然资源局")) == []
    assert take(campaign, fact(date(2023, 6, 20), "DKMJGQ", "1.5")) == ["base_stays"]
    assert told(campaign, date(2023, 7, 1))[1] == 1.0
    with CampaignFile.open(campaign) as file:
        ((number, day, area),) = file.query(
            "SELECT id + 0 AS n, effective_on, area_ha FROM event WHERE kind = 'baseline'"
        )
    assert (day, area) == ("2023-06-01", 1.0)
    correct_event(campaign, int(number), area_ha=1.5, reason="勘测面积有误")
    assert told(campaign, date(2023, 6, 1))[1] == 1.5
    with CampaignFile.open(campaign) as file:
        last = history_of(file, UNSUPPLIED, "2023-G-001")
    (said,) = [entry.what.text() for entry in last if entry.event is not None and entry.event.corrects_id]
    assert said == f"In place of event {number}: Base frozen: 1.5000 ha"


def test_a_correction_with_a_day_of_its_own_moves_the_state_to_that_day_and_the_base_of_all(campaign: Path) -> None:
    take(campaign, baseline(date(2023, 5, 10), "P20", 1.4))
    correct_event(campaign, 1, area_ha=1.2, effective_on=date(2023, 6, 1))
    assert told(campaign, date(2023, 6, 1)) == ("P20", 1.2, 0.0, "not_started", True)
    assert told(campaign, date(2023, 5, 31)) == ("P00", 1.2, 0.0, "not_started", True)


def test_steps_entered_late_keep_their_states_beside_a_base_frozen_after_them(campaign: Path) -> None:
    take(campaign, fact(date(2023, 7, 1), "JDBZ", "Y"), fact(date(2023, 7, 1), "LYXZ", "0301"))
    take(campaign, fact(date(2023, 5, 20), "DKMJGQ", "1.5"), fact(date(2023, 5, 20), "JDBZ", "Y"))
    take(campaign, fact(date(2023, 5, 20), "LYXZ", "0301"), step(date(2023, 5, 20), "TP03"))
    assert told(campaign, date(2023, 6, 1)) == ("P21", 1.0, 0.0, "on_time", True)
    assert told(campaign, date(2023, 7, 1)) == ("P21", 1.0, 0.0, "on_time", True)


def test_a_seized_parcel_is_out_of_the_base_while_it_lasts(campaign: Path) -> None:
    take(campaign, baseline(date(2023, 5, 10), "X42", 1.3, IDLE))
    seized = step(date(2023, 6, 10), "XS0", IDLE, override="法院裁定")
    take(campaign, seized)
    take(campaign, step(date(2023, 8, 1), "TX36", IDLE))
    assert told(campaign, date(2023, 6, 9), IDLE) == ("X42", 1.3, 0.0, "not_started", True)
    assert told(campaign, date(2023, 6, 10), IDLE)[3:] == ("suspended", False)
    assert told(campaign, date(2023, 7, 31), IDLE)[3:] == ("suspended", False)
    assert told(campaign, date(2023, 8, 1), IDLE)[3:] == ("on_time", True)


def test_land_found_not_idle_leaves_the_base(campaign: Path) -> None:
    take(campaign, baseline(date(2023, 5, 10), "X21", 1.3, IDLE))
    take(campaign, step(date(2023, 6, 10), "TX07", IDLE))
    assert told(campaign, date(2023, 6, 9), IDLE)[3:] == ("not_started", True)
    assert told(campaign, date(2023, 6, 10), IDLE) == ("X30", 1.3, 0.0, "closed", False)


def test_what_was_settled_before_counts_against_the_frozen_base(campaign: Path) -> None:
    entered = baseline(date(2023, 5, 10), "P20", 1.5)
    take(campaign, entered, baseline(date(2023, 6, 1), "P20", 0.5, transition=SETTLED))
    assert told(campaign, date(2023, 5, 31)) == ("P20", 1.5, 0.0, "not_started", True)
    assert told(campaign, date(2023, 6, 1)) == ("P20", 1.5, 0.5, "on_time", True)


def test_the_last_baseline_is_corrected_and_not_voided(campaign: Path) -> None:
    take(campaign, baseline(date(2023, 5, 10), "P20", 1.4))
    take(campaign, fact(date(2023, 5, 20), "DKMJGQ", "1.2"))
    with pytest.raises(LastBaseline, match="event 1"):
        correct_event(campaign, 1, void=True)
    take(campaign, baseline(date(2023, 6, 1), "P21", 1.3))
    correct_event(campaign, 1, void=True)
    assert told(campaign, date(2023, 5, 20)) == ("P00", 1.3, 0.0, "not_started", True)


def test_everything_may_be_voided_the_baseline_last(campaign: Path) -> None:
    take(campaign, baseline(date(2023, 5, 10), "P20", 1.4), fact(date(2023, 5, 20), "DKMJGQ", "1.2"))
    correct_event(campaign, 2, void=True)
    correct_event(campaign, 1, void=True)
    assert told(campaign, date(2023, 5, 20)) == ("P00", 1.0, 0.0, "not_started", True)


def test_an_earlier_value_holds_until_the_first_fact_whatever_is_recorded_late(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        file.execute("UPDATE unsupplied_parcel SET JHWCSJ = '2023-05-01'")  # what a ledger gave before any event
    take(campaign, fact(date(2023, 6, 20), "JHWCSJ", "2023-12-30"))
    take(campaign, fact(date(2023, 4, 20), "JHWCSJ", "2023-12-29"))  # of an earlier day, recorded late
    days = (date(2023, 4, 10), date(2023, 5, 20), date(2023, 6, 20))
    shots = [read_snapshot(campaign, day).dossiers[UNSUPPLIED][0].case.deadline for day in days]
    assert shots == [date(2023, 5, 1), date(2023, 12, 29), date(2023, 12, 30)]
    assert [told(campaign, day)[3] for day in days] == ["warning", "not_started", "not_started"]


def test_documents_that_give_away_more_than_there_is_leave_a_base_of_nothing(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        file.execute("UPDATE unsupplied_parcel SET DKMJGQ = 1.0, YGMJ = 2.3541")
    assert told(campaign, date(2023, 5, 20))[1] == 0.0
    take(campaign, fact(date(2023, 6, 1), "ZRDW", "自然资源局"))
    assert told(campaign, date(2023, 6, 1)) == ("P00", 0.0, 0.0, "not_started", True)


def test_missing_baselines_are_frozen_as_known_on_the_first_day(campaign: Path) -> None:
    supplied_in_part(campaign)
    events = "event_is_never_updated", "event_is_never_deleted", "event_is_never_replaced"
    with CampaignFile.open(campaign, update=True) as file:
        for trigger in events:
            file.execute(f"DROP TRIGGER {trigger}")
        file.execute("DELETE FROM event WHERE kind = 'baseline' AND field = 'ZT'")  # as files of before are
        with file.transaction():
            assert [freeze_missing(file, which, NOW, "升级补记") for which in ListKind] == [1, 0]
            assert [freeze_missing(file, which, NOW) for which in ListKind] == [0, 0]
        ((day, area, note),) = file.query("SELECT effective_on, area_ha, note FROM event WHERE kind = 'baseline'")
    assert (day, area, note) == ("2023-05-10", 1.5, "升级补记")
    assert told(campaign, date(2023, 9, 30)) == ("P50", 1.5, 1.0, "on_time", True)


def test_a_piece_split_off_is_nowhere_before_its_day_and_everywhere_after(campaign: Path) -> None:
    take(campaign, baseline(date(2023, 5, 10), "P20", 1.5), fact(date(2023, 5, 10), "DKMJGQ", "1.5"))
    east = parcel(shifted([(60.0, 100.0), (100.0, 100.0), (100.0, 0.0), (60.0, 0.0)]), code="")
    with CampaignFile.open(campaign, update=True) as file:
        split_parcel(file, UNSUPPLIED, "2023-G-001", [Piece(east)], date(2023, 8, 1), NOW, Notes())
    assert everyone(campaign, date(2023, 7, 31)) == {"2023-G-001": ("P20", 1.5, 0.0, "not_started", True)}
    assert everyone(campaign, date(2023, 8, 1)) == {
        "2023-G-001": ("P20", 0.9, 0.0, "not_started", True),
        "2023-G-001-1": ("P20", 0.6, 0.0, "not_started", True),
    }
    assert {rate for _, rate in done_course(read_snapshot(campaign, AFTER), [UNSUPPLIED])} == {0.0}


def test_an_untouched_parcel_split_keeps_its_past_and_its_hectare(campaign: Path) -> None:
    east = parcel(shifted([(60.0, 100.0), (100.0, 100.0), (100.0, 0.0), (60.0, 0.0)]), code="")
    with CampaignFile.open(campaign, update=True) as file:
        split_parcel(file, UNSUPPLIED, "2023-G-001", [Piece(east)], date(2023, 8, 1), NOW, Notes())
    assert everyone(campaign, date(2023, 5, 10)) == {"2023-G-001": ("P00", 1.0, 0.0, "not_started", True)}
    assert {code: each[1] for code, each in everyone(campaign, date(2023, 8, 1)).items()} == {
        "2023-G-001": 0.6,
        "2023-G-001-1": 0.4,
    }


def test_both_lists_count_what_is_frozen(campaign: Path) -> None:
    supplied_in_part(campaign)
    areas = {each.code: each.area_ha for each in counted(read_snapshot(campaign, date(2023, 9, 30)))}
    assert areas == {"2023-G-001": 1.5, "2023-X-001": 1.0}
