"""A file is written under another name, checked, and then put in place: whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Type

from ...model.file_errors import reason_of
from ...model.messages import CampaignError


@contextmanager
def replacing(path: Path, failed: Type[CampaignError]) -> Iterator[Path]:
    """The name to write under; in place when the block ends well, gone when it does not.

    An operating system error becomes ``failed`` with the file and the reason.
    """
    unfinished = path.with_name(f".{path.stem[:40]}.unfinished{path.suffix}")
    try:
        yield unfinished
        os.replace(unfinished, path)
    except OSError as error:
        raise failed(file=str(path), reason=reason_of(error)) from error
    finally:
        if unfinished.exists():
            unfinished.unlink()
