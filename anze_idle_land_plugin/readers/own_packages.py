"""Packages for the monitoring system that we exported ourselves: which files of one hold no survey, and whose rest is.

A package is a folder with our manifest; below it stands a folder a list (docs/formats.md 12).
"""

from __future__ import annotations

from pathlib import Path

from ..model.kinds import ListKind

MANIFEST, REPORT = "manifest.csv", "report.xlsx"
MANIFEST_HEAD = ("file", "sha256", "bytes", "features", "crs", "encoding")
_LISTS = frozenset(which.value for which in ListKind)


def accompanies(file: Path) -> bool:
    """Whether a file is the manifest or the report of a package: it says what was written and holds no survey."""
    return file.name in (MANIFEST, REPORT) and _is_package(file.parent)


def list_of(file: Path) -> str:
    """The id of the list whose part of a package a file is; empty for any other file."""
    return next((each.name for each in file.parents if each.name in _LISTS and _is_package(each.parent)), "")


def _is_package(folder: Path) -> bool:
    try:
        with open(folder / MANIFEST, encoding="utf-8-sig", errors="replace") as handle:
            return handle.readline(200).strip() == ",".join(MANIFEST_HEAD)
    except OSError:
        return False
