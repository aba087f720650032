"""Unit tests see GDAL as it comes, whichever tests ran before them in the same process."""

from __future__ import annotations

import pytest
from osgeo import gdal


@pytest.fixture(autouse=True)
def gdal_as_it_comes() -> None:
    """QGIS empties SHAPE_ENCODING for the whole process, so that GDAL hands out the bytes of a table undecoded."""
    if gdal.GetConfigOption("SHAPE_ENCODING") == "":
        gdal.SetConfigOption("SHAPE_ENCODING", None)
