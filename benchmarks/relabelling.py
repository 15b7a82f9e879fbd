"""How many characters are read in a second for the names of forty people, beside a bare search for words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from time import perf_counter

from benchmarks.rates import Race
from cairn.names.relabelling import Called, Relabelling

CHARACTERS, PEOPLE, SEED, TIMES = 1_000_000, 40, 20160522, 3
LEAST = 500_000  # characters a second: what a case of twenty chronologies may take on a laptop
GIVEN = (
    "Elizabeth",
    "William",
    "Siobhán",
    "Thomas",
    "Catherine",
    "Robert",
    "Margaret",
    "James",
    "Łukasz",
    "Anne-Marie",
)
FAMILY = ("Plover", "O'Brien-Tarrant", "Smith-Jones", "Østergård")
WORDS = tuple(f"word{number}" for number in range(400))


def races() -> list[Race]:
    """A million characters, every thirtieth word a name."""
    labels, text = Relabelling(_called()), _text()
    ours, floor = (_seconds(act, text) for act in (labels.of, re.compile(r"\w+").findall))
    rate = len(text) / ours
    assert rate >= LEAST, f"{rate:,.0f} characters a second"
    who = _seconds(labels.persons_in, text)
    bare = "a bare search for the words"
    return [
        Race("characters read for 40 names, and labels put in", rate, bare, len(text) / floor),
        Race("characters read for who is mentioned", len(text) / who, bare, len(text) / floor),
    ]


def _called() -> list[Called]:
    return [
        Called(
            f"Person {number}", (f"{GIVEN[number % len(GIVEN)]} Mae {FAMILY[number % len(FAMILY)]}", f"Nan{number}x")
        )
        for number in range(PEOPLE - 1)
    ] + [Called("Home A", ("9 Larkspur Yard, Coldwater", "CW1 9ZZ"))]


def _text() -> str:
    chance = random.Random(SEED)
    names = [name for each in _called() for name in each.names]
    drawn = (" ".join((*chance.choices(WORDS, k=29), chance.choice(names))) for _ in range(CHARACTERS // 100))
    return " ".join(drawn)[:CHARACTERS]


def _seconds(act: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(TIMES):
        start = perf_counter()
        act(text)
        best = min(best, perf_counter() - start)
    return best
