"""How fast agencies' chronologies are read, put in order and looked through, beside what the bare libraries take."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import docx

from benchmarks.rates import Race
from cairn.chronology.engine import word_tables
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.finding import find
from cairn.chronology.engine.merging import merge
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.engine.returns import Return, parse
from cairn.chronology.engine.tables import Line, Table

ROWS, AGENCIES, EACH, SEED = 1_000, 12, 2_000, 20160522
HEADINGS = ("Date", "Time", "Source of information", "Event", "Child seen")
TIMES = 5  # the best of them counts


def races() -> list[Race]:
    """Reading, ordering and looking through."""
    return [*_reading(), *_ordering()]


def best_seconds(act: Callable[[], object]) -> float:
    """How long it takes, in seconds: the best of some times."""
    return _in_turn(act)[0]


def _in_turn(*acts: Callable[[], object]) -> list[float]:
    """The best of each, taken in turn: what else the machine has to do then slows all of them alike."""
    best = [float("inf")] * len(acts)
    for _ in range(TIMES):
        for number, act in enumerate(acts):
            start = perf_counter()
            act()
            best[number] = min(best[number], perf_counter() - start)
    return best


def _told(chance: random.Random, words: list[str]) -> tuple[str, ...]:
    day = date(2012, 1, 1) + timedelta(days=chance.randrange(2_000))
    event = " ".join(chance.choices(words, k=20))
    return f"{day:%d/%m/%Y}", f"{chance.randrange(24):02}:{chance.randrange(60):02}", "Case notes", event, "Yes"


def word_file() -> bytes:
    """A Word file with one table of a thousand rows, as an agency sends it."""
    chance, words = random.Random(SEED), [f"word{number}" for number in range(400)]
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for cells in (HEADINGS, *(_told(chance, words) for _ in range(ROWS))):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _reading() -> list[Race]:
    """A Word file of a thousand rows: parsing alone, and the whole way from bytes to checked rows."""
    content = word_file()
    floor, alone, whole = _in_turn(
        lambda: by_library(content),
        lambda: word_tables.tables_of(content),
        lambda: _returned("Health", tables_of("a.docx", content)),
    )
    library = "python-docx on the same file"
    return [
        Race("reading 1,000 rows of Word", 1 / alone, library, 1 / floor),
        Race("the same in a confined process, to checked rows", 1 / whole, library, 1 / floor),
    ]


def by_library(content: bytes) -> list[list[str]]:
    """Every cell of every table, as people write it with the usual library."""
    read_in = docx.Document(io.BytesIO(content))
    return [[cell.text for cell in row.cells] for table in read_in.tables for row in table.rows]


def _returned(agency: str, tables: tuple[Table, ...]) -> Return:
    return parse(tables, file=f"{agency}.docx", agency=agency, read_when=read)


def _ordering() -> list[Race]:
    """Twelve agencies with two thousand rows each, as one; and the whole looked through for what to look at."""
    chance, words = random.Random(SEED), [f"word{number}" for number in range(4_000)]
    returns = []
    for agency in range(AGENCIES):
        lines = [HEADINGS, *(_told(chance, words) for _ in range(EACH))]
        numbered = tuple(Line(number, cells) for number, cells in enumerate(lines, 1))
        returns.append(_returned(f"Agency {agency}", (Table("", numbered),)))
    rows = [row for each in returns for row in each.rows]
    chance.shuffle(rows)
    keys = [(row.when.sort_key if row.when else (), row.agency, row.number) for row in rows]
    floor = best_seconds(lambda: sorted(keys))
    merged = merge(returns)
    sort = "Python's own sort of their keys"
    return [
        Race(
            "24,000 rows put in order with where each stands", 1 / best_seconds(lambda: merge(returns)), sort, 1 / floor
        ),
        Race(
            "the same looked through for pairs, differences and gaps",
            1 / best_seconds(lambda: find(merged)),
            sort,
            1 / floor,
        ),
    ]
