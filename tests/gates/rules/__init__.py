"""Our own rules about how the product is written, each with a planted example that it must catch (T22).

A rule is a sentence, the files it holds for, and a function that finds the lines that break it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.gates.codebase import Source, dotted, walk

Finder = Callable[[Source], Iterator[int]]


@dataclass(frozen=True)
class Rule:
    """One rule. `planted` is a file that breaks it, `at` where that file would stand."""

    name: str
    sentence: str
    find: Finder
    at: str
    planted: str
    holds_for: Callable[[Source], bool] = lambda source: source.inside("cairn", "demo")

    def findings(self, sources: Iterable[Source]) -> list[str]:
        """Every line that breaks the rule, as `path:line: sentence`."""
        return [
            f"{source.path}:{line}: {self.sentence}"
            for source in sources
            if self.holds_for(source)
            for line in self.find(source)
        ]


def calls(*names: str) -> Finder:
    """Calls of these names, as written: `os.system`, or `.raw` for a method of anything."""
    return lambda source: (
        node.lineno
        for node in walk(source.tree)
        if isinstance(node, ast.Call) and _is_called(dotted(node.func) or _method(node.func), names)
    )


def _method(node: ast.AST) -> str:
    return f".{node.attr}" if isinstance(node, ast.Attribute) else ""


def _is_called(name: str, names: tuple[str, ...]) -> bool:
    return any(name == wanted or (wanted.startswith(".") and name.endswith(wanted)) for wanted in names)


def mentions(*names: str) -> Finder:
    """Uses of these names or attributes, called or not."""
    return lambda source: (
        node.lineno
        for node in walk(source.tree)
        if (isinstance(node, ast.Name) and node.id in names)
        or (isinstance(node, ast.Attribute) and node.attr in names)
        or (isinstance(node, ast.alias) and node.name in names)
    )


def imports(*modules: str) -> Finder:
    """Imports of these modules or anything in them."""

    def find(source: Source) -> Iterator[int]:
        for node in walk(source.tree):
            for name in imported(node):
                if any(name == module or name.startswith(f"{module}.") for module in modules):
                    yield node.lineno  # type: ignore[attr-defined]

    return find


def imported(node: ast.AST) -> list[str]:
    """The dotted names a statement imports; none for any other node."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def keywords(**wanted: object) -> Finder:
    """Calls that pass one of these keywords with this value; `...` stands for any value."""

    def find(source: Source) -> Iterator[int]:
        for node in walk(source.tree):
            if isinstance(node, ast.keyword) and node.arg in wanted:
                value = wanted[node.arg]
                if value is ... or (isinstance(node.value, ast.Constant) and node.value.value is value):
                    yield node.value.lineno

    return find


def either(*finders: Finder) -> Finder:
    """Lines that any of these find."""
    return lambda source: (line for find in finders for line in find(source))


def also_in_demo(*exempt: str) -> Callable[[Source], bool]:
    """Every file of the product and its demonstration but these."""
    return lambda source: source.inside("cairn", "demo") and not source.inside(*exempt)
