"""What the demo made, as a table; fails when a file of the contracts is missing or empty.

python3 tools/demo_table.py build/demo
"""

from __future__ import annotations

import sys
from pathlib import Path

EXPECTED = (
    "campaign.gpkg",
    "campaign.qgz",
    "sheets/unsupplied",
    "sheets/idle",
    "sheets/sheets_unsupplied.pdf",
    "sheets/sheets_idle.pdf",
    "wallmap.pdf",
    "wallmap.png",
    "lists.xlsx",
    "progress.xlsx",
    "ledger.xlsx",
    "report.xlsx",
    "summary.docx",
    "board.html",
    "monitoring",
    "rejects.csv",
    "checks.xlsx",
    "problems.gpkg",
)


def main() -> int:
    folder = Path(sys.argv[1])
    missing = []
    print(f"\n{'file':32}{'files':>7}{'size':>12}")
    for name in EXPECTED:
        files = files_of(folder / name)
        size = sum(file.stat().st_size for file in files)
        print(f"{name:32}{len(files):>7}{size / 1024:>9,.0f} KB")
        if not files or size == 0:
            missing.append(name)
    if missing:
        print(f"missing or empty: {', '.join(missing)}", file=sys.stderr)
        return 1
    print(f"\nOpen it: make run, then 批而未用 > 打开 > {folder / 'campaign.gpkg'};")
    print(f"or open {folder / 'campaign.qgz'} in any QGIS.")
    return 0


def files_of(path: Path) -> list[Path]:
    """The file itself, or all files below a folder."""
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else []


if __name__ == "__main__":
    sys.exit(main())
