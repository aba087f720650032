"""A parcel of 1.5 ha of which 1.0 ha was supplied is two thirds done and open, in every telling.

It came in by a boundary file and facts, without a ledger: its base once shrank with its supply, and it was 200 % done.
"""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from browser import Browser
from property.acts import Office
from property.comparing import OFFICE, columns, disagreements
from property.ground import Ground
from property.look import Look
from property.totals import Truth

from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

KEY = ("unsupplied", "G-1")
PAPERS = {"DKMJGQ": "1.5", "NZYPZRQ": "2022-03-01", "JHWCSJ": "2023-10-31", "JDBZ": "Y", "LYXZ": "乔木林地"}
CONTRACT = {"HTBH": "C1", "HTQDRQ": "2023-07-01", "GYFS": "21", "GYMJ": "1.0"}


@pytest.fixture
def office(campaign: Path, tmp_path: Path) -> Office:
    path = tmp_path / "2023.gpkg"
    shutil.move(str(campaign), path)
    office = Office(path, Truth(2023))
    office.survey("unsupplied", {"G-1": Ground(Decimal(0), Decimal(150), Decimal(100))}, False, date(2023, 5, 1))
    for field, value in PAPERS.items():
        assert office.facts(KEY, date(2023, 5, 10), {field: value})
    for step, day, values in (
        ("TP03", date(2023, 5, 20), {}),
        ("TP09", date(2023, 6, 1), {}),
        ("TP10", date(2023, 7, 1), CONTRACT),
        ("TP11", date(2023, 7, 2), {"DZJGH": "1410262023B00001"}),
    ):
        assert office.step(KEY, step, day, None, values, by_force=False), office.refused
    return office


@pytest.mark.parametrize(
    ("day", "rate", "status"),
    [
        (date(2023, 6, 15), Decimal(0), "on_time"),
        (date(2023, 7, 2), Decimal(1) / Decimal("1.5"), "on_time"),
        (date(2023, 9, 30), Decimal(1) / Decimal("1.5"), "on_time"),
        (date(2023, 10, 1), Decimal(1) / Decimal("1.5"), "warning"),
        (date(2023, 11, 15), Decimal(1) / Decimal("1.5"), "overdue"),
    ],
    ids=str,
)
def test_two_thirds_are_done_and_the_parcel_is_open_in_every_telling(
    office: Office, rules: Browser, tmp_path: Path, day: date, rate: Decimal, status: str
) -> None:
    total, stand = office.truth.total(day), office.truth.on(day)[KEY]
    assert (total.done_rate, total.base, stand.status) == (pytest.approx(float(rate)), Decimal("1.5"), status)
    for paper in OFFICE:
        look = Look(office.path, day, office.truth, tmp_path, read_snapshot(office.path, date(2023, 12, 31)), rules)
        assert list(disagreements(look, paper)) == []
    assert list(columns(office.path, office.truth)) == []
