"""One cell of a ledger into the typed value of its field. What cannot be typed says why; nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, Mapping

from ... import catalogue
from ...catalogue import Field, Value, land_use
from ...catalogue.fields import SUFFIX
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.rounding import exceeds
from ...model.standing.settling import AREA_STEP_HA
from ...model.units import NO_UNITS, Units
from ..boundary_txt.decoding import shown
from .headers import SEVERAL_UNITS, UNITS
from .sheets import FIRST_DATE, FormulaWithoutValue

PLACEHOLDERS = {"", "nah", "无", "/", "//", "\\", "—", "——", "-", "--", "–", "null", "none", "n/a", "nan", "暂无"}
"""What stands for nothing, in lower case, as real ledgers write it."""
NO_DATES = {date(1900, 1, 1), date(1901, 1, 2)}
TO_FIELD_UNIT: Mapping[tuple[str, str], Decimal] = {
    ("平方米", "公顷"): Decimal("0.0001"),
    ("亩", "公顷"): Decimal(1) / Decimal(15),
    ("公顷", "平方米"): Decimal(10000),
    ("亩", "平方米"): Decimal(10000) / Decimal(15),
    ("元", "万元"): Decimal("0.0001"),
}
_DAY = re.compile(
    r"(\d{4})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*[日号]?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\.0)?")
_SERIAL = re.compile(r"([2-5]\d{4})(?:\.\d+)?")
_MONTH = re.compile(r"\d{4}\s*[年./\-]\s*\d{1,2}\s*月?|(?:19|20)\d{2}(?:0[1-9]|1[0-2])|(?:19|20)\d{2}\s*年?度?")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OWN_UNITS = sorted((unicodedata.normalize("NFKC", unit) for unit in UNITS if unit != "㎡"), key=len, reverse=True)
"""Units that may stand behind a number, the longer ones first: 万元 ends in 元, hm2 in m2."""
_CODE_AND_NAME = re.compile(r"([A-Z]{0,2}\d{1,4})[\s\-:.、_]*(.*)")
DETAILS = {"reason": "reason_detail", "measure": "measure_plan"}
"""The attribute that keeps the words of a cell whose code stays open."""
_BRACKETS = re.compile(r"[(（].*?[)）]")
_YES_NO = {
    "y": "Y",
    "是": "Y",
    "有": "Y",
    "1": "Y",
    "√": "Y",
    "已": "Y",
    "n": "N",
    "否": "N",
    "无": "N",
    "0": "N",
    "×": "N",
}
_SPELLINGS = {
    "supply_mode_gyfs": {
        "招标": "21",
        "拍卖": "22",
        "挂牌": "23",
        "协议": "24",
        "行政划拨": "10",
        "作价出资": "40",
        "作价入股": "40",
    }
}
"""Short names that leave no doubt. 招拍挂出让 names three ways and stays untyped."""


def units_of(field: Field) -> tuple[str, ...]:
    """The units a column of the field may be written in, its own first; none for what is no quantity.

    The unit of a land use is the standard of its codes; "" where every cell says it by itself.
    """
    if field.code_list == land_use.CODE_LIST:
        return ("", *land_use.systems())
    others = [written for written, own in TO_FIELD_UNIT if own == field.unit]
    return (field.unit, *others) if field.type == "N" and others else ()


@dataclass(frozen=True)
class Rounded:
    """An area as it was written, in hectares and not rounded again, with ``half`` of its last digit.

    45.19 亩 is 3.01266… ± 0.00033 ha, and agrees with every exact area in between.
    """

    area_ha: float
    half: float

    def agrees(self, exact_ha: float, half: float = 0.0) -> bool:
        """Whether an area, exact to ``half`` hectares, may have been written so."""
        return not exceeds(abs(self.area_ha - exact_ha), self.half + half)

    @property
    def coarse(self) -> bool:
        """Whether it says less than hectares with four decimals do."""
        return exceeds(self.half, AREA_STEP_HA / 2)


@dataclass(frozen=True)
class Typed:
    """The value of a cell. ``problem`` says why it stayed empty; ``note`` what was read into it.

    ``rounded`` is an area as it was written, ``opinion`` the plan's word for what to do where its code stays open.
    """

    value: Value = None
    problem: Message | None = None
    note: Message | None = None
    rounded: Rounded | None = None
    opinion: str = ""


def text_of(raw: Any) -> str:
    """A cell as text: whole numbers without .0, days in ISO, no-break spaces and line breaks as one blank."""
    if raw is None:
        return ""
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time() else raw.isoformat(" ")
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return re.sub(r"\s+", " ", shown(str(raw)).replace("\u00a0", " ").replace("\u200b", "")).strip()


def typed(
    which: ListKind, field: Field, unit: str, raw: Any, epoch: datetime = FIRST_DATE, known: Units = NO_UNITS
) -> Typed:
    """The typed value of a cell in the field's unit; ``unit`` is what the head says (empty: the field's own).

    ``known`` are the campaign's towns; where it names none, any town is taken as written.
    """
    text = text_of(raw)
    if isinstance(raw, FormulaWithoutValue):
        return _problem(
            "formula_without_value", "the formula was never computed; open the ledger, save it and read again"
        )
    if text.startswith("#") and text.rstrip("!?").isascii():
        return _problem("cell_error", "the spreadsheet could not compute it; mend the cell")
    if field.code_list == "Y/N" and text.lower() in _YES_NO:
        return Typed(_YES_NO[text.lower()])
    if text.lower() in PLACEHOLDERS:
        return Typed()
    if field.type == "D":
        return _typed_date(raw, text, epoch)
    if field.type == "N":
        return _typed_number(field, unit, text)
    if isinstance(raw, (int, float)) and not isinstance(raw, bool) and abs(raw) >= 1e15:
        return _problem("digits_lost", "a number this long has lost digits in the spreadsheet; enter it as text")
    if field.attribute == "town_name":
        return _typed_town(text, known)
    if field.code_list == land_use.CODE_LIST:
        return _typed_land_use(which, field, unit, text)
    return _typed_text(which, field, text, known)


def _problem(code: str, reason: str, **values: object) -> Typed:
    return Typed(problem=Message(code, reason, values))


def _typed_date(raw: Any, text: str, epoch: datetime) -> Typed:
    if isinstance(raw, time):
        return Typed()
    if isinstance(raw, datetime):
        return _day(raw.date())
    if isinstance(raw, date):
        return _day(raw)
    plain = unicodedata.normalize("NFKC", text)
    if plain in ("0", "1", "2"):
        return Typed()
    written = _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if written:
        try:
            return _day(date(*(int(part) for part in written.groups()[:3])))
        except ValueError:
            return _problem("no_such_day", "there is no such day; correct the cell")
    serial = _SERIAL.fullmatch(plain)
    if serial:
        return _day((epoch + timedelta(days=int(serial.group(1)))).date())
    if _MONTH.fullmatch(plain):
        return _problem("day_missing", "only a month or a year is given; enter the full day")
    return _problem("not_a_date", "it is no date; enter it as 2023-06-09")


def _day(day: date) -> Typed:
    return Typed(None if day in NO_DATES else day)


def _typed_number(field: Field, unit: str, text: str) -> Typed:
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    own = next((name for name in _OWN_UNITS if plain.lower().endswith(name)), "")
    if own:
        plain, unit = plain[: -len(own)], UNITS[own]
    if not own and unit == SEVERAL_UNITS:
        return _problem("unit_unclear", "the column head names two units; give each its own column")
    if field.unit == "年" and plain.endswith("年"):
        plain = plain[:-1]
    if _THOUSANDS.fullmatch(plain):  # any other comma may be a decimal one
        plain = plain.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        return _problem("not_a_number", "it is no number; enter digits only")
    factor = Decimal(1) if unit in ("", field.unit) else TO_FIELD_UNIT.get((unit, field.unit))
    if factor is None:
        return _problem(
            "wrong_unit", "{unit} is no unit of {field}; correct the column head", unit=unit, field=field.label_zh
        )
    try:
        written = Decimal(plain)
        number = (written * factor).quantize(Decimal(1).scaleb(-field.decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return _problem("not_a_number", "it is no number; enter digits only")
    if number < 0:
        return _problem("negative", "it is below zero; correct the cell")
    if field.attribute == "price_wan" and number == 0:
        return Typed()  # 0.0000 stands for 划拨 and for "not given" alike
    rounded = _rounded(written, factor) if field.unit == "公顷" else None
    return Typed(float(number) if field.decimals else int(number), rounded=rounded)


def _rounded(written: Decimal, factor: Decimal) -> Rounded:
    last_digit = Decimal(1).scaleb(min(int(written.as_tuple().exponent), 0))
    return Rounded(float(written * factor), float(last_digit * factor / 2))


def _typed_town(text: str, known: Units) -> Typed:
    town = known.town(text)
    if town is not None and town.name != text:
        note = Message("old_town_name", "{old} is called {present} now", {"old": text, "present": town.name})
        return Typed(town.name, note=note)
    if town is not None or not known.towns:
        return Typed(text)
    return _problem("unknown_town", "there is no such town in the county; correct the cell")


def _typed_land_use(which: ListKind, field: Field, told: str, text: str) -> Typed:
    """A class with its standard, ``told`` being what the head says of it; what may mean two classes stays open."""
    meant = land_use.find(text, land_use.own_system(which, field.code), told)
    if meant.use is not None:
        return Typed(str(meant.use), note=_padded(text, meant.use.code) if meant.padded else None)
    choices = "、".join(map(land_use.label, meant.choices)) or "-"
    if text.isdigit() and meant.choices:
        sentence = "the code means different land uses in different standards; write the name, or one of: {codes}"
        return _problem("code_of_two_standards", sentence, codes=choices)
    sentence = "it is no code or name of {field}; use one of: {codes}"
    return _problem("unknown_code", sentence, field=field.name_zh, codes=choices)


def _padded(given: str, code: str) -> Message:
    sentence = "{given} was read as code {code}: the spreadsheet took the leading zero off"
    return Message("code_padded", sentence, {"given": given, "code": code})


def codes_of(field: Field, known: Units = NO_UNITS) -> Mapping[str, str]:
    """The codes a cell of the field must be of, with their names; empty where any text will do."""
    if field.attribute == "town_code":
        return {town.code9: town.name for town in known.towns if town.code9}
    return catalogue.code_names(field)


def _typed_text(which: ListKind, field: Field, text: str, known: Units) -> Typed:
    codes = codes_of(field, known)
    if not codes:
        return Typed(text)
    found = _code(which, field, codes, text)
    if found is None and field.attribute == "measure" and _of_principle(which, text):
        choices = "、".join(f"{code} {codes[code]}" for code in _of_principle(which, text))
        sentence = "{opinion} may be any of: {codes}; it is kept as the opinion, choose the code"
        problem = Message("code_of_opinion", sentence, {"opinion": _plain(text), "codes": choices})
        return Typed(problem=problem, opinion=_plain(text))
    if found is not None:
        padded = text.isdigit() and found != text and found.lstrip("0") == text.lstrip("0")
        return Typed(found, note=_padded(text, found) if padded else None)
    if field.code in ("PCLX", "XZQDM"):
        return Typed(text)
    return _problem(
        "unknown_code",
        "it is no code or name of {field}; use one of: {codes}",
        field=field.name_zh,
        codes=_hint(codes, text),
    )


def _hint(codes: Mapping[str, str], text: str) -> str:
    """The codes a person can choose from: whose names share words with the text, of a short table else all."""
    near = {name for name in codes.values() if any(pair in name for pair in map("".join, zip(text, text[1:])))}
    if len(codes) > 30:
        near = set(get_close_matches(text, codes.values(), n=5, cutoff=0.4))
    elif not near:
        near = set(codes.values())
    return "、".join(f"{code} {name}".strip() for code, name in codes.items() if name in near) or "-"


def _plain(name: str) -> str:
    return re.sub(r"[\s()（）:：、,，/]+", "", unicodedata.normalize("NFKC", name))


def _code(which: ListKind, field: Field, codes: Mapping[str, str], text: str) -> str | None:
    """The code a text means: a code, a name, both, or a short name that leaves no doubt."""
    upper = unicodedata.normalize("NFKC", text).upper()
    if upper in codes:
        return upper
    spelt = _SPELLINGS.get(field.code_list, {}).get(text)
    if spelt:
        return spelt
    named = [code for code, name in codes.items() if name and _plain(name) == _plain(text)]
    if not named and field.attribute in DETAILS:
        named = [code for code, name in codes.items() if name and _plain(_BRACKETS.sub("", name)) == _plain(text)]
        named = named if len(named) == 1 else []
    if named:
        return named[0]
    both = _CODE_AND_NAME.fullmatch(upper)
    if both and both.group(2) and both.group(1) in codes:
        return both.group(1) if _plain(codes[both.group(1)]).upper() == _plain(both.group(2)) else None
    lengths = {len(code) for code in codes}
    if upper.isdigit() and len(lengths) == 1 and upper.zfill(max(lengths)) in codes:
        return upper.zfill(max(lengths))
    if field.attribute == "measure":
        principle = _of_principle(which, text)
        return principle[0] if len(principle) == 1 else None
    return None


def _of_principle(which: ListKind, text: str) -> list[str]:
    """The measure codes that carry out one of the plan's principles (应供则供)."""
    rows = catalogue.table(f"disposal_{SUFFIX[which]}")
    return [row["code"] for row in rows if row["principle"] and row["principle"] == _plain(text)]
