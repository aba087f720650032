"""An editor for one field of a case: a list for coded values, a calendar for dates, a line for all else."""

from __future__ import annotations

from typing import Callable, Mapping

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from ... import catalogue
from ...catalogue import Field, land_use


class FieldEdit:
    """``widget`` stands in a form under ``label``; ``value`` is what the person gave, as the events keep it."""

    def __init__(self, field: Field) -> None:
        self.code = field.code
        self.label = f"{field.name_zh}（{field.unit}）" if field.unit else field.name_zh
        self.widget, self.value = _editor(field)
        self.widget.setToolTip(field.code)


def _editor(field: Field) -> tuple[QWidget, Callable[[], str]]:
    if field.code_list == land_use.CODE_LIST:
        return _land_uses()
    coded = catalogue.code_names(field)
    if coded:
        return _choices(coded)
    if field.type == "D":
        return _day()
    line = QLineEdit()
    return line, lambda: line.text().strip()


def _choices(names: Mapping[str, str]) -> tuple[QWidget, Callable[[], str]]:
    box = QComboBox()
    box.addItem("", "")
    for code, name in names.items():
        box.addItem(f"{code} {name}", code)
    return box, lambda: str(box.currentData() or "")


def _land_uses() -> tuple[QWidget, Callable[[], str]]:
    """The classes of every standard, each group below the standard's name, which itself cannot be chosen."""
    box = QComboBox()
    box.addItem("", "")
    for system in land_use.systems().values():
        box.addItem(f"{system.title}（{system.standard}）", "")
        box.model().item(box.count() - 1).setEnabled(False)
        for code, name in land_use.classes(system.id).items():
            box.addItem(f"{code} {name}", str(land_use.LandUse(system.id, code)))
    return box, lambda: str(box.currentData() or "")


def _day() -> tuple[QWidget, Callable[[], str]]:
    edit = QDateEdit(QDate.currentDate())
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    return edit, lambda: edit.date().toString(Qt.DateFormat.ISODate)
