"""anze:unsuppliedremainder: approved minus supplied minus withdrawn, from polygon layers."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence, Union

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)
from shapely import wkb
from shapely.geometry import Polygon

from ..exports.reports.remainder import (
    Approval,
    Compared,
    Found,
    compared,
    history,
    uncovered,
    verdict,
    write_remainder_report,
)
from ..geodesy.remainder import Least, Plot, Remainder, counted_twice, remainders
from ..geodesy.rounding import half_up, hectares
from ..geodesy.shapes import moved_shape
from ..geodesy.zones import grid_of, is_zone, zone_at
from ..model.kinds import ListKind
from ..model.messages import CampaignError, Message
from ..model.parcel import Grid
from ..readers.ledger.headers import recognise
from ..store.standing.snapshot import read_snapshot
from ..wording.days import data_date
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import chinese, tr
from .frame.values import Given

NAMES = ("TBBH", "DZJGH", "HTBH", "DKMC", "NZYPZWH", "PCMC", "XMMC")
"""What names a feature, the strongest first."""
OWN_FIELDS = (
    "approval:string",
    "piece:integer",
    "area_m2:double",
    "area_ha:double",
    "zone:integer",
    "appr_m2:double",
    "supp_m2:double",
    "withd_m2:double",
    "sliver_m2:double",
    "ledger_m2:double",
    "diff_m2:double",
    "history:string",
)
"""What a piece says beside the attributes of its approval: at most ten letters, so that a shapefile holds them."""
SKIP_CHECKS = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
"""We name a shape that is not valid ourselves, and go on with the others."""


class RemainderCancelled(CampaignError):
    sentence = "The analysis was cancelled; nothing was written"


class _Read:
    """One feature of a layer: the plot in the grid it is measured in, and what names it."""

    def __init__(self, feature: QgsFeature, plot: Plot, words: Mapping[str, str]) -> None:
        self.feature, self.plot = feature, plot
        self.approval = Approval(plot.key, words.get("TBBH", ""), words.get("NZYPZWH", ""))


class UnsuppliedRemainder(CampaignAlgorithm):
    ID = "unsuppliedremainder"
    TITLE = "Remainder of approvals"
    ICON = "remainder"
    HELP = (
        "What is left of approved land: approved minus supplied minus withdrawn, one row a piece, with what was cut "
        "by what. Areas are exact, in the zone of the approved layer (field ZDH, where it has one). A part below "
        "MIN_AREA, or nowhere as wide as MIN_WIDTH, is a sliver: it is counted and not written. With CAMPAIGN the "
        "remainder is compared with the remaining area of the ledger, by parcel code or approval number."
    )
    NUMBERS = (
        ("PIECES", "Pieces left"),
        ("AREA_M2", "Area left (m²)"),
        ("DISAGREEING", "Lines that disagree with the ledger"),
        ("SLIVERS", "Slivers left out"),
        ("SLIVER_M2", "Area of the slivers (m²)"),
        ("FAULTY", "Approved features without remainder"),
    )

    def definitions(self) -> ask.Definitions:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        return (
            ask.layer("APPROVED", "Approved land", polygons),
            ask.layer("SUPPLIED", "Supplied land", polygons),
            ask.layer("WITHDRAWN", "Withdrawn approvals", polygons, optional=True),
            ask.campaign(optional=True),
            ask.measure("MIN_AREA", "Least area of a piece (m²)", 1.0),
            ask.measure("MIN_WIDTH", "Least width of a piece (m)", 0.5),
            ask.as_of(),
            ask.file("REPORT", "Report", ask.XLSX, optional=True),
            ask.sink("OUTPUT", "Remaining pieces", polygons[0]),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        source = given.source_needed("APPROVED")
        approved = list(_read(source))
        supplied, withdrawn = _cutters(given.source_needed("SUPPLIED")), _cutters(given.source("WITHDRAWN"))
        least = Least(given.measure("MIN_AREA"), given.measure("MIN_WIDTH"))
        rests = _watched(
            remainders([each.plot for each in approved], supplied, withdrawn, least), len(approved), feedback
        )
        found: list[Found] = [(each.approval, rest) for each, rest in zip(approved, rests)]
        day = given.day_or_today()
        snapshot = read_snapshot(given.campaign(), day) if given.text("CAMPAIGN") else None
        lines = compared(found, snapshot)
        destination = _write(given, source, approved, found, lines)
        report = given.destination("REPORT")
        if report is not None:
            left = uncovered(lines, snapshot)
            write_remainder_report(lines, report, data_date(day), chinese, left)
        for warning in counted_twice([each.plot for each in approved], least):
            feedback.pushWarning(warning.text(tr))
        for line in lines:
            if line.disagrees or line.fault:
                feedback.pushInfo(f"{line.key}: {verdict(line, tr)}")
        return {"OUTPUT": destination, **_numbers(found, lines), **({"REPORT": report} if report else {})}


def _numbers(found: Sequence[Found], lines: Sequence[Compared]) -> dict[str, object]:
    rests = [rest for _, rest in found if isinstance(rest, Remainder)]
    return {
        "PIECES": sum(len(rest.pieces) for rest in rests),
        "AREA_M2": float(half_up(sum(rest.left_m2 for rest in rests), 4)),
        "DISAGREEING": sum(line.disagrees for line in lines),
        "SLIVERS": sum(len(rest.slivers) for rest in rests),
        "SLIVER_M2": float(half_up(sum(rest.sliver_m2 for rest in rests), 4)),
        "FAULTY": len(found) - len(rests),
    }


def _watched(
    rests: Iterator[Union[Remainder, Message]], count: int, feedback: QgsProcessingFeedback
) -> Iterator[Union[Remainder, Message]]:
    """The remainders with progress; a cancelled run ends here and writes nothing."""
    for done, rest in enumerate(rests, 1):
        if feedback.isCanceled():
            raise RemainderCancelled()
        feedback.setProgress(100 * done / count)
        yield rest


def _cutters(source: QgsFeatureSource | None) -> list[Plot]:
    return [each.plot for each in _read(source)] if source else []


def _read(source: QgsFeatureSource) -> Iterator[_Read]:
    """The features of a layer as plane polygons, each in its zone. Raises UnknownGrid for another datum."""
    grid = grid_of(source.sourceCrs().authid())
    heads = [field.name() for field in source.fields()]
    named = {column.field.code: column.index for column in recognise(ListKind.UNSUPPLIED, heads, {})}
    for feature in source.getFeatures(QgsFeatureRequest(), SKIP_CHECKS):
        words = {code: str(feature[index] or "").strip() for code, index in named.items()}
        shape = _flat(feature.geometry())
        own = _zone(words.get("ZDH", ""), grid, shape)
        key = next((words[code] for code in NAMES if words.get(code)), f"#{feature.id()}")
        yield _Read(feature, Plot(key, moved_shape(shape, grid, own), own), words)


def _flat(geometry: QgsGeometry) -> Any:
    """The polygon without heights and measures; an empty one for a feature without geometry."""
    if geometry.isNull():
        return Polygon()
    flat = QgsGeometry(geometry)
    flat.get().dropZValue()
    flat.get().dropMValue()
    return wkb.loads(bytes(flat.asWkb()))


def _zone(said: str, grid: Grid, shape: Any) -> Grid:
    """The grid a feature is measured in: the zone it names (ZDH), else the layer's, else by the centroid."""
    if said.isdigit() and is_zone(int(said)):
        return Grid(int(said), grid.has_prefix if grid.zone == int(said) else True)
    if grid.zone is None and not shape.is_empty:
        return Grid(zone_at(shape.centroid.x), True)
    return grid


def _write(
    given: Given, source: QgsFeatureSource, approved: Sequence[_Read], found: Sequence[Found], lines: Sequence[Compared]
) -> str:
    """One feature a piece, in the layer's CRS, with the attributes of its approval first."""
    # Types are named as text: QGIS 3 and 4 take different enums for them.
    own = QgsVectorLayer("Polygon?" + "&".join(f"field={field}" for field in OWN_FIELDS), "", "memory").fields()
    ours = {field.name() for field in own}
    kept = [field for field in source.fields() if field.name().lower() not in ours | {"fid"}]
    fields = QgsFields()
    for field in (*kept, *own):
        fields.append(field)
    sink, destination = given.sink("OUTPUT", fields, QgsWkbTypes.Type.Polygon, source.sourceCrs())
    grid = grid_of(source.sourceCrs().authid())
    by_key = {code: line for line in lines if len(line.parcels) == 1 for code in line.parcels}
    for each, (approval, rest) in zip(approved, found):
        if not isinstance(rest, Remainder):
            continue
        line = by_key.get(approval.code)
        for number, piece in enumerate(rest.pieces, 1):
            feature = QgsFeature(fields)
            feature.setAttributes([*(each.feature[field.name()] for field in kept), *_own(each, rest, number, line)])
            geometry = QgsGeometry()
            geometry.fromWkb(moved_shape(piece, each.plot.grid, grid).wkb)
            feature.setGeometry(geometry)
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    return destination


def _own(each: _Read, rest: Remainder, number: int, line: Compared | None) -> list[object]:
    area = rest.pieces[number - 1].area
    return [
        each.plot.key,
        number,
        area,
        float(hectares(area)),
        each.plot.grid.zone,
        rest.approved_m2,
        rest.supplied_m2,
        rest.withdrawn_m2,
        rest.sliver_m2,
        line.ledger_m2 if line else None,
        line.difference_m2 if line else None,
        history(rest),
    ]
