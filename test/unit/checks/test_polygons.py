"""Polygons with verdict, findings and places written by hand (test/data/polygons.csv): all of them come out right."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import judge, worst
from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import explain_validity

from anze_idle_land_plugin.checks.finding import Severity

TABLE = Path(__file__).resolve().parents[2] / "data" / "polygons.csv"
VERDICTS = {"ok": None, "notice": Severity.NOTICE, "warning": Severity.WARNING, "error": Severity.ERROR}
REACH = 0.02
"""Metres a place may lie off the one written down."""


class Expected(NamedTuple):
    rule: str
    place: tuple[float, float] | None


def rows() -> list[dict[str, str]]:
    with open(TABLE, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def parts_of(text: str) -> list[list[list[tuple[float, float]]]]:
    """WKT read loosely: rings may be open, empty or hold what is no number."""
    if text.endswith("EMPTY"):
        return []
    body = text[text.index("(") :]
    polygons = [body] if text.startswith("POLYGON") else re.findall(r"\(\([^()]*\)(?:,\([^()]*\))*\)", body)
    return [[points_of(ring) for ring in re.findall(r"\(([^()]*)\)", polygon)] for polygon in polygons]


def points_of(ring: str) -> list[tuple[float, float]]:
    pairs = (pair.split() for pair in ring.split(",") if pair.strip())
    return [(float(x), float(y)) for x, y in pairs]


def expected_of(text: str) -> list[Expected]:
    found = []
    for word in filter(None, text.split(";")):
        rule, _, place = word.partition("@")
        x, _, y = place.partition(" ")
        found.append(Expected(rule, (float(x), float(y)) if place else None))
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["name"])
def test_verdict_findings_and_places_are_those_written_by_hand(row: dict[str, str]) -> None:
    findings = judge(parts_of(row["polygon"]))
    expected = expected_of(row["findings"])
    said = [f"{each.rule} {each.sentence.text()}" for each in findings]
    assert {each.rule for each in findings} == {each.rule for each in expected}, said
    assert worst(findings) is VERDICTS[row["verdict"]], said
    for rule, place in expected:
        if place is not None:
            centres = [each.place.centre for each in findings if each.rule == rule and each.place is not None]
            assert any(abs(x - place[0]) <= REACH and abs(y - place[1]) <= REACH for x, y in centres), centres


def test_every_finding_says_in_words_what_is_wrong_and_what_to_do() -> None:
    for row in rows():
        for finding in judge(parts_of(row["polygon"])):
            assert len(finding.sentence.text().split()) > 3 and len(finding.remedy.text().split()) > 3


@pytest.mark.parametrize(
    ("polygon", "word"),
    [
        ("POLYGON((0 0,100 100,100 0,0 100,0 0))", "crosses"),
        ("POLYGON((0 0,50 50,100 100,100 0,0 100,0 0))", "crosses"),
        ("POLYGON((0 0,50 50,100 100,100 0,50 50,0 100,0 0))", "crosses"),
        ("POLYGON((50 50,40 100,60 100,50 50,100 40,100 60,50 50,60 0,40 0,50 50))", "crosses"),
        ("POLYGON((50 50,40 100,60 100,50 50,100 60,100 40,50 50,60 0,40 0,50 50))", "touches"),
        ("POLYGON((0 0,50 50,0 100,100 100,50 50,100 0,0 0))", "touches"),
        ("POLYGON((0 0,0 100,50 50,50 50,100 100,100 0,50 50,0 0))", "touches"),
        ("POLYGON((0 0,0 100,50 0,100 100,100 0,0 0))", "touches"),
        (
            "POLYGON((0 0,0 100,100 100,100 0,60 0,60 -20,120 -20,120 50,100 50,130 60,130 -40,40 -40,40 0,0 0))",
            "touches",
        ),
    ],
)
def test_a_ring_that_touches_itself_is_told_from_one_that_crosses(polygon: str, word: str) -> None:
    for x, y in ((0.0, 0.0), (37612000.0, 4002000.0)):
        parts = [[[(e + x, n + y) for e, n in ring] for ring in part] for part in parts_of(polygon)]
        assert [each.sentence.code for each in judge(parts) if each.rule == "G04"] == [word]


def test_there_are_a_hundred_and_fifty_polygons_no_two_the_same() -> None:
    assert len({row["polygon"] for row in rows()}) == len({row["name"] for row in rows()}) == len(rows()) >= 150


WHOLE = st.integers(0, 6).map(float)
RING = st.lists(st.tuples(WHOLE, WHOLE), min_size=3, max_size=9)


@given(st.lists(st.lists(RING, min_size=1, max_size=3), min_size=1, max_size=2))
@settings(max_examples=300)
def test_an_error_is_found_exactly_where_geos_finds_a_polygon_invalid(parts: Any) -> None:
    closed = [[[*ring, ring[0]] for ring in part] for part in parts]
    shape = MultiPolygon([Polygon(part[0], part[1:]) for part in closed])
    findings = judge(closed)
    has_error = any(each.severity is Severity.ERROR for each in findings)
    assert has_error == (not shape.is_valid), explain_validity(shape)
    x_min, y_min, x_max, y_max = 0.0, 0.0, 6.0, 6.0
    for finding in findings:
        x, y = finding.place.centre
        assert x_min <= x <= x_max and y_min <= y <= y_max, finding
