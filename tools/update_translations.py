"""Collect every sentence for people from the sources into i18n/anze_zh_CN.ts, in one context "anze".

    python3 tools/update_translations.py            new sentences in, gone ones out, translations kept
    python3 tools/update_translations.py --check    change nothing; exit 1 when one is missing or has other placeholders

Collected are: the literals of tr("..."), of class attributes ``sentence``, ``TITLE``, ``HELP``, ``NUMBERS`` and
``TEXTS``, of any call that begins with a code and a sentence, such as Message("total_row", "it is a total", ...), of
the shared parameters (name, title), of ``Column("head", ...)``, ``Head`` and ``Grouping``, and of module tables
whose name is in TABLES.
"""

from __future__ import annotations

import argparse
import ast
import re
import string
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "anze_idle_land_plugin"
TS = ROOT / "i18n" / "anze_zh_CN.ts"
CONTEXT = "anze"
FIRST_ARGUMENT = {"tr", "translate", "Column", "Head", "Grouping"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
"""What begins in Chinese is a head of an official document, which is Chinese in every language."""
PARAMETERS = "ask"
"""The name under which the algorithms import their shared parameters: ask.file("OUTPUT", "Workbook")."""
SECOND_ARGUMENT = {"choice", "day", "_layer"}
CODE = re.compile(r"[a-z]+(_[a-z]+)*")
"""A call that begins with such a code carries a sentence in its second argument: Message, notes.add, reject."""
ATTRIBUTES = {"sentence", "TITLE", "HELP"}
PAIRS = {"NUMBERS", "TEXTS"}
TABLES = {"EXPORTS"}


def sentences(package: Path = PACKAGE) -> dict[str, str]:
    """Every sentence with the file it stands in first, in the order of the files."""
    found: dict[str, str] = {}
    for path in sorted(package.rglob("*.py")):
        for sentence in _of_tree(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(sentence, path.relative_to(package.parent).as_posix())
    return found


def _of_tree(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            yield from _of_assignment(node)


def _of_call(call: ast.Call) -> Iterator[str]:
    function = call.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    if name in FIRST_ARGUMENT and call.args:
        yield from _text(call.args[0])
    elif len(call.args) > 1 and (_is_parameter(function) or name in SECOND_ARGUMENT or _has_sentence(call.args)):
        yield from _text(call.args[1])
    elif name == "folder" and not call.args:
        yield "Folder"


def _is_parameter(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == PARAMETERS


def _has_sentence(arguments: list[ast.expr]) -> bool:
    """A code first, then words: not every two strings are a message."""
    code, sentence = arguments[:2]
    is_code = isinstance(code, ast.Constant) and isinstance(code.value, str) and CODE.fullmatch(code.value)
    return bool(is_code) and any(re.search(r"[a-z{}] [a-z{]", text) for text in _text(sentence))


def _of_assignment(node: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    if node.value is None:
        return
    if names & (TABLES | PAIRS):
        for pair in getattr(node.value, "elts", []):
            yield from _text(pair.elts[1])
    elif names & ATTRIBUTES:
        yield from _text(node.value)


def _text(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        if not CHINESE.match(node.value):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _text(node.body)
        yield from _text(node.orelse)


def translations(path: Path = TS) -> dict[str, str]:
    """What is translated so far."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def problems(found: dict[str, str], known: dict[str, str]) -> list[str]:
    """Sentences without translation, with other placeholders, and translations nobody uses any more."""
    missing = [f"{found[each]}: not translated: {each}" for each in found if not known.get(each)]
    differing = [
        f"{found[each]}: other placeholders: {each}"
        for each in found
        if known.get(each) and placeholders(each) != placeholders(known[each])
    ]
    return [*missing, *differing, *(f"no longer used: {each}" for each in known if each not in found)]


def write(found: dict[str, str], known: dict[str, str], path: Path = TS) -> None:
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for sentence, file in found.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../{file}")
        ET.SubElement(message, "source").text = sentence
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(sentence, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    found, known = sentences(), translations()
    if not check:
        write(found, known)
    wrong = problems(found, {each: known[each] for each in known if check or each in found})
    for problem in wrong:
        print(problem)
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
