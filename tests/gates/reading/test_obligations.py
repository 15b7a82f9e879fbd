"""What the source documents ask for: all 442 rows are there, each says how it stands, and what is built has a test."""

import ast
import csv
import io
import re
from collections import Counter

from tests.gates.codebase import ROOT

EXPECTED = tuple(f"OB-{number:03}" for number in range(1, 443))
COLUMNS = ["id", "source", "kind", "statement", "status", "where", "test", "note"]
STATUSES = {"built", "recorded", "not_software", "open"}


def read(text: str) -> list[dict[str, str]]:
    """The rows of the register."""
    return list(csv.DictReader(io.StringIO(text)))


def faults(rows: list[dict[str, str]]) -> list[str]:
    """Every row that is missing, doubled, or does not say what its status asks it to say."""
    if rows and list(rows[0]) != COLUMNS:
        return [f"The columns are {', '.join(COLUMNS)}."]
    counted = Counter(row["id"] for row in rows)
    found = [f"{name}: missing" for name in EXPECTED if not counted[name]]
    found += [
        f"{name}: not an obligation, or listed twice" for name, n in counted.items() if n > 1 or name not in EXPECTED
    ]
    return found + [f"{row['id']}: {fault}" for row in rows for fault in _faults_of(row)]


def _faults_of(row: dict[str, str]) -> list[str]:
    found = [f"{column} is blank" for column in ("source", "kind", "statement") if not row[column].strip()]
    if row["status"] not in STATUSES:
        found.append(f"{row['status']!r} is no status")
    if row["status"] in {"built", "recorded"} and not row["where"].strip():
        found.append("says not where")
    if row["status"] == "built" and not test_exists(row["test"]):
        found.append(f"its test {row['test']!r} does not exist")
    if row["status"] == "not_software" and not row["note"].strip():
        found.append("gives no reason")
    return found


def test_exists(address: str) -> bool:
    """Whether `tests/file.py::test_name` (or `::TestClass::test_name`) is there."""
    path, _, name = address.partition("::")
    file = ROOT / path
    if not name.startswith("test_") or not path.startswith("tests/") or not file.is_file():
        return False
    plain = name.split("[")[0]
    return any(isinstance(node, ast.FunctionDef) and node.name == plain for node in ast.parse(file.read_text()).body)


test_exists.__test__ = False  # type: ignore[attr-defined]


def held() -> list[dict[str, str]]:
    return read((ROOT / "docs" / "obligations.csv").read_text())


def test_all_442_obligations_are_there_and_say_how_they_stand():
    assert faults(held()) == []


def test_the_readme_counts_them_as_they_stand():
    counted = Counter(row["status"] for row in held())
    line = (
        f"Of the 442 obligations in the source documents, {counted['built']} are built, "
        f"{counted['recorded']} recorded, {counted['open']} open and {counted['not_software']} not for software."
    )
    assert line in re.sub(r"\s+", " ", (ROOT / "README.md").read_text())


def test_a_missing_row_and_a_doubled_one_are_found():
    rows = held()
    assert faults(rows[1:]) == ["OB-001: missing"]
    assert faults([*rows, rows[0]]) == ["OB-001: not an obligation, or listed twice"]


def planted(**changed: str) -> list[str]:
    rows = held()
    rows[6] = {**rows[6], **changed}
    return faults(rows)


def test_a_row_whose_test_does_not_exist_is_found():
    missing = "tests/partnership/test_roll.py::test_that_never_was"
    assert planted(status="built", where="a page", test=missing) == [f"OB-007: its test {missing!r} does not exist"]


def test_a_row_without_what_its_status_asks_for_is_found():
    assert planted(status="done") == ["OB-007: 'done' is no status"]
    assert planted(status="recorded", where="") == ["OB-007: says not where"]
    assert planted(status="not_software", note="") == ["OB-007: gives no reason"]
    assert planted(statement=" ") == ["OB-007: statement is blank"]


def test_a_table_with_other_columns_is_found():
    assert faults([{"id": "OB-001"}]) == [f"The columns are {', '.join(COLUMNS)}."]
