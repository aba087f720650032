"""Child processes that draw sheets, so that the window lives and every core works.

A child is QGIS's own Python running ``child.py``; some jobs go to it and their outcomes come back as pickles over its
pipes. Never multiprocessing: inside QGIS on Windows it would start another QGIS.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import Callable, Iterator, Optional, Sequence, Tuple, Type

from .... import catalogue
from ....model.messages import Message
from ..pages import SheetStyle
from .job import Job, Outcome
from .pdf import MOST_SHEETS

Made = Tuple[Job, Outcome]
PACKAGE = Path(__file__).resolve().parents[3]
_START_SECONDS, _LOOK_SECONDS = 60, 0.1
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Workers:
    """A number of children; as a context it ends them. ``notes`` says when none could be started."""

    def __init__(self, count: int, style: SheetStyle, form: str, dpi: int) -> None:
        self.count, self.settings = count, (style, form, dpi, catalogue.office().folders)
        self.most = MOST_SHEETS if form == "pdf" else 1
        self.running: list[_Child] = []
        self.notes: list[Message] = []

    def __enter__(self) -> Workers:
        if self.count:
            self.running = _children(self.count, self.settings)
            if not self.running:
                self.notes.append(
                    Message("no_workers", "No other process could be started; the sheets are drawn in this one")
                )
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        for child in self.running:
            child.end()

    def make(self, jobs: Sequence[Job], is_cancelled: Callable[[], bool]) -> Iterator[Made]:
        """Every job with its outcome as it is made. After a cancel each child finishes the sheets it has in hand."""
        waiting = _Waiting(jobs, len(self.running), self.most)
        made: queue.SimpleQueue[Optional[Sequence[Made]]] = queue.SimpleQueue()
        threads = [threading.Thread(target=child.work, args=(waiting, made), daemon=True) for child in self.running]
        for thread in threads:
            thread.start()
        working = len(threads)
        while working:
            if is_cancelled():
                waiting.close()
            try:
                found = made.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if found is None:
                working -= 1
            else:
                yield from found
        for thread in threads:
            thread.join()
        yield from ((job, _died(job)) for job in waiting.rest())


class _Waiting:
    """The jobs no child has taken yet. Shares become smaller towards the end, so that all children end together."""

    def __init__(self, jobs: Sequence[Job], children: int, most: int) -> None:
        self.jobs, self.children, self.most = deque(jobs), children, most
        self.lock = threading.Lock()

    def take(self) -> list[Job]:
        """The next share; empty when no job is left."""
        with self.lock:
            share = -(-len(self.jobs) // (2 * self.children))
            return [self.jobs.popleft() for _ in range(min(share, self.most))]

    def close(self) -> None:
        """Nobody takes a job any more."""
        with self.lock:
            self.jobs.clear()

    def rest(self) -> list[Job]:
        """What no child was left to take."""
        with self.lock:
            return list(self.jobs)


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
        """Raises OSError when the child is gone, as ``receive`` does, or EOFError."""
        if self.process is None or self.process.stdin is None:
            raise BrokenPipeError
        pickle.dump(something, self.process.stdin, protocol=4)
        self.process.stdin.flush()

    def receive(self) -> object:
        if self.process is None or self.process.stdout is None:
            raise BrokenPipeError
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

    def work(self, waiting: _Waiting, made: queue.SimpleQueue[Optional[Sequence[Made]]]) -> None:
        """Hand jobs to the child until none is left."""
        try:
            while jobs := waiting.take():
                made.put(self._outcomes(jobs))
        finally:
            made.put(None)

    def _outcomes(self, jobs: Sequence[Job]) -> list[Made]:
        """The jobs with their outcomes. A child that dies over one is started again, for each of the others alone."""
        try:
            self.greeted = self.greeted or self.receive() == "ready"
            self.send(jobs)
            outcomes: Sequence[Outcome] = self.receive()  # type: ignore[assignment]
            return list(zip(jobs, outcomes))
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
        with contextlib.suppress(OSError):  # where it cannot be started, the next try says so for each job
            self.start()
        if len(jobs) == 1:
            return [(jobs[0], _died(jobs[0]))]
        return [each for job in jobs for each in self._outcomes([job])]

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


def _children(count: int, settings: object) -> list[_Child]:
    """Children from the first Python that can be one, started side by side; none when there is no such Python."""
    for python in pythons():
        started: list[_Child] = []
        try:
            started.extend(_Child(python, settings) for _ in range(count))
            if started[0].answers():
                return started
        except OSError:
            pass  # this one is no program, or ended at once: the next may be the right one
        for child in started:
            child.end()
    return []


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
    given["ANZE_PACKAGE"] = __name__.rsplit(".", 4)[0]
    if sys.platform.startswith("linux"):
        given["QT_QPA_PLATFORM"] = "offscreen"
    return given
