"""The acts of the product: workflows found in `states`, commands found in `commands`, and what they ask for."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType

import cairn
from cairn.access.actions import ACTIONS
from cairn.access.matrix import MATRIX
from cairn.kernel.workflow import Workflow


def modules(kind: str) -> list[ModuleType]:
    """Every module of this kind in every app: `cairn.<app>.<kind>` and what is in it, if it is a package."""
    found = []
    for info in pkgutil.walk_packages(cairn.__path__, "cairn."):
        parts = info.name.split(".")
        if len(parts) > 2 and parts[2] == kind:
            found.append(import_module(info.name))
    return found


def workflows(places: Iterable[ModuleType]) -> dict[str, list[Workflow]]:
    """The workflows by the app in whose `states` they stand."""
    found: dict[str, list[Workflow]] = {}
    for place in places:
        app = place.__name__.split(".")[1]
        here = [value for value in vars(place).values() if isinstance(value, Workflow)]
        found.setdefault(app, []).extend(here)
    return found


def commands(places: Iterable[ModuleType]) -> dict[str, dict[str, Callable]]:
    """The functions marked `@command`, by app and name."""
    found: dict[str, dict[str, Callable]] = {}
    for place in places:
        app = place.__name__.split(".")[1]
        for name, value in vars(place).items():
            if is_command(value) and value.__module__ == place.__name__:
                found.setdefault(app, {})[name] = value
    return found


def is_command(value: object) -> bool:
    """Whether a function was made an act by `cairn.audit.commands.command`."""
    return (
        inspect.isfunction(value)
        and hasattr(value, "__wrapped__")
        and value.__code__.co_filename.endswith("cairn/audit/commands.py")
    )


def moves_without_a_command(tables: dict[str, list[Workflow]], acts: dict[str, dict[str, Callable]]) -> list[str]:
    """Moves that no command of the same app makes."""
    return [
        f"{app}: {workflow.name}.{move.name}"
        for app, held in tables.items()
        for workflow in held
        for move in workflow.moves
        if move.name not in acts.get(app, {})
    ]


def moves_without_a_role(tables: dict[str, list[Workflow]]) -> list[str]:
    """Moves whose action nobody holds, or that is not named at all."""
    return [
        f"{app}: {workflow.name}.{move.name} needs {move.action}"
        for app, held in tables.items()
        for workflow in held
        for move in workflow.moves
        if move.action not in ACTIONS or not holders(move.action)
    ]


def holders(action: str) -> set[str]:
    """The roles that hold an action, on whatever condition."""
    named = ACTIONS[action]
    return {
        role.value for role, cells in MATRIX[named.artefact].items() if any(cell.may is named.may for cell in cells)
    }


def misshapen(acts: dict[str, dict[str, Callable]]) -> list[str]:
    """Commands that do not take `by` and `at` as keywords, or do not say what they mean.

    `by` may stand for nobody where nobody has signed in yet; the moment is always given.
    """
    return [
        f"{app}.{name}"
        for app, held in acts.items()
        for name, act in held.items()
        if not _takes(act, "by") or not _takes(act, "at") or not (act.__doc__ or "").strip()
    ]


def _takes(act: Callable, name: str) -> bool:
    parameter = inspect.signature(act).parameters.get(name)
    return (
        parameter is not None
        and parameter.kind is inspect.Parameter.KEYWORD_ONLY
        and (name == "by" or parameter.default is inspect.Parameter.empty)
    )
