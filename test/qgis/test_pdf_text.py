"""What the glyphs of a PDF mean follows the text drawn, whatever the font's own table says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QPainter, QPdfWriter

from anze_idle_land_plugin.printing import fonts
from anze_idle_land_plugin.printing.canvas import Box, Canvas
from anze_idle_land_plugin.printing.pdf_text import with_right_text


def written(tmp_path: Path, *texts: str, kind: str = fonts.BODY) -> tuple[bytes, list[tuple[fonts.Face, str]]]:
    path = tmp_path / "a.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(1200)
    painter = QPainter(writer)
    drawn: list[tuple[fonts.Face, str]] = []
    canvas = Canvas(painter, 1200 / 25.4, drawn=drawn)
    for number, text in enumerate(texts):
        canvas.text(Box(20, 20 + 10 * number, 150, 8), text, 12, kind)
    painter.end()
    return path.read_bytes(), drawn


def read(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "b.pdf").write_bytes(data)
    run = subprocess.run(["pdftotext", str(tmp_path / "b.pdf"), "-"], capture_output=True, check=True, text=True)
    assert run.stderr == ""
    return "".join(run.stdout.split())


def test_a_file_that_is_right_keeps_its_bytes(qgis_app, tmp_path: Path) -> None:
    data, drawn = written(tmp_path, "安泽县2023-G-001", "土地用工文面月日高")
    assert with_right_text(data, drawn) is data


@pytest.mark.parametrize("text", ["府城𠮷家沟𠮷", "𠮷", "㐀䶮𠮷甲"])
def test_characters_beyond_the_basic_plane_are_found(qgis_app, tmp_path: Path, text: str) -> None:
    data, drawn = written(tmp_path, text, "府城镇")
    assert read(tmp_path, with_right_text(data, drawn)) == text + "府城镇"


def test_a_font_that_means_radicals_is_put_right(qgis_app, tmp_path: Path) -> None:
    data, drawn = written(tmp_path, "安泽县土地")
    wrong = data.replace(f"<{ord('土'):04X}>".encode(), f"<{ord('⼟'):04X}>".encode())
    assert wrong != data
    assert "⼟" in read(tmp_path, wrong)
    assert read(tmp_path, with_right_text(wrong, drawn)) == "安泽县土地"
