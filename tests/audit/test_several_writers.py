"""Several processes put events on record at once: no number is missed or used twice."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

WRITE = """
import django; django.setup()
from cairn.access.actor import MACHINE
from cairn.audit.commands import record
from cairn.kernel import clock
for number in range(60):
    record(by=MACHINE, verb="keep_clock", at=clock.now(), kind="cases.clock", key=str(number))
"""
MIGRATE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", "audit", verbosity=0)
"""


@pytest.fixture
def elsewhere(tmp_path, django_db_setup, django_db_blocker):
    """The environment of a database of its own, on the engine of the tests."""
    environment = {**os.environ, "CAIRN_DATA": str(tmp_path / "data"), "CAIRN_ANCHORS": str(tmp_path / "anchors")}
    if connection.vendor == "sqlite":
        yield environment
        return
    name = f"{connection.settings_dict['NAME']}_writers"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            address = os.environ["CAIRN_DATABASE_URL"].rpartition("/")[0]
            yield {**environment, "CAIRN_DATABASE_URL": f"{address}/{name}"}
        finally:
            cursor.execute(f'DROP DATABASE "{name}"')


def test_three_writers_make_one_chain(elsewhere, tmp_path):
    subprocess.run([sys.executable, "-c", MIGRATE], env=elsewhere, check=True)
    writers = [subprocess.Popen([sys.executable, "-c", WRITE], env=elsewhere) for _ in range(3)]
    verify = [sys.executable, "-m", "cairn.config.cli", "verify-audit", "--json"]
    meanwhile = subprocess.run(verify, env=elsewhere, capture_output=True, text=True, check=False)
    assert meanwhile.returncode == 0, meanwhile.stdout
    assert [writer.wait(120) for writer in writers] == [0, 0, 0]
    run = subprocess.run(verify, env=elsewhere, capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    assert (run.returncode, found["events"], found["anchors"], found["right"]) == (0, 180, 1, True)
    assert (tmp_path / "anchors" / "anchors.jsonl").is_file()
