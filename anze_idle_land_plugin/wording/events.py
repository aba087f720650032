"""What an event of a parcel says, in Chinese: what happened, and what it led to."""

from __future__ import annotations

from .. import catalogue
from ..model.kinds import ListKind
from ..model.standing.base import says_state
from ..model.standing.events import STATE_FIELD, Event, EventKind
from .amounts import hectares_zh


def event_zh(which: ListKind, event: Event) -> tuple[str, str]:
    """The step or the fact by its name, and the state or the value it led to."""
    if event.kind is EventKind.CONFIRM:
        return "系统确认", "已确认"
    if event.field == STATE_FIELD and not says_state(event):
        return "底数冻结", hectares_zh(event.area_ha or 0.0)
    if event.field == STATE_FIELD:
        return catalogue.workflow(which).name_of(event), state_zh(which, event.value)
    field = catalogue.field_by_code(which).get(event.field)
    return (field.name_zh if field else event.field), value_zh(which, event.field, event.value)


def state_zh(which: ListKind, code: str) -> str:
    """A state by its name; a code the machine does not know as it is."""
    states = catalogue.workflow(which).states
    return states[code].name if code in states else code


def value_zh(which: ListKind, field_code: str, value: str) -> str:
    """A value that an event carries, codes by their names."""
    field = catalogue.field_by_code(which).get(field_code)
    return catalogue.name_of(which, field.attribute, value) if field is not None else value
