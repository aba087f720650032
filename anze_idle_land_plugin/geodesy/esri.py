"""The WKT that Esri's own software writes for CGCS2000: what ArcGIS and SuperMap know by name in a .prj.

Spelt here and not asked of GDAL, whose text differs from version to version.
"""

from __future__ import annotations

from ..model.parcel import Grid
from .zones import FALSE_EASTING, THREE_DEGREE, central_meridian

GEOGRAPHIC = (
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",'
    'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)


def esri_name(grid: Grid) -> str:
    """Esri's name of a zone: CGCS2000_3_Degree_GK_Zone_37 with prefix, CGCS2000_3_Degree_GK_CM_111E without."""
    if grid.zone is None:
        return "GCS_China_Geodetic_Coordinate_System_2000"
    family = "CGCS2000_3_Degree_GK" if grid.zone in THREE_DEGREE else "CGCS2000_GK"
    return f"{family}_Zone_{grid.zone}" if grid.has_prefix else f"{family}_CM_{central_meridian(grid.zone)}E"


def esri_wkt(grid: Grid) -> str:
    """The WKT1 text of a grid, in Esri's order of parameters and on one line."""
    if grid.zone is None:
        return GEOGRAPHIC
    false_easting = FALSE_EASTING + (grid.zone * 1e6 if grid.has_prefix else 0)
    parameters = (
        ("False_Easting", false_easting),
        ("False_Northing", 0.0),
        ("Central_Meridian", float(central_meridian(grid.zone))),
        ("Scale_Factor", 1.0),
        ("Latitude_Of_Origin", 0.0),
    )
    listed = ",".join(f'PARAMETER["{name}",{value}]' for name, value in parameters)
    return f'PROJCS["{esri_name(grid)}",{GEOGRAPHIC},PROJECTION["Gauss_Kruger"],{listed},UNIT["Meter",1.0]]'
