"""The shared samples of boundary files, and what each of them holds by its manifest."""

from __future__ import annotations

from pathlib import Path

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.readers.reading import Reading

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "boundary-files" / "samples"


READABLE = {
    "44120000072.txt": (4526, [(1, 5, 12247.0957)]),
    "44120000326.txt": (4526, [(1, 4, 100.0373)]),
    "44120000567.txt": (4526, [(1, 14, 2189.9942)]),
    "44120000957.txt": (4526, [(1, 4, 7749.1267)]),
    "44120001148.txt": (4526, [(1, 28, 52380.1878)]),
    "44120000957_misplaced_fields.txt": (4526, [(1, 4, 7749.1267)]),
    "plot_004.txt": (4526, [(1, 4, 3786.0931)]),
    "testfile.txt": (4523, [(1, 63, 466.1710)]),
    "jisig_multipart_ring12.txt": (4547, [(2, 6, 100.0)]),
    "jisig_hole_ring12.txt": (4547, [(2, 8, 64.0)]),
    "kanyu_sample_wrong_area.txt": (4527, [(1, 4, 100.0)]),
    "znlgis_13field_declared13.txt": (4527, [(1, 3, 4999.995)]),
}


WITHOUT_ZONE = {
    "TEST1.txt": [(1, 429, 798902.2749)],
    "jisig_bubeian_6col.txt": [(1, 3, 50.0)],
    "hygnic_docstring_messy.txt": [(1, 3, 2.0), (2, 8, 8.0)],
}


BROKEN = {
    "cctool_gongdi_supply_masked.txt": [14, 15, 16, 17, 18],
    "cctool_jsyd_baopi_masked_keys_without_equals.txt": [14, 15, 16, 17, 18],
    "cctool_yizhangtu_5field_masked.txt": [11, 12, 13, 14, 15, 16],
    "cctool_zengjianguagou_6col_masked.txt": [8, 9, 10, 11, 12],
    "cctool_weipian_zhifa_lonlat_masked.txt": [3, 4, 5, 6, 7],
    "cnblogs_loveyl_two_plots_elided.txt": [16, 21],
}


def measured(reading: Reading) -> list[tuple[int, int, float]]:
    return [(sum(1 for _ in each.rings()), each.vertex_count, round(plane_area(each), 4)) for each in reading.parcels]
