"""A virus scanner that is set sees every file, and nothing is taken while it does not answer."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from threading import Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.documents import queries
from cairn.documents.engine.limits import MOST_BYTES
from cairn.documents.engine.refusing import Fault, NotTaken
from cairn.documents.engine.scanning import scan
from cairn.documents.engine.taking import made, take

PLANTED = b"a planted virus"


class Scanner:
    """Answers as clamd does, on a socket of this machine; finds the planted text in what it is shown."""

    def __init__(self, address: str, says: bytes = b"") -> None:
        self.address, self.seen, self._says = address, b"", says
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(address)
        self._socket.listen()
        Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            with caller, caller.makefile("rb") as sent:
                assert sent.read(10) == b"zINSTREAM\0"
                self.seen = b""
                while length := struct.unpack(">I", sent.read(4))[0]:
                    self.seen += sent.read(length)
                found = b"stream: Planted-1 FOUND\0" if PLANTED in self.seen else b"stream: OK\0"
                caller.sendall(self._says or found)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def scanner(tmp_path) -> Iterator[Scanner]:
    made = Scanner(str(tmp_path / "clamd"))
    yield made
    made.close()


def test_it_sees_every_byte_and_says_that_it_is_clean(scanner):
    content = b"x" * 200_000
    scan(content, scanner.address)
    assert scanner.seen == content


def test_what_it_finds_is_not_taken(scanner):
    with pytest.raises(NotTaken) as refused:
        scan(b"text " + PLANTED, scanner.address)
    assert refused.value.fault is Fault.VIRUS


@pytest.mark.parametrize("says", [b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK and more\0", b"\0"])
def test_any_other_answer_is_none(tmp_path, says):
    silent = Scanner(str(tmp_path / "other"), says)
    with pytest.raises(NotTaken) as refused:
        scan(b"text", silent.address)
    assert refused.value.fault is Fault.SCANNER_SILENT
    silent.close()


def test_where_nobody_listens_nothing_is_taken(tmp_path):
    with pytest.raises(NotTaken) as refused:
        scan(b"text", str(tmp_path / "nowhere"))
    assert refused.value.fault is Fault.SCANNER_SILENT


def sent(world, case, content):
    facts = {"purpose": "evidence", "agency": "", "read_action": "read_files"}
    upload = SimpleUploadedFile("summary.txt", content, content_type="text/html")
    return world.client("officer").post(reverse("case_put_file", args=[case.key]), {"upload": upload, **facts})


def test_the_page_scans_says_so_and_keeps_nothing_that_was_found(world, stories, scanner, settings):
    case = stories.case_at("shared")
    settings.CLAMD_SOCKET = scanner.address
    assert sent(world, case, b"Seen.").status_code == 302
    before = list(queries.store().everything())
    refused = sent(world, case, PLANTED)
    assert (refused.status_code, "The virus scanner found something" in refused.content.decode()) == (400, True)
    assert list(queries.store().everything()) == before
    assert "No virus found" in world.client("officer").get(reverse("case_files", args=[case.key])).content.decode()
    settings.CLAMD_SOCKET = f"{scanner.address}-gone"
    closed = sent(world, case, b"Seen.")
    assert (closed.status_code, "does not answer, so nothing is taken" in closed.content.decode()) == (400, True)


def test_what_is_larger_than_the_limit_is_not_taken_whoever_made_it():
    content = b"a" * (MOST_BYTES + 1)
    for way in (take, made):
        with pytest.raises(NotTaken) as refused:
            way("Notes.txt", content)
        assert refused.value.fault is Fault.TOO_LARGE
