"""Branch coverage by room as a page, from what `make coverage` measured.

python3 tools/coverage_table.py build/coverage.json PAGE
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Mapping, NamedTuple

PACKAGE = "anze_idle_land_plugin/"
KEYS = ("num_statements", "covered_lines", "num_branches", "covered_branches")


class Counts(NamedTuple):
    """Statements and branches of some files, and how many of each the tests ran."""

    statements: int = 0
    run: int = 0
    branches: int = 0
    taken: int = 0

    def plus(self, summary: Mapping[str, int]) -> Counts:
        return Counts(*(had + summary[key] for had, key in zip(self, KEYS)))

    @property
    def share(self) -> float:
        """Lines and branches together, as coverage.py counts them."""
        return (self.run + self.taken) / max(self.statements + self.branches, 1)


def room_of(file: str) -> str:
    """The folder of a file inside the package, at most two deep: printing/sheet."""
    inside = file.split(PACKAGE, 1)[1].split("/")[:-1]
    return "/".join(inside[:2]) or "(plugin)"


def table(measured: Mapping[str, object]) -> str:
    files = measured["files"]
    assert isinstance(files, dict)
    rooms: dict[str, Counts] = defaultdict(Counts)
    whole = Counts()
    for name, found in files.items():
        if "/shipped/" not in name:
            rooms[room_of(name)] = rooms[room_of(name)].plus(found["summary"])
            whole = whole.plus(found["summary"])
    lines = [f"| {name} | {_row(counts)} |" for name, counts in sorted(rooms.items()) if counts.statements]
    return "\n".join([*lines, f"| **all** | {_row(whole)} |"])


def _row(counts: Counts) -> str:
    return f"{counts.statements} | {counts.run} | {counts.branches} | {counts.taken} | {counts.share:.1%}"


def main(measured: Path, target: Path) -> None:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    target.write_text(
        "# 测试覆盖 · Coverage by room\n\n"
        "`make coverage` 运行全部测试（含 QGIS 窗口），按目录统计语句与分支；子进程里画的表不计入。\n"
        "All tests, those with QGIS's windows too; branches counted; what children draw is not seen.\n\n"
        f"Commit {commit.stdout.strip()}.\n\n"
        "| room | statements | run | branches | taken | together |\n|---|---|---|---|---|---|\n"
        f"{table(json.loads(measured.read_text(encoding='utf-8')))}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
