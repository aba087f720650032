"""The steps in order: what a boundary TXT says, as parcels and rejects."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Sequence

from ...geodesy.zones import epsg
from ...model.messages import Message, Reject
from ...model.parcel import Grid, Parcel, Part
from ..reading import Reading, ReadOptions
from .blocks import Block, Plot, split_blocks
from .checks import declared_area_note, declared_count_note
from .decoding import Decoded
from .grids import Located, locate, unknown_zone
from .lines import half_width, split_lines
from .parts import build_parts
from .points import Axes, Point, Row, cut_row, fits, majority_axes, points_of
from .profiles import Evidence, Profile, attributes_of, forced, recognise
from .rings import RingPoints, ring_of, split_rings


def is_boundary_txt(text: str) -> bool:
    """Whether a text speaks the dialects of the boundary TXT: a section mark or a plot line."""
    return (
        "地块坐标" in text or "属性描述" in text or any(line.text.rstrip().endswith("@") for line in split_lines(text))
    )


def read_boundary_txt(file: str, data: bytes, decoded: Decoded, options: ReadOptions) -> Reading:
    """Parcels, rejects and notes of one file. Nothing is repaired, nothing is dropped without a reject."""
    return _File(file, options).read(data, decoded)


class _File:
    """One file on its way through the steps; collects parcels, rejects and notes."""

    def __init__(self, file: str, options: ReadOptions) -> None:
        self.file, self.options = file, options
        self.parcels: list[Parcel] = []
        self.rejects: list[Reject] = []
        self.notes: list[Message] = []
        self.profile = ""
        self.first_lines: dict[tuple[object, ...], int] = {}

    def read(self, data: bytes, decoded: Decoded) -> Reading:
        blocks = split_blocks(split_lines(decoded.text))
        rows = {id(plot): [cut_row(line) for line in plot.rows] for block in blocks for plot in block.plots}
        axes = majority_axes(row for cut in rows.values() for row in cut if row is not None)
        for block in blocks:
            self._block(block, rows, axes)
        if not self.parcels and not self.rejects:
            self._reject(
                None, "", Message("no_parcel", "{file} holds no parcel: no line ends in @", {"file": self.file})
            )
        crs = sorted({f"EPSG:{epsg(parcel.grid)}" for parcel in self.parcels})
        return Reading(
            file=self.file,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            encoding=decoded.encoding,
            profile=self.profile,
            crs=",".join(crs),
            parcels=tuple(self.parcels),
            rejects=tuple(self.rejects),
            notes=tuple(self.notes),
        )

    def _block(self, block: Block, rows: dict[int, list[Row | None]], axes: Axes) -> None:
        for line in block.stray:
            sentence = "{file}, line {line}: stands before the first parcel and belongs to none"
            self._reject(
                line.number, line.text, Message("stray_line", sentence, {"file": self.file, "line": line.number})
            )
        if not block.plots:
            return
        good = [row for plot in block.plots for row in rows[id(plot)] if row is not None]
        self._warn_of_axes(good, axes)
        self._warn_of_full_width(block)
        for plot, profile, cut in self._joined(block, rows, axes):
            self._plot(plot, profile, cut, block, axes)

    def _warn_of_axes(self, rows: Sequence[Row], axes: Axes) -> None:
        if axes is Axes.EAST_NORTH:
            sentence = "{file}: the easting stands first; columns were told apart by their magnitude"
            self.notes.append(Message("easting_first", sentence, {"file": self.file}))
        if axes is Axes.UNKNOWN and any(row.numbers() for row in rows):
            sentence = "{file}: the axis order cannot be told by magnitude; read as northing, easting"
            self.notes.append(Message("axes_assumed", sentence, {"file": self.file}))

    def _warn_of_full_width(self, block: Block) -> None:
        changed = [line.number for plot in block.plots for line in plot.rows if half_width(line.text) != line.text]
        if changed:
            sentence = (
                "{file}, line {line}: full-width characters in coordinates were read as half-width ones ({n} lines)"
            )
            values = {"file": self.file, "line": changed[0], "n": len(changed)}
            self.notes.append(Message("full_width", sentence, values))

    def _joined(
        self, block: Block, rows: dict[int, list[Row | None]], axes: Axes
    ) -> list[tuple[Plot, Profile, list[tuple[int, str, Row | None]]]]:
        """Each parcel's plot line with all its rows; rings that have a plot line each are joined first (进出平衡)."""
        joined: dict[object, tuple[Plot, Profile, list[tuple[int, str, Row | None]]]] = {}
        for number, plot in enumerate(block.plots):
            cut = rows[id(plot)]
            profile = self._profile(plot, block, cut, axes)
            lines = [(line.number, line.text, row) for line, row in zip(plot.rows, cut)]
            feature = next((row.ring for row in cut if row is not None), "")
            key: object = ("feature", feature) if profile.id == "jinchu" and feature else number
            if key in joined:
                joined[key][2].extend(
                    (n, text, row._replace(ring=f"{row.ring}.{number}") if row else None) for n, text, row in lines
                )
            else:
                joined[key] = (plot, profile, lines)
        return list(joined.values())

    def _profile(self, plot: Plot, block: Block, cut: Sequence[Row | None], axes: Axes) -> Profile:
        first = next((row for row in cut if row is not None), None)
        columns = 4 + len(first.extra) if first else 0
        if self.options.profile not in ("", "auto"):
            profile = forced(self.options.profile, plot.fields)
        else:
            ring_column = first.ring_column if first else 0
            evidence = Evidence(Path(self.file).stem, block.header, axes, ring_column, columns)
            profile = recognise(plot.fields, evidence)
        self.profile = self.profile or profile.id
        return profile

    def _plot(
        self,
        plot: Plot,
        profile: Profile,
        cut: list[tuple[int, str, Row | None]],
        block: Block,
        axes: Axes,
    ) -> None:
        attributes = attributes_of(profile, plot.fields)
        label = attributes.get("code") or attributes.get("name") or f"@{plot.line.number}"
        points = points_of([row for _, _, row in cut if row is not None and fits(row, axes)], axes)
        located = self._located(block, points, axes)
        unread = self._reject_rows(cut, axes, label)
        if unread:
            reason = Message("rows_unread", "{n} of its rows cannot be read", {"n": unread})
            return self._no_geometry(plot, reason, label)
        if not points:
            reason = Message("no_points", "Parcel {parcel}: no boundary points follow", {"parcel": label})
            return self._no_geometry(plot, reason, label)
        if located.grid is None:
            return self._no_geometry(plot, located.refusal or unknown_zone(self.file), label)
        rings = split_rings(points)
        self._warn_of_closing(rings, label)
        built = build_parts([ring_of(ring) for ring in rings], label)
        for fault in built.faults:
            self._no_geometry(plot, fault, label)
        if built.parts:
            self._parcel(plot, attributes, block, located.grid, built.parts, len(points))
        return None

    def _located(self, block: Block, points: Sequence[Point], axes: Axes) -> Located:
        """The grid of one parcel; a warning that holds for several parcels is given once."""
        located = locate(block.header, points, axes, self.options, self.file)
        if located.note and located.note not in self.notes:
            self.notes.append(located.note)
        return located

    def _reject_rows(self, cut: Sequence[tuple[int, str, Row | None]], axes: Axes, label: str) -> int:
        """Reject every row that gives no point of the file's magnitude; how many there were."""
        bad = [(number, text) for number, text, row in cut if row is None or not fits(row, axes)]
        for number, text in bad:
            sentence = "{file}, line {line}: no coordinates can be read here; parcel {parcel} gets no geometry"
            values = {"file": self.file, "line": number, "parcel": label}
            self._reject(number, text, Message("not_a_point", sentence, values))
        return len(bad)

    def _warn_of_closing(self, rings: Sequence[RingPoints], label: str) -> None:
        for ring in rings:
            if ring.closing and (ring.closing.n, ring.closing.e) != (ring.points[0].n, ring.points[0].e):
                sentence = (
                    "{file}, line {line}: parcel {parcel} closes beside its first point; the first point was kept"
                )
                values = {"file": self.file, "line": ring.closing.line, "parcel": label}
                self.notes.append(Message("closing_off", sentence, values))

    def _parcel(
        self, plot: Plot, attributes: dict[str, str], block: Block, grid: Grid, parts: tuple[Part, ...], rows: int
    ) -> None:
        parcel = Parcel(
            code=attributes.get("code", ""),
            name=attributes.get("name", ""),
            grid=grid,
            parts=parts,
            attributes={**attributes, "header": "\n".join(block.header_lines)},
            line=plot.line.number,
        )
        labelled = replace(parcel, code=parcel.code or parcel.name)
        for note in (declared_area_note(labelled, self.file), declared_count_note(labelled, rows, self.file)):
            if note:
                self.notes.append(note)
        written = (plot.line.text, *((ring.n_text, ring.e_text) for _, _, ring in parcel.rings()))
        first = self.first_lines.setdefault(written, plot.line.number)
        if first != plot.line.number:
            sentence = "{file}, line {line}: parcel {parcel} is the same as at line {first}; both were read"
            values = {"file": self.file, "line": parcel.line, "parcel": labelled.code, "first": first}
            self.notes.append(Message("parcel_repeated", sentence, values))
        self.parcels.append(parcel)

    def _no_geometry(self, plot: Plot, reason: Message, label: str) -> None:
        sentence = "{file}, line {line}: parcel {parcel} was not taken: {reason}"
        values = {"file": self.file, "line": plot.line.number, "parcel": label, "reason": reason}
        self._reject(plot.line.number, plot.line.text, Message(reason.code, sentence, values))

    def _reject(self, line: int | None, text: str, message: Message) -> None:
        self.rejects.append(Reject(self.file, line, text, message))
