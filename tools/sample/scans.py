"""Invented scans that prove a step: small PDFs, the same bytes every time."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from anze_idle_land_plugin.model.standing.events import Event

FOLDER = "attachments"
SUSPENDING_STEP = "TX34"


def scan_of(step: str, code: str) -> str:
    """The file, relative to the sample, that a step of a parcel brings along; empty for most."""
    return f"{FOLDER}/查封裁定书_{code}.pdf" if step == SUSPENDING_STEP else ""


def write_scans(output: Path, events: Sequence[Event]) -> None:
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pdf"):
        old.unlink()
    for event in events:
        scan = scan_of(event.transition, event.code)
        if scan:
            day = event.effective_on
            lines = (
                f"本院裁定查封编号 {event.code} 的国有建设用地使用权。",
                f"{day.year}年{day.month}月{day.day}日",
                "（示例文书，虚构，仅供演示）",
            )
            (output / scan).write_bytes(page("执行裁定书", lines))


def page(title: str, lines: Sequence[str]) -> bytes:
    """A one-page A4 PDF in the reader's own Chinese font (STSong-Light is one of those that every reader knows)."""
    shown = [(170, 760, 22, title), *((70, 700 - 28 * index, 12, line) for index, line in enumerate(lines))]
    text = "\n".join(
        f"BT /F1 {size} Tf {x} {y} Td <{line.encode('utf-16-be').hex()}> Tj ET" for x, y, size, line in shown
    ).encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    )
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
