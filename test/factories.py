"""Factories for tests: parcels from points, dossiers and snapshots from a few words."""

from __future__ import annotations

from array import array
from datetime import date
from typing import Any, Iterable, Sequence

from shapely.geometry import MultiPolygon, Polygon

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.geodesy.zones import epsg, transform
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part, Ring
from anze_idle_land_plugin.model.standing.base import base_ha, documented_ha
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import ContextShape, Dossier, Snapshot
from anze_idle_land_plugin.model.standing.standing import standing, status

Points = Sequence[tuple[float, float]]
ORIGIN_37 = (37612000.0, 4002000.0)
"""Easting and northing of a point near the county seat, zone 37 with prefix."""


def ring(points: Points, number: str = "1", first: int = 1) -> Ring:
    """A ring of (easting, northing) vertices named J<first>.., written with three decimals."""
    return Ring(
        names=tuple(f"J{first + index}" for index in range(len(points))),
        n=array("d", (round(north, 3) for _, north in points)),
        e=array("d", (round(east, 3) for east, _ in points)),
        n_text=tuple(f"{north:.3f}" for _, north in points),
        e_text=tuple(f"{east:.3f}" for east, _ in points),
        number=number,
        closing_name=f"J{first}",
    )


def shifted(
    points: Iterable[tuple[float, float]], origin: tuple[float, float] = ORIGIN_37
) -> list[tuple[float, float]]:
    """Metres from an origin as full coordinates."""
    return [(origin[0] + x, origin[1] + y) for x, y in points]


SQUARE = ((0.0, 100.0), (100.0, 100.0), (100.0, 0.0), (0.0, 0.0))
"""One hectare, clockwise from the north-west corner."""


def parcel(
    outer: Points | None = None,
    holes: Sequence[Points] = (),
    code: str = "2023-G-001",
    name: str = "示例地块",
    grid: Grid = Grid(37, True),
    more_parts: Sequence[Points] = (),
) -> Parcel:
    """A parcel of one part with holes, or of several parts without; coordinates are full eastings and northings."""
    outer = shifted(SQUARE) if outer is None else outer
    first = Part(ring(outer), tuple(ring(hole, str(2 + index), 1 + len(outer)) for index, hole in enumerate(holes)))
    others = tuple(Part(ring(points, str(2 + index))) for index, points in enumerate(more_parts))
    return Parcel(code=code, name=name, grid=grid, parts=(first, *others))


def wkb_of(survey: Parcel, crs: int = 4525) -> bytes:
    """The multipolygon of a parcel in the campaign's CRS."""

    def line(each: Ring) -> list[tuple[float, float]]:
        return transform(each.easting_northing(), epsg(survey.grid), crs)

    return bytes(MultiPolygon([Polygon(line(p.outer), [line(h) for h in p.holes]) for p in survey.parts]).wkb)


def dossier(
    which: ListKind = ListKind.UNSUPPLIED,
    survey: Parcel | None = None,
    as_of: date = date(2023, 9, 30),
    state: str = "",
    events: Sequence[Event] = (),
    **fields: Any,
) -> Dossier:
    """A dossier with the given case attributes by field code (``XHLYFS="03"``, ``JHWCSJ=date(...)``)."""
    survey = survey or parcel()
    code_field = catalogue.code_field(which)
    row = {code_field: survey.code, "DKMC": survey.name, "XMMC": survey.name, "XZMC": "府城镇", **fields}
    case = catalogue.case_of(which, row)
    start = state or catalogue.workflow(which).initial.code
    area = plane_area(survey)
    base = base_ha(None, documented_ha(case), area)
    baseline = Event(
        which, survey.code, EventKind.BASELINE, date(2023, 5, 10), field=STATE_FIELD, value=start, area_ha=base, id=1
    )
    stands = standing([baseline, *events], catalogue.workflow(which), as_of)
    return Dossier(
        case=case,
        survey=survey,
        wkb=wkb_of(survey),
        file=f"{survey.code}.txt",
        standing=stands,
        category=catalogue.category_of(which, case.measure),
        status=status(stands, case.deadline, base, as_of, catalogue.warn_days()),
        area_m2=area,
        base_area_ha=base,
    )


def snapshot(
    dossiers: Sequence[Dossier] = (), as_of: date = date(2023, 9, 30), **context: Sequence[ContextShape]
) -> Snapshot:
    """A snapshot of the 2023 campaign with the plan's milestones and stages."""
    campaign = Campaign(
        name="安泽县2023年度“批而未用”土地清理专项行动",
        year=2023,
        county_code="141026",
        county_name="安泽县",
        crs="EPSG:4525",
        plan_document="安政办发〔2023〕16号",
        starts_on=date(2023, 5, 10),
        ends_on=date(2023, 11, 30),
        units=catalogue.shipped_units(),
    )
    return Snapshot(
        campaign=campaign,
        as_of=as_of,
        milestones=catalogue.milestones(),
        stages=catalogue.stages(),
        tasks=(),
        dossiers={which: tuple(each for each in dossiers if each.which is which) for which in ListKind},
        context={layer: tuple(shapes) for layer, shapes in context.items()},
    )
