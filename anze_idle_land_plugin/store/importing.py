"""Survey files into the campaign: one transaction, a journal, versions of parcels, and every reject kept."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Iterable, Sequence

from .. import catalogue
from ..catalogue import Value
from ..geodesy.area import edge_lengths, plane_area
from ..geodesy.mapsheet import sheet_number
from ..geodesy.rounding import square_metres
from ..geodesy.zones import epsg, to_geographic, transform
from ..model.messages import Message, Reject, Translate, as_written
from ..model.parcel import Parcel
from ..model.words import ListKind
from ..readers.reading import Reading
from .database import CampaignFile, SpatialRow
from .journal import Entry, keep_journal, next_number
from .places import Places
from .shapes import multipolygon, point_wkb
from .snapshot import read_surveys

PLACEHOLDER = re.compile(r"(FID_?\d*|[A-Z]{2,5}|\d{1,3}|地块编号\d*|<null>)?", re.IGNORECASE)
"""Plot numbers that name nothing: an empty slot, a field code left unreplaced (DKBH), a mere count."""
SUPERVISION_NUMBER = re.compile(r"\d{6}20\d{2}[A-Z]\d{5}(-\d+)?")


@dataclass(frozen=True)
class ImportSummary:
    """What an import did, in parcels; ``rejects`` are all lines not taken, ``notes`` what should be looked at."""

    imported: int
    updated: int
    unchanged: int
    rejects: tuple[Reject, ...]
    notes: tuple[Message, ...]

    @property
    def rejected(self) -> int:
        return len(self.rejects)


@dataclass(frozen=True)
class _Coded:
    """A parcel with the code it is kept under."""

    code: str
    parcel: Parcel


def import_readings(
    file: CampaignFile,
    which: ListKind,
    readings: Iterable[Reading],
    translate: Translate = as_written,
    dry_run: bool = False,
    started_at: datetime | None = None,
) -> ImportSummary:
    """Take what was read into a list, all or nothing. A dry run says what would happen and changes nothing."""
    read = list(readings)
    started = started_at or datetime.now(timezone.utc)
    if dry_run:
        return _Import(file, which, started, translate, writes=False).run(read)
    with file.transaction():
        return _Import(file, which, started, translate, writes=True).run(read)


class _Import:
    """One import: compares each parcel with what is there, writes new versions, journals, keeps rejects."""

    def __init__(
        self, file: CampaignFile, which: ListKind, started: datetime, translate: Translate, writes: bool
    ) -> None:
        self.file, self.which, self.translate, self.writes = file, which, translate, writes
        self.stamp = started.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.today = started.date()
        own = file.rows("SELECT crs, county_code, county_name, year, starts_on FROM campaign")[0].values
        self.crs = int(str(own["crs"]).split(":")[1])
        self.county_code, self.county_name = str(own["county_code"] or ""), str(own["county_name"] or "")
        self.year, self.starts_on = int(str(own["year"])), date.fromisoformat(str(own["starts_on"]))
        self.known = read_surveys(file, which)
        self.places = Places.of(file)
        (highest,) = file.query(f"SELECT COALESCE(MAX(fid), 0) FROM {which.table}")[0]
        self.serial = int(str(highest))
        self.notes: list[Message] = []
        self.rejects: list[Reject] = []

    def run(self, readings: Sequence[Reading]) -> ImportSummary:
        totals: Counter[str] = Counter()
        codes = _code_counts(readings)
        for reading in readings:
            totals.update(self._take(reading, codes))
        return ImportSummary(
            totals["imported"], totals["updated"], totals["unchanged"], tuple(self.rejects), tuple(self.notes)
        )

    def _take(self, reading: Reading, codes: Counter[str]) -> Counter[str]:
        journal = next_number(self.file)
        rejects = list(reading.rejects)
        self.notes.extend(reading.notes)
        counts: Counter[str] = Counter()
        taken: set[str] = set()
        for coded in self._coded(reading, codes):
            if coded.code in taken:
                rejects.append(_repeated(reading, coded))
                continue
            taken.add(coded.code)
            counts[self._keep(coded, reading, journal)] += 1
        self.rejects.extend(rejects)
        if self.writes:
            self._journal(reading, counts, rejects)
        return counts

    def _coded(self, reading: Reading, codes: Counter[str]) -> list[_Coded]:
        """Each parcel under its own plot number where that names it, else under the file's name (data-model.md)."""
        stem = Path(reading.file).stem
        coded = []
        for number, parcel in enumerate(reading.parcels, 1):
            own = parcel.code.strip()
            if not PLACEHOLDER.fullmatch(own) and codes[own] == 1:
                coded.append(_Coded(own, parcel))
                continue
            made = f"{stem}-{number}"
            sentence = "{file}: plot number {given} names no parcel by itself; it is kept as {code}"
            self.notes.append(
                Message("code_made", sentence, {"file": reading.file, "given": own or "''", "code": made})
            )
            coded.append(_Coded(made, parcel))
        return coded

    def _keep(self, coded: _Coded, reading: Reading, journal: int) -> str:
        before = self.known.get(coded.code)
        if before is not None and same_survey(before.parcel, coded.parcel):
            return "unchanged"
        if self.writes:
            self._write(coded, reading, journal, version=before.version + 1 if before else 1)
        return "updated" if before else "imported"

    def _write(self, coded: _Coded, reading: Reading, journal: int, version: int) -> None:
        wkb = multipolygon(coded.parcel, self.crs)
        values = self._columns(coded, reading, wkb)
        if version == 1:
            self.file.append(self.which.table, [SpatialRow(values, wkb)])
        else:
            self._replace_geometry(coded.code, values, wkb)
        kept = {
            "list": self.which.value,
            "code": coded.code,
            "version": version,
            "effective_on": self.starts_on if version == 1 else self.today,
            "recorded_at": self.stamp,
            "area_m2": plane_area(coded.parcel),
            "reason": "import" if version == 1 else "re-survey",
            "journal_id": journal,
            "attributes": json.dumps(_plot_line(coded.parcel), ensure_ascii=False),
        }
        self.file.append("parcel_version", [SpatialRow(kept, wkb)])
        self.file.append("boundary_point", self._points(coded, version))

    def _replace_geometry(self, code: str, values: dict[str, Value], wkb: bytes) -> None:
        survey_fields = {each.code for each in catalogue.case_fields(self.which) if each.kept_by == "survey"}
        self.file.set_geometry(
            self.which.table,
            catalogue.code_field(self.which),
            code,
            SpatialRow({name: value for name, value in values.items() if name in survey_fields}, wkb),
        )

    def _columns(self, coded: _Coded, reading: Reading, wkb: bytes) -> dict[str, Value]:
        """What the survey alone says of a parcel; the ledger adds the rest."""
        parcel = coded.parcel
        longitude, latitude = _middle(parcel)
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
            "parcel_name" if self.which is ListKind.UNSUPPLIED else "project_name": parcel.name,
            "supervision_number": stem if SUPERVISION_NUMBER.fullmatch(stem) else "",
            "area_m2": float(square_metres(plane_area(parcel))) if parcel.grid.zone is not None else None,
            "map_sheet_number": sheet_number(longitude, latitude),
            "zone_number": parcel.grid.zone,
        }
        named = {catalogue.field_of(self.which, name).code: value for name, value in attributes.items()}
        return {code: value for code, value in named.items() if value not in ("", None)}

    def _identifier(self) -> str:
        """BSM, 18 digits: county, campaign year, list and a serial number."""
        self.serial += 1
        digit = "1" if self.which is ListKind.UNSUPPLIED else "2"
        return f"{self.county_code or '000000'}{self.year}{digit}{self.serial:07d}"

    def _points(self, coded: _Coded, version: int) -> list[SpatialRow]:
        parcel = coded.parcel
        rows = []
        for part, number, ring in parcel.rings():
            places = transform(ring.easting_northing(), epsg(parcel.grid), self.crs)
            lengths = edge_lengths(ring) if parcel.grid.zone is not None else [None] * len(ring)
            for seq in range(len(ring)):
                values = {
                    "list": self.which.value,
                    "code": coded.code,
                    "version": version,
                    "part": part,
                    "ring": number,
                    "seq": seq + 1,
                    "name": ring.names[seq],
                    "n_text": ring.n_text[seq],
                    "e_text": ring.e_text[seq],
                    "n": ring.n[seq],
                    "e": ring.e[seq],
                    "zone": parcel.grid.zone,
                    "has_prefix": int(parcel.grid.has_prefix),
                    "edge_m": lengths[seq],
                    "ring_number": ring.number,
                    "closing_name": ring.closing_name,
                    "extra": json.dumps(ring.extra[seq], ensure_ascii=False) if seq < len(ring.extra) else None,
                }
                rows.append(SpatialRow(values, point_wkb(*places[seq])))
        return rows

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
        )
        keep_journal(self.file, entry, rejects, self.translate)


def same_survey(one: Parcel, other: Parcel) -> bool:
    """Whether two surveys say the same: the grid, and every ring's point names and coordinates as written."""

    def said(parcel: Parcel) -> list[tuple[object, ...]]:
        return [(part, ring, each.names, each.n_text, each.e_text) for part, ring, each in parcel.rings()]

    return one.grid == other.grid and said(one) == said(other)


def _code_counts(readings: Sequence[Reading]) -> Counter[str]:
    """How often each plot number occurs; a parcel repeated point for point counts once."""
    counts: Counter[str] = Counter()
    for reading in readings:
        seen: dict[str, Parcel] = {}
        for parcel in reading.parcels:
            code = parcel.code.strip()
            if code in seen and same_survey(seen[code], parcel):
                continue
            seen.setdefault(code, parcel)
            counts[code] += 1
    return counts


def _repeated(reading: Reading, coded: _Coded) -> Reject:
    sentence = "{file}: parcel {code} stands in the file twice with the same points; the repeat was left out"
    message = Message("repeated_parcel", sentence, {"file": reading.file, "code": coded.code})
    return Reject(reading.file, coded.parcel.line, coded.code, message)


def _plot_line(parcel: Parcel) -> dict[str, str]:
    return {"code": parcel.code, "name": parcel.name, **parcel.attributes}


def _middle(parcel: Parcel) -> tuple[float, float]:
    """Longitude and latitude of the middle of the parcel's bounds, for the map sheet number."""
    points = [point for part in parcel.parts for point in part.outer.easting_northing()]
    east = (min(e for e, _ in points) + max(e for e, _ in points)) / 2
    north = (min(n for _, n in points) + max(n for _, n in points)) / 2
    return to_geographic([(east, north)], parcel.grid)[0]
