"""Small parcels are cut many at once: each is read as if it stood in a file of its own."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from anze_idle_land_plugin.model.parcel import Parcel
from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import Decoded
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

HEAD = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=37\n[地块坐标]\n"


def read(*plots: str) -> Reading:
    text = HEAD + "".join(plots)
    return read_boundary_txt("a.txt", Decoded(text, "utf-8", "", len(text)), ReadOptions())


def plot(number: int, rows: list[str]) -> str:
    return "\n".join((f"{len(rows)},0.1,{number},地块{number},面,,工业用地,,@", *rows, ""))


@st.composite
def plots(draw: st.DrawFn) -> str:
    """A parcel as surveyors write it: closed or open, with holes, odd rows, or drawn badly."""
    corners = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=0, max_size=9))
    if corners and draw(st.booleans()):
        corners.append(corners[0])
    number = draw(st.sampled_from(["1", "2", ""]))
    rows = [f"J{at},{number},{4000000 + north}.000,{37550000 + east}.50" for at, (north, east) in enumerate(corners, 1)]
    change = draw(st.sampled_from(["", "", "", "trailing", "full width", "word", "further", "hole", "blank", "number"]))
    if change == "trailing":
        rows = [f"{row},," for row in rows]
    elif change == "further":
        rows = [f"{row},{at}.25,钢钉" for at, row in enumerate(rows)]
    elif change == "hole":
        rows += [f"J{at},2,{4000000 + at % 2}.100,{37550000 + at // 2}.600" for at in (0, 1, 3, 2, 0)]
    elif rows and change:
        odd = {
            "full width": rows[-1].replace(",", "，"),
            "word": "见附图",
            "blank": f" {rows[-1]} ",
            "number": rows[-1].replace("37550000", "375500O0"),
        }
        rows[draw(st.integers(0, len(rows) - 1))] = odd[change]
    return plot(draw(st.integers(1, 4)), rows)


def without_line(parcel: Parcel) -> Parcel:
    return replace(parcel, line=None)


@settings(max_examples=200, deadline=None)
@given(st.lists(plots(), min_size=2, max_size=8))
def test_a_parcel_among_many_is_read_as_if_it_stood_alone(several: list[str]) -> None:
    together, alone = read(*several), [read(each) for each in several]
    assert [without_line(each) for each in together.parcels] == [
        without_line(parcel) for reading in alone for parcel in reading.parcels
    ]
    assert sorted((each.message.code, each.text) for each in together.rejects) == sorted(
        (each.message.code, each.text) for reading in alone for each in reading.rejects
    )


def test_a_file_of_thousands_of_parcels_keeps_the_lines_and_the_text_of_each() -> None:
    def square(at: int) -> list[str]:
        corners = ((0, 0), (0, 1), (1, 1), (1, 0), (0, 0))
        return [f"J{n * 3 + e},1,{4000000 + at}.{n}00,{37550000 + at}.{e}00" for n, e in corners]

    reading = read(*(plot(at, square(at)) for at in range(5000)))
    assert not reading.rejects
    assert [parcel.line for parcel in reading.parcels] == list(range(6, 6 + 6 * 5000, 6))
    outer = reading.parcels[4321].parts[0].outer
    assert (outer.n_text, outer.names, outer.closing_name) == (
        ("4004321.000", "4004321.000", "4004321.100", "4004321.100"),
        ("J0", "J1", "J4", "J3"),
        "J0",
    )
