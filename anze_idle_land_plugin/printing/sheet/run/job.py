"""One sheet to make, what its files are called, and what can go wrong with it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Sequence, Union

from shapely.errors import ShapelyError

from ....model.file_errors import reason_of
from ....model.messages import CampaignError, Message
from ....model.standing.snapshot import Dossier
from ...paper.fonts import CharacterMissing, CharacterMissingOn
from ..map.sides import Neighbour

RESOLUTION = 1200
"""Units an inch in which a sheet is drawn, whatever it becomes: all formats are laid out alike."""
DOTS = RESOLUTION / 25.4
UNDRAWABLE = (ShapelyError, ValueError, LookupError, ArithmeticError)
"""What a parcel without rings, with a broken outline or without finite coordinates raises while it is drawn."""
KEY = "anze"
"""The word before the digest that every file carries."""

Outcome = Union[int, Message]
"""The pages of a sheet, or why it was not made."""


class SheetIncomplete(CampaignError):
    sentence = "The sheet {file} has {found} pages where {expected} were drawn; print it again"


class CannotPrint(CampaignError):
    sentence = "{file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class CannotDraw(CampaignError):
    sentence = "Parcel {code} cannot be drawn: {reason}. Check its boundary points and import it again"


@dataclass(frozen=True)
class Job:
    """One sheet to make: the path without ending, and the digest of everything it shows."""

    dossier: Dossier
    neighbours: Sequence[Neighbour]
    stem: Path
    digest: str

    @property
    def title(self) -> str:
        return f"{self.dossier.code} {self.dossier.case.title}"

    @property
    def mark(self) -> str:
        """What its files carry, so that a later run knows which are still right."""
        return f"{KEY} {self.digest}"


@contextmanager
def told(job: Job) -> Iterator[None]:
    """Whatever goes wrong with a sheet is raised as a sentence that names it."""
    try:
        yield
    except CharacterMissing as error:
        raise CharacterMissingOn(code=job.dossier.code, **error.message.values) from error
    except UNDRAWABLE as error:
        raise CannotDraw(code=job.dossier.code, reason=str(error)) from error
    except OSError as error:
        raise CannotPrint(file=str(job.stem), reason=reason_of(error)) from error


def page_file(stem: Path, suffix: str, page: int) -> Path:
    """The file of a page: 2023-G-001.png, 2023-G-001_p2.png, ..."""
    return stem.with_name(stem.name + (suffix if page == 1 else f"_p{page}{suffix}"))


def files_of(stem: Path, suffix: str) -> list[Path]:
    """The files of a sheet that are there, in the order of their pages."""
    files: list[Path] = []
    while page_file(stem, suffix, len(files) + 1).exists():
        files.append(page_file(stem, suffix, len(files) + 1))
    return files


def unfinished_file(path: Path) -> Path:
    """Under what name a file is written until it is whole."""
    return path.with_name(f".{path.stem}.unfinished{path.suffix}")
