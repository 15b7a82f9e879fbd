"""How many of the events that are told twice are found among thousands of rows, and how many pairs found are wrong."""

from __future__ import annotations

import pytest

from cairn.chronology.engine.finding import find
from tests.chronology.paraphrased import chronology

RECALL, PRECISION = 0.95, 0.90


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_events_told_twice_in_other_words_are_found_and_few_others_are(seed):
    told = chronology(seed, events=3_000)
    found = {frozenset(pair.ids) for pair in find(told.rows).duplicates}
    assert len(told.rows) > 3_300
    assert len(told.twice) > 400
    assert len(found & told.twice) / len(told.twice) >= RECALL
    assert len(found & told.twice) / len(found) >= PRECISION


def test_a_long_chronology_is_the_same_for_the_same_seed():
    assert chronology(11, events=50) == chronology(11, events=50)
