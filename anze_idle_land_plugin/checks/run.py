"""Running the rules over a campaign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Iterable, Iterator, Sequence

from ..model.messages import CampaignError
from .finding import Finding, Fix, Severity
from .need import Need
from .repairs import RepairChangesArea, RepairNotSafe, repaired
from .rule import Rule, all_rules
from .subject import Subject

Progress = Callable[[float], bool]
"""Called with the share done (0-1) after each rule; returns False to stop."""


class UnknownRule(CampaignError):
    sentence = (
        "There is no rule {rule}; name rule codes such as G04, or families such as G or T. The rules are: {rules}"
    )


class ChecksCancelled(CampaignError):
    sentence = "The checks were cancelled; nothing was written"


@dataclass(frozen=True)
class Ran:
    """What a run gave: findings in the order of the rules, the rules run, and those that could not be."""

    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    not_run: tuple[tuple[Rule, tuple[Need, ...]], ...]

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        return self.count(Severity.WARNING)


def chosen_rules(words: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that codes (``G04``) and families (``G``, ``geometry``) name; all of them for no words."""
    wanted = [word.strip().upper() for word in words if word.strip()]
    if not wanted:
        return all_rules()
    for word in wanted:
        if not any(_names(word, rule) for rule in all_rules()):
            raise UnknownRule(rule=word, rules=", ".join(rule.code for rule in all_rules()))
    return tuple(rule for rule in all_rules() if any(_names(word, rule) for word in wanted))


def _names(word: str, rule: Rule) -> bool:
    return word in (rule.code, rule.code[0], rule.row.scope.upper())


def run(subject: Subject, rules: Sequence[Rule] | None = None, progress: Progress | None = None) -> Ran:
    """Run rules (all of them by default) on a campaign. Raises ChecksCancelled when ``progress`` says stop."""
    asked = all_rules() if rules is None else tuple(rules)
    findings: list[Finding] = []
    done, not_run = [], []
    for number, rule in enumerate(asked, 1):
        missing = tuple(need for need in rule.needs if not subject.has(need))
        if missing:
            not_run.append((rule, missing))
        else:
            findings.extend(_found(subject, rule))
            done.append(rule)
        if progress is not None and not progress(number / len(asked)):
            raise ChecksCancelled
    return Ran(tuple(findings), tuple(done), tuple(not_run))


def _found(subject: Subject, rule: Rule) -> Iterator[Finding]:
    usual = subject.standard.severities[rule.code]
    for finding in rule.find(subject):
        fix = (
            finding.fix if finding.fix and _is_safe(subject, subject.numbers[finding.parcels[0]], finding.fix) else None
        )
        severity = Severity.NOTICE if finding.mended else usual
        yield replace(finding, rule=rule.code, severity=severity, fix=fix)


def _is_safe(subject: Subject, number: int, fix: Fix) -> bool:
    """A fix is offered only where the outline is valid and of the same area afterwards."""
    if fix in (Fix.RING_ORDER, Fix.CLOSING):
        return subject.validity[number]
    try:
        repaired(subject.parcels[number].survey, (fix,), subject.standard)
    except (RepairNotSafe, RepairChangesArea):
        return False
    return True
