"""Photos and scans: copied or kept in place, by relative path with their hash, missed when gone, seen when changed."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from factories import parcel, snapshot

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.attachments import AttachmentMissing, attachments_of, damaged, sha256_of
from anze_idle_land_plugin.store.casework.recording import Draft, StepRefused, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

NOW = datetime(2026, 1, 2, tzinfo=timezone.utc)
DAY = date(2023, 8, 1)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign" / "安泽.gpkg"
    path.parent.mkdir()
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        readings = [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(),), ())]
        import_readings(file, ListKind.UNSUPPLIED, readings)
    return path


def attach(campaign: Path, *files: str, field: str = "SDZK", value: str = "已平整") -> None:
    draft = Draft(ListKind.UNSUPPLIED, "2023-G-001", EventKind.FACT, DAY, field=field, value=value, attachments=files)
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [draft], NOW)


def kept(campaign: Path) -> list[tuple[str, str]]:
    with CampaignFile.open(campaign) as file:
        return [(each.path, each.what) for each in attachments_of(file)]


def test_a_file_below_the_campaigns_folder_stays_where_it_is(campaign: Path) -> None:
    photo = campaign.parent / "照片" / "现场，一.JPG"
    photo.parent.mkdir()
    photo.write_bytes(b"jpg")
    attach(campaign, "照片/现场，一.JPG")
    assert kept(campaign) == [("照片/现场，一.JPG", "jpg")]


def test_a_file_from_elsewhere_is_copied_beside_the_campaign_once(campaign: Path, tmp_path: Path) -> None:
    scan = tmp_path / "批复.pdf"
    scan.write_bytes(b"first")
    attach(campaign, str(scan))
    attach(campaign, str(scan))
    scan.write_bytes(b"second")
    attach(campaign, str(scan))
    assert kept(campaign) == [("attachments/批复.pdf", "pdf")] * 2 + [("attachments/批复-2.pdf", "pdf")]
    assert (campaign.parent / "attachments" / "批复-2.pdf").read_bytes() == b"second"


def test_a_missing_attachment_stops_the_job_and_leaves_nothing(campaign: Path, tmp_path: Path) -> None:
    scan = tmp_path / "批复.pdf"
    scan.write_bytes(b"first")
    with pytest.raises(AttachmentMissing, match="照片.jpg"):
        attach(campaign, str(scan), "照片.jpg")
    assert kept(campaign) == []
    assert list((campaign.parent / "attachments").iterdir()) == []
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM event") == [(0,)]


def test_copies_of_a_refused_step_are_taken_away_again(campaign: Path, tmp_path: Path) -> None:
    scan = tmp_path / "批复.pdf"
    scan.write_bytes(b"first")
    fact = Draft(
        ListKind.UNSUPPLIED, "2023-G-001", EventKind.FACT, DAY, field="SDZK", value="x", attachments=(str(scan),)
    )
    step = Draft(ListKind.UNSUPPLIED, "2023-G-001", EventKind.TRANSITION, DAY, transition="TP12")
    with CampaignFile.open(campaign, update=True) as file, pytest.raises(StepRefused):
        record(file, [fact, step], NOW)
    assert not (campaign.parent / "attachments" / "批复.pdf").exists()


def test_a_gone_and_a_changed_attachment_are_found(campaign: Path, tmp_path: Path) -> None:
    for name in ("留.pdf", "改.pdf", "丢.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        attach(campaign, str(tmp_path / name))
    folder = campaign.parent / "attachments"
    (folder / "改.pdf").write_bytes(b"forged")
    (folder / "丢.pdf").unlink()
    with CampaignFile.open(campaign) as file:
        found = {each.path: message.code for each, message in damaged(file)}
    assert found == {"attachments/改.pdf": "attachment_changed", "attachments/丢.pdf": "attachment_gone"}


def test_a_copied_campaign_folder_keeps_its_attachments(campaign: Path, tmp_path: Path) -> None:
    scan = tmp_path / "批复.pdf"
    scan.write_bytes(b"first")
    attach(campaign, str(scan))
    moved = campaign.parent.rename(tmp_path / "moved") / campaign.name
    with CampaignFile.open(moved) as file:
        assert damaged(file) == ()
    (listed,) = read_snapshot(moved, DAY).dossiers[ListKind.UNSUPPLIED][0].attachments
    assert (listed.path, listed.sha256) == ("attachments/批复.pdf", sha256_of(scan))


def test_attachments_of_later_days_are_not_listed(campaign: Path, tmp_path: Path) -> None:
    scan = tmp_path / "批复.pdf"
    scan.write_bytes(b"first")
    attach(campaign, str(scan))
    assert read_snapshot(campaign, date(2023, 7, 31)).dossiers[ListKind.UNSUPPLIED][0].attachments == ()
