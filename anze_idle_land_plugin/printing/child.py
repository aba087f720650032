"""A child process that draws sheets: settings and lists of jobs come in on its input, lists of outcomes go out.

See workers.py.
"""

from __future__ import annotations

import importlib
import os
import pickle
import sys
from typing import BinaryIO


def main() -> int:
    """Draw until the input ends. What libraries print goes to the error output, never between the outcomes."""
    del sys.path[0]  # the folder of this file: its modules belong to the package alone
    outcomes: BinaryIO = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from qgis.PyQt.QtGui import QGuiApplication

    application = QGuiApplication([sys.argv[0]])
    package = os.environ["ANZE_PACKAGE"]
    sheet_files = importlib.import_module(f"{package}.printing.sheet_files")
    jobs = sys.stdin.buffer
    style, form, dpi = pickle.load(jobs)
    _say(outcomes, "ready")
    while True:
        try:
            several = pickle.load(jobs)
        except EOFError:
            break
        made = {job.stem: outcome for job, outcome in sheet_files.make_sheets(several, style, form, dpi)}
        _say(outcomes, [made[job.stem] for job in several])
    del application
    return 0


def _say(outcomes: BinaryIO, something: object) -> None:
    pickle.dump(something, outcomes, protocol=4)
    outcomes.flush()


if __name__ == "__main__":
    sys.exit(main())
