"""One room opens the tables, and nothing derived from them is remembered past a change of office."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Iterator, Tuple

import anze_idle_land_plugin

PACKAGE = Path(str(anze_idle_land_plugin.__file__)).parent
CACHES = {"cache", "lru_cache"}
KEPT = {"kept", "kept_at_most"}


Name = Tuple[str, str]
"""A module and a name in it."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package by its dotted name within it."""
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        if "shipped" not in parts:
            module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            yield module, ast.parse(file.read_text(encoding="utf-8"))


def imported(module: str, tree: ast.Module) -> dict[str, Name]:
    """What names from other modules of the package stand for."""
    here = module.split(".") if module else []
    is_package = (PACKAGE.joinpath(*here) / "__init__.py").exists()
    found: dict[str, Name] = {}
    for each in ast.walk(tree):
        if isinstance(each, ast.ImportFrom) and each.level:
            base = here[: len(here) - each.level + is_package]
            target = ".".join([*base, *(each.module or "").split(".")]).strip(".")
            found.update({alias.asname or alias.name: (target, alias.name) for alias in each.names})
    return found


def words_in(node: ast.AST) -> set[str]:
    found = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return found | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


class Calls:
    """Which module functions speak of which."""

    def __init__(self) -> None:
        self.trees = dict(trees())
        self.bound = {module: imported(module, tree) for module, tree in self.trees.items()}
        self.functions = {
            (module, each.name): each
            for module, tree in self.trees.items()
            for each in tree.body
            if isinstance(each, ast.FunctionDef)
        }

    def named(self, module: str, node: ast.AST) -> set[Name]:
        """The functions a piece of code names, wherever they are handed on."""
        found = set()
        for each in ast.walk(node):
            if isinstance(each, ast.Name):
                found.add(self.resolved((module, each.id)))
            elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
                target, name = self.bound[module].get(each.value.id, ("", ""))
                found.add(self.resolved((".".join(part for part in (target, name) if part), each.attr)))
        return found

    def resolved(self, name: Name) -> Name:
        while name not in self.functions and name[1] in self.bound.get(name[0], {}):
            name = self.bound[name[0]][name[1]]
        return name

    def decorated(self, by: set[str]) -> set[Name]:
        words = {name: set().union(*map(words_in, each.decorator_list)) for name, each in self.functions.items()}
        return {name for name, said in words.items() if said & by}

    def reaching(self, first: set[Name]) -> set[Name]:
        """The functions that name one of these, themselves or through others."""
        said = {
            name: set().union(*(self.named(name[0], line) for line in function.body))
            - {(name[0], each.arg) for each in ast.walk(function.args) if isinstance(each, ast.arg)}
            for name, function in self.functions.items()
        }
        found = set(first)
        while more := {name for name, others in said.items() if name not in found and others & found}:
            found |= more
        return found


def test_what_a_table_reaches_is_remembered_by_office_and_never_by_functools() -> None:
    calls = Calls()
    reached = calls.reaching(calls.decorated(KEPT) | {("catalogue.tables", "office")})
    cached = calls.decorated(CACHES)
    assert {("catalogue.machines", "workflow"), ("printing.paper.text_flow", "wrap"), ("law", "next_steps")} <= reached
    assert len(cached) > 10
    assert {name for name in cached & reached if name[0] != "catalogue.tables"} == set()


def test_one_module_opens_the_tables() -> None:
    opening = {
        module
        for module, tree in trees()
        for each in ast.walk(tree)
        if isinstance(each, ast.BinOp) and isinstance(each.right, ast.Constant) and each.right.value == "codes"
    }
    assert opening == {"catalogue.tables"}


def test_no_table_is_read_while_a_module_is_imported() -> None:
    """A constant made of a table would keep the office that was in force when Python first met the module."""
    calls = Calls()
    reached = calls.reaching(calls.decorated(KEPT) | {("catalogue.tables", "office")})
    wrong = [
        f"{module}:{each.lineno}"
        for module, tree in calls.trees.items()
        for each in tree.body
        if isinstance(each, (ast.Assign, ast.AnnAssign)) and each.value and called(calls, module, each.value) & reached
    ]
    assert wrong == []


def called(calls: Calls, module: str, value: ast.expr) -> set[Name]:
    """The functions a constant's value calls; those it only names are called later."""
    return set().union(*(calls.named(module, each.func) for each in ast.walk(value) if isinstance(each, ast.Call)))
