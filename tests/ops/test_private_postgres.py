"""The private PostgreSQL comes, serves one command and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cairn.config.environment import ROOT

PROGRAM = ROOT / "ops" / "private_postgres.py"
ASK = """
import os, psycopg
from urllib.parse import unquote, urlsplit
parts = urlsplit(os.environ["CAIRN_DATABASE_URL"])
home = unquote(parts.netloc.rpartition("@")[2])
with psycopg.connect(host=home, user=parts.username, dbname=parts.path[1:]) as connection:
    print(home, connection.info.server_version // 10000, connection.execute("show listen_addresses").fetchone()[0], "|")
raise SystemExit(7)
"""

pytestmark = pytest.mark.skipif(
    not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")), reason="PostgreSQL is not installed here"
)


def test_a_command_finds_a_server_without_a_port_and_its_exit_code_is_handed_on():
    run = subprocess.run(
        [sys.executable, PROGRAM, "--", sys.executable, "-c", ASK], capture_output=True, text=True, check=False
    )
    assert run.returncode == 7, run.stderr
    home, version, listens = run.stdout.split()[:3]
    assert int(version) >= 15
    assert listens == "|"
    assert not Path(home).exists()


def test_told_to_stop_it_stops_the_server_and_removes_it():
    with subprocess.Popen([sys.executable, PROGRAM], stdout=subprocess.PIPE, text=True) as waiting:
        assert waiting.stdout is not None
        address = waiting.stdout.readline().strip()
        assert address.startswith("CAIRN_DATABASE_URL=postgres://cairn@%2Ftmp%2Fcairn-pg-")
        home = Path("/tmp") / address.rpartition("@")[2].split("%2F")[2].removesuffix("/cairn")
        server = int((home / "data" / "postmaster.pid").read_text().splitlines()[0])
        waiting.send_signal(signal.SIGTERM)
        assert waiting.wait(30) == 143
    assert not home.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)
