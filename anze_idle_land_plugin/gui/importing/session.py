"""What the pages of the import wizard share, and the task that reads the files for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Sequence

from qgis.core import QgsTask

from ...algorithms.frame.language import tr
from ...algorithms.frame.progress_feedback import stage
from ...algorithms.frame.recognising import Wanted
from ...catalogue import under
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...readers.files import sources_of
from ...readers.reading import Reading
from ...settings import office_folders


@dataclass
class ImportSession:
    """The campaign, what is wanted, and what was read of it so far."""

    campaign: Path
    wanted: Wanted = field(default_factory=lambda: Wanted(()))
    which: ListKind = ListKind.UNSUPPLIED
    readings: Sequence[Reading] = ()
    crs: str = ""

    def parameters(self, **more: object) -> dict[str, object]:
        """The parameters of ``anze:importparcels``."""
        return {"CAMPAIGN": str(self.campaign), "LIST": self.which.value, **self.wanted.parameters(), **more}

    def path_of(self, name: str) -> Path | None:
        """The file that was read under a name; None when it lies in a zip, or is gone."""
        try:
            found = [source.path for source in sources_of(self.wanted.sources) if source.name == name]
        except CampaignError:
            return None
        return found[0] if found else None


class Recognition(QgsTask):
    """Reads everything wanted, as the import will. ``sentence`` says why it stopped, when it did."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__(tr("Reading survey files"), QgsTask.Flag.CanCancel)
        self.campaign, self.wanted = session.campaign, session.wanted
        self.readings: Sequence[Reading] = ()
        self.crs, self.sentence = "", ""

    def run(self) -> bool:
        """In the task's thread: plain data only."""
        try:
            with under(office_folders(str(self.campaign))):
                self.crs, self.readings = self.wanted.for_campaign(self.campaign, stage(self, 0, 100))
        except CampaignError as error:
            self.sentence = error.text(tr)
            return False
        return True
