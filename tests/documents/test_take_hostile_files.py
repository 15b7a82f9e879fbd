"""T18: whatever is sent in to do harm is refused with a sentence or lies there inert; ordinary files are taken."""

from __future__ import annotations

import resource
import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

import pytest

from cairn.documents.engine.limits import SECONDS_OF_WORK
from cairn.documents.engine.refusing import Fault, NotTaken
from cairn.documents.engine.taking import take
from tests.documents import benign, hostile, hostile_plain, hostile_within
from tests.documents.hostile import Hostile

RAN = Path("/tmp/cairn-was-run")  # what the shell script among them would leave
MOST_GROWTH = 200 * 1024  # KiB of memory in the process that asks
AT_ONCE = 2


class Listener:
    """A port of this machine that notes whoever calls."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.calls = 0
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _address = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def all_of(port: int) -> list[Hostile]:
    plain = (
        *(hostile.bombs, hostile.archives, hostile.paths, hostile.programs, hostile.old_office, hostile.cut_short),
        *(hostile.otherwise_named, hostile_plain.named, hostile_plain.words, hostile_plain.pictures),
        *(
            hostile_within.macros,
            hostile_within.commands,
            hostile_within.sheets,
            hostile_within.acting,
            hostile_within.packed_away,
        ),
        hostile_within.looped,
    )
    calling = (hostile.markup, hostile.two_things, hostile_within.entities, hostile_within.outside)
    return [*(file for make in plain for file in make()), *(file for make in calling for file in make(port))]


def came_of(name: str, content: bytes) -> Fault | None:
    try:
        take(name, content)
    except NotTaken as refused:
        return refused.fault
    return None


def tried(files: list[tuple[str, bytes]]) -> list[Fault | None]:
    with ThreadPoolExecutor(AT_ONCE) as several:
        return list(several.map(lambda file: came_of(*file), files))


def most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_hostile_files_are_refused_with_a_sentence_or_lie_inert(listener):
    files = all_of(listener.port)
    assert len(files) >= 150
    assert len(Counter(file.group for file in files)) >= 15
    before = most_memory()
    found = tried([(file.name, file.content) for file in files])
    assert most_memory() - before <= MOST_GROWTH
    differing = [
        (file.group, file.name[:40], file.fault, fault)
        for file, fault in zip(files, found, strict=True)
        if fault is not file.fault
    ]
    assert differing == []
    assert listener.calls == 0
    assert not RAN.exists()


def test_a_call_would_be_noticed(listener):
    with socket.create_connection(("127.0.0.1", listener.port)) as calling:
        calling.recv(1)  # until it has been noted and closed
    assert listener.calls == 1


def test_ordinary_files_are_taken():
    files = benign.everything()
    assert len(files) >= 100
    refused = [(name, fault) for (name, _content), fault in zip(files, tried(files), strict=True) if fault]
    assert len(refused) <= len(files) * 2 // 100, refused


def test_a_file_that_costs_too_much_work_is_let_go(listener):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert came_of("slow.xlsx", hostile_within.slow()) is Fault.TOO_MUCH_WORK
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert worked <= SECONDS_OF_WORK + 1


def test_every_fault_has_a_sentence_that_says_what_to_do():
    sentences = [fault.sentence for fault in Fault]
    assert len(set(sentences)) == len(sentences)
    assert [sentence for sentence in sentences if not sentence.endswith(".") or len(sentence) > 170] == []
