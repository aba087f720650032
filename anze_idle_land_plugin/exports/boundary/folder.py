"""A folder of boundary files: one a parcel, or one a list and zone."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, NamedTuple, Sequence

from ...model.file_errors import reason_of
from ...model.file_names import legal_names
from ...model.kinds import ListKind
from ...model.parcel import Parcel
from ...model.standing.snapshot import Snapshot
from ..encodings import DEFAULT_ENCODING
from .ledger_use import with_ledger_use
from .txt import FileNotWritten, write_boundary_file


class _File(NamedTuple):
    """A file to write and the parcels it holds."""

    path: Path
    parcels: Sequence[Parcel]


def write_boundary_folder(
    snapshot: Snapshot,
    folder: Path,
    lists: Sequence[ListKind],
    profile: str,
    encoding: str = DEFAULT_ENCODING,
    merged: bool = False,
    renumber: bool = False,
) -> int:
    """Write ``<list>/<code>.txt``, or ``<list>_z<zone>.txt`` when merged; returns the number of files."""
    files = [each for which in lists for each in _files(snapshot, folder, which, merged)]
    for file in files:
        try:
            file.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileNotWritten(file=str(file.path), detail=reason_of(error)) from error
        write_boundary_file(file.path, file.parcels, profile, encoding, renumber=renumber)
    return len(files)


def _files(snapshot: Snapshot, folder: Path, which: ListKind, merged: bool) -> Iterator[_File]:
    dossiers = snapshot.dossiers.get(which, ())
    if not merged:
        names = legal_names(dossier.code for dossier in dossiers)
        for dossier in dossiers:
            yield _File(folder / which.value / f"{names[dossier.code]}.txt", [with_ledger_use(dossier)])
        return
    for zone in sorted({dossier.survey.grid.zone or 0 for dossier in dossiers}):
        mine = [with_ledger_use(dossier) for dossier in dossiers if (dossier.survey.grid.zone or 0) == zone]
        yield _File(folder / (f"{which.value}_z{zone}.txt" if zone else f"{which.value}_lonlat.txt"), mine)
