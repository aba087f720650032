"""Everything the product makes of a campaign, through its algorithms: for tests that look at all of it at once."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any, Callable, Sequence

from docx import Document
from openpyxl import load_workbook

from anze_idle_land_plugin.exports.notices.text import NOTICES, Kind

DAY = "2023-09-30"
EARLIER = ("2023-05-31", "2023-06-30")
"""Days on which other steps are next than on the third deadline."""
REPORTS = {
    "threelists": "清单.xlsx",
    "ledger": "台账.xlsx",
    "periodreport": "月报.xlsx",
    "summary": "总结.docx",
    "board": "看板.html",
    "progress": "进度.xlsx",
}
CASEWORK = {"duesteps": "期限.csv", "advice": "建议.csv"}

Run = Callable[..., dict[str, Any]]


def make_every_output(run: Run, campaign: Path, folder: Path, day: str = DAY) -> None:
    """Sheets, wall map, lists, reports, board, checks, notices and exchange files of a campaign into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    given = {"CAMPAIGN": str(campaign), "AS_OF": day}
    for algorithm, file in REPORTS.items():
        run(algorithm, **given, OUTPUT=str(folder / file))
    run("checkcampaign", **given, OUTPUT=str(folder / "问题.gpkg"), REPORT=str(folder / "检查.xlsx"))
    run("stylecampaign", **given, THEME="both", PROJECT=str(folder / "campaign.qgz"))
    run("wallmap", **given, FORMAT="pdf", OUTPUT=str(folder / "挂图.pdf"))
    run("parcelsheets", **given, FORMAT="pdf", WORKERS=0, OUTPUT=str(folder / "表"))
    run("parcelsheets", **given, FORMAT="xlsx", WORKERS=0, OUTPUT=str(folder / "表格"))
    _casework(run, given, folder, list(Kind))
    for day in EARLIER:
        _casework(run, {**given, "AS_OF": day}, folder / day, NOTICES)
    run("exportmonitoring", **given, OUTPUT=str(folder / "报送"))
    for profile in ("canonical", "baopi"):
        run("exportboundary", CAMPAIGN=str(campaign), LIST="both", PROFILE=profile, OUTPUT=str(folder / profile))


def _casework(run: Run, given: dict[str, str], folder: Path, kinds: Sequence[Kind]) -> None:
    """What a day's next steps ask for: limits, advice and documents."""
    folder.mkdir(exist_ok=True)
    for algorithm, file in CASEWORK.items():
        run(algorithm, **given, OUTPUT=str(folder / file))
    for kind in kinds:
        run("notices", **given, KIND=kind.value, OUTPUT=str(folder / "文书" / kind.value))


def words_of(folder: Path) -> dict[str, str]:
    """What every file below a folder says, by its path within; PDF by poppler, without blanks and line ends."""
    found = {}
    for file in sorted(folder.rglob("*")):
        read = _READERS.get(file.suffix)
        if read is not None:
            found[file.relative_to(folder).as_posix()] = re.sub(r"\s+", "", read(file))
    return found


def _workbook(file: Path) -> str:
    cells = (cell.value for page in load_workbook(file) for row in page.iter_rows() for cell in row)
    return "\n".join(str(cell) for cell in cells if cell is not None)


def _document(file: Path) -> str:
    document = Document(str(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def _paper(file: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True, text=True).stdout


def _project(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".qgs"))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


_READERS: dict[str, Callable[[Path], str]] = {
    ".xlsx": _workbook,
    ".docx": _document,
    ".pdf": _paper,
    ".html": _text,
    ".csv": _text,
    ".qgz": _project,
}
