"""docs/formats.md tells of every dialect and of every column of their table, and has every rule the code cites."""

from __future__ import annotations

import re
from pathlib import Path

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.readers.boundary_txt.profiles import profiles

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\d+)\. (.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def first_cells(section: str) -> list[str]:
    """What stands in backquotes in the first column of the section's tables."""
    rows = re.findall(r"^\| (`.*?) \|", SECTIONS[section], re.MULTILINE)
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row)]


def test_every_dialect_has_a_row() -> None:
    titles = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", SECTIONS["2"], re.MULTILINE))
    assert titles == {each.id: each.title for each in profiles()}


def test_every_column_of_the_table_is_told() -> None:
    assert {*first_cells("3"), "basis"} == set(catalogue.table("boundary_profiles")[0])


def test_every_rule_that_is_cited_is_there() -> None:
    package = ROOT / "anze_idle_land_plugin"
    cited = {
        each
        for path in (*package.rglob("*.py"), *(ROOT / "resources" / "codes").glob("*.csv"))
        for each in re.findall(r"docs/formats\.md (\d+(?:\.\d+)?)", path.read_text(encoding="utf-8"))
    }
    rules = {f"{section}.{rule}" for section, text in SECTIONS.items() for rule in re.findall(r"^(\d+)\. ", text, re.M)}
    assert len(cited) > 8
    assert cited <= rules | set(SECTIONS)
