"""What the glyphs of a PDF mean follows the text drawn, whatever the font's own table says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QPainter, QPdfWriter

from anze_idle_land_plugin.printing.paper import fonts
from anze_idle_land_plugin.printing.paper.canvas import Box, Canvas
from anze_idle_land_plugin.printing.paper.drawn import DrawnText
from anze_idle_land_plugin.printing.pdf.file import Parts
from anze_idle_land_plugin.printing.pdf.parting import Cut, part
from anze_idle_land_plugin.printing.pdf.text import put_text_right


def written(tmp_path: Path, *texts: str, kind: str = fonts.BODY) -> tuple[bytes, DrawnText]:
    path = tmp_path / "a.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(1200)
    painter = QPainter(writer)
    drawn = DrawnText()
    canvas = Canvas(painter, 1200 / 25.4, drawn=drawn)
    for number, text in enumerate(texts):
        canvas.text(Box(20, 20 + 10 * number, 150, 8), text, 12, kind)
    painter.end()
    return path.read_bytes(), drawn


def put_right(data: bytes, drawn: DrawnText) -> bytes:
    parts = Parts.of(data)
    put_text_right(parts, drawn)
    return part(parts, Cut(0, 1, "安泽", "anze 1"))


def read(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "b.pdf").write_bytes(data)
    run = subprocess.run(["pdftotext", str(tmp_path / "b.pdf"), "-"], capture_output=True, check=True, text=True)
    assert run.stderr == ""
    return "".join(run.stdout.split())


def test_a_file_that_is_right_is_left_as_it_is(qgis_app: object, tmp_path: Path) -> None:
    data, drawn = written(tmp_path, "安泽县2023-G-001", "土地用工文面月日高")
    assert not put_text_right(Parts.of(data), drawn)


@pytest.mark.parametrize("text", ["府城𠮷家沟𠮷", "𠮷", "㐀䶮𠮷甲"])
def test_characters_beyond_the_basic_plane_are_found(qgis_app: object, tmp_path: Path, text: str) -> None:
    data, drawn = written(tmp_path, text, "府城镇")
    assert read(tmp_path, put_right(data, drawn)) == text + "府城镇"


def test_a_font_that_means_radicals_is_put_right(qgis_app: object, tmp_path: Path) -> None:
    data, drawn = written(tmp_path, "安泽县土地")
    wrong = data.replace(f"<{ord('土'):04X}>".encode(), f"<{ord('⼟'):04X}>".encode())
    assert wrong != data
    assert "⼟" in read(tmp_path, wrong)
    assert read(tmp_path, put_right(wrong, drawn)) == "安泽县土地"
