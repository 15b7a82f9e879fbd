"""Two workers come to the same days at once: each job of a day is done by one of them, and none fails."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

DAYS = 12
WORK = f"""
import json
import django; django.setup()
from datetime import UTC, datetime, timedelta
from cairn.partnership import jobs
begin, done = datetime(2026, 8, 14, 9, tzinfo=UTC), []
for number in range({DAYS}):
    ran = jobs.run_due(begin + timedelta(days=number))
    assert not ran.failed, ran.failed
    done += [f"{{name}} {{number}}" for name in ran.done]
print(json.dumps([done, [job.name for job in jobs.registered()]]))
"""
MIGRATE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""


@pytest.fixture
def elsewhere(tmp_path, django_db_setup, django_db_blocker):
    """The environment of a database of its own, on the engine of the tests."""
    environment = {**os.environ, "CAIRN_DATA": str(tmp_path / "data"), "CAIRN_ANCHORS": str(tmp_path / "anchors")}
    if connection.vendor == "sqlite":
        yield environment
        return
    name = f"{connection.settings_dict['NAME']}_workers"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            address = os.environ["CAIRN_DATABASE_URL"].rpartition("/")[0]
            yield {**environment, "CAIRN_DATABASE_URL": f"{address}/{name}"}
        finally:
            cursor.execute(f'DROP DATABASE "{name}"')


def test_each_job_of_a_day_is_done_by_one_of_two_workers(elsewhere):
    subprocess.run([sys.executable, "-c", MIGRATE], env=elsewhere, check=True)
    command = [sys.executable, "-c", WORK]
    workers = [subprocess.Popen(command, env=elsewhere, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [worker.communicate(timeout=120)[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0]
    (mine, names), (theirs, _) = (json.loads(answer) for answer in answers)
    assert sorted(mine + theirs) == sorted(f"{name} {number}" for name in names for number in range(DAYS))
