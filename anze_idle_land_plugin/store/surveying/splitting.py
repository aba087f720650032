"""A parcel split: pieces go on under codes of their own, the rest keeps the parent's code and history.

What was supplied or withdrawn stays with the parent; a piece takes area along that is not settled yet, so that base
and done area of the campaign are the same before and after. Areas are computed in the zone of the parent's survey.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Sequence

from shapely.geometry import MultiPolygon, Polygon
from shapely.ops import unary_union

from ... import catalogue
from ...catalogue import Value
from ...geodesy.area import plane_area
from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...geodesy.screen_shapes import multipolygon
from ...geodesy.zones import moved
from ...model.cases import UnsuppliedCase
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Notes
from ...model.parcel import Grid, Parcel, Part, Ring
from ...model.procedure.circumstances import Circumstances
from ...model.procedure.guards import refusals
from ...model.procedure.unsupplied_guards import ELSEWHERE
from ...model.procedure.workflow import Transition
from ...model.rounding import hectares, written
from ...model.standing.base import freezes
from ...model.standing.events import STATE_FIELD, Event, EventKind, in_force
from ...readers.typed import parcel_of
from ...wording.moments import stamp
from ..casework.admitting import campaign_year, circumstances, parcel_columns, surveyed_areas
from ..casework.recording import Draft, UnknownParcel, record_within
from ..database import CampaignFile, SpatialRow
from ..events import events_of
from ..registers import share_registers
from ..standing.snapshot import read_campaign, read_surveys
from .entering import ParcelExists, is_taken
from .surveys import Version, keep_version, show_survey, survey_columns

SPLIT = "split"
REST_GOES_ON = ("something_remains",)
"""The condition of the steps that lead the rest on; a piece of a parcel that may take one starts where it leads."""
SUPPLY_FIELDS = ("GYFS", "HTBH", "DZJGH", "HTQDRQ", "GYMJ", "YGMJ", "CHMJ")
"""What a piece of unsupplied land does not take along: it belongs to what was supplied."""
NO_JOURNAL = 0


class NotInAZone(CampaignError):
    sentence = "Parcel {code} was surveyed in degrees; import its survey in a zone (metres) before it is split"


class SplitTooEarly(CampaignError):
    sentence = (
        "Parcel {code} has its present outline and base since {day} only; what is cut off now cannot have been cut off "
        "before. Split it on that day or later"
    )


class PieceOutside(CampaignError):
    sentence = "Parcel {code}: a piece reaches {area} m² beyond it ({tolerance} m² are allowed); check its points"


class PiecesOverlap(CampaignError):
    sentence = "Parcel {code}: the pieces overlap by {area} m²; draw them side by side"


class NothingRemains(CampaignError):
    sentence = "Parcel {code}: the pieces cover all of it; leave the piece out that keeps the code"


class TooMuchSettled(CampaignError):
    sentence = (
        "Parcel {code}: the pieces hold {pieces} ha, but only {left} ha are not settled yet; cut off the part that was "
        "neither supplied nor withdrawn"
    )


@dataclass(frozen=True)
class Piece:
    """A part to be cut off: its points, and the code it goes on under (empty: the parent's with a number)."""

    parcel: Parcel
    code: str = ""


def split_parcel(
    file: CampaignFile, which: ListKind, code: str, pieces: Sequence[Piece], day: date, now: datetime, notes: Notes
) -> tuple[str, ...]:
    """Cut pieces off a parcel on a day, all or none; returns their codes. Raises with the areas that do not fit."""
    columns = parcel_columns(file, which, [code])
    if code not in columns:
        raise UnknownParcel(code=code)
    codes = _codes(file, which, code, pieces)
    splitter = _Split(file, which, code, columns[code], day, now)
    parts = [replace(splitter.in_grid(piece.parcel), code=own) for piece, own in zip(pieces, codes)]
    rest = splitter.rest(parts)
    with file.transaction():
        splitter.write(rest, parts, notes)
    return codes


def _codes(file: CampaignFile, which: ListKind, code: str, pieces: Sequence[Piece]) -> tuple[str, ...]:
    codes: list[str] = []
    for piece in pieces:
        own, number = piece.code, 0
        while not own or own in codes or is_taken(file, which, own):
            if piece.code:
                raise ParcelExists(code=piece.code)
            number += 1
            own = f"{code}-{number}"
        codes.append(own)
    return tuple(codes)


class _Split:
    """One split: the parent as it stands on the day, and what becomes of it and of the pieces."""

    def __init__(
        self, file: CampaignFile, which: ListKind, code: str, columns: dict[str, Value], day: date, now: datetime
    ) -> None:
        self.file, self.which, self.code, self.columns, self.day, self.now = file, which, code, columns, day, now
        self.survey = read_surveys(file, which, codes=[code])[code]
        self.grid: Grid = self.survey.parcel.grid
        if self.grid.zone is None:
            raise NotInAZone(code=code)
        self.tolerance = area_tolerance(plane_area(self.survey.parcel), area_sigma(self.survey.parcel))
        self.crs = int(read_campaign(file).crs.split(":")[1])
        events = events_of(file, which, [code]).get((which, code), [])
        self._refuse_too_early(events)
        area = surveyed_areas(file, which, [code], day)[code]
        self.about: Circumstances = circumstances(which, columns, events, day, campaign_year(file), surveyed_m2=area)

    def _refuse_too_early(self, events: Sequence[Event]) -> None:
        """A split cuts the latest survey and shares the latest base: earlier than either it would share land twice."""
        sql = "SELECT MAX(effective_on) FROM parcel_version WHERE list = ? AND code = ?"
        ((surveyed,),) = self.file.query(sql, self.which.value, self.code)
        entered = [event.effective_on for event in in_force(events, date.max) if freezes(event)]
        since = max([date.fromisoformat(str(surveyed)[:10]), *entered])
        if self.day < since:
            raise SplitTooEarly(code=self.code, day=since.isoformat())

    def in_grid(self, piece: Parcel) -> Parcel:
        """A piece in the grid of the parent's survey; a corner of the parent keeps its name and its digits."""
        polygons = [
            Polygon(self._moved(part.outer, piece), [self._moved(hole, piece) for hole in part.holes])
            for part in piece.parts
        ]
        return self._named(parcel_of(polygons, self.grid))

    def _moved(self, ring: Ring, piece: Parcel) -> list[tuple[float, float]]:
        return moved(ring.easting_northing(), piece.grid, self.grid)

    def _named(self, parcel: Parcel) -> Parcel:
        """The parcel with the parent's own corners as they were surveyed; other points keep the names they have."""
        corners = {
            _place(ring, row): (ring, row) for _, _, ring in self.survey.parcel.rings() for row in range(len(ring))
        }
        taken = {ring.names[row] for ring, row in corners.values()}

        def named(ring: Ring) -> Ring:
            rows = [corners.get(_place(ring, row), (ring, row)) for row in range(len(ring))]
            names = tuple(
                f"{each.names[row]}'" if each is ring and each.names[row] in taken else each.names[row]
                for each, row in rows
            )
            return replace(
                ring,
                names=names,
                closing_name=names[0],
                n=array("d", (each.n[row] for each, row in rows)),
                e=array("d", (each.e[row] for each, row in rows)),
                n_text=tuple(each.n_text[row] for each, row in rows),
                e_text=tuple(each.e_text[row] for each, row in rows),
            )

        parts = tuple(Part(named(part.outer), tuple(map(named, part.holes))) for part in parcel.parts)
        return replace(parcel, parts=parts)

    def rest(self, parts: Sequence[Parcel]) -> Parcel:
        """What the parent keeps. Refuses pieces outside, over each other, or over everything."""
        whole, tolerance = _shape(self.survey.parcel), self.tolerance
        shapes = [_shape(part) for part in parts]
        together = unary_union(shapes)
        outside, overlap = together.difference(whole).area, sum(each.area for each in shapes) - together.area
        if outside > tolerance:
            raise PieceOutside(code=self.code, area=written(outside, 2), tolerance=written(tolerance, 2))
        if overlap > tolerance:
            raise PiecesOverlap(code=self.code, area=written(overlap, 2))
        left = whole.difference(together)
        polygons = [each for each in getattr(left, "geoms", [left]) if each.area > tolerance]
        if not polygons:
            raise NothingRemains(code=self.code)
        return self._named(parcel_of(polygons, self.grid))

    def write(self, rest: Parcel, parts: Sequence[Parcel], notes: Notes) -> None:
        document = self.about.case.document_area_ha
        total = plane_area(rest) + sum(map(plane_area, parts))
        if document is None:
            document = float(hectares(total))
        areas = [float(written(document * plane_area(part) / total, 4)) for part in parts]
        left = self.about.left_ha
        if sum(areas) > left + max(self.about.stands.nothing_below_ha, self.tolerance / 10000):
            raise TooMuchSettled(code=self.code, pieces=written(sum(areas), 4), left=written(left, 4))
        drafts: list[Draft] = []
        for part, area in zip(parts, areas):
            self._add(part, area)
            drafts.append(self._of_child(part.code, min(area, left)))
            left = max(round(left - area, 4), 0.0)
        self._keep_rest(rest)
        settled = self.about.stands.done_area_ha
        drafts += self._of_parent(round(document - sum(areas), 4), round(left + settled, 4))
        record_within(self.file, drafts, self.now, notes)
        share_registers(self.file, self.which, self.code, {part.code: area for part, area in zip(parts, areas)})

    def _add(self, part: Parcel, area_ha: float) -> None:
        wkb = multipolygon(part, self.crs)
        own = {catalogue.code_field(self.which): part.code, "BSM": None}
        taken = () if self.which is ListKind.IDLE else SUPPLY_FIELDS
        columns = {
            field.code: self.about.values.get(field.code)
            for field in catalogue.case_fields(self.which)
            if field.kept_by == "ledger" and field.code not in taken
        }
        fields = {**columns, **own, **self._areas(area_ha), **survey_columns(self.which, part)}
        given = {name: value for name, value in fields.items() if value not in (None, "")}
        self.file.append(self.which.table, [SpatialRow(given, wkb)])
        self._version(part, wkb, part.code, 1, self.code)

    def _areas(self, area_ha: float) -> dict[str, Value]:
        if self.which is ListKind.UNSUPPLIED:
            return {"DKMJGQ": area_ha}
        return {"GYMJ": area_ha, "XZMJ": min(area_ha, self.about.left_ha)}

    def _keep_rest(self, rest: Parcel) -> None:
        wkb = multipolygon(rest, self.crs)
        show_survey(self.file, self.which, self.code, rest, wkb)
        self._version(rest, wkb, self.code, self.survey.version + 1, "")

    def _version(self, parcel: Parcel, wkb: bytes, code: str, number: int, parent: str) -> None:
        version = Version(self.which, code, number, self.day, stamp(self.now), SPLIT, NO_JOURNAL, parent)
        keep_version(self.file, version, parcel, wkb, self.crs)

    def _of_child(self, code: str, area_ha: float) -> Draft:
        """A piece enters in the parent's state; before that day there was no such parcel."""
        state = self.about.stands.state.code
        steps = catalogue.workflow(self.which).steps_from(self.about.stands.state)
        begins_in = next((step.target for step in steps if self._leads_on(step)), state)
        return self._baseline(code, begins_in, area_ha, f"由 {self.code} 拆分")

    def _leads_on(self, step: Transition) -> bool:
        elsewhere = (reason.code in ELSEWHERE for _, reason in refusals(step, self.about))
        return REST_GOES_ON in step.guards and not any(elsewhere)

    def _baseline(self, code: str, state: str, area_ha: float, note: str) -> Draft:
        kind = EventKind.BASELINE
        return Draft(self.which, code, kind, self.day, field=STATE_FIELD, value=state, area_ha=area_ha, note=note)

    def _of_parent(self, document_ha: float, base_ha: float) -> list[Draft]:
        """The parent goes on in its state with what it keeps; what nothing happened to before is first frozen whole."""
        state = self.about.stands.state.code
        entered = [self._baseline(self.code, state, base_ha, "拆分后保留部分")]
        if self.about.stands.frozen_ha is None:
            entered.insert(0, self._baseline(self.code, "", self.about.base_ha, "拆分前底数"))
        areas = {"DKMJGQ": document_ha} if isinstance(self.about.case, UnsuppliedCase) else {"GYMJ": document_ha}
        if self.columns.get("XZMJ") is not None:
            areas["XZMJ"] = base_ha
        fields = catalogue.field_by_code(self.which)
        facts = [
            Draft(self.which, self.code, EventKind.FACT, self.day, field=name, value=fields[name].store(value))
            for name, value in areas.items()
        ]
        return [*entered, *facts]


def _place(ring: Ring, row: int) -> tuple[float, float]:
    """A corner by its place to the millimetre."""
    return round(ring.n[row], 3), round(ring.e[row], 3)


def _shape(parcel: Parcel) -> MultiPolygon:
    """The parcel in its own grid."""
    return MultiPolygon(
        [
            Polygon(part.outer.easting_northing(), [hole.easting_northing() for hole in part.holes])
            for part in parcel.parts
        ]
    ).buffer(0)
