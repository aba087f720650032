"""The ground of parcels: rectangles, and the boundary file in which a surveyor hands them in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Mapping

from factories import ORIGIN_37
from property.truth import half_up

HEAD = """[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=37
精度=0.001
[地块坐标]
"""


@dataclass(frozen=True)
class Ground:
    """A rectangle: metres east of the origin, width and depth."""

    east: Decimal
    width: Decimal
    depth: Decimal

    @property
    def square_metres(self) -> Decimal:
        return self.width * self.depth

    def corners(self) -> list[tuple[float, float]]:
        """Clockwise from the north-west, full eastings and northings."""
        west, south = Decimal(str(ORIGIN_37[0])) + self.east, Decimal(str(ORIGIN_37[1]))
        east, north = west + self.width, south + self.depth
        return [(float(x), float(y)) for x, y in ((west, north), (east, north), (east, south), (west, south))]


def boundary_file(grounds: Mapping[str, Ground], declared: bool) -> str:
    """The text of a boundary file of parcels by code; ``declared`` tells their areas in hectares, too."""
    return HEAD + "".join(_plot(code, ground, declared) for code, ground in grounds.items())


def _plot(code: str, ground: Ground, declared: bool) -> str:
    corners = ground.corners()
    area = f"{half_up(ground.square_metres / 10_000)}" if declared else ""
    lines = [f"{len(corners) + 1},{area},{code},{code}地块,面,,,,@"]
    for name, (east, north) in zip(("J1", "J2", "J3", "J4", "J1"), (*corners, corners[0])):
        lines.append(f"{name},1,{north:.3f},{east:.3f}")
    return "\n".join(lines) + "\n"
