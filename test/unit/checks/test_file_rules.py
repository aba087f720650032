"""Rules F01-F05: shapefiles, exchange widths, and what an import left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable

import fiona
from factories import dossier

from anze_idle_land_plugin.checks.finding import Finding
from anze_idle_land_plugin.checks.subject import Journal
from anze_idle_land_plugin.model.messages import Message, Reject


def shapefile(folder: Path, encoding: str = "utf-8") -> Path:
    path = folder / "dk.shp"
    schema = {"geometry": "Polygon", "properties": {"DKMC": "str:60"}}
    square = {"type": "Polygon", "coordinates": [[(0, 0), (0, 1), (1, 1), (0, 0)]]}
    with fiona.open(path, "w", "ESRI Shapefile", schema, crs="EPSG:4525", encoding=encoding) as sink:
        sink.write({"type": "Feature", "geometry": square, "properties": {"DKMC": "安泽县工业园区一号地块"}})
    return path


def reject(code: str) -> Reject:
    return Reject("台账.xlsx", 9, "2022年7月", Message(code, "only a month is given"), sheet="台账")


def test_f01_finds_what_is_missing_of_a_set(found: Callable[..., list[Finding]], tmp_path: Path) -> None:
    path = shapefile(tmp_path)
    path.with_suffix(".prj").unlink()
    (finding,) = found("F01", dossier(), files=[path])
    assert "prj" in finding.sentence.text()


def test_f01_passes_a_whole_set(found: Callable[..., list[Finding]], tmp_path: Path) -> None:
    assert not found("F01", dossier(), files=[shapefile(tmp_path)])


def test_f02_finds_a_text_wider_than_its_field_in_bytes(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("F02", dossier(TBBH="地块" * 5))
    assert finding.figure is not None and finding.figure.value == 30


def test_f02_passes_a_text_that_just_fits(found: Callable[..., list[Finding]]) -> None:
    assert not found("F02", dossier(TBBH="地块" * 4))


def test_f03_finds_a_table_that_cannot_be_read_as_declared(found: Callable[..., list[Finding]], tmp_path: Path) -> None:
    path = shapefile(tmp_path, "gbk")
    path.with_suffix(".cpg").write_text("UTF-8")
    (finding,) = found("F03", dossier(), files=[path])
    assert "UTF-8" in finding.sentence.text()


def test_f03_finds_a_table_without_a_declaration(found: Callable[..., list[Finding]], tmp_path: Path) -> None:
    path = shapefile(tmp_path, "gbk")
    path.with_suffix(".cpg").unlink()
    (finding,) = found("F03", dossier(), files=[path])
    assert "does not say" in finding.sentence.text()


def test_f03_passes_gbk_that_says_so(found: Callable[..., list[Finding]], tmp_path: Path) -> None:
    path = shapefile(tmp_path, "gbk")
    path.with_suffix(".cpg").write_text("GBK")
    assert not found("F03", dossier(), files=[path])


def test_f04_finds_a_line_that_was_not_taken(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("F04", dossier(), journal=Journal(rejects=(reject("day_missing"),)))
    assert "line 9" in finding.sentence.text()


def test_f04_passes_the_total_row_of_a_ledger(found: Callable[..., list[Finding]]) -> None:
    assert not found("F04", dossier(), journal=Journal(rejects=(reject("total_row"),)))


def test_f05_finds_a_parcel_that_no_ledger_names(found: Callable[..., list[Finding]]) -> None:
    made = dossier()
    assert len(found("F05", replace(made, standing=replace(made.standing, events=())))) == 1


def test_f05_passes_a_parcel_with_a_row(found: Callable[..., list[Finding]]) -> None:
    assert not found("F05", dossier())
