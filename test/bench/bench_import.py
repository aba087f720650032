"""A folder of survey files into the campaign, against GDAL that only writes the same polygons and points.

The other way has no journal, no versions, no comparison with what is there, no rejects and no town lookup: it shows
what the file itself costs.
"""

from __future__ import annotations

import csv
import math
import shutil
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Iterator

from measure import Figure, in_pairs, pair_figure, seconds
from osgeo import gdal, ogr, osr

from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

FILES, FEW, POINTS = 1000, 250, 30
_FRESH = count()


def figures(folder: Path) -> Iterator[Figure]:
    many, few = written(folder, FILES), written(folder, FEW)
    empty = folder / "empty.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(empty, Campaign("bench", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    pair = in_pairs(partial(ours, empty, many), partial(gdal_alone, folder, many), rounds=2)
    yield pair_figure(f"{FILES:,} files of {POINTS} points into a campaign", pair, "GDAL alone")
    growth = seconds(partial(ours, empty, many)) / seconds(partial(ours, empty, few)) / (FILES / FEW)
    yield Figure(f"time a file, {FILES:,} against {FEW}", f"{growth:.2f}", "1 (linear)", growth, 1.3)
    full = ours(empty, many)
    again = seconds(partial(take, full, many))
    yield Figure(f"the same {FILES:,} files again", f"{again:.2f} s", "", again)


def ours(empty: Path, surveys: Path) -> Path:
    campaign = empty.with_name(f"ours_{next(_FRESH)}.gpkg")
    shutil.copyfile(empty, campaign)
    take(campaign, surveys)
    return campaign


def take(campaign: Path, surveys: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        summary = import_readings(file, ListKind.UNSUPPLIED, read_path(surveys, ReadOptions()))
    assert not summary.rejects


def gdal_alone(folder: Path, surveys: Path) -> None:
    path = folder / f"gdal_{next(_FRESH)}.gpkg"
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4525)
    parcels = dataset.CreateLayer("parcel", reference, ogr.wkbMultiPolygon)
    points = dataset.CreateLayer("point", reference, ogr.wkbPoint)
    for layer, names in ((parcels, ("code", "name")), (points, ("code", "name", "n_text", "e_text"))):
        for name in names:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    dataset.StartTransaction()
    for survey in sorted(surveys.iterdir()):
        _copy(survey, parcels, points)
    dataset.CommitTransaction()


def _copy(survey: Path, parcels: ogr.Layer, points: ogr.Layer) -> None:
    with open(survey, encoding="gbk", newline="") as handle:
        rows = list(csv.reader(handle))
    (code, name), ring = rows[1][2:4], ogr.Geometry(ogr.wkbLinearRing)
    for row in rows[2:]:
        ring.AddPoint_2D(float(row[3]), float(row[2]))
        place = ogr.Geometry(ogr.wkbPoint)
        place.AddPoint_2D(float(row[3]), float(row[2]))
        feature = ogr.Feature(points.GetLayerDefn())
        for number, value in enumerate((code, row[0], row[2], row[3])):
            feature.SetField(number, value)
        feature.SetGeometryDirectly(place)
        points.CreateFeature(feature)
    ring.CloseRings()
    polygon, whole = ogr.Geometry(ogr.wkbPolygon), ogr.Geometry(ogr.wkbMultiPolygon)
    polygon.AddGeometry(ring)
    whole.AddGeometry(polygon)
    feature = ogr.Feature(parcels.GetLayerDefn())
    feature.SetField(0, code)
    feature.SetField(1, name)
    feature.SetGeometryDirectly(whole)
    parcels.CreateFeature(feature)


def written(folder: Path, files: int) -> Path:
    """A folder of so many files, each with one round parcel."""
    surveys = folder / f"surveys_{files}"
    surveys.mkdir()
    turn = [-2 * math.pi * point / POINTS for point in range(POINTS)]
    for number in range(files):
        north, east = 4000000 + number // 40 * 300, 37600000 + number % 40 * 300
        rows = "".join(
            f"J{place},1,{north + 100 * math.sin(angle):.3f},{east + 100 * math.cos(angle):.3f}\n"
            for place, angle in enumerate(turn, 1)
        )
        text = f"[地块坐标]\n{POINTS},3.1,DK-{number:04d},示例地块,面,,,,@\n{rows}"
        (surveys / f"{number:04d}.txt").write_text(text, encoding="gbk")
    return surveys
