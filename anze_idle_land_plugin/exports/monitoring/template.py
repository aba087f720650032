"""The columns of a shapefile as a receiving system wants them: order, names, widths and code forms are data.

``resources/codes/monitoring_templates.csv`` holds the templates that come with us; a province's own is a CSV of the
same columns beside the campaign.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Callable, Iterator, Mapping, Sequence

from ... import catalogue
from ...catalogue import Field, Value, land_use
from ...geodesy.rounding import hectares, mu, rounded, square_metres
from ...model.kinds import ListKind, Status
from ...model.messages import CampaignError, Message
from ...model.standing.snapshot import Dossier
from .land_use_column import ANY_SYSTEM, SYSTEM_FORM, system_of, written

DEFAULT = "catalogue"
EVERY_FIELD = "*"
LONGEST_NAME = 10
"""Bytes of a dBASE field name; ASCII only (F02)."""
LONGEST_TEXT = 254
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADS = {"template", "list", "name", "source"}

WARNING_LETTERS = {
    Status.SUSPENDED: "Z",
    Status.CLOSED: "L",
    Status.DONE: "B",
    Status.OVERDUE: "R",
    Status.WARNING: "Y",
    Status.NOT_STARTED: "H",
    Status.ON_TIME: "B",
}
"""SFYJ holds two bytes, a Chinese character takes three in UTF-8: the initials of 紫 绿 蓝, and Red, Yellow, 灰."""

_OF_PARCEL: Mapping[str, Callable[[Dossier], Value]] = {
    "@code": lambda dossier: dossier.code,
    "@title": lambda dossier: dossier.case.title,
    "@area_m2": lambda dossier: float(square_metres(dossier.area_m2)),
    "@area_ha": lambda dossier: float(hectares(dossier.area_m2)),
    "@area_mu": lambda dossier: float(mu(dossier.area_m2)),
    "@zone": lambda dossier: dossier.survey.grid.zone,
}
"""Values that no field of the catalogue holds. Each area is converted from the unrounded plane area, never chained."""

_FORMS = ("", "name", "iso", "compact", "m2", "mu", SYSTEM_FORM)


class UnknownTemplate(CampaignError):
    sentence = "There is no template {template}; choose one of {known}, or the path of a CSV with the same columns"


class TemplateBroken(CampaignError):
    sentence = "Template {template}, column {name}: {reason}; correct the table of templates"


@dataclass(frozen=True)
class Column:
    """One column of the file: how it is stored, where its value comes from (field code or @word), and in which form.

    ``system`` is the standard in which the receiver reads a land use, ANY_SYSTEM where the row says it or a name will
    do, empty for any other column.
    """

    field: Field
    source: str
    form: str
    system: str = ""

    def value(self, dossier: Dossier, row: Mapping[str, Value]) -> Value:
        """The value of a parcel, from its row by field code."""
        if self.source in _OF_PARCEL:
            return _OF_PARCEL[self.source](dossier)
        given = row.get(self.source)
        if self.system:
            return written(str(given or ""), self.form)
        if self.form == "name":
            known = catalogue.field_by_code(dossier.which)[self.source]
            return catalogue.name_of(dossier.which, known.attribute, str(given or ""))
        if isinstance(given, date):
            return {"iso": given.isoformat(), "compact": f"{given:%Y%m%d}"}.get(self.form, given)
        if self.form in ("m2", "mu") and isinstance(given, float):
            factor = Decimal(10_000) if self.form == "m2" else Decimal(15)
            return float(rounded(Decimal(repr(given)) * factor, self.field.decimals))
        return given


def values_of(dossier: Dossier) -> dict[str, Value]:
    """The row of a parcel by field code: the case as of the day, with the areas and flags that follow from it."""
    values = catalogue.row_of(dossier.case)
    derived: dict[str, Value] = {
        "area_m2": float(square_metres(dossier.area_m2)),
        "warning_colour": WARNING_LETTERS[dossier.status],
    }
    for attribute, value in derived.items():
        values[catalogue.field_of(dossier.which, attribute).code] = value
    return values


def row_of(dossier: Dossier, columns: tuple[Column, ...]) -> dict[str, Value]:
    """The row of a parcel by column name."""
    values = values_of(dossier)
    return {column.field.code: column.value(dossier, values) for column in columns}


def templates() -> tuple[str, ...]:
    """The ids of the templates that come with us."""
    return tuple(dict.fromkeys(row["template"] for row in _shipped()))


def columns_of(template: str, which: ListKind) -> tuple[Column, ...]:
    """The columns of a list in a template (an id, or the path of a CSV). Raises UnknownTemplate or TemplateBroken."""
    rows = [row for row in _rows(template) if row["list"] in (which.value, "both")]
    columns = tuple(column for row in rows for column in _columns(template, which, row))
    seen: set[str] = set()
    for column in columns:
        _check(template, column.field)
        if column.field.code.upper() in seen:
            raise TemplateBroken(
                template=template, name=column.field.code, reason=Message("twice", "it stands there twice", {})
            )
        seen.add(column.field.code.upper())
    _check_systems(template, columns)
    if not columns:
        raise TemplateBroken(
            template=template,
            name="-",
            reason=Message("no_columns", "it has no columns for the list {list}", {"list": which.zh}),
        )
    return columns


def _check_systems(template: str, columns: Sequence[Column]) -> None:
    """A standard is a known one; bare codes of any standard stand beside a column that says which."""
    known = (ANY_SYSTEM, *land_use.systems())
    told = {column.source for column in columns if column.form == SYSTEM_FORM}
    for column in columns:
        reason = None
        if column.system and column.system not in known:
            sentence = "{system} is no standard of land uses; there are: {systems}"
            reason = Message("no_system", sentence, {"system": column.system, "systems": ", ".join(known)})
        elif column.system == ANY_SYSTEM and not column.form and column.source not in told:
            sentence = "a bare code needs its standard: name one under system, or add a column of the form system"
            reason = Message("bare_code", sentence, {})
        if reason is not None:
            raise TemplateBroken(template=template, name=column.field.code, reason=reason)


def _rows(template: str) -> Sequence[Mapping[str, str]]:
    if template.lower().endswith(".csv") and Path(template).is_file():
        with open(template, encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
        if not rows or not set(rows[0]) >= _HEADS:
            missing = Message("no_heads", "it needs the heads {heads}", {"heads": ", ".join(sorted(_HEADS))})
            raise TemplateBroken(template=template, name="-", reason=missing)
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in rows]
    mine = [row for row in _shipped() if row["template"] == template]
    if not mine:
        raise UnknownTemplate(template=template, known=", ".join(templates()))
    return mine


def _shipped() -> Sequence[Mapping[str, str]]:
    return catalogue.table("monitoring_templates")


def _columns(template: str, which: ListKind, row: Mapping[str, str]) -> Iterator[Column]:
    source, form = row["source"], row.get("form", "")
    if source == EVERY_FIELD:
        yield from (
            Column(field, field.code, "", system_of(which, field, row.get("system", "")))
            for field in catalogue.case_fields(which)
        )
        return
    known = catalogue.field_by_code(which).get(source)
    if known is None and source and source not in _OF_PARCEL:
        raise TemplateBroken(
            template=template,
            name=row["name"],
            reason=Message("no_field", "{field} is no field of the list {list}", {"field": source, "list": which.zh}),
        )
    if form not in _FORMS:
        values = {"form": form, "forms": ", ".join(_FORMS[1:])}
        unknown = Message("no_form", "{form} is no form of a value; there are: {forms}", values)
        raise TemplateBroken(template=template, name=row["name"], reason=unknown)
    yield Column(
        _stored(template, row, known), source, form, system_of(which, known, row.get("system", "")) if known else ""
    )


def _stored(template: str, row: Mapping[str, str], known: Field | None) -> Field:
    """How the column is stored: as its catalogue field, unless the template says otherwise."""
    base = known or Field("", "", "", "C", 0, 0, "", "", "O", "template")
    try:
        return replace(
            base,
            code=row["name"],
            name_zh=row.get("name_cn") or base.name_zh or row["name"],
            type=row.get("type") or base.type,
            length=int(row.get("len") or base.length),
            decimals=int(row.get("dec") or (0 if row.get("type") else base.decimals)),
        )
    except ValueError as error:
        raise TemplateBroken(
            template=template, name=row["name"], reason=Message("no_width", "len and dec are numbers", {})
        ) from error


def _check(template: str, field: Field) -> None:
    """What the dBASE format takes: short ASCII names and known widths."""
    reasons = (
        (
            len(field.code) > LONGEST_NAME or not _NAME.fullmatch(field.code),
            Message("name", "a name has 1 to 10 letters and digits", {}),
        ),
        (field.type not in ("C", "N", "D"), Message("type", "the type is C, N or D", {})),
        (
            field.type == "C" and not 1 <= field.length <= LONGEST_TEXT,
            Message("text", "a text has 1 to 254 bytes", {}),
        ),
        (field.type == "N" and not 1 <= field.length <= 19, Message("number", "a number has 1 to 19 digits", {})),
        (field.type == "D" and field.length != 8, Message("date", "a date has 8 digits", {})),
    )
    for wrong, reason in reasons:
        if wrong:
            raise TemplateBroken(template=template, name=field.code, reason=reason)
