"""What a page can set off leaves an event: it is an act (`@command`, which enforces exactly one) or records a read."""

import ast
from collections.abc import Iterable, Iterator

from tests.gates.codebase import Source, sources, walk

PAGES = {"urls", "views", "forms", "middleware"}


def _functions(files: Iterable[Source]) -> Iterator[ast.FunctionDef]:
    for source in files:
        if source.module == "commands":
            yield from (node for node in source.tree.body if isinstance(node, ast.FunctionDef))


def _changes(function: ast.FunctionDef) -> bool:
    """Whether it takes the moment of recording, as everything does that changes or notes something."""
    return any(argument.arg == "at" for argument in function.args.kwonlyargs)


def _leaves_an_event(function: ast.FunctionDef) -> bool:
    if any(ast.unparse(decorator) == "command" for decorator in function.decorator_list):
        return True
    calls = (node.func for node in walk(function) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "record" for called in calls)


def without_an_event(files: Iterable[Source]) -> list[str]:
    """Pages that call something which changes rows in its own right and leaves no event."""
    files = list(files)
    silent = {each.name for each in _functions(files) if _changes(each) and not _leaves_an_event(each)}
    return [
        f"{source.path}:{node.lineno}: {node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id}"
        for source in files
        if source.module in PAGES
        for node in walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id) in silent
    ]


def test_every_page_sets_off_only_what_leaves_an_event():
    assert without_an_event(sources()) == []


COMMANDS = """
@command
def open_case(*, by, at):
    record(by=by, at=at)

def note_read(about, *, by, at):
    record(by=by, at=at)

def put_away(case, *, by, at):
    case.delete()

def written(text):
    return text
"""
VIEW = "def page(request):\n    commands.{name}(case, by=actor, at=now)\n"


def test_a_page_that_changes_something_in_silence_is_caught():
    table = Source("cairn/cases/commands/acts.py", COMMANDS)
    loud = [Source(f"cairn/cases/views/{name}.py", VIEW.format(name=name)) for name in ("open_case", "note_read")]
    assert without_an_event([table, *loud]) == []
    silent = Source("cairn/cases/views/quiet.py", VIEW.format(name="put_away"))
    assert without_an_event([table, *loud, silent]) == ["cairn/cases/views/quiet.py:2: put_away"]
