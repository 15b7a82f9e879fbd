"""Says whether enough of the product was run by the tests: `python ops/coverage_gate.py .coverage.json`.

Lines and branches together: all of what decides (kernel, guidance, access, names, every policy, states, commands and
engine), 95 in a hundred of the whole. Exit code 1 and the lines that were missed if not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

WHOLE = 95.0
DECIDING_APPS = {"kernel", "guidance", "access", "names"}
DECIDING_MODULES = {"policy", "states", "commands", "engine"}


def decides(path: str) -> bool:
    """Whether every line and branch of this file must be run."""
    parts = PurePosixPath(path).with_suffix("").parts
    if parts[:1] != ("cairn",) or len(parts) < 3:
        return False
    return parts[1] in DECIDING_APPS or bool(DECIDING_MODULES.intersection(parts[2:]))


def shortfalls(report: Mapping[str, Any]) -> list[str]:
    """What keeps the report from passing, a sentence each; nothing if enough was run."""
    found = [
        f"{path}: lines {_listed(facts['missing_lines'])}; branches {_listed(facts.get('missing_branches', []))}"
        for path, facts in sorted(report["files"].items())
        if decides(path) and (facts["missing_lines"] or facts.get("missing_branches"))
    ]
    if not any(decides(path) for path in report["files"]):
        found.append("The report holds none of the files that must be run whole.")
    percent = report["totals"]["percent_covered"]
    if percent < WHOLE:
        found.append(f"The whole: {percent:.1f} in a hundred; {WHOLE:.0f} are asked for.")
    return found


def _listed(items: list[Any]) -> str:
    words = [f"{item[0]}→{item[1]}" if isinstance(item, list) else str(item) for item in items]
    return ", ".join(words) or "none"


def main(arguments: list[str]) -> int:
    """Read one report in coverage's JSON and say what is missing."""
    report = json.loads(Path(arguments[0]).read_text())
    found = shortfalls(report)
    for sentence in found:
        print(sentence)
    print(f"coverage: {report['totals']['percent_covered']:.1f} in a hundred of lines and branches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
