"""F04: every line, row and cell of an import that did not become data (contracts: never silence, never a guess)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..rule import Need
from ..subject import Subject

NEEDS = (Need.JOURNAL,)
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
            }
            message = Message("line_not_taken", "{file} {sheet}, line {line}: {reason}", values)
            yield Finding((), message, REMEDY)
