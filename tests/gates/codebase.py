"""The files that gates read: what is Python, what is a template, where a file stands."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {".git", ".venv", ".boot", "var", "node_modules", "__pycache__", ".hypothesis"}
PYTHON_FOLDERS = ("cairn", "demo", "tests", "ops", "benchmarks")


@dataclass(frozen=True)
class Source:
    """One Python file: where it stands from the root, and what is in it."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def parts(self) -> tuple[str, ...]:
        return PurePosixPath(self.path).parts

    @property
    def app(self) -> str:
        """The app of the product it belongs to; empty outside `cairn/` and for files directly in it."""
        return self.parts[1] if self.parts[0] == "cairn" and len(self.parts) > 2 else ""

    @property
    def module(self) -> str:
        """Which kind of module inside its app: `models` for `models.py` and for everything in `models/`."""
        return self.parts[2].removesuffix(".py") if self.app else ""

    def inside(self, *folders: str) -> bool:
        """Whether it is one of these files, or stands in one of these folders."""
        return any(self.path == folder or self.path.startswith(f"{folder}/") for folder in folders)

    def named(self, *modules: str) -> bool:
        """Whether it is one of these kinds of module inside its app."""
        return self.module in modules


def walk(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node, in the order of the page."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        yield from walk(child)


def dotted(node: ast.AST) -> str:
    """`a.b.c` as written; empty for anything that is not a plain chain of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else f".{node.attr}"
    return ""


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the repository except migrations, which Django writes."""
    found = (path for folder in PYTHON_FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text())
        for path in found
        if "migrations" not in path.parts and "node_modules" not in path.parts
    )


def product() -> tuple[Source, ...]:
    """The files that run in production."""
    return tuple(source for source in sources() if source.inside("cairn"))


@cache
def templates() -> dict[str, str]:
    """Every template by the name Django knows it under, with its text."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "cairn").rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and "templates" in parts:
            name = "/".join(parts[parts.index("templates") + 1 :])
            found[name] = path.read_text()
    return found


@cache
def addresses() -> tuple[str, ...]:
    """Every file that git tracks or would track, from the root."""
    found: list[str] = []
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in SKIPPED]
        found += [Path(folder, name).relative_to(ROOT).as_posix() for name in files]
    return tuple(sorted(found))
