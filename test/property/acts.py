"""What an office does to a campaign, done twice: to the campaign file by the product's public steps, and to the truth.

What the product refuses was not done; the truth is told only of what was taken. Nothing is read back but the numbers of
the events, which a clerk names when one of them is to be corrected.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, Iterator, Mapping, Optional, Sequence

from factories import parcel
from property.ground import Ground, boundary_file
from property.tables import initial, states, steps
from property.totals import Truth
from property.truth import NOTHING, OVERRIDE, STEP_HA, Deed, Land, Said, freezes, half_up

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import CampaignError, Notes
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.attaching import attach_ledger
from anze_idle_land_plugin.store.ledgers.reconciling import reconcile
from anze_idle_land_plugin.store.rollover import roll_over
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.splitting import Piece, split_parcel

Key = tuple[str, str]
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
CODE = {"unsupplied": "TBBH", "idle": "XZBH"}
WHOLE = {"unsupplied": "DKMJGQ", "idle": "GYMJ"}
STAYS_WITH_PARENT = ("GYFS", "HTBH", "DZJGH", "HTQDRQ", "GYMJ", "YGMJ", "CHMJ")
"""What belongs to what was supplied or withdrawn: a piece cut off has none of it."""


@dataclass
class Office:
    """A campaign file, the truth about it, and the ground of each parcel."""

    path: Path
    truth: Truth
    ground: dict[Key, Ground] = field(default_factory=dict)
    files: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.path.parent

    def land(self, key: Key) -> Land:
        return self.truth.lands[key]

    def _file(self, ending: str) -> Path:
        self.files += 1
        return self.folder / f"{self.files:03d}{ending}"

    def survey(self, which: str, grounds: Mapping[str, Ground], declared: bool, day: date) -> None:
        """Import a boundary file; of a parcel that is known it is a new survey from its day on."""
        path = self._file(".txt")
        path.write_text(boundary_file(grounds, declared), "utf-8")
        with CampaignFile.open(self.path, update=True) as file:
            started = datetime(day.year, day.month, day.day, 9, tzinfo=timezone.utc)
            readings = read_path(path, ReadOptions())
            summary = import_readings(file, ListKind(which), readings, started_at=started)
        assert not summary.rejects, summary.rejects
        for code, ground in grounds.items():
            key = which, code
            if key not in self.truth.lands:
                papers = {WHOLE[which]: f"{half_up(ground.square_metres / 10_000)}"} if declared else {}
                begins = date(self.truth.year, 5, 10)
                self.truth.lands[key] = Land(which, code, [(begins, ground.square_metres)], papers)
            elif ground != self.ground[key]:
                self.land(key).surveys.append((day, ground.square_metres))
            self.ground[key] = ground

    def ledger(self, which: str, rows: Mapping[str, Mapping[str, str]], day: date) -> None:
        """Attach a ledger that speaks of a day.

        A parcel without a history enters by it, on the first day of the campaign, and its columns are filled. In any
        other what it changes is a fact of its day, but not of what a person recorded nor of areas that steps settle.
        """
        heads = sorted({head for row in rows.values() for head in row})
        lines = [",".join((CODE[which], *heads))]
        lines += [",".join((code, *(row.get(head, "") for head in heads))) for code, row in rows.items()]
        path = self._file(".csv")
        path.write_text("\n".join(lines), "utf-8")
        with self._taking() as file:
            attach_ledger(file, ListKind(which), read_ledger(path, ListKind(which)), recorded_at=NOW, day=day)
        for code, row in rows.items():
            land = self.land((which, code))
            facts = {head: text for head, text in row.items() if head != "ZT" and text}
            if land.in_force(date.max):
                self._done(land, list(_changes(land, facts, row.get("ZT", ""), day)))
            else:
                land.columns.update(facts)
                begins = date(self.truth.year, 5, 10)
                base = land.own_base(begins)
                self._done(land, [Said("enter", begins, row.get("ZT") or initial(which), area=base)])

    def facts(self, key: Key, day: date, values: Mapping[str, str]) -> bool:
        """Record values of a parcel together, from a day on."""
        drafts = [Draft(ListKind(key[0]), key[1], EventKind.FACT, day, field=f, value=v) for f, v in values.items()]
        taken = self._record(drafts)
        if taken:
            self._done(self.land(key), [Said("fact", day, field=f, value=v) for f, v in values.items()])
        return taken

    def step(
        self, key: Key, step: str, day: date, area: Optional[Decimal], values: Mapping[str, str], by_force: bool
    ) -> bool:
        """Take a step with the values that come with it; where it is refused, by a reasoned override or not at all."""
        which, code = key
        land, year = self.land(key), self.truth.year
        before = [Draft(ListKind(which), code, EventKind.FACT, day, field=f, value=v) for f, v in values.items()]
        hectares = None if area is None else float(area)
        attached = (str(self._scan()),) if steps(which)[step]["guard"] == "evidence_attached" else ()
        draft = Draft(
            *(ListKind(which), code, EventKind.TRANSITION, day),
            transition=step,
            area_ha=hectares,
            document="1号",
            attachments=attached,
        )
        said = [Said("fact", day, field=f, value=v) for f, v in values.items()]
        if self._record([*before, draft]):
            self._done(land, said)
            settled = land.settles(step, day, year) if area is None else area
            self._done(land, [Said("step", day, land.led_to(step, day), step, area=settled)])
            return True
        if by_force and self._record([*before, replace(draft, override="专题会议")]):
            self._done(land, [*said, Said("step", day, steps(which)[step]["to"], OVERRIDE)])
            return True
        return False

    def override(self, key: Key, state: str, day: date) -> bool:
        """Into another state against the machine, with a reason and a document; it settles nothing."""
        draft = Draft(ListKind(key[0]), key[1], EventKind.TRANSITION, day, transition=state, document="1号")
        taken = self._record([replace(draft, override="专题会议")])
        if taken:
            self._done(self.land(key), [Said("step", day, state, OVERRIDE)])
        return taken

    def confirm(self, which: str, codes: Sequence[str], day: date, by_list: bool) -> None:
        """The monitoring system confirms parcels one by one, or by its list; that leaves out those confirmed before."""
        for code in codes:
            land = self.land((which, code))
            earlier = any(said.kind == "confirm" for said in land.in_force(date.max))
            if by_list:
                self._reconcile(which, code, day)
                if not earlier and land.exists(day):
                    self._done(land, [Said("confirm", day)])
            elif self._record([Draft(ListKind(which), code, EventKind.CONFIRM, day)]):
                self._done(land, [Said("confirm", day)])

    def _reconcile(self, which: str, code: str, day: date) -> None:
        path = self._file(".csv")
        path.write_text(f"{CODE[which]},XTQR,XTQRRQ\n{code},Y,{day.isoformat()}\n", "utf-8")
        listed, known = read_ledger(path, ListKind(which)), read_snapshot(self.path, day)
        with self._taking() as file:
            reconcile(file, known, ListKind(which), listed, recorded_at=NOW)

    def split(self, key: Key, share: Decimal, day: date) -> bool:
        """Cut a strip off the east of a parcel; it goes on under a code of its own, with what is left of its area."""
        which, code = key
        whole = self.ground[key]
        cut = (whole.width * share).quantize(Decimal("0.1"))
        if not NOTHING < cut < whole.width:
            return False
        rest = replace(whole, width=whole.width - cut)
        strip = Ground(whole.east + rest.width, cut, whole.depth)
        piece = Piece(parcel(strip.corners(), code="piece"))
        try:
            with self._taking() as file:
                (own,) = split_parcel(file, ListKind(which), code, [piece], day, NOW, Notes())
        except CampaignError as error:
            self.refused.append(str(error))
            return False
        self._cut(key, (which, own), day, cut / whole.width)
        self.ground[key], self.ground[which, own] = rest, strip
        land = self.land(key)
        land.surveys.append((day, rest.square_metres))
        self.land((which, own)).surveys.append((day, strip.square_metres))
        return True

    def _cut(self, key: Key, own: Key, day: date, share: Decimal) -> None:
        """Areas of the papers are shared as the ground is; what was settled stays with the parent."""
        which, land = key[0], self.land(key)
        text = land.value(WHOLE[which], day)
        document = Decimal(text) if text else half_up(self.ground[key].square_metres / 10_000)
        area = half_up(document * share)
        left, (done, _) = land.left(day, self.truth.year), land.done(day, self.truth.year)
        state, _ = land.where(day)
        names = {said.field for said in land.in_force(date.max) if said.field} | set(land.columns)
        gone = STAYS_WITH_PARENT if which == "unsupplied" else ()
        papers = {name: land.value(name, day) for name in names if name not in gone and land.value(name, day)}
        piece = min(area, left)
        papers |= {"DKMJGQ": f"{area}"} if which == "unsupplied" else {"GYMJ": f"{area}", "XZMJ": f"{piece}"}
        child = Land(which, own[1], [], papers, born=day)
        begins_in = _rest_begins_in(land, state, day)
        rest = max(left - piece, NOTHING) + done
        idle = land.value("XZMJ", date.max)
        self.truth.lands[own] = child
        self._done(child, [Said("enter", day, begins_in, area=piece)])
        kept = {WHOLE[which]: f"{document - area}", **({"XZMJ": f"{rest}"} if idle else {})}
        facts = [Said("fact", day, field=name, value=value) for name, value in kept.items()]
        frozen = any(map(freezes, land.in_force(date.max)))
        whole = [] if frozen else [Said("base", day, area=land.base(day))]
        self._done(land, [*whole, Said("enter", day, state, area=rest), *facts])

    def correct(self, key: Key, deed: Deed, right: Correction, said: Optional[Said]) -> bool:
        """Correct the last word about a deed; ``said`` is what it says from then on."""
        before = self._highest()
        try:
            with self._taking() as file:
                correct(file, deed.numbers[-1:], right, NOW)
        except CampaignError as error:
            self.refused.append(str(error))
            return False
        if said is not None and said.kind == "step" and said.step != OVERRIDE:
            land, year = self.land(key), self.truth.year
            settled = said.area if said.area is not None else land.settles(said.step, said.day, year, deed)
            said = replace(said, state=land.led_to(said.step, said.day, deed), area=settled)
        deed.said.append(said)
        deed.numbers += [number for number, code, kind, *_ in self._written(before) if kind == "correct"]
        self._freeze(self.land(key))
        return True

    def roll_over(self) -> None:
        """Go on in the file of the next year."""
        year = self.truth.year + 1
        path = self.folder / f"{year}.gpkg"
        roll_over(self.path, year, path, NOW, Notes())
        self.path, self.truth = path, self.truth.next_year(year)
        self.ground = {key: ground for key, ground in self.ground.items() if key in self.truth.lands}
        self._number_again()

    def _number_again(self) -> None:
        """The events have new numbers in the new file, in the same order by parcel."""
        rows = self._rows("SELECT id, list, code FROM event ORDER BY id")
        for key, land in self.truth.lands.items():
            new = [number for number, *own in rows if tuple(own) == key]
            self._renumber(land, new)

    def _renumber(self, land: Land, new: Sequence[int]) -> None:
        old = self._old.get((land.which, land.code), [])
        by_old = dict(zip(old, new))
        for deed in land.deeds:
            deed.numbers = [by_old[number] for number in deed.numbers]
        land.deeds[-1].numbers = [new[-1]]
        self._old[land.which, land.code] = list(new)

    def __post_init__(self) -> None:
        self._old: dict[Key, list[int]] = {}
        """The numbers of all events of a parcel, in order."""

    def _record(self, drafts: Sequence[Draft]) -> bool:
        try:
            with self._taking() as file:
                record(file, drafts, NOW)
        except CampaignError as error:
            self.refused.append(str(error))
            return False
        return True

    @contextmanager
    def _taking(self) -> Iterator[CampaignFile]:
        self._before = self._highest()
        with CampaignFile.open(self.path, update=True) as file:
            yield file

    def _highest(self) -> int:
        return int(self._rows("SELECT COALESCE(MAX(id), 0) FROM event")[0][0])

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Read beside the product: SQLite as it comes."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchall()

    def _written(self, before: int) -> list[tuple[int, str, str, str, str, str]]:
        """Number, code, kind, step, field and value of the events written since."""
        names = "id, list, code, kind, transition, field, value"
        rows = self._rows(f"SELECT {names} FROM event WHERE id > {before} ORDER BY id")
        for number, which, code, *_ in rows:
            own = self._old.setdefault((which, code), [])
            if number not in own:
                own.append(number)
        return [(number, *(cell or "" for cell in cells)) for number, _, *cells in rows]

    def _done(self, land: Land, said: Sequence[Said]) -> None:
        """Put deeds into the truth, with the numbers the campaign gave them; the first of all freezes the base."""
        for each in said:
            land.deeds.append(Deed(_place(land), [each]))
        self._freeze(land)

    def _freeze(self, land: Land) -> None:
        frozen = land.frozen()
        if frozen is not None:
            land.deeds.append(Deed(_place(land), [frozen]))
        written = [row for row in self._written(self._before) if row[1] == land.code]
        for deed in sorted((each for each in land.deeds if not each.numbers), key=lambda each: -each.place):
            mine = [number for number, *rest in written if _is(rest, deed.first) and not self._named(number)]
            deed.numbers = mine[-1:]

    def _named(self, number: int) -> bool:
        return any(number in deed.numbers for land in self.truth.lands.values() for deed in land.deeds)

    def _scan(self) -> Path:
        path = self._file(".pdf")
        path.write_bytes(b"scan")
        return path


def _place(land: Land) -> int:
    return 1 + max((deed.place for deed in land.deeds), default=0)


def _is(row: Sequence[str], said: Said) -> bool:
    """Whether a written event is a deed's: a base is frozen by an entry that says no state."""
    _, kind, step, name, value = row
    if said.kind in ("enter", "base"):
        return kind == "baseline" and name == "ZT" and bool(value) == bool(said.state)
    if said.kind == "step":
        return kind == "transition" and step == said.step
    return kind == said.kind and name == said.field


def _changes(land: Land, facts: Mapping[str, str], state: str, day: date) -> Iterator[Said]:
    """What a ledger changes in a parcel that has a history."""
    for name, text in facts.items():
        told = [said for said in land.in_force(date.max) if said.field == name]
        by_people = told and (told[-1].day > day or not told[-1].of_ledger)
        if name not in ("YGMJ", "CHMJ") and not by_people and land.value(name, day) != text:
            yield Said("fact", day, field=name, value=text, of_ledger=True)
    if state and not any(said.state for said in land.in_force(date.max)):
        yield Said("enter", day, state)


def shares(left: Decimal, which: int) -> Optional[Decimal]:
    """No area given, or a half, a third, or all of what is left."""
    parts = (None, left / 2, left / 3, left)
    part = parts[which % len(parts)]
    return None if part is None or half_up(part) < STEP_HA else half_up(part)


def open_states(which: str) -> list[str]:
    return [code for code, row in states(which).items() if row["terminal"] != "1"]


def _rest_begins_in(land: Land, state: str, day: date) -> str:
    """Where the rest of a parcel goes on that was supplied or withdrawn in part; in its state where no step leads on.

    After a withdrawal it is unexpropriated land where it was so before it was asked for, by its state or, where the
    ledger tells no state, by its 征收状态.
    """
    onward = [
        row["to"] for row in steps(land.which).values() if row["from"] == state and "something_remains" in row["guard"]
    ]
    if state != "P62":
        return onward[0] if onward else state
    before = [said.state for said in land.in_force(day) if said.state and said.state not in ("P60", "P61", "P62")]
    status = land.value("ZSZT", day)
    unexpropriated = before[-1] in ("P10", "P11") if before else status not in ("", "12")
    return "P10" if unexpropriated else "P20"
