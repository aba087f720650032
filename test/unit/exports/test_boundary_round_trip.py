"""Five thousand parcels in every dialect: written, read again, and equal in everything the dialect carries."""

from __future__ import annotations

import math
import random
from typing import Iterator, Sequence

import pytest
from factories import parcel

from anze_idle_land_plugin.exports.boundary.layout import cleaned
from anze_idle_land_plugin.exports.boundary.txt import composed, dialect_of
from anze_idle_land_plugin.geodesy.zones import to_geographic
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part, Ring
from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import decode
from anze_idle_land_plugin.readers.boundary_txt.profiles import profiles
from anze_idle_land_plugin.readers.reading import ReadOptions

PARCELS = 5000
PROFILES = tuple(dict.fromkeys(each.id for each in profiles()))
WORDS = "安泽府城和川冀氏良马唐，东街,西@村㙍𠮷(二期) A-1/3\t　“引号”:*?<>|;=[]【】{}．０１"
COUNTED = {"count", "area", "shape"}
"""Made from the geometry by the writer: no attribute of the parcel."""


def random_parcels(count: int, seed: int) -> list[Parcel]:
    """Star-shaped parcels with holes, islands in holes and several parts, named with everything people type."""
    dice = random.Random(seed)
    return [_random_parcel(dice, number) for number in range(count)]


def _random_parcel(dice: random.Random, number: int) -> Parcel:
    middle = (37_560_000 + number % 80 * 1000 + dice.random(), 3_980_000 + number // 80 * 700 + dice.random())
    holed = dice.random() < 0.3
    outer = _star(dice, middle, 100.0, 7 if holed else 3)
    holes = [_star(dice, middle, 45.0, 7)] if holed else []
    more = [_star(dice, (middle[0] + 400 * k, middle[1]), 90.0) for k in range(1, dice.choice((1, 1, 1, 2, 3)))]
    if holes and dice.random() < 0.3:
        more.append(_star(dice, middle, 15.0))
    made = parcel(outer, holes, code=f"2023-{number:05d}", name=_words(dice), more_parts=more)
    roles = {role for profile in profiles() for role in profile.roles} - COUNTED - {"code", "name"}
    attributes = {role: _words(dice) for role in sorted(roles) if dice.random() < 0.7}
    grid = Grid(37, True)
    return Parcel(made.code, made.name, grid, made.parts, attributes)


def _star(dice: random.Random, middle: tuple[float, float], size: float, least: int = 3) -> list[tuple[float, float]]:
    """With seven points or more the ring leaves half its size free round the middle."""
    count = dice.randint(least, 14)
    turn = dice.choice((1, -1))
    angles = [turn * (k + dice.uniform(0.1, 0.9)) * 2 * math.pi / count for k in range(count)]
    radii = [size * dice.uniform(0.75, 1.0) for _ in angles]
    return [(middle[0] + r * math.sin(a), middle[1] + r * math.cos(a)) for r, a in zip(radii, angles)]


def _words(dice: random.Random) -> str:
    return "".join(dice.choice(WORDS) for _ in range(dice.randint(0, 9)))


def rings_of(survey: Parcel) -> Iterator[Ring]:
    return (ring for _, _, ring in survey.rings())


@pytest.fixture(scope="module")
def surveys() -> list[Parcel]:
    return random_parcels(PARCELS, 2023)


@pytest.mark.parametrize("profile", PROFILES)
def test_everything_a_dialect_carries_comes_back(profile: str, surveys: Sequence[Parcel]) -> None:
    data = composed(surveys, profile).text.encode("gb18030")
    reading = read_boundary_txt("many.txt", decode(data, "many.txt"), ReadOptions(profile=profile))
    assert (reading.rejects, reading.encoding, len(reading.parcels)) == ((), "gb18030", PARCELS)
    dialect = dialect_of(profile)
    for meant, read in zip(surveys, reading.parcels):
        _assert_attributes(meant, read, dialect.roles)
        assert [len(part.holes) for part in read.parts] == [len(part.holes) for part in meant.parts]
        if "lon" in dialect.points:
            _assert_within_a_millimetre(meant, read)
        else:
            for mine, theirs in zip(rings_of(meant), rings_of(read)):
                assert (theirs.n_text, theirs.e_text, theirs.names) == (mine.n_text, mine.e_text, mine.names)


def _assert_attributes(meant: Parcel, read: Parcel, roles: Sequence[str]) -> None:
    own = {**meant.attributes, "code": meant.code, "name": meant.name}
    for role in roles:
        if role not in COUNTED:
            assert read.attributes[role] == cleaned(own.get(role, "")), role


def _assert_within_a_millimetre(meant: Parcel, read: Parcel) -> None:
    """Nine decimals of a degree are 0.1 mm: compared on the ground, where a degree is 111 km or less."""
    for mine, theirs in zip(rings_of(meant), rings_of(read)):
        degrees = to_geographic(mine.easting_northing(), meant.grid)
        for (longitude, latitude), e, n in zip(degrees, theirs.e, theirs.n):
            assert math.hypot((longitude - e) * 90_000, (latitude - n) * 111_000) < 0.001


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_what_was_read_is_written_back_byte_for_byte(profile: str, encoding: str, surveys: Sequence[Parcel]) -> None:
    data = composed(surveys[:40], profile).text.encode(encoding)
    reading = read_boundary_txt("x.txt", decode(data, "x.txt"), ReadOptions(profile=profile))
    assert composed(reading.parcels, profile).text.encode(encoding) == data


CANONICAL = """[项目信息]
项目名称=城东批次
项目所在县区代码=141026
[属性描述]
格式版本号=1.01版本
数据产生单位=安泽县自然资源局
数据产生日期=2019年4月19日
坐标系=CGCS2000
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=37
精度=0.001
转换参数=,,,,,,
验收标记=甲=乙
[地块坐标]
10,0.5600,2023-001,示例地块,面,J49G018092,工业用地,0601,@
J1,1,4001060.000,37611000.000
J2,1,4001060.000,37611090.000
J3,1,4001000.000,37611100.000
J4,1,4001000.000,37611000.000
J1,1,4001060.000,37611000.000
J5,2,4001040.000,37611040.000
J6,2,4001030.000,37611040.000
J7,2,4001030.000,37611050.000
J8,2,4001040.000,37611050.000
J5,2,4001040.000,37611040.000
[扩展信息]
备注=复核
""".replace("\n", "\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-8-sig"])
def test_unknown_keys_and_sections_of_a_canonical_file_survive(encoding: str) -> None:
    data = CANONICAL.encode(encoding)
    reading = read_boundary_txt("x.txt", decode(data, "x.txt"), ReadOptions())
    assert composed(reading.parcels, "canonical").text.encode(encoding) == data


def test_a_header_that_names_another_zone_or_datum_is_put_right() -> None:
    text = CANONICAL.replace("带号=37", "带号=38").replace("=CGCS2000", "=1980西安坐标系")
    reading = read_boundary_txt("x.txt", decode(text.encode(), "x.txt"), ReadOptions(crs="EPSG:4525"))
    written = composed(reading.parcels, reading.profile).text
    assert "带号=37\r\n" in written
    assert "坐标系=2000国家大地坐标系\r\n" in written
    assert "验收标记=甲=乙\r\n" in written


def test_renumbering_starts_in_the_north_west_and_runs_clockwise(surveys: Sequence[Parcel]) -> None:
    reading = read_boundary_txt(
        "x.txt", decode(composed(surveys[:200], "canonical", renumber=True).text.encode(), "x.txt"), ReadOptions()
    )
    for read in reading.parcels:
        first = [name for ring in rings_of(read) for name in ring.names]
        assert first == [f"J{place}" for place in range(1, len(first) + 1)]
        for part in read.parts:
            _assert_outer_clockwise(part)


def _assert_outer_clockwise(part: Part) -> None:
    def turn(ring: Ring) -> float:
        points = [(e - ring.e[0], n - ring.n[0]) for e, n in zip(ring.e, ring.n)]
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))

    west, north = min(part.outer.e), max(part.outer.n)
    away = [math.hypot(e - west, n - north) for e, n in zip(part.outer.e, part.outer.n)]
    assert turn(part.outer) < 0
    assert away[0] == min(away)
    assert all(turn(hole) > 0 for hole in part.holes)
