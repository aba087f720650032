"""Zips (and kmz, which are zips) unpacked to a folder of their own, within limits; each member that cannot be had is
named with the reason."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Iterator, NamedTuple

from ..model.messages import Message

ARCHIVE_TYPES = frozenset({".zip", ".kmz"})
MOST_MEMBERS = 10_000
MOST_BYTES = 2_000_000_000
"""Unpacked size of the largest zip that is opened; a small zip may claim any size."""
_ENCRYPTED = 1
_UTF8_NAME = 0x800


class Unpacked(NamedTuple):
    """The folder the members lie in, with their own folders, and why some are missing."""

    folder: Path
    refused: tuple[Message, ...]


@contextmanager
def unpacked(path: Path, name: str) -> Iterator[Unpacked]:
    """Unpack a zip for as long as it is read. A broken one gives an empty folder and the reason."""
    with TemporaryDirectory(prefix="anze-") as folder:
        yield Unpacked(Path(folder), tuple(_unpack(path, Path(folder), name)))


def _unpack(path: Path, folder: Path, name: str) -> Iterator[Message]:
    """Write all members below the folder; says why any of them is missing."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            size = sum(each.file_size for each in members)
            if len(members) > MOST_MEMBERS or size > MOST_BYTES:
                sentence = "{file} holds {n} files of {size} MB together; unpack it and import what is needed"
                values = {"file": name, "n": len(members), "size": size // 1_000_000}
                yield Message("archive_too_large", sentence, values)
                return
            for member in members:
                inside = _name_of(member)
                reason = _copy(archive, member, folder, inside)
                if reason:
                    sentence = "{file}: {member} cannot be unpacked: {reason}"
                    yield Message(reason.code, sentence, {"file": name, "member": inside, "reason": reason})
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        sentence = "{file} is no zip that can be opened ({detail}); ask for the file again"
        yield Message("bad_archive", sentence, {"file": name, "detail": str(error)})


def _copy(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, inside: str) -> Message | None:
    """Write one member below the folder; why it could not be."""
    if member.flag_bits & _ENCRYPTED:
        return Message("encrypted", "it is protected by a password; ask for the zip without one", {})
    parts = [part for part in PurePosixPath(inside.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    target = folder.joinpath(*(part.replace(":", "_") for part in parts))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as source, open(target, "wb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        if target.is_file():
            target.unlink()
        return Message("bad_member", "it is damaged ({detail}); ask for the zip again", {"detail": str(error)})
    return None


def _name_of(member: zipfile.ZipInfo) -> str:
    """The name as it was written: without the UTF-8 mark Python took the bytes for cp437, in China they are GBK."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
