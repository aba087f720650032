"""The ways a case goes through its machine, by measure code: transition codes of transitions_*.csv."""

from __future__ import annotations

from typing import Mapping, Tuple

from anze_idle_land_plugin.model.kinds import ListKind

Path = Tuple[str, ...]

_SUPPLY = ("TP09", "TP10", "TP11")
_RECOGNISE = ("TX05", "TX06", "TX08", "TX09", "TX35")

UNSUPPLIED: Mapping[str, Path] = {
    "01": ("TP05", "TP06", "TP22", *_SUPPLY),
    "02": ("TP15", "TP17", "TP18"),
    "03": ("TP07", "TP08", *_SUPPLY),
    "04": ("TP20", "TP21", *_SUPPLY),
    "05": ("TP25", "TP21", *_SUPPLY),
    "06": ("TP04", "TP14", "TP10", "TP11"),
    "07": ("TP08", *_SUPPLY),
}
IDLE: Mapping[str, Path] = {
    "11": (*_RECOGNISE, "TX11", "TX12", "TX13", "TX14", "TX32"),
    "14": (*_RECOGNISE, "TX11", "TX12", "TX16", "TX31"),
    "15": (*_RECOGNISE, "TX11", "TX12", "TX13", "TX51"),
    "21": (*_RECOGNISE, "TX17", "TX18", "TX19", "TX20", "TX32"),
    "22": (*_RECOGNISE, "TX22", "TX23", "TX24", "TX30"),
    "31": (*_RECOGNISE, "TX45", "TX32"),
    "32": ("TX43", "TX32"),
    "41": ("TX05", "TX34"),
    "42": ("TX05", "TX06", "TX07"),
}
CLOSING = {"01": "TP12", "02": "TP19", "03": "TP12", "04": "TP12", "05": "TP12", "06": "TP12", "07": "TP12"}
IDLE_CLOSING = "TX33"
PARTIAL_STEP = "TP13"


def path_of(which: ListKind, measure: str) -> Path:
    return (UNSUPPLIED if which is ListKind.UNSUPPLIED else IDLE)[measure]


def closing_of(which: ListKind, measure: str) -> str:
    return CLOSING[measure] if which is ListKind.UNSUPPLIED else IDLE_CLOSING


MEASURES = {
    ListKind.UNSUPPLIED: (
        "03",
        "01",
        "03",
        "02",
        "03",
        "06",
        "01",
        "03",
        "04",
        "02",
        "03",
        "01",
        "07",
        "03",
        "05",
        "02",
        "03",
    ),
    ListKind.IDLE: (
        "31",
        "22",
        "21",
        "11",
        "31",
        "14",
        "22",
        "41",
        "21",
        "31",
        "11",
        "22",
        "15",
        "21",
        "31",
        "14",
        "32",
        "22",
        "42",
        "21",
    ),
}
"""The measures dealt out to the parcels of a list, over and over."""
