"""Survey files with something wrong: bytes, lines, fields and numbers changed at random but repeatably."""

from __future__ import annotations

import random
import re
from typing import Callable, Iterator, Sequence

TOKENS = (
    *("", "@", "，", "X", "-1", "0", "1e9", "nan", "inf", "1_0", "J1", "37", "面", "37611000.000", "4001060.000"),
    *(
        "...",
        "[地块坐标]",
        "[属性描述]",
        "【备注",
        "】",
        "{",
        "\u3000",
        "\t",
        "４００１０６０",
        "9" * 40,
        "\x00",
        "带号=38",
    ),
)
Mutation = Callable[[random.Random, bytes], bytes]


def mutated(data: bytes, dice: random.Random) -> bytes:
    """One to four changes of any kind."""
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        data = dice.choice(MUTATIONS)(dice, data)
    return data


def cases(samples: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """The same files every time."""
    dice = random.Random(seed)
    for number in range(count):
        yield mutated(samples[number % len(samples)], dice)


def _bytes(dice: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(changed) + 1)
        kind = dice.randrange(3)
        if kind == 0:
            changed[place : place + 1] = bytes([dice.randrange(256)])
        elif kind == 1:
            del changed[place : place + dice.randint(1, 40)]
        else:
            changed[place:place] = changed[: dice.randint(1, 60)]
    return bytes(changed)


def _lines(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(5)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(other, lines[one])
    elif kind == 2:
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == 3:
        lines[one : one + 2] = [b"".join(lines[one : one + 2])]
    else:
        lines[one:other] = []
    return b"\n".join(lines)


def _fields(dice: random.Random, data: bytes) -> bytes:
    fields = data.split(b",")
    place = dice.randrange(len(fields))
    token = dice.choice(TOKENS).encode(dice.choice(("utf-8", "gb18030")))
    kind = dice.randrange(3)
    if kind == 0:
        fields[place] = token
    elif kind == 1:
        fields.insert(place, token)
    else:
        del fields[place]
    return b",".join(fields)


def _numbers(dice: random.Random, data: bytes) -> bytes:
    found = list(re.finditer(rb"\d+(\.\d+)?", data))
    if not found:
        return data
    one = dice.choice(found)
    text = one.group()
    choices = (b"-" + text, text + b"0", text[:-1], text + b".5", text.replace(b".", b""), b"3" + text, text + b"e3")
    return data[: one.start()] + dice.choice(choices) + data[one.end() :]


def _encoding(dice: random.Random, data: bytes) -> bytes:
    text = data.decode("gb18030", "replace")
    return text.encode(dice.choice(("utf-8", "utf-8-sig", "utf-16", "gb18030")), "replace")


MUTATIONS: tuple[Mutation, ...] = (_bytes, _lines, _fields, _fields, _numbers, _numbers, _encoding)
