"""The package for the monitoring system: every vertex and word as surveyed, or a refusal with its reason."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import fiona
import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from openpyxl import load_workbook
from shapely.geometry import Polygon

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.checks.run import chosen_rules, run
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.exports.monitoring.export import MonitoringOptions, PackageNotWritten, export_monitoring
from anze_idle_land_plugin.exports.monitoring.shapefile import vertices
from anze_idle_land_plugin.exports.monitoring.template import TemplateBroken, UnknownTemplate, columns_of, templates
from anze_idle_land_plugin.geodesy.esri import esri_wkt
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid

HOLED = parcel(holes=[shifted([(20.123, 80), (20, 20.456), (80, 20)])], code="2023-G-001", name="带洞地块")
EAST = parcel(shifted(SQUARE, (38369423.607, 3997612.293)), grid=Grid(38), code="2023-G-002", name="东部地块")
BARE = parcel(shifted(SQUARE, (612500.123, 4002000.0)), grid=Grid(37, False), code="2023-G-003")
TWO = parcel(more_parts=[shifted([(200, 0), (200, 50), (250, 0)])], code="2023-G-004")


def exported(folder: Path, *surveys: Any, encoding: str = "utf-8", crs: str = "source", **fields: Any) -> Any:
    dossiers = [dossier(survey=survey, **fields) for survey in surveys]
    return export_monitoring(snapshot(dossiers), folder, MonitoringOptions(encoding=encoding, crs=crs))


def coordinates(path: Path) -> set[tuple[float, float]]:
    with fiona.open(path) as source:
        found: set[Any] = set()
        for record in source:
            shape = record["geometry"]
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found.update((x, y) for polygon in polygons for ring in polygon for x, y in ring)
        return found


def surveyed(survey: Any, shift: float = 0.0) -> set[tuple[float, float]]:
    return {(round(e + shift, 6), n) for _, _, ring in survey.rings() for e, n in ring.easting_northing()}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_chinese_text_comes_back_in_the_declared_encoding(tmp_path: Path, encoding: str) -> None:
    exported(tmp_path / "out", HOLED, encoding=encoding, PCMC="安泽县二〇一五年第二批次", JHWCSJ=date(2023, 11, 30))
    path = tmp_path / "out" / "unsupplied" / "unsupplied_z37.shp"
    declared = path.with_suffix(".cpg").read_text().strip()
    assert declared.lower().replace("-", "") == encoding.replace("-", "")
    with fiona.open(path, encoding=declared) as source:
        (record,) = list(source)
        assert source.crs.to_epsg() == 4525
    assert record["properties"]["PCMC"] == "安泽县二〇一五年第二批次"
    assert record["properties"]["JHWCSJ"] == "2023-11-30"
    assert record["properties"]["DKMJ"] == pytest.approx(10000 - 1786.33, abs=5)


def test_there_is_one_set_a_zone_and_every_coordinate_is_the_surveyed_one(tmp_path: Path) -> None:
    summary = exported(tmp_path / "out", HOLED, EAST, BARE, TWO)
    assert (summary.exported, summary.refused) == (4, 0)
    below = tmp_path / "out" / "unsupplied"
    west = surveyed(HOLED) | surveyed(TWO) | surveyed(BARE, 37e6)
    assert coordinates(below / "unsupplied_z37.shp") == west
    assert coordinates(below / "unsupplied_z38.shp") == surveyed(EAST)
    assert sorted(each.name for each in (below / "txt").iterdir()) == [f"2023-G-00{i}.txt" for i in range(1, 5)]


def test_every_set_is_complete(tmp_path: Path) -> None:
    exported(tmp_path / "out", HOLED)
    names = {each.suffix for each in (tmp_path / "out" / "unsupplied").glob("unsupplied_z37.*")}
    assert names == {".shp", ".shx", ".dbf", ".prj", ".cpg"}
    assert "CGCS2000_3_Degree_GK_Zone_37" in (tmp_path / "out" / "unsupplied" / "unsupplied_z37.prj").read_text()


def test_in_the_campaigns_crs_everything_lies_in_one_file(tmp_path: Path) -> None:
    exported(tmp_path / "out", HOLED, EAST, crs="campaign")
    with fiona.open(tmp_path / "out" / "unsupplied" / "unsupplied.shp") as source:
        assert (len(source), source.crs.to_epsg()) == (2, 4525)


def test_a_character_the_encoding_lacks_refuses_the_row_and_only_it(tmp_path: Path) -> None:
    dossiers = [dossier(survey=HOLED, XMMC="𬭎业公司"), dossier(survey=EAST)]
    summary = export_monitoring(snapshot(dossiers), tmp_path / "out", MonitoringOptions(encoding="gbk"))
    assert (summary.exported, summary.refused) == (1, 1)
    assert "𬭎" in summary.reasons[0].text()
    assert "2023-G-001" in summary.reasons[0].text()


def test_a_text_too_long_in_bytes_is_refused_and_never_cut(tmp_path: Path) -> None:
    long = "处置措施" * 22
    assert exported(tmp_path / "utf8", HOLED, CZCS=long).refused == 1
    assert exported(tmp_path / "gbk", HOLED, CZCS=long, encoding="gbk").refused == 0


def test_idle_files_are_named_by_their_supervision_number(tmp_path: Path) -> None:
    idle = dossier(ListKind.IDLE, parcel(code="2023-X-001"), DZJGH="1410262019B00002")
    export_monitoring(snapshot([idle]), tmp_path / "out", MonitoringOptions())
    assert [each.name for each in (tmp_path / "out" / "idle" / "txt").iterdir()] == ["1410262019B00002.txt"]


def test_the_manifest_names_every_file_and_the_report_every_parcel(tmp_path: Path) -> None:
    summary = exported(tmp_path / "out", HOLED, EAST)
    with open(tmp_path / "out" / "manifest.csv", encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    named = {row["file"] for row in rows}
    for row in rows:
        data = (tmp_path / "out" / row["file"]).read_bytes()
        assert (row["sha256"], row["bytes"]) == (hashlib.sha256(data).hexdigest(), str(len(data)))
    there = {each.relative_to(tmp_path / "out").as_posix() for each in (tmp_path / "out").rglob("*") if each.is_file()}
    assert named == there - {"manifest.csv"}
    book = load_workbook(summary.report)
    assert [row[1] for row in book["已导出"].iter_rows(min_row=4, max_row=5, values_only=True)] == [
        "2023-G-001",
        "2023-G-002",
    ]


def test_a_second_export_replaces_the_first_and_leaves_nothing_behind(tmp_path: Path) -> None:
    exported(tmp_path / "out", HOLED, EAST)
    exported(tmp_path / "out", HOLED)
    assert not (tmp_path / "out" / "unsupplied" / "unsupplied_z38.shp").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_nothing_is_written_beside_the_folder_where_an_office_may_have_no_right_to(tmp_path: Path) -> None:
    (tmp_path / ".out.unfinished").write_text("in the way of what was written beside the folder once")
    assert exported(tmp_path / "out", HOLED).exported == 1
    assert not [each for each in (tmp_path / "out").iterdir() if each.name.startswith(".")]


def test_a_folder_that_cannot_be_made_is_named_and_none_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(PackageNotWritten):
        exported(tmp_path / "file", HOLED)
    with pytest.raises(UnknownTemplate):
        export_monitoring(snapshot([dossier(survey=HOLED)]), tmp_path / "new", MonitoringOptions(template="none"))
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_parcel_of_the_other_list_with_the_code_of_a_chosen_one_stays_out(tmp_path: Path) -> None:
    both = snapshot([dossier(survey=HOLED), dossier(ListKind.IDLE, replace(HOLED, name="同号"))])
    chosen = frozenset({(ListKind.IDLE, HOLED.code)})
    assert export_monitoring(both, tmp_path / "out", MonitoringOptions(chosen=chosen)).exported == 1
    assert not list((tmp_path / "out" / "unsupplied" / "txt").iterdir())


def test_a_code_that_is_no_file_name_is_exported_all_the_same(tmp_path: Path) -> None:
    odd = parcel(code="2023/G:001")
    assert exported(tmp_path / "out", odd).refused == 0
    assert [each.name for each in (tmp_path / "out" / "unsupplied" / "txt").iterdir()] == ["2023_G_001.txt"]


def test_a_narrower_export_leaves_no_list_that_the_manifest_does_not_name(tmp_path: Path) -> None:
    both = snapshot([dossier(survey=HOLED), dossier(ListKind.IDLE, parcel(code="2023-X-001"))])
    export_monitoring(both, tmp_path / "out", MonitoringOptions())
    (tmp_path / "out" / "note.txt").write_text("mine")
    export_monitoring(both, tmp_path / "out", MonitoringOptions(lists=(ListKind.IDLE,)))
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "idle",
        "manifest.csv",
        "note.txt",
        "report.xlsx",
    ]


def test_rings_with_the_same_points_in_another_order_are_not_the_same() -> None:
    square = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
    turned = Polygon([(1, 1), (1, 0), (0, 0), (0, 1)])
    other = Polygon([(0, 0), (1, 0), (0.4, 0.5), (1, 1), (0, 1)])
    again = Polygon([(0, 0), (1, 0), (1, 1), (0.4, 0.5), (0, 1)])
    assert vertices(square) == vertices(turned)
    assert vertices(other) != vertices(again)


def test_each_zone_has_esris_own_text(tmp_path: Path) -> None:
    exported(tmp_path / "out", HOLED, EAST)
    for zone in (37, 38):
        text = (tmp_path / "out" / "unsupplied" / f"unsupplied_z{zone}.prj").read_text()
        assert text == esri_wkt(Grid(zone))


def test_inside_a_zone_only_the_prefix_comes_and_goes(tmp_path: Path) -> None:
    exported(tmp_path / "out", HOLED, crs="EPSG:4546")
    assert coordinates(tmp_path / "out" / "unsupplied" / "unsupplied.shp") == surveyed(HOLED, -37e6)


def test_a_parcel_of_the_neighbour_zone_is_moved_and_keeps_the_area_of_its_own(tmp_path: Path) -> None:
    exported(tmp_path / "out", EAST, crs="EPSG:4525")
    with fiona.open(tmp_path / "out" / "unsupplied" / "unsupplied.shp") as source:
        (record,) = list(source)
    ring = Polygon(record["geometry"]["coordinates"][0])
    assert ring.exterior.coords[0] == pytest.approx((37639582.318, 3997751.243), abs=150)
    assert (record["properties"]["DKMJ"], ring.area > 10000.3) == (10000.0, True)


def test_the_least_fields_of_converters_are_there_beside_every_field_of_the_catalogue(tmp_path: Path) -> None:
    both = snapshot(
        [dossier(survey=HOLED), dossier(ListKind.IDLE, parcel(code="2023-X-001"), TDYT="gbt21010-2017:0601")]
    )
    export_monitoring(both, tmp_path / "out", MonitoringOptions())
    for which in ListKind:
        with fiona.open(tmp_path / "out" / which.value / f"{which.value}_z37.shp") as source:
            properties = dict(source.schema["properties"])
            (record,) = list(source)
        assert {"DKMC", "DKBH", "MJ", "DKYT", "TFH", "DLBM"} <= set(properties)
        for each in catalogue.case_fields(which):
            kind = {"C": f"str:{each.length}", "D": "date"}.get(each.type)
            assert properties[each.code] == kind or each.type == "N"
    assert (record["properties"]["DKBH"], record["properties"]["MJ"]) == ("2023-X-001", 1.0)


@pytest.mark.parametrize("template", templates())
def test_every_template_writes_both_lists(tmp_path: Path, template: str) -> None:
    fields = {"GYFS": "10", "GYMJ": 0.12345}
    both = snapshot([dossier(survey=HOLED, **fields), dossier(ListKind.IDLE, parcel(code="2023-X-001"), **fields)])
    summary = export_monitoring(both, tmp_path / "out", MonitoringOptions(template=template))
    assert (summary.exported, summary.refused) == (2, 0)


def test_a_province_gives_its_own_template_as_a_table(tmp_path: Path) -> None:
    table = tmp_path / "本省.csv"
    rows = ("template,list,name,source,form,type,len,dec", "p,both,BH,@code,,C,30,", "p,both,GYFS,GYFS,name,C,60,")
    rows += ("p,both,RQ,HTQDRQ,compact,C,8,", "p,both,M2,GYMJ,m2,N,12,1", "p,both,KONG,,,C,5,")  # type: ignore[assignment]
    table.write_text("\n".join(rows), encoding="utf-8-sig")
    mine = dossier(survey=HOLED, GYFS="23", HTQDRQ=date(2023, 6, 1), GYMJ=0.12345)
    export_monitoring(snapshot([mine]), tmp_path / "out", MonitoringOptions(template=str(table)))
    with fiona.open(tmp_path / "out" / "unsupplied" / "unsupplied_z37.shp") as source:
        (record,) = list(source)
    expected = {"BH": "2023-G-001", "RQ": "20230601", "M2": 1234.5, "KONG": None}
    expected["GYFS"] = catalogue.names("supply_mode_gyfs")["23"]
    assert dict(record["properties"]) == expected
    told = [row[1] for row in load_workbook(tmp_path / "out" / "report.xlsx")["概况"].iter_rows(values_only=True)]
    assert "KONG" in told


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("p,both,TOO_LONG_NAME,XMMC,,,,", "10"),
        ("p,both,名称,XMMC,,,,", "letters"),
        ("p,both,A,NOSUCH,,,,", "NOSUCH"),
        ("p,both,A,XMMC,upper,,,", "upper"),
        ("p,both,A,XMMC,,C,300,", "254"),
        ("p,both,A,XMMC,,C,x,", "numbers"),
        ("p,idle,A,XMMC,,,,", "批而未供"),
        ("p,both,A,XMMC,,,,\np,both,a,TDZL,,,,", "twice"),
    ],
)
def test_a_template_that_no_shapefile_can_follow_is_refused(tmp_path: Path, line: str, word: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"template,list,name,source,form,type,len,dec\n{line}\n", encoding="utf-8")
    with pytest.raises(TemplateBroken, match=word):
        columns_of(str(table), ListKind.UNSUPPLIED)


def test_an_unknown_template_names_those_there_are() -> None:
    with pytest.raises(UnknownTemplate, match="catalogue"):
        columns_of("provincial", ListKind.IDLE)


def test_the_report_says_what_the_checks_find_on_the_exported_parcels(tmp_path: Path) -> None:
    dossiers = [dossier(survey=HOLED, DKMJGQ=1.5), dossier(survey=EAST, PCMC="𬭎")]
    found = run(Subject(snapshot(dossiers)), chosen_rules(["A01", "A06"])).findings
    assert {finding.parcels[0].code for finding in found} == {"2023-G-001"}
    options = MonitoringOptions()
    summary = export_monitoring(snapshot(dossiers), tmp_path / "out", options, findings=found)
    rows = list(load_workbook(summary.report)["提请核对"].iter_rows(min_row=4, values_only=True))
    assert [(row[0], row[2]) for row in rows] == [("错误", "2023-G-001")]
    summary = export_monitoring(snapshot(dossiers[1:]), tmp_path / "out", options, findings=found)
    assert load_workbook(summary.report)["提请核对"].max_row == 3


def test_a_shape_that_crosses_itself_is_refused_with_the_place(tmp_path: Path) -> None:
    summary = exported(tmp_path / "out", parcel(shifted([(0, 0), (100, 100), (100, 0), (0, 50)])), EAST)
    assert (summary.exported, summary.refused) == (1, 1)
    assert "33.33" in load_workbook(summary.report)["未导出"]["C4"].value


LAND_USE_HEADS = "template,list,name,source,form,system,type,len,dec"


@pytest.mark.parametrize(
    ("line", "stored", "cell"),
    [
        ("p,both,DLBM,TDYT,,gbt21010-2017,C,10,", "gbt21010-2017:0601", "0601"),
        ("p,both,DLBM,TDYT,,,C,10,", "gbt21010-2017:0601", "0601"),
        ("p,both,DKYT,TDYT,name,any,C,60,", "ydyh-2023:0901", "商业用地"),
        ("p,both,DKYT,TDYT,name,ydyh-2023,C,60,", "gbt21010-2017:0601", "工业用地"),
        ("p,both,FL,TDYT,system,any,C,20,", "ydyh-2023:0901", "ydyh-2023"),
    ],
)
def test_a_land_use_is_written_as_its_template_says(tmp_path: Path, line: str, stored: str, cell: str) -> None:
    (tmp_path / "t.csv").write_text(f"{LAND_USE_HEADS}\n{line}\n", encoding="utf-8")
    mine = snapshot([dossier(ListKind.IDLE, parcel(code="2023-X-001"), TDYT=stored)])
    options = MonitoringOptions((ListKind.IDLE,), template=str(tmp_path / "t.csv"))
    export_monitoring(mine, tmp_path / "out", options)
    with fiona.open(tmp_path / "out" / "idle" / "idle_z37.shp") as source:
        (record,) = list(source)
    assert list(dict(record["properties"]).values()) == [cell]


@pytest.mark.parametrize(
    ("line", "stored", "words"),
    [
        ("p,both,DLBM,TDYT,,,C,10,", "ydyh-2023:0601", ("GB/T 21010-2017", "农村道路")),
        ("p,both,DLBM,TDYT,,gbt21010-2017,C,10,", "ydyh-2023:1001", ("GB/T 21010-2017", "工业用地")),
        ("p,both,DKYT,TDYT,name,gbt21010-2017,C,60,", "ydyh-2023:0901", ("商业用地", "template")),
        ("p,both,DKYT,TDYT,name,any,C,60,", "0601", ("0601", "no standard")),
    ],
)
def test_a_land_use_of_another_standard_is_refused_and_never_relabelled(
    tmp_path: Path, line: str, stored: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "t.csv").write_text(f"{LAND_USE_HEADS}\n{line}\n", encoding="utf-8")
    mine = snapshot([dossier(ListKind.IDLE, parcel(code="2023-X-001"), TDYT=stored)])
    options = MonitoringOptions((ListKind.IDLE,), template=str(tmp_path / "t.csv"))
    summary = export_monitoring(mine, tmp_path / "out", options)
    assert (summary.exported, summary.refused) == (0, 1)
    assert all(word in summary.reasons[0].text() for word in (*words, "2023-X-001"))


@pytest.mark.parametrize(
    ("line", "word"),
    [("p,both,DLBM,LYXZ,,any,C,10,", "bare code"), ("p,both,DLBM,LYXZ,,gbt-1984,C,10,", "gbt-1984")],
)
def test_a_template_whose_codes_would_lose_their_standard_is_refused(tmp_path: Path, line: str, word: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"{LAND_USE_HEADS}\n{line}\n", encoding="utf-8")
    with pytest.raises(TemplateBroken, match=word):
        columns_of(str(table), ListKind.UNSUPPLIED)
