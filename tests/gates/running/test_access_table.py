"""Every page for every person: `tests/access_table.csv` says sign-in, absent, read or act, and the product agrees (T1).

The case is that of `stories.case_at("chronicled")`. A new address needs a row. `python -m ops.propose_access_table`
writes what the product does today; whoever commits that has read the change and wants it.
"""

from __future__ import annotations

import csv
import os

import pytest

from tests.gates.codebase import ROOT
from tests.gates.running.addresses import filled, routes
from tests.gates.running.asking import ABSENT, ACT, READ, SIGN_IN, word
from tests.world import EVERYBODY

TABLE = ROOT / "tests" / "access_table.csv"
PEOPLE = ("nobody", *EVERYBODY)
WORDS = {SIGN_IN, ABSENT, READ, ACT}
PROPOSE = "CAIRN_PROPOSE_ACCESS_TABLE"  # a folder into which each person's column is written


def table() -> dict[str, dict[str, str]]:
    """The table: address name -> person -> word."""
    if not TABLE.exists():
        return {}
    with TABLE.open(newline="") as handle:
        return {row.pop("page"): row for row in csv.DictReader(handle)}


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(table()) == {route.name for route in routes()}


def test_every_cell_holds_one_of_the_four_words():
    rows = table()
    assert {cell for row in rows.values() for cell in row.values()} <= WORDS
    assert {tuple(row) for row in rows.values()} == {PEOPLE}


@pytest.mark.parametrize("who", PEOPLE)
def test_what_the_product_answers_is_what_the_table_says(world, stories, who):
    case = stories.case_at("chronicled")
    client = world.client(who)
    found = {route.name: word(client, filled(route, world, case)) for route in routes()}
    if PROPOSE in os.environ:
        propose(who, found)
        return
    told = {name: row[who] for name, row in table().items()}
    differing = {name: (told.get(name, "no row"), cell) for name, cell in found.items() if told.get(name) != cell}
    assert differing == {}, "page: (the table, the product)"


def propose(who: str, found: dict[str, str]) -> None:
    """Write one person's column to the folder from which the table is put together."""
    with open(os.path.join(os.environ[PROPOSE], f"{who}.csv"), "w", newline="") as handle:
        csv.writer(handle).writerows(found.items())
