"""The database counts parcels as the model does, on any day, with corrections, suspensions and missing ledgers."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from factories import SQUARE, parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.reports.progress import assessment
from anze_idle_land_plugin.model.campaign import Task
from anze_idle_land_plugin.model.counting.assessment import assess
from anze_idle_land_plugin.model.counting.figures import counting, figures, overall_of
from anze_idle_land_plugin.model.kinds import ListKind, Status
from anze_idle_land_plugin.model.standing.events import STATE_FIELD
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile, CampaignMissing
from anze_idle_land_plugin.store.standing.listing import read_listing
from anze_idle_land_plugin.store.standing.overview import read_overview, with_approvals
from anze_idle_land_plugin.store.standing.snapshot import read_dossier, read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

DAYS = [date(2023, 4, 1), date(2023, 5, 10), *(date(2023, 5, 20) + timedelta(days=17 * n) for n in range(12))]
TASKS = (Task(ListKind.UNSUPPLIED, "141026100", 3, 3.0, 2.5),)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty parcels with events written at random: steps, facts, confirmations, corrections of any of them."""
    path = tmp_path_factory.mktemp("counting") / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {}, TASKS)
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            surveys = tuple(
                parcel(shifted(SQUARE, (37612000.0 + 200 * n, 4002000.0)), code=f"{which.letter}-{n:02d}")
                for n in range(30)
            )
            reading = Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", surveys, ())
            import_readings(file, which, [reading])
            _columns(file, which)
        _events(file, random.Random(8))
    return path


def _columns(file: CampaignFile, which: ListKind) -> None:
    """Half of the parcels have a ledger: towns, zone, departments, years, areas; the other half has nothing."""
    key = catalogue.code_field(which)
    areas = {
        ListKind.UNSUPPLIED: "DKMJGQ = 1.5, YGMJ = 0.25, NZYPZRQ = '2019-03-01', NZYPZWH = '1号', NZYPZZMJ = 40",
        ListKind.IDLE: "XZMJ = 0.75",
    }
    file.execute(
        f"UPDATE {which.table} SET XZMC = '唐城镇', KFQBZ = 'N', ZRDW = 'ZRZY', JHWCSJ = '2023-09-30', {areas[which]}"
        f" WHERE substr({key}, -1) IN ('0', '2', '4', '6', '8')"
    )
    file.execute(f"UPDATE {which.table} SET KFQBZ = 'Y' WHERE substr({key}, -1) = '4'")


def _events(file: CampaignFile, chance: random.Random) -> None:
    number = 0
    written: list[tuple[int, ListKind, str, str]] = []
    for which in ListKind:
        for n in range(30):
            code = f"{which.letter}-{n:02d}"
            for _ in range(chance.randrange(12)):
                number += 1
                event = _event(which, chance)
                corrects = None
                mine = [each for each in written if each[2] == code and each[1] is which]
                if mine and chance.random() < 0.25:
                    corrected = chance.choice(mine)
                    corrects, event = corrected[0], _correction(which, corrected[3], chance)
                day = date(2023, 5, 10) + timedelta(days=chance.randrange(200))
                kind, transition, field, value, area = event
                file.execute(
                    "INSERT INTO event (id, list, code, kind, transition, field, value, area_ha, effective_on,"
                    " recorded_at, corrects_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '2023-12-31T00:00:00Z', ?)",
                    *(number, which.value, code, kind, transition, field, value, area, day, corrects),
                )
                written.append((number, which, code, field if corrects is None else "void"))


Row = tuple[str, str, str, str, "float | None"]


def _event(which: ListKind, chance: random.Random) -> Row:
    machine = catalogue.workflow(which)
    kind = chance.choice(["baseline", "step", "step", "fact", "fact", "confirm"])
    if kind == "baseline":
        return ("baseline", "", STATE_FIELD, chance.choice(list(machine.states)), chance.choice([1.0, 1.5]))
    if kind == "step":
        steps = [step for step in machine.transitions.values() if not step.adds_to and step.source != "XS0"]
        step = chance.choice(steps)
        return ("transition", step.code, STATE_FIELD, step.target, chance.choice([None, 0.5, 1.5]))
    if kind == "fact":
        return _fact(which, chance)
    return ("confirm", "", "", "", None)


def _fact(which: ListKind, chance: random.Random) -> Row:
    measure = catalogue.field_of(which, "measure").code
    year = "NZYPZRQ" if which is ListKind.UNSUPPLIED else "HTQDRQ"
    field, value = chance.choice(
        [
            ("JHWCSJ", chance.choice(["2023-07-01", "2023-10-15", ""])),
            (measure, chance.choice(catalogue.measure_codes(which))),
            ("ZRDW", chance.choice(["CZ", "财政局", ""])),
            (year, "2020-02-29"),
            ("XZMC", "马壁镇"),
        ]
    )
    return ("fact", "", field, value, None)


def _correction(which: ListKind, field: str, chance: random.Random) -> Row:
    """A void, or a fact put right. Steps are voided only: what they lead to is the recorder's business."""
    if field and field != STATE_FIELD and field != "void" and chance.random() < 0.5:
        return ("correct", "", field, {"JHWCSJ": "2023-08-08", "XZMC": "和川镇"}.get(field, ""), None)
    return ("correct", "", "", "", None)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_parcel_counts_as_the_model_says(campaign: Path, day: date) -> None:
    ours = read_overview(campaign, day)
    model = counting(read_snapshot(campaign, day))
    assert list(ours.counting.parcels) == [replace(each, approval=None) for each in model.parcels]
    rules = catalogue.counting_rules(catalogue.shipped_units())
    assert figures(ours.counting, rules) == figures(model, rules)


@pytest.mark.parametrize("day", DAYS[::4], ids=str)
def test_the_approvals_read_for_the_supply_rate_give_the_assessment_of_the_reports(campaign: Path, day: date) -> None:
    whole, rules, policy = (
        read_snapshot(campaign, day),
        catalogue.counting_rules(catalogue.shipped_units()),
        catalogue.policy(),
    )
    ours = with_approvals(campaign, read_overview(campaign, day))
    assert ours.approved
    found = assess(figures(ours.counting, rules), ours.counting.parcels, policy, ours.year)
    expected = assessment(whole)
    assert found.supply == expected.supply and found.supply.rate.of
    assert (found.disposal, found.credits, found.change) == (expected.disposal, expected.credits, expected.change)


@pytest.mark.parametrize("day", DAYS[::4], ids=str)
def test_the_list_of_the_dock_shows_what_the_dossiers_say(campaign: Path, day: date) -> None:
    whole = read_snapshot(campaign, day)
    listing = read_listing(campaign, day)
    shown = [(each.which, each.code, each.title, each.state, each.status) for each in listing.rows]
    assert shown == [
        (each.which, each.code, each.case.title, each.standing.state.name, each.status) for each in whole.all_dossiers()
    ]
    assert (
        overall_of(listing.overview.counting, catalogue.counting_rules(catalogue.shipped_units()))
        == figures(counting(whole), catalogue.counting_rules(catalogue.shipped_units())).total
    )
    one = whole.all_dossiers()[7]
    assert read_dossier(campaign, one.which, one.code, day) == one
    assert read_dossier(campaign, one.which, "nothing", day) is None


def test_the_random_campaign_holds_every_situation(campaign: Path) -> None:
    parcels = [each for day in DAYS for each in read_overview(campaign, day).counting.parcels]
    assert {each.status for each in parcels} == set(Status)
    assert any(each.confirmed for each in parcels) and any(not each.in_base for each in parcels)
    with CampaignFile.open(campaign) as file:
        ((count,),) = file.query("SELECT COUNT(*) FROM event WHERE kind = 'correct'")
    assert int(str(count)) > 20


def test_an_empty_campaign_counts_nothing(tmp_path: Path) -> None:
    create_campaign(tmp_path / "campaign.gpkg", snapshot().campaign, {})
    read = read_overview(tmp_path / "campaign.gpkg", date(2023, 9, 30))
    assert read.counting.parcels == () and read.counting.milestones


def test_a_missing_campaign_is_named(tmp_path: Path) -> None:
    with pytest.raises(CampaignMissing, match=r"gone\.gpkg"):
        read_overview(tmp_path / "gone.gpkg", date(2023, 9, 30))
