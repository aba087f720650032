"""F04: every line, row and cell of an import that did not become data (contracts: never silence, never a guess)."""

from __future__ import annotations

from textwrap import shorten
from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..need import Need
from ..subject import Subject

NEEDS = (Need.JOURNAL,)
_MOST_TEXT = 80
"""Characters of a line that are enough to find it again."""
REMEDY = Message("correct_file", "Correct the file and import it again")


def find(subject: Subject) -> Iterator[Finding]:
    expected = subject.standard.words("expected_rejects")
    for reject in subject.journal.rejects if subject.journal else ():
        if reject.message.code not in expected:
            values = {
                "file": reject.file,
                "sheet": reject.sheet,
                "line": "-" if reject.line is None else reject.line,
                "reason": reject.message,
                "text": shorten(reject.text, _MOST_TEXT, placeholder="…"),
            }
            message = Message("line_not_taken", "{file} {sheet}, line {line}: {reason} ({text})", values)
            said = reject.message.text()
            yield Finding((), reject.message if said.startswith(reject.file) else message, REMEDY)
