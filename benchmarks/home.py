"""How many home pages are answered in a second, beside an empty page of the same server."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlencode

from benchmarks.rates import Race

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 4.0
SECONDS_TO_START = 60
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
PERSON = re.compile(r'name="person" value="([\w-]+)"')


class Browser:
    """One connection that is kept, with its cookies."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies = SimpleCookie()

    def ask(self, method: str, address: str, **typed: str) -> tuple[int, str]:
        """One page: its status and text."""
        headers = {"Cookie": "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items())}
        if typed:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, urlencode(typed) if typed else None, headers)
        answer = self.connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            self.cookies.load(cookie)
        return answer.status, answer.read().decode()

    def sign_in(self) -> None:
        """As the first person of the demonstration."""
        _, page = self.ask("GET", "/demo/people/")
        token, person = TOKEN.search(page), PERSON.search(page)
        assert token, "The demonstration does not say whom to play."
        assert person, "The demonstration offers nobody."
        self.ask("POST", "/demo/people/", csrfmiddlewaretoken=token[1], person=person[1])

    def rate(self, address: str) -> float:
        """Pages a second, asked for one after another."""
        status, _ = self.ask("GET", address)
        assert status == 200, f"{address} answers {status}."
        done, start = 0, perf_counter()
        while (passed := perf_counter() - start) < SECONDS:
            self.ask("GET", address)
            done += 1
        return done / passed


@contextmanager
def server() -> Iterator[int]:
    """The demonstration, built and served from a folder of its own; gives its port."""
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        places = {f"CAIRN_{name}": f"{folder}/{name.lower()}" for name in ("DATA", "KEYS", "ANCHORS")}
        environment = {
            **os.environ,
            **places,
            "CAIRN_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        }
        demo = [sys.executable, "-m", "cairn.config.cli", "demo"]
        subprocess.run(demo, cwd=ROOT, env=environment, check=True, capture_output=True)
        command = [sys.executable, "-m", "gunicorn", "cairn.config.wsgi:application", "--no-control-socket"]
        command += ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "4"]
        running = subprocess.Popen([*command, "--log-level", "warning"], cwd=ROOT, env=environment)
        try:
            _wait(port)
            yield port
        finally:
            running.terminate()
            running.wait(timeout=30)


def _wait(port: int) -> None:
    end = perf_counter() + SECONDS_TO_START
    while perf_counter() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.2)
        else:
            return
    raise TimeoutError("The server did not start.")


def races() -> list[Race]:
    """Home as the business manager sees it, beside the empty page behind the same sign-in."""
    with server() as port:
        browser = Browser(port)
        browser.sign_in()
        floor, home = browser.rate("/empty/"), browser.rate("/")
    return [Race("home pages, one browser", home, "the same server's empty page", floor)]
