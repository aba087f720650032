"""Every sentence for people is translated, with the same placeholders, and nothing stale is kept."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.append(str(ROOT / "tools"))

from update_translations import _of_tree, problems, sentences, translations, write  # type: ignore[import-not-found]  # noqa: E402


def collected(source: str) -> set[str]:
    return set(_of_tree(ast.parse(source)))


def test_the_chinese_translation_is_complete_and_nothing_in_it_is_stale() -> None:
    assert problems(sentences(), translations()) == []


def test_sentences_are_collected_from_every_way_of_saying_them() -> None:
    source = """
class Refused(CampaignError):
    sentence = "refused {code}"
class Algorithm:
    NUMBERS = (("ROWS", "rows"),)
Message("some_code", "message {n}", {})
notes.add("some_code", "a note")
tr("translated")
ask.file("OUTPUT", "parameter", XLSX)
tr("one" if many else "other")
"""
    wanted = {"refused {code}", "rows", "message {n}", "a note", "translated", "parameter", "one", "other"}
    assert collected(source) == wanted


def test_a_missing_a_differing_and_a_stale_translation_are_reported() -> None:
    found = {"a {x}": "a.py", "b": "a.py"}
    reported = problems(found, {"a {x}": "甲 {y}", "c": "丙"})
    assert len(reported) == 3


def test_a_translation_is_kept_when_the_file_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.ts"
    write({"a & b <c>": "a.py"}, {"a & b <c>": "甲与乙"}, path)
    write({"a & b <c>": "a.py", "new": "a.py"}, translations(path), path)
    assert translations(path) == {"a & b <c>": "甲与乙", "new": ""}
