"""The rows of the board that the yearly assessment looks at: supply rate, disposal rate, next year's quota."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLabel

from ...algorithms.frame.language import tr
from ...model.counting.assessment import Assessment
from ...model.counting.progress import Rate
from ...wording.amounts import ha, percent
from .links import Links

SUPPLY = "supply"
"""The address of the link that asks for the supply rate."""


class AssessmentLabels:
    """Each rate with its numerator and denominator, each number a link to its parcels."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self.supply, self.disposal, self.quota = QLabel(), QLabel(), QLabel()

    @property
    def labels(self) -> tuple[QLabel, ...]:
        return self.supply, self.disposal, self.quota

    def show(self, found: Assessment, approved: bool) -> None:
        """Show an assessment; without the approvals (``approved``) the supply rate only offers to be computed."""
        self.supply.setText(self._supply(found) if approved else f'<a href="{SUPPLY}">{tr("Compute")}</a>')
        rates = [f"{name} {self.rate(rate)}" for name, rate in found.disposal.items()]
        least = tr("at least {least}").format(least=percent(found.least_disposal, 0))
        self.disposal.setText("<br>".join([*rates, least]))
        self.quota.setText(self._quota(found))

    def _supply(self, found: Assessment) -> str:
        sentence = tr("approved {first}–{last}, as far as the ledger names the batches; references {floor}, {stop}")
        policy, supply = found.policy, found.supply
        span = {"first": supply.first_year, "last": supply.last_year}
        limits = {"floor": percent(policy.floor_rate, 0), "stop": percent(policy.stop_rate, 0)}
        return f"{self.rate(supply.rate)}<br>{sentence.format(**span, **limits)}"

    def _quota(self, found: Assessment) -> str:
        """The change first, what it hangs on, then the quota that comes back and from what."""
        change = tr("{change} (confirmed of the task)").format(change=f"<b>{percent(found.change, 0, sign=True)}</b>")
        confirmed = [f"{name} {self.rate(rate)}" for name, rate in found.confirmed.items()]
        parts = [f"{each.name} {self._counted(each.rate)} × {percent(each.share, 0)}" for each in found.credits]
        credit = tr("credited {area} ha").format(area=f"<b>{found.quota_ha:.4f}</b>")
        return "<br>".join([change, *confirmed, credit, *parts])

    def _counted(self, rate: Rate) -> str:
        return self._links.html(ha(rate.numerator), lambda: rate.counted)

    def rate(self, rate: Rate) -> str:
        """Rate, numerator and denominator with their parcels; a dash for the rate where nothing is below it."""
        value = self._links.html(f"<b>{percent(rate.value)}</b>", lambda: rate.counted) if rate.denominator else "—"
        whole = self._links.html(ha(rate.denominator), lambda: rate.of)
        return f"{value}　{self._counted(rate)} / {whole} {tr('ha')}"
