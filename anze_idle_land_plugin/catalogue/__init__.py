"""The field catalogue, code tables and state machines, read once from resources/codes.

The one place that knows where resources lie, and the one place where field codes (``NZYPZWH``), Chinese names
(批准文号) and English attributes (``approval_number``) meet.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Mapping, Union

from ..model.campaign import Department, Milestone, Stage, Town
from ..model.cases import Case, IdleCase, UnsuppliedCase
from ..model.counting.assessment import Policy
from ..model.counting.figures import AgeGroup, CountingRules, Unit
from ..model.kinds import Category, ListKind
from ..model.procedure.idle_clock import Cause, ClockRules
from ..model.procedure.workflow import State, Transition, Workflow

RESOURCES = Path(__file__).parents[1] / "resources"
_SUFFIX = {ListKind.UNSUPPLIED: "pewg", ListKind.IDLE: "xztd"}

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
    rule: str
    basis: str

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


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of resources/codes/<name>.csv as text."""
    with open(RESOURCES / "codes" / f"{name}.csv", encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
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
            rule=row["rule"],
            basis=row["basis"],
        )
        for row in table(f"fields_{_SUFFIX[which]}")
    )


@cache
def field_by_code(which: ListKind) -> Mapping[str, Field]:
    return {field.code: field for field in case_fields(which)}


@cache
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


@cache
def workflow(which: ListKind) -> Workflow:
    """The state machine of a list, from states_*.csv and transitions_*.csv."""
    suffix = _SUFFIX[which]
    states = {
        row["state"]: State(row["state"], row["name"], row["terminal"] == "1") for row in table(f"states_{suffix}")
    }
    steps = {row["code"]: _transition(row) for row in table(f"transitions_{suffix}")}
    return Workflow(which, states, steps)


def _transition(row: Mapping[str, str]) -> Transition:
    return Transition(
        code=row["code"],
        source=row["from"],
        target=row["to"],
        name=row["name_zh"],
        trigger=row["trigger"],
        document="" if row["document"] == "-" else row["document"],
        actor=row["actor"],
        guards=tuple(tuple(group.split("|")) for group in row["guard"].split(";") if group),
        required_fields=tuple(part for part in row["required_fields"].split(";") if part),
        completes=row["completes"] == "Y",
        adds_to=row["adds_to"],
        limit=int(row["limit"]) if row["limit"] else None,
        limit_unit=row["limit_unit"],
        limit_anchor=row["limit_anchor"],
        limit_text=row["limit_text"],
        article="" if row["article"] == "-" else row["article"],
        basis=row["basis"],
    )


@cache
def geodesy_limit(name: str) -> Decimal:
    """A limit of geodesy_limits.csv, in the unit of its row."""
    return next(Decimal(row["value"]) for row in table("geodesy_limits") if row["name"] == name)


@cache
def names(code_list: str) -> Mapping[str, str]:
    """Code to name of a code table (disposal_*, reason_*, supply_mode_gyfs, landuse_*, states_*)."""
    rows = table(code_list)
    key = "state" if "state" in rows[0] else "code"
    return {row[key]: row["name"] for row in rows}


def code_names(field: Field) -> dict[str, str]:
    """Code to name of a coded field, from all its code tables; empty for a field without codes."""
    if field.code_list == "Y/N":
        return {"Y": "是", "N": "否"}
    known: dict[str, str] = {}
    for code_list in field.code_list.split(" or "):
        if _lists_codes(code_list):
            known.update(names(code_list))
    return known


def _lists_codes(code_list: str) -> bool:
    """Whether a field's code list is a table of codes and names; some are rules of how a code is made."""
    if not code_list or not (RESOURCES / "codes" / f"{code_list}.csv").exists():
        return False
    heads = table(code_list)[0].keys()
    return "name" in heads and bool({"code", "state"} & heads)


def name_of(which: ListKind, attribute: str, code: str) -> str:
    """The Chinese name of a coded value, or the code itself when the table does not know it."""
    return code_names(field_of(which, attribute)).get(code, code)


def category_of(which: ListKind, measure: str) -> Category:
    """The disposal category a measure code belongs to (disposal_*.csv, column principle)."""
    for row in table(f"disposal_{_SUFFIX[which]}"):
        if row["code"] == measure:
            return Category.of_principle(row["principle"])
    return Category.UNDECIDED


def measure_codes(which: ListKind) -> tuple[str, ...]:
    """The measure codes of a list, in table order."""
    return tuple(row["code"] for row in table(f"disposal_{_SUFFIX[which]}"))


@cache
def towns() -> tuple[Town, ...]:
    """The present towns with the names old approvals carry."""
    return tuple(
        Town(
            row["code9"],
            row["name"],
            tuple(alias for alias in row["aliases"].split(";") if alias) + _old_names(row["name"]),
        )
        for row in table("admin_anze")
        if row["level"] == "town"
    )


def _old_names(present: str) -> tuple[str, ...]:
    return tuple(
        row["name"] for row in table("admin_anze") if row["level"] == "township_old" and row["aliases"] == present
    )


@cache
def county() -> tuple[str, str]:
    """County code and name of the shipped tables."""
    row = next(row for row in table("admin_anze") if row["level"] == "county")
    return row["code6"], row["name"]


@cache
def zone_name() -> str:
    """The name of the development zone (开发区)."""
    return next(row["name"] for row in table("admin_anze") if row["level"] == "zone")


@cache
def departments() -> tuple[Department, ...]:
    return tuple(Department(row["code"], row["unit"], row["duty"]) for row in table("departments_duties"))


@cache
def milestones() -> tuple[Milestone, ...]:
    """The plan's four deadlines with cumulative rates as fractions."""
    return tuple(
        Milestone(date.fromisoformat(row["deadline"]), float(row["cumulative_rate_pct"]) / 100)
        for row in table("milestones_2023")
    )


@cache
def stages() -> tuple[Stage, ...]:
    return tuple(
        Stage(row["name"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
        for row in table("stages_2023")
    )


@cache
def policy_number(name: str) -> Fraction:
    """A number of policy_numbers.csv, exactly; a percentage as a fraction of one."""
    row = next(row for row in table("policy_numbers") if row["name"] == name)
    return Fraction(row["value"]) / (100 if row["unit"].startswith("%") else 1)


def warn_days() -> int:
    """So many days before its planned day a parcel turns yellow."""
    return int(policy_number("plan_warning_days"))


@cache
def clock_rules() -> ClockRules:
    """The thresholds, the fee rate and the articles of the idle clock."""
    articles = {row["id"]: row["article"] for name in ("clock_grounds", "clock_consequences") for row in table(name)}
    return ClockRules(
        years_not_started=int(policy_number("idle_min_years_not_started")),
        years_stopped=int(policy_number("idle_min_years_stopped")),
        years_to_take_back=int(policy_number("takeback_years")),
        years_from_delivery=int(policy_number("idle_presumed_start_years")),
        warning_days=int(policy_number("idle_warning_days")),
        area_ratio=policy_number("idle_area_ratio"),
        investment_ratio=policy_number("idle_invest_ratio"),
        fee_rate=policy_number("idle_fee_rate"),
        articles=articles,
        causes={row["code"]: Cause(row["group"]) for row in table("reason_xztd")},
    )


@cache
def counting_rules() -> CountingRules:
    """How parcels are grouped when they are counted: units of the plan, ages (age_groups.csv), departments."""
    zone = next(row for row in table("admin_anze") if row["level"] == "zone")
    also = tuple(alias for alias in zone["aliases"].split(";") if alias)
    return CountingRules(
        units=(
            *(Unit(town.name, (town.name, town.code9, *town.aliases)) for town in towns()),
            Unit(zone["name"], (zone["name"], *also)),
        ),
        zone_name=zone["name"],
        age_groups=tuple(
            AgeGroup(row["name"], int(row["first_year"]), int(row["last_year"])) for row in table("age_groups")
        ),
        department_names={each.code: each.name for each in departments()},
    )


@cache
def policy() -> Policy:
    """The numbers of the yearly assessment (增存挂钩)."""

    def share(name: str) -> float:
        return float(policy_number(name))

    return Policy(
        supply_years=int(policy_number("supply_rate_years")),
        floor_rate=share("supply_rate_national_floor"),
        stop_rate=share("supply_rate_shanxi_floor"),
        least_disposal=share("min_disposal_rate_2020"),
        old_until=int(policy_number("quota_credit_old_until")),
        credit_old=share("quota_credit_before_2018"),
        credit_new=share("quota_credit_since_2018"),
        credit_idle=share("quota_credit_idle"),
        reward=share("plan_reward"),
        cut=share("plan_cut"),
    )
