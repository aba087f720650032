"""The standard a campaign is checked by: severity of each rule, and the limits with their basis.

Shipped in resources/codes (validation_rules.csv, check_limits.csv); an office changes single entries by settings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Mapping

from .. import catalogue
from ..model.messages import CampaignError
from .finding import Severity


class UnknownLimit(CampaignError):
    sentence = "The check standard has no entry {name}; entries are rule codes and the names in check_limits.csv"


class WrongLimit(CampaignError):
    sentence = "The check standard: {value} is no value for {name}; write {kind}"


@dataclass(frozen=True)
class RuleRow:
    """What the table says of a rule: its Chinese title, where it looks, and on whose word."""

    code: str
    severity: Severity
    scope: str
    title: str


@catalogue.kept
def rule_rows() -> Mapping[str, RuleRow]:
    """The rules of validation_rules.csv by code, in table order."""
    return {
        row["code"]: RuleRow(
            code=row["code"],
            severity=Severity(row["severity"]),
            scope=row["scope"],
            title=row["title"],
        )
        for row in catalogue.table("validation_rules")
    }


@dataclass(frozen=True)
class Standard:
    """Severities by rule code and limits by name. Lengths are metres, areas m² unless the table says otherwise."""

    severities: Mapping[str, Severity]
    limits: Mapping[str, str]

    @classmethod
    def shipped(cls) -> Standard:
        severities = {code: row.severity for code, row in rule_rows().items()}
        return cls(severities, {row["name"]: row["value"] for row in catalogue.table("check_limits")})

    def changed(self, changes: Mapping[str, str]) -> Standard:
        """The standard with an office's own entries: a rule code gives a severity (E, W, I), a limit name a value."""
        severities, limits = dict(self.severities), dict(self.limits)
        for name, value in changes.items():
            if name in severities:
                severities[name] = _severity(name, value)
            elif name in limits:
                limits[name] = _same_kind(name, value, limits[name])
            else:
                raise UnknownLimit(name=name)
        return replace(self, severities=severities, limits=limits)

    def number(self, name: str) -> float:
        return float(self.limits[name])

    def whole(self, name: str) -> int:
        return int(self.limits[name])

    def day(self, name: str) -> date:
        return date.fromisoformat(self.limits[name])

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(self.limits[name].split())


def _severity(name: str, value: str) -> Severity:
    try:
        return Severity(value.strip().upper())
    except ValueError as error:
        raise WrongLimit(name=name, value=value, kind="E, W, I") from error


def _same_kind(name: str, value: str, shipped: str) -> str:
    """The value, if it can be read as what the shipped one is: a number, a day, or words."""
    text = value.strip()
    for kind, reads in (("0.0", float), ("2009-01-01", date.fromisoformat)):
        if _reads(reads, shipped):
            if _reads(reads, text):
                return text
            raise WrongLimit(name=name, value=value, kind=kind)
    return text


def _reads(reads, text: str) -> bool:  # type: ignore[no-untyped-def]
    try:
        reads(text)
    except ValueError:
        return False
    return True
