"""Whatever an office does to a campaign, in whatever order: every place that tells how a parcel stands tells the truth.

Fifty campaigns in ``make test``; ``make test-long`` plays thousands and prints the seed to play them again.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Iterator, Mapping, Optional

import pytest
from browser import Browser
from factories import snapshot
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from osgeo import gdal
from property.acts import Office, open_states, shares
from property.comparing import OFFICE, columns, disagreements
from property.ground import Ground
from property.look import Look
from property.tables import steps
from property.totals import Truth
from property.truth import STEP_HA, Deed, Land, Said, half_up

from anze_idle_land_plugin.model.campaign import Task
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.casework.correcting import Correction
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

LONG = settings.get_current_profile_name() == "long"
RUNS, ACTS, DAYS = (2_000, 20, 3) if LONG else (50, 15, 2)

PICK = st.integers(0, 11)
SHIFT = st.sampled_from([0, 0, 1, 2, 9, 30, -1, -12, -45])
"""Days from the last deed on; some deeds are recorded late."""
WIDTHS = st.sampled_from([Decimal(text) for text in ("33", "60", "100", "150", "123.4", "87.7")])
DEPTHS = st.sampled_from([Decimal(text) for text in ("100", "100.5", "66.7")])
AREAS = st.sampled_from(["0.2500", "0.9999", "1.0000", "1.5000", "2.3541"])

READY: Mapping[str, Mapping[str, str]] = {
    "unsupplied": {"JDBZ": "Y", "ZSZT": "12", "NZYPZRQ": "2019-03-01"},
    "idle": {"YDDGSJ": "2020-06-01", "XZYY": "31"},
}
"""What lets most steps be taken: clean land of an old approval that was carried out, land of a starter who was late."""
NEEDED: Mapping[str, str] = {
    "LYXZ": "乔木林地", "PEWGYY": "01", "HTBH": "C1", "HTQDRQ": "2023-06-01", "GYFS": "21", "DZJGH": "1410262023B00001",
    "SJJDSJ": "2019-06-01", "DCTZRQ": "2023-05-20", "CLTJRQ": "2023-06-01", "RDSWH": "1号", "RDRQ": "2023-06-10",
    "XZLX": "1", "XZQSRQ": "2021-06-01", "XZYY": "31", "GSRQ": "2023-06-11", "JDBARQ": "2023-05-01", "FAPFWH": "2号",
    "FAPFRQ": "2023-06-20", "XYDGRQ": "2023-12-01", "SJDGSJ": "2023-05-11", "XZFJE": "3.5000", "XZFSDRQ": "2023-07-01",
    "XZFJNRQ": "2023-07-10", "SHJDWH": "3号", "SHSDRQ": "2023-07-20", "ZXDJRQ": "2023-08-01", "SFCF": "Y",
    "CFWH": "4号", "CFRQ": "2023-06-01", "YDGMJ": "1.0000", "YKFMJ": "0.1000", "ZTZE": "100.00", "YTZE": "10.00",
    "ZZSJ": "2021-06-01",
}  # fmt: skip
WAYS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "unsupplied": (("P40", "TP11", "TP13"), ("P60", "TP17", "TP18")),
    "idle": (("X90", "TX32", "TX33"), ("X72", "TX30", "TX33")),
}
"""From where land is settled, and by which steps."""
PART = st.integers(0, 3)
MOSTLY = st.sampled_from([True, True, True, False])


@pytest.fixture(scope="module", autouse=True)
def in_the_browser(rules: Browser) -> Iterator[None]:
    """The browser for all campaigns; and SQLite need not wait for the disk, as no test cuts the power."""
    Campaigns.browser = rules
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    yield
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", None)


def template(folder: Path, tasked: bool) -> Path:
    """An empty campaign of 2023, with tasks of the county or without; made once."""
    path = folder / f"{'tasked' if tasked else 'plain'}.gpkg"
    if not path.exists():
        tasks = [Task(which, "141026", 9, 9.0, 3.25, date(2023, 5, 10)) for which in ListKind] if tasked else []
        create_campaign(path, snapshot().campaign, {}, tasks)
    return path


TEMPLATES = Path(tempfile.mkdtemp(prefix="campaigns"))


class Campaigns(RuleBasedStateMachine):
    """An office at work on one campaign, and on the next year's."""

    browser: Browser

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="office"))
        self.day = date(2023, 5, 12)

    @initialize(
        tasked=st.booleans(),
        shapes=st.lists(st.tuples(WIDTHS, DEPTHS), min_size=4, max_size=4),
        declared=st.booleans(),
        ledgers=st.sampled_from(["none", "bare", "full"]),
        chance=st.integers(0, 9_999),
    )
    def begin(
        self, tasked: bool, shapes: list[tuple[Decimal, Decimal]], declared: bool, ledgers: str, chance: int
    ) -> None:
        """Two parcels a list from boundary files, with or without declared areas, a ledger on the first of each."""
        path = self.folder / "2023.gpkg"
        shutil.copy(template(TEMPLATES, tasked), path)
        tasks = {which.value: Decimal("3.25") for which in ListKind} if tasked else {}
        self.chance = random.Random(chance)
        self.office = Office(path, Truth(2023, tasks=tasks))
        for number, which in enumerate(("unsupplied", "idle")):
            grounds = {
                f"{which[0].upper()}-{place}": Ground(Decimal(400 * place + 1000 * number), *shapes[2 * number + place])
                for place in range(2)
            }
            self.office.survey(which, grounds, declared, self.day)
            if ledgers != "none":
                row = {**READY[which], **(self._papers(which) if ledgers == "full" else {})}
                self.office.ledger(which, {f"{which[0].upper()}-0": row}, self.day)

    def _papers(self, which: str) -> dict[str, str]:
        if which == "unsupplied":
            return {"DKMJGQ": "1.5000", "YGMJ": "0.2500", "JHWCSJ": "2023-07-15", "XHLYFS": "03", "ZRDW": "CZ"}
        return {"GYMJ": "2.0000", "XZMJ": "1.2345", "JHWCSJ": "2023-09-30", "CZFS": "31", "ZRDW": "财政局"}

    def _any(self, pick: int) -> Land:
        lands = list(self.office.truth.lands.values())
        return lands[pick % len(lands)]

    def _next(self, shift: int) -> date:
        """The day of the next deed, within the campaign's year."""
        year = self.office.truth.year
        day = min(max(self.day + timedelta(days=shift), date(year, 1, 2)), date(year, 12, 30))
        self.day = max(self.day, day)
        return day

    @rule(pick=PICK, shift=SHIFT)
    def prepare(self, pick: int, shift: int) -> None:
        """The facts that most steps ask for."""
        land = self._any(pick)
        self.office.facts((land.which, land.code), self._next(shift), READY[land.which])

    @rule(pick=PICK, shift=SHIFT, which=st.integers(0, 7), area=AREAS)
    def record_a_fact(self, pick: int, shift: int, which: int, area: str) -> None:
        """A deadline, an area, a measure, a department, a town; also as the first thing that happens to a parcel."""
        land = self._any(pick)
        day = self._next(shift)
        measures = {"unsupplied": ("XHLYFS", "02"), "idle": ("CZFS", "22")}
        areas = {"unsupplied": ("DKMJGQ", "YGMJ", "CHMJ", "GYMJ"), "idle": ("XZMJ", "GYMJ", "XZMJ", "GYMJ")}
        facts = [
            ("JHWCSJ", (day + timedelta(days=40)).isoformat()),
            ("JHWCSJ", (day - timedelta(days=3)).isoformat()),
            measures[land.which],
            ("ZRDW", "GX"),
            ("XZMC", "和川镇"),
            ("KFQBZ", "Y"),
            (areas[land.which][0], area),
            (areas[land.which][int(area[-1]) % 4], area),
        ]
        field, value = facts[which]
        taken = self.office.facts((land.which, land.code), day, {field: value})
        event(f"fact {field} {'taken' if taken else 'refused'}")

    @rule(pick=PICK, shift=SHIFT, choice=PICK, part=PART, by_force=st.booleans(), more=MOSTLY)
    def take_a_step(self, pick: int, shift: int, choice: int, part: int, by_force: bool, more: bool) -> None:
        """A step of the machine with the facts it needs, with an area or without, by override where it is refused."""
        land, day = self._any(pick), self._next(shift)
        state = land.where(day)[0]
        there = [row for row in steps(land.which).values() if row["from"] in (state, "*")]
        if not there:
            return
        row = there[choice % len(there)]
        self._step(land, row, day, part, by_force, more)

    @rule(pick=PICK, shift=SHIFT, way=st.integers(0, 1), parts=st.tuples(PART, PART), more=MOSTLY)
    def settle_some(self, pick: int, shift: int, way: int, parts: tuple[int, int], more: bool) -> None:
        """A supply or a withdrawal, a start of work or a take-back; of all that is left, of a part of it, once more."""
        land, day = self._any(pick), self._next(shift)
        begins, *way_on = WAYS[land.which][way]
        if land.where(day)[0] != begins:
            self.office.override((land.which, land.code), begins, day)
        for code, part in zip(way_on, parts):
            self._step(land, steps(land.which)[code], day, part, False, more)

    @rule(pick=PICK, shift=SHIFT, resumed=st.booleans())
    def suspend(self, pick: int, shift: int, resumed: bool) -> None:
        """查封 or 涉诉, with the ruling; and back into the state before it."""
        land, day = self._any(2 * pick + 1), self._next(shift)
        if land.which == "idle":
            for code in ("TX34", "TX36")[: 1 + resumed]:
                self._step(land, steps("idle")[code], day, 0, False, True)

    @rule(pick=PICK, shift=SHIFT)
    def close(self, pick: int, shift: int) -> None:
        """Confirmed by the system and closed, where nothing remains."""
        land, day = self._any(pick), self._next(shift)
        self.office.confirm(land.which, [land.code], day, False)
        for code in ("TP12", "TP19") if land.which == "unsupplied" else ("TX33",):
            if steps(land.which)[code]["from"] == land.where(day)[0]:
                self._step(land, steps(land.which)[code], day, 0, False, True)

    def _step(self, land: Land, row: Mapping[str, str], day: date, part: int, by_force: bool, more: bool) -> None:
        names = [*row["required_fields"].split(";"), *(["SJDGSJ"] if "started" in row["guard"] else [])]
        left = land.left(day, self.office.truth.year)
        values = {name: NEEDED[name] for name in names if name in NEEDED} if more else {}
        if more and (row["completes"] == "Y" or "GYMJ" in names) and land.which == "unsupplied":
            values["GYMJ"] = f"{half_up(left / 2) or STEP_HA}"
        area = shares(left, part) if row["completes"] == "Y" or row["adds_to"] else None
        taken = self.office.step((land.which, land.code), row["code"], day, area, values, by_force)
        event(f"step {'completing ' if row['completes'] == 'Y' else ''}{'taken' if taken else 'refused'}")

    @rule(pick=PICK, shift=SHIFT, choice=PICK)
    def override(self, pick: int, shift: int, choice: int) -> None:
        """Into any state, for a reason."""
        land = self._any(pick)
        there = open_states(land.which)
        self.office.override((land.which, land.code), there[choice * 5 % len(there)], self._next(shift))

    @rule(pick=PICK, shift=SHIFT, by_list=st.booleans())
    def confirm(self, pick: int, shift: int, by_list: bool) -> None:
        land, day = self._any(pick), self._next(shift)
        self.office.confirm(land.which, [land.code], day, by_list)
        event(f"confirmed {'by list' if by_list else 'by hand'}")

    @rule(pick=PICK, shift=SHIFT, share=st.sampled_from(["0.25", "0.4", "0.333"]))
    def split(self, pick: int, shift: int, share: str) -> None:
        if len(self.office.truth.lands) > 7:
            return
        land, day = self._any(pick), self._next(shift)
        if land.exists(day):
            taken = self.office.split((land.which, land.code), Decimal(share), day)
            event(f"split {'taken' if taken else 'refused'}")

    @rule(pick=PICK, shift=SHIFT, width=WIDTHS)
    def survey_again(self, pick: int, shift: int, width: Decimal) -> None:
        """The same parcel from a later boundary file; an import takes effect when it is made, never before."""
        land = self._any(pick)
        ground = self.office.ground[land.which, land.code]
        again = Ground(ground.east, width, ground.depth)
        self.office.survey(land.which, {land.code: again}, False, self._next(abs(shift)))

    @rule(pick=PICK, shift=SHIFT, state=st.booleans(), area=AREAS)
    def attach_a_ledger(self, pick: int, shift: int, state: bool, area: str) -> None:
        """Before anything happened to a parcel, or after; of a day before or after other deeds."""
        land = self._any(pick)
        row = {**READY[land.which], **self._papers(land.which)}
        row["DKMJGQ" if land.which == "unsupplied" else "XZMJ"] = area
        if state:
            row["ZT"] = "P21" if land.which == "unsupplied" else "X42"
        self.office.ledger(land.which, {land.code: row}, self._next(shift))

    @rule(pick=PICK, choice=PICK, how=PICK, shift=SHIFT)
    def correct(self, pick: int, choice: int, how: int, shift: int) -> None:
        """A step, a fact, an entry or a confirmation is void, says something else, or is as it was again."""
        done = [(land, deed) for land in self.office.truth.lands.values() for deed in land.deeds if deed.numbers]
        if not done:
            return
        land, deed = done[-1 - (pick * 12 + choice) % len(done)]
        possible = dict(self._rights(land, deed, shift))
        if possible:
            name = sorted(possible)[how % len(possible)]
            taken = self.office.correct((land.which, land.code), deed, *possible[name])
            event(f"correction {name} of {deed.first.kind} {'taken' if taken else 'refused'}")

    def _rights(self, land: Land, deed: Deed, shift: int) -> Iterator[tuple[str, tuple[Correction, Optional[Said]]]]:
        """What may be right instead, by a name: for the product, and what the deed says then."""
        said = deed.now
        earlier = [each for each in deed.said[:-1] if each is not None]
        if earlier:
            yield "back", (Correction(), earlier[-1])
        if said is None:
            return
        day = min(max(said.day, date(2023, 1, 9)) + timedelta(days=shift), date(self.office.truth.year, 12, 30))
        area = half_up((said.area or Decimal(1)) / 2)
        yield "void", (Correction(void=True), None)
        yield "document", (Correction(document="更正1号"), said)
        yield "day", (Correction(effective_on=day), said.but(day=day))
        if said.kind in ("enter", "base") or said.area is not None:
            yield "area", (Correction(area_ha=float(area)), said.but(area=area))
        if said.kind == "enter":
            state = open_states(land.which)[shift % 9]
            yield "state", (Correction(value=state), said.but(state=state))
        if said.field == "JHWCSJ":
            yield "value", (Correction(value=day.isoformat()), said.but(value=day.isoformat()))

    @precondition(lambda self: self.office.truth.year == 2023)
    @rule(chance=PICK)
    def roll_over(self, chance: int) -> None:
        """The next year's campaign, once in a while; what is closed stays behind."""
        left_open = [land for land in self.office.truth.lands.values() if not land.on(date.max, 2023).closed]
        if chance < 9 or not left_open:
            return
        self.office.roll_over()
        self.day = date(2024, 5, 12)
        event("rolled over")

    @rule(shift=st.integers(-120, 60), chance=PICK)
    def look(self, shift: int, chance: int) -> None:
        """On any day, in the middle of the work, now and then."""
        if chance > 8:
            self._hold(self.day + timedelta(days=shift))

    def teardown(self) -> None:
        """At the end on days on which something changed and on their neighbours, on one of them in the workbooks."""
        try:
            if hasattr(self, "office") and self.office.truth.lands:
                for number, day in enumerate(islice(self._days(), DAYS)):
                    self._hold(day, "" if number else self.chance.choice(OFFICE))
                wrong = list(columns(self.office.path, self.office.truth))
                assert not wrong, "\n".join(wrong)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _days(self) -> Iterator[date]:
        lands = self.office.truth.lands.values()
        deeds = [each.now.day for land in lands for each in land.deeds if each.now and each.now.kind != "base"]
        due = [date.fromisoformat(each) for land in lands for each in [land.value("JHWCSJ", date.max)] if each]
        near = [day + timedelta(days=shift) for day in deeds for shift in (-1, 0, 1)]
        near += [day + timedelta(days=shift) for day in due for shift in (-31, -30, 0, 1)]
        year = self.office.truth.year
        yield self.chance.choice([*near, date(year, 5, 1), date(year, 12, 31)])
        yield self.chance.choice([*near, date(year, 1, 1), date(year + 1, 3, 1)])
        yield date(year, 12, 31)

    def _hold(self, day: date, paper: str = "") -> None:
        latest = read_snapshot(self.office.path, max(day, date(self.office.truth.year, 12, 31)))
        look = Look(self.office.path, day, self.office.truth, self.folder, latest, self.browser)
        wrong = list(disagreements(look, paper))
        assert not wrong, "\n".join(wrong)


@pytest.mark.timeout(1_200)
def test_every_telling_is_the_truth() -> None:
    """Every reader on days drawn at random, whatever was done before in whatever order."""
    played = settings(
        max_examples=RUNS,
        stateful_step_count=ACTS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(Campaigns, settings=played)
