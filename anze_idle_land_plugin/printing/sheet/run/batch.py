"""Sheets in numbers: which must be drawn, by how many processes, one file a parcel and one for the whole list.

A sheet whose facts have not changed since it was made is kept: a run that was killed goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Iterator, NamedTuple, Protocol, Sequence

from qgis.PyQt.QtGui import QImageReader

from .... import catalogue
from ....cartography.palette import fills, lines
from ....model.file_errors import reason_of
from ....model.file_names import legal_names
from ....model.gc_pause import standing_objects
from ....model.kinds import ListKind
from ....model.messages import CampaignError, Message
from ....model.standing.snapshot import Dossier, Snapshot
from ....wording.headings import heading
from ...paper import fonts
from ...pdf.joining import join_pdfs
from ..facts import in_print
from ..layout import read_layout, shipped_template
from ..map.location_map import Surroundings
from ..map.neighbourhood import Neighbourhood
from ..pages import SheetStyle
from .files import count_pages, make_sheets, pages_kept
from .job import CannotPrint, Job, Outcome, SheetIncomplete, page_file
from .pdf import MOST_SHEETS
from .workers import Workers

_LIKE_A_PAGE = re.compile(r"_p\d+$")


class Cancelling(Protocol):
    """What a batch needs of QGIS's feedback."""

    def isCanceled(self) -> bool: ...

    def setProgress(self, progress: float) -> None: ...


@dataclass(frozen=True)
class SheetOptions:
    """What a run is asked for.

    ``combined`` makes one PDF a list besides; ``dpi`` counts for PNG; ``workers`` are child processes at most, 0 draws
    in this one; ``only_changed`` keeps sheets that are still right; ``template`` stands in for the shipped one of
    ``paper``.
    """

    combined: bool = False
    dpi: int = 300
    printed_on: date | None = None
    paper: str = "A4"
    template: Path | None = None
    form: str = "pdf"
    workers: int = 0
    only_changed: bool = True
    title: str = ""
    secrecy: str = ""
    logo: str = ""
    seal: bool = True


@dataclass(frozen=True)
class SheetSummary:
    """Sheets and pages that are there now; ``kept`` of them were right already; ``failed`` says which are not, and why.

    ``notes`` are said once.
    """

    sheets: int
    pages: int
    failed: tuple[Message, ...]
    kept: int = 0
    notes: tuple[Message, ...] = ()


class _Made(NamedTuple):
    """A sheet that is there."""

    job: Job
    pages: int


def print_sheets(
    snapshot: Snapshot, dossiers: Sequence[Dossier], folder: Path, options: SheetOptions, feedback: Cancelling
) -> SheetSummary:
    """Draw the sheets of the dossiers below ``folder``; a parcel that cannot be printed does not stop the others."""
    style = style_of(snapshot, options)
    jobs = _jobs(snapshot, dossiers, folder, style, options)
    failed: list[Message] = []
    made = [_Made(job, pages) for job in jobs if (pages := _kept(job, options))]
    kept = len(made)
    there = {each.job.stem for each in made}
    todo = [job for job in jobs if job.stem not in there]
    children = min(options.workers, -(-len(todo) // MOST_SHEETS))
    with standing_objects(), Workers(children, style, options.form, options.dpi) as workers:
        for job, outcome in _drawn(workers, todo, style, options, feedback):
            if isinstance(outcome, Message):
                failed.append(outcome)
            else:
                made.append(_Made(job, outcome))
        notes = (*_notes(style), *workers.notes)
    if options.combined and options.form == "pdf" and not feedback.isCanceled():
        failed.extend(_join(made, folder, style))
    return SheetSummary(len(made), sum(each.pages for each in made), tuple(failed), kept, notes)


def style_of(snapshot: Snapshot, options: SheetOptions) -> SheetStyle:
    """What is the same on all sheets of a run."""
    campaign = snapshot.campaign
    title = options.title or heading(campaign, "一地一策表")
    return SheetStyle(
        layout=read_layout(options.template or shipped_template(options.paper)),
        title=title,
        as_of=snapshot.as_of,
        printed_on=options.printed_on or date.today(),
        crs=int(campaign.crs.split(":")[1]),
        around=Surroundings.of(snapshot),
        fills=dict(fills()),
        status_colours={status.value: line.colour for status, line in lines().items()},
        states={
            code: in_print(state.name) for which in ListKind for code, state in catalogue.workflow(which).states.items()
        },
        units=campaign.units,
        secrecy=options.secrecy,
        logo=options.logo,
        seal=options.seal,
    )


def _notes(style: SheetStyle) -> Iterator[Message]:
    """What a run says once before anything is drawn."""
    if style.logo_file and not QImageReader(style.logo_file).canRead():
        yield Message(
            "logo_unreadable",
            "The picture {file} cannot be read; the sheets have no logo. Check the setting or the template",
            {"file": style.logo_file[:200]},
        )


def _jobs(
    snapshot: Snapshot, dossiers: Sequence[Dossier], folder: Path, style: SheetStyle, options: SheetOptions
) -> list[Job]:
    """A job for each parcel, under a name of its own."""
    near = Neighbourhood(snapshot.all_dossiers())
    common = _common_digest(style, options)
    jobs: list[Job] = []
    for which in ListKind:
        mine = [dossier for dossier in dossiers if dossier.which is which]
        every = (*snapshot.dossiers.get(which, ()), *mine)  # a selection is named as the whole list would be
        names = stems_of(list(dict.fromkeys(dossier.code for dossier in every)), options.form)
        for dossier in mine:
            neighbours = near.of(dossier)
            stem = folder / which.value / names[dossier.code]
            jobs.append(Job(dossier, neighbours, stem, _digest(common, dossier, neighbours)))
    return jobs


def stems_of(codes: Sequence[str], form: str) -> dict[str, str]:
    """A file name without ending for each code. No picture is named as a further page of another parcel would be."""
    names = legal_names(codes)
    if form == "pdf":
        return names
    taken = {name.casefold() for name in names.values()}
    for code, name in names.items():
        if not _LIKE_A_PAGE.search(name):
            continue
        number, plain = 1, f"{name}_"
        while plain.casefold() in taken:
            number += 1
            plain = f"{name}_-{number}"
        taken.add(plain.casefold())
        names[code] = plain
    return names


def _common_digest(style: SheetStyle, options: SheetOptions) -> bytes:
    """What all sheets of a run share; the day of printing is no reason to print again."""
    around = (style.around.towns, style.around.county, style.around.rivers)
    plain = replace(style, printed_on=date.min, around=Surroundings((), (), ()))
    faces = [fonts.face(role) for role in fonts.ROLES]
    content = repr((plain, around, faces, options.form, options.dpi))
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass"))
    digest.update(catalogue.fingerprint() + (catalogue.RESOURCES.parent / "metadata.txt").read_bytes())
    with suppress(OSError):  # no logo, or one that is gone
        digest.update(Path(style.logo_file).read_bytes())
    return digest.digest()


def _digest(common: bytes, dossier: Dossier, neighbours: object) -> str:
    content = repr((dossier, neighbours)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(common + content).hexdigest()


def _kept(job: Job, options: SheetOptions) -> int:
    """The pages of a sheet that is still right; 0 when it must be drawn."""
    if not options.only_changed:
        return 0
    try:
        return pages_kept(job, options.form)
    except OSError:
        return 0


def _drawn(
    workers: Workers, jobs: Sequence[Job], style: SheetStyle, options: SheetOptions, feedback: Cancelling
) -> Iterator[tuple[Job, Outcome]]:
    """Every sheet as it is made, by the workers or, where none could be started, by this process."""
    if not workers.running:
        yield from make_sheets(_until_cancelled(jobs, feedback), style, options.form, options.dpi)
        return
    for number, made in enumerate(workers.make(jobs, feedback.isCanceled), 1):
        yield made
        feedback.setProgress(100 * number / len(jobs))


def _until_cancelled(jobs: Sequence[Job], feedback: Cancelling) -> Iterator[Job]:
    """The jobs one by one. The next is asked for when one is drawn: its file may come later, with those of others."""
    for number, job in enumerate(jobs, 1):
        if feedback.isCanceled():
            return
        yield job
        feedback.setProgress(100 * number / len(jobs))


def _join(made: Sequence[_Made], folder: Path, style: SheetStyle) -> Iterator[Message]:
    """One PDF a list from the sheets that are there, in the order of their codes; yields what went wrong."""
    for which in ListKind:
        mine = sorted(
            (each for each in made if each.job.dossier.which is which), key=lambda each: each.job.dossier.code
        )
        if not mine:
            continue
        target = folder / f"sheets_{which.value}.pdf"
        try:
            join_pdfs([page_file(each.job.stem, ".pdf", 1) for each in mine], target, style.title)
            found, expected = count_pages(target), sum(each.pages for each in mine)
            if found != expected:
                yield SheetIncomplete(file=target.name, found=found, expected=expected).message
        except CampaignError as error:
            yield error.message
        except OSError as error:
            yield CannotPrint(file=str(target), reason=reason_of(error)).message
