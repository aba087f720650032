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
from boundary_texts import SQUARE_TXT
from docx import Document
from factories import snapshot
from openpyxl import load_workbook
from qgis.core import QgsFeedback, QgsProcessingException

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.monitoring.export import export_monitoring
from anze_idle_land_plugin.exports.monitoring.package import MonitoringOptions
from anze_idle_land_plugin.exports.notices.drafts import write_documents
from anze_idle_land_plugin.exports.notices.text import Kind, compose
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.sheet.facts import facts_of
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, print_sheets
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
Run = Callable[..., dict[str, Any]]
LABELS = {UNSUPPLIED: {"规划用途": "规划用途", "利用现状": "利用现状"}, IDLE: {"土地用途": "土地用途"}}
"""Column of the ledger by the label on the sheet."""
FOLLOWING = {"规划用途": "利用现状", "利用现状": "征收情况", "土地用途": "图形面积"}
"""The label that stands behind each on the sheet."""
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


@pytest.mark.parametrize("which", list(ListKind), ids=lambda which: which.value)
def test_every_printed_sheet_of_the_sample_holds_those_words(
    sample: Snapshot, truth: dict[ListKind, dict[str, dict[str, str]]], which: ListKind, tmp_path: Path
) -> None:
    """Words are looked for in the text of the page: behind their label, up to the label that follows on the sheet."""
    dossiers = sample.dossiers[which]
    print_sheets(sample, dossiers, tmp_path, SheetOptions(printed_on=date(2023, 12, 8)), QgsFeedback())
    for dossier in dossiers:
        pdf = tmp_path / which.value / f"{dossier.code}.pdf"
        read = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True)
        words = "".join(read.stdout.split())
        for label, head in LABELS[which].items():
            said = "—" if dossier.code == NOT_IN_LEDGER else truth[which][dossier.code][head]
            assert f"{label}{said}{FOLLOWING[label]}" in words, dossier.code


@pytest.mark.parametrize("kind", [Kind.RECOGNITION, Kind.TAKEBACK], ids=lambda kind: kind.value)
def test_every_notice_drafted_for_the_sample_says_it(
    sample: Snapshot, truth: dict[ListKind, dict[str, dict[str, str]]], kind: Kind, tmp_path: Path
) -> None:
    """Also for parcels whose notice is refused today: the words are composed all the same."""
    for dossier in sample.dossiers[IDLE]:
        said = f"土地用途：{truth[IDLE][dossier.code]['土地用途']}。"
        sections = compose(kind, dossier, sample).sections
        assert said in "".join(text for section in sections for text in section.paragraphs)
    codes = [dossier.code for dossier in sample.dossiers[IDLE]]
    written = [each for each in write_documents(kind, sample, tmp_path, codes=codes) if each.file]
    assert written
    for each in written:
        text = "".join(paragraph.text for paragraph in Document(str(tmp_path / each.file)).paragraphs)
        assert f"土地用途：{truth[IDLE][each.name]['土地用途']}。" in text


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
        ("0601", "gbt21010-2017:0601"),
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


def test_a_bare_code_of_two_meanings_is_refused_for_a_use_that_contracts_name_in_either_standard(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "idle.gpkg"
    create_campaign(path, snapshot().campaign, {})
    (tmp_path / "a.txt").write_text(SQUARE_TXT, encoding="utf-8")
    run("importparcels", CAMPAIGN=str(path), LIST="idle", INPUT=str(tmp_path / "a.txt"))
    with CampaignFile.open(path) as file:
        ((code,),) = file.query("SELECT XZBH FROM idle_parcel")
    fact = {"CAMPAIGN": str(path), "LIST": "idle", "PARCELS": code, "DATE": "2023-06-01", "FIELD": "TDYT"}
    with pytest.raises(QgsProcessingException) as refused:
        run("recordfact", **fact, VALUE="0601")
    choices = ("gbt21010-2017:0601 工业用地", "ydyh-2023:0601 农村道路")
    assert all(choice in str(refused.value) for choice in choices)
    assert run("recordfact", **fact, VALUE=choices[1])["CHANGED"] == 1
    with CampaignFile.open(path) as file:
        assert file.query("SELECT TDYT FROM idle_parcel") == [("ydyh-2023:0601",)]
