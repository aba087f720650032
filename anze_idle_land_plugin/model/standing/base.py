"""The base: which area of a parcel entered it, and on which days the parcel is counted in it.

The area is frozen by the first event of a parcel, whatever way it came in, as a baseline event; steps, ledgers and
facts of later do not move it, a correction of that event does. On the days before it the base is the same: what is
recorded later does not change the past. Only of a parcel without any event the documents of the day say the area, else
the geometry. Membership follows the completion rules by day.
"""

from __future__ import annotations

from typing import Iterable, NamedTuple, Optional

from ..cases import Case
from ..kinds import ListKind
from ..procedure.workflow import SETTLED, SUSPENDED_STATE
from ..rounding import hectares
from .events import STATE_FIELD, Event, EventKind

NOT_IDLE_STATE = "X30"
OUTSIDE_BASE = (SUSPENDED_STATE, NOT_IDLE_STATE)
"""The states that leave the base while they last: annotated 查封/涉诉, 不构成闲置 (completion_rules.csv)."""


class DocumentAreas(NamedTuple):
    """Attributes of a case: the first of ``given`` that is known, less each of ``less``. All in hectares."""

    given: tuple[str, ...]
    less: tuple[str, ...] = ()


DOCUMENT_AREAS = {
    ListKind.UNSUPPLIED: DocumentAreas(("area_ha",), ("supplied_area_ha", "withdrawn_area_ha")),
    ListKind.IDLE: DocumentAreas(("idle_area_ha", "contract_area_ha")),
}
"""What the documents leave to be cleared: what is left to supply, or what lies idle. The database reads it, too."""


def documented_ha(case: Case) -> float | None:
    """What the documents of a case leave to be cleared, in hectares; None while they give no area."""
    areas = DOCUMENT_AREAS[case.which]
    given = next((area for area in _values(case, areas.given) if area is not None), None)
    if given is None or not areas.less:
        return given
    return round(given - sum(area or 0.0 for area in _values(case, areas.less)), 4)


def _values(case: Case, attributes: Iterable[str]) -> list[Optional[float]]:
    return [getattr(case, attribute) for attribute in attributes]


def freezes(event: Event) -> bool:
    """Whether an event in force says the area that entered the base; its state may be left unsaid."""
    baseline = event.kind is EventKind.BASELINE and event.field == STATE_FIELD
    return baseline and event.transition != SETTLED and event.area_ha is not None


def says_state(event: Event) -> bool:
    """Whether an event entered or moved a case; a baseline may freeze the area alone."""
    return event.field == STATE_FIELD and event.value != ""


def base_ha(frozen_ha: float | None, documented: float | None, surveyed_m2: float | None) -> float:
    """The area of the base in hectares: as it was frozen, else as the documents say, else as it was surveyed (m²).

    Documents that give away more than there is leave nothing, not less than nothing (a check names them).
    """
    if frozen_ha is not None:
        return frozen_ha
    return max(documented, 0.0) if documented is not None else float(hectares(surveyed_m2 or 0.0))
