"""The shipped lists of the monitoring system differ from the sample campaign in what the sample's README says."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Callable

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.reconciling import DifferenceKind, Reconciliation, reconcile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

SAMPLE = catalogue.RESOURCES / "sample"
ANZE = (112.0, 35.89, 112.57, 36.51)
BEGUN = datetime(2023, 5, 10, 8, tzinfo=timezone.utc)
SEPTEMBER, OCTOBER = date(2023, 9, 30), date(2023, 10, 31)


@pytest.fixture(scope="module")
def campaign(lived: Callable[[date], Path]) -> Path:
    """The sample as of the end of September."""
    return lived(SEPTEMBER)


def reconciled(campaign: Path, which: ListKind, name: str, day: date) -> Reconciliation:
    with CampaignFile.open(campaign, update=True) as file:
        ledger = read_ledger(SAMPLE / "system" / name, which)
        return reconcile(file, read_snapshot(campaign, day), which, ledger)


def found(result: Reconciliation) -> set[tuple[str, str]]:
    """Kind and code of every difference that counts."""
    return {(each.kind.value, each.code) for each in result.differences if each.kind is not DifferenceKind.MISSING}


def test_the_lists_of_idle_land_show_the_planned_differences_and_what_changed(campaign: Path) -> None:
    first = reconciled(campaign, ListKind.IDLE, f"idle_{SEPTEMBER}.xlsx", SEPTEMBER)
    assert found(first) == {
        ("area", "2023-X-005"),
        ("date", "2023-X-007"),
        ("state", "2023-X-003"),
        ("state", "2023-X-010"),
    }
    assert [each.code for each in first.unseen] == ["2023-X-012"]
    assert [each.row.values["DZJGH"] for each in first.unknown_rows] == ["1410262016B00088"]
    assert [each.key for each in first.recognised if each.dossier.code == "2023-X-016"] == ["HTBH"]
    assert first.changes is None
    assert first.confirmed > 0
    second = reconciled(campaign, ListKind.IDLE, f"idle_{OCTOBER}.xlsx", OCTOBER)
    assert ("area", "2023-X-005") not in found(second)
    assert second.unseen == ()
    assert {each.field for each in second.changes or ()} == {"", "闲置状态", "供应面积"}
    assert [each.now for each in second.changes or () if not each.field] == ["新增"]


def test_the_list_of_supplies_confirms_all_but_what_came_from_no_stock(campaign: Path) -> None:
    result = reconciled(campaign, ListKind.UNSUPPLIED, f"unsupplied_{SEPTEMBER}.csv", SEPTEMBER)
    assert len(result.recognised) == len(result.ledger.rows)
    assert [each.dossier.code for each in result.recognised if not each.says.confirmed] == ["2023-G-022"]
    assert found(result) <= {("state", "2023-G-022")}
    contracts = [(bool(each.case.contract_number), each.case.supervision_number) for each in result.unseen]
    assert contracts == [(True, "")] * 3  # signed, and not yet entered in the system
