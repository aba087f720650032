"""Where the sample lies: illustrative town seats and building sites on Anze's map. No real parcel is shown."""

from __future__ import annotations

from dataclasses import dataclass

SEATS = {
    "府城镇": (112.2335, 36.1468),
    "和川镇": (112.275, 36.318),
    "唐城镇": (112.205, 36.385),
    "冀氏镇": (112.335, 36.045),
    "良马镇": (112.440, 36.135),
    "马壁镇": (112.310, 35.955),
}
"""Town seats for the partition, lon and lat in degrees. Only 府城镇 is a known place (GeoNames); others guesses."""

ZONE_RING = (
    (112.258, 36.186),
    (112.276, 36.181),
    (112.300, 36.200),
    (112.306, 36.226),
    (112.292, 36.232),
    (112.270, 36.221),
    (112.256, 36.204),
)
"""The illustrative outline of the development zone, lon and lat in degrees."""


@dataclass(frozen=True)
class Site:
    """A building site: a mesh of ``rows`` by ``columns`` cells round a centre, turned by ``turn`` degrees.

    ``unsupplied`` and ``idle`` say how many cells become parcels of either list.
    """

    name: str
    town: str
    village: str
    lon: float
    lat: float
    rows: int
    columns: int
    turn: float
    unsupplied: int
    idle: int
    in_zone: bool = False
    zone: int = 37


SITES = (
    Site("府城北", "府城镇", "高壁村", 112.226, 36.160, 3, 5, 12.0, 8, 3),
    Site("府城南", "府城镇", "飞岭村", 112.262, 36.112, 2, 5, -20.0, 6, 2),
    Site("开发区西", "府城镇", "孔村村", 112.274, 36.199, 3, 5, 35.0, 8, 5, in_zone=True),
    Site("开发区东", "府城镇", "神南村", 112.289, 36.216, 3, 4, 30.0, 6, 3, in_zone=True),
    Site("和川", "和川镇", "和川村", 112.258, 36.315, 3, 4, 5.0, 6, 2),
    Site("和川西", "和川镇", "上县村", 112.205, 36.290, 2, 3, -8.0, 3, 1),
    Site("唐城", "唐城镇", "唐城村", 112.208, 36.378, 3, 5, 18.0, 8, 4),
    Site("冀氏", "冀氏镇", "冀氏村", 112.332, 36.050, 3, 4, -30.0, 6, 2),
    Site("冀氏南", "冀氏镇", "冀氏村", 112.372, 36.012, 2, 3, 10.0, 2, 2),
    Site("良马", "良马镇", "良马村", 112.438, 36.128, 2, 4, 22.0, 3, 2),
    Site("良马东", "良马镇", "杜村村", 112.522, 36.105, 2, 4, -15.0, 5, 1, zone=38),
    Site("马壁", "马壁镇", "马必村", 112.306, 35.952, 3, 4, 40.0, 6, 3),
)


@dataclass(frozen=True)
class Road:
    """A road strip: centre line in degrees, width in metres."""

    town: str
    village: str
    line: tuple[tuple[float, float], ...]
    width: float


ROADS = (
    Road("府城镇", "桃曲村", ((112.200, 36.128), (112.207, 36.133), (112.213, 36.141), (112.216, 36.149)), 24.0),
    Road("和川镇", "上县村", ((112.236, 36.276), (112.240, 36.286), (112.238, 36.296)), 18.0),
    Road("冀氏镇", "冀氏村", ((112.350, 36.030), (112.356, 36.022), (112.359, 36.010), (112.353, 36.002)), 20.0),
)
