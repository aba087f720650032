"""A file or a folder of survey files, each read by the reader it calls for."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterator, Mapping

from ..model.messages import CampaignError, Message, Reject
from .boundary_txt import is_boundary_txt, read_boundary_txt
from .boundary_txt.decoding import UndecodableFile, decode
from .point_table import read_point_table
from .reading import Reading, ReadOptions

TEXT_TYPES = frozenset({".txt", ".csv", ".dat"})


class InputMissing(CampaignError):
    sentence = "There is no file or folder {path}; choose the survey files again"


class NothingToRead(CampaignError):
    sentence = "The folder {path} holds no survey files; files ending in {types} are read"


def read_path(
    path: Path, options: ReadOptions, overrides: Mapping[str, ReadOptions] | None = None
) -> Iterator[Reading]:
    """One Reading a file, folders in sorted order with all below them; ``overrides`` are by file name.

    A file of an unknown type in a folder is passed over in silence only when it is hidden; every other one is a
    Reading with a reject that says why.
    """
    if not path.exists():
        raise InputMissing(path=str(path))
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    visible = [each for each in files if not each.name.startswith(".")]
    if not visible:
        raise NothingToRead(path=str(path), types=" ".join(sorted(TEXT_TYPES)))
    for file in visible:
        yield read_file(file, (overrides or {}).get(file.name, options))


def read_file(file: Path, options: ReadOptions) -> Reading:
    """One file. What cannot be read at all is a Reading with one reject."""
    try:
        data = file.read_bytes()
    except OSError as error:
        sentence = "{file} cannot be opened ({detail}); close it elsewhere or copy it again"
        values = {"file": file.name, "detail": error.strerror or ""}
        return _unread(file, b"", Message("unreadable_file", sentence, values))
    refusal = _refusal(file, data)
    if refusal:
        return _unread(file, data, refusal)
    try:
        decoded = decode(data, file.name, options.encoding)
    except UndecodableFile as error:
        return _unread(file, data, error.message)
    if file.suffix.lower() == ".txt" and is_boundary_txt(decoded.text):
        del data  # a large file need not stand in memory twice
        return read_boundary_txt(file.name, decoded, options)
    return read_point_table(file.name, data, decoded, options)


def _refusal(file: Path, data: bytes) -> Message | None:
    values = {"file": file.name, "types": " ".join(sorted(TEXT_TYPES))}
    if file.suffix.lower() == ".jmtxt":
        return Message("encrypted", "{file} is encrypted (.jmtxt); ask for the plain TXT beside it", values)
    if file.suffix.lower() not in TEXT_TYPES:
        return Message(
            "unknown_type", "{file} is no survey file that is read here; files ending in {types} are", values
        )
    if not data.strip():
        return Message("empty_file", "{file} is empty; ask for the file again", values)
    return None


def _unread(file: Path, data: bytes, message: Message) -> Reading:
    digest = hashlib.sha256(data).hexdigest()
    return Reading(file.name, digest, len(data), "", "", "", (), (Reject(file.name, None, "", message),))
