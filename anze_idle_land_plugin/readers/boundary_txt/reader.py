"""The steps in order: what a boundary TXT says, as parcels and rejects."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterator, Sequence

from ...geodesy.zones import epsg
from ...model.gc_pause import many_objects
from ...model.messages import Message, Reject
from ...model.parcel import Grid, Parcel, Part
from ..reading import Reading, ReadOptions
from .axes import Axes
from .blocks import Block, Plot, split_blocks
from .checks import declared_area_note, declared_count_note
from .columns import Columns, columns_of, joined, tables_of
from .decoding import UNDECODABLE, Decoded, shown
from .grids import Located, locate, unknown_zone
from .lines import LONGEST, Piece, pieces_of, shortened
from .parts import Built, build_parts
from .patterns import arrange
from .points import Points, majority_axes, points_of, unfitting
from .profiles import Profile, marker_of
from .recognition import attributes_of, forced, recognise, told_by_content, unusual_patterns
from .rings import RingRows, ring_of, split_rings
from .signs import Evidence

MOST_POINTS = 4_000_000
"""Rows a parcel may have; beyond them neither table nor map could show it."""


NO_ROWS = columns_of([], array("q"))


def is_boundary_txt(text: str) -> bool:
    """Whether a text speaks the dialects of the boundary TXT: a section mark or a plot line."""
    return "地块坐标" in text or "属性描述" in text or ("@" in text and _has_plot_line(text))


def _has_plot_line(text: str) -> bool:
    return any(line.endswith("@") for piece in pieces_of(text) for line in piece.texts)


def read_boundary_txt(file: str, decoded: Decoded, options: ReadOptions) -> Reading:
    """Parcels, rejects and notes of one file. Nothing is repaired, nothing is dropped without a reject."""
    with many_objects():
        return _File(file, options).read(decoded)


@dataclass
class _Survey:
    """A plot on its way: its line, its rows as columns, and the dialect it speaks."""

    plot: Plot
    table: Columns
    profile: Profile
    rows: int = 0

    def hand_over(self) -> Columns:
        """The rows, which are then held here no longer."""
        table, self.table = self.table, NO_ROWS
        self.rows = len(table)
        return table


class _File:
    """One file on its way through the steps; collects parcels, rejects and notes."""

    def __init__(self, file: str, options: ReadOptions) -> None:
        self.file, self.options = file, options
        self.parcels: list[Parcel] = []
        self.rejects: list[Reject] = []
        self.notes: list[Message] = []
        self.profile = ""
        self.unusable: dict[int, Message] = {}
        self.recognised: dict[tuple[object, ...], Profile] = {}
        self.first_lines: dict[tuple[object, ...], int] = {}

    def read(self, decoded: Decoded) -> Reading:
        blocks = split_blocks(self._pieces(decoded.hand_over(), decoded))
        tables = [self._tables(block) for block in blocks]
        axes = majority_axes(table for cut in tables for table in cut)
        for block, cut in zip(blocks, tables):
            self._block(block, cut, axes)
        if not self.parcels and not self.rejects:
            self._reject(
                None, "", Message("no_parcel", "{file} holds no parcel: no line ends in @", {"file": self.file})
            )
        crs = sorted({f"EPSG:{epsg(parcel.grid)}" for parcel in self.parcels})
        return Reading(
            file=self.file,
            sha256=decoded.sha256,
            size=decoded.size,
            encoding=decoded.encoding,
            profile=self.profile,
            crs=",".join(crs),
            parcels=tuple(self.parcels),
            rejects=tuple(self.rejects),
            notes=tuple(self.notes),
        )

    def _tables(self, block: Block) -> list[Columns]:
        """The rows of each plot as columns, put into the usual order where a dialect says they have another."""
        at_its_word = self._is_forced()
        patterns = unusual_patterns(self.options.profile if at_its_word else "")
        arranged = [arrange(plot, patterns, at_its_word) for plot in block.plots] if patterns else []
        tables = tables_of(block.plots)
        for table, each in zip(tables, arranged):
            if each is not None:
                each.give_back(table)
        return tables

    def _is_forced(self) -> bool:
        return self.options.profile not in ("", "auto")

    def _pieces(self, text: str, decoded: Decoded) -> Iterator[Piece]:
        """The lines of the file; nothing is made of one beyond all measure or with bytes that are no characters."""
        for piece in pieces_of(text):
            if decoded.broken or max(map(len, piece.texts), default=0) > LONGEST:
                usable = [self._usable(number, line, decoded) for number, line in zip(*piece)]
                yield Piece(piece.numbers, usable)
            else:
                yield piece

    def _usable(self, number: int, written: str, decoded: Decoded) -> str:
        """The line, or what stands for one that is rejected here."""
        broken = decoded.broken and UNDECODABLE in written
        line = self._undecodable(number, shown(written), decoded.encoding) if broken else written
        if len(line) <= LONGEST:
            return line
        self.unusable[number] = Message(
            "line_too_long", "its plot line is longer than {most} characters", {"most": LONGEST}
        )
        sentence = "{file}, line {line}: has {n} characters, more than {most}; ask the surveyor for a proper file"
        values = {"file": self.file, "line": number, "n": len(line), "most": LONGEST}
        self._reject(number, shortened(line), Message("line_too_long", sentence, values))
        return shortened(line)

    def _undecodable(self, number: int, line: str, encoding: str) -> str:
        """Reject a line; it goes on as it can be shown, so that its parcel is known and is not taken either."""
        self.unusable[number] = Message("undecodable_line", "its plot line holds bytes that are no characters")
        sentence = "{file}, line {line}: holds bytes that are no {encoding}; type this line again or ask for the file"
        values = {"file": self.file, "line": number, "encoding": encoding}
        self._reject(number, shortened(line) if len(line) > LONGEST else line, Message("undecodable", sentence, values))
        return line

    def _block(self, block: Block, tables: list[Columns], axes: Axes) -> None:
        for line in block.stray:
            sentence = "{file}, line {line}: stands outside the parcels and belongs to none"
            self._reject(
                line.number, line.text, Message("stray_line", sentence, {"file": self.file, "line": line.number})
            )
        if not block.plots:
            return
        self._warn_of_axes(tables, axes)
        self._warn_of_full_width(tables)
        surveys = self._joined(block, tables, axes)
        tables.clear()
        for survey in surveys:
            self._survey(survey, block, axes)

    def _warn_of_axes(self, tables: Sequence[Columns], axes: Axes) -> None:
        if axes is Axes.EAST_NORTH:
            sentence = "{file}: the easting stands first; columns were told apart by their magnitude"
            self.notes.append(Message("easting_first", sentence, {"file": self.file}))
        if axes is Axes.UNKNOWN and any(len(unfitting(table, axes)) < len(table) for table in tables):
            sentence = "{file}: the axis order cannot be told by magnitude; read as northing, easting"
            self.notes.append(Message("axes_assumed", sentence, {"file": self.file}))

    def _warn_of_full_width(self, tables: Sequence[Columns]) -> None:
        changed = [number for table in tables for number in table.full_width]
        if changed:
            sentence = (
                "{file}, line {line}: full-width characters in coordinates were read as half-width ones ({n} lines)"
            )
            values = {"file": self.file, "line": changed[0], "n": len(changed)}
            self.notes.append(Message("full_width", sentence, values))

    def _joined(self, block: Block, tables: Sequence[Columns], axes: Axes) -> list[_Survey]:
        """Each parcel's plot line with all its rows; rings that have a plot line each are joined first (进出平衡)."""
        surveys: dict[object, list[_Survey]] = {}
        for number, (plot, table) in enumerate(zip(block.plots, tables)):
            profile = self._profile(plot, block, table, axes)
            feature = table.rings[0] if table.rings else ""
            key: object = ("feature", feature) if profile.by_rings and feature else number
            surveys.setdefault(key, []).append(_Survey(plot, table, profile))
        return [
            replace(same[0], table=joined([each.table for each in same])) if len(same) > 1 else same[0]
            for same in surveys.values()
        ]

    def _profile(self, plot: Plot, block: Block, table: Columns, axes: Axes) -> Profile:
        if self._is_forced():
            profile = forced(self.options.profile, plot.fields)
        else:
            shape = (id(block), marker_of(plot.fields), len(plot.fields), table.ring_column, table.width, table.pattern)
            known = None if told_by_content() else self.recognised.get(shape)
            profile = known or recognise(plot.fields, self._evidence(block, table, axes))
            self.recognised[shape] = profile
        self.profile = self.profile or profile.id
        return profile

    def _evidence(self, block: Block, table: Columns, axes: Axes) -> Evidence:
        ring_column = table.ring_column if len(table) else 0
        further = table.extra[0] if table.extra else ()
        return Evidence(Path(self.file).stem, block.header, axes, ring_column, table.width, table.pattern, further)

    def _survey(self, survey: _Survey, block: Block, axes: Axes) -> None:
        plot, table = survey.plot, survey.hand_over()
        attributes = attributes_of(survey.profile, plot.fields)
        label = attributes.get("code") or attributes.get("name") or f"@{plot.line.number}"
        if axes is Axes.EAST_NORTH:
            attributes["columns"] = "easting_first"  # kept for the checks, which name what was put right
        points = points_of(table, axes)
        located = self._located(block, points, axes)
        unusable = self.unusable.get(plot.line.number) or _beyond_measure(table)
        if unusable:
            return self._no_geometry(plot, unusable, label)
        unread = self._reject_rows(table, unfitting(table, axes), label)
        if unread:
            reason = Message("rows_unread", "{n} of its rows cannot be read", {"n": unread})
            return self._no_geometry(plot, reason, label)
        if not len(points):
            reason = Message("no_points", "Parcel {parcel}: no boundary points follow", {"parcel": label})
            return self._no_geometry(plot, reason, label)
        if located.grid is None:
            return self._no_geometry(plot, located.refusal or unknown_zone(self.file), label)
        if table.plain_area:
            plain = ring_of(points, RingRows(0, len(points) - 1, len(points) - 1))
            built = Built((Part(plain),), area=table.plain_area)
            return self._parcel(survey, attributes, block, located.grid, built)
        cuts = split_rings(points)
        self._warn_of_closing(points, cuts, label)
        rings = [ring_of(points, each) for each in cuts]
        del table, points  # a parcel of millions of points need not stand in memory twice
        built = build_parts(rings, label)
        for fault in built.faults:
            self._no_geometry(plot, fault, label)
        if built.parts:
            self._parcel(survey, attributes, block, located.grid, built)
        return None

    def _located(self, block: Block, points: Points, axes: Axes) -> Located:
        """The grid of one parcel; a warning that holds for several parcels is given once."""
        located = locate(block.header, points, axes, self.options, self.file)
        if located.note and located.note not in self.notes:
            self.notes.append(located.note)
        return located

    def _reject_rows(self, table: Columns, rows: Sequence[int], label: str) -> int:
        """Reject every row that gives no point of the file's magnitude; how many there were."""
        bad = sorted([*((table.lines[row], table.text(row)) for row in rows), *table.unread])
        known = {number for number, _ in bad}
        long = [number for number in table.lines if number in self.unusable] if self.unusable else []
        for number, text in bad:
            if number in self.unusable:
                continue  # said already
            sentence = "{file}, line {line}: no coordinates can be read here; parcel {parcel} gets no geometry"
            values = {"file": self.file, "line": number, "parcel": label}
            self._reject(number, text, Message("not_a_point", sentence, values))
        return len(known.union(long))

    def _warn_of_closing(self, points: Points, rings: Sequence[RingRows], label: str) -> None:
        for ring in rings:
            last = ring.closing
            if last is not None and (points.n[last], points.e[last]) != (points.n[ring.start], points.e[ring.start]):
                sentence = (
                    "{file}, line {line}: parcel {parcel} closes beside its first point; the first point was kept"
                )
                values = {"file": self.file, "line": points.lines[last], "parcel": label}
                self.notes.append(Message("closing_off", sentence, values))

    def _parcel(self, survey: _Survey, attributes: dict[str, str], block: Block, grid: Grid, built: Built) -> None:
        line = survey.plot.line
        parcel = Parcel(
            code=attributes.get("code", ""),
            name=attributes.get("name", ""),
            grid=grid,
            parts=built.parts,
            attributes={**attributes, "profile": survey.profile.id, **block.kept},
            line=line.number,
        )
        notes = (
            declared_area_note(parcel, built.area, self.file),
            declared_count_note(parcel, survey.rows, self.file),
        )
        self.notes.extend(note for note in notes if note)
        written = (line.text, *((ring.n_text, ring.e_text) for _, _, ring in parcel.rings()))
        first = self.first_lines.setdefault(written, line.number)
        if first != line.number:
            sentence = "{file}, line {line}: parcel {parcel} is the same as at line {first}; both were read"
            values = {"file": self.file, "line": parcel.line, "parcel": parcel.code or parcel.name, "first": first}
            self.notes.append(Message("parcel_repeated", sentence, values))
        self.parcels.append(parcel)

    def _no_geometry(self, plot: Plot, reason: Message, label: str) -> None:
        sentence = "{file}, line {line}: parcel {parcel} was not taken: {reason}"
        values = {"file": self.file, "line": plot.line.number, "parcel": label, "reason": reason}
        self._reject(plot.line.number, plot.line.text, Message(reason.code, sentence, values))

    def _reject(self, line: int | None, text: str, message: Message) -> None:
        self.rejects.append(Reject(self.file, line, text, message))


def _beyond_measure(table: Columns) -> Message | None:
    if len(table) <= MOST_POINTS:
        return None
    sentence = "it has {n} boundary points, more than {most}; ask the surveyor to thin or to divide it"
    return Message("too_many_points", sentence, {"n": len(table), "most": MOST_POINTS})
