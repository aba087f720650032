"""anze:exportmonitoring: shapefiles and boundary files for the provincial monitoring system."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..checks.run import Progress, run
from ..exports.encodings import DEFAULT_ENCODING, ENCODINGS
from ..exports.monitoring.export import export_monitoring
from ..exports.monitoring.package import MonitoringOptions
from ..exports.monitoring.template import DEFAULT
from ..geodesy.zones import grid_of
from ..readers.boundary_txt.profiles import default_profile
from ..store.checking import open_subject
from ..store.standing.snapshot import read_snapshot
from .checkcampaign import own_standard
from .exportboundary import known_profile
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.filter import selected
from .frame.language import chinese, tr
from .frame.values import Given


class ExportMonitoring(CampaignAlgorithm):
    ID = "exportmonitoring"
    TITLE = "Export for the monitoring system"
    ICON = "export"
    HELP = (
        "Writes shapefiles (one set a zone) and a boundary file a parcel, reads them again and counts. A "
        "parcel that cannot be written without loss is refused and stands in the report with the reason. The checks "
        "run first; what they find on the exported parcels stands in the report too. TEMPLATE names the columns of "
        "the shapefiles."
    )
    NUMBERS = (("EXPORTED", "Parcels exported"), ("REFUSED", "Parcels refused"))

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.choice("ENCODING", "Encoding", tuple(ENCODINGS), DEFAULT_ENCODING, optional=True),
            ask.text("CRS", "Coordinate system: source, campaign or EPSG:n", "source"),
            ask.text("PROFILE", "Dialect of the boundary files", default_profile("monitoring")),
            ask.text("TEMPLATE", "Columns of the shapefiles: template id or CSV", DEFAULT),
            ask.text("FILTER", "Filter (QGIS expression over field codes)"),
            ask.as_of(),
            ask.folder(),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        folder, crs = given.output(), given.text("CRS") or "source"
        if crs not in ("source", "campaign"):
            grid_of(crs)
        day = given.day_or_today()
        snapshot = read_snapshot(given.campaign(), day)
        chosen = selected(snapshot, given.lists(), given.text("FILTER"))
        options = MonitoringOptions(
            lists=given.lists(),
            encoding=given.choice("ENCODING"),
            crs=crs,
            profile=known_profile(given.text("PROFILE") or default_profile("monitoring")),
            template=given.text("TEMPLATE") or DEFAULT,
            chosen=frozenset((each.which, each.code) for each in chosen),
        )
        ran = run(open_subject(given.campaign(), day, own_standard()), progress=_watched(feedback))
        summary = export_monitoring(snapshot, folder, options, chinese, ran.findings)
        for reason in summary.reasons:
            feedback.pushInfo(reason.text(tr))
        return {"OUTPUT": folder, "EXPORTED": summary.exported, "REFUSED": summary.refused, "REPORT": summary.report}


def _watched(feedback: QgsProcessingFeedback) -> Progress:
    """The checks take the greater part of the time; a cancelled run stops with them and writes nothing."""

    def progress(share: float) -> bool:
        feedback.setProgress(80 * share)
        return not feedback.isCanceled()

    return progress
