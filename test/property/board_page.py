"""What the html board tells: its own rules, run in a browser on the data it carries."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from property.look import EPOCH, Figured, Look, Told, ha, iso

from anze_idle_land_plugin import catalogue

IN_THE_PAGE = """(function (data, day) {
    ANZE.load(data);
    var all = ANZE.standsOn(day), filter = ANZE.noFilter(), found = {stands: {}, sums: {}};
    function sum(t) {
        return [t.parcels, t.area, t.doneParcels, t.done, t.confirmedParcels, t.confirmed, t.against, t.doneRate,
            t.confirmedRate];
    }
    function groups(key, names) {
        ANZE.groups(all, filter, key).forEach(function (g) { found.sums[key + " " + names[g.number]] = sum(g.tally); });
    }
    all.forEach(function (s) {
        found.stands[data.lists[s.list].id + " " + s.parcel.c] = {
            "state name": data.states[s.state], "status name": data.statuses[s.status].zh,
            category: data.categories[s.category].zh, department: data.departments[s.department],
            unit: data.units[s.unit], deadline: s.deadline,
            "in base": s.inBase, confirmed: s.confirmed, settled: s.settled, base: s.area, done: s.done
        };
    });
    found.sums.total = sum(ANZE.total(all, filter));
    data.lists.forEach(function (each, number) {
        var only = ANZE.noFilter();
        only.list = number;
        found.sums["list " + each.id] = sum(ANZE.total(ANZE.select(all, only), only));
    });
    groups("unit", data.units);
    groups("department", data.departments);
    groups("category", data.categories.map(function (each) { return each.zh; }));
    return found;
}(%s, %d))"""


def rules_page(folder: Path) -> Path:
    """A page with the rules of the html board and nothing else: data come in and figures go out."""
    page = folder / "rules.html"
    rules = (catalogue.RESOURCES / "board" / "rules.js").read_text(encoding="utf-8")
    page.write_text(f"<!DOCTYPE html><meta charset='utf-8'><script>{rules}</script>", encoding="utf-8")
    return page


def _in_the_page(look: Look) -> Any:
    return look.browser.run(IN_THE_PAGE % (look.board, (look.day - EPOCH).days))


def board(look: Look) -> Told:
    """The html board: what its own rules, run in a browser, say of the data it carries, by what is known at the end."""
    told = {}
    for name, stand in _in_the_page(look)["stands"].items():
        which, _, code = name.partition(" ")
        due = stand["deadline"]
        day = "" if due is None else iso(EPOCH + timedelta(days=due))
        told[which, code] = {**stand, "deadline": day, "base": ha(stand["base"]), "done": ha(stand["done"])}
    return told


def board_figures(look: Look) -> Figured:
    """The figures the board shows, as the browser adds them up."""
    return {
        name: (
            *(ha(number) if place in (1, 3, 5, 6) else number for place, number in enumerate(numbers[:7])),
            *(round(rate, 9) for rate in numbers[7:]),
        )
        for name, numbers in _in_the_page(look)["sums"].items()
    }
