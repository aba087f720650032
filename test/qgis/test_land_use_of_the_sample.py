"""Land use through the algorithms: what a person may type, and every sheet, notice and shapefile row of the sample.

The truth of the sample are the cells of its ledgers as they lie in resources/sample, read here with openpyxl.
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any, Callable

import fiona
import pytest
from openpyxl import load_workbook
from qgis.core import QgsFeedback, QgsProcessingException

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.monitoring.export import export_monitoring
from anze_idle_land_plugin.exports.monitoring.package import MonitoringOptions
from anze_idle_land_plugin.exports.notices.text import Kind, compose
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.sheet.facts import facts_of
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, print_sheets
from anze_idle_land_plugin.store.database import CampaignFile

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
Run = Callable[..., dict[str, Any]]
LABELS = {UNSUPPLIED: {"规划用途": "规划用途", "利用现状": "利用现状"}, IDLE: {"土地用途": "土地用途"}}
"""Column of the ledger by the label on the sheet."""
NOT_IN_LEDGER = "2023-G-025"


def ledger_cells(which: ListKind) -> dict[str, dict[str, str]]:
    """What the sample's ledger says by parcel code and column head."""
    book = load_workbook(catalogue.RESOURCES / "sample" / f"ledger_{which.value}.xlsx", read_only=True)
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    heads = [lower or upper for upper, lower in zip(rows[2], rows[3])]
    key = heads.index("地块编号" if which is UNSUPPLIED else "闲置宗地编号")
    return {str(row[key]): {str(head): str(cell or "") for head, cell in zip(heads, row)} for row in rows[4:]}


@pytest.fixture(scope="module")
def truth() -> dict[ListKind, dict[str, dict[str, str]]]:
    return {which: ledger_cells(which) for which in ListKind}


@pytest.mark.parametrize("which", list(ListKind), ids=lambda which: which.value)
def test_every_sheet_of_the_sample_says_the_land_use_of_its_ledger(
    sample: Snapshot, truth: dict[ListKind, dict[str, dict[str, str]]], which: ListKind
) -> None:
    checked = 0
    for dossier in sample.dossiers[which]:
        told = {fact.label: fact.value for fact in facts_of(dossier, sample.as_of)}
        for label, head in LABELS[which].items():
            if dossier.code != NOT_IN_LEDGER:
                assert told[label] == truth[which][dossier.code][head], dossier.code
                checked += 1
            else:
                assert told[label] == "—", dossier.code
    assert checked == {UNSUPPLIED: 69 * 2, IDLE: 30}[which]


def test_the_printed_sheets_of_idle_land_hold_those_words_and_no_other_land_use(
    sample: Snapshot, truth: dict[ListKind, dict[str, dict[str, str]]], tmp_path: Path
) -> None:
    chosen = sample.dossiers[IDLE][:6]
    print_sheets(sample, chosen, tmp_path, SheetOptions(printed_on=date(2023, 12, 8)), QgsFeedback())
    for dossier in chosen:
        pdf = tmp_path / "idle" / f"{dossier.code}.pdf"
        read = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True)
        words = "".join(read.stdout.split())
        assert truth[IDLE][dossier.code]["土地用途"] in words
        assert "农村道路" not in words


def test_every_notice_of_the_sample_says_it(sample: Snapshot, truth: dict[ListKind, dict[str, dict[str, str]]]) -> None:
    for dossier in sample.dossiers[IDLE]:
        for kind in (Kind.RECOGNITION, Kind.TAKEBACK):
            notice = compose(kind, dossier, sample)
            words = "".join(text for section in notice.sections for text in section.paragraphs)
            assert f"土地用途：{truth[IDLE][dossier.code]['土地用途']}。" in words


@pytest.mark.parametrize("which", list(ListKind), ids=lambda which: which.value)
def test_every_row_of_the_samples_shapefiles_says_it(
    sample: Snapshot, truth: dict[ListKind, dict[str, dict[str, str]]], which: ListKind, tmp_path: Path
) -> None:
    export_monitoring(sample, tmp_path, MonitoringOptions((which,)))
    head = "规划用途" if which is UNSUPPLIED else "土地用途"
    said = {}
    for path in (tmp_path / which.value).glob("*.shp"):
        with fiona.open(path, encoding="utf-8") as source:
            said.update({record["properties"]["DKBH"]: record["properties"]["DKYT"] for record in source})
    assert said == {
        each.code: None if each.code == NOT_IN_LEDGER else truth[which][each.code][head]
        for each in sample.dossiers[which]
    }


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("0301", "gbt21010-2017:0301"),
        ("工业用地", "gbt21010-2017:0601"),
        ("商业用地", "ydyh-2023:0901"),
        ("gbt21010-2017:0601", "gbt21010-2017:0601"),
        ("ydyh-2023:0601", "ydyh-2023:0601"),
        ("0601 工业用地", "gbt21010-2017:0601"),
    ],
)
def test_a_fact_that_can_only_mean_one_thing_is_recorded_with_its_standard(
    run: Run, one_parcel: str, value: str, stored: str
) -> None:
    fact = {"CAMPAIGN": one_parcel, "LIST": "unsupplied", "PARCELS": "2023-G-001", "DATE": "2023-06-01"}
    assert run("recordfact", **fact, FIELD="LYXZ", VALUE=value)["CHANGED"] == 1
    with CampaignFile.open(one_parcel) as file:
        assert file.query("SELECT LYXZ FROM unsupplied_parcel WHERE TBBH = '2023-G-001'") == [(stored,)]


@pytest.mark.parametrize(
    ("value", "choices"),
    [
        ("0601", ("gbt21010-2017:0601 工业用地", "ydyh-2023:0601 农村道路")),
        ("批发零售用地", ("零售商业用地", "批发市场用地")),
        ("ydyh-2023:9999", ("利用现状地类",)),
    ],
)
def test_what_may_mean_two_things_or_none_is_refused_in_words_with_the_choices(
    run: Run, one_parcel: str, value: str, choices: tuple[str, ...]
) -> None:
    fact = {"CAMPAIGN": one_parcel, "LIST": "unsupplied", "PARCELS": "2023-G-001", "DATE": "2023-06-01"}
    with pytest.raises(QgsProcessingException) as refused:
        run("recordfact", **fact, FIELD="LYXZ", VALUE=value)
    assert all(choice in str(refused.value) for choice in choices)


def test_a_ledger_cell_that_nobody_can_tell_is_left_open_and_listed_with_its_choices(
    run: Run, one_parcel: str, tmp_path: Path
) -> None:
    (tmp_path / "台账.csv").write_text("地块编号,地块用途,利用现状\n2023-G-001,0601,街巷用地\n", encoding="utf-8")
    run(
        "attachledger",
        CAMPAIGN=one_parcel,
        LIST="unsupplied",
        INPUT=str(tmp_path / "台账.csv"),
        REPORT=str(tmp_path / "报告.xlsx"),
    )
    with CampaignFile.open(one_parcel) as file:
        assert file.query("SELECT GHYT, LYXZ FROM unsupplied_parcel") == [(None, None)]
    page = load_workbook(tmp_path / "报告.xlsx")["未读单元格"]
    lines = [" ".join(str(cell) for cell in row) for row in page.iter_rows(values_only=True)]
    (code,) = [line for line in lines if "0601" in line]
    assert all(word in code for word in ("B2", "gbt21010-2017:0601 工业用地", "ydyh-2023:0601 农村道路"))
    assert any("C2" in line and "街巷用地" in line for line in lines)
