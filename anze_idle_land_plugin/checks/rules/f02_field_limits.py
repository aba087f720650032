"""F02: what is exported fits dBASE: names of 10 ASCII characters, texts of the width of their field in bytes."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...catalogue import land_use
from ...model.messages import Message
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("shorten_text", "Shorten the text; the exchange file would cut it")
_LONGEST_NAME = 10
_LONGEST_TEXT = 254


def find(subject: Subject) -> Iterator[Finding]:
    encoding = subject.standard.words("export_encoding")[0]
    for number, dossier in enumerate(subject.parcels):
        for field in catalogue.case_fields(dossier.which):
            text = ledger.value(dossier.case, field.attribute)
            if field.type != "C" or not isinstance(text, str):
                continue
            if field.code_list == land_use.CODE_LIST:
                text = land_use.code_of(text)  # exchange files get the code alone
            size, room = len(text.encode(encoding, "replace")), min(field.length, _LONGEST_TEXT)
            if size > room:
                label = ledger.label(dossier.which, field.attribute)
                values = {"code": dossier.code, "field": label, "size": size, "room": room, "encoding": encoding}
                sentence = "Parcel {code}: {field} takes {size} bytes in {encoding}, the field has {room}"
                yield subject.about(
                    number, Message("text_too_long", sentence, values), REMEDY, Figure(size, "bytes", 0)
                )
    for name in sorted({field.code for dossier in subject.parcels for field in catalogue.case_fields(dossier.which)}):
        if len(name) > _LONGEST_NAME or not name.isascii():
            message = Message("field_name", "Field name {name} is longer than 10 ASCII characters", {"name": name})
            yield Finding((), message, REMEDY)
