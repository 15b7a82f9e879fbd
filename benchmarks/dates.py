"""How many dates as people write them are read in a second, beside one shape told beforehand and a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter, strptime

import yaml
from dateutil import parser

from benchmarks.rates import Race
from cairn.chronology.engine.dates import read

EXAMPLES = Path(__file__).parents[1] / "tests" / "chronology" / "dates.yaml"
SECONDS = 1.0
SHAPES = (
    "22/05/2016",
    "22.05/16",
    "?22 May 2016",
    "May 2016",
    "22-24 May 2016",
    "before 3/5/16",
    "Spring 2016",
    "n/k",
)


def races() -> list[Race]:
    """The commonest shapes and every example of the tests, beside what each is measured against."""
    examples = yaml.safe_load(EXAMPLES.read_text())
    every = [example[0] for example in examples]
    unclear = [
        text for text, _, _, precision, doubtful, *_ in examples if doubtful or precision not in ("day", "minute")
    ]
    guessed = sum(_by_library(text) for text in unclear)
    library = f"dateutil, which gives one full date for {guessed} of the {len(unclear)} that are not clear"
    return [
        Race("dates in eight shapes", _rate(read, SHAPES), "strptime of one shape", _rate(_one_shape, SHAPES)),
        Race(
            f"dates as people write them, {len(every)} examples", _rate(read, every), library, _rate(_by_library, every)
        ),
    ]


def _rate(act: Callable[[str], object], texts: Iterable[str]) -> float:
    done, start, each = 0, perf_counter(), list(texts)
    while (passed := perf_counter() - start) < SECONDS:
        for text in each:
            act(text)
        done += len(each)
    return done / passed


def _one_shape(_text: str) -> object:
    return strptime("22/05/2016", "%d/%m/%Y")


def _by_library(text: str) -> bool:
    """Whether the library gives a full date, told that days come first."""
    try:
        parser.parse(text, dayfirst=True, tzinfos={"BST": 3600})
    except (ValueError, OverflowError):
        return False
    return True
