"""What other programs make of a package: ogrinfo and LibreOffice show the Chinese as it was written."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot

from anze_idle_land_plugin.exports.monitoring.export import MonitoringOptions, export_monitoring
from anze_idle_land_plugin.model.parcel import Grid

TEXTS = {"PCMC": "安泽县二〇一五年第二批次", "CZCS": "一地一策：“挂牌”—出让，镕", "XZMC": "冀氏镇", "SFYJ": "H"}
LIBRE_OFFICE = {"utf-8": 76, "gbk": 67, "gb18030": 85}
"""The numbers by which LibreOffice names a character set when it opens a dBASE table."""


@pytest.fixture(params=LIBRE_OFFICE, scope="module")
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The encoding and the folder of the unsupplied list, one parcel in each zone."""
    folder = tmp_path_factory.mktemp("包") / "安泽"
    east = parcel(shifted(SQUARE, (38369423.607, 3997612.293)), grid=Grid(38), code="2023-G-002")
    written = {code: text for code, text in TEXTS.items() if code != "SFYJ"}
    dossiers = [dossier(survey=each, **written) for each in (parcel(code="2023-G-001"), east)]
    summary = export_monitoring(snapshot(dossiers), folder, MonitoringOptions(encoding=request.param))
    assert summary.exported == 2
    return request.param, folder / "unsupplied"


@pytest.mark.parametrize("zone", [37, 38])
def test_ogrinfo_shows_the_texts_and_knows_the_zone(package: tuple[str, Path], zone: int) -> None:
    _, folder = package
    command = ["ogrinfo", "-ro", "-al", str(folder / f"unsupplied_z{zone}.shp")]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    for code, text in TEXTS.items():
        assert f"  {code} (String) = {text}\n" in told
    assert f'PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone {zone}"' in told
    assert f'ID["EPSG",{4488 + zone}]' in told


def test_libreoffice_shows_the_texts_when_the_character_set_is_named(package: tuple[str, Path], tmp_path: Path) -> None:
    encoding, folder = package
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        f"--infilter=dBase:{LIBRE_OFFICE[encoding]}",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        str(tmp_path),
        str(folder / "unsupplied_z37.dbf"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    with open(tmp_path / "unsupplied_z37.csv", encoding="utf-8", newline="") as handle:
        heads, row = list(csv.reader(handle))
    shown = {head.split(",")[0]: cell for head, cell in zip(heads, row)}
    assert {code: shown[code] for code in TEXTS} == TEXTS
    assert float(shown["DKMJ"]) == 10000
