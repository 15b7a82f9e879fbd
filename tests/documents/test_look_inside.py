"""What the child process does, and what it can no longer do once it has begun."""

from __future__ import annotations

import io
import json
import os
import platform
import resource
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cairn.documents.engine import child, limits, looking
from cairn.documents.engine.child import confining, inside, reading
from cairn.documents.engine.child.reading import Text
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MOST_TEXT, READY
from cairn.documents.engine.refusing import Fault, NotTaken
from tests.documents import benign, making
from tests.documents.test_take_hostile_files import all_of

NOWHERE = 9  # a port of this machine where nobody listens


def looked(name: str, content: bytes, reads: bool = True) -> object:
    """What a parser says here, without a process of its own: its text, or the fault, or the error it ends with."""
    kind = next(kind for kind in Kind if name.lower().endswith(kind.endings))
    try:
        return inside.ready(kind)(content, reads)
    except NotTaken as refused:
        return refused.fault
    except Exception as stumbled:  # the process would end here
        return type(stumbled)


READ = {
    "docx": (making.word("One", "Two"), "One\nTwo"),
    "pdf": (making.pdf(), "Seen at six weeks."),
    "txt": ("£1 – café".encode("cp1252"), "£1 – café"),
    "csv": (b"\xef\xbb\xbfa,=1+1", "a,=1+1"),
    "xlsx": (making.excel(), ""),
    "png": (making.png(), ""),
    "jpeg": (making.jpeg(), ""),
}


@pytest.mark.parametrize("kind", READ)
def test_a_file_is_read_out_where_somebody_asks_for_it_and_only_then(kind):
    content, text = READ[kind]
    assert looking.look(content, Kind(kind), text=True).text == text
    assert looking.look(content, Kind(kind)).text == ""


def test_what_was_deleted_is_not_read_out_and_breaks_are():
    gone, kept = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "<w:t>kept</w:t><w:tab/><w:t>on</w:t>"
    inner = making.body(f"<w:p>{gone}<w:r>{kept}</w:r></w:p>")
    assert looked("a.docx", making.word_and({making.BODY: inner})) == "kept\ton"


def test_no_more_text_is_given_than_the_limit():
    text = Text(True)
    for _ in range(3):
        text.add("x" * (MOST_TEXT - 1))
    assert (len(text.whole), text.full) == (MOST_TEXT, True)
    assert looked("a.txt", b"x" * (MOST_TEXT + 5)) == "x" * MOST_TEXT


def test_the_parsers_say_the_same_without_a_process_of_their_own():
    """So that every line of theirs is seen to run; what they must refuse is held in the tests of T18."""
    for file in all_of(NOWHERE):
        found = looked(file.name, file.content) if file.name.lower().endswith(ENDINGS) else file.fault
        if isinstance(found, type):
            assert file.fault in (Fault.DAMAGED, Fault.TOO_MUCH_WORK, *AT_SIGHT), (file.group, file.name, found)


ENDINGS = tuple(ending for kind in Kind for ending in kind.endings)
AT_SIGHT = {
    Fault.PROGRAM,
    Fault.ARCHIVE,
    Fault.OTHERWISE_NAMED,
    Fault.DRAWING,
    Fault.WEB_PAGE,
    Fault.OLD_OFFICE,
    Fault.EMPTY,
}


@pytest.mark.parametrize("reads", [True, False])
def test_ordinary_files_are_read_out_without_one_too(reads):
    for name, content in [*benign.documents(), *benign.pdfs(), *benign.pictures()][::3]:
        assert isinstance(looked(name, content, reads), str), name


def test_another_workbook_beside_it_may_be_named():
    near = making.links(("externalLinkPath", "other.xlsx"))
    assert looked("a.xlsx", making.excel_and({making.BOOK_LINKS: near})) == ""


def test_a_long_pdf_is_read_until_there_is_enough(monkeypatch):
    monkeypatch.setattr(reading, "MOST_TEXT", 10)
    content = next(content for name, content in benign.pdfs() if name == "long.pdf")
    assert looked("a.pdf", content) == "page\npage"


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PAGES", 10)
    content = next(content for name, content in benign.pdfs() if name == "long.pdf")
    assert looked("a.pdf", content) is Fault.TOO_MANY_PAGES


def test_a_pdf_of_too_many_objects_is_not_walked(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PDF_OBJECTS", 3)
    assert looked("a.pdf", making.pdf()) is Fault.TOO_MANY_PAGES


TRYING = """
import os, socket, sys
from pathlib import Path
from cairn.documents.engine.child import confining
held = confining.confine()
try:
    {what}
    print("done", held)
except OSError as refused:
    print(type(refused).__name__, held)
"""
WRITTEN = {
    "a file to read": "Path('/etc/passwd').read_bytes()",
    "a file to write": "Path('/tmp/cairn-try').write_bytes(b'x')",
    "a connection": "socket.socket(socket.AF_INET, socket.SOCK_STREAM).connect(('127.0.0.1', 9))",
    "a name to be looked up": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "another program": "os.execv('/bin/true', ['true'])",
    "another process": "os.fork()",
    "a signal to the one that asked": "os.kill(os.getppid(), 0)",
    "a folder": "os.listdir('/')",
}
filtered = pytest.mark.skipif(platform.machine() not in confining.CALLS, reason="no filter for this processor")


@filtered
@pytest.mark.parametrize("what", WRITTEN.values(), ids=WRITTEN)
def test_once_confined_it_reaches_nothing(what):
    ran = subprocess.run(
        [sys.executable, "-I", "-c", TRYING.format(what=what)], env={}, cwd="/", capture_output=True, text=True
    )
    assert ran.stdout.startswith("PermissionError"), ran
    assert "'filter'" in ran.stdout


@filtered
def test_one_thread_can_be_confined_to_see_it_here():
    """The filter holds for the thread that asked for it alone; the limits, which hold for all, are left as they are."""

    def confined() -> tuple[list[str], bool]:
        held = confining.confine(limits={})
        try:
            os.listdir("/")
        except PermissionError:
            return held, True
        return held, False

    with ThreadPoolExecutor(1) as one:
        held, refused = one.submit(confined).result()
    assert refused
    assert held[0] == "limits"
    assert held[-1] == "filter"


def test_where_no_filter_is_known_a_hook_stands_in():
    hooks: list[object] = []
    with ThreadPoolExecutor(1) as one:
        held = one.submit(confining.confine, {}, "riscv64", hooks.append).result()
    assert (held[-1], hooks) == ("hook", [confining.refuse])


def test_where_there_is_no_linux_the_hook_stands_in_too(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    hooks: list[object] = []
    assert confining.confine({}, "arm64", hooks.append) == ["limits", "hook"]
    assert hooks == [confining.refuse]


def test_a_limit_is_set_for_good():
    core = resource.getrlimit(resource.RLIMIT_CORE)
    with ThreadPoolExecutor(1) as one:
        one.submit(confining.confine, {resource.RLIMIT_CORE: core[0]}, "riscv64", lambda hook: None).result()
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == core[0]
    assert {resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_FSIZE} <= set(confining.LIMITS)


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        ("socket.__new__", (None, 2, 1, 0)),
        ("socket.connect", (None, ("127.0.0.1", 9))),
        ("subprocess.Popen", ("a", (), None, None)),
        ("os.exec", ("a", (), None)),
        ("os.fork", ()),
        ("open", ("/tmp/x", "w", os.O_WRONLY | os.O_CREAT)),
    ],
)
def test_the_hook_refuses_what_reaches_out(event, facts):
    with pytest.raises(PermissionError):
        confining.refuse(event, facts)


@pytest.mark.parametrize(
    ("event", "facts"), [("open", ("/lib/x.py", "r", 0)), ("open", ("x", "r", None)), ("import", ("a",))]
)
def test_the_hook_lets_pass_what_parsers_need(event, facts):
    confining.refuse(event, facts)


@pytest.mark.parametrize("machine", confining.CALLS)
def test_the_filter_lets_exactly_its_calls_pass(machine):
    mark, calls = confining.CALLS[machine]
    assert {call for call in range(600) if passes(machine, mark, call)} == set(calls)
    assert not passes(machine, mark + 1, calls[0])
    assert not passes(machine, mark, calls[0] | 0x40000000)  # the same call as a 32-bit program would make it


def passes(machine: str, mark: int, call: int) -> bool:
    """What the kernel would answer, by running the filter as it does."""
    steps = list(struct.iter_unpack("HBBI", confining.filter_for(machine)))
    at, held = 0, 0
    while True:
        code, yes, no, value = steps[at]
        at += 1
        if code == 0x20:
            held = mark if value == 4 else call
        elif code == 0x15:
            at += yes if held == value else no
        else:
            return bool(value == 0x7FFF0000)


def answered(arguments: list[str], content: bytes) -> dict[str, object]:
    out = io.BytesIO()
    child.answer(arguments, io.BytesIO(content), out, lambda: ["limits"])
    assert out.getvalue().startswith(READY)
    return dict(json.loads(out.getvalue().removeprefix(READY)))


def test_the_child_answers_with_text_or_with_a_fault():
    assert answered(["txt", "text"], b"Seen.") == {"text": "Seen.", "held": ["limits"]}
    assert answered(["txt"], b"a\0b") == {"fault": "not_text", "held": ["limits"]}
    deep = making.pdf("[" * 3_000 + "]" * 3_000)
    assert answered(["pdf"], deep) == {"fault": "too_much_work", "held": ["limits"]}


def test_the_child_is_started_by_name_with_its_own_streams(monkeypatch):
    out, content = io.BytesIO(), io.BytesIO(b"Seen.")
    monkeypatch.setattr(sys, "argv", ["-c", "txt", "text"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    child.main(lambda: ["nothing"])
    assert json.loads(out.getvalue().removeprefix(READY))["text"] == "Seen."


@pytest.mark.parametrize(
    ("said", "ended", "fault"),
    [
        (b"", 1, Fault.NOT_LOOKED_AT),
        (b"Traceback", 1, Fault.NOT_LOOKED_AT),
        (READY, 1, Fault.DAMAGED),
        (READY, -9, Fault.TOO_MUCH_WORK),
        (READY + b"{", 0, Fault.NOT_LOOKED_AT),
        (READY + b"[]", 0, Fault.NOT_LOOKED_AT),
        (READY + b'{"fault": "a sentence of its own", "held": []}', 0, Fault.NOT_LOOKED_AT),
        (READY + b'{"fault": ["macros"]}', 0, Fault.NOT_LOOKED_AT),
        (READY + b'{"text": 1, "held": []}', 0, Fault.NOT_LOOKED_AT),
        (READY + b'{"text": "x"}', 0, Fault.NOT_LOOKED_AT),
        (READY + b'{"fault": "macros", "text": "x", "held": []}', 0, Fault.MACROS),
    ],
)
def test_an_answer_that_is_not_one_is_never_taken_for_a_yes(said, ended, fault):
    with pytest.raises(NotTaken) as refused:
        looking.understood(said, ended)
    assert refused.value.fault is fault


@pytest.mark.parametrize(
    ("program", "fault"),
    [
        ("raise SystemExit(3)", Fault.NOT_LOOKED_AT),
        ("import time; print('ready', flush=True); time.sleep(60)", Fault.TOO_MUCH_WORK),
        ("import os, time; os.write(1, b'ready\\n'); os.close(1); time.sleep(60)", Fault.TOO_MUCH_WORK),
        ("import os\nos.write(1, b'ready\\n')\nwhile True: os.write(1, b'x' * 65536)", Fault.NOT_LOOKED_AT),
    ],
)
def test_a_child_that_does_not_end_is_ended(program, fault):
    with pytest.raises(NotTaken) as refused:
        looking.look(b"x" * 1_000_000, Kind.TXT, seconds=1.5, program=program)
    assert refused.value.fault is fault
