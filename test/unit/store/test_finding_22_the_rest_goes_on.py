"""Finding 22: after a partial withdrawal the rest goes on by a step, in the state the law gives it."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Sequence

import pytest
from factories import parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.sheet.facts import in_print, next_step
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import Draft, StepRefused, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.splitting import Piece, split_parcel

UNSUPPLIED = ListKind.UNSUPPLIED
NOW = datetime(2026, 1, 2, tzinfo=timezone.utc)
CODE = "PW02"
AFTER = date(2023, 9, 30)
ROAD = shifted([(0.0, 200.0), (160.0, 200.0), (160.0, 0.0), (0.0, 0.0)])
"""160 m by 200 m: 3.2 ha. 1.15 ha are supplied and 0.5 ha withdrawn, so 1.55 ha remain (campaign example 6)."""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    reading = Reading("x.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(ROAD, code=CODE),), ())
    with CampaignFile.open(path, update=True) as file:
        import_readings(file, UNSUPPLIED, [reading])
    return path


def fact(field: str, value: str, day: date) -> Draft:
    return Draft(UNSUPPLIED, CODE, EventKind.FACT, day, field=field, value=value)


def step(code: str, day: date, area: float | None = None) -> Draft:
    kind = EventKind.TRANSITION
    return Draft(UNSUPPLIED, CODE, kind, day, transition=code, area_ha=area, document="晋政地撤〔2023〕5号")


def take(path: Path, *drafts: Draft) -> None:
    with CampaignFile.open(path, update=True) as file:
        record(file, drafts, NOW)


def withdrawn(path: Path, origin: str, *before: Draft, area: float = 0.5, ask: str = "TP16") -> None:
    """A part of the parcel is withdrawn, which stood in ``origin`` when that was asked for."""
    entered = Draft(
        UNSUPPLIED, CODE, EventKind.BASELINE, date(2023, 5, 10), field=STATE_FIELD, value=origin, area_ha=3.2
    )
    approved = fact("NZYPZRQ", "2015-06-01", date(2023, 5, 10))
    marks = (step(ask, date(2023, 7, 10)), step("TP17", date(2023, 8, 15), area), step("TP18", date(2023, 8, 25), area))
    take(path, entered, approved, *before, *marks)


def stands(path: Path, code: str = CODE) -> Dossier:
    dossiers: Sequence[Dossier] = read_snapshot(path, AFTER).dossiers[UNSUPPLIED]
    return next(each for each in dossiers if each.code == code)


SUPPLY = (
    fact("ZSZT", "12", date(2023, 5, 20)),
    step("TP09", date(2023, 6, 1)),
    *(
        fact(field, value, date(2023, 6, 20))
        for field, value in {"HTBH": "CR-1", "HTQDRQ": "2023-06-20", "GYFS": "23", "GYMJ": "1.15"}.items()
    ),
    step("TP10", date(2023, 6, 20)),
    fact("DZJGH", "1410262023B00201", date(2023, 6, 28)),
    step("TP11", date(2023, 6, 28), 1.15),
    step("TP13", date(2023, 7, 5)),
)
CASES = [("P21", SUPPLY, "TP16", "TP28", "P20"), ("P20", (), "TP16", "TP28", "P20"), ("P10", (), "TP15", "TP29", "P10")]


@pytest.mark.parametrize(("origin", "before", "ask", "onward", "target"), CASES, ids=["supplied too", "P20", "P10"])
def test_finding_22_the_rest_is_led_on_without_an_override(
    campaign: Path, origin: str, before: Sequence[Draft], ask: str, onward: str, target: str
) -> None:
    withdrawn(campaign, origin, *before, ask=ask)
    about = stands(campaign)
    left = 1.55 if before else 2.7
    assert about.standing.state.code == "P62"
    assert about.base_area_ha - about.standing.done_area_ha == pytest.approx(left, abs=1e-9)
    steps = catalogue.workflow(UNSUPPLIED).transitions
    assert next_step(about, AFTER).startswith(in_print(steps[onward].name))
    for other in {"TP28", "TP29"} - {onward}:
        assert in_print(steps[other].name) not in next_step(about, AFTER)
        with pytest.raises(StepRefused):
            take(campaign, step(other, date(2023, 9, 1)))
    take(campaign, step(onward, date(2023, 9, 1)))
    assert stands(campaign).standing.state.code == target
    assert stands(campaign).standing.done_area_ha == about.standing.done_area_ha


def test_finding_22_clean_land_goes_back_to_wait_for_supply_and_can_be_supplied(campaign: Path) -> None:
    withdrawn(campaign, "P20", *SUPPLY[:1])
    with pytest.raises(StepRefused, match="JDBZ"):
        take(campaign, step("TP30", date(2023, 9, 1)))
    take(campaign, fact("JDBZ", "Y", date(2023, 9, 1)), step("TP30", date(2023, 9, 1)), step("TP09", date(2023, 9, 2)))
    assert stands(campaign).standing.state.code == "P30"


def test_finding_22_a_whole_withdrawal_has_no_rest(campaign: Path) -> None:
    withdrawn(campaign, "P20", area=3.2)
    with pytest.raises(StepRefused, match="nothing of the parcel remains"):
        take(campaign, step("TP28", date(2023, 9, 1)))


@pytest.mark.parametrize(("origin", "ask", "begins_in"), [("P20", "TP16", "P20"), ("P10", "TP15", "P10")])
def test_finding_22_a_piece_split_off_does_not_inherit_the_mark_of_the_withdrawal(
    campaign: Path, origin: str, ask: str, begins_in: str
) -> None:
    withdrawn(campaign, origin, ask=ask)
    east = Piece(parcel(shifted([(100.0, 200.0), (160.0, 200.0), (160.0, 0.0), (100.0, 0.0)]), code=""))
    with CampaignFile.open(campaign, update=True) as file:
        (child,) = split_parcel(file, UNSUPPLIED, CODE, [east], date(2023, 9, 5), NOW, Notes())
    assert stands(campaign, child).standing.state.code == begins_in
    assert stands(campaign).standing.state.code == "P62"
