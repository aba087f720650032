"""Every table, row and column of resources/codes is read by the product.

The tables are replaced by ones that note what is asked of them, while the product makes all its papers and reads what
offices bring. A cell counts as read when the product asks for it by the name of its column: copying a row, or walking
over it, reads nothing. Classes that rows are read into note their attributes as well, so that a column that only
fills an attribute nobody asks for is found too. Tables that are looked up by name are held against the names in the
sources. ``basis`` alone is for people: it says on whose word a row stands, and is never empty.
"""

from __future__ import annotations

import csv
import dataclasses
import re
import shutil
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, Iterator

import pytest
from campaigns_of_before import KEPT, unpacked
from every_output import Run, make_every_output
from openpyxl import Workbook

import anze_idle_land_plugin
from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.cartography.palette import severities
from anze_idle_land_plugin.catalogue import RESOURCES, tables
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

pytestmark = pytest.mark.timeout(900)
"""Everything is made before the first test."""

FOR_PEOPLE = "basis"
NAMED = {
    "policy_numbers": "name",
    "check_limits": "name",
    "geodesy_limits": "name",
    "guards": "guard",
    "clock_grounds": "id",
    "clock_consequences": "id",
    "notice_kinds": "kind",
    "step_owners": "actor",
    "print_fonts": "role",
    "check_colors": "severity",
    "place_styles": "role",
    "category_colors": "category",
    "status_lines": "status",
}
"""Tables whose rows are asked for by name: a row is read when its name stands in the sources or in another table."""


ROOMS = ("catalogue", "model", "readers", "checks", "cartography", "geodesy")
"""The rooms whose classes tables are read into; elsewhere a cell is only carried, as the code of a field is."""


def all_tables() -> dict[str, list[dict[str, str]]]:
    found = {}
    for file in sorted((RESOURCES / "codes").glob("*.csv")):
        with open(file, encoding="utf-8", newline="") as handle:
            found[file.stem] = list(csv.DictReader(handle))
    return found


CELLS: dict[int, str] = {}
"""The texts that came out of tables, by identity; kept, so that no other object takes their place."""


def own(text: str) -> str:
    """The text as an object of its own, known for a cell afterwards."""
    copy = "".join(list(text))
    if len(copy) > 1:  # Python shares empty texts and single characters
        CELLS[id(copy)] = copy
    return copy


class Row(dict):  # type: ignore[type-arg]
    """A row that notes which of its columns are asked for."""

    def __init__(self, row: dict[str, str], asked: set[str]) -> None:
        super().__init__({column: own(text) for column, text in row.items()})
        self.asked = asked

    def __getitem__(self, column: str) -> Any:
        self.asked.add(column)
        return super().__getitem__(column)

    def get(self, column: str, otherwise: Any = None) -> Any:
        self.asked.add(column)
        return super().get(column, otherwise)


class Watch:
    """What was asked of every row, and of the attributes of the classes that cells were put into."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, int], set[str]] = defaultdict(set)
        self.filled: dict[str, set[str]] = defaultdict(set)
        self.asked: dict[str, set[str]] = defaultdict(set)

    def table(self, name: str, rows: tuple[dict[str, str], ...]) -> tuple[Row, ...]:
        return tuple(Row(row, self.rows[name, number]) for number, row in enumerate(rows))

    def classes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, module in list(sys.modules.items()):
            room = name.partition(".")[2].partition(".")[0]
            if name.startswith(anze_idle_land_plugin.__name__) and room in ROOMS:
                for each in vars(module).values():
                    if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__ == name:
                        self._note(each, monkeypatch)

    def _note(self, kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
        names = {field.name for field in dataclasses.fields(kind)}
        fill: Any = vars(kind)["__init__"]
        ask: Any = kind.__getattribute__

        def noted_fill(self_: Any, *given: Any, **named: Any) -> None:
            fill(self_, *given, **named)
            cells = {each for each in names if id(object.__getattribute__(self_, each)) in CELLS}
            self.filled[kind.__qualname__] |= cells

        def noted_ask(self_: Any, name: str) -> Any:
            by = sys._getframe(1).f_code.co_filename
            if name in names and by != "<string>" and not by.endswith("dataclasses.py"):  # not its own comparing
                self.asked[kind.__qualname__].add(name)
            return ask(self_, name)

        monkeypatch.setattr(kind, "__init__", noted_fill)
        monkeypatch.setattr(kind, "__getattribute__", noted_ask)


def office_brings(run: Run, campaign: Path, folder: Path) -> None:
    """What is read, beside what is made: an office's table, a point table, lists of the system, templates, checks."""
    book = Workbook()
    book.active.append(["宗地编号：T-1"])
    book.active.append(["地块编号", "点号", "X坐标", "Y坐标"])
    for number, (north, east) in enumerate([(3997100, 37612000), (3997100, 37612100), (3997000, 37612100)], 1):
        book.active.append(["T-1", f"J{number}", north, east])
    book.save(folder / "界址点.xlsx")
    run("importparcels", CAMPAIGN=str(campaign), INPUT=str(folder / "界址点.xlsx"), LIST="idle", DRY_RUN=True)
    for which, file in (("unsupplied", "unsupplied_2023-09-30.csv"), ("idle", "idle_2023-10-31.xlsx")):
        given = {"INPUT": str(RESOURCES / "sample" / "system" / file), "REPORT": str(folder / f"{which}.xlsx")}
        run("reconcile", CAMPAIGN=str(campaign), LIST=which, DRY_RUN=True, **given)
    templates = dict.fromkeys(row["template"] for row in all_tables()["monitoring_templates"])
    for number, template in enumerate(templates):
        run("exportmonitoring", CAMPAIGN=str(campaign), TEMPLATE=template, OUTPUT=str(folder / f"m{number}"))
    run("samplecampaign", OUTPUT=str(folder / "sample.gpkg"))
    bare = folder / "bare.gpkg"
    run("createcampaign", NAME="测试", YEAR=2023, OUTPUT=str(bare))
    for each in sorted((RESOURCES / "sample" / "idle").glob("*.txt"))[:1]:
        run("importparcels", CAMPAIGN=str(bare), INPUT=str(each), LIST="idle")
    run(
        "recordfact",
        CAMPAIGN=str(bare),
        LIST="idle",
        PARCELS=codes(bare),
        FIELD="ZDDM",
        VALUE="141026001001GB00001",
        DATE="2023-06-01",
    )
    run("importparcels", CAMPAIGN=str(bare), INPUT=str(own_package(folder)), LIST="idle", DRY_RUN=True)
    ledger = Workbook()
    ledger.active.append(["闲置宗地编号", "土地用途"])
    ledger.active.append([codes(bare), "0601"])
    ledger.save(folder / "台账.xlsx")
    given = {"INPUT": str(folder / "台账.xlsx"), "REPORT": str(folder / "r.xlsx")}
    run("attachledger", CAMPAIGN=str(bare), LIST="idle", DRY_RUN=True, **given)
    old = unpacked(next(kept for kept in KEPT if kept.stem == "sample"), folder / "old")
    fact = {"FIELD": "BZ", "VALUE": "核", "DATE": "2023-12-01", "PARCELS": codes(old).split()[0]}
    run("recordfact", CAMPAIGN=str(old), LIST="idle", **fact)
    run("checkcampaign", CAMPAIGN=str(bare), RULES="topology", REPORT=str(folder / "t.xlsx"))
    run("checkcampaign", CAMPAIGN=str(bare), REPORT=str(folder / "c.xlsx"), OUTPUT=str(folder / "c.gpkg"))


def own_package(folder: Path) -> Path:
    """A shapefile of idle parcels that the plugin itself wrote."""
    return next(file for file in sorted((folder / "m0").rglob("*.shp")) if "idle" in file.as_posix())


def codes(campaign: Path) -> str:
    return "\n".join(each.code for each in read_snapshot(campaign, date(2023, 9, 30)).dossiers[ListKind.IDLE])


def windows_show(campaign: Path) -> None:
    """What the windows ask of the tables beyond the papers."""
    severities()
    snapshot = read_snapshot(campaign, date(2023, 9, 30))
    for dossier in (each for which in ListKind for each in snapshot.dossiers[which]):
        law.clock_lines(dossier.case, snapshot.as_of)


@pytest.fixture(scope="module")
def watch(run: Run, sample_campaign: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    noted, real = Watch(), tables.Office.rows
    folder = tmp_path_factory.mktemp("everything")
    campaign = Path(shutil.copy(sample_campaign, folder / "campaign.gpkg"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        noted.classes(monkeypatch)
        monkeypatch.setattr(tables.Office, "rows", lambda office, name: noted.table(name, real(office, name)))
        monkeypatch.setattr(tables.SHIPPED, "_derived", {})
        make_every_output(run, campaign, folder / "out")
        office_brings(run, campaign, folder)
        windows_show(campaign)
        shipped = tables.shipped
        monkeypatch.setattr(tables, "shipped", lambda name: noted.table(name, shipped(name)))
        (folder / "own").mkdir()
        (folder / "own" / "policy_numbers.csv").write_text("name,value\nidle_fee_rate,25\n", encoding="utf-8")
        (folder / "own" / "notice_texts.csv").write_text("kind,part,line,text\nland,4,1,变更\n", encoding="utf-8")
        with catalogue.under([folder / "own"]):
            catalogue.office_differences()
    yield noted


@pytest.mark.parametrize("table", all_tables())
def test_every_column_is_read(watch: Watch, table: str) -> None:
    rows = all_tables()[table]
    asked = set().union(*(watch.rows[table, number] for number in range(len(rows))))
    assert set(rows[0]) - asked - {FOR_PEOPLE} == set()


@pytest.mark.parametrize("table", [name for name in all_tables() if name not in NAMED])
def test_every_row_is_read(watch: Watch, table: str) -> None:
    rows = all_tables()[table]
    keys = {FOR_PEOPLE, next(iter(rows[0]))} if len(set(rows[0]) - {FOR_PEOPLE}) > 1 else {FOR_PEOPLE}
    unread = [row for number, row in enumerate(rows) if not watch.rows[table, number] - keys]
    assert unread == []


@pytest.mark.parametrize("table", NAMED)
def test_every_row_that_is_looked_up_has_its_name_in_the_sources(table: str) -> None:
    sources = "\n".join(
        file.read_text(encoding="utf-8")
        for file in sorted(Path(str(anze_idle_land_plugin.__file__)).parent.rglob("*.py"))
    )
    named = set(re.findall(r"""["']([^"'\n]+)["']""", sources)) | set(re.findall(r"\{([a-z0-9_]+)[:}]", sources))
    for name, rows in all_tables().items():
        if name != table:
            for cell in (cell for row in rows for column, cell in row.items() if column != FOR_PEOPLE):
                named |= {cell, *re.split(r"[;|]", cell), *re.findall(r"\{([a-z0-9_]+)", cell)}
    assert [row[NAMED[table]] for row in all_tables()[table] if row[NAMED[table]] not in named] == []


def test_every_attribute_that_a_column_fills_is_asked_for(watch: Watch) -> None:
    unasked = {kind: names - watch.asked[kind] for kind, names in watch.filled.items()}
    assert {kind: names for kind, names in unasked.items() if names} == {}
    assert {"Field", "Transition", "StepLimit", "AdviceRule", "Profile", "PlaceStyle"} <= {
        k for k, v in watch.filled.items() if v
    }


@pytest.mark.parametrize("table", [name for name, rows in all_tables().items() if FOR_PEOPLE in rows[0]])
def test_every_row_says_on_whose_word_it_stands(table: str) -> None:
    assert [row for row in all_tables()[table] if not row[FOR_PEOPLE]] == []


def test_a_row_that_is_only_copied_counts_as_unread() -> None:
    asked: set[str] = set()
    row = Row({"name": "idle_fee_rate", "value": "20"}, asked)
    assert dict(row)["value"] == "20" and [*row.items()] and asked == set()
    assert catalogue.RESOURCES.is_dir() and row["value"] == "20" and asked == {"value"}
