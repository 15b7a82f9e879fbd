"""A running Cairn of its own for a journey: the demonstration, built once, copied, and served on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cairn.kernel import clock

START_SECONDS = 60


def environment_of(home: Path) -> dict[str, str]:
    """The operator's decisions for a Cairn whose data, keys and anchors all lie under one folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    return kept | {
        "CAIRN_DATA": str(home / "data"),
        "CAIRN_KEYS": str(home / "keys"),
        "CAIRN_ANCHORS": str(home / "anchors"),
    }


def cairn(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run one command of the product to its end."""
    return subprocess.run(
        [sys.executable, "-m", "cairn.config.cli", *words],
        env=environment_of(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serve the Cairn of this folder; gives its address, and stops it and all it started at the end."""
    port = free_port()
    log = (home / "serve.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "cairn.config.cli", "serve", "--port", str(port)],
        env=environment_of(home),
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        _wait_for(port, process)
        yield f"http://localhost:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)
        log.close()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = clock.monotonic() + START_SECONDS
    while clock.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("The server ended before it listened.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            continue
        return
    raise TimeoutError("The server did not listen in time.")


def copy_of(built: Path, target: Path) -> Path:
    """A copy of a built demonstration, so that a journey may change it."""
    shutil.copytree(built, target)
    return target
