"""Sheets in numbers: child processes, runs that go on where they stopped, other formats, files joined."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import dossier, parcel, shifted, snapshot
from qgis.core import QgsFeedback
from qgis.PyQt.QtGui import QImage

from anze_idle_land_plugin.model.messages import Message
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.pdf.joining import CannotJoin, join_pdfs
from anze_idle_land_plugin.printing.sheet.run import workers
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, SheetSummary, print_sheets, stems_of, style_of
from anze_idle_land_plugin.printing.sheet.run.job import Job
from anze_idle_land_plugin.printing.sheet.run.workers import Workers

PRINTED = date(2023, 10, 8)


def some(count: int) -> list[Dossier]:
    return [dossier(survey=parcel(code=f"2023-G-{number:03d}")) for number in range(1, count + 1)]


def run(folder: Path, dossiers: list[Dossier], **options: Any) -> SheetSummary:
    given = SheetOptions(printed_on=PRINTED, **options)
    return print_sheets(snapshot(dossiers), dossiers, folder, given, QgsFeedback())


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True).stdout


def pages_of(pdf: Path) -> int:
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, text=True)
    assert info.stderr == ""
    return int(next(line.split()[1] for line in info.stdout.splitlines() if line.startswith("Pages")))


def test_children_draw_what_this_process_draws(qgis_app: object, tmp_path: Path) -> None:
    dossiers = some(5)
    alone = run(tmp_path / "alone", dossiers)
    helped = run(tmp_path / "helped", dossiers, workers=2)
    assert (helped.sheets, helped.pages, helped.failed) == (alone.sheets, alone.pages, ())
    assert not [note for note in helped.notes if note.code == "no_workers"]
    for number in range(1, 6):
        name = Path("unsupplied") / f"2023-G-{number:03d}.pdf"
        assert text_of(tmp_path / "helped" / name) == text_of(tmp_path / "alone" / name)


def test_a_parcel_that_cannot_be_drawn_by_a_child_is_named(qgis_app: object, tmp_path: Path) -> None:
    good, bad = some(2)
    summary = run(tmp_path, [good, replace(bad, survey=replace(bad.survey, parts=()))], workers=1)
    assert summary.sheets == 1
    assert [message.values["code"] for message in summary.failed] == ["2023-G-002"]


def test_without_another_process_the_sheets_are_drawn_in_this_one_and_it_is_said(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "pythons", lambda: [str(tmp_path / "no-python")])
    summary = run(tmp_path, some(2), workers=2)
    assert summary.sheets == 2
    assert "no_workers" in [note.code for note in summary.notes]


class Deadly:
    """Ends the process that reads it."""

    def __reduce__(self):  # type: ignore[no-untyped-def]
        return os._exit, (3,)


def test_a_child_that_dies_spoils_only_the_sheet_it_was_at(qgis_app: object, tmp_path: Path) -> None:
    first, second, third = some(3)
    style = style_of(snapshot([first]), SheetOptions(printed_on=PRINTED))
    jobs = [
        Job(first, [], tmp_path / "1", "a"),
        Job(second, Deadly(), tmp_path / "2", "b"),
        Job(third, [], tmp_path / "3", "c"),
    ]
    with Workers(1, style, "pdf", 300) as children:
        outcomes = {job.dossier.code: outcome for job, outcome in children.make(jobs, lambda: False)}
    assert outcomes[first.code] == outcomes[third.code] == 1
    died = outcomes[second.code]
    assert isinstance(died, Message)
    assert (died.code, died.values["code"]) == ("worker_died", second.code)


def test_a_cancel_ends_the_children_between_two_sheets(qgis_app: object, tmp_path: Path) -> None:
    dossiers = some(40)
    style = style_of(snapshot(dossiers), SheetOptions(printed_on=PRINTED))
    jobs = [Job(each, [], tmp_path / each.code, "d") for each in dossiers]
    made: list[object] = []
    with Workers(2, style, "pdf", 300) as children:
        made.extend(children.make(jobs, lambda: len(made) > 0 or bool(list(tmp_path.glob("*.pdf")))))
    assert len(made) < len(jobs)
    assert len(list(tmp_path.glob("*.pdf"))) == len(made)


def test_a_second_run_prints_only_what_changed(qgis_app: object, tmp_path: Path) -> None:
    dossiers = some(4)
    run(tmp_path, dossiers)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")}
    changed = dossier(survey=parcel(code="2023-G-002"), CZCS="改为划拨供应")
    summary = run(tmp_path, [dossiers[0], changed, *dossiers[2:]], combined=True)
    assert (summary.sheets, summary.kept) == (4, 3)
    again = {path for path in before if path.stat().st_mtime_ns != before[path]}
    assert again == {tmp_path / "unsupplied" / "2023-G-002.pdf"}
    assert "改为划拨供应" in text_of(tmp_path / "sheets_unsupplied.pdf").replace("\n", "")


@pytest.mark.parametrize("form", ["pdf", "png", "svg"])
def test_every_format_is_kept_when_nothing_changed(qgis_app: object, tmp_path: Path, form: str) -> None:
    run(tmp_path, some(2), form=form, dpi=72)
    summary = run(tmp_path, some(2), form=form, dpi=72)
    assert (summary.sheets, summary.kept) == (2, 2)


def test_a_selection_takes_no_name_of_another_parcel(qgis_app: object, tmp_path: Path) -> None:
    pair = [dossier(survey=parcel(code=code)) for code in ("a/b", "a_b")]
    whole, options = snapshot(pair), SheetOptions(printed_on=PRINTED)
    print_sheets(whole, pair, tmp_path, options, QgsFeedback())
    summary = print_sheets(whole, pair[1:], tmp_path, options, QgsFeedback())
    assert summary.kept == 1
    assert "a/b" in text_of(tmp_path / "unsupplied" / "a_b.pdf")


def test_pictures_of_which_a_page_is_missing_after_a_kill_are_made_again(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = [dossier(survey=parcel(shifted([(x, 10.0 * (x % 2)) for x in range(40)] + [(39, -50), (0, -50)])))]
    put = os.replace
    done: list[Any] = []

    def killed(source: Path, target: Path) -> None:
        if done:
            raise SystemExit
        put(source, target)
        done.append(target)

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(SystemExit):
        run(tmp_path, long, form="png", dpi=72)
    monkeypatch.undo()
    summary = run(tmp_path, long, form="png", dpi=72)
    assert (summary.kept, summary.pages) == (0, 2)
    assert len(list(tmp_path.rglob("*.png"))) == 2


def test_another_logo_in_the_same_file_prints_again(qgis_app: object, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    for size, kept in ((8, 0), (8, 1), (9, 0)):
        picture = QImage(size, size, QImage.Format.Format_RGB32)
        picture.fill(0)
        picture.save(str(logo))
        assert run(tmp_path / "out", some(1), logo=str(logo)).kept == kept


def test_a_logo_that_cannot_be_read_is_said(qgis_app: object, tmp_path: Path) -> None:
    (note,) = run(tmp_path, some(1), logo=str(tmp_path / "gone.png")).notes
    assert note.code == "logo_unreadable"


def test_a_name_with_marks_of_xml_makes_an_svg(qgis_app: object, tmp_path: Path) -> None:
    name = "<b>甲&乙</b>"
    summary = run(tmp_path, [dossier(survey=parcel(name=name), DKMC=name)], form="svg")
    assert (summary.sheets, summary.failed) == (1, ())


def test_another_data_date_prints_again(qgis_app: object, tmp_path: Path) -> None:
    dossiers = some(2)
    run(tmp_path, dossiers)
    later = replace(snapshot(dossiers), as_of=date(2023, 10, 31))
    summary = print_sheets(later, dossiers, tmp_path, SheetOptions(printed_on=PRINTED), QgsFeedback())
    assert (summary.sheets, summary.kept) == (2, 0)


def test_a_sheet_that_was_spoilt_is_printed_again(qgis_app: object, tmp_path: Path) -> None:
    dossiers = some(2)
    run(tmp_path, dossiers)
    spoilt = tmp_path / "unsupplied" / "2023-G-001.pdf"
    spoilt.write_bytes(b"%PDF-1.4\n")
    summary = run(tmp_path, dossiers)
    assert (summary.sheets, summary.kept) == (2, 1)
    assert pages_of(spoilt) == 1


def test_a_run_that_was_killed_is_completed_by_the_next(qgis_app: object, tmp_path: Path) -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path\n"
        "from qgis.PyQt.QtGui import QGuiApplication\n"
        "application = QGuiApplication([])\n"
        "import test_sheet_batch as batch\n"
        "batch.run(Path(sys.argv[1]), batch.some(60), combined=True)\n"
    )
    here = [str(Path(__file__).parent), str(Path(__file__).parents[2]), *sys.path]
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path), *here])
    deadline = time.monotonic() + 60
    while len(list(tmp_path.rglob("2023*.pdf"))) < 3 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = len(list(tmp_path.rglob("2023*.pdf")))
    assert 3 <= left < 60
    summary = run(tmp_path, some(60), combined=True)
    assert (summary.sheets, summary.failed) == (60, ())
    assert summary.kept >= left - 1
    assert pages_of(tmp_path / "sheets_unsupplied.pdf") == summary.pages == 60
    assert not list(tmp_path.rglob("*unfinished*"))


def test_pictures_have_the_size_of_the_paper(qgis_app: object, tmp_path: Path) -> None:
    run(tmp_path, some(1), form="png", dpi=150, paper="A3")
    image = QImage(str(tmp_path / "unsupplied" / "2023-G-001.png"))
    assert (image.width(), image.height()) == (2480, 1754)
    assert image.dotsPerMeterX() == pytest.approx(150 / 0.0254, abs=1)


def test_further_pages_have_files_of_their_own_and_go_when_the_sheet_is_shorter(
    qgis_app: object, tmp_path: Path
) -> None:
    many = [(37612000.0 + 10 * number, 4002000.0 + (number % 2)) for number in range(60)] + [(37612300.0, 4001000.0)]
    run(tmp_path, [dossier(survey=parcel(many))], form="svg")
    files = sorted(path.name for path in (tmp_path / "unsupplied").iterdir())
    assert files == ["2023-G-001.svg", "2023-G-001_p2.svg"]
    run(tmp_path, some(1), form="svg")
    assert [path.name for path in (tmp_path / "unsupplied").iterdir()] == ["2023-G-001.svg"]


def test_no_picture_has_the_name_of_a_further_page_of_another_parcel() -> None:
    names = stems_of(["甲", "甲_p2", "甲_p2_", "乙"], "png")
    assert names == {"甲": "甲", "甲_p2": "甲_p2_-2", "甲_p2_": "甲_p2_", "乙": "乙"}
    assert stems_of(["甲_p2"], "pdf") == {"甲_p2": "甲_p2"}


def test_joined_files_keep_pages_text_and_fonts(qgis_app: object, tmp_path: Path) -> None:
    run(tmp_path, some(3))
    files = sorted((tmp_path / "unsupplied").iterdir())
    assert join_pdfs(files, tmp_path / "all.pdf", "一地一策表") == 3
    assert pages_of(tmp_path / "all.pdf") == 3
    assert text_of(tmp_path / "all.pdf") == "".join(text_of(file) for file in files)
    fonts = subprocess.run(["pdffonts", str(tmp_path / "all.pdf")], capture_output=True, check=True, text=True)
    assert fonts.stderr == ""
    assert all(row.split()[-5] == "yes" for row in fonts.stdout.splitlines()[2:])


def test_a_foreign_file_is_not_joined_and_leaves_nothing(qgis_app: object, tmp_path: Path) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7 with object streams")
    with pytest.raises(CannotJoin):
        join_pdfs([tmp_path / "other.pdf"], tmp_path / "all.pdf", "")
    assert [path.name for path in tmp_path.iterdir()] == ["other.pdf"]


def test_a_file_is_small(qgis_app: object, tmp_path: Path) -> None:
    summary = run(tmp_path, some(10), combined=True)
    assert all(path.stat().st_size <= 250_000 for path in (tmp_path / "unsupplied").iterdir())
    assert (tmp_path / "sheets_unsupplied.pdf").stat().st_size <= 120_000 * summary.pages


def test_inside_qgis_on_windows_python_is_found_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apps = tmp_path / "apps" / "Python39"
    apps.mkdir(parents=True)
    (apps / "python3.exe").write_text("")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "qgis-ltr-bin.exe"))
    monkeypatch.setattr(sys, "exec_prefix", str(apps))
    monkeypatch.setattr(sys, "base_exec_prefix", str(apps))
    assert workers.pythons() == [str(apps / "python3.exe")]


def test_the_python_of_this_process_comes_first() -> None:
    assert workers.pythons()[0] == sys.executable
