"""Survey files into the campaign: one transaction, a journal, versions of parcels, and every reject kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Callable, Iterable, Mapping, Sequence

from ... import catalogue
from ...catalogue import Value
from ...geodesy.screen_shapes import multipolygon, touches
from ...model.kinds import ListKind
from ...model.messages import Message, Reject, Translate, as_written
from ...model.parcel import Parcel
from ...readers.reading import Reading
from ...wording.moments import stamp, utc_now
from ..casework.recording import Draft, record_within, update_columns
from ..database import CampaignFile, SpatialRow, storable
from ..journal import Entry, keep_journal, next_number
from ..places import Places
from ..standing.snapshot import Survey, read_campaign, read_surveys
from .facts import facts_of
from .own_files import Brought, brought, same_land
from .surveys import Version, keep_version, show_survey, survey_columns

PLACEHOLDER = re.compile(r"(FID_?\d*|[A-Z]{2,5}|\d{1,3}|地块编号\d*|<null>)?", re.IGNORECASE)
"""Plot numbers that name nothing: an empty slot, a field code left unreplaced (DKBH), a mere count."""
Step = Callable[[int, int], None]
"""Told before each file how many of how many are done; it may raise to stop, and then nothing is kept."""
SUPERVISION_NUMBER = re.compile(r"\d{6}20\d{2}[A-Z]\d{5}(-\d+)?")


@dataclass(frozen=True)
class ImportSummary:
    """What an import did, in parcels; ``rejects`` are all lines not taken, ``notes`` what should be looked at.

    ``entries`` are the numbers it got in the journal, one a file that brought anything new.
    """

    imported: int
    updated: int
    unchanged: int
    rejects: tuple[Reject, ...]
    notes: tuple[Message, ...]
    entries: tuple[int, ...] = ()

    @property
    def rejected(self) -> int:
        return len(self.rejects)


@dataclass(frozen=True)
class _Coded:
    """A parcel with the code it is kept under."""

    code: str
    parcel: Parcel


def _unwatched(done: int, total: int) -> None:
    """The step of an import that nobody watches."""


def _unheard(done: int) -> None:
    """Before the first reading there is nothing to tell."""


def import_readings(
    file: CampaignFile,
    which: ListKind,
    readings: Iterable[Reading],
    translate: Translate = as_written,
    dry_run: bool = False,
    started_at: datetime | None = None,
    step: Step = _unwatched,
) -> ImportSummary:
    """Take what was read into a list, all or nothing. A dry run says what would happen and changes nothing."""
    read = list(readings)
    started = started_at or utc_now()
    if dry_run:
        return _Import(file, which, started, translate, writes=False).run(read, step)
    with file.transaction():
        return import_within(file, which, read, started, translate, step)


def import_within(
    file: CampaignFile,
    which: ListKind,
    readings: Sequence[Reading],
    started_at: datetime,
    translate: Translate = as_written,
    step: Step = _unwatched,
) -> ImportSummary:
    """The same inside a transaction the caller holds (a parcel entered by hand brings facts along)."""
    return _Import(file, which, started_at, translate, writes=True).run(readings, step)


class _Import:
    """One import: compares each parcel with what is there, writes new versions, journals, keeps rejects."""

    def __init__(
        self, file: CampaignFile, which: ListKind, started: datetime, translate: Translate, writes: bool
    ) -> None:
        self.file, self.which, self.translate, self.writes = file, which, translate, writes
        self.started, self.stamp = started, stamp(started)
        self.today = started.date()
        own = read_campaign(file)
        self.crs, self.units = int(own.crs.split(":")[1]), own.units
        self.county_code, self.county_name = own.county_code, own.county_name
        self.year, self.starts_on = own.year, own.starts_on
        self.known: dict[str, Survey] = {}
        self.taken: dict[str, tuple[str, Parcel]] = {}
        """What this import took so far: by code the file and the parcel."""
        self.places = Places.of(file)
        (highest,) = file.query(f"SELECT COALESCE(MAX(fid), 0) FROM {which.table}")[0]
        self.serial = int(str(highest))
        self.journal = next_number(file)
        self.done, self.step = 0, _unheard
        self.entries: list[int] = []
        self.events: list[Draft] = []
        self.with_events = {
            str(code) for (code,) in file.query("SELECT DISTINCT code FROM event WHERE list = ?", which.value)
        }
        self.notes: list[Message] = []
        self.rejects: list[Reject] = []

    def run(self, readings: Sequence[Reading], step: Step) -> ImportSummary:
        totals: Counter[str] = Counter()
        readings = sorted((_of_this_list(reading, self.which) for reading in readings), key=_in_degrees_of_package)
        codes = _code_counts(readings)
        stems = _stems(readings)
        self.known = read_surveys(self.file, self.which, codes=_possible_codes(readings, stems))
        total = sum(1 + len(reading.parcels) for reading in readings)
        self.step = lambda done: step(done, total)
        for reading in readings:
            self.step(self.done)
            totals.update(self._take(reading, codes, stems[reading.file]))
            self.done += 1
        if self.writes:
            record_within(self.file, self.events, self.started)
        self.step(total)
        counts = (totals["imported"], totals["updated"], totals["unchanged"])
        return ImportSummary(*counts, tuple(self.rejects), tuple(self.notes), tuple(self.entries))

    def _take(self, reading: Reading, codes: Counter[str], stem: str) -> Counter[str]:
        rejects = list(reading.rejects)
        self.notes.extend(reading.notes)
        counts: Counter[str] = Counter()
        for coded in self._coded(reading, codes, stem):
            self.done += 1
            self.step(self.done)
            first, parcel = self.taken.get(coded.code, ("", None))
            again = parcel is not None and same_land(parcel, coded.parcel)
            fills = again and self._is_ours(coded, reading)  # of a package: the survey first, then its facts
            if parcel is not None and not fills and same_survey(parcel, coded.parcel):
                if not reading.of_list:  # a package holds every parcel twice, as shapefile and as boundary file
                    rejects.append(_repeated(reading, coded, first))
                continue
            own = coded if parcel is None or again else self._beside(coded, reading)
            self.taken[own.code] = reading.file, own.parcel
            counts[self._keep(own, reading)] += 1
        self.rejects.extend(rejects)
        if self.writes:
            self._journal(reading, counts, rejects)
        return counts

    def _coded(self, reading: Reading, codes: Counter[str], stem: str) -> list[_Coded]:
        """Each parcel under its own plot number where that names it, else the file's (docs/data-model.md 3)."""
        coded = []
        for number, parcel in enumerate(reading.parcels, 1):
            own, made = _own(parcel), _made(stem, number)
            names_it = not PLACEHOLDER.fullmatch(own) and codes[own] == 1
            kept = self._kept_under(parcel, (own, made))
            coded.append(_Coded(kept or (own if names_it else made), parcel))
            if not kept and not names_it:
                self._note_code(reading, own, made)
        return coded

    def _note_code(self, reading: Reading, given: str, code: str) -> None:
        sentence = "{file}: plot number {given} names no parcel by itself; it is kept as {code}"
        self.notes.append(Message("code_made", sentence, {"file": reading.file, "given": given or "''", "code": code}))

    def _beside(self, coded: _Coded, reading: Reading) -> _Coded:
        """The parcel under a code of its own where another parcel of this import has the one it would get."""
        for number in count(2):
            code = f"{coded.code}-{number}"
            if code not in self.known:
                self.known.update(read_surveys(self.file, self.which, codes=[code]))
            free = code not in self.known or self._is_as_before(code, coded.parcel)
            if free and code not in self.taken:
                self._note_code(reading, coded.code, code)
                return _Coded(code, coded.parcel)
        return coded

    def _kept_under(self, parcel: Parcel, codes: Sequence[str]) -> str:
        """The code under which the campaign keeps this very survey: the same file alone or in a folder is the same."""
        return next((each for each in codes if each in self.known and self._is_as_before(each, parcel)), "")

    def _is_as_before(self, code: str, parcel: Parcel) -> bool:
        return same_survey(self.known[code].parcel, parcel)

    def _keep(self, coded: _Coded, reading: Reading) -> str:
        before = self.known.get(coded.code)
        if before is not None and (
            self._is_as_before(coded.code, coded.parcel) or self._repeats(coded, reading, before)
        ):
            return "updated" if self._fill(coded, reading) else "unchanged"
        wkb = multipolygon(coded.parcel, self.crs)
        if before is not None and not touches(before.wkb, wkb):
            sentence = "{file}: parcel {code} lies elsewhere than its survey before; make sure it is the same parcel"
            self.notes.append(Message("moved", sentence, {"file": reading.file, "code": coded.code}))
        if self.writes:
            self._write(coded, reading, wkb, before)
        self.known[coded.code] = Survey(coded.parcel, wkb, reading.file, before.version + 1 if before else 1)
        return "updated" if before else "imported"

    def _repeats(self, coded: _Coded, reading: Reading, before: Survey) -> bool:
        """Whether a file of our own only repeats the survey, without its point names or without its metres."""
        repeats = self._is_ours(coded, reading) or (_in_degrees_of_package(reading) and before.parcel.grid.zone)
        return bool(repeats) and same_land(before.parcel, coded.parcel)

    def _is_ours(self, coded: _Coded, reading: Reading) -> bool:
        """Whether the parcel comes from a file that this plugin exported."""
        ours = brought(self.which, coded.code, coded.parcel.attributes, reading.file, self.starts_on)
        return ours is not None

    def _write(self, coded: _Coded, reading: Reading, wkb: bytes, before: Survey | None) -> None:
        if before is None:
            self.file.append(self.which.table, [SpatialRow(self._columns(coded, reading, wkb), wkb)])
        else:
            show_survey(self.file, self.which, coded.code, coded.parcel, wkb)
            self._fill(coded, reading)
        version = Version(
            which=self.which,
            code=coded.code,
            number=before.version + 1 if before else 1,
            effective_on=self.today if before else self.starts_on,
            recorded_at=self.stamp,
            reason="re-survey" if before else "import",
            journal=self.journal,
        )
        keep_version(self.file, version, coded.parcel, wkb, self.crs)

    def _columns(self, coded: _Coded, reading: Reading, wkb: bytes) -> dict[str, Value]:
        """What the file says of a new parcel; the ledger adds the rest."""
        place = self.places.at(wkb)
        stem = Path(reading.file).stem
        attributes: dict[str, Value] = {
            "identifier": self._identifier(),
            "code": coded.code,
            "county_code": self.county_code,
            "county_name": self.county_name,
            "town_code": place.code,
            "town_name": place.town,
            "in_zone": "Y" if place.in_zone else "N",
            "parcel_name" if self.which is ListKind.UNSUPPLIED else "project_name": coded.parcel.name,
            "supervision_number": stem if SUPERVISION_NUMBER.fullmatch(stem) else "",
        }
        named = {catalogue.field_of(self.which, name).code: value for name, value in attributes.items()}
        filled = {code: value for code, value in named.items() if value not in ("", None)}
        ours = self._brought(coded, reading)
        facts = ours.columns if ours else self._facts(coded, reading)
        first, second = (filled, facts) if ours else (facts, filled)
        return {**first, **second, **survey_columns(self.which, coded.parcel)}

    def _brought(self, coded: _Coded, reading: Reading) -> Brought | None:
        """What a file of our own brings; its state and confirmation wait to be recorded."""
        ours = brought(self.which, coded.code, coded.parcel.attributes, reading.file, self.starts_on)
        if ours is not None:
            self.notes.extend(ours.notes)
            self.events.extend(ours.events)
            self.with_events.add(coded.code)
        return ours

    def _fill(self, coded: _Coded, reading: Reading) -> bool:
        """A parcel that nothing has happened to yet takes what our own file brings, though its survey came first."""
        if coded.code in self.with_events:
            return False
        ours = self._brought(coded, reading)
        if ours is not None and self.writes:
            update_columns(self.file, self.which, coded.code, ours.columns)
        return ours is not None

    def _facts(self, coded: _Coded, reading: Reading) -> Mapping[str, Value]:
        """The columns that the parcel's attributes fill; what they cannot fill is noted."""
        facts = facts_of(self.which, coded.parcel, self.units)
        common = {"file": reading.file, "code": coded.code}
        for problem in facts.problems:
            self.notes.append(
                Message("fact_unread", "{file}, parcel {code}: {problem}", {**common, "problem": problem})
            )
        if facts.by_events:
            sentence = (
                "{file}, parcel {code}: {fields} follow from events and were not taken; attach the ledger for them"
            )
            self.notes.append(Message("kept_by_events", sentence, {**common, "fields": "、".join(facts.by_events)}))
        return facts.values

    def _identifier(self) -> str:
        """BSM, 18 digits: county, campaign year, list and a serial number."""
        self.serial += 1
        digit = "1" if self.which is ListKind.UNSUPPLIED else "2"
        return f"{self.county_code or '000000'}{self.year}{digit}{self.serial:07d}"

    def _journal(self, reading: Reading, counts: Counter[str], rejects: Sequence[Reject]) -> None:
        entry = Entry(
            which=self.which,
            file=reading.file,
            sha256=reading.sha256,
            size=reading.size,
            encoding=reading.encoding,
            profile=reading.profile,
            crs=reading.crs,
            at=self.stamp,
            imported=counts["imported"],
            updated=counts["updated"],
            unchanged=counts["unchanged"],
            finished_at=stamp(utc_now()),
        )
        number = keep_journal(self.file, entry, rejects, self.translate, self.journal)
        if number is not None:
            self.entries.append(number)
            self.journal = number + 1


def same_survey(one: Parcel, other: Parcel) -> bool:
    """Whether two surveys say the same: the grid, and every ring's point names and coordinates as written."""

    def said(parcel: Parcel) -> list[tuple[object, ...]]:
        return [
            (part, ring, tuple(map(storable, each.names)), each.n_text, each.e_text)
            for part, ring, each in parcel.rings()
        ]

    return one.grid == other.grid and said(one) == said(other)


def _of_this_list(reading: Reading, which: ListKind) -> Reading:
    """The reading; without its parcels when the file is the other list's part of a package we exported.

    A boundary file of a package is named by its parcel, which a dialect without plot numbers does not name inside.
    """
    if reading.of_list == which.value and len(reading.parcels) == 1:
        (parcel,) = reading.parcels
        return replace(reading, parcels=(replace(parcel, code=parcel.code or Path(reading.file).stem),))
    if reading.of_list in ("", which.value):
        return reading
    sentence = "{file} is the part of the list {list} in an exported package; import it into that list"
    message = Message("other_list", sentence, {"file": reading.file, "list": ListKind(reading.of_list).zh})
    return replace(reading, parcels=(), rejects=(Reject(reading.file, None, "", message),))


def _in_degrees_of_package(reading: Reading) -> bool:
    """Whether a file of a package we exported holds degrees: computed, where its shapefiles may hold the survey."""
    return bool(reading.of_list and reading.parcels) and all(each.grid.zone is None for each in reading.parcels)


def _code_counts(readings: Sequence[Reading]) -> Counter[str]:
    """How often each plot number occurs; a parcel repeated point for point, or in two files, counts once."""
    counts: Counter[str] = Counter()
    elsewhere: dict[str, Parcel] = {}
    for reading in readings:
        seen: dict[str, Parcel] = {}
        for parcel in reading.parcels:
            code = _own(parcel)
            if code in seen and same_survey(seen[code], parcel):
                continue
            known = code not in seen and code in elsewhere and same_land(elsewhere[code], parcel)
            seen.setdefault(code, parcel)
            counts[code] += 0 if known else 1
        elsewhere = {**seen, **elsewhere}
    return counts


def _repeated(reading: Reading, coded: _Coded, first: str) -> Reject:
    sentence = "{file}: parcel {code} was read already with the same points, from {first}; the repeat was left out"
    message = Message("repeated_parcel", sentence, {"file": reading.file, "code": coded.code, "first": first})
    return Reject(reading.file, coded.parcel.line, coded.code, message)


def _stems(readings: Sequence[Reading]) -> dict[str, str]:
    """The name by which a file names its parcels: its own without ending, with its folders where two are equal."""
    bare = {reading.file: Path(reading.file).stem for reading in readings}
    counts = Counter(bare.values())
    return {
        file: stem if counts[stem] == 1 else "_".join(Path(file).with_suffix("").parts) for file, stem in bare.items()
    }


def _possible_codes(readings: Sequence[Reading], stems: Mapping[str, str]) -> set[str]:
    """Every code under which a parcel of these files may be kept already."""
    possible: set[str] = set()
    for reading in readings:
        for number, parcel in enumerate(reading.parcels, 1):
            possible.update((_own(parcel), _made(stems[reading.file], number)))
    return possible


def _own(parcel: Parcel) -> str:
    """The plot number of the file, as the campaign keeps it."""
    return storable(parcel.code.strip())


def _made(stem: str, number: int) -> str:
    return f"{stem}-{number}"
