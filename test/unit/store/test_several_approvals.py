"""Finding 37: several approvals of one parcel stay several, each with its number and day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from factories import SQUARE, parcel, shifted, snapshot
from openpyxl import load_workbook

from anze_idle_land_plugin.exports.reports.lists import write_three_lists
from anze_idle_land_plugin.model.approvals import ApprovedBy, approval_numbers, parts_of
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.printing.sheet.facts import facts_of
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.attaching import attach_ledger
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

FIRST, SECOND = "晋政地字〔2010〕5号", "晋政地字〔2012〕9号"


def attached(tmp_path: Path, number: str, days: str) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    (tmp_path / "台账.csv").write_text(f"地块编号,批准文号,批准时间\nA,{number},{days}\n", encoding="utf-8")
    with CampaignFile.open(path, update=True) as file:
        reading = Reading(
            "a.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", (parcel(shifted(SQUARE), code="A"),), ()
        )
        import_readings(file, ListKind.UNSUPPLIED, [reading])
        ledger = read_ledger(tmp_path / "台账.csv", ListKind.UNSUPPLIED)
        assert ledger.rejects == ()
        attach_ledger(file, ListKind.UNSUPPLIED, ledger)
    return path


@pytest.mark.parametrize("between", ["、", "；", "\u3000和"])
def test_several_approvals_of_a_parcel_stay_several(tmp_path: Path, between: str) -> None:
    path = attached(tmp_path, f"{FIRST}{between}{SECOND}", "2010.1.20、2012.8.3")
    with CampaignFile.open(path) as file:
        assert file.query("SELECT number, approved_on FROM approval ORDER BY number") == [
            (FIRST, "2010-01-20"),
            (SECOND, "2012-08-03"),
        ]
        assert file.query("SELECT number, code FROM approval_parcel ORDER BY number") == [(FIRST, "A"), (SECOND, "A")]


def test_number_and_day_of_each_are_printed_on_sheet_and_lists(tmp_path: Path) -> None:
    whole = read_snapshot(attached(tmp_path, f"{FIRST}、{SECOND}", "2010.1.20、2012.8.3"), date(2023, 9, 30))
    (dossier,) = whole.dossiers[ListKind.UNSUPPLIED]
    assert dossier.approvals == (ApprovedBy(FIRST, date(2010, 1, 20)), ApprovedBy(SECOND, date(2012, 8, 3)))
    printed = {fact.label: fact.value for fact in facts_of(dossier, date(2023, 9, 30))}
    assert FIRST in printed["批准文号"] and SECOND in printed["批准文号"]
    assert "2010" in printed["批准时间"] and "2012" in printed["批准时间"]
    write_three_lists(whole, tmp_path / "清单.xlsx")
    rows = load_workbook(tmp_path / "清单.xlsx")["项目清单"].iter_rows(values_only=True)
    listed = next(str(cell) for row in rows for cell in row if FIRST in str(cell))
    assert listed == f"{FIRST}（2010-01-20）、{SECOND}（2012-08-03）"
    assert dossier.year == 2012, "only with the last one all of the parcel was approved"


@pytest.mark.parametrize(
    "text, numbers",
    [
        (f"{FIRST}、{SECOND}", (FIRST, SECOND)),
        (f"{FIRST}{SECOND}", (FIRST, SECOND)),
        (FIRST, (FIRST,)),
        ("国土资函〔2011〕356号", ("国土资函〔2011〕356号",)),
        ("村镇批次、补办", ("村镇批次、补办",)),
        ("", ()),
    ],
)
def test_numbers_of_documents_end_in_hao(text: str, numbers: tuple[str, ...]) -> None:
    assert approval_numbers(text) == numbers


def test_days_are_told_apart(tmp_path: Path) -> None:
    assert parts_of("2010.1.20、2012.8.3") == ("2010.1.20", "2012.8.3")
