"""The steps from one schema of the campaign file to the next, in order. Each runs inside the one transaction of all.

A change of schema adds its steps at the end, with the version they lead to, and a campaign file of the version before
to ``test/data/campaigns``. A step must not look at what a later version of the plugin may read differently.
"""

from __future__ import annotations

from datetime import datetime
from typing import Callable, NamedTuple, Sequence

from ..model.kinds import ListKind
from ..model.messages import Message
from .casework.baselines import freeze_missing
from .casework.land_use_migration import give_codes_a_system
from .database import CampaignFile
from .schema import complete_tables
from .units import name_units

NOTE = "文件升级时补记底数"
"""What stands with an event that a migration wrote."""


class OpenPoint(NamedTuple):
    """What a step could not tell and a person has to: what the file says of a parcel of the list, and the question."""

    which: ListKind
    text: str
    question: Message


class Step(NamedTuple):
    """One step to ``to_version``; ``take`` gets the open file and the moment (UTC), and returns what stays open."""

    to_version: int
    take: Callable[[CampaignFile, datetime], Sequence[OpenPoint]]


def _complete_tables(file: CampaignFile, _at: datetime) -> Sequence[OpenPoint]:
    crs = str(file.query("SELECT crs FROM campaign")[0][0])
    file.checked(lambda: complete_tables(file.dataset, crs))
    return ()


def _freeze_bases(file: CampaignFile, at: datetime) -> Sequence[OpenPoint]:
    """Since version 2 the first event of a parcel freezes its base, whatever way the parcel came in."""
    for which in ListKind:
        freeze_missing(file, which, at, NOTE)
    return ()


def _give_codes_a_system(file: CampaignFile, _at: datetime) -> Sequence[OpenPoint]:
    """Since version 2 a land use is stored with its standard; what none has is asked of a person."""
    return [OpenPoint(each.which, each.old, each.question) for each in give_codes_a_system(file) if each.is_open]


def _name_units(file: CampaignFile, _at: datetime) -> Sequence[OpenPoint]:
    """Since version 2 a campaign carries the names of its towns, its zone and its departments."""
    name_units(file)
    return ()


STEPS: tuple[Step, ...] = (
    Step(2, _complete_tables),
    Step(2, _name_units),
    Step(2, _freeze_bases),
    Step(2, _give_codes_a_system),
)
