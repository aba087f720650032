"""A file, a zip or a folder of survey files, each read by the reader it calls for."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Iterable, Iterator, Mapping, NamedTuple, Sequence

from ..model.messages import CampaignError, Message, Reject
from .archives import ARCHIVE_TYPES, unpacked
from .boundary_txt import is_boundary_txt, read_boundary_txt
from .boundary_txt.decoding import UndecodableFile, decode
from .own_packages import accompanies, list_of
from .point_table import read_point_text, read_point_workbook
from .reading import Reading, ReadOptions
from .vector import VECTOR_TYPES, read_vector
from .web_map import shift_note

TEXT_TYPES = frozenset({".txt", ".csv", ".dat"})
WORKBOOK_TYPES = frozenset({".xlsx", ".xlsm", ".xls"})
READABLE = tuple(sorted(TEXT_TYPES | WORKBOOK_TYPES | VECTOR_TYPES | ARCHIVE_TYPES))
MEGABYTE = 1_000_000
LARGEST: Mapping[str, int] = {
    **dict.fromkeys(TEXT_TYPES, 300 * MEGABYTE),
    **dict.fromkeys(WORKBOOK_TYPES, 100 * MEGABYTE),
    **dict.fromkeys(VECTOR_TYPES, 1000 * MEGABYTE),
    **dict.fromkeys(ARCHIVE_TYPES, 1000 * MEGABYTE),
}
"""Bytes of the largest file of a type that is read: what is larger is no survey of a county, or a broken copy."""
_SHAPEFILE_PARTS = (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih")
_BESIDE = {
    ".shp": (*_SHAPEFILE_PARTS, ".atx", ".ixs", ".mxs", ".shp.xml", ".qmd", ".qml", ".sld"),
    ".gpkg": ("-wal", "-shm", "-journal"),
}
"""Endings that stand beside a file of a type and belong to it; those of .gpkg follow its whole name."""


_GEODATABASE = ".gdb"
DEEPEST_ARCHIVE = 3


class InputMissing(CampaignError):
    sentence = "There is no file or folder {path}; choose the survey files again"


class NothingToRead(CampaignError):
    sentence = "The folder {path} holds no survey files; files ending in {types} are read"


class Source(NamedTuple):
    """A file to read and the name it goes by: its path below the chosen folder, its bare name at the top."""

    path: Path
    name: str


def read_path(
    path: Path, options: ReadOptions, overrides: Mapping[str, ReadOptions] | None = None
) -> Iterator[Reading]:
    """One Reading a file of a file, a zip or a folder; see ``read_sources``."""
    return read_sources(sources_of([path]), options, overrides)


def read_sources(
    sources: Sequence[Source], options: ReadOptions, overrides: Mapping[str, ReadOptions] | None = None
) -> Iterator[Reading]:
    """One Reading a file, zips like folders.

    ``overrides`` are by name: the path below the chosen folder (``east/a.txt``, ``survey.zip/a.shp``), or the bare
    name where only one file has it. A file of an unknown type is a Reading with a reject that says why.
    """
    bare = [PurePosixPath(source.name).name for source in sources]
    for source, own in zip(sources, bare):
        chosen = dict(overrides or {})
        if own in chosen and bare.count(own) == 1:
            chosen.setdefault(source.name, chosen[own])
        yield from _read(source, options, chosen)


def sources_of(paths: Sequence[Path]) -> list[Source]:
    """The inputs among files and folders, in sorted order; several are named below the folder they share.

    Hidden files of a folder, the companions of a shapefile, and manifest and report of a package we exported are passed
    over in silence. Raises InputMissing and NothingToRead.
    """
    for path in paths:
        if not path.exists():
            raise InputMissing(path=str(path))
    if len(paths) == 1:
        sources = [_named(paths[0], paths[0].name)] if _is_input(paths[0]) else sources_below(paths[0])
    else:
        sources = _below_shared_folder(paths)
    if not sources:
        raise NothingToRead(path=", ".join(str(path) for path in paths), types=" ".join(READABLE))
    return sources


def sources_below(folder: Path) -> list[Source]:
    """The files of a folder that are inputs of their own, in sorted order."""
    files = [each for each in folder.rglob("*") if _is_input(each) and not _is_hidden(each.relative_to(folder))]
    return [_named(each, each.relative_to(folder).as_posix()) for each in _own_inputs(files)]


def _below_shared_folder(paths: Sequence[Path]) -> list[Source]:
    found = {path.absolute() for path in paths if _is_input(path)}
    for folder in (path.absolute() for path in paths if path.is_dir() and not _is_input(path)):
        found.update(source.path for source in sources_below(folder))
    try:
        shared = os.path.commonpath([path.absolute().parent for path in paths])
    except ValueError:  # files of two drives share no folder
        return [_named(each, each.as_posix()) for each in _own_inputs(found)]
    return [_named(each, each.relative_to(shared).as_posix()) for each in _own_inputs(found)]


def _named(path: Path, name: str) -> Source:
    """On Linux a name from an old zip may be GBK bytes; what is no text cannot be stored or shown as it is."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("gb18030", "replace")
    return Source(path, name)


def _own_inputs(files: Iterable[Path]) -> list[Path]:
    """The files that do not only accompany another one, in sorted order."""
    ordered = sorted(files)
    present = {str(each).lower() for each in ordered}
    return [each for each in ordered if not _belongs(each, present) and not accompanies(each)]


def _is_input(path: Path) -> bool:
    """Files, and file geodatabases, which are folders: their inner files are none of anybody's business."""
    inside = any(parent.suffix.lower() == _GEODATABASE for parent in path.parents)
    return not inside and (path.is_file() or path.suffix.lower() == _GEODATABASE)


def _is_hidden(below: Path) -> bool:
    """Hidden files, what a Mac adds to a zip, and the marks that Office leaves beside an open file."""
    return any(part.startswith((".", "~$")) or part == "__MACOSX" for part in below.parts)


def _belongs(file: Path, present: set[str]) -> bool:
    """Whether a file only accompanies another one that is there."""
    whole = str(file).lower()
    for kind, endings in _BESIDE.items():
        for ending in endings:
            stem = whole[: -len(ending)]
            main = stem if kind == ".gpkg" else stem + kind
            if whole.endswith(ending) and main.endswith(kind) and main in present:
                return True
    return False


def _read(source: Source, options: ReadOptions, overrides: Mapping[str, ReadOptions]) -> Iterator[Reading]:
    """The readings of one file: one, or one a file inside when it is an archive."""
    own = overrides.get(source.name, options)
    if source.path.suffix.lower() not in ARCHIVE_TYPES:
        yield read_file(source.path, own, source.name)
        return
    refusal = refusal_of(source) or _too_deep(source)
    if refusal:
        yield _unread(source.name, b"", refusal)
        return
    with unpacked(source.path, source.name) as archive:
        for message in archive.refused:
            yield _unread(source.name, b"", message)
        inside = sources_below(archive.folder)
        if not inside and not archive.refused:
            sentence = "{file} holds no survey files; files ending in {types} are read"
            values = {"file": source.name, "types": " ".join(READABLE)}
            yield _unread(source.name, b"", Message("empty_archive", sentence, values))
        for each in inside:
            yield from _read(Source(each.path, f"{source.name}/{each.name}"), own, overrides)


def _too_deep(source: Source) -> Message | None:
    """Zips in zips are opened, but not for ever: some hold themselves."""
    if sum(PurePosixPath(part).suffix.lower() in ARCHIVE_TYPES for part in source.name.split("/")) <= DEEPEST_ARCHIVE:
        return None
    sentence = "{file} is a zip in a zip in a zip; unpack it and import what is needed"
    return Message("archive_too_deep", sentence, {"file": source.name})


def read_file(file: Path, options: ReadOptions, name: str = "") -> Reading:
    """One file that is no archive, under the name it goes by. What cannot be read at all is one reject."""
    source = Source(file, name or file.name)
    refusal = refusal_of(source)
    if refusal:
        return _unread(source.name, b"", refusal)
    try:
        reading = _read_by_type(source, options)
    except OSError as error:
        sentence = "{file} cannot be opened ({detail}); close it elsewhere or copy it again"
        values = {"file": source.name, "detail": error.strerror or ""}
        return _unread(source.name, b"", Message("unreadable_file", sentence, values))
    shifted = shift_note(reading.parcels, options, source.name)
    notes = (*reading.notes, shifted) if shifted else reading.notes
    return replace(reading, notes=notes, of_list=list_of(source.path))


def _read_by_type(source: Source, options: ReadOptions) -> Reading:
    kind = source.path.suffix.lower()
    if kind in VECTOR_TYPES:
        return read_vector(source.path, source.name, options)
    if kind in WORKBOOK_TYPES:
        return read_point_workbook(source.path, source.name, options)
    return _read_text(source, options)


def _read_text(source: Source, options: ReadOptions) -> Reading:
    data = source.path.read_bytes()
    if not data.strip(b" \t\r\n\0"):
        return _unread(source.name, data, _empty(source))
    try:
        decoded = decode(data, source.name, options.encoding)
    except UndecodableFile as error:
        return _unread(source.name, data, error.message)
    del data  # a large file need not stand in memory twice
    if source.path.suffix.lower() == ".txt" and is_boundary_txt(decoded.text):
        return read_boundary_txt(source.name, decoded, options)
    return read_point_text(source.name, decoded, options)


def refusal_of(source: Source) -> Message | None:
    """Why a file is not even opened: encrypted, of a foreign type, too large, or empty."""
    kind = source.path.suffix.lower()
    values: dict[str, object] = {"file": source.name, "types": " ".join(READABLE)}
    if kind == ".jmtxt":
        return Message("encrypted", "{file} is encrypted (.jmtxt); ask for the plain TXT beside it", values)
    if kind == ".dwg":
        return Message("unknown_type", "{file} is a DWG; save it as DXF (ASCII) and import that", values)
    if kind == _GEODATABASE:
        return Message(
            "unknown_type", "{file} is a file geodatabase; export its parcels as GeoPackage or shapefile", values
        )
    if kind in _SHAPEFILE_PARTS:
        sentence = "{file} is part of a shapefile whose .shp is missing; ask for all its files"
        return Message("shp_missing", sentence, values)
    if kind not in READABLE:
        return Message(
            "unknown_type", "{file} is no survey file that is read here; files ending in {types} are", values
        )
    try:
        size = source.path.stat().st_size
    except OSError:
        return None  # opening it says the same with the reason
    if size > LARGEST[kind]:
        sentence = "{file} has {size} MB; up to {limit} MB are read: cut it into smaller files"
        values.update(size=size // MEGABYTE, limit=LARGEST[kind] // MEGABYTE)
        return Message("too_large", sentence, values)
    return _empty(source) if size == 0 else None


def _empty(source: Source) -> Message:
    return Message("empty_file", "{file} is empty; ask for the file again", {"file": source.name})


def _unread(name: str, data: bytes, message: Message) -> Reading:
    digest = hashlib.sha256(data).hexdigest()
    return Reading(name, digest, len(data), "", "", "", (), (Reject(name, None, "", message),))
