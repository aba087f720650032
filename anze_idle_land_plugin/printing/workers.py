"""Child processes that draw sheets, so that the window lives and every core works.

A child is QGIS's own Python running ``child.py``; jobs go to it and outcomes come back as pickles over its pipes, one
at a time. Never multiprocessing: inside QGIS on Windows it would start another QGIS.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Callable, Iterator, Optional, Sequence, Type, Union

from ..model.messages import Message
from .sheet import SheetStyle
from .sheet_files import Job

Outcome = Union[int, Message]
"""The pages of a sheet, or why it was not made."""
PACKAGE = Path(__file__).resolve().parent.parent
_START_SECONDS, _LOOK_SECONDS = 60, 0.1
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Workers:
    """A number of children; as a context it ends them. ``notes`` says when none could be started."""

    def __init__(self, count: int, style: SheetStyle, form: str, dpi: int) -> None:
        self.count, self.settings = count, (style, form, dpi)
        self.running: list[_Child] = []
        self.notes: list[Message] = []

    def __enter__(self) -> Workers:
        if self.count:
            first = _first_child(self.settings)
            if first is None:
                self.notes.append(
                    Message("no_workers", "No other process could be started; the sheets are drawn in this one")
                )
            else:
                others = [_Child(first.python, self.settings) for _ in range(self.count - 1)]
                self.running = [first, *others]
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        for child in self.running:
            child.end()

    def make(self, jobs: Sequence[Job], is_cancelled: Callable[[], bool]) -> Iterator[tuple[Job, Outcome]]:
        """Every job with its outcome as it is made. After a cancel each child finishes the sheet it is at."""
        waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()
        made: queue.SimpleQueue[Optional[tuple[Job, Outcome]]] = queue.SimpleQueue()
        for job in jobs:
            waiting.put(job)
        stop = threading.Event()
        threads = [
            threading.Thread(target=child.work, args=(waiting, made, stop), daemon=True) for child in self.running
        ]
        for thread in threads:
            thread.start()
        working = len(threads)
        while working:
            if is_cancelled():
                stop.set()
            try:
                found = made.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if found is None:
                working -= 1
            else:
                yield found
        for thread in threads:
            thread.join()


class _Child:
    """One process and its pipes."""

    def __init__(self, python: str, settings: object) -> None:
        self.python, self.settings = python, settings
        self.process: Optional[subprocess.Popen[bytes]] = None
        self.greeted = False
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [self.python, str(Path(__file__).with_name("child.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=_NO_WINDOW,
        )
        self.greeted = False
        self.send(self.settings)

    def send(self, something: object) -> None:
        assert self.process is not None and self.process.stdin is not None
        pickle.dump(something, self.process.stdin, protocol=4)
        self.process.stdin.flush()

    def receive(self) -> object:
        assert self.process is not None and self.process.stdout is not None
        return pickle.load(self.process.stdout)

    def answers(self) -> bool:
        """Whether the child comes up: it greets once it can draw."""
        assert self.process is not None
        timer = threading.Timer(_START_SECONDS, self.process.kill)
        timer.start()
        try:
            self.greeted = self.receive() == "ready"
            return self.greeted
        except (EOFError, OSError, pickle.UnpicklingError):
            return False
        finally:
            timer.cancel()

    def work(self, waiting: queue.SimpleQueue, made: queue.SimpleQueue, stop: threading.Event) -> None:
        """Hand jobs to the child until none is left. A child that dies over a job is started again for the others."""
        while not stop.is_set():
            try:
                job = waiting.get_nowait()
            except queue.Empty:
                break
            try:
                self.greeted = self.greeted or self.receive() == "ready"
                self.send(job)
                made.put((job, self.receive()))
            except (EOFError, OSError, pickle.UnpicklingError):
                made.put((job, _died(job)))
                self.end()
                self.start()
        made.put(None)

    def end(self) -> None:
        """Close the pipes: the child ends by itself; one that hangs is killed."""
        process = self.process
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # the child is gone already
                    pipe.close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self.process = None


def _died(job: Job) -> Message:
    return Message(
        "worker_died",
        "The process that drew parcel {code} ended before the sheet was finished; print it again",
        {"code": job.dossier.code},
    )


def _first_child(settings: object) -> Optional[_Child]:
    """A child that answers, from the first Python that can be one."""
    for python in pythons():
        try:
            child = _Child(python, settings)
        except OSError:
            continue
        if child.answers():
            return child
        child.end()
    return None


def pythons() -> list[str]:
    """Programs that may be the Python QGIS runs on, the likeliest first.

    Inside QGIS on Windows ``sys.executable`` is QGIS itself; its Python lies in the folder Python was built for.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    here = Path(sys.executable)
    prefixes = [Path(prefix) for prefix in (sys.exec_prefix, sys.base_exec_prefix)]
    names = ("python3.exe", "python.exe", f"bin/python{version}", "bin/python3", "MacOS/bin/python3")
    found = [here] if here.stem.lower().startswith("python") else []
    found += [prefix / name for prefix in prefixes for name in names]
    found += [here.with_name(name) for name in ("python3.exe", "python.exe", f"python{version}", "python3")]
    return list(dict.fromkeys(str(path) for path in found if path.is_file()))


def _environment() -> dict[str, str]:
    """The surroundings of this process, with its import path; no screen is asked for where Qt can do without."""
    given = dict(os.environ)
    given["PYTHONPATH"] = os.pathsep.join([str(PACKAGE.parent), *(path for path in sys.path if path)])
    given["ANZE_PACKAGE"] = __name__.rsplit(".", 2)[0]
    if sys.platform.startswith("linux"):
        given["QT_QPA_PLATFORM"] = "offscreen"
    return given
