"""Progress of a job and its cancelling, for the pure rooms, which know no feedback of QGIS."""

from __future__ import annotations

from typing import Callable, Iterable, Iterator, TypeVar

from qgis.core import QgsFeedback

from ...model.messages import CampaignError

Thing = TypeVar("Thing")


class Stopped(CampaignError):
    sentence = "Stopped: nothing was changed"


def stage(feedback: QgsFeedback, begins: float, ends: float) -> Callable[[int, int], None]:
    """A step from ``begins`` to ``ends`` percent of the whole job. It raises Stopped once the job is cancelled."""

    def step(done: int, total: int) -> None:
        feedback.setProgress(begins + (ends - begins) * done / max(total, 1))
        if feedback.isCanceled():
            raise Stopped

    return step


def followed(things: Iterable[Thing], total: int, step: Callable[[int, int], None]) -> Iterator[Thing]:
    """The things one by one, each announced to the step before it is made."""
    done = 0
    step(done, total)
    for thing in things:
        done += 1
        yield thing
        step(min(done, total), total)
