"""Every class of both standards from the ledger's cell to sheet, list, notice and exchange file, and back.

The names and codes are read from the tables by the test itself; no parcel says its use by a code that another standard
has as well without a head that tells which.
"""

from __future__ import annotations

import csv
import shutil
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Iterator, NamedTuple

import fiona
import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from openpyxl import load_workbook

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.monitoring.export import export_monitoring
from anze_idle_land_plugin.exports.monitoring.package import MonitoringOptions
from anze_idle_land_plugin.exports.notices.text import Kind, compose
from anze_idle_land_plugin.exports.reports.ledger import write_ledger
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.sheet.facts import facts_of
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.attaching import attach_ledger
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
NOW, DAY = datetime(2023, 6, 1, 8, tzinfo=timezone.utc), date(2023, 9, 30)
STANDARDS = {
    "gbt21010-2017": ("landuse_gbt21010_2017", "GB/T 21010-2017"),
    "ydyh-2023": ("landuse_ydyh_2023", "用地用海分类"),
}
HEADS = {IDLE: ("土地用途",), UNSUPPLIED: ("规划用途", "利用现状")}
FIELDS = {IDLE: ("TDYT",), UNSUPPLIED: ("GHYT", "LYXZ")}
START = {IDLE: "X00", UNSUPPLIED: "P00"}
KEY = {IDLE: "闲置宗地编号", UNSUPPLIED: "地块编号"}


class Class(NamedTuple):
    """A class of a standard, and the number of the parcel that is of it."""

    system: str
    code: str
    name: str
    number: int

    def parcel(self, which: ListKind) -> str:
        return f"{'X' if which is IDLE else 'G'}-{self.number:03d}"


def _classes() -> Iterator[Class]:
    number = 0
    for system, (table, _) in STANDARDS.items():
        with open(Path(catalogue.RESOURCES) / "codes" / f"{table}.csv", encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                number += 1
                yield Class(system, row["code"], row["name"], number)


EVERY = tuple(_classes())


def surveyed(file: CampaignFile, which: ListKind) -> None:
    """A square for every class."""
    surveys = [
        parcel(
            shifted(SQUARE, (37600000.0 + 200 * (each.number % 20), 4000000.0 + 200 * (each.number // 20))),
            code=each.parcel(which),
        )
        for each in EVERY
    ]
    reading = Reading(f"{which.value}.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", tuple(surveys), ())
    import_readings(file, which, [reading], started_at=NOW)


def ledger_of(folder: Path, which: ListKind, system: str, say: str) -> Path:
    """A ledger of the parcels of one standard, which its heads name; cells hold the ``name`` or the bare ``code``."""
    path = folder / f"{which.value}_{system}_{say}.csv"
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow([KEY[which], "项目名称", *(f"{head}（{STANDARDS[system][1]}）" for head in HEADS[which])])
        for each in EVERY:
            if each.system == system:
                cells = [getattr(each, say)] * len(HEADS[which])
                writer.writerow([each.parcel(which), f"项目{each.number}", *cells])
    return path


@pytest.fixture(scope="module", params=["name", "code"])
def filed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign whose ledgers say every class, by name or by code."""
    folder = tmp_path_factory.mktemp(str(request.param))
    path = folder / "all.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            surveyed(file, which)
            for system in STANDARDS:
                ledger = read_ledger(ledger_of(folder, which, system, request.param), which)
                assert ledger.rejects == ()
                attach_ledger(file, which, ledger, recorded_at=NOW)
    return path


@pytest.fixture(scope="module")
def known(filed: Path) -> Snapshot:
    return read_snapshot(filed, DAY)


def by_code(whole: Snapshot, which: ListKind) -> dict[str, Any]:
    return {each.code: each for each in whole.dossiers[which]}


@pytest.mark.parametrize("which", list(ListKind))
def test_the_campaign_stores_every_class_with_its_standard(known: Snapshot, which: ListKind) -> None:
    found = by_code(known, which)
    for each in EVERY:
        row = catalogue.row_of(found[each.parcel(which)].case)
        assert [row[field] for field in FIELDS[which]] == [f"{each.system}:{each.code}"] * len(FIELDS[which])


@pytest.mark.parametrize(
    ("which", "labels"), [(IDLE, ("土地用途",)), (UNSUPPLIED, ("规划用途", "利用现状"))], ids=["idle", "unsupplied"]
)
def test_every_sheet_names_it(known: Snapshot, which: ListKind, labels: tuple[str, ...]) -> None:
    found = by_code(known, which)
    for each in EVERY:
        told = {fact.label: fact.value for fact in facts_of(found[each.parcel(which)], DAY)}
        assert [told[label] for label in labels] == [each.name] * len(labels)


def test_every_notice_names_it(known: Snapshot) -> None:
    found = by_code(known, IDLE)
    for each in EVERY:
        for kind in (Kind.RECOGNITION, Kind.TAKEBACK):
            notice = compose(kind, found[each.parcel(IDLE)], known)
            words = "".join(text for section in notice.sections for text in section.paragraphs)
            assert f"土地用途：{each.name}。" in words


def test_every_cell_of_the_working_ledger_names_it(known: Snapshot, tmp_path: Path) -> None:
    write_ledger(known, tmp_path / "台账.xlsx")
    cells: dict[tuple[str, str], str] = {}
    for page in load_workbook(tmp_path / "台账.xlsx"):
        heads = {}
        for row in page.iter_rows(values_only=True):
            texts = [str(cell or "").replace("\n", "") for cell in row]
            names = {index: text for index, text in enumerate(texts) if text}
            for index, text in names.items():
                if text in ("图斑(地块)编号", "闲置宗地编号", "规划用途", "利用现状地类", "土地用途"):
                    heads[text] = index
            key = next((heads[head] for head in ("图斑(地块)编号", "闲置宗地编号") if head in heads), None)
            if key is not None:
                for head in set(heads) & {"规划用途", "利用现状地类", "土地用途"}:
                    cells[texts[key], head] = texts[heads[head]]
    for each in EVERY:
        assert cells[each.parcel(IDLE), "土地用途"] == each.name
        assert cells[each.parcel(UNSUPPLIED), "利用现状地类"] == each.name
        assert cells[each.parcel(UNSUPPLIED), "规划用途"] == each.name


@pytest.mark.parametrize("which", list(ListKind))
def test_a_package_says_code_standard_and_name_and_brings_them_back(
    known: Snapshot, which: ListKind, tmp_path: Path
) -> None:
    summary = export_monitoring(known, tmp_path / "包", MonitoringOptions((which,)))
    assert (summary.exported, summary.refused) == (len(EVERY), 0)
    key = catalogue.code_field(which)
    with fiona.open(tmp_path / "包" / which.value / f"{which.value}_z37.shp") as source:
        rows = {dict(record["properties"])[key]: dict(record["properties"]) for record in source}
    for each in EVERY:
        row = rows[each.parcel(which)]
        for field in FIELDS[which]:
            assert (row[field], row[f"{field}FL"]) == (each.code, each.system)
        assert (row["DKYT"], row["DLBM"]) == (each.name, each.code)
    for txt in (tmp_path / "包" / which.value / "txt").iterdir():
        each = next(each for each in EVERY if each.parcel(which) == txt.stem)
        assert each.name in txt.read_text(encoding="utf-8").split("@")[0]
    again = tmp_path / "again.gpkg"
    create_campaign(again, snapshot().campaign, {})
    with CampaignFile.open(again, update=True) as file:
        import_readings(file, which, read_path(tmp_path / "包" / which.value, ReadOptions()), started_at=NOW)
    back = by_code(read_snapshot(again, DAY), which)
    for each in EVERY:
        stored = catalogue.row_of(back[each.parcel(which)].case)
        assert [stored[field] for field in FIELDS[which]] == [f"{each.system}:{each.code}"] * len(FIELDS[which])


@pytest.mark.parametrize("which", list(ListKind))
def test_the_plain_field_table_takes_a_fields_own_standard_and_refuses_the_other_by_name(
    known: Snapshot, which: ListKind, tmp_path: Path
) -> None:
    summary = export_monitoring(known, tmp_path / "包", MonitoringOptions((which,), template="ledger"))
    own = {"TDYT": "gbt21010-2017", "LYXZ": "gbt21010-2017", "GHYT": "ydyh-2023"}
    fitting = [each for each in EVERY if all(each.system == own[field] for field in FIELDS[which])]
    assert (summary.exported, summary.refused) == (len(fitting), len(EVERY) - len(fitting))
    refused = [each for each in EVERY if each not in fitting]
    assert all(each.name in reason.text() for each, reason in zip(refused, summary.reasons))


def test_the_working_ledger_attached_again_changes_no_land_use(filed: Path, known: Snapshot, tmp_path: Path) -> None:
    write_ledger(known, tmp_path / "台账.xlsx")
    again = tmp_path / "again.gpkg"
    shutil.copy(filed, again)
    for which in ListKind:
        with CampaignFile.open(again, update=True) as file:
            ledger = read_ledger(tmp_path / "台账.xlsx", which)
            summary = attach_ledger(file, which, ledger, recorded_at=NOW)
        assert summary.matched == len(EVERY)
        assert not {field for fields in summary.changes.values() for field in fields} & set(FIELDS[which])
        back = by_code(read_snapshot(again, DAY), which)
        for code, each in by_code(known, which).items():
            stored, before = catalogue.row_of(back[code].case), catalogue.row_of(each.case)
            assert [stored[field] for field in FIELDS[which]] == [before[field] for field in FIELDS[which]]


@pytest.mark.parametrize("which", list(ListKind))
def test_a_package_without_standards_is_read_by_each_fields_own(which: ListKind, tmp_path: Path) -> None:
    """Packages of before and of the plain field table hold bare codes, always of the field's own standard."""
    own = {"TDYT": "gbt21010-2017", "LYXZ": "gbt21010-2017", "GHYT": "ydyh-2023"}
    codes = {field: [each.code for each in EVERY if each.system == own[field]] for field in FIELDS[which]}
    parcels = [parcel(shifted(SQUARE, (37600000.0 + 200 * n, 4000000.0)), code=f"P-{n:03d}") for n in range(80)]
    wanted = {
        each.code: {field: f"{own[field]}:{codes[field][number]}" for field in FIELDS[which]}
        for number, each in enumerate(parcels)
    }
    always = {"ZT": START[which], "WCMJ": 0.0, "XTQR": "N", "XHBZ": "N"}
    whole = snapshot([dossier(which, each, **always, **wanted[each.code]) for each in parcels])
    export_monitoring(whole, tmp_path / "包", MonitoringOptions((which,), template="ledger"))
    again = tmp_path / "again.gpkg"
    create_campaign(again, snapshot().campaign, {})
    with CampaignFile.open(again, update=True) as file:
        import_readings(file, which, read_path(tmp_path / "包" / which.value, ReadOptions()), started_at=NOW)
    back = by_code(read_snapshot(again, DAY), which)
    for code, fields in wanted.items():
        stored = catalogue.row_of(back[code].case)
        assert {field: stored[field] for field in fields} == fields
