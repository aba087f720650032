"""Which unit of a campaign a name means: the county, a town or the zone; by code, name, alias or short name."""

from __future__ import annotations

import re
import unicodedata
from typing import Callable, Sequence

from .tasks import Unit

COUNTY_WORDS = ("县本级", "全县", "县级", "县合计", "本县", "全区", "全市", "合计", "总计", "小计")
"""Words tables use for the county as a whole; the last three are sums where the county has a row of its own."""
SUMS = ("合计", "总计", "小计", "县合计")
_OFFICE = re.compile(r"(人民政府|管理委员会|管委会|政府)$")
_KIND = re.compile(r"(镇|乡|街道办事处|街道)$")
_COUNTY_KIND = re.compile(r"(县|市|区|旗)$")
_IS_ZONE = re.compile(r"(开发区|经开区|高新区|园区|示范区)$")
_ANY_ZONE = re.compile(r"(县|市|省级|国家级)*(经济|高新|技术|产业|工业)*(开发区|经开区|高新区|园区|示范区)$")
"""A name that is nobody's own: any zone may be called so in its county."""
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """A name without blanks, full-width forms and the office behind it; a code without the zeros that fill it up."""
    name = _OFFICE.sub("", _BLANKS.sub("", unicodedata.normalize("NFKC", text)))
    while name.isdigit() and len(name) in (9, 12) and name.endswith("000"):
        name = name[:-3]
    return name


def is_sum(text: str) -> bool:
    return plain(text) in SUMS


def called_by(text: str, units: Sequence[Unit], county: Sequence[str]) -> str | None:
    """The name of the unit a text means, the county's being the last of ``county``; None when none or several fit.

    ``county`` are the code and the name of the county. A zone is also meant by any name of a zone when the campaign
    has only one.
    """
    wanted = plain(text)
    if not wanted:
        return None
    if wanted in (*map(plain, county), *COUNTY_WORDS):
        return county[-1]
    for comparable in (lambda name: name, _without_kind):
        mine = _without_county(comparable(wanted), county)
        fitting = [unit.name for unit in units if mine in _names(unit, county, comparable)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    zones = [unit.name for unit in units if _IS_ZONE.search(unit.name)]
    return zones[0] if len(zones) == 1 and _ANY_ZONE.fullmatch(_without_county(wanted, county)) else None


def _names(unit: Unit, county: Sequence[str], comparable: Callable[[str], str]) -> set[str]:
    return {_without_county(comparable(plain(name)), county) for name in unit.called}


def _without_kind(name: str) -> str:
    return _KIND.sub("", name)


def _without_county(name: str, county: Sequence[str]) -> str:
    """府城镇 for 安泽县府城镇; a name that is nothing else, and a code, stay."""
    short = _KIND.sub("", name)
    own = [each for each in county if each and not each.isdigit()]
    shorter = [stem for each in own if len(stem := _COUNTY_KIND.sub("", each)) > 1]
    fitting = (each for each in (*own, *shorter) if name.startswith(each) and len(short) > len(each))
    return next((name[len(each) :] for each in fitting), name)
