"""Bytes to text: BOM, strict UTF-8, UTF-16 by its zero bytes, then GB18030. The encoding is decided on evidence."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass

from ...model.messages import CampaignError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class UndecodableFile(CampaignError):
    sentence = "{file} is no text in {encoding}; give the right encoding, or ask the surveyor for the file again"


UNDECODABLE = "\udcff"
"""Stands in a text for bytes that are no character of its encoding; no strict decoding ever gives it."""
_LOOK = 1 << 15
_MOST_BROKEN = {"utf-8": 1.0, "utf-8-sig": 1.0}
_MOST_BROKEN_ELSE = 0.1
"""Around a byte that cannot be decoded there may be so many for each Chinese character, else the encoding is wrong.

GBK taken for UTF-8 hardly ever shows a Chinese character; UTF-8 taken for GBK shows many, and few broken bytes."""
_FIRST_CHINESE = "\u0800"
"""What takes three bytes in UTF-8; two of GBK may by chance look like what takes two."""


@dataclass
class Decoded:
    """A file's text, the encoding it was read with, and what identifies the bytes it was made from.

    ``broken`` says that the text holds ``UNDECODABLE`` marks: the lines they stand in cannot be believed.
    """

    text: str
    encoding: str
    sha256: str
    size: int
    broken: bool = False

    def hand_over(self) -> str:
        """The text, which is then held here no longer: a large file must not stand in memory beside its parcels."""
        text, self.text = self.text, ""
        return text


def decode(data: bytes, file: str, forced: str = "") -> Decoded:
    """The text of a file and the encoding it was read with. ``forced`` overrides the evidence.

    A few bytes that are no characters cost only the lines they stand in. Raises UndecodableFile.
    """
    candidates = [forced] if forced else _candidates(data)
    for fewest, encoding in ((fewest, encoding) for fewest in (0, 1) for encoding in candidates):
        try:
            text, broken = _text(data, encoding, fewest)
        except (UnicodeDecodeError, LookupError):
            continue
        return Decoded(text.lstrip("\ufeff"), encoding, hashlib.sha256(data).hexdigest(), len(data), broken)
    raise UndecodableFile(file=file, encoding=forced or "UTF-8, UTF-16, GB18030")


def shown(text: str) -> str:
    """A text with the sign that people know for what cannot be decoded."""
    return text.replace(UNDECODABLE, "\ufffd")


def _text(data: bytes, encoding: str, fewest: int) -> tuple[str, bool]:
    """The text, and whether bytes in it are marked. Raises UnicodeDecodeError where the encoding is a wrong one.

    ``fewest`` is how many marks are believed even where no other character speaks for the encoding.
    """
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError as error:
        around = _lines_around(data, error.start).decode(encoding, _MARKED)
        broken = around.count(UNDECODABLE)
        chinese = sum(character >= _FIRST_CHINESE for character in around) - broken
        if broken > max(fewest, chinese * _MOST_BROKEN.get(encoding, _MOST_BROKEN_ELSE)):
            raise
    return data.decode(encoding, _MARKED), True


def _lines_around(data: bytes, place: int) -> bytes:
    """The bytes about a place, cut where lines end, so that no character is halved."""
    first, last = max(0, place - _LOOK), min(len(data), place + _LOOK)
    begin = data.find(b"\n", first, place) + 1 if first else 0
    end = data.rfind(b"\n", place, last) if last < len(data) else last
    return data[begin or first : end if end > place else last]


def _marked(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return UNDECODABLE, error.end


_MARKED = "mark_undecodable"
codecs.register_error(_MARKED, _marked)


def _candidates(data: bytes) -> list[str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return [encoding]
    sample = data[:4096].rstrip(b"\0")  # a broken copy may end in zeros
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd > len(sample) // 8 and min(even, odd) * 4 < max(even, odd):
        return ["utf-16-le" if odd >= even else "utf-16-be"]
    return ["utf-8", "gb18030"]
