"""docs/gallery: the hard sheets printed, as pictures of 150 dpi with a line on each.

python3 tools/gallery.py        (through tools/headless.sh, after "make build")
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "build" / "plugins"), str(ROOT / "test")]
sys.path.append(str(ROOT / "build" / "plugins" / "anze_idle_land_plugin" / "shipped"))
FOLDER = ROOT / "docs" / "gallery"
LARGEST = 250_000
"""Bytes of a picture."""
DPI, FIRST_PAGES = 150, 2


def main() -> None:
    from qgis.core import QgsApplication, QgsFeedback

    application = QgsApplication([], False)
    application.initQgis()
    from sheet_cases import CASES, around

    from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, print_sheets

    FOLDER.mkdir(parents=True, exist_ok=True)
    for case in CASES:  # the folder holds other rooms' pictures too: only those of the cases are made anew
        for page in range(1, FIRST_PAGES + 1):
            (FOLDER / f"{case.name}-{page}.png").unlink(missing_ok=True)
    lines = [
        "# 一地一策表图册 · Gallery",
        "",
        "由 `tools/gallery.py` 生成（150 dpi）；最多显示前两页。Made by the program itself.",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            dossier = case.make()
            out = Path(folder) / case.name
            options = SheetOptions(printed_on=date(2023, 10, 8), paper=case.paper)
            summary = print_sheets(around(dossier), [dossier], out, options, QgsFeedback())
            if summary.failed:
                raise SystemExit(f"{case.name}: {summary.failed[0].text()}")
            pictures = _pictures(next(out.rglob("*.pdf")), case.name)
            shown = " ".join(f"![{case.name}]({picture.name})" for picture in pictures)
            lines += [f"## {case.shows}", "", f"共 {summary.pages} 页。", "", shown, ""]
            print(case.name, summary.pages, [picture.stat().st_size // 1024 for picture in pictures])
    (FOLDER / "README.md").write_text("\n".join(lines), encoding="utf-8")


def _pictures(pdf: Path, name: str) -> list[Path]:
    """The first pages in sixteen shades and the few colours of a sheet, small enough for a repository."""
    made = []
    for page in range(1, FIRST_PAGES + 1):
        raw = pdf.with_name(f"{name}-{page}")
        command = [
            "pdftoppm",
            "-r",
            str(DPI),
            "-f",
            str(page),
            "-l",
            str(page),
            "-singlefile",
            "-png",
            str(pdf),
            str(raw),
        ]
        if subprocess.run(command, capture_output=True, check=False).returncode or not raw.with_suffix(".png").exists():
            break
        target = FOLDER / f"{name}-{page}.png"
        for colours in ("64", "32", "16"):
            subprocess.run(
                [
                    "convert",
                    f"{raw}.png",
                    "-strip",
                    "+dither",
                    "-colors",
                    colours,
                    "-define",
                    "png:compression-level=9",
                    f"PNG8:{target}",
                ],
                check=True,
            )
            if target.stat().st_size < LARGEST:
                break
        made.append(target)
    return made


if __name__ == "__main__":
    main()
