"""The numbers of law and plan, and what is counted with them: the idle clock, the yearly assessment, geodesy."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..model.counting.assessment import Policy
from ..model.procedure.idle_clock import Cause, ClockRules
from ..model.standing.settling import AREA_STEP_HA
from .tables import kept, office, table


def policy_number(name: str) -> Fraction:
    """A number of policy_numbers.csv, exactly; a percentage as a fraction of one."""
    return office().numbers[name].value


def warn_days() -> int:
    """So many days before its planned day a parcel turns yellow."""
    return int(policy_number("plan_warning_days"))


def nothing_below_ha() -> float:
    """A remainder below this many hectares is nothing: at most ``nothing_remains`` once written with four decimals."""
    return float(policy_number("nothing_remains")) / 10_000 + AREA_STEP_HA / 2


@kept
def clock_rules() -> ClockRules:
    """The thresholds and the fee rate of the idle clock."""
    return ClockRules(
        years_not_started=int(policy_number("idle_min_years_not_started")),
        years_stopped=int(policy_number("idle_min_years_stopped")),
        years_to_take_back=int(policy_number("takeback_years")),
        years_from_delivery=int(policy_number("idle_presumed_start_years")),
        warning_days=int(policy_number("idle_warning_days")),
        area_ratio=policy_number("idle_area_ratio"),
        investment_ratio=policy_number("idle_invest_ratio"),
        fee_rate=policy_number("idle_fee_rate"),
        causes={row["code"]: Cause(row["group"]) for row in table("reason_xztd")},
    )


@kept
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


@kept
def geodesy_limit(name: str) -> Decimal:
    """A limit of geodesy_limits.csv, in the unit of its row."""
    return next(Decimal(row["value"]) for row in table("geodesy_limits") if row["name"] == name)
