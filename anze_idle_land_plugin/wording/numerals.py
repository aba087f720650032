"""Ordinals and the capital numerals of cheques, as Chinese documents write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ..catalogue.placeholders import in_chinese

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def ordinal(number: int) -> str:
    """一、二 ... 十、十一 ... 九十九."""
    return in_chinese(number)


def money_in_words(amount_wan: float) -> str:
    """A sum in 万元 in the capital numerals of cheques: 240 is 贰佰肆拾万元整."""
    fen = int((Decimal(repr(amount_wan)) * 1_000_000).to_integral_value(ROUND_HALF_UP))
    yuan, cents = divmod(fen, 100)
    jiao, rest = divmod(cents, 10)
    words = f"{_whole(yuan)}元" if yuan else ""
    if not cents:
        return f"{words or '零元'}整"
    words += f"{_DIGITS[jiao]}角" if jiao else "零" if yuan else ""
    return f"{words}{_DIGITS[rest]}分" if rest else f"{words}整"


def _whole(number: int) -> str:
    """A whole number in groups of four digits; zeros between are said once."""
    groups = []
    while number:
        number, group = divmod(number, 10000)
        groups.append(group)
    words, gap = "", False
    for position in range(len(groups) - 1, -1, -1):
        group = groups[position]
        if not group:
            gap = bool(words)
            continue
        if words and (gap or group < 1000):
            words += "零"
        words, gap = words + _group(group) + _GROUPS[position], False
    return words


def _group(group: int) -> str:
    words, gap = "", False
    for position in (3, 2, 1, 0):
        digit = group // 10**position % 10
        if not digit:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _DIGITS[digit] + _UNITS[position]
        gap = False
    return words
