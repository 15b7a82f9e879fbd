"""Writes the documents that are made from the code. `--check` writes nothing and fails if one is out of date."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from cairn.access.document import access_markdown
from ops.architecture import architecture_markdown

ROOT = Path(__file__).resolve().parents[1]

# file name in docs/generated -> the function whose answer it holds
DOCUMENTS: dict[str, Callable[[], str]] = {
    "access.md": access_markdown,
    "architecture.md": architecture_markdown,
}


def out_of_date(folder: Path) -> list[str]:
    """The documents that do not hold what the code says today."""
    return [name for name, made in DOCUMENTS.items() if _held(folder / name) != made()]


def write(folder: Path) -> None:
    """Write every document anew."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in DOCUMENTS.items():
        (folder / name).write_text(made(), encoding="utf-8")


def main(arguments: list[str], folder: Path = ROOT / "docs" / "generated") -> int:
    """Write, or with `--check` compare. Exit code 1 if a document is out of date."""
    if "--check" not in arguments:
        write(folder)
        return 0
    stale = out_of_date(folder)
    for name in stale:
        print(f"docs/generated/{name} is out of date: run python -m ops.generate_docs.", file=sys.stderr)
    return 1 if stale else 0


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
