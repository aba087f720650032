"""Rules A01-A08: ledger, geometry and document areas against each other."""

from __future__ import annotations

from typing import Callable

import pytest
from factories import dossier, parcel, shifted

from anze_idle_land_plugin.checks.finding import Finding, Severity
from anze_idle_land_plugin.model.kinds import ListKind

IDLE = ListKind.IDLE


def test_a01_warns_of_a_difference_above_the_tolerance(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A01", dossier(DKMJGQ=1.005))
    assert finding.severity is Severity.WARNING
    assert finding.figure is not None and abs(finding.figure.value - 50.0) < 1e-6


def test_a01_passes_a_difference_within_the_tolerance_and_leaves_grave_ones_to_a06(
    found: Callable[..., list[Finding]],
) -> None:
    assert not found("A01", dossier(DKMJGQ=1.001))
    assert not found("A01", dossier(DKMJGQ=1.2))
    assert not found("A01", dossier())


def test_a02_finds_areas_that_do_not_add_up(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A02", dossier(DKMJGQ=1.0, YGMJ=0.3, CHMJ=0.2, WGMJ=0.4))
    assert finding.figure is not None and abs(finding.figure.value + 0.1) < 1e-9


def test_a02_finds_more_supplied_than_there_is(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A02", dossier(DKMJGQ=1.0, YGMJ=1.3, CHMJ=0.0, WGMJ=-0.3))
    assert "exceed" in finding.sentence.text()


def test_a02_passes_areas_that_add_up(found: Callable[..., list[Finding]]) -> None:
    assert not found("A02", dossier(DKMJGQ=3.2, YGMJ=1.15, CHMJ=0.5, WGMJ=1.55))


def test_a03_finds_parcels_larger_than_their_batch(found: Callable[..., list[Finding]]) -> None:
    batch = {"NZYPZWH": "晋政地字〔2015〕1号", "NZYPZZMJ": 1.5, "DKMJGQ": 1.0}
    two = [dossier(survey=parcel(code=code), **batch) for code in ("A", "B")]
    (finding,) = found("A03", *two)
    assert len(finding.parcels) == 2
    assert finding.figure is not None and abs(finding.figure.value - 0.5) < 1e-9


def test_a03_passes_a_batch_within_one_per_cent(found: Callable[..., list[Finding]]) -> None:
    batch = {"NZYPZWH": "晋政地字〔2015〕1号", "NZYPZZMJ": 1.99, "DKMJGQ": 1.0}
    assert not found("A03", *(dossier(survey=parcel(code=code), **batch) for code in ("A", "B")))


def test_a04_finds_an_area_written_in_square_metres_or_mu(found: Callable[..., list[Finding]]) -> None:
    assert "平方米" in found("A04", dossier(DKMJGQ=10000.0))[0].sentence.text()
    assert "亩" in found("A04", dossier(DKMJGQ=15.1))[0].sentence.text()


def test_a04_passes_an_area_that_is_merely_wrong(found: Callable[..., list[Finding]]) -> None:
    assert not found("A04", dossier(DKMJGQ=2.0))


def test_a05_finds_a_negative_area_and_a_parcel_of_none(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A05", dossier(DKMJGQ=1.0, YGMJ=-0.1))
    assert "已供面积" in finding.sentence.text()
    assert len(found("A05", dossier(IDLE, GYMJ=0.0, XZMJ=None))) == 1


def test_a05_passes_nothing_supplied_yet(found: Callable[..., list[Finding]]) -> None:
    assert not found("A05", dossier(DKMJGQ=1.0, YGMJ=0.0, CHMJ=0.0, GYMJ=0.0))


def test_a06_finds_a_difference_above_one_per_cent_of_the_ledger(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A06", dossier(DKMJGQ=1.0102))
    assert finding.severity is Severity.ERROR
    assert found("A06", dossier(IDLE, GYMJ=0.98))


def test_a06_passes_a_difference_of_one_per_cent(found: Callable[..., list[Finding]]) -> None:
    assert not found("A06", dossier(survey=parcel(shifted([(0, 99), (100, 99), (100, 0), (0, 0)])), DKMJGQ=1.0))


def test_a07_finds_more_idle_than_supplied(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A07", dossier(IDLE, GYMJ=1.0, XZMJ=1.2))
    assert finding.figure is not None and abs(finding.figure.value - 0.2) < 1e-9


def test_a07_passes_part_of_a_parcel_idle(found: Callable[..., list[Finding]]) -> None:
    assert not found("A07", dossier(IDLE, GYMJ=1.0, XZMJ=1.0))


def test_a08_finds_a_fee_that_is_not_a_fifth_of_the_price(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("A08", dossier(IDLE, CRJK=1200.0, XZFJE=120.0))
    assert "240.0000" in finding.sentence.text()


def test_a08_passes_a_fifth(found: Callable[..., list[Finding]]) -> None:
    assert not found("A08", dossier(IDLE, CRJK=1200.0, XZFJE=240.0))


def test_a_value_on_its_limit_is_not_above_it_whatever_binary_fractions_say(
    found: Callable[..., list[Finding]],
) -> None:
    for hundredths in range(1, 400):
        approved = hundredths / 100
        most = round(approved + max(0.01 * approved, 0.01), 4)
        assert not found("A03", dossier(NZYPZWH="晋政地字〔2015〕1号", NZYPZZMJ=approved, DKMJGQ=most))
        assert found("A03", dossier(NZYPZWH="晋政地字〔2015〕1号", NZYPZZMJ=approved, DKMJGQ=most + 0.0001))
        whole = hundredths / 10000
        idle = dossier(ListKind.IDLE, GYMJ=whole, XZMJ=round(whole + 0.0001, 4))
        assert not found("A07", idle)
        assert found("A07", dossier(ListKind.IDLE, GYMJ=whole, XZMJ=round(whole + 0.0002, 4)))


@pytest.mark.parametrize("hectares", [1.11, 1.12, 1.36, 1.37, 1.61])
def test_one_per_cent_exactly_is_no_grave_difference(found: Callable[..., list[Finding]], hectares: float) -> None:
    width, height = 100.0, round(hectares * 99, 3)
    survey = parcel(shifted([(0, height), (width, height), (width, 0), (0, 0)]))
    assert not found("A06", dossier(survey=survey, DKMJGQ=hectares)) and found(
        "A01", dossier(survey=survey, DKMJGQ=hectares)
    )
