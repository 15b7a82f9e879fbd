"""Files and functions are small, and packages are named for what they hold."""

import ast
from collections.abc import Iterable

from tests.gates.codebase import Source, addresses, sources, walk

LINES_A_FILE = 300
LINES_A_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "common", "helpers", "helper", "core", "misc"}


def long_files(files: Iterable[Source]) -> list[str]:
    """Files of more than 300 lines."""
    counted = ((source.path, len(source.text.splitlines())) for source in files)
    return [f"{path}: {lines} lines" for path, lines in counted if lines > LINES_A_FILE]


def long_functions(files: Iterable[Source]) -> list[str]:
    """Functions with more than 40 lines after their signature, which grows with what is named in it."""
    return [
        f"{source.path}:{node.lineno}: {node.name}"
        for source in files
        for node in walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.body[0].lineno + 1 > LINES_A_FUNCTION
    ]


def names_that_say_nothing(paths: Iterable[str]) -> list[str]:
    """Files and folders called `utils`, `common` and the like."""
    return [
        path
        for path in paths
        if NAMES_THAT_SAY_NOTHING.intersection(part.removesuffix(".py") for part in path.split("/"))
    ]


def test_no_file_has_over_300_lines():
    assert long_files(sources()) == []


def test_a_file_of_301_lines_is_found_and_one_of_300_is_not():
    assert long_files([Source("cairn/a.py", "x\n" * 301), Source("cairn/b.py", "x\n" * 300)]) == [
        "cairn/a.py: 301 lines"
    ]


def test_no_function_has_over_40_lines():
    assert long_functions(sources()) == []


def test_a_function_of_41_lines_is_found_and_one_of_40_is_not():
    long = Source("cairn/a.py", "def act():\n" + "    x = 1\n" * 41)
    fair = Source("cairn/b.py", "def act():\n" + "    x = 1\n" * 40)
    assert long_functions([long, fair]) == ["cairn/a.py:1: act"]


def test_every_file_and_folder_has_a_name_that_says_something():
    assert names_that_say_nothing(addresses()) == []


def test_a_folder_called_utils_is_found():
    assert names_that_say_nothing(["cairn/cases/utils/dates.py", "cairn/cases/policy.py"]) == [
        "cairn/cases/utils/dates.py"
    ]
