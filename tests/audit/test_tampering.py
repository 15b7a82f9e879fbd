"""Whoever can write to the database but has no key is found out, whatever she does to 2,000 events (T15)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta

import pytest

from cairn.audit.engine import chain
from cairn.audit.engine.chain import START, Facts, Head, Link
from cairn.audit.engine.verify import Problem, Walk, Wrong, check_anchors, check_events, check_head, verify
from tests.audit.chains import KEY, OTHER_KEY, anchored, head, links

COUNT = 2_000
CHAIN = links(COUNT)
HEAD = head(CHAIN)
ANCHORS = anchored(CHAIN)
SEALS = [START, *(link.seal for link in CHAIN)]


def first_problem(rows: Iterable[Link], before: int) -> Problem | None:
    """The first problem of a chain whose first `before` events are known to be right and untouched."""
    walk = Walk(before, SEALS[before])
    return check_events(KEY, rows, walk) or check_head(KEY, walk, HEAD)


def edited(value: object) -> object:
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1)
    if isinstance(value, int):
        return value + 1
    return f"{value}x"


def edits(link: Link) -> list[Link]:
    changed = [replace(link, facts=replace(link.facts, **_edit(link.facts, item.name))) for item in fields(Facts)]
    return [*changed, replace(link, previous=edited(link.previous)), replace(link, seal="0" * 64)]


def _edit(facts: Facts, name: str) -> dict[str, object]:
    return {name: edited(getattr(facts, name))}


def test_every_edit_of_every_column_of_every_event_is_found_and_named():
    tried = 0
    for place, link in enumerate(CHAIN):
        for changed in edits(link):
            problem = first_problem([changed, *CHAIN[place + 1 : place + 2]], place)
            assert problem is not None
            assert (problem.seq, problem.wrong) == (link.facts.seq, Wrong.CHANGED)
            tried += 1
    assert tried == COUNT * 14


def test_every_removed_event_is_found_and_named():
    for place in range(COUNT):
        problem = first_problem(CHAIN[place + 1 :], place)
        expected = Wrong.MISSING if place < COUNT - 1 else Wrong.CUT
        assert problem is not None
        assert (problem.seq, problem.wrong) == (place + 1, expected)


def test_every_event_made_up_without_the_key_is_found_and_named():
    for place in range(COUNT + 1):
        before = SEALS[place]
        made_up = replace(CHAIN[min(place, COUNT - 1)].facts, seq=place + 1, verb="give_access")
        forged = Link(made_up, before, chain.seal(OTHER_KEY, before, made_up))
        problem = first_problem([forged, *CHAIN[place:]], place)
        assert problem is not None
        assert (problem.seq, problem.wrong) == (place + 1, Wrong.CHANGED)


def test_every_doubled_event_is_found_and_named():
    for place in range(COUNT):
        problem = first_problem([CHAIN[place], *CHAIN[place + 1 :]], place + 1)
        assert problem is not None
        assert (problem.seq, problem.wrong) == (place + 1, Wrong.DOUBLED)


def test_every_pair_of_events_that_changed_places_is_found_and_named():
    for place in range(COUNT - 1):
        swapped = [CHAIN[place + 1], CHAIN[place], *CHAIN[place + 2 :]]
        problem = first_problem(swapped, place)
        assert problem is not None
        assert (problem.seq, problem.wrong) == (place + 1, Wrong.OUT_OF_ORDER)


def test_every_pair_of_events_that_changed_numbers_is_found_and_named():
    for place in range(COUNT - 1):
        one, two = CHAIN[place], CHAIN[place + 1]
        renumbered = [
            replace(two, facts=replace(two.facts, seq=place + 1)),
            replace(one, facts=replace(one.facts, seq=place + 2)),
        ]
        problem = first_problem(renumbered, place)
        assert problem is not None
        assert (problem.seq, problem.wrong) == (place + 1, Wrong.CHANGED)


@pytest.mark.parametrize("head_set_back", [False, True])
def test_a_tail_cut_off_at_every_length_is_found_and_its_first_missing_event_named(head_set_back):
    for kept in range(COUNT):
        walk = Walk(kept, SEALS[kept])
        # Without the key she can write the count and the seal, not the mark that goes with them.
        end = Head(kept, SEALS[kept], HEAD.mark) if head_set_back else HEAD
        problem = check_head(KEY, walk, end)
        assert problem is not None
        expected = (kept, Wrong.HEAD_CHANGED) if head_set_back else (kept + 1, Wrong.CUT)
        assert (problem.seq, problem.wrong) == expected


def test_an_older_copy_of_the_database_put_back_at_every_length_is_found_by_the_anchors():
    for kept in range(COUNT):
        older = CHAIN[:kept]
        walk = Walk(
            kept, SEALS[kept], {anchor.count: SEALS[anchor.count] for anchor in ANCHORS if anchor.count <= kept}
        )
        assert check_head(KEY, walk, head(older)) is None, "an honest older copy agrees with itself"
        problem = check_anchors(KEY, walk, ANCHORS)
        assert problem is not None
        assert (problem.seq, problem.wrong) == (kept + 1, Wrong.ROLLED_BACK)


@pytest.mark.parametrize("kept", [0, 99, 100, 150, 1_000, 1_899, 1_999])
def test_an_older_copy_that_went_on_with_the_key_is_found_by_the_anchors(kept):
    went_on = _going_on_differently(kept)
    report = verify(KEY, went_on, head(went_on), ANCHORS)
    assert report.problem is not None
    assert report.problem.wrong is Wrong.ROLLED_BACK
    assert report.problem.seq == kept // 100 * 100 + 1


def _going_on_differently(kept: int) -> list[Link]:
    made = CHAIN[:kept]
    for link in CHAIN[kept:] + links(50, start=COUNT + 1):
        said = replace(link.facts, verb="another_act")
        previous = made[-1].seal if made else START
        made.append(Link(said, previous, chain.seal(KEY, previous, said)))
    return made


@pytest.mark.parametrize("place", range(0, COUNT, 50))
def test_a_chain_sealed_again_from_anywhere_without_the_key_is_found(place):
    rechained = CHAIN[:place] + links(COUNT - place, key=OTHER_KEY, previous=SEALS[place], start=place + 1)
    report = verify(KEY, rechained, head(rechained, OTHER_KEY), ANCHORS)
    assert report.problem is not None
    assert (report.problem.seq, report.problem.wrong) == (place + 1, Wrong.CHANGED)


@pytest.mark.parametrize("place", [0, 777, 1_998])
def test_going_on_from_a_checked_prefix_finds_what_going_from_the_start_finds(place):
    for changed in edits(CHAIN[place]):
        rows = [*CHAIN[:place], changed, *CHAIN[place + 1 :]]
        assert verify(KEY, rows, HEAD, ANCHORS).problem == first_problem(rows[place:], place)


def test_two_hundred_untouched_chains_raise_no_alarm():
    for count in range(1, 801, 4):
        made = CHAIN[:count]
        report = verify(KEY, made, head(made), anchored(made))
        assert (report.problem, report.events, report.anchors) == (None, count, count // 100)


def test_a_verifier_that_trusts_each_seal_alone_would_miss_what_this_one_finds():
    def careless(rows: Iterable[Link]) -> bool:
        return all(chain.seal(KEY, link.previous, link.facts) == link.seal for link in rows)

    removed = [*CHAIN[:10], *CHAIN[11:]]
    assert careless(removed)
    assert careless(CHAIN[:1_500])
    assert verify(KEY, removed, HEAD, ANCHORS).problem is not None
    assert verify(KEY, CHAIN[:1_500], HEAD, ANCHORS).problem is not None
