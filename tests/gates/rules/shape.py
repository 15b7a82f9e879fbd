"""Rules that keep the shape of the product: where things stand and which way they look."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.gates.codebase import Source, dotted, walk
from tests.gates.rules import Rule, also_in_demo, calls, either, imported, imports, keywords, mentions

DOORS = ("models", "queries", "commands", "policy", "clock", "migrations")
OF_THE_LIBRARIES = {"Authenticator", "UserSession", "Session"}  # tables of sign-in and sessions, in tests.gates.tables
_MACHINE_CLOCK = (
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now"),
    *("time.time", "time.time_ns", "time.monotonic", "time.perf_counter"),
)


def _third_clock(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if isinstance(node, ast.Attribute) and dotted(node).endswith(_MACHINE_CLOCK):
            yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module in {"time", "django.utils.timezone"}:
            names = {alias.name for alias in node.names}
            if names & {"time", "time_ns", "monotonic", "perf_counter", "now"}:
                yield node.lineno
        elif isinstance(node, ast.Call) and dotted(node.func).endswith(("localdate", "localtime")) and not node.args:
            yield node.lineno


def _saves_with_a_trick(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name in {"save", "delete", "__init__", "refresh_from_db"}:
                    yield part.lineno


def _imports_late(source: Source) -> Iterator[int]:
    for function in walk(source.tree):
        if isinstance(function, ast.FunctionDef) and function.name != "ready":
            for node in ast.walk(function):
                if any(name.startswith("cairn.") for name in imported(node)):
                    yield node.lineno  # type: ignore[attr-defined]


def _takes_a_request(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if isinstance(node, ast.FunctionDef) and "request" in {
            argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)
        }:
            yield node.lineno


def _compares_states(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            if any(isinstance(side, ast.Attribute) and side.attr in {"state", "status"} for side in sides):
                yield node.lineno


def _objects_of_ours(source: Source) -> Iterator[int]:
    for node in walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr == "objects" and dotted(node.value) not in OF_THE_LIBRARIES:
            yield node.lineno


def _promises(source: Source) -> Iterator[int]:
    words = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")
    for number, line in enumerate(source.text.splitlines(), 1):
        if any(word in line.replace(":", " ").replace("(", " ").split() for word in words):
            yield number


def _is_page(source: Source) -> bool:
    return source.named("views", "forms", "urls")


RULES = (
    Rule(
        "no-third-clock",
        "There are two clocks: cairn.kernel.clock and cairn.partnership.clock.",
        either(_third_clock, keywords(auto_now=True, auto_now_add=True), mentions("CurrentTimestamp")),
        "cairn/cases/commands.py",
        "from datetime import datetime\nat = datetime.now()\n",
        also_in_demo("cairn/kernel/clock.py"),
    ),
    Rule(
        "no-framework-signals",
        "What something above must answer is announced (cairn.kernel.announce).",
        imports("django.dispatch", "django.db.models.signals", "django.core.signals", "django.contrib.auth.signals"),
        "cairn/cases/apps.py",
        "from django.db.models.signals import post_save\n",
    ),
    Rule(
        "rows-through-doors",
        "Rows are reached in models, queries, commands, policy and clock only.",
        mentions("unscoped"),
        "cairn/cases/views.py",
        "cases = Case.unscoped.all()\n",
        lambda source: source.inside("cairn", "demo") and not source.named(*DOORS),
    ),
    Rule(
        "no-unscoped-by-another-name",
        "There is no `objects`, and nothing else reaches a table's default manager.",
        mentions("_default_manager", "_base_manager", "get_object_or_404", "get_list_or_404"),
        "cairn/cases/views.py",
        "case = get_object_or_404(Case, key=key)\n",
        lambda source: source.inside("cairn", "demo") and not source.named(*DOORS),
    ),
    Rule(
        "no-objects",
        "The manager is called `unscoped`; `objects` belongs to the sign-in library.",
        _objects_of_ours,
        "cairn/cases/queries.py",
        "cases = Case.objects.all()\n",
        also_in_demo("cairn/documents/engine"),  # knows no tables; a PDF has objects of its own (ADR 0011)
    ),
    Rule(
        "no-save-tricks",
        "A table has fields and constraints; what happens when a row is saved stands in a command.",
        _saves_with_a_trick,
        "cairn/cases/models.py",
        "class Case(models.Model):\n    def save(self):\n        notify()\n",
        lambda source: source.named("models"),
    ),
    Rule(
        "no-late-imports",
        "An import stands at the top of the file; hiding it in a function does not turn it round.",
        _imports_late,
        "cairn/cases/commands.py",
        "def act():\n    from cairn.desk import views\n",
        also_in_demo("cairn/config"),
    ),
    Rule(
        "commands-see-no-request",
        "A command, query or policy is told who and when; it never sees the request.",
        _takes_a_request,
        "cairn/cases/commands.py",
        "def open_case(request): ...\n",
        lambda source: source.named("commands", "queries", "policy", "states", "models", "engine"),
    ),
    Rule(
        "states-are-a-table",
        "What a state allows stands in states.py.",
        _compares_states,
        "cairn/cases/commands.py",
        "if case.state == 'open':\n    close()\n",
        lambda source: source.named("commands", "policy", "views", "forms"),
    ),
    Rule(
        "pages-see-no-tables",
        "A page asks queries and calls commands; it imports no table.",
        lambda source: (
            node.lineno  # type: ignore[attr-defined]
            for node in walk(source.tree)
            if any(".models" in name and name.startswith("cairn.") for name in imported(node))
        ),
        "cairn/cases/views.py",
        "from cairn.cases.models import Case\n",
        _is_page,
    ),
    Rule(
        "no-printing",
        "The product speaks through pages, mail and the console command.",
        calls("print"),
        "cairn/cases/commands.py",
        "print('opened')\n",
        lambda source: source.inside("cairn") and "commandline" not in source.path and source.app != "config",
    ),
    Rule(
        "no-mocks",
        "Tests use the product itself, with a real database.",
        imports("unittest.mock", "mock", "pytest_mock"),
        "tests/cases/test_open_case.py",
        "from unittest.mock import patch\n",
        lambda source: source.inside("tests"),
    ),
    Rule(
        "no-promises",
        "What is not done is not in the code.",
        _promises,
        "cairn/cases/commands.py",
        "# TO" + "DO: check the date\n",
        lambda source: True,
    ),
)
