"""anze:checkcampaign: every rule on every parcel; a layer of problems and a report."""

from __future__ import annotations

from typing import Mapping

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..checks.finding import Finding, Severity
from ..checks.problem_shape import problem_shape
from ..checks.run import Ran, chosen_rules, run
from ..checks.standard import Standard, rule_rows
from ..exports.reports.check import write_check_report
from ..settings import CHECK_STANDARD
from ..store.checking import open_subject
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import chinese, tr
from .frame.values import Given, json_of

WIDEST = 254
"""The longest text a shapefile takes."""
FIELDS = (
    "RULE:string(4)",
    "SEVERITY:string(1)",
    "TITLE:string(60)",
    "LIST:string(40)",
    "PARCELS:string(254)",
    "SENTENCE:string(254)",
    "FIGURE:string(40)",
    "REMEDY:string(254)",
    "FIX:string(20)",
    "X_NORTH:double(14,3)",
    "Y_EAST:double(15,3)",
    "PLACE_CRS:string(12)",
)
"""Names and widths that a shapefile takes as well. X and Y are in the zone the parcel was surveyed in."""


class CheckCampaign(CampaignAlgorithm):
    ID = "checkcampaign"
    TITLE = "Check the campaign"
    ICON = "check"
    HELP = (
        "Checks geometry, topology, coordinates, areas, dates, codes, states and files of a campaign as of a day. Each "
        "problem comes with its parcels, place, figure and remedy, in a layer and in a report. RULES names rule codes "
        "(G04) or families (G, T, C, A, D, L, S, F); empty runs them all. Nothing is changed."
    )
    NUMBERS = (("ERRORS", "Errors"), ("WARNINGS", "Warnings"), ("NOTICES", "Notices"))

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.text("RULES", "Rules (empty: all)"),
            ask.as_of(),
            ask.sink("OUTPUT", "Layer of problems", QgsProcessing.SourceType.TypeVectorPolygon, optional=True),
            ask.file("REPORT", "Report", ask.XLSX, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        rules = chosen_rules(given.several("RULES") if given.text("RULES") else ())
        standard = own_standard()
        day, report = given.day_or_today(), given.destination("REPORT")
        subject = open_subject(given.campaign(), day, standard)

        def progress(share: float) -> bool:
            feedback.setProgress(100 * share)
            return not feedback.isCanceled()

        ran = run(subject, rules, progress)
        outputs: dict[str, object] = {"ERRORS": ran.errors, "WARNINGS": ran.warnings}
        outputs["NOTICES"] = ran.count(Severity.NOTICE)
        if given.wanted("OUTPUT"):
            outputs["OUTPUT"] = _write_layer(given, ran, subject.crs)
        if report is not None:
            write_check_report(ran, standard, report, subject.campaign, day, chinese)
            outputs["REPORT"] = report
        _tell(ran, feedback)
        return outputs


def own_standard() -> Standard:
    """The shipped standard with the office's own entries. Raises NotJson, UnknownLimit, WrongLimit."""
    own = json_of(CHECK_STANDARD.key, CHECK_STANDARD.read())
    return Standard.shipped().changed({name: str(value) for name, value in own.items()})


def _tell(ran: Ran, feedback: QgsProcessingFeedback) -> None:
    for finding in ran.findings:
        feedback.pushInfo(f"{finding.rule} {finding.severity.value}  {finding.sentence.text(tr)}")
    for rule, needs in ran.not_run:
        missing = ", ".join(need.value for need in needs)
        feedback.pushInfo(
            tr("{rule} was not run; the campaign has no {missing}").format(rule=rule.code, missing=missing)
        )


def _write_layer(given: Given, ran: Ran, crs: int) -> str:
    # Types are named as text: QGIS 3 and 4 take different enums for them.
    fields = QgsVectorLayer("None?" + "&".join(f"field={field}" for field in FIELDS), "", "memory").fields()
    reference = QgsCoordinateReferenceSystem(f"EPSG:{crs}")
    sink, destination = given.sink("OUTPUT", fields, QgsWkbTypes.Type.MultiPolygon, reference)
    for finding in ran.findings:
        feature = QgsFeature(fields)
        feature.setAttributes(_attributes(finding))
        if finding.place is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(problem_shape(finding.place, crs))
            feature.setGeometry(geometry)
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    return destination


def _within(room: int, text: str) -> str:
    """A text for a field of so many characters; the report has it whole."""
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _attributes(finding: Finding) -> list[object]:
    place = finding.place
    east, north = place.centre if place else (None, None)
    return [
        finding.rule,
        finding.severity.value,
        rule_rows()[finding.rule].title,
        ",".join(dict.fromkeys(key.which.value for key in finding.parcels)),
        _within(WIDEST, "、".join(key.code for key in finding.parcels)),
        _within(WIDEST, finding.sentence.text(tr)),
        str(finding.figure) if finding.figure else "",
        _within(WIDEST, finding.remedy.text(tr)),
        finding.fix.value if finding.fix else "",
        north,
        east,
        f"EPSG:{place.epsg}" if place else "",
    ]
