"""The stack of apps and of modules inside an app, as `.importlinter` lays it down."""

from __future__ import annotations

import configparser
from functools import cache

from tests.gates.codebase import ROOT


@cache
def contracts() -> configparser.ConfigParser:
    """`.importlinter`, read."""
    read = configparser.ConfigParser()
    read.read_string((ROOT / ".importlinter").read_text())
    return read


def contract_names() -> list[str]:
    """The short names of all contracts."""
    return [name.removeprefix("importlinter:contract:") for name in contracts().sections() if ":contract:" in name]


def stack() -> list[list[str]]:
    """The apps from the top down; those side by side in one list. Apps still to come are in it."""
    lines = contracts()["importlinter:contract:apps"]["layers"].split("\n")
    return [[part.strip(" ()") for part in line.split("|")] for line in lines if line.strip()]


def height(app: str) -> int:
    """How high an app stands: the kernel is 0. Raises ValueError for an app that is not in the stack."""
    for index, level in enumerate(reversed(stack())):
        if app in level:
            return index
    raise ValueError(f"{app!r} is not in the stack of .importlinter.")


def layered_inside() -> set[str]:
    """The apps whose inside is held to the order of modules."""
    lines = contracts()["importlinter:contract:inside-apps"]["containers"].split()
    return {line.removeprefix("cairn.") for line in lines}
