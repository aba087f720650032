"""What all our algorithms share: strict parameters, one sentence for every error, help in the reader's language.

QGIS ignores a misspelt parameter name and lets wrong values pass as defaults; here both stop the run.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Mapping, Sequence

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ... import settings
from ...catalogue import RESOURCES, under
from ...model.messages import CampaignError
from ...store.migrating import telling
from .language import tr
from .values import Given, UnknownParameter, check_value, listed

MANUAL = RESOURCES.parent / "README.md"


class CampaignAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider ``anze``.

    Subclasses set ``ID``, ``TITLE``, ``HELP``, ``NUMBERS`` and ``TEXTS`` (English; translated when shown), give their
    parameters in ``definitions()`` and do the work in ``work()``, which returns the outputs by name.
    """

    ID: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    NUMBERS: ClassVar[tuple[tuple[str, str], ...]] = ()
    TEXTS: ClassVar[tuple[tuple[str, str], ...]] = ()
    ICON: ClassVar[str] = "anze"
    ON_MAIN_THREAD: ClassVar[bool] = False

    def definitions(self) -> Sequence[QgsProcessingParameterDefinition]:
        """The parameters in the order of the contracts."""
        raise TypeError(f"{type(self).__name__} gives no definitions")

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        """One call into the room that does it; returns the outputs."""
        raise TypeError(f"{type(self).__name__} does no work")

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:
        return tr(self.TITLE)

    def group(self) -> str:
        return ""

    def groupId(self) -> str:
        return ""

    def shortHelpString(self) -> str:
        return tr(self.HELP)

    def shortDescription(self) -> str:
        return tr(self.HELP)

    def helpUrl(self) -> str:
        return QUrl.fromLocalFile(str(MANUAL)).toString() if MANUAL.exists() else ""

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / f"{self.ICON}.svg"))

    def createInstance(self) -> QgsProcessingAlgorithm:
        return type(self)()

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        if self.ON_MAIN_THREAD:
            return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading
        return super().flags()

    def initAlgorithm(self, configuration: Mapping[str, object] | None = None) -> None:
        for definition in self.definitions():
            self.addParameter(definition)
        for name, description in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))
        for name, description in self.TEXTS:
            self.addOutput(QgsProcessingOutputString(name, tr(description)))

    def checkParameterValues(self, parameters: Mapping[str, object], context: QgsProcessingContext) -> tuple[bool, str]:
        try:
            self._check(parameters)
        except CampaignError as error:
            return False, error.text(tr)
        fits, why_not = super().checkParameterValues(dict(parameters), context)
        return bool(fits), str(why_not)

    def processAlgorithm(
        self, parameters: Mapping[str, object], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, object]:
        """Run the work. A CampaignError becomes QGIS's exception with the sentence in the reader's language."""
        try:
            self._check(parameters)
            given = Given(self, parameters, context)
            told = telling(lambda message: feedback.pushInfo(message.text(tr)), tr)
            with under(settings.office_folders(given.text("CAMPAIGN"))), told:
                outputs = self.work(given, feedback)
        except CampaignError as error:
            raise QgsProcessingException(error.text(tr)) from error
        return {name: str(value) if isinstance(value, Path) else value for name, value in outputs.items()}

    def _check(self, parameters: Mapping[str, object]) -> None:
        known = {definition.name(): definition for definition in self.parameterDefinitions()}
        for name, value in parameters.items():
            if name not in known:
                raise UnknownParameter(name=name, known=listed(list(known)))
            check_value(known[name], value)
