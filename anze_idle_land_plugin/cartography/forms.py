"""Attribute forms of the parcel layers: Chinese names with units, value lists, groups, and what may not be empty."""

from __future__ import annotations

from typing import Mapping

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from .. import catalogue
from ..catalogue import Field
from ..model.kinds import Category, ListKind, Status

STANDING_NAMES = {
    "state": "状态代码",
    "state_name": "当前状态",
    "category": "处置方式",
    "status": "推进状态",
    "done_ha": "已处置面积（公顷）",
    "base_ha": "任务面积（公顷）",
}
"""The columns that the standing adds to a parcel's own."""
DAY = {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd", "calendar_popup": True, "allow_null": True}


def give_form(layer: QgsVectorLayer, which: ListKind) -> None:
    """Name the columns, give coded ones their lists, and lay the form out in groups.

    The layers are read only (decision 0003): the form shows what required fields lack, and events change them.
    """
    known = catalogue.field_by_code(which)
    for index, column in enumerate(layer.fields()):
        field = known.get(column.name())
        if field is not None:
            _shape(layer, index, field)
        elif column.name() in STANDING_NAMES:
            layer.setFieldAlias(index, STANDING_NAMES[column.name()])
    _list(layer, "category", {each.value: each.principle for each in Category})
    _list(layer, "status", {each.value: each.zh for each in Status})
    layer.setEditFormConfig(_laid_out(layer, known))


def _shape(layer: QgsVectorLayer, index: int, field: Field) -> None:
    layer.setFieldAlias(index, f"{field.name_zh}（{field.unit}）" if field.unit else field.name_zh)
    coded = catalogue.code_names(field)
    if coded:
        _list(layer, field.code, coded)
    elif field.type == "D":
        shown = {
            "display_format": "yyyy-MM-dd",
            "field_format": "yyyy-MM-dd",
            "calendar_popup": True,
            "allow_null": True,
        }
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("DateTime", shown))
    if field.required == "M":
        layer.setFieldConstraint(
            index,
            QgsFieldConstraints.Constraint.ConstraintNotNull,
            QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft,
        )


def _list(layer: QgsVectorLayer, column: str, names: Mapping[str, str]) -> None:
    index = layer.fields().indexOf(column)
    if index >= 0:
        entries = [{name: code} for code, name in names.items()]
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": entries}))


def _laid_out(layer: QgsVectorLayer, known: Mapping[str, Field]) -> QgsEditFormConfig:
    """Two groups: how the parcel stands, and what is known of it."""
    config = layer.editFormConfig()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    config.clearTabs()
    names = [column.name() for column in layer.fields()]
    for title, columns in (
        ("进展", [name for name in names if name in STANDING_NAMES and name != "state"]),
        ("地块信息", [name for name in names if name in known]),
    ):
        group = QgsAttributeEditorContainer(title, config.invisibleRootContainer())
        group.setColumnCount(2)
        for name in columns:
            group.addChildElement(QgsAttributeEditorField(name, layer.fields().indexOf(name), group))
        config.addTab(group)
    return config
