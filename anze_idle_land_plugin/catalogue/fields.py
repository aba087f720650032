"""The field catalogue: where field codes (``NZYPZWH``), Chinese names (批准文号) and English attributes
(``approval_number``) meet, and the typed case of a table row.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Mapping, Union

from ..model.cases import Case, IdleCase, UnsuppliedCase
from ..model.kinds import ListKind
from .tables import kept, table

SUFFIX = {ListKind.UNSUPPLIED: "pewg", ListKind.IDLE: "xztd"}
"""How the tables of a list end: states_pewg, disposal_xztd."""

Value = Union[str, float, int, date, None]


@dataclass(frozen=True)
class Field:
    """One field of a parcel table: its code, its English attribute, its Chinese name and how it is stored.

    ``type`` is C (text of ``length`` bytes in an exchange file), N (number with ``decimals``) or D (date).
    ``kept_by`` says who writes it: survey, ledger or events. ``code_list`` names a table of resources/codes.
    """

    code: str
    attribute: str
    name_zh: str
    type: str
    length: int
    decimals: int
    unit: str
    code_list: str
    required: str
    kept_by: str

    @property
    def label_zh(self) -> str:
        """The Chinese name with the unit, as a column head: 剩余未供面积(公顷)."""
        return f"{self.name_zh}({self.unit})" if self.unit and self.unit not in self.name_zh else self.name_zh

    def parse(self, text: str) -> Value:
        """The typed value of a stored text; empty text is "not given"."""
        if self.type == "D":
            return date.fromisoformat(text[:10]) if text else None
        if self.type == "N":
            return (float(text) if self.decimals else int(float(text))) if text else None
        return text

    def store(self, value: Value) -> str:
        """The text of a value as events carry it: ISO dates, numbers with their decimals."""
        if value is None:
            return ""
        if isinstance(value, float):
            return f"{value:.{self.decimals}f}"
        return value.isoformat() if isinstance(value, date) else str(value)


@kept
def case_fields(which: ListKind) -> tuple[Field, ...]:
    """All fields of a list's parcel table, in catalogue order."""
    return tuple(
        Field(
            code=row["field"],
            attribute=row["attribute"],
            name_zh=row["name_cn"],
            type=row["type"],
            length=int(row["len"]),
            decimals=int(row["dec"]),
            unit=row["unit"],
            code_list=row["code_list"],
            required=row["required"],
            kept_by=row["kept_by"],
        )
        for row in table(f"fields_{SUFFIX[which]}")
    )


@kept
def field_by_code(which: ListKind) -> Mapping[str, Field]:
    return {field.code: field for field in case_fields(which)}


@kept
def field_of(which: ListKind, attribute: str) -> Field:
    """The field an English attribute stands for, e.g. (IDLE, "measure") -> CZFS."""
    return next(field for field in case_fields(which) if field.attribute == attribute)


def code_field(which: ListKind) -> str:
    """The field that holds the parcel code: TBBH or XZBH."""
    return field_of(which, "code").code


def case_of(which: ListKind, row: Mapping[str, Value]) -> Case:
    """The typed case of one table row (values by field code; dates may come as ISO text)."""
    kind = UnsuppliedCase if which is ListKind.UNSUPPLIED else IdleCase
    known = {field.attribute: _typed(field, row.get(field.code)) for field in case_fields(which)}
    return kind(**{each.name: known[each.name] for each in fields(kind)})  # type: ignore[arg-type]


def _typed(field: Field, value: Value) -> Value:
    if isinstance(value, str):
        return field.parse(value.strip())
    if value is None:
        return "" if field.type == "C" else None
    if field.type == "C":
        return str(value)
    if field.type == "N" and not isinstance(value, date):
        return float(value) if field.decimals else int(value)
    return value


def row_of(case: Case) -> dict[str, Value]:
    """The table row of a typed case: values by field code."""
    return {field.code: getattr(case, field.attribute) for field in case_fields(case.which)}
