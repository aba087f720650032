"""The palette can be told apart by colour-blind readers: CIEDE2000 under the Machado matrices at severity 1."""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import Any

import pytest

from anze_idle_land_plugin.cartography.palette import fills, lines
from anze_idle_land_plugin.model.kinds import Category, Status

IDENTITY = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
MACHADO = {
    "normal": IDENTITY,
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def times(matrix: Any, vector: Any) -> Any:
    return [sum(a * b for a, b in zip(row, vector)) for row in matrix]


def lab(colour: str, seen_through: Any) -> tuple[float, float, float]:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    seen = [min(max(c, 0.0), 1.0) for c in times(seen_through, linear)]
    ratios = [value / white for value, white in zip(times(TO_XYZ, seen), WHITE)]
    x, y, z = (r ** (1 / 3) if r > 0.008856 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def delta_e_2000(one: Any, other: Any) -> float:
    """CIE 142-2001."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lm, cm, hm = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    t = 1 - 0.17 * cos(radians(hm - 30)) + 0.24 * cos(radians(2 * hm))
    t += 0.32 * cos(radians(3 * hm + 6)) - 0.20 * cos(radians(4 * hm - 63))
    sl = 1 + 0.015 * (lm - 50) ** 2 / sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rt = -2 * sqrt(cm**7 / (cm**7 + 25**7)) * sin(radians(60 * exp(-(((hm - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return sqrt(dl**2 + dc**2 + dh**2 + rt * dc * dh)


def test_the_colour_difference_agrees_with_the_published_test_data() -> None:
    """Sharma, Wu, Dalal (2005), pairs 1 and 17."""
    assert delta_e_2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert delta_e_2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@pytest.mark.parametrize("vision", MACHADO)
def test_every_pair_of_category_colours_differs_for_every_reader(vision: str) -> None:
    seen = {category: lab(colour, MACHADO[vision]) for category, colour in fills().items()}
    closest = min(combinations(seen, 2), key=lambda pair: delta_e_2000(seen[pair[0]], seen[pair[1]]))
    assert delta_e_2000(seen[closest[0]], seen[closest[1]]) >= 10, closest


def test_every_category_and_status_is_drawn() -> None:
    assert set(fills()) == set(Category)
    assert set(lines()) == set(Status)


def test_statuses_differ_without_colour() -> None:
    drawn = [(line.width_mm, line.dash, line.hatch) for line in lines().values()]
    assert len(set(drawn)) == len(drawn)
