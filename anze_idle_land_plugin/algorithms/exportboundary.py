"""anze:exportboundary: boundary files (TXT) of a list in a dialect."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.boundary.folder import write_boundary_folder
from ..exports.encodings import DEFAULT_ENCODING, ENCODINGS
from ..readers.boundary_txt.profiles import default_profile, profiles
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given, WrongChoice, listed


class ExportBoundary(CampaignAlgorithm):
    ID = "exportboundary"
    TITLE = "Export boundary files"
    ICON = "export"
    HELP = (
        "Writes the surveyed boundary points as TXT, one file a parcel or one a list (MERGED), in the dialect "
        "of the profile; RENUMBER numbers the points anew. Each file is read again before it counts."
    )
    NUMBERS = (("FILES", "Files"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.text("PROFILE", "Dialect of the files", default_profile("boundary")),
            ask.choice("ENCODING", "Encoding", tuple(ENCODINGS), DEFAULT_ENCODING, optional=True),
            ask.flag("MERGED", "One file a list and zone"),
            ask.flag("RENUMBER", "Number the points anew"),
            ask.as_of(),
            ask.folder(),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        folder = given.output()
        profile = known_profile(given.text("PROFILE") or default_profile("boundary"))
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        files = write_boundary_folder(
            snapshot,
            folder,
            given.lists(),
            profile,
            given.choice("ENCODING"),
            given.flag("MERGED"),
            given.flag("RENUMBER"),
        )
        return {"OUTPUT": folder, "FILES": files}


def known_profile(profile: str) -> str:
    """The profile id, or WrongChoice with the ids there are."""
    known = tuple(dict.fromkeys(each.id for each in profiles()))
    if profile not in known:
        raise WrongChoice(name="PROFILE", value=profile, choices=listed(known))
    return profile
