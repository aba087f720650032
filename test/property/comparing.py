"""Every telling against the truth on a day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Callable, Iterator, Mapping

from property.board_page import board, board_figures
from property.figures_told import course_rate, dock_figures, expected_figures, progress
from property.look import Figured, Look, Told, expected, ha
from property.papers import ledger_as_written, lists_as_written, period, three_lists, wall_map, work_ledger
from property.tellings import dock, dossiers, earlier_day, layer, one_pass, replay
from property.totals import Truth

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.database import CampaignFile

PARCELS: Mapping[str, Callable[[Look], Told]] = {
    "dossiers": dossiers,
    "earlier day of a later snapshot": earlier_day,
    "dock": dock,
    "map layer": layer,
    "replay": replay,
    "states in one pass": one_pass,
    "html board": board,
    "three lists": three_lists,
    "ledger": work_ledger,
}
WRITTEN: Mapping[str, Callable[[Look], Told]] = {
    "three lists as written": lists_as_written,
    "ledger as written": ledger_as_written,
}
OFFICE = (*WRITTEN, "report of a week", "report of two months")
"""What takes a while to write: one of them on a day is asked."""


FIGURES: Mapping[str, Callable[[Look], Figured]] = {
    "anze:progress": progress,
    "dock": dock_figures,
    "html board": board_figures,
}


def disagreements(look: Look, paper: str = "") -> Iterator[str]:
    """Where readers say something else than the truth on a day, a line each; ``paper`` is one of OFFICE to ask, too."""
    for name, reader in {**PARCELS, **{name: each for name, each in WRITTEN.items() if name == paper}}.items():
        yield from _of_parcels(name, reader(look), look)
    if paper.startswith("report"):
        told, wanted = period(look, look.day - timedelta(days=7 if "week" in paper else 61))
        if told != wanted:
            yield f"{look.day} {paper}: {told}, truth {wanted}"
    yield from _of_figures(look)
    texts, asked = wall_map(look)
    missing = Counter(asked) - Counter(texts)
    if missing:
        yield f"{look.day} wall map lacks {dict(missing)}; it says {texts}"


def _of_figures(look: Look) -> Iterator[str]:
    wanted = expected_figures(look.truth, look.day)
    for name, figured in FIGURES.items():
        told = figured(look)
        for what in sorted({*told, *wanted}):
            if told.get(what) != wanted.get(what):
                yield f"{look.day} {name}, {what}: {told.get(what)}, truth {wanted.get(what)}"
    if look.day >= look.latest.campaign.starts_on:
        rate = look.truth.total(look.day).done_rate
        if round(course_rate(look), 9) != round(rate, 9):
            yield f"{look.day} curve {course_rate(look)}, truth {rate}"


def _of_parcels(name: str, told: Told, look: Look) -> Iterator[str]:
    there = {key: expected(stand, key[0]) for key, stand in look.stands.items()}
    if told.keys() != there.keys():
        yield f"{look.day} {name} shows {sorted(told)}, there are {sorted(there)}"
    for key in told.keys() & there.keys():
        wrong = {what: (said, there[key][what]) for what, said in told[key].items() if said != there[key][what]}
        if wrong:
            yield f"{look.day} {name}, {key[1]}: (said, truth) {wrong}"


def columns(path: Path, truth: Truth) -> Iterator[str]:
    """The parcel tables show the present: state, area done, confirmation and end of every parcel with a history."""
    for which in ListKind:
        with CampaignFile.open(path) as file:
            rows = file.rows(f"SELECT * FROM {which.table}")
        for row in rows:
            key = which.value, str(row.values[catalogue.code_field(which)])
            land = truth.lands[key]
            if not land.deeds:
                continue
            stand = land.on(date.max, truth.year)
            told = [row.values["ZT"], ha(row.values["WCMJ"]), row.values["XTQR"], row.values["XHBZ"]]
            flags = ["Y" if flag else "N" for flag in (stand.confirmed, stand.closed)]
            wanted = [stand.state, ha(stand.done), *flags]
            if told != wanted:
                yield f"columns of {key[1]}: {told}, truth {wanted}"
