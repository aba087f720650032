"""The .prj text is Esri's own for every zone."""

from __future__ import annotations

import pytest
from pyproj import CRS

from anze_idle_land_plugin.geodesy.esri import esri_name, esri_wkt
from anze_idle_land_plugin.geodesy.zones import SIX_DEGREE, THREE_DEGREE, epsg
from anze_idle_land_plugin.model.parcel import Grid

ZONE_37 = (
    'PROJCS["CGCS2000_3_Degree_GK_Zone_37",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",'
    'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",37500000.0],PARAMETER["False_Northing",0.0],'
    'PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],'
    'UNIT["Meter",1.0]]'
)
GRIDS = [Grid(zone, prefix) for zone in (*SIX_DEGREE, *THREE_DEGREE) for prefix in (True, False)] + [Grid(None, False)]


def test_zone_37_is_the_text_arcgis_writes() -> None:
    assert esri_wkt(Grid(37)) == ZONE_37
    other = ZONE_37.replace("Zone_37", "Zone_38").replace("37500000", "38500000").replace("111.0", "114.0")
    assert esri_wkt(Grid(38)) == other


@pytest.mark.parametrize(
    ("grid", "name"),
    [
        (Grid(37, False), "CGCS2000_3_Degree_GK_CM_111E"),
        (Grid(38, False), "CGCS2000_3_Degree_GK_CM_114E"),
        (Grid(19), "CGCS2000_GK_Zone_19"),
        (Grid(19, False), "CGCS2000_GK_CM_111E"),
        (Grid(None, False), "GCS_China_Geodetic_Coordinate_System_2000"),
    ],
    ids=str,
)
def test_each_family_of_zones_has_its_name(grid: Grid, name: str) -> None:
    assert esri_name(grid) == name


def test_every_grid_is_spelt_as_esri_spells_it_and_known_again_by_its_code() -> None:
    for grid in GRIDS:
        assert esri_wkt(grid) == CRS(epsg(grid)).to_wkt("WKT1_ESRI")
        assert CRS.from_wkt(esri_wkt(grid)).to_epsg(min_confidence=20) == epsg(grid)
