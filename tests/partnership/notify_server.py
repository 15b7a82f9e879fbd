"""GOV.UK Notify as it answers on this machine: keeps what it is given, or turns it away with an answer of one's own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Door(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, NotifyServer)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.asked.append((self.path, self.headers["Authorization"], json.loads(body)))
        self.send_response(server.answers)
        self.end_headers()
        self.wfile.write(server.says)

    def log_message(self, *_: object) -> None:
        """Nothing on the console of the tests."""


class NotifyServer(ThreadingHTTPServer):
    """What it was asked, and how it answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        self.asked: list[tuple[str, str, dict[str, object]]] = []
        self.answers = 201
        self.says = b'{"id": "1"}'

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def running() -> Iterator[NotifyServer]:
    """The server, for the length of a block."""
    with NotifyServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
