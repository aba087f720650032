"""What the sources cite must be in the repository: a reader who follows a citation finds the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Callable, Iterator

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("anze_idle_land_plugin", "resources", "tools", "test", "docs")
ENDINGS = {".py", ".csv", ".js", ".sh", ".md", ".toml"}
CITATION = re.compile(r"(?<![\w{./-])((?:[\w-]+/)*[\w-]+\.md)\b(?:,? (?:section )?(\d+))?")
MODULE = re.compile(r"`((?:[a-z_0-9]+/)+[a-z_0-9*]+\.(?:py|csv|js|sh|ts))`")
BUILT = re.compile(r"^build/|^office/")
"""What a command makes, or an office keeps, is in no repository."""


def _texts() -> Iterator[tuple[Path, int, str]]:
    for place in PLACES:
        for path in sorted((ROOT / place).rglob("*")):
            if path.suffix in ENDINGS and path.is_file() and path != Path(__file__):
                try:
                    text = path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    continue  # a survey in GBK cites nothing
                for number, line in enumerate(text.splitlines(), 1):
                    yield path, number, line


def _page(cited: str, by: Path) -> Path | None:
    places = (ROOT / cited, by.parent / cited, ROOT / "docs" / cited)
    return next((place for place in places if place.exists()), None)


def _missing() -> Iterator[str]:
    for path, number, line in _texts():
        where = f"{path.relative_to(ROOT)}:{number}"
        for cited, section in CITATION.findall(line):
            page = _page(cited, path)
            if page is None:
                yield f"{where} cites {cited}"
            elif section and path.suffix != ".md" and page.parent.name == "docs":
                heads = re.findall(r"^#+ (\d+)\.", page.read_text(encoding="utf-8"), re.MULTILINE)
                if section not in heads:
                    yield f"{where} cites section {section} of {cited}"


def _gone() -> Iterator[str]:
    for path, number, line in _texts():
        if path.suffix != ".md" or path.name == "CHANGELOG.md":
            continue
        for named in MODULE.findall(line):
            roots = (ROOT, ROOT / "anze_idle_land_plugin", ROOT / "resources", ROOT / "test", path.parent)
            if not BUILT.match(named) and not any(list(root.glob(named)) for root in roots):
                yield f"{path.relative_to(ROOT)}:{number} names {named}"


@pytest.mark.parametrize("found", [_missing, _gone], ids=["pages and sections", "files"])
def test_what_is_cited_is_there(found: Callable[[], Iterator[str]]) -> None:
    assert list(found()) == []


def test_the_tables_to_change_are_there() -> None:
    tables = re.findall(r"`([a-z_0-9*]+\.csv)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(tables) > 10
    assert [each for each in tables if not list((ROOT / "resources" / "codes").glob(each))] == []


def test_the_search_sees_a_page_that_is_not_there(tmp_path: Path) -> None:
    assert _page("no-such-page.md", tmp_path / "a.py") is None
    assert CITATION.findall("see format.md, section 5 and docs/law.md") == [("format.md", "5"), ("docs/law.md", "")]
