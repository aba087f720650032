"""Many sheets drawn into one document come out as a file each, whole, small, and none spoilt by another."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Sequence

import pytest
from factories import dossier, parcel, snapshot

from anze_idle_land_plugin.model.messages import Message
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.pdf.file import Parts
from anze_idle_land_plugin.printing.pdf.joining import join_pdfs
from anze_idle_land_plugin.printing.sheet.run import pdf as sheet_pdf
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, style_of
from anze_idle_land_plugin.printing.sheet.run.job import Job, Outcome
from anze_idle_land_plugin.printing.sheet.run.pdf import make_pdfs


def code(number: int) -> str:
    return f"2023-G-{number:03d}"


def some(count: int, points: int = 4) -> list[Dossier]:
    ring = [(37612000.0 + 10 * at, 4002000.0 + (at % 2)) for at in range(points - 1)] + [(37612300.0, 4001000.0)]
    return [dossier(survey=parcel(ring, code=code(at), name=f"地块{at}号"), CZCS="挂牌") for at in range(count)]


def made(folder: Path, dossiers: Sequence[Dossier]) -> dict[str, Outcome]:
    style = style_of(snapshot(dossiers), SheetOptions(printed_on=date(2023, 9, 30)))
    jobs = [Job(each, [], folder / each.code, f"digest of {each.code}") for each in dossiers]
    return {job.dossier.code: outcome for job, outcome in make_pdfs(jobs, style)}


def said_by(program: str, pdf: Path) -> str:
    end = ["-"] if program == "pdftotext" else []
    run = subprocess.run([program, str(pdf), *end], capture_output=True, check=True, text=True)
    assert run.stderr == ""
    return run.stdout


def test_each_file_holds_its_own_sheet_title_and_mark(qgis_app: object, tmp_path: Path) -> None:
    outcomes = made(tmp_path, some(4, points=70))
    assert outcomes == {code(number): 2 for number in range(4)}
    for number in range(4):
        file, others = tmp_path / f"{code(number)}.pdf", {code(each) for each in range(4)} - {code(number)}
        words, info = said_by("pdftotext", file), said_by("pdfinfo", file)
        assert code(number) in words
        assert not any(other in words for other in others)
        assert f"Title:           {code(number)} 地块{number}号" in info
        assert f"digest of {code(number)}" in info
        assert "Pages:           2" in info


@pytest.mark.parametrize("limit", ["MOST_SHEETS", "MOST_PAGES", "MOST_GLYPHS"])
def test_a_document_takes_no_more_than_its_fill(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    begun: list[object] = []
    begin = sheet_pdf._Document._begin
    monkeypatch.setattr(sheet_pdf._Document, "_begin", lambda self: (begun.append(self), begin(self)))  # type: ignore[func-returns-value]
    monkeypatch.setattr(sheet_pdf, limit, 2 if limit != "MOST_GLYPHS" else 1)
    assert set(made(tmp_path, some(4)).values()) == {1}
    assert len(begun) == (4 if limit == "MOST_GLYPHS" else 2)


def test_a_sheet_that_breaks_off_half_way_leaves_the_others_whole(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = sheet_pdf.draw_sheet

    def breaking(canvas, subject, neighbours, style, turn):  # type: ignore[no-untyped-def]
        drawn = draw(canvas, subject, neighbours, style, turn)
        if subject.code == code(1):
            raise ValueError("broken")
        return drawn

    monkeypatch.setattr(sheet_pdf, "draw_sheet", breaking)
    outcomes = made(tmp_path, some(3))
    failed = outcomes.pop(code(1))
    assert isinstance(failed, Message)
    assert (failed.values["code"], failed.values["reason"]) == (code(1), "broken")
    assert outcomes == {code(0): 1, code(2): 1}
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{code(0)}.pdf", f"{code(2)}.pdf"]
    assert all(code(1) not in said_by("pdftotext", path) for path in tmp_path.iterdir())


def test_the_place_of_one_sheet_that_cannot_be_written_stops_no_other(qgis_app: object, tmp_path: Path) -> None:
    (tmp_path / f"{code(1)}.pdf").mkdir()
    outcomes = made(tmp_path, some(3))
    assert isinstance(outcomes[code(1)], Message)
    assert (outcomes[code(0)], outcomes[code(2)]) == (1, 1)
    assert not list(tmp_path.glob(".*"))


def test_sheets_of_one_document_share_their_fonts_when_joined(qgis_app: object, tmp_path: Path) -> None:
    made(tmp_path, some(6))
    files = sorted(tmp_path.glob("*.pdf"))
    join_pdfs(files, tmp_path / "all.pdf", "全部")
    assert said_by("pdftotext", tmp_path / "all.pdf") == "".join(said_by("pdftotext", file) for file in files)
    fonts = [body for body in Parts.of((tmp_path / "all.pdf").read_bytes()).bodies.values() if b"/FontFile2" in body]
    assert len(fonts) == len(said_by("pdffonts", files[0]).splitlines()) - 2


def test_nothing_to_draw_makes_nothing(qgis_app: object, tmp_path: Path) -> None:
    assert made(tmp_path, []) == {}
    broken = replace(some(1)[0], survey=replace(some(1)[0].survey, parts=()))
    assert [type(each) for each in made(tmp_path, [broken]).values()] == [Message]
    assert list(tmp_path.iterdir()) == []
