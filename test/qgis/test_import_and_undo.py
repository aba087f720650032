"""``anze:importparcels`` and ``anze:undoimport`` as QGIS runs them: progress, cancelling, and taking back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from factories import parcel, shifted, snapshot
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from anze_idle_land_plugin.algorithms.provider import CampaignProvider
from anze_idle_land_plugin.exports.boundary.txt import write_boundary_file
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile


class Watching(QgsProcessingFeedback):
    """Keeps the progress told; cancels the job once it has come so far."""

    def __init__(self, cancel_at: float = 101.0) -> None:
        super().__init__(False)
        self.told: list[float] = []
        self.progressChanged.connect(lambda progress: self._heard(progress, cancel_at))

    def _heard(self, progress: float, cancel_at: float) -> None:
        self.told.append(progress)
        if progress >= cancel_at:
            self.cancel()


@pytest.fixture
def campaign(tmp_path: Path) -> str:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return str(path)


@pytest.fixture
def surveys(tmp_path: Path) -> Path:
    """Ten files of one parcel each."""
    folder = tmp_path / "surveys"
    folder.mkdir()
    for number in range(10):
        left = 200.0 * number
        corners = shifted([(left, 100), (left + 100, 100), (left + 100, 0), (left, 0)])
        write_boundary_file(folder / f"{number}.txt", [parcel(corners, code=f"DK-{number}")], "canonical")
    return folder


def run(
    provider: CampaignProvider, algorithm: str, feedback: QgsProcessingFeedback | None = None, **values: Any
) -> Any:
    results, _ = (
        provider.algorithm(algorithm)
        .create()
        .run(values, QgsProcessingContext(), feedback or QgsProcessingFeedback(), {}, False)
    )
    return results


def kept(campaign: str) -> list[object]:
    with CampaignFile.open(campaign) as file:
        tables = ("unsupplied_parcel", "parcel_version", "boundary_point", "reject")
        return [file.query(f"SELECT COUNT(*) FROM {table}")[0][0] for table in tables]


def test_an_import_returns_the_numbers_by_which_it_is_undone(
    provider: CampaignProvider, campaign: str, surveys: Path
) -> None:
    (surveys / "broken.txt").write_bytes(b"\x00\xff\x00")
    outputs = run(provider, "importparcels", CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied")
    assert (outputs["IMPORTED"], outputs["JOURNAL"]) == (10, "1-11")
    again = run(provider, "importparcels", CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied")
    assert (again["UNCHANGED"], again["JOURNAL"]) == (10, "")
    undone = run(provider, "undoimport", CAMPAIGN=campaign, JOURNAL=outputs["JOURNAL"])
    assert undone == {"REMOVED": 10, "RESTORED": 0}
    assert kept(campaign) == [0, 0, 0, 0]


def test_one_file_of_an_import_is_undone_by_its_number(
    provider: CampaignProvider, campaign: str, surveys: Path
) -> None:
    run(provider, "importparcels", CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied")
    assert run(provider, "undoimport", CAMPAIGN=campaign, JOURNAL=3)["REMOVED"] == 1
    assert run(provider, "undoimport", CAMPAIGN=campaign, JOURNAL="1, 5-6")["REMOVED"] == 3
    assert kept(campaign)[0] == 6


@pytest.mark.parametrize("journal", ["", "x", "2-1", "-3", "1.5", "1-999999999"])
def test_what_is_no_number_of_the_journal_is_refused(provider: CampaignProvider, campaign: str, journal: str) -> None:
    with pytest.raises(QgsProcessingException, match="JOURNAL"):
        run(provider, "undoimport", CAMPAIGN=campaign, JOURNAL=journal)


def test_progress_goes_from_nothing_to_all_and_never_back(
    provider: CampaignProvider, campaign: str, surveys: Path
) -> None:
    watching = Watching()
    run(provider, "importparcels", watching, CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied")
    assert watching.told == sorted(watching.told) and watching.told[-1] == 100.0
    assert len(set(watching.told)) >= 20


@pytest.mark.parametrize("at", [5.0, 60.0, 100.0], ids=["reading", "writing", "the-last-moment"])
def test_a_cancelled_import_leaves_the_file_as_it_was(
    provider: CampaignProvider, campaign: str, surveys: Path, at: float
) -> None:
    before = Path(campaign).read_bytes()
    with pytest.raises(QgsProcessingException, match="nothing was changed"):
        run(provider, "importparcels", Watching(at), CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied")
    assert Path(campaign).read_bytes() == before


def test_a_list_of_rejects_that_cannot_be_written_stops_before_anything_is_stored(
    provider: CampaignProvider, campaign: str, surveys: Path, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "surveys" / "0.txt" / "rejects.csv")
    with pytest.raises(QgsProcessingException, match=r"rejects\.csv cannot be written"):
        run(provider, "importparcels", CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied", REJECTS=nowhere)
    assert kept(campaign) == [0, 0, 0, 0]


def test_several_files_are_given_one_a_line(provider: CampaignProvider, campaign: str, surveys: Path) -> None:
    chosen = "\n".join(str(surveys / name) for name in ("0.txt", "3.txt", "7.txt", "3.txt"))
    outputs = run(provider, "importparcels", CAMPAIGN=campaign, INPUT=chosen, LIST="unsupplied")
    assert (outputs["IMPORTED"], outputs["REJECTED"]) == (3, 0)


def test_a_file_name_in_another_encoding_costs_nobody_anything(
    provider: CampaignProvider, campaign: str, surveys: Path, tmp_path: Path
) -> None:
    """Names unpacked on Linux from an old zip may be GBK bytes, which are no text there."""
    strange = os.fsencode(surveys) + b"/\xb8\xae\xb3\xc7.txt"
    with open(strange, "wb") as handle:
        handle.write((surveys / "0.txt").read_bytes().replace(b"DK-0", b"").replace(b"4002100.000", b"40021XX.000", 1))
    rejects = tmp_path / "rejects.csv"
    outputs = run(
        provider, "importparcels", CAMPAIGN=campaign, INPUT=str(surveys), LIST="unsupplied", REJECTS=str(rejects)
    )
    assert (outputs["IMPORTED"], outputs["REJECTED"]) == (10, len(rejects.read_text("utf-8-sig").splitlines()) - 1)
    assert outputs["REJECTED"] > 0
