"""The shipped sheet templates, resources/layouts/parcel_sheet_<paper>.qpt, written by QGIS itself.

    python3 tools/make_layouts.py        (through tools/headless.sh)

Every item bears the id that printing/sheet_layout.py looks for; docs/templates.md says what each box holds. Run it
after changing a box here; an office changes its own copy in the layout designer instead.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Mapping, NamedTuple

from qgis.core import (
    QgsApplication,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import Qt

ROOT = Path(__file__).resolve().parent.parent
Place = tuple[float, float, float, float]


class Paper(NamedTuple):
    """Page size in mm and the boxes (x, y, width, height) of both pages."""

    width: float
    height: float
    front: Mapping[str, Place]
    later: Mapping[str, Place]


PAPERS = {
    "a4": Paper(
        210,
        297,
        {
            "secrecy": (37, 7, 60, 5),
            "logo": (25, 11, 10, 10),
            "title": (25, 12, 170, 9.5),
            "strip": (25, 22.5, 170, 7),
            "facts": (25, 30.5, 170, 80),
            "map": (25, 112.5, 113, 122.5),
            "location": (140, 112.5, 55, 39),
            "timeline": (140, 153.5, 55, 42),
            "points": (140, 197.5, 55, 37.5),
            "opinion": (25, 237, 170, 27),
            "signature": (25, 266, 128, 14),
            "seal": (157, 265.5, 38, 15),
            "foot": (25, 282.5, 170, 5),
        },
        {"heading": (25, 13, 170, 9), "points": (25, 31, 170, 249), "foot": (25, 282.5, 170, 5)},
    ),
    "a3": Paper(
        420,
        297,
        {
            "secrecy": (37, 7, 60, 5),
            "logo": (25, 11, 12, 12),
            "title": (25, 12, 380, 11),
            "strip": (25, 24.5, 380, 8),
            "facts": (25, 34, 165, 120),
            "opinion": (25, 227, 165, 34),
            "location": (25, 158, 80, 66),
            "timeline": (107, 158, 83, 66),
            "map": (193, 34, 152, 243),
            "points": (348, 34, 57, 205),
            "signature": (25, 263, 165, 14),
            "seal": (348, 242, 57, 35),
            "foot": (25, 281, 380, 5),
        },
        {"heading": (25, 13, 380, 9), "points": (25, 31, 380, 246), "foot": (25, 281, 380, 5)},
    ),
}
MAPS, PICTURES = ("map", "location"), ("logo",)
CENTRED = ("title", "heading")
FRAMES = ("facts", "timeline", "points", "opinion", "seal")


def layout_of(paper: Paper, name: str) -> QgsPrintLayout:
    layout = QgsPrintLayout(QgsProject.instance())
    layout.setName(name)
    for _ in range(2):
        page = QgsLayoutItemPage(layout)
        page.setPageSize(QgsLayoutSize(paper.width, paper.height))
        layout.pageCollection().addPage(page)
    for number, boxes in enumerate((paper.front, paper.later)):
        for item_id, place in boxes.items():
            _add(layout, item_id, place, number)
    return layout


def _add(layout: QgsPrintLayout, item_id: str, place: Place, page: int) -> None:
    x, y, width, height = place
    item = _item(layout, item_id)
    item.setId(item_id)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y), page=page)
    item.attemptResize(QgsLayoutSize(width, height))


def _item(layout: QgsPrintLayout, item_id: str) -> QgsLayoutItem:
    if item_id in MAPS:
        item = QgsLayoutItemMap(layout)
        item.setFrameEnabled(True)
        return item
    if item_id in PICTURES:
        return QgsLayoutItemPicture(layout)
    if item_id in FRAMES:
        return QgsLayoutItemShape(layout)
    label = QgsLayoutItemLabel(layout)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    if item_id in CENTRED:
        label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    return label


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    folder = ROOT / "resources" / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in PAPERS.items():
        layout = layout_of(paper, f"一地一策表 {name.upper()}")
        target = folder / f"parcel_sheet_{name}.qpt"
        layout.saveAsTemplate(str(target), QgsReadWriteContext())
        # ids that QGIS makes anew at every writing would make every run a change
        text = re.sub(r'(uuid|templateUuid)="\{[^"]*\}"', r'\1=""', target.read_text(encoding="utf-8"))
        target.write_text(text, encoding="utf-8")
        print(target.relative_to(ROOT), len(text) // 1024, "KB")
        del layout


if __name__ == "__main__":
    main()
