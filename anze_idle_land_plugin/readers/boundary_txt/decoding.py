"""Bytes to text: BOM, strict UTF-8, UTF-16 by its zero bytes, then GB18030. The encoding is decided on evidence."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass

from ...model.messages import CampaignError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class UndecodableFile(CampaignError):
    sentence = "{file} is no text in {encoding}; give the right encoding, or ask the surveyor for the file again"


@dataclass
class Decoded:
    """A file's text, the encoding it was read with, and what identifies the bytes it was made from."""

    text: str
    encoding: str
    sha256: str
    size: int

    def hand_over(self) -> str:
        """The text, which is then held here no longer: a large file must not stand in memory beside its parcels."""
        text, self.text = self.text, ""
        return text


def decode(data: bytes, file: str, forced: str = "") -> Decoded:
    """The text of a file and the encoding it was read with. ``forced`` overrides the evidence."""
    for encoding in [forced] if forced else _candidates(data):
        try:
            text = data.decode(encoding).lstrip("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
        return Decoded(text, encoding, hashlib.sha256(data).hexdigest(), len(data))
    raise UndecodableFile(file=file, encoding=forced or "UTF-8, UTF-16, GB18030")


def _candidates(data: bytes) -> list[str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return [encoding]
    sample = data[:4096]
    if sample.count(0) > len(sample) // 8:
        return ["utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"]
    return ["utf-8", "gb18030"]
