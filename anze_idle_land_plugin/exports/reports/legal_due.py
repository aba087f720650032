"""Which parcels owe a step by a legal limit: overdue, or due within some days (model/procedure/due.py)."""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from ... import law
from ...model.counting.figures import BOTH_LISTS
from ...model.counting.progress import ParcelKey
from ...model.kinds import ListKind
from ...model.procedure.due import DueStep, Situation
from ...model.standing.snapshot import Dossier, Snapshot

OWED = (Situation.OVERDUE, Situation.SOON, Situation.IN_TIME)


class LegalDue(NamedTuple):
    """Parcels with a limit that has run out, and those with one that ends within some days; a parcel once in each."""

    overdue: tuple[ParcelKey, ...]
    within: dict[int, tuple[ParcelKey, ...]]


def legal_due(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS, days: Sequence[int] = (7, 30)) -> LegalDue:
    """What the law's limits owe on the snapshot's day."""
    found = [((dossier.which, dossier.code), step.days_left or 0) for dossier, step in owed_steps(snapshot, lists)]
    return LegalDue(
        tuple(dict.fromkeys(key for key, left in found if left < 0)),
        {limit: tuple(dict.fromkeys(key for key, left in found if 0 <= left <= limit)) for limit in days},
    )


def owed_steps(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> Iterator[tuple[Dossier, DueStep]]:
    """The next steps with a due date, of open parcels of the base."""
    for dossier in (each for which in lists for each in snapshot.dossiers.get(which, ())):
        if not dossier.standing.in_base or dossier.standing.closed:
            continue
        for step in law.steps_of(dossier, snapshot.as_of):
            if step.situation in OWED and step.days_left is not None:
                yield dossier, step
