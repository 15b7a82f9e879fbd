"""A mail server on this machine that keeps what it is given, or turns away whoever it is told to."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_string
from email.message import Message


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, MailServer)
        self._say("220 ready")
        for line in self.rfile:
            word = line.decode().strip().upper()
            if word == "DATA":
                self._say("354 go on")
                server.letters.append(message_from_string(self._letter()))
                self._say("250 kept")
            elif word == "QUIT":
                return self._say("221 bye")
            else:
                self._say("550 not here" if server.turns_away and word.startswith("RCPT") else "250 yes")
        return None

    def _letter(self) -> str:
        lines = []
        for line in self.rfile:
            text = line.decode()
            if text == ".\r\n":
                break
            lines.append(text)
        return "".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """What it was given, and whether it turns readers away."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.letters: list[Message] = []
        self.turns_away = False


@contextmanager
def running() -> Iterator[MailServer]:
    """The server, for the length of a block."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
