"""Campaign files that earlier versions of the plugin left, and a look into files that uses nothing of the plugin."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "data" / "campaigns"
KEPT = sorted(FOLDER.glob("*/*.zip"))
"""Every campaign file kept, with its attachments."""


def unpacked(kept: Path, folder: Path) -> Path:
    """The campaign file out of its zip, attachments beside it."""
    with zipfile.ZipFile(kept) as archive:
        archive.extractall(folder)
    return folder / f"{kept.stem}.gpkg"


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, read by SQLite alone."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        own = [name for name, sql in found if not sql.startswith("CREATE VIRTUAL")]
        return {name: file.execute(f'SELECT {_columns(file, name)} FROM "{name}"').fetchall() for name in own}


def _columns(file: sqlite3.Connection, table: str) -> str:
    """Every column, but for the moment GDAL notes beside each table it wrote to."""
    names = [str(row[1]) for row in file.execute(f'PRAGMA table_info("{table}")')]
    return ", ".join(f'"{name}"' for name in names if (table, name) != ("gpkg_contents", "last_change"))


def sql(path: Path, *statements: str) -> list[tuple[Any, ...]]:
    """Run statements by SQLite alone and keep them; the rows of the last one."""
    with closing(sqlite3.connect(path)) as file:
        answer: list[tuple[Any, ...]] = []
        for statement in statements:
            answer = file.execute(statement).fetchall()
        file.commit()
        return answer
