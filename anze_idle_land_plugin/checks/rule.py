"""The rules, found by themselves: every module of ``rules`` named ``<code>_<what>.py`` is one.

A rule module has a docstring (what it looks for and on whose word), ``NEEDS`` (what must be there to judge) and
``find(subject) -> Iterator[Finding]``.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Iterator

from ..catalogue import kept
from . import rules as rules_package
from .finding import Finding
from .need import Need
from .standard import RuleRow, rule_rows

if TYPE_CHECKING:
    from .subject import Subject


@dataclass(frozen=True)
class Rule:
    """One rule: its row in the table, what it needs, and the function that looks."""

    row: RuleRow
    needs: tuple[Need, ...]
    find: Callable[[Subject], Iterator[Finding]]

    @property
    def code(self) -> str:
        return self.row.code


@kept
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of validation_rules.csv."""
    rows = rule_rows()
    found: dict[str, Rule] = {}
    for module_info in pkgutil.iter_modules(rules_package.__path__):
        code = module_info.name.split("_", 1)[0].upper()
        module = importlib.import_module(f"{rules_package.__name__}.{module_info.name}")
        found[code] = Rule(rows[code], tuple(module.NEEDS), module.find)
    return tuple(found[code] for code in rows if code in found)
