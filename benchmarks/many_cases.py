"""How long home and a case page take with a thousand cases on record, beside an empty page: the slow ones, not the
usual ones. Answered in one process, without a server; run by itself so that Django finds a database of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.rates import Race

if TYPE_CHECKING:
    from django.test import Client

ROOT = Path(__file__).resolve().parents[1]
CASES, OPEN = 1000, 250
VISITS = 60
HUNDREDTH = 95


def fill(cases: int, still_open: int) -> str:
    """So many cases, as alike as the law makes them, written as rows; gives the key of one that is open.

    By rows and not by commands, because a thousand cases by commands would take minutes and time nothing more.
    """
    from benchmarks import rows
    from cairn.partnership.models import User

    office = User.unscoped.get(seats__role="business_manager")
    at = datetime.fromisoformat("2026-08-13T10:00:00+01:00")
    made = rows.write(cases, still_open, office=office, at=at)
    return made[0].key


def visitor() -> Client:
    """A browser in which the business manager of the demonstration has signed in."""
    from django.test import Client

    from benchmarks.home import PERSON, TOKEN

    client = Client(HTTP_HOST="localhost")
    page = client.get("/demo/people/").content.decode()
    token, person = TOKEN.search(page), PERSON.search(page)
    assert token, "The demonstration does not say whom to play."
    assert person, "The demonstration offers nobody."
    client.post("/demo/people/", {"csrfmiddlewaretoken": token[1], "person": person[1]})
    return client


def slow(client: Client, address: str) -> float:
    """The time in seconds within which ninety-five of a hundred visits are answered."""
    taken = []
    for _ in range(VISITS):
        start = perf_counter()
        status = client.get(address).status_code
        taken.append(perf_counter() - start)
        assert status == 200, f"{address} answers {status}."
    return sorted(taken)[len(taken) * HUNDREDTH // 100 - 1]


def measure() -> dict[str, float]:
    """The slow visits of each page in seconds, in the database that the settings name."""
    key = fill(CASES, OPEN)
    client = visitor()
    addresses = {"empty": "/empty/", "home": "/", "case": f"/cases/{key}/"}
    for address in addresses.values():
        client.get(address)
    return {name: slow(client, address) for name, address in addresses.items()}


def races() -> list[Race]:
    """Home and a case page with many cases on record, each by its ninety-fifth percentile."""
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder:
        places = {f"CAIRN_{name}": f"{folder}/{name.lower()}" for name in ("DATA", "KEYS", "ANCHORS")}
        settings = {"CAIRN_DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
        environment = {**os.environ, **places, **settings}
        for command in (("cairn.config.cli", "demo"), ("benchmarks.many_cases",)):
            done = subprocess.run(
                [sys.executable, "-m", *command], cwd=ROOT, env=environment, check=True, capture_output=True
            )
    found = json.loads(done.stdout)
    return [
        Race(
            f"{name} page, {CASES:,} cases of which {OPEN} open, 95 in 100 within {found[name] * 1000:,.0f} ms",
            1 / found[name],
            "an empty page, likewise",
            1 / found["empty"],
        )
        for name in ("home", "case")
    ]


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measure()))
