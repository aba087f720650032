"""Point tables to parcels: the groups of each table through the same rings, zones and rejects as the boundary TXT."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Sequence

from ...geodesy.area import plane_area
from ...geodesy.zones import THREE_DEGREE, central_meridian, epsg
from ...model.messages import Message, Reject
from ...model.parcel import Parcel, Ring
from ..boundary_txt.axes import Axes
from ..boundary_txt.columns import columns_from
from ..boundary_txt.decoding import Decoded
from ..boundary_txt.grids import locate
from ..boundary_txt.lines import Line
from ..boundary_txt.parts import build_parts
from ..boundary_txt.points import majority_axes, points_of, unfitting
from ..boundary_txt.rings import ring_of, split_rings
from ..declared_area import first_declared_in
from ..ledger.sheets import LedgerUnreadable, read_sheets
from ..reading import Reading, ReadOptions
from .cells import UNDECODABLE_ROW, Table, table_of_sheet, table_of_text
from .entries import Kind, entries_of
from .groups import Group, parted
from .heads import UnknownColumns, chosen_columns
from .lengths import length_note

PROFILE = "points"
_DEFAULT_SHEET = re.compile(r"(sheet|工作表)\s*\d*", re.IGNORECASE)
_OUTER_RINGS_TOLD = 1


def read_point_text(file: str, decoded: Decoded, options: ReadOptions) -> Reading:
    """The parcels of a point list in text form (csv, txt, dat)."""
    reader = _File(file, options)
    table = table_of_text(decoded.text)
    reader.read([table])
    reader.reject_undecodable(table)
    return reader.reading(decoded.sha256, decoded.size, decoded.encoding)


def read_point_workbook(path: Path, file: str, options: ReadOptions) -> Reading:
    """The parcels of all visible sheets of a workbook (xlsx, xls)."""
    data = path.read_bytes()
    reader = _File(file, options)
    try:
        sheets = read_sheets(path, data)
    except LedgerUnreadable as error:
        reader.rejects.append(Reject(file, None, "", error.message))
        return reader.reading(hashlib.sha256(data).hexdigest(), len(data), "")
    hidden = [sheet.name for sheet in sheets if sheet.hidden]
    if hidden:
        sentence = "{file}: hidden sheets were left out: {sheets}"
        reader.note(Message("sheet_left_out", sentence, {"file": file, "sheets": "、".join(hidden)}))
    reader.read([table_of_sheet(sheet) for sheet in sheets if not sheet.hidden])
    return reader.reading(hashlib.sha256(data).hexdigest(), len(data), "")


@dataclass
class _File:
    """One file on its way; collects parcels, rejects and notes."""

    file: str
    options: ReadOptions
    parcels: list[Parcel] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    sheet: str = ""

    def reading(self, sha256: str, size: int, encoding: str) -> Reading:
        return Reading(
            file=self.file,
            sha256=sha256,
            size=size,
            encoding=encoding,
            profile=PROFILE,
            crs=",".join(sorted({f"EPSG:{epsg(parcel.grid)}" for parcel in self.parcels})),
            parcels=tuple(self.parcels),
            rejects=tuple(self.rejects),
            notes=tuple(self.notes),
        )

    def note(self, message: Message | None) -> None:
        if message is not None and message not in self.notes:
            self.notes.append(message)

    @property
    def where(self) -> str:
        """The file, and the sheet where there are several."""
        return f"{self.file} [{self.sheet}]" if self.sheet else self.file

    def read(self, tables: Sequence[Table]) -> None:
        try:
            read = [(table, self._groups(table)) for table in tables]
        except UnknownColumns as error:
            self.rejects.append(Reject(self.file, None, self.options.columns, error.message))
            return
        if not any(groups for _, groups in read):
            self._no_points(tables)
        for table, groups in read:
            self.sheet = table.name if len(tables) > 1 else ""
            if groups:
                self._table(table, groups, alone=sum(len(each) for _, each in read) == 1)
            elif any(not row.blank for row in table.rows) and self.sheet:
                sentence = "{file}: sheet {sheet} holds no boundary points and was left out"
                self.note(Message("sheet_without_points", sentence, {"file": self.file, "sheet": table.name}))

    def reject_undecodable(self, table: Table) -> None:
        """Reject the heads and words that hold bytes which are no characters; a point's row was rejected already."""
        said = {reject.line for reject in self.rejects}
        for row in table.rows:
            if UNDECODABLE_ROW in row.faults.values() and row.line not in said:
                sentence = "{file}, line {line}: cannot be believed: {reason}"
                values = {"file": self.file, "line": row.line, "reason": UNDECODABLE_ROW}
                message = Message(UNDECODABLE_ROW.code, sentence, values)
                self.rejects.append(Reject(self.file, row.line, row.text, message))

    def _groups(self, table: Table) -> list[Group]:
        """The parcels of a table; none where neither a head nor a single row speaks of points (a ledger, a letter)."""
        choice = self.options.columns
        chosen = chosen_columns(choice, table.rows, self.file) if choice.strip() else None
        entries = list(entries_of(table.rows, chosen))
        speaks = chosen is not None or any(entry.kind in (Kind.POINT, Kind.PAGE) for entry in entries)
        return parted(entries) if speaks else []

    def _no_points(self, tables: Sequence[Table]) -> None:
        first = next((row for table in tables for row in table.rows if not row.blank), None)
        message = Message("no_points", "{file} holds no boundary points (name, X, Y)", {"file": self.file})
        line, text = (first.line, first.text) if first else (None, "")
        self.rejects.append(Reject(self.file, line, text, message))

    def _table(self, table: Table, groups: Sequence[Group], alone: bool) -> None:
        wide = [row.line for row in table.rows if row.wide]
        if wide:
            sentence = (
                "{file}, line {line}: full-width characters in coordinates were read as half-width ones ({n} lines)"
            )
            values = {"file": self.where, "line": wide[0], "n": len(wide)}
            self.note(Message("full_width", sentence, values))
        axes = majority_axes(columns_from([each.row for each in group.rows if each.row]) for group in groups)
        if axes is Axes.UNKNOWN:
            axes = self._assumed_axes()
        elif axes is Axes.EAST_NORTH:
            sentence = "{file}: the easting stands first; columns were told apart by their magnitude"
            self.note(Message("easting_first", sentence, {"file": self.where}))
        for number, group in enumerate(groups, 1):
            self._group(group, axes, self._name(table, group, number, len(groups), alone))

    def _assumed_axes(self) -> Axes:
        """Where no magnitude tells: a .dat of CASS has the easting first; else the northing is taken to stand first."""
        easting_first = self.file.lower().endswith(".dat")
        sentence = "{file}: the axis order cannot be told by magnitude; read as northing, easting"
        if easting_first:
            sentence = "{file}: the axis order cannot be told by magnitude; read as easting, northing as CASS writes"
        self.note(Message("axes_assumed", sentence, {"file": self.where}))
        return Axes.EAST_NORTH if easting_first else Axes.UNKNOWN

    def _name(self, table: Table, group: Group, number: int, count: int, alone: bool) -> str:
        """What a parcel is called: as the table says, else after its file or its sheet."""
        told = group.title or group.labels.get("title") or group.code or group.labels.get("code")
        stem = Path(self.file).stem
        if told or alone:
            return told or stem
        if count == 1 and not _DEFAULT_SHEET.fullmatch(table.name.strip()):
            return table.name
        return f"{stem}-{number}" if not self.sheet else f"{stem}-{self.sheet}-{number}"

    def _group(self, group: Group, axes: Axes, name: str) -> None:
        bad = self._reject_rows(group, axes, name)
        first = group.rows[0].line
        if bad:
            reason = Message("rows_unread", "{n} of its rows cannot be read", {"n": bad})
            return self._not_taken(first, name, reason)
        points = points_of(columns_from([each.row for each in group.rows if each.row]), axes)
        located = locate(_header(group), points, axes, self.options, self.where)
        self.note(located.note)
        if located.grid is None:
            if located.refusal:
                self._not_taken(first, name, located.refusal)
            return None
        rings = split_rings(points)
        if located.grid.zone is not None:
            self.note(length_note(group.rows, points, rings, self.where, name))
        drawn = [ring_of(points, rows) for rows in rings]
        if not any(points.names):
            sentence = "{file}: holds no point names; parcel {parcel} was numbered J1, J2, ... in the order of its rows"
            self.note(Message("names_made", sentence, {"file": self.where, "parcel": name}))
            drawn = _numbered(drawn)
        built = build_parts(drawn, name)
        for fault in built.faults:
            self._not_taken(first, name, fault)
        if built.parts:
            code = group.code or group.labels.get("code", "")
            self._take(Parcel(code, name, located.grid, built.parts, {}, first.number), group)
        return None

    def _take(self, parcel: Parcel, group: Group) -> None:
        """Keep a parcel, or several where a ring column numbers rings that lie apart and nothing joins them."""
        numbers = {each.row.ring for each in group.rows if each.row}
        told = parcel.code or group.title or group.labels.get("title")
        if len(parcel.parts) > 1 and len(numbers) > 1 and not told:
            sentence = (
                "{file}: the ring column of {parcel} numbers {n} rings that lie apart; they were read as {n} parcels: "
                "give a column of parcel numbers if they are one"
            )
            values = {"file": self.where, "parcel": parcel.name, "n": len(parcel.parts)}
            self.note(Message("rings_apart", sentence, values))
            for number, part in enumerate(parcel.parts, 1):
                self._take(replace(parcel, name=f"{parcel.name}-{number}", parts=(part,)), group)
            return
        declared = _declared_area(group.labels.get("area", ""), parcel)
        self.parcels.append(replace(parcel, attributes=_attributes(group, declared)))
        self._warn(parcel, group, declared)

    def _reject_rows(self, group: Group, axes: Axes, name: str) -> int:
        """Reject every row that is no point of the table's magnitude; how many there were."""
        reasons = {each.line: each.reason for each in group.rows if each.row is None}
        rows = [each.row for each in group.rows if each.row]
        reasons.update({rows[place].line: None for place in unfitting(columns_from(rows), axes)})
        for line in sorted(reasons):
            sentence = "{file}, line {line}: is no boundary point (name, X, Y); parcel {parcel} gets no geometry"
            values = {"file": self.where, "line": line.number, "parcel": name}
            message, reason = Message("not_a_point", sentence, values), reasons[line]
            if reason is not None:
                sentence = "{file}, line {line}: is no boundary point: {reason}; parcel {parcel} gets no geometry"
                message = Message(reason.code, sentence, {**values, "reason": reason})
            self.rejects.append(Reject(self.file, line.number, line.text, message, self.sheet))
        return len(reasons)

    def _warn(self, parcel: Parcel, group: Group, declared: str) -> None:
        """What a person should look at: repeats dropped at page breaks, an area that fits nowhere, several parts."""
        values: dict[str, object] = {"file": self.where, "parcel": parcel.name}
        if group.repeats:
            sentence = "{file}: {n} points of parcel {parcel} that a new page repeats were read once"
            self.note(Message("page_repeats", sentence, {**values, "n": len(group.repeats)}))
        if len(parcel.parts) > _OUTER_RINGS_TOLD:
            sentence = "{file}: parcel {parcel} has {n} parts; give a column of parcel numbers if they are parcels"
            self.note(Message("several_parts", sentence, {**values, "n": len(parcel.parts)}))
        if group.labels.get("area") and not declared:
            sentence = "{file}: parcel {parcel} declares {declared}, but its geometry has {plane} m²"
            area = {"declared": group.labels["area"], "plane": f"{plane_area(parcel):.2f}"}
            self.note(Message("area_disagrees", sentence, {**values, **area}))

    def _not_taken(self, line: Line, parcel: str, reason: Message) -> None:
        sentence = "{file}, line {line}: parcel {parcel} was not taken: {reason}"
        values = {"file": self.where, "line": line.number, "parcel": parcel, "reason": reason}
        message = Message(reason.code, sentence, values)
        self.rejects.append(Reject(self.file, line.number, line.text, message, self.sheet))


def _header(group: Group) -> dict[str, str]:
    """What the words round the points say of the coordinate system, under the keys of the boundary TXT."""
    zone = re.search(r"\d+", group.labels.get("zone", "") or _zone_in(group.words))
    meridian = re.search(r"\d+", group.labels.get("meridian", "") or _meridian_in(group.words))
    zones = [each for each in THREE_DEGREE if meridian and central_meridian(each) == int(meridian[0])]
    stated = zone[0] if zone else str(zones[0]) if zones else ""
    return {"坐标系": group.labels.get("system", ""), "带号": stated}


def _meridian_in(words: Sequence[str]) -> str:
    found = re.search(r"中央(?:子午线|经线)\D{0,6}(\d{2,3})", "".join(words))
    return found[1] if found else ""


def _zone_in(words: Sequence[str]) -> str:
    """A zone number in words (37带, 第37带); the width of the zones (3度带) is none."""
    found = re.search(r"(?<!\d)(\d{2})\s*号?带", "".join(words))
    return found[1] if found else ""


def _numbered(rings: Sequence[Ring]) -> list[Ring]:
    """Rings named J1, J2, ... over all of them."""
    named, first = [], 1
    for ring in rings:
        names = tuple(f"J{number}" for number in range(first, first + len(ring)))
        named.append(replace(ring, names=names, closing_name=names[0] if ring.closing_name is not None else None))
        first += len(ring)
    return named


def _attributes(group: Group, declared_area: str) -> dict[str, str]:
    """What the table says of a parcel, under heads that ledgers know; nothing that was only made up to call it."""
    labels = group.labels
    attributes = {
        "name": group.title or labels.get("title", ""),
        "用地单位": labels.get("owner", ""),
        "土地坐落": labels.get("location", ""),
        "area": declared_area,
        "header": "\n".join(group.words),
    }
    return {head: text for head, text in attributes.items() if text}


def _declared_area(text: str, parcel: Parcel) -> str:
    """A declared area with its unit, which the geometry may tell (within 1 %); empty where it fits in none."""
    declared = first_declared_in(text)
    if declared is None or parcel.grid.zone is None:
        return ""
    fitting = declared.fitting(plane_area(parcel))
    return declared.digits + fitting[0] if fitting else ""
