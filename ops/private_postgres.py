"""A PostgreSQL of one's own for as long as a command runs: started, handed over, stopped and removed.

    python ops/private_postgres.py -- .venv/bin/pytest tests/audit -q

Debian's PostgreSQL 15 or newer, in a temporary folder, reached through a socket that only its owner can open; no port.
The command finds its address in CAIRN_DATABASE_URL (and CAIRN_TEST_ENGINE=postgres). Without a command the address is
printed and the server runs until Ctrl-C. Nothing in it lasts: it gives up safety against a power cut for speed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

OLDEST = 15
PROGRAMS = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"  # PostgreSQL refuses to run as root; Debian's package brings this account
SECONDS_TO_START = 60
FOR_SPEED = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=60")


class NotThere(Exception):
    """No usable PostgreSQL on this machine; the sentence says what to install."""


def programs(home: Path = PROGRAMS) -> Path:
    """The folder of the newest installed PostgreSQL's programs. Raises NotThere when there is none from 15 on."""
    found = {int(path.name): path / "bin" for path in home.glob("*") if path.name.isdigit()}
    usable = [number for number in found if number >= OLDEST and (found[number] / "initdb").exists()]
    if not usable:
        raise NotThere(f"PostgreSQL {OLDEST} or newer is not installed: apt-get install -y postgresql")
    return found[max(usable)]


def _as_account() -> dict[str, Any]:
    """How to start its programs: as oneself, or as Debian's account when one is root."""
    if os.geteuid() != 0:
        return {}
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError as missing:
        raise NotThere(f"PostgreSQL does not run as root and there is no account {ACCOUNT!r}.") from missing
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def private_postgres() -> Iterator[str]:
    """A running server; gives its address (`postgres://…`). Stops and removes it whatever happens inside."""
    folder, account = programs(), _as_account()
    home = Path(tempfile.mkdtemp(prefix="cairn-pg-", dir="/tmp"))  # nosec B108: a socket's path must be short
    server: subprocess.Popen[bytes] | None = None
    try:
        if account:
            os.chown(home, account["user"], account["group"])
        _lay_out(folder, home, account)
        server = _start(folder, home, account)
        _wait(folder, home, server)
        quiet = {"check": True, "cwd": "/", **account}
        subprocess.run([folder / "createdb", "-h", home, "-U", "cairn", "cairn"], **quiet)
        yield f"postgres://cairn@{quote(str(home), safe='')}/cairn"
    finally:
        _stop(server)
        shutil.rmtree(home, ignore_errors=True)


def _lay_out(folder: Path, home: Path, account: dict[str, Any]) -> None:
    words: list[str | Path] = [
        folder / "initdb",
        "-D",
        home / "data",
        "-U",
        "cairn",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    ]
    done = subprocess.run([*words, "--no-sync"], capture_output=True, text=True, cwd="/", check=False, **account)
    if done.returncode:
        raise NotThere(f"PostgreSQL could not be laid out: {done.stderr.strip()}")


def _start(folder: Path, home: Path, account: dict[str, Any]) -> subprocess.Popen[bytes]:
    words: list[str | Path] = [folder / "postgres", "-D", home / "data", "-k", home, "-c", "listen_addresses="]
    for setting in FOR_SPEED:
        words += ["-c", setting]
    # A session of its own, so that Ctrl-C reaches this program first and the server is stopped in order.
    with (home / "log").open("wb") as log:
        return subprocess.Popen(words, stdout=log, stderr=log, cwd="/", start_new_session=True, **account)


def _wait(folder: Path, home: Path, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        ready = subprocess.run([folder / "pg_isready", "-q", "-h", home], check=False, cwd="/")
        if ready.returncode == 0:
            return
        time.sleep(0.05)
    raise NotThere(f"PostgreSQL did not start: {(home / 'log').read_text(errors='replace').strip()}")


def _stop(server: subprocess.Popen[bytes] | None) -> None:
    if server is None:
        return
    for how, seconds in ((signal.SIGINT, 15), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
        if server.poll() is not None:
            return
        server.send_signal(how)
        try:
            server.wait(seconds)
        except subprocess.TimeoutExpired:
            continue


def _told_to_stop(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _run(command: list[str], address: str) -> int:
    environment = {**os.environ, "CAIRN_DATABASE_URL": address, "CAIRN_TEST_ENGINE": "postgres"}
    with subprocess.Popen(command, env=environment) as child:
        try:
            return child.wait()
        except BaseException:
            child.terminate()
            raise


def main(words: list[str]) -> int:
    """Run the command given after `--`, or wait; the exit code is the command's, 2 when there is no PostgreSQL."""
    signal.signal(signal.SIGTERM, _told_to_stop)
    command = words[1:] if words[:1] == ["--"] else words
    try:
        with private_postgres() as address:
            if command:
                return _run(command, address)
            print(f"CAIRN_DATABASE_URL={address}", flush=True)
            signal.pause()
    except NotThere as problem:
        print(problem, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, FileNotFoundError) as end:
        print(end, file=sys.stderr)
        return 130 if isinstance(end, KeyboardInterrupt) else 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
