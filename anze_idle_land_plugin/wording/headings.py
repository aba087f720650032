"""What stands over every table of a campaign: its county, its year, and what the plan calls the work."""

from __future__ import annotations

from ..model.campaign import Campaign


def heading(campaign: Campaign, what: str) -> str:
    """安泽县2023年度“批而未用”土地清理处置任务清单."""
    return f"{campaign.county_name}{campaign.year}年度“批而未用”土地清理处置{what}"
