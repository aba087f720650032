"""Editors of single fields in the dialog of steps."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.gui.case.field_edit import FieldEdit
from anze_idle_land_plugin.model.kinds import ListKind


def test_land_uses_are_offered_by_standard_and_the_standards_names_cannot_be_chosen(qgis_app: object) -> None:
    edit = FieldEdit(catalogue.field_by_code(ListKind.IDLE)["TDYT"])
    box = edit.widget
    assert isinstance(box, QComboBox)
    heads = [index for index in range(1, box.count()) if not box.itemData(index)]
    assert ["21010" in box.itemText(index) for index in heads] == [True, False]
    enabled = Qt.ItemFlag.ItemIsEnabled
    assert not any(box.model().flags(box.model().index(index, 0)) & enabled for index in heads)
    first, second = (box.findData(f"{system}:0601") for system in ("gbt21010-2017", "ydyh-2023"))
    assert (box.itemText(first), box.itemText(second)) == ("0601 工业用地", "0601 农村道路")
    assert heads[0] < first < heads[1] < second
    box.setCurrentIndex(second)
    assert edit.value() == "ydyh-2023:0601"
