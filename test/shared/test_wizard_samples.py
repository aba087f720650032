"""Every boundary file of the shared samples through the import wizard: it reads and stores what the manifest says."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from boundary_samples import BROKEN, READABLE, SAMPLES, WITHOUT_ZONE, measured
from windows import DrivenWizard

from anze_idle_land_plugin.store.database import CampaignFile

pytestmark = pytest.mark.usefixtures("provider", "qgis_processing")

TOY_ZONE = "EPSG:4546"


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """All sample files in folders as they are shared, with broken ones among them."""
    folder = tmp_path / "samples"
    for path in SAMPLES.rglob("*.txt"):
        (folder / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.parent.name / path.name)
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "half.txt").write_bytes((SAMPLES / "edcfoshan_polygon-txt" / "44120001148.txt").read_bytes()[:700])
    return folder


def test_all_samples_read_as_their_manifest_says_and_import_as_they_were_shown(
    qtbot: Any, qgis_iface: Any, qgis_new_project: object, campaign: Path, samples: Path
) -> None:
    it = DrivenWizard(qtbot, qgis_iface, campaign, samples)
    it.recognise()
    by_name = {Path(file).name: reading for file, reading in it.readings.items()}
    for name, (epsg, expected) in READABLE.items():
        assert (measured(by_name[name]), by_name[name].crs) == (expected, f"EPSG:{epsg}"), name
    for name in (*WITHOUT_ZONE, *BROKEN, "binary.txt", "empty.txt", "jisig_readme_swapped_xy.txt"):
        assert by_name[name].parcels == () and by_name[name].rejects, name
    for name, lines in BROKEN.items():
        assert [each.line for each in by_name[name].rejects if each.message.code == "not_a_point"] == lines, name
    it.preview()
    shown = it.wizard.shown.table.rowCount()
    it.import_all()
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM unsupplied_parcel") == [(shown,)]
        assert file.query("SELECT COUNT(*) FROM reject") == [(it.wizard.result.rejects.table.rowCount(),)]
    it.wizard.reject()


def test_files_without_zone_are_right_once_it_is_forced_and_only_they_change(
    qtbot: Any, qgis_iface: Any, qgis_new_project: object, campaign: Path, samples: Path
) -> None:
    it = DrivenWizard(qtbot, qgis_iface, campaign, samples)
    it.recognise()
    before = it.readings
    for name in WITHOUT_ZONE:
        (file,) = [each for each in before if Path(each).name == name]
        it.force(file, crs=TOY_ZONE)
    after = it.readings
    for file, reading in after.items():
        name = Path(file).name
        if name in WITHOUT_ZONE:
            assert (measured(reading), reading.crs) == (WITHOUT_ZONE[name], TOY_ZONE)
        else:
            assert measured(reading) == measured(before[file]), file
    it.wizard.reject()
