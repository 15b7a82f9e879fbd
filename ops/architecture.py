"""Makes docs/generated/architecture.md: the stack of apps, what each holds, and every announcement."""

from __future__ import annotations

import ast
import configparser
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = ROOT / "cairn"

_HEAD = """# The stack as the code has it

Made by `ops/generate_docs.py` from `.importlinter` and the code; changes are made there. An app imports only what
stands below it; those of one level know nothing of each other. Apps that have no content yet are left out.
"""


def architecture_markdown() -> str:
    """The whole document."""
    return "\n".join((_HEAD, _stack(), _inside(), _announcements()))


def _contract(name: str, key: str) -> list[str]:
    contracts = configparser.ConfigParser()
    contracts.read_string((ROOT / ".importlinter").read_text())
    lines = contracts[f"importlinter:contract:{name}"][key].split("\n")
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def apps() -> list[list[str]]:
    """The apps that exist, from the top of the stack down; those side by side in one list."""
    levels = [[part.strip(" ()") for part in line.split("|")] for line in _contract("apps", "layers")]
    held = [[name for name in level if (PRODUCT / name / "__init__.py").exists()] for level in levels]
    return [level for level in held if level]


def _meaning(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n\n")[0].replace("\n", " ")


def _stack() -> str:
    rows = [
        f"| {number} | `{name}` | {_meaning(PRODUCT / name / '__init__.py')} |"
        for number, level in enumerate(apps(), 1)
        for name in level
    ]
    return "\n".join(("## Apps, from the top down", "", "| Level | App | What it holds |", "|---|---|---|", *rows, ""))


def _inside() -> str:
    kinds = [part.strip(" ()") for line in _contract("inside-apps", "layers") for part in line.split("|")]
    return "\n".join(("## Inside an app, from the top down", "", " → ".join(f"`{kind}`" for kind in kinds), ""))


def _trees(app: str) -> Iterator[ast.Module]:
    for path in sorted((PRODUCT / app).rglob("*.py")):
        if "migrations" not in path.parts:
            yield ast.parse(path.read_text())


def _announcements() -> str:
    rows = [
        f"| `{said['name']}` | {app} | {said['meaning']} | {said['facts']} |"
        for level in apps()
        for app in level
        if app != "kernel"
        for tree in _trees(app)
        for said in _declared(tree)
    ]
    if not rows:
        return "## Announcements\n\nNone yet. A dozen is the most there may be.\n"
    head = ("## Announcements", "", "| Name | Made by | When | What it carries |", "|---|---|---|---|")
    return "\n".join((*head, *rows, ""))


def _declared(tree: ast.Module) -> Iterator[dict[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "announcement":
            said = {item.arg: ast.literal_eval(item.value) for item in node.keywords if item.arg}
            yield {
                "name": ast.literal_eval(node.args[0]),
                "meaning": said["meaning"],
                "facts": ", ".join(said["facts"]) or "nothing",
            }
