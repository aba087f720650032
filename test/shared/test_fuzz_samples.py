"""Twenty thousand damaged copies of the real files: no crash, no hang, no invented point, no lost parcel."""

from __future__ import annotations

from pathlib import Path

import pytest
from honesty import assert_honest
from mutations import cases

from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import UndecodableFile, decode
from anze_idle_land_plugin.readers.reading import ReadOptions

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "boundary-files" / "samples"
SMALL = 6000
"""Bytes; the greater ones take their time and show nothing more."""
PORTIONS = 10


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_damaged_files_are_read_honestly(portion: int) -> None:
    samples = [path.read_bytes() for path in sorted(SAMPLES.rglob("*.txt")) if path.stat().st_size <= SMALL]
    options = ReadOptions(county_extent=(112.0, 35.89, 112.57, 36.51))
    for data in cases(samples, 20_000 // PORTIONS, seed=portion):
        try:
            decoded = decode(data, "damaged.txt")
        except UndecodableFile:
            continue
        text = decoded.text
        assert_honest(text, read_boundary_txt("damaged.txt", decoded, options))
