"""anze:createcampaign: a new campaign file of a county, by its layers and its settings workbook."""

from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)
from shapely import wkb
from shapely.ops import unary_union

from .. import catalogue
from ..geodesy.zones import GEOGRAPHIC_EPSG, THREE_DEGREE, epsg, grid_of, transform, zone_at
from ..model.campaign import NO_PLAN, Campaign, Task
from ..model.messages import CampaignError, Message
from ..model.parcel import Grid
from ..model.settings import CampaignSettings, Context, county_of, county_shapes, units_of
from ..model.standing.snapshot import ContextShape
from ..readers.campaign_settings import read_settings
from ..readers.tasks.reader import read_tasks
from ..store.creating import create_campaign
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given

NAME_FIELDS = ("name", "xzqmc", "名称", "kfqmc", "行政区名称", "县名称", "mc")
CODE_FIELDS = ("code9", "xzqdm", "代码", "code", "adcode", "行政区代码", "县代码", "dm")
OF_TOWNS = (("xzmc", "乡镇名称", "镇名称"), ("xzdm", "乡镇代码", "镇代码"))
"""Name and code of a town, looked for first: beside them may stand those of its county."""
ALIAS_FIELDS = ("aliases", "别名", "曾用名")
CONTEXT = {"COUNTY": "county", "TOWNS": "town", "ZONE": "zone_area", "RIVERS": "river", "PLACES": "place"}
"""Parameter and context layer of the campaign file."""


class CreateCampaign(CampaignAlgorithm):
    ID = "createcampaign"
    TITLE = "New campaign"
    ICON = "new"
    HELP = (
        "Creates a campaign file (.gpkg) with the milestones and stages of the plan. County, towns and development "
        "zone are polygon layers whose names stand in a field name, XZQMC or 名称 and whose codes stand in a field "
        "code9, XZQDM, 代码 or adcode. A settings workbook says what layers cannot: the number of the plan, towns and "
        "departments with their other names and duties, milestones and stages (sheets 行动, 镇, 开发区, 成员单位, "
        "时间节点, 阶段)."
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.text("NAME", "Name", optional=False),
            ask.whole("YEAR", "Year", None, 2000, 2100, optional=False),
            ask.crs("CRS", "Coordinate system", "EPSG:4525"),
            _layer("COUNTY", "County outline", QgsProcessing.SourceType.TypeVectorPolygon),
            _layer("TOWNS", "Town outlines", QgsProcessing.SourceType.TypeVectorPolygon),
            _layer("ZONE", "Development zone", QgsProcessing.SourceType.TypeVectorPolygon),
            _layer("RIVERS", "Rivers", QgsProcessing.SourceType.TypeVectorLine),
            _layer("PLACES", "Place names", QgsProcessing.SourceType.TypeVectorPoint),
            ask.input_file("TASKS", "Tasks set by the city", optional=True),
            ask.input_file("SETTINGS", "Settings: county, plan, towns, departments", ask.XLSX, optional=True),
            ask.file("OUTPUT", "Campaign file", ask.GPKG),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        said = read_settings(given.existing("SETTINGS")) if given.text("SETTINGS") else CampaignSettings()
        crs = _crs(given)
        context = {
            layer: tuple(context_shapes(source, layer, crs, given.transform_context()))
            for name, layer in CONTEXT.items()
            for source in [given.source(name)]
            if source is not None
        }
        context["county"] = county_shapes(context.get("county", ()), said)
        warning = _another_zone(crs, context["county"])
        if warning is not None:
            feedback.pushWarning(warning.text(tr))
        campaign = _campaign(given, crs, said, context)
        tasks = _tasks(given, campaign) if given.text("TASKS") else ()
        create_campaign(given.output(), campaign, context, tasks, said.milestones, said.stages)
        if not said.milestones and campaign.year != catalogue.plan_year():
            feedback.pushWarning(NO_PLAN.text(tr))
        return {"OUTPUT": given.output()}


class NoPlane(CampaignError):
    sentence = "CRS: a campaign measures in metres, which {crs} does not; give a zone of CGCS2000 such as EPSG:4525"


class TasksRefused(CampaignError):
    sentence = "Nothing was created: {count} row(s) of {file} cannot be taken.\n{refusals}"


def _tasks(given: Given, campaign: Campaign) -> tuple[Task, ...]:
    """Every task of the city's table. Raises TasksRefused: tasks must be whole."""
    file = given.existing("TASKS")
    units = campaign.units.filled_from(catalogue.units_known_of(campaign.county_code))
    county = (campaign.county_code, campaign.county_name)
    table = read_tasks(file, catalogue.counting_rules(units).units, county)
    if table.refused:
        said = tuple(each.sentence for each in table.refused)
        raise TasksRefused(file=file.name, count=len(said), refusals=said)
    return table.tasks


def _crs(given: Given) -> str:
    """The system of the campaign: a zone of CGCS2000. Raises UnknownGrid and NoPlane."""
    crs = given.crs() or "EPSG:4525"
    if grid_of(crs).zone is None:
        raise NoPlane(crs=crs)
    return crs


def _another_zone(crs: str, county: Sequence[ContextShape]) -> Message | None:
    """What is to be said where the county lies in another zone than the campaign measures in."""
    if not county:
        return None
    centre, grid = unary_union([wkb.loads(each.wkb) for each in county]).centroid, grid_of(crs)
    ((longitude, _),) = transform([(centre.x, centre.y)], epsg(grid), GEOGRAPHIC_EPSG)
    zone = zone_at(longitude)
    if grid.zone not in THREE_DEGREE or zone == grid.zone:
        return None
    sentence = "The county lies in zone {zone}, the campaign measures in zone {own}; {crs} would fit the county"
    return Message("another_zone", sentence, {"zone": zone, "own": grid.zone, "crs": f"EPSG:{epsg(Grid(zone, True))}"})


def _layer(name: str, title: str, kind: int) -> QgsProcessingParameterFeatureSource:
    return QgsProcessingParameterFeatureSource(name, tr(title), [kind], optional=True)


def _campaign(given: Given, crs: str, said: CampaignSettings, context: Context) -> Campaign:
    """County and units as layers and settings say; dates of the settings, else of the plan, else the whole year."""
    year = given.whole("YEAR")
    units = units_of(context, said)
    code, name = county_of(context["county"], said, units.towns)
    stages = said.stages or (catalogue.stages() if year == catalogue.plan_year() else ())
    first, last = (stages[0].from_date, stages[-1].to_date) if stages else (date(year, 1, 1), date(year, 12, 31))
    return Campaign(
        name=given.needed("NAME"),
        year=year,
        county_code=code,
        county_name=name,
        crs=crs,
        plan_document=said.plan_document,
        starts_on=said.starts_on or first,
        ends_on=said.ends_on or last,
        units=units,
    )


def context_shapes(
    source: QgsFeatureSource, layer: str, crs: str, transforms: QgsCoordinateTransformContext
) -> Iterator[ContextShape]:
    """The shapes of a layer in the campaign's CRS, as multi-geometries, with name and code where a field gives them."""
    target = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(source.sourceCrs(), target, transforms)
    first = OF_TOWNS if layer == "town" else ((), ())
    looked_for = ((*first[0], *NAME_FIELDS), (*first[1], *CODE_FIELDS), ALIAS_FIELDS)
    names = {field.name().lower(): field.name() for field in source.fields()}
    for feature in source.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        if geometry.isEmpty():
            continue
        geometry.transform(transform)
        if layer != "place":
            geometry.convertToMultiType()
        name, code, also = (
            next((_text(feature[names[field]]) for field in wanted if field in names), "") for wanted in looked_for
        )
        yield ContextShape(layer, name, code, bytes(geometry.asWkb()), catalogue.aliases(also))


def _text(value: object) -> str:
    """A name or a code; tables keep codes as numbers, too."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value or "").strip()
