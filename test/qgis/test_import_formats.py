"""``anze:importparcels`` on every kind of file a firm sends, and on the folder that holds them all."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, Callable, Mapping

import fiona
import pytest
import xlwt
from factories import dossier, parcel, shifted, snapshot
from openpyxl import Workbook
from qgis.core import QgsProcessingContext, QgsProcessingFeedback
from shapely.geometry import Polygon, mapping

from anze_idle_land_plugin.algorithms.provider import CampaignProvider
from anze_idle_land_plugin.exports.monitoring.export import MonitoringOptions, export_monitoring
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.geodesy.zones import transform
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_surveys

CORNERS = shifted([(0.0, 100.0), (100.125, 100.0), (100.0, 0.0), (0.0, 0.0)])
HEAD = ("点号", "X坐标(m)", "Y坐标(m)")
POINTS = [(f"J{n}", north, east) for n, (east, north) in enumerate(CORNERS, 1)]
FIELDS = {"TBBH": "str:24", "DKMC": "str:60", "NZYPZWH": "str:60", "GYMJ": "float:16.4"}
VALUES = {"TBBH": "2023-G-001", "DKMC": "府城镇一号", "NZYPZWH": "晋政地字〔2015〕12号", "GYMJ": 1.0006}


@pytest.fixture
def campaign(tmp_path: Path) -> str:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return str(path)


@pytest.fixture
def imported(provider: CampaignProvider, campaign: str) -> Callable[..., Mapping[str, Any]]:
    def run(path: Path, **more: Any) -> Mapping[str, Any]:
        values = {"CAMPAIGN": campaign, "INPUT": str(path), "LIST": "unsupplied", **more}
        algorithm = provider.algorithm("importparcels").create()
        results, _ = algorithm.run(values, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
        found: Mapping[str, Any] = results
        return found

    return run


def vector(path: Path, driver: str, crs: str = "EPSG:4525", **more: str) -> Path:
    corners = transform(CORNERS, 4525, 4490) if crs == "EPSG:4326" else CORNERS
    schema = {"geometry": "Polygon", "properties": FIELDS}
    with fiona.open(path, "w", driver=driver, crs=crs, schema=schema, **more) as target:
        target.write({"geometry": mapping(Polygon(corners)), "properties": VALUES})
    return path


def shp(folder: Path) -> Path:
    path = vector(folder / "地块.shp", "ESRI Shapefile", encoding="GBK")
    path.with_suffix(".cpg").unlink()
    return path


def zipped(folder: Path) -> Path:
    inside = shp(folder)
    with zipfile.ZipFile(folder / "地块.zip", "w") as archive:
        for part in sorted(folder.glob("地块.*")):
            if part.suffix != ".zip":
                archive.write(part, f"送审/{part.name}")
    for part in inside.parent.glob("地块.*"):
        if part.suffix != ".zip":
            part.unlink()
    return folder / "地块.zip"


def gpkg(folder: Path) -> Path:
    return vector(folder / "地块.gpkg", "GPKG")


def geojson(folder: Path) -> Path:
    return vector(folder / "地块.geojson", "GeoJSON", "EPSG:4326")


def kml(folder: Path) -> Path:
    places = " ".join(f"{x},{y},0" for x, y in transform([*CORNERS, CORNERS[0]], 4525, 4490))
    text = (
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>府城镇一号</name><Polygon>'
        f"<outerBoundaryIs><LinearRing><coordinates>{places}</coordinates></LinearRing></outerBoundaryIs></Polygon>"
        "</Placemark></Document></kml>"
    )
    (folder / "地块.kml").write_text(text, encoding="utf-8")
    return folder / "地块.kml"


def dxf(folder: Path) -> Path:
    pairs: list[object] = [0, "SECTION", 2, "ENTITIES", 0, "LWPOLYLINE", 8, "ZD", 90, 4, 70, 1]
    for east, north in CORNERS:
        pairs += [10, east, 20, north]
    pairs += [0, "TEXT", 8, "ZJ", 10, CORNERS[3][0] + 50, 20, CORNERS[3][1] + 50, 1, "府城镇一号"]
    pairs += [0, "ENDSEC", 0, "EOF"]
    (folder / "地块.dxf").write_text("\n".join(map(str, pairs)) + "\n", encoding="gbk")
    return folder / "地块.dxf"


def xlsx(folder: Path) -> Path:
    book = Workbook()
    for row in (("界址点成果表",), HEAD, *POINTS):
        book.active.append(row)
    book.save(folder / "地块.xlsx")
    return folder / "地块.xlsx"


def xls(folder: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("成果")
    for line, row in enumerate((HEAD, *POINTS)):
        for column, value in enumerate(row):
            sheet.write(line, column, value)
    book.save(str(folder / "地块.xls"))
    return folder / "地块.xls"


def csv(folder: Path) -> Path:
    lines = [",".join(map(str, row)) for row in (HEAD, *POINTS)]
    (folder / "地块.csv").write_text("\n".join(lines), encoding="gbk")
    return folder / "地块.csv"


def dat(folder: Path) -> Path:
    lines = [f"{name},,{east},{north},0.000" for name, north, east in POINTS]
    (folder / "地块.dat").write_text("\r\n".join(lines), encoding="gbk")
    return folder / "地块.dat"


FORMATS = (shp, zipped, gpkg, geojson, kml, dxf, xlsx, xls, csv, dat)


@pytest.mark.parametrize("write", FORMATS, ids=lambda each: each.__name__)
def test_every_format_is_imported_once_and_twice_changes_nothing(
    write: Callable[[Path], Path], imported: Any, campaign: str, tmp_path: Path
) -> None:
    folder = tmp_path / "from the firm"
    folder.mkdir()
    path = write(folder)
    first = imported(path)
    assert (first["IMPORTED"], first["REJECTED"]) == (1, 0)
    again = imported(path)
    assert (again["IMPORTED"], again["UPDATED"], again["UNCHANGED"]) == (0, 0, 1)
    with CampaignFile.open(campaign) as file:
        (survey,) = read_surveys(file, ListKind.UNSUPPLIED).values()
    if survey.parcel.grid.zone == 37:
        assert plane_area(survey.parcel) == pytest.approx(Polygon(CORNERS).area, abs=1e-6)
        assert survey.parcel.parts[0].outer.easting_northing() == CORNERS
    else:
        assert survey.parcel.grid.zone is None
        placed = transform(survey.parcel.parts[0].outer.easting_northing(), 4490, 4525)
        assert sorted(placed) == [pytest.approx(corner, abs=1e-3) for corner in sorted(CORNERS)]


@pytest.mark.parametrize("write", [shp, gpkg, geojson], ids=lambda each: each.__name__)
def test_attributes_under_field_codes_come_along(
    write: Callable[[Path], Path], imported: Any, campaign: str, tmp_path: Path
) -> None:
    imported(write(tmp_path))
    with CampaignFile.open(campaign) as file:
        (row,) = file.rows("SELECT TBBH, DKMC, NZYPZWH, GYMJ FROM unsupplied_parcel")
    assert row.values == VALUES


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_package_we_exported_brings_its_attributes_back(
    encoding: str, imported: Any, campaign: str, tmp_path: Path
) -> None:
    facts = {"NZYPZWH": "晋政地字〔2015〕12号", "PCMC": "2015年第二批次", "ZSZT": "12", "GYMJ": 0.9876}
    package = snapshot([dossier(survey=parcel(code="2023-G-001", name="某某公司"), **facts)])
    export_monitoring(package, tmp_path / "out", MonitoringOptions(encoding=encoding))
    assert imported(tmp_path / "out" / "unsupplied" / "unsupplied_z37.shp")["IMPORTED"] == 1
    with CampaignFile.open(campaign) as file:
        (row,) = file.rows(f"SELECT TBBH, DKMC, {', '.join(facts)} FROM unsupplied_parcel")
        (survey,) = read_surveys(file, ListKind.UNSUPPLIED).values()
    assert row.values == {"TBBH": "2023-G-001", "DKMC": "某某公司", **facts}
    exported = package.dossiers[ListKind.UNSUPPLIED][0].survey
    assert [ring.easting_northing() for _, _, ring in survey.parcel.rings()] == [
        ring.easting_northing() for _, _, ring in exported.rings()
    ]


def test_a_folder_of_all_formats_goes_in_at_once_and_broken_files_cost_only_themselves(
    imported: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    for write in FORMATS:
        own = folder / write.__name__
        own.mkdir(parents=True)
        write(own)
    for name in ("broken.gpkg", "broken.xls", "broken.zip", "broken.dxf", "图.pdf", "a.jmtxt"):
        (folder / name).write_bytes(b"junk that is nothing")
    result = imported(folder)
    broken = 6
    again = result["UPDATED"] + result["REJECTED"] - broken  # one parcel, by number and land, in files of several kinds
    assert (result["IMPORTED"], again) == (7, 3) and result["IMPORTED"] + again == len(FORMATS)
