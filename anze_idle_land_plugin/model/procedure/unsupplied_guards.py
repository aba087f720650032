"""Conditions on unsupplied land that look at its course: where the rest goes on after a part was withdrawn."""

from __future__ import annotations

from ..messages import Message
from ..standing.base import says_state
from .circumstances import Circumstances

WITHDRAWING, WITHDRAWN = "P60", ("P60", "P61", "P62")
NOT_EXPROPRIATED = ("P10", "P11")
EXPROPRIATED = "12"
"""ZSZT of land whose compensation was carried out."""
ELSEWHERE = ("rest_expropriated", "rest_not_expropriated")
"""Reasons that say the rest goes on by another of the steps."""


def was_expropriated(about: Circumstances) -> Message | None:
    expropriated = expropriated_before(about)
    if expropriated:
        return None
    if expropriated is None:
        return _unknown()
    return Message(
        "rest_not_expropriated",
        "the land was not expropriated when its withdrawal was asked for; lead the rest on to 批而未征 (TP29)",
    )


def was_not_expropriated(about: Circumstances) -> Message | None:
    expropriated = expropriated_before(about)
    if expropriated is None:
        return _unknown()
    if not expropriated:
        return None
    return Message(
        "rest_expropriated",
        "the land was expropriated before its withdrawal was asked for; lead the rest on to 征而未供 (TP28) or "
        "净地 (TP30)",
    )


def expropriated_before(about: Circumstances) -> bool | None:
    """Whether the land was expropriated before the withdrawal: by the state it came from, else by ZSZT."""
    before = ""
    for event in filter(says_state, about.events):
        if event.value not in WITHDRAWN:
            before = event.value
    if before:
        return before not in NOT_EXPROPRIATED
    status = about.unsupplied.expropriation_status
    return status == EXPROPRIATED if status else None


def _unknown() -> Message:
    return Message(
        "expropriation_unknown", "nothing says whether the land was expropriated; record ZSZT first (12: carried out)"
    )
