"""How long a page of the combined chronology takes with a thousand entries and with twenty thousand, beside an empty
page: the slow ones, not the usual ones. Answered in one process, without a server, as `many_cases` is.

What is written in the rows is read once and kept: the first question about a person or a word is told apart.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.many_cases import ROOT, slow, visitor
from benchmarks.rates import Race

if TYPE_CHECKING:
    from django.test import Client

SIZES = (1_000, 20_000)
PERIOD = "since_day=1&since_month=1&since_year=2016&until_day=31&until_month=12&until_year=2019"
QUESTIONS = {
    "all rows": "",
    "of a period": f"?{PERIOD}&seen=yes",
    "last page": "?page=99999",
    "about a child": "?who=Person+1",
    "with words": "?words=referral+made",
}
COLD = ("about a child", "with words")


def measure() -> dict[str, float]:
    """The slow visits of each question in seconds, in the database that the settings name."""
    from benchmarks import entries, intake
    from cairn.partnership.models import User

    office = User.unscoped.get(seats__role="business_manager")
    at = datetime.fromisoformat("2026-08-13T10:00:00+01:00")
    stored, alone = intake.seconds(office=office, at=at)
    cases = {size: entries.write(size, office=office, at=at) for size in SIZES}
    gc.collect()
    gc.freeze()  # what was made to be looked at is not there in a server's process, and is not to be gone through
    client = visitor()
    client.get("/empty/")
    found = {"empty": slow(client, "/empty/"), "stored": stored, "alone": alone}
    for size, case in cases.items():
        for name, asked in QUESTIONS.items():
            address = f"/cases/{case.key}/chronology/{asked}"
            first = once(client, address)
            found[f"{name}, {size}"] = slow(client, address)
            found[f"{name}, {size}, asked first"] = first
    return found


def once(client: Client, address: str) -> float:
    """The time in seconds of the first visit."""
    start = perf_counter()
    client.get(address)
    return perf_counter() - start


def races() -> list[Race]:
    """A page of the chronology, short and long, each question by its ninety-fifth percentile."""
    with tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder:
        places = {f"CAIRN_{name}": f"{folder}/{name.lower()}" for name in ("DATA", "KEYS", "ANCHORS")}
        settings = {"CAIRN_DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
        environment = {**os.environ, **places, **settings}
        for command in (("cairn.config.cli", "demo"), ("benchmarks.chronology_page",)):
            done = subprocess.run(
                [sys.executable, "-m", *command], cwd=ROOT, env=environment, check=True, capture_output=True
            )
    found = json.loads(done.stdout)
    return [_intake(found), *(_race(name, size, found) for name in QUESTIONS for size in SIZES)]


def _intake(found: dict[str, float]) -> Race:
    taken, alone = found["stored"], found["alone"]
    what = f"1,000 rows of Word from upload to stored rows, within {taken * 1000:,.0f} ms"
    return Race(what, 1 / taken, "python-docx reading the same file alone", 1 / alone)


def _race(name: str, size: int, found: dict[str, float]) -> Race:
    taken = found[f"{name}, {size}"]
    cold = found[f"{name}, {size}, asked first"]
    first = f", the first within {cold * 1000:,.0f} ms" if name in COLD else ""
    what = f"chronology of {size:,}, {name}, 95 in 100 within {taken * 1000:,.0f} ms{first}"
    return Race(what, 1 / taken, "an empty page, likewise", 1 / found["empty"])


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measure()))
