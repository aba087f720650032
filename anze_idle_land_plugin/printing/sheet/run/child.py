"""A child process that draws sheets: settings and lists of jobs come in on its input, lists of outcomes go out.

See workers.py.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import pickle
import sys
import types
from typing import BinaryIO


def main() -> int:
    """Draw until the input ends. What libraries print goes to the error output, never between the outcomes."""
    del sys.path[0]  # the folder of this file: its modules belong to the package alone
    outcomes: BinaryIO = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _spare_the_window()
    from qgis.PyQt.QtGui import QGuiApplication

    application = QGuiApplication([sys.argv[0]])
    package = os.environ["ANZE_PACKAGE"]
    sheet_files = importlib.import_module(f"{package}.printing.sheet.run.files")
    jobs = sys.stdin.buffer
    style, form, dpi, folders = pickle.load(jobs)
    importlib.import_module(f"{package}.catalogue").settle(folders)
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


def _spare_the_window() -> None:
    """Let ``qgis.PyQt`` be imported without ``qgis.gui``, which the package loads for designers of forms.

    Drawing needs Qt alone: the child starts in half the time and with a third of the memory. On Windows the package
    itself must be loaded, for it says where the libraries are.
    """
    found = importlib.util.find_spec("qgis")
    if os.name == "nt" or found is None or found.submodule_search_locations is None:
        return
    package = types.ModuleType("qgis")
    package.__path__ = list(found.submodule_search_locations)
    sys.modules["qgis"] = package


def _say(outcomes: BinaryIO, something: object) -> None:
    pickle.dump(something, outcomes, protocol=4)
    outcomes.flush()


if __name__ == "__main__":
    sys.exit(main())
