"""The book: every table of resources/codes, read once and by name, and what the product makes of it.

One file a subject: tables (the reading), overrides (what an office sets), fields, machines, codes, places, plan and
policy. This face hands their public names on.
"""

from .codes import category_of, code_names, measure_codes, name_of, names
from .fields import Field, Value, case_fields, case_of, code_field, field_by_code, field_of, row_of
from .machines import workflow
from .office_files import begin_table, office_tables
from .places import aliases, counting_rules, shipped_county, shipped_units, units_known_of
from .plan import milestones, plan_year, stages
from .policy import clock_rules, geodesy_limit, nothing_below_ha, policy, policy_number, warn_days
from .tables import (
    RESOURCES,
    fingerprint,
    kept,
    kept_at_most,
    office,
    office_differences,
    settle,
    table,
    under,
    worded,
    written_at,
)

__all__ = [
    "RESOURCES",
    "Field",
    "Value",
    "aliases",
    "begin_table",
    "case_fields",
    "case_of",
    "category_of",
    "clock_rules",
    "code_field",
    "code_names",
    "counting_rules",
    "field_by_code",
    "field_of",
    "fingerprint",
    "geodesy_limit",
    "kept",
    "kept_at_most",
    "measure_codes",
    "milestones",
    "plan_year",
    "name_of",
    "names",
    "office",
    "office_differences",
    "office_tables",
    "nothing_below_ha",
    "policy",
    "policy_number",
    "row_of",
    "settle",
    "shipped_county",
    "shipped_units",
    "stages",
    "table",
    "under",
    "units_known_of",
    "warn_days",
    "workflow",
    "worded",
    "written_at",
]
