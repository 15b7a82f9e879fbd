"""Canonical bytes: two different things never give the same bytes, and the same thing always does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from cairn.audit.engine import chain
from cairn.audit.engine.verify import Wrong, verify
from tests.audit.chains import KEY, OTHER_KEY, facts, head, links

MOMENT = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)

VALUES = [
    None, "", "n", "None", 0, 1, "0", "1", True, False, "True", b"", b"1", date(2026, 8, 14), "2026-08-14",
    datetime(2026, 8, 14, tzinfo=UTC), MOMENT, MOMENT + timedelta(microseconds=1), 1.5, "1.50",
]  # fmt: skip


def test_values_that_differ_give_bytes_that_differ():
    assert len({chain.canonical([("a", value)]) for value in VALUES}) == len(VALUES)


def test_moving_a_letter_from_one_value_to_the_next_gives_other_bytes():
    assert chain.canonical([("a", "bc"), ("d", "e")]) != chain.canonical([("a", "b"), ("cd", "e")])


def test_the_same_moment_in_another_zone_gives_the_same_bytes():
    summer = MOMENT.astimezone(timezone(timedelta(hours=1)))
    assert chain.canonical([("at", MOMENT)]) == chain.canonical([("at", summer)])


def test_a_seal_hangs_on_the_key_the_facts_and_the_seal_before():
    seals = {
        chain.seal(KEY, chain.START, facts(1)),
        chain.seal(OTHER_KEY, chain.START, facts(1)),
        chain.seal(KEY, "1" * 64, facts(1)),
        chain.seal(KEY, chain.START, facts(2)),
    }
    assert len(seals) == 4


def test_the_order_of_columns_does_not_change_a_digest():
    assert chain.digest(KEY, {"a": 1, "b": 2}) == chain.digest(KEY, {"b": 2, "a": 1})


def test_events_of_another_copy_with_the_same_key_do_not_fit_in():
    ours = links(20)
    said = replace(ours[4].facts, verb="another_act")
    theirs = chain.Link(said, ours[4].previous, chain.seal(KEY, ours[4].previous, said))
    problem = verify(KEY, [*ours[:4], theirs, *ours[5:]], head(ours), []).problem
    assert problem is not None
    assert (problem.seq, problem.wrong) == (6, Wrong.ANOTHER_COPY)


def test_an_older_end_of_the_chain_put_back_beside_newer_events_is_found():
    ours = links(20)
    problem = verify(KEY, ours, head(ours[:15]), []).problem
    assert problem is not None
    assert (problem.seq, problem.wrong) == (16, Wrong.HEAD_CHANGED)
