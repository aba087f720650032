"""Every boundary file of the shared samples gives what its manifest says, through the reader and the campaign file."""

from __future__ import annotations

from pathlib import Path

import pytest
from boundary_samples import BROKEN, READABLE, SAMPLES, WITHOUT_ZONE, measured
from factories import snapshot

from anze_idle_land_plugin.exports.boundary.txt import write_boundary_file
from anze_idle_land_plugin.geodesy.area import signed_area
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings


def read(name: str, crs: str = "") -> Reading:
    (path,) = SAMPLES.rglob(name)
    return read_file(path, ReadOptions(crs=crs))


@pytest.mark.parametrize("name", READABLE)
def test_a_readable_file_gives_the_parcels_of_the_manifest(name: str) -> None:
    epsg, expected = READABLE[name]
    reading = read(name)
    assert measured(reading) == expected
    assert (reading.crs, reading.rejects) == (f"EPSG:{epsg}", ())


@pytest.mark.parametrize("name", WITHOUT_ZONE)
def test_a_file_without_zone_waits_for_its_crs(name: str) -> None:
    refused = read(name)
    assert refused.parcels == ()
    assert {reject.message.code for reject in refused.rejects} == {"zone_unknown"}
    assert measured(read(name, "EPSG:4546")) == WITHOUT_ZONE[name]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gives_rejects_with_lines_and_no_parcel(name: str) -> None:
    reading = read(name)
    assert reading.parcels == ()
    assert [each.line for each in reading.rejects if each.message.code == "not_a_point"] == BROKEN[name]


def test_degrees_are_told_from_metres_by_magnitude() -> None:
    reading = read("xiaofu_lonlat_three_fields.txt")
    assert reading.crs == "EPSG:4490"
    assert [(each.code, each.name, each.vertex_count) for each in reading.parcels] == [
        ("DK001", "一号地块", 3),
        ("DK002", "二号地块", 3),
    ]
    assert list(reading.parcels[0].parts[0].outer.n) == [30.0, 30.0, 31.0]


def test_points_on_one_line_are_no_parcel_though_the_axes_are_recognised() -> None:
    reading = read("jisig_readme_swapped_xy.txt")
    assert reading.parcels == ()
    assert [(each.line, each.message.code) for each in reading.rejects] == [(7, "no_area")]
    assert "easting_first" in {note.code for note in reading.notes}


def test_a_header_zone_that_disagrees_with_the_eastings_is_reported() -> None:
    assert "zone_disagrees" in {note.code for note in read("cnblogs_loveyl_two_plots_elided.txt").notes}


@pytest.mark.parametrize("name", [*READABLE, *WITHOUT_ZONE])
def test_the_campaign_file_keeps_the_plane_area_in_the_zone_of_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    reading = read(name, "EPSG:4546" if name in WITHOUT_ZONE else "")
    with CampaignFile.open(path, update=True) as file:
        summary = import_readings(file, ListKind.UNSUPPLIED, [reading])
        rows = file.query("SELECT code, part, ring, n, e FROM boundary_point ORDER BY code, part, ring, seq")
    assert summary.imported == len(reading.parcels)
    rings: dict[tuple[object, ...], list[tuple[float, float]]] = {}
    for code, part, ring, n, e in rows:
        rings.setdefault((code, part, ring), []).append((float(str(n)), float(str(e))))
    total = sum(
        abs(signed_area([e for _, e in points], [n for n, _ in points])) * (1 if key[2] == 1 else -1)
        for key, points in rings.items()
    )
    expected = READABLE[name][1] if name in READABLE else WITHOUT_ZONE[name]
    assert total == pytest.approx(sum(area for _, _, area in expected), abs=0.01)


@pytest.mark.parametrize("name", READABLE)
def test_what_is_read_can_be_written_and_read_again_to_the_last_digit(name: str, tmp_path: Path) -> None:
    reading = read(name)
    path = tmp_path / name
    write_boundary_file(path, reading.parcels, "canonical")
    again = read_file(path, ReadOptions())
    assert measured(again) == measured(reading)
    assert [list(ring.n) for each in again.parcels for _, _, ring in each.rings()] == [
        list(ring.n) for each in reading.parcels for _, _, ring in each.rings()
    ]
