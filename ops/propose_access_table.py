"""Writes tests/access_table.csv as the product answers today: `python -m ops.propose_access_table`.

It proposes; it does not judge. Read the difference before committing it: each changed word is a person who sees more or
less than before.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GATE = "tests/gates/running/test_access_table.py"


def ask_everybody(folder: str) -> int:
    """Let the gate write each person's column into the folder."""
    command = [sys.executable, "-m", "pytest", GATE, "-k", "what_the_product_answers"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "CAIRN_PROPOSE_ACCESS_TABLE": folder}).returncode


def put_together(folder: Path, people: list[str]) -> list[list[str]]:
    """The table, a row for each page in the order of the addresses, a column for each person."""
    columns = {who: dict(csv.reader((folder / f"{who}.csv").open(newline=""))) for who in people}
    pages = list(columns[people[0]])
    return [["page", *people], *([page, *(columns[who][page] for who in people)] for page in pages)]


def main() -> int:
    """Ask, put together, write. Exit code 1 if the product could not be asked."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        if ask_everybody(folder) != 0:
            return 1
        people = [path.stem for path in sorted(Path(folder).glob("*.csv"), key=lambda path: path.stat().st_mtime_ns)]
        rows = put_together(Path(folder), people)
    with (ROOT / "tests" / "access_table.csv").open("w", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows(rows)
    print(f"{len(rows) - 1} pages, {len(people)} people", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
