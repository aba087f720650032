"""Bytes to text on evidence; a byte that is no character costs the line it stands in, not the file."""

from __future__ import annotations

import random

import pytest

from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import UndecodableFile, decode
from anze_idle_land_plugin.readers.point_table import read_point_text
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

HEADER = "[属性描述]\n数据产生单位=安泽县自然资源局\n坐标系=2000国家大地坐标系\n带号=37\n[地块坐标]\n"
ROWS = "J1,1,4001060,37611000\nJ2,1,4001060,37611090\nJ3,1,4001000,37611100\nJ4,1,4001000,37611000\n"
FILE = f"{HEADER}4,0.57,A1,甲地块,面,,工业用地,,@\n{ROWS}4,0.57,A2,乙地块,面,,工业用地,,@\n{ROWS}"
ENCODINGS = ["utf-8", "utf-8-sig", "gbk"]


def read(data: bytes) -> Reading:
    return read_boundary_txt("a.txt", decode(data, "a.txt"), ReadOptions())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_stray_byte_in_a_point_row_costs_that_row_and_its_parcel(encoding: str) -> None:
    reading = read(FILE.encode(encoding).replace(b"J3,1", b"J\xff3,1", 1))
    assert [parcel.code for parcel in reading.parcels] == ["A2"]
    assert [(reject.line, reject.message.code) for reject in reading.rejects] == [
        (9, "undecodable"),
        (6, "rows_unread"),
    ]
    assert reading.rejects[0].text == "J\ufffd3,1,4001000,37611100"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_stray_byte_in_a_plot_line_costs_that_parcel(encoding: str) -> None:
    reading = read(FILE.encode(encoding).replace(b",A1,", b",A\xff1,"))
    assert [parcel.code for parcel in reading.parcels] == ["A2"]
    assert {reject.message.code for reject in reading.rejects} == {"undecodable", "undecodable_line"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_stray_byte_in_the_header_costs_no_parcel_and_is_told(encoding: str) -> None:
    reading = read(FILE.encode(encoding).replace("泽县".encode(encoding.replace("-sig", "")), b"\xff"))
    assert [parcel.code for parcel in reading.parcels] == ["A1", "A2"]
    assert [(reject.line, reject.message.code) for reject in reading.rejects] == [(2, "undecodable")]


def test_half_a_character_in_utf8_does_not_turn_the_file_into_gbk() -> None:
    """Taken as GB18030 the file would read without an error, and every name in it would be another one."""
    data = FILE.encode()
    for cut in range(1, 3):
        reading = read(data.replace("甲".encode(), "甲".encode()[:cut]))
        assert (reading.encoding, [parcel.name for parcel in reading.parcels]) == ("utf-8", ["乙地块"])


def test_zeros_behind_a_text_do_not_make_it_utf16() -> None:
    reading = read(FILE.encode("gbk") + bytes(3000))
    assert (reading.encoding, len(reading.parcels), len(reading.rejects)) == ("gb18030", 2, 0)


@pytest.mark.parametrize("name", ["甲", "联通", "中"])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_one_chinese_word_in_a_file_is_evidence_enough(name: str, encoding: str) -> None:
    text = f"4,0.57,A1,{name},面,,,,@\n{ROWS}"
    assert decode(text.encode(encoding), "a.txt").text == text


def test_what_is_no_text_at_all_is_refused() -> None:
    with pytest.raises(UndecodableFile):
        decode(random.Random(1).randbytes(5000), "a.txt")


def test_a_stray_byte_in_a_point_table_costs_that_row_and_its_parcel() -> None:
    data = "点号,X,Y,宗地号\n".encode("gbk")
    for code in "AB":
        data += "".join(f"{row.split(',')[0]},{row[5:]},{code}\n" for row in ROWS.split()).encode()
    reading = read_point_text("a.csv", decode(data.replace(b"J3", b"J\xff", 1), "a.csv"), ReadOptions())
    assert [parcel.code for parcel in reading.parcels] == ["B"]
    assert (reading.rejects[0].line, reading.rejects[0].message.code) == (4, "undecodable")


def test_a_stray_byte_above_a_point_table_is_told() -> None:
    data = "权利人：安泽县\n点号,X,Y\n".encode("gbk").replace("泽".encode("gbk"), b"\xff")
    data += "".join(f"{row.split(',')[0]},{row[5:]}\n" for row in ROWS.split()).encode()
    reading = read_point_text("a.csv", decode(data, "a.csv"), ReadOptions())
    assert len(reading.parcels) == 1
    assert [(reject.line, reject.message.code) for reject in reading.rejects] == [(1, "undecodable")]
