"""What a caller gave an algorithm, read by type. Whatever cannot be read raises a CampaignError with the way out."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Mapping, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ...model.file_errors import reason_of
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...wording.moments import stamp

BOTH = "both"


class UnknownParameter(CampaignError):
    sentence = "There is no parameter {name}; the parameters are: {known}"


class WrongChoice(CampaignError):
    sentence = "{name}: {value} is not possible; choose one of: {choices}"


class NotANumber(CampaignError):
    sentence = "{name}: {value} is not a number from {lowest} to {highest}"


class NotADate(CampaignError):
    sentence = "{name}: {value} is not a date; write it as 2023-09-30"


class NotThere(CampaignError):
    sentence = "{name}: there is no file or folder {file}; check the path"


class WrongFileType(CampaignError):
    sentence = "{name}: {file} is no file of the type {types}; choose another file"


class NoFolder(CampaignError):
    sentence = "{name}: the folder {folder} cannot be used: {reason}. Choose another folder"


class NotWritable(CampaignError):
    sentence = "{name}: {file} cannot be written; choose another file, or close it in other programs"


class NotJson(CampaignError):
    sentence = "{name} is no JSON object: {reason}"


class NotAnExtent(CampaignError):
    sentence = "{name}: {value} is no rectangle; write it as west,east,south,north [EPSG:4525]"


class UnknownCrs(CampaignError):
    sentence = "{name}: {value} is no known coordinate reference system; write it as EPSG:4525"


class NothingGiven(CampaignError):
    sentence = "{name} is empty; give a value"


def day_of(name: str, value: object) -> Optional[date]:
    """A date from ISO text or from what a Qt widget gives; None when nothing was given."""
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return date(value.year(), value.month(), value.day()) if value.isValid() else None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    text = str(value or "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10] if text[10:11] in ("T", " ") else text)
    except ValueError as error:
        raise NotADate(name=name, value=text) from error


def check_value(definition: QgsProcessingParameterDefinition, value: object) -> None:
    """Refuse a wrong choice, number or date before the work begins."""
    name = definition.name()
    if value is None or value == "":
        return
    if isinstance(definition, QgsProcessingParameterEnum) and definition.usesStaticStrings():
        _check_choice(definition, value)
    elif isinstance(definition, QgsProcessingParameterDateTime):
        day_of(name, value)
    elif isinstance(definition, QgsProcessingParameterNumber):
        _check_number(definition, value)
    elif isinstance(definition, QgsProcessingParameterFile) and not definition.checkValueIsAcceptable(value):
        raise WrongFileType(name=name, file=value, types=definition.fileFilter())


def _check_choice(definition: QgsProcessingParameterEnum, value: object) -> None:
    if str(value) not in definition.options():
        raise WrongChoice(name=definition.name(), value=value, choices=", ".join(definition.options()))


def _check_number(definition: QgsProcessingParameterNumber, value: object) -> None:
    lowest, highest = definition.minimum(), definition.maximum()
    try:
        fits = lowest <= float(str(value)) <= highest
    except ValueError:
        fits = False
    if not fits:
        raise NotANumber(name=definition.name(), value=value, lowest=f"{lowest:g}", highest=f"{highest:g}")


class Given:
    """The parameters of one run, read by name and type."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, object], context: QgsProcessingContext
    ) -> None:
        self._algorithm, self._parameters, self._context = algorithm, dict(parameters), context

    def text(self, name: str) -> str:
        """Text without the blanks around it; empty when nothing was given."""
        return str(self._algorithm.parameterAsString(self._parameters, name, self._context) or "").strip()

    def needed(self, name: str) -> str:
        """Text that must not be empty."""
        text = self.text(name)
        if not text:
            raise NothingGiven(name=name)
        return text

    def choice(self, name: str) -> str:
        """The ASCII id of a string enum."""
        return str(self._algorithm.parameterAsEnumString(self._parameters, name, self._context))

    def which(self, name: str = "LIST") -> ListKind:
        """The one list a job works on."""
        return ListKind(self.choice(name))

    def lists(self, name: str = "LIST") -> tuple[ListKind, ...]:
        """The lists of an output that can hold both."""
        chosen = self.choice(name)
        return tuple(which for which in ListKind if chosen in (BOTH, which.value))

    def flag(self, name: str) -> bool:
        return bool(self._algorithm.parameterAsBoolean(self._parameters, name, self._context))

    def whole(self, name: str) -> int:
        return int(self._algorithm.parameterAsInt(self._parameters, name, self._context))

    def area_ha(self, name: str) -> Optional[float]:
        """An area in hectares; None when nothing was given."""
        if self._parameters.get(name) in (None, ""):
            return None
        return float(self._algorithm.parameterAsDouble(self._parameters, name, self._context))

    def measure(self, name: str) -> float:
        """A length or an area; the parameter's default when nothing was given."""
        return float(self._algorithm.parameterAsDouble(self._parameters, name, self._context))

    def day(self, name: str) -> Optional[date]:
        return day_of(name, self._parameters.get(name))

    def moment(self, name: str) -> Optional[str]:
        """A moment in UTC as the campaign file writes it; a day alone means its end. None when nothing was given."""
        text = self.text(name)
        if not text:
            return None
        try:
            told = datetime.fromisoformat(f"{text}T23:59:59" if len(text) == 10 else text.replace("Z", "+00:00"))
        except ValueError as error:
            raise NotADate(name=name, value=text) from error
        return stamp(told)

    def day_or_today(self, name: str = "AS_OF") -> date:
        """The given day, or today: this room is the only one that looks at the clock."""
        return self.day(name) or date.today()

    def campaign(self) -> Path:
        """The campaign file; the store says when it is none."""
        return Path(self.needed("CAMPAIGN"))

    def existing(self, name: str = "INPUT") -> Path:
        """A file or folder that is there."""
        path = Path(self.needed(name))
        if not path.exists():
            raise NotThere(name=name, file=str(path))
        return path

    def destination(self, name: str = "OUTPUT") -> Optional[Path]:
        """Where a file is wanted; None when the caller wants none."""
        text = str(self._algorithm.parameterAsFileOutput(self._parameters, name, self._context) or "").strip()
        return Path(text) if text else None

    def output(self, name: str = "OUTPUT") -> Path:
        """Where a file or folder must go."""
        path = self.destination(name)
        if path is None:
            raise NothingGiven(name=name)
        return path

    def folder(self, name: str = "OUTPUT") -> Path:
        """A folder to write many files into, made where it is missing: one that cannot be is told once, not a file."""
        path = self.output(name)
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NoFolder(name=name, folder=str(path), reason=reason_of(error)) from error
        return path

    def several(self, name: str) -> tuple[str, ...]:
        """Words separated by commas, semicolons (also the Chinese ones) or line ends, each once."""
        text = self.needed(name)
        for mark in ",;，；、\n\r":
            text = text.replace(mark, "\n")
        words = [word.strip() for word in text.split("\n")]
        return tuple(dict.fromkeys(word for word in words if word))

    def paths(self, name: str) -> tuple[str, ...]:
        """File names separated by semicolons or line ends: commas may stand in a Chinese file name."""
        words = [word.strip() for word in self.text(name).replace(";", "\n").splitlines()]
        return tuple(dict.fromkeys(word for word in words if word))

    def lines(self, name: str) -> tuple[str, ...]:
        """Texts separated by semicolons (also the Chinese one) or line ends, each once."""
        lines = [line.strip() for line in self.text(name).replace("；", "\n").replace(";", "\n").splitlines()]
        return tuple(dict.fromkeys(line for line in lines if line))

    def extent(self, name: str, crs: str) -> Optional[QgsRectangle]:
        """A rectangle in a reference system; None when nothing was given. Raises NotAnExtent."""
        if self._parameters.get(name) in (None, ""):
            return None
        found = self._algorithm.parameterAsExtent(
            self._parameters, name, self._context, QgsCoordinateReferenceSystem(crs)
        )
        if found.isNull() or found.isEmpty() or not found.isFinite():
            raise NotAnExtent(name=name, value=self._parameters.get(name))
        return found

    def json_object(self, name: str) -> dict[str, object]:
        """A JSON object, written out or already parsed; empty when nothing was given."""
        value = self._parameters.get(name)
        if isinstance(value, Mapping):
            return dict(value)
        return json_of(name, self.text(name))

    def wanted(self, name: str) -> bool:
        """Whether the caller named an optional output."""
        return self._parameters.get(name) not in (None, "")

    def crs(self, name: str = "CRS") -> str:
        """An authority code such as EPSG:4525; empty when nothing was given."""
        value = self._parameters.get(name)
        if value is None or value == "":
            crs = self._algorithm.parameterAsCrs(self._parameters, name, self._context)
            return str(crs.authid()) if crs.isValid() else ""
        crs = value if isinstance(value, QgsCoordinateReferenceSystem) else QgsCoordinateReferenceSystem(str(value))
        if not crs.isValid() or not crs.authid():
            raise UnknownCrs(name=name, value=value)
        return str(crs.authid())

    def source(self, name: str) -> Optional[QgsFeatureSource]:
        """The features of a vector layer; None when no layer was given."""
        value = self._parameters.get(name)
        if value is None or value == "":
            return None
        source = self._algorithm.parameterAsSource(self._parameters, name, self._context)
        if source is None:
            raise NotThere(name=name, file=str(value))
        return source

    def source_needed(self, name: str) -> QgsFeatureSource:
        """The features of a vector layer that must be given."""
        source = self.source(name)
        if source is None:
            raise NothingGiven(name=name)
        return source

    def sink(
        self, name: str, fields: QgsFields, kind: QgsWkbTypes.Type, crs: QgsCoordinateReferenceSystem
    ) -> tuple[QgsFeatureSink, str]:
        """A layer to write features into, and where it is. The layer is complete once the sink is deleted."""
        sink, destination = self._algorithm.parameterAsSink(self._parameters, name, self._context, fields, kind, crs)
        if sink is None:
            raise NotWritable(name=name, file=str(self._parameters.get(name)))
        return sink, str(destination)

    @property
    def context(self) -> QgsProcessingContext:
        return self._context

    def transform_context(self) -> object:
        return self._context.transformContext()


def json_of(name: str, text: str) -> dict[str, object]:
    """A JSON object from text; empty for empty text. Raises NotJson."""
    if not text:
        return {}
    try:
        parsed = json.loads(text)
    except ValueError as error:
        raise NotJson(name=name, reason=str(error)) from error
    if not isinstance(parsed, dict):
        raise NotJson(name=name, reason=text)
    return parsed


def listed(values: Sequence[object]) -> str:
    """Values for a sentence."""
    return ", ".join(str(value) for value in values)
