"""A dialect that is only a row of the table goes through the algorithms: in as a file, out as the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from qgis.core import QgsProcessingException

ROW = {
    "profile": "xinfang",
    "fields": "8",
    "marker": "5",
    "roles": "count;area;code;name;shape;map_sheet;use;owner",
    "points": "name;ring;n;e;height",
    "counting": "rows",
    "header": "坐标系=2000国家大地坐标系;几度分带={width};带号={zone}",
    "kept": "owner;height",
}
FILE = """[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
带号=37
[地块坐标]
5,1.0000,2023-G-001,示例,面,J49G001,工业用地,某村集体,@
J1,1,4002000.000,37612000.000,950.12
J2,1,4002000.000,37612100.000,951.12
J3,1,4001900.000,37612100.000,952
J4,1,4001900.000,37612000.000,953.1
J1,1,4002000.000,37612000.000,950.12
""".replace("\n", "\r\n").encode()

Run = Callable[..., "dict[str, Any]"]


@pytest.mark.parametrize("profile", ["auto", "xinfang"])
def test_it_comes_in_and_goes_out_as_the_same_bytes(
    run: Run, add_dialect: Callable[..., None], campaign: Path, tmp_path: Path, profile: str
) -> None:
    add_dialect(**ROW)
    (tmp_path / "a.txt").write_bytes(FILE)
    given = {"CAMPAIGN": str(campaign), "LIST": "unsupplied", "INPUT": str(tmp_path / "a.txt"), "PROFILE": profile}
    assert run("importparcels", **given)["IMPORTED"] == 1
    for algorithm in ("exportboundary", "exportmonitoring"):
        folder = tmp_path / algorithm
        run(algorithm, CAMPAIGN=str(campaign), LIST="unsupplied", PROFILE="xinfang", OUTPUT=str(folder))
        assert [path.read_bytes() for path in folder.rglob("*.txt")] == [FILE]


def test_a_row_that_says_nothing_known_stops_the_import_with_a_sentence(
    run: Run, add_dialect: Callable[..., None], campaign: Path, tmp_path: Path
) -> None:
    add_dialect(**{**ROW, "kept": "owner"})
    (tmp_path / "a.txt").write_bytes(FILE)
    with pytest.raises(QgsProcessingException, match=r"boundary_profiles\.csv, row 2: height "):
        run("importparcels", CAMPAIGN=str(campaign), LIST="unsupplied", INPUT=str(tmp_path / "a.txt"))
