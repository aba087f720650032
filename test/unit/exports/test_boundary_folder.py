"""A folder of boundary files: one a parcel, or one a list and zone, each with every parcel."""

from __future__ import annotations

from pathlib import Path

from factories import dossier, parcel, shifted, snapshot

from anze_idle_land_plugin.exports.boundary.folder import write_boundary_folder
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions

EAST = shifted([(0.0, 100.0), (100.0, 100.0), (100.0, 0.0), (0.0, 0.0)], (38390000.0, 4002000.0))
SURVEYS = [parcel(code="a/1"), parcel(code="a_1"), parcel(EAST, code="东1", grid=Grid(38, True))]
CAMPAIGN = snapshot([dossier(survey=each) for each in SURVEYS])


def read(folder: Path) -> list[str]:
    return [each.code for reading in read_path(folder, ReadOptions()) for each in reading.parcels]


def test_every_parcel_has_its_own_file_even_when_codes_give_one_name(tmp_path: Path) -> None:
    assert write_boundary_folder(CAMPAIGN, tmp_path, tuple(ListKind), "canonical") == 3
    assert sorted(path.name for path in (tmp_path / "unsupplied").iterdir()) == ["a_1-2.txt", "a_1.txt", "东1.txt"]
    assert sorted(read(tmp_path)) == ["a/1", "a_1", "东1"]


def test_merged_files_are_one_a_list_and_zone(tmp_path: Path) -> None:
    assert write_boundary_folder(CAMPAIGN, tmp_path, tuple(ListKind), "canonical", merged=True) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["unsupplied_z37.txt", "unsupplied_z38.txt"]
    assert sorted(read(tmp_path)) == ["a/1", "a_1", "东1"]
