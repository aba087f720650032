"""Every word in a file somebody may be handed, whatever its format: for tests that look for a word in all outputs."""

from __future__ import annotations

import html
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

ZIPPED = {".xlsx", ".docx", ".qgz", ".zip"}
SQLITE = {".gpkg", ".sqlite"}


def words_of(path: Path) -> str:
    """The text of a file: PDF by pdftotext, packed files by their members, campaign files by every cell of text."""
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    if path.suffix in ZIPPED:
        with zipfile.ZipFile(path) as packed:
            return "\n".join(_decoded(packed.read(name)) for name in packed.namelist())
    if path.suffix in SQLITE:
        return _cells_of(path)
    return _decoded(path.read_bytes())


def words_below(folder: Path) -> dict[str, str]:
    """Name and words of every file below a folder, names of files among the words."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): f"{each.name}\n{words_of(each)}" for each in files}


def _cells_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as file:
        tables = [str(name) for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = []
        for table in tables:
            if not table.startswith("rtree_"):
                rows = file.execute(f'SELECT * FROM "{table}"')
                cells += [cell for row in rows for cell in row if isinstance(cell, str)]
        return "\n".join(cells)


def _decoded(raw: bytes) -> str:
    """As UTF-8, and where that fails as GB 18030 too: what a file is not in only adds noise.

    XML may write a Chinese character as a number (&#38738;).
    """
    try:
        return html.unescape(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return f"{raw.decode('utf-8', 'replace')}\n{raw.decode('gb18030', 'replace')}"
