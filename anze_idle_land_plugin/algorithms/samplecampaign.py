"""anze:samplecampaign: the shipped sample as a campaign: parcels, both ledgers and the story of its events."""

from __future__ import annotations

import csv
import os
from datetime import date
from pathlib import Path
from typing import Iterator, Mapping, NamedTuple

from qgis.core import QgsCoordinateTransformContext, QgsProcessingFeedback, QgsVectorLayer

from .. import catalogue
from ..model.campaign import Campaign
from ..model.kinds import ListKind
from ..model.messages import CampaignError, Reject
from ..model.standing.events import EventKind
from ..model.standing.snapshot import ContextShape
from ..readers.files import read_path
from ..readers.ledger.reader import read_ledger
from ..readers.reading import ReadOptions
from ..store.casework.recording import Draft, record
from ..store.creating import CampaignExists, create_campaign
from ..store.database import CampaignFile
from ..store.ledgers.attaching import attach_ledger
from ..store.places import county_extent
from ..store.surveying.importing import import_readings
from ..wording.moments import utc_now
from .createcampaign import context_shapes
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given
from .importparcels import write_rejects

CRS = "EPSG:4525"
LAYERS = {"county": "county", "towns": "town", "zone": "zone_area", "rivers": "river", "places": "place"}
"""Files of the sample's context folder and the layers they become."""


class SampleMissing(CampaignError):
    sentence = "The sample is not in this installation ({folder}); install the plugin again"


class SampleCampaign(CampaignAlgorithm):
    ID = "samplecampaign"
    TITLE = "Open the sample"
    ICON = "sample"
    HELP = (
        "Builds the shipped sample campaign of about a hundred invented parcels: imports the survey files, "
        "attaches both ledgers and records what happened from May to November 2023."
    )
    NUMBERS = (("IMPORTED", "New parcels"), ("REJECTED", "Rejects"), ("EVENTS", "Events"))

    def definitions(self) -> ask.Definitions:
        return (
            ask.file("OUTPUT", "Campaign file", ask.GPKG),
            ask.file("REJECTS", "List of rejects", ask.CSV, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output, rejects_file = given.output(), given.destination("REJECTS")
        if output.exists():
            raise CampaignExists(file=str(output))
        unfinished = output.with_name(f".{output.stem}.sample.gpkg")
        unfinished.unlink(missing_ok=True)
        try:
            built = _build(unfinished, sample_folder(), feedback)
            os.replace(unfinished, output)
        finally:
            unfinished.unlink(missing_ok=True)
        if rejects_file is not None:
            write_rejects(rejects_file, built.rejects)
        counts = {"IMPORTED": built.imported, "REJECTED": len(built.rejects), "EVENTS": built.events}
        return {"OUTPUT": output, **counts, **({"REJECTS": rejects_file} if rejects_file else {})}


def sample_folder() -> Path:
    """Where the shipped sample lies."""
    folder = catalogue.RESOURCES / "sample"
    if not (folder / "events.csv").exists():
        raise SampleMissing(folder=str(folder))
    return folder


class _Built(NamedTuple):
    """Parcels imported, everything rejected, events recorded."""

    imported: int
    rejects: list[Reject]
    events: int


def _build(path: Path, sample: Path, feedback: QgsProcessingFeedback) -> _Built:
    create_campaign(path, _campaign(), {layer: _shapes(sample, name, layer) for name, layer in LAYERS.items()})
    imported = 0
    rejects: list[Reject] = []
    with CampaignFile.open(path, update=True) as file:
        options = ReadOptions(county_extent=county_extent(file))
        for which in ListKind:
            summary = import_readings(file, which, read_path(sample / which.value, options), tr)
            imported += summary.imported
            rejects.extend(summary.rejects)
            ledger = read_ledger(sample / f"ledger_{which.value}.xlsx", which, known=_campaign().units)
            rejects.extend(attach_ledger(file, which, ledger, translate=tr).rejects)
            feedback.setProgress(40 if which is ListKind.UNSUPPLIED else 60)
        events = record(file, list(drafts(sample / "events.csv")), utc_now())
    return _Built(imported, rejects, events)


def _campaign() -> Campaign:
    code, name = catalogue.shipped_county()
    stages = catalogue.stages()
    return Campaign(
        name=f"{name}2023年度“批而未用”土地清理专项行动（示例）",
        year=2023,
        county_code=code,
        county_name=name,
        crs=CRS,
        plan_document="安政办发〔2023〕16号",
        starts_on=stages[0].from_date,
        ends_on=stages[-1].to_date,
        units=catalogue.shipped_units(),
    )


def _shapes(sample: Path, name: str, layer: str) -> tuple[ContextShape, ...]:
    source = QgsVectorLayer(str(sample / "context" / f"{name}.geojson"), name, "ogr")
    return tuple(context_shapes(source, layer, CRS, QgsCoordinateTransformContext()))


def drafts(events: Path) -> Iterator[Draft]:
    """The rows of events.csv, in the order they happened."""
    with open(events, encoding="utf-8-sig", newline="") as handle:
        for row in csv.DictReader(handle):
            yield Draft(
                which=ListKind(row["list"]),
                code=row["code"],
                kind=EventKind(row["kind"]),
                effective_on=date.fromisoformat(row["effective_on"]),
                transition=row["transition"],
                field=row["field"],
                value=row["value"],
                area_ha=float(row["area_ha"]) if row["area_ha"] else None,
                document=row["document"],
                department=row["department"],
                note=row["note"],
                attachments=tuple(str(events.parent / path) for path in row["attachments"].split(";") if path),
            )
