"""`cairn serve`: one command brings the database up to date, serves this machine, and stops everything it started."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder

from cairn.config.cli import main
from cairn.config.commandline import processes, serve, starting
from tests.demonstration import become_demonstration


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def answers(port, seconds=60):
    """The status of the first page, once somebody answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            return urlopen(f"http://127.0.0.1:{port}/", timeout=5).status
        except HTTPError as answer:
            return answer.code
        except OSError:
            time.sleep(0.2)
    return None


def test_it_serves_a_new_laptop_and_stops_with_all_it_started(tmp_path):
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    words = [sys.executable, "-m", "cairn.config.cli", "serve", "--port", str(port), "--with-worker"]
    environment = {**kept, "CAIRN_DATA": str(tmp_path / "data")}
    with subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert answers(port) == 200
        server.send_signal(signal.SIGTERM)
        _, said = server.communicate(timeout=60)
    assert server.returncode == 0
    assert f"Cairn is at http://localhost:{port} (Ctrl-C stops it)." in said
    with socket.socket() as asked, pytest.raises(ConnectionRefusedError):
        asked.connect(("127.0.0.1", port))
    header = (tmp_path / "data" / "cairn.sqlite3").read_bytes()[:15]
    assert header != b"SQLite format 3"


@pytest.fixture
def started(monkeypatch):
    """What would be run, instead of running it."""
    asked = []
    monkeypatch.setattr(processes, "run_together", lambda programs: asked.extend(programs) or 0)
    monkeypatch.setattr(serve, "close_old_connections", lambda: None)
    return asked


def test_it_is_for_this_machine_alone_unless_told_otherwise(world, started):
    assert main(["serve"]) == 0
    (server,) = started
    assert server[server.index("--bind") + 1] == "127.0.0.1:8000"


def test_it_brings_a_worker_when_asked(world, started):
    assert main(["serve", "--with-worker"]) == 0
    assert started[1][-1] == "worker"


@pytest.mark.parametrize("bind", ["0.0.0.0", "192.168.1.4", "::", "cairn.example.org"])
def test_a_demonstration_is_served_on_this_machine_alone(world, started, bind, capsys):
    assert main(["serve", "--bind", bind]) == 0
    started.clear()
    become_demonstration()
    assert main(["serve", "--bind", bind]) == 2
    assert capsys.readouterr().err.endswith("A demonstration is served on this machine alone: leave --bind out.\n")
    assert started == []


@pytest.mark.parametrize("bind", ["127.0.0.1", "localhost", "127.0.0.2", "[::1]"])
def test_a_demonstration_may_be_served_on_this_machine(world, started, bind):
    become_demonstration()
    assert main(["serve", "--bind", bind]) == 0


@pytest.mark.parametrize("port", ["0", "65536"])
def test_a_port_that_cannot_be_is_refused(world, started, port, capsys):
    assert main(["serve", "--port", port]) == 2
    assert capsys.readouterr().err == "A port is a number from 1 to 65535.\n"


@pytest.fixture
def on_postgresql(settings):
    """As if the database were the operator's to bring up to date."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, database_url="postgres://cairn@db.example.org/cairn")


def test_a_postgresql_that_is_up_to_date_is_served(world, started, on_postgresql):
    assert main(["serve"]) == 0


def test_a_postgresql_that_is_behind_is_not_served(world, started, on_postgresql, capsys):
    MigrationRecorder.Migration.objects.filter(app="audit", name="0003_events_are_kept").delete()
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("The database is behind this version of Cairn")
    assert started == []


def test_a_database_that_does_not_answer_is_wrong_input(world, started, monkeypatch, capsys):
    def away():
        raise OperationalError

    monkeypatch.setattr(serve, "bring_up_to_date", away)
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("The database does not answer (OperationalError)")


def test_reasons_against_a_start_are_said_and_nothing_is_started(world, started, settings, capsys):
    settings.X_FRAME_OPTIONS, settings.PRODUCTION = "SAMEORIGIN", True
    assert main(["serve"]) == 2
    assert "X_FRAME_OPTIONS" in capsys.readouterr().err
    assert started == []


def test_migrate_says_that_it_is_done(world, capsys):
    assert main(["migrate"]) == 0
    assert capsys.readouterr().err == "The database is up to date.\n"


def test_an_unknown_command_is_wrong_input(capsys):
    assert main(["serv"]) == 2
    assert capsys.readouterr().err.startswith("Usage: cairn COMMAND …")


def test_when_one_program_ends_the_others_are_stopped():
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    begun = time.monotonic()
    assert processes.run_together([sleeper, [sys.executable, "-c", "pass"]]) == 1
    assert time.monotonic() - begun < 30


def test_a_program_that_does_not_listen_is_killed(monkeypatch):
    monkeypatch.setattr(processes, "SECONDS_TO_STOP", 0.2)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    waits = "import time; time.sleep(1)"
    assert processes.run_together([[sys.executable, "-c", deaf], [sys.executable, "-c", waits]]) == 1


def test_the_passphrase_is_asked_for_once(monkeypatch):
    monkeypatch.setenv("CAIRN_KEY_FROM", "passphrase")
    monkeypatch.setenv("CAIRN_PASSPHRASE", "")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(starting, "getpass", lambda _: "a cairn on a cold hill")
    starting.ask_for_passphrase()
    assert os.environ["CAIRN_PASSPHRASE"] == "a cairn on a cold hill"
    monkeypatch.setattr(starting, "getpass", None)
    starting.ask_for_passphrase()


def test_without_a_terminal_the_passphrase_must_be_given(monkeypatch, capsys):
    monkeypatch.setenv("CAIRN_KEY_FROM", "passphrase")
    monkeypatch.delenv("CAIRN_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert main(["verify-audit"]) == 2
    assert "set CAIRN_PASSPHRASE" in capsys.readouterr().err
