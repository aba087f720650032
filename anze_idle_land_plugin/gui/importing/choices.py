"""The choices by which a person overrides what was recognised. The first one of each forces nothing."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox

from ...algorithms.frame.language import tr
from ...algorithms.frame.recognising import AUTO, dialects_to_choose
from ...geodesy.zones import SIX_DEGREE, THREE_DEGREE, epsg
from ...model.parcel import Grid
from .tables import grid_text

ENCODINGS = ("utf-8", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be")


def crs_choice(nothing: str) -> QComboBox:
    """Every grid of CGCS2000: three-degree zones first, as counties use them."""
    box = QComboBox()
    box.addItem(nothing, "")
    zones = [*THREE_DEGREE, *SIX_DEGREE]
    grids = [Grid(zone, prefix) for zone in zones for prefix in (True, False)]
    for grid in (*grids, Grid(None, False)):
        crs = f"EPSG:{epsg(grid)}"
        box.addItem(grid_text(crs), crs)
    return box


def profile_choice() -> QComboBox:
    box = QComboBox()
    box.addItem(tr("as recognised"), "")
    for profile, title in dialects_to_choose().items():
        box.addItem(f"{title} ({profile})", profile)
    return box


def encoding_choice() -> QComboBox:
    box = QComboBox()
    box.addItem(tr("as recognised"), "")
    for encoding in ENCODINGS:
        box.addItem(encoding.upper(), encoding)
    return box


def columns_choice() -> QComboBox:
    """Where a point table keeps what; a person may write it."""
    box = QComboBox()
    box.setEditable(True)
    box.addItem(tr("as recognised"), "")
    for columns in ("name=A, x=B, y=C", "name=A, y=B, x=C"):
        box.addItem(columns, columns)
    box.setToolTip(
        tr("Columns of a table by letter or head: name, x, y, length, ring, code, title, such as name=B, x=C, y=D")
    )
    return box


def chosen(box: QComboBox) -> str:
    """What a choice forces: the value of the entry, or what was written instead of one."""
    known = box.findText(box.currentText())
    return str(box.itemData(known)) if known >= 0 else box.currentText()


def choose(box: QComboBox, value: str) -> None:
    """Show the choice with this value, or the one that forces nothing."""
    box.setCurrentIndex(max(box.findData("" if value == AUTO else value), 0))
    if box.isEditable() and value and box.findData(value) < 0:
        box.setEditText(value)
