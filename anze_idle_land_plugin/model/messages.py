"""Sentences for people: an English template and the values that fill it, translated only where they are shown.

The pure rooms know no Qt, so nothing here translates. ``tools/update_translations.py`` collects every
``sentence = "..."`` class attribute and every ``Message("code", "sentence", ...)`` literal for the translators.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, ClassVar, Mapping

Translate = Callable[[str], str]


def as_written(sentence: str) -> str:
    """The translation used where nobody translates: the English template itself."""
    return sentence


@dataclass(frozen=True)
class Message:
    """One sentence for a person. ``code`` is stable and goes into files; ``sentence`` is the English template."""

    code: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, translate: Translate = as_written) -> str:
        """The sentence in the reader's language. Messages among the values, also several, are translated as well."""
        filled = {key: _said(value, translate) for key, value in self.values.items()}
        return translate(self.sentence).format(**filled)


def _said(value: object, translate: Translate) -> object:
    if isinstance(value, Message):
        return value.text(translate)
    if isinstance(value, tuple):
        return "\n".join(str(_said(each, translate)) for each in value)
    return value


class CampaignError(Exception):
    """What stops a job, in one sentence that names the file, the parcel or the line, and the way out.

    Subclasses set ``sentence``; the values are given by keyword. Only the base algorithm and the dock catch it.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.message = Message(type(self).__name__, self.sentence, values)
        super().__init__(self.message.text() if self.sentence else "")

    def text(self, translate: Translate = as_written) -> str:
        """The sentence in the reader's language."""
        return self.message.text(translate)


@dataclass(frozen=True)
class Reject:
    """One line or row of an input that did not become data: where it stands, what it says, and why it was left out."""

    file: str
    line: int | None
    text: str
    message: Message
    sheet: str = ""


@dataclass
class Notes:
    """Warnings collected on the way and shown once at the end."""

    messages: list[Message] = field(default_factory=list)

    def add(self, code: str, sentence: str, **values: object) -> None:
        self.messages.append(Message(code, sentence, values))
