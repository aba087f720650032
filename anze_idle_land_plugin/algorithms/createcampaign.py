"""anze:createcampaign: a new campaign file with the plan's milestones, stages and departments."""

from __future__ import annotations

from typing import Iterator, Mapping

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

from .. import catalogue
from ..geodesy.zones import grid_of
from ..model.campaign import Campaign
from ..model.messages import CampaignError
from ..model.standing.snapshot import ContextShape
from ..readers.tasks import read_tasks
from ..store.creating import create_campaign
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given

NAME_FIELDS = ("name", "XZQMC", "名称", "KFQMC", "xzqmc")
CODE_FIELDS = ("code9", "XZQDM", "代码", "code", "xzqdm", "adcode")
CONTEXT = {"COUNTY": "county", "TOWNS": "town", "ZONE": "zone_area", "RIVERS": "river", "PLACES": "place"}
"""Parameter and context layer of the campaign file."""


class CreateCampaign(CampaignAlgorithm):
    ID = "createcampaign"
    TITLE = "New campaign"
    ICON = "new"
    HELP = (
        "Creates a campaign file (.gpkg) with the milestones, stages and departments of the plan. County, "
        "towns and development zone are polygon layers whose names stand in a field name, XZQMC or 名称; they "
        "are optional."
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
            ask.input_file("TASKS", "Tasks set by the city", ask.XLSX, optional=True),
            ask.file("OUTPUT", "Campaign file", ask.GPKG),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        campaign = _campaign(given)
        context = {
            layer: tuple(context_shapes(source, layer, campaign.crs, given.transform_context()))
            for name, layer in CONTEXT.items()
            for source in [given.source(name)]
            if source is not None
        }
        tasks = read_tasks(given.existing("TASKS")) if given.text("TASKS") else ()
        create_campaign(given.output(), campaign, context, tasks)
        return {"OUTPUT": given.output()}


class NoPlane(CampaignError):
    sentence = "CRS: a campaign measures in metres, which {crs} does not; give a zone of CGCS2000 such as EPSG:4525"


def _crs(given: Given) -> str:
    """The system of the campaign: a zone of CGCS2000. Raises UnknownGrid and NoPlane."""
    crs = given.crs() or "EPSG:4525"
    if grid_of(crs).zone is None:
        raise NoPlane(crs=crs)
    return crs


def _layer(name: str, title: str, kind: int) -> QgsProcessingParameterFeatureSource:
    return QgsProcessingParameterFeatureSource(name, tr(title), [kind], optional=True)


def _campaign(given: Given) -> Campaign:
    """The plan's own dates in its year; in another year the same days."""
    year = given.whole("YEAR")
    county_code, county_name = catalogue.county()
    stages = catalogue.stages()
    return Campaign(
        name=given.needed("NAME"),
        year=year,
        county_code=county_code,
        county_name=county_name,
        crs=_crs(given),
        plan_document="",
        starts_on=stages[0].from_date.replace(year=year),
        ends_on=stages[-1].to_date.replace(year=year),
    )


def context_shapes(
    source: QgsFeatureSource, layer: str, crs: str, transforms: QgsCoordinateTransformContext
) -> Iterator[ContextShape]:
    """The shapes of a layer in the campaign's CRS, as multi-geometries, with name and code where a field gives them."""
    target = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(source.sourceCrs(), target, transforms)
    names = [field.name() for field in source.fields()]
    for feature in source.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        if geometry.isEmpty():
            continue
        geometry.transform(transform)
        if layer != "place":
            geometry.convertToMultiType()
        name, code = (
            next((str(feature[field] or "") for field in wanted if field in names), "")
            for wanted in (NAME_FIELDS, CODE_FIELDS)
        )
        yield ContextShape(layer, name, code, bytes(geometry.asWkb()))
