"""Everything the product makes of a campaign, through its algorithms: for tests that look at all of it at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

from anze_idle_land_plugin.exports.notices.text import Kind

DAY = "2023-09-30"
REPORTS = {
    "threelists": "清单.xlsx",
    "ledger": "台账.xlsx",
    "periodreport": "月报.xlsx",
    "summary": "总结.docx",
    "board": "看板.html",
    "progress": "进度.xlsx",
    "duesteps": "期限.csv",
    "advice": "建议.csv",
}

Run = Callable[..., dict[str, Any]]


def make_every_output(run: Run, campaign: Path, folder: Path) -> None:
    """Sheets, wall map, lists, reports, board, checks, notices and exchange files of a campaign into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    given = {"CAMPAIGN": str(campaign), "AS_OF": DAY}
    for algorithm, file in REPORTS.items():
        run(algorithm, **given, OUTPUT=str(folder / file))
    run("checkcampaign", **given, OUTPUT=str(folder / "问题.gpkg"), REPORT=str(folder / "检查.xlsx"))
    run("stylecampaign", **given, THEME="both", PROJECT=str(folder / "campaign.qgs"))
    run("wallmap", **given, FORMAT="pdf", OUTPUT=str(folder / "挂图.pdf"))
    run("parcelsheets", **given, FORMAT="pdf", WORKERS=0, OUTPUT=str(folder / "表"))
    run("parcelsheets", **given, FORMAT="xlsx", WORKERS=0, OUTPUT=str(folder / "表格"))
    for kind in Kind:
        run("notices", **given, KIND=kind.value, OUTPUT=str(folder / "文书" / kind.value))
    run("exportmonitoring", **given, OUTPUT=str(folder / "报送"))
    for profile in ("canonical", "baopi"):
        run("exportboundary", CAMPAIGN=str(campaign), LIST="both", PROFILE=profile, OUTPUT=str(folder / profile))
