"""Python's search for cycles, kept from walking again and again over objects that hold none."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import Iterator


@contextmanager
def many_objects() -> Iterator[None]:
    """No search while a hundred thousand objects come into being; what cycles there are elsewhere wait for the end."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@contextmanager
def standing_objects() -> Iterator[None]:
    """A search only through what comes into being inside the block: what stood before it, such as a snapshot, stays."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
