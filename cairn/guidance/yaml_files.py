"""Strict reading of the YAML files that hold rules: a key doubled, unknown or missing is a fault, never a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import yaml

from cairn.guidance.refusals import FaultyFile

Entry = dict[str, Any]
# libyaml's reader is ten times as fast; PyYAML built without it has only its own.
_Reader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _NoKeyTwice(_Reader):  # type: ignore[misc]  # which of the two readers is known only when it runs
    """Reads plain values only, and refuses a mapping that says the same thing twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Entry:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        doubled = sorted({str(key) for key in keys if keys.count(key) > 1})
        if doubled:
            raise FaultyFile(f"line {node.start_mark.line + 1}: {', '.join(doubled)} is written twice")
        entry: Entry = super().construct_mapping(node, deep)
        return entry


def read(path: Path) -> Any:
    """What the file holds. Raises FaultyFile, naming the file, if it is missing or not plain YAML."""
    try:
        return _NoKeyTwice(path.read_text(encoding="utf-8")).get_single_data()
    except (OSError, UnicodeDecodeError, yaml.YAMLError, FaultyFile) as fault:
        raise FaultyFile(f"{path.name}: {fault}") from fault


def entry(value: object, *, where: str, required: Collection[str], optional: Collection[str] = ()) -> Entry:
    """The value as a mapping with exactly the keys allowed. Raises FaultyFile otherwise."""
    if not isinstance(value, dict):
        raise FaultyFile(f"{where}: expected names with values, found {value!r}")
    unknown = sorted(str(key) for key in value if key not in required and key not in optional)
    if unknown:
        raise FaultyFile(f"{where}: unknown {', '.join(unknown)}")
    missing = [key for key in required if key not in value]
    if missing:
        raise FaultyFile(f"{where}: missing {', '.join(missing)}")
    return value


def text(value: object, *, where: str) -> str:
    """The value as words. Raises FaultyFile if it is blank or not text."""
    if not isinstance(value, str) or not value.strip():
        raise FaultyFile(f"{where}: expected words, found {value!r}")
    return " ".join(value.split())


def choice(value: object, among: Collection[str], *, where: str) -> str:
    """The value, if it is one of those allowed. Raises FaultyFile otherwise."""
    if not isinstance(value, str) or value not in among:
        raise FaultyFile(f"{where}: {value!r} is not one of {', '.join(sorted(among))}")
    return value


def entries(value: object, *, where: str) -> list[Any]:
    """The value as a list. Raises FaultyFile otherwise."""
    if not isinstance(value, list):
        raise FaultyFile(f"{where}: expected a list, found {value!r}")
    return value


def once(names: Iterable[str], *, where: str) -> None:
    """Raises FaultyFile if a name comes twice."""
    doubled = sorted(name for name, times in Counter(names).items() if times > 1)
    if doubled:
        raise FaultyFile(f"{where}: {', '.join(doubled)} is listed twice")
