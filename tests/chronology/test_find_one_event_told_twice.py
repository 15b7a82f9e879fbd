"""Pairs to look at: one event told twice, or told differently."""

from __future__ import annotations

import pytest

from cairn.chronology.engine.dates import read
from cairn.chronology.engine.finding import find
from cairn.chronology.engine.likeness import Pair, case_of, events_of, likeness, pairs_of
from cairn.chronology.engine.outcomes import OUTCOMES, SEEN, Said, child_seen, child_seen_alone
from cairn.chronology.engine.returns import parse
from cairn.chronology.engine.wording import words_of
from tests.chronology.making import rows_of, told

VISIT = "Health visitor home visit, Zoë weighed 5.2 kg, bruise to left cheek, mother tearful"


def both(one: str, other: str, days: tuple[str, str] = ("14/8/2026", "14/8/2026"), agency: str = "Police"):
    rows = (*rows_of((days[0], "Notes", one)), *rows_of((days[1], "Log", other), agency=agency))
    return [row.id for row in rows], find(rows)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("14/8/2026", "14/8/2026"), "on one day"),
        (("14/8/2026", "15/8/2026"), "a day apart"),
        (("14/8/2026", "?15/8/2026"), "a day apart"),
    ],
)
def test_an_event_told_by_two_agencies_is_a_pair_to_look_at(days, words):
    ids, found = both(
        VISIT, "Told by health visitor of home visit: Zoë has a bruise to her left cheek, mother tearful", days
    )
    (pair,) = found.duplicates
    assert pair.ids == tuple(ids)
    assert pair.score >= 75
    assert f"by Health and Police, {words}" in pair.why


def test_an_agency_may_tell_an_event_twice_and_then_does_not_disagree():
    ids, found = both(VISIT, f"{VISIT}. Not seen.", agency="Health")
    assert [pair.ids for pair in found.duplicates] == [tuple(ids)]
    assert found.duplicates[0].why.startswith("Told twice by Health, on one day, in words that are")
    assert found.disagreements == ()


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (VISIT, VISIT, ("14/8/2026", "16/9/2026")),
        (VISIT, "Absent from nursery without a word", ("14/8/2026", "14/8/2026")),
        ("Home visit", "Clinic visit", ("14/8/2026", "14/8/2026")),
        (VISIT, VISIT, ("14/8/2026", "")),
        (VISIT, "Home visit, Zoë weighed, bruise asked about, forms filled, debts told", ("14/8/2026", "18/8/2026")),
        ("Zoë weighed, xylophone quarrelling", "Zoë weighed, buttonhole mmmmm ffffffff", ("14/8/2026", "14/8/2026")),
        (VISIT, "health visitor home called about benefits claim form again", ("14/8/2026", "14/8/2026")),
    ],
)
def test_events_far_apart_or_unlike_are_no_pair(one, other, days):
    _ids, found = both(one, other, days)
    assert (found.duplicates, found.disagreements) == ((), ())


def test_the_same_words_on_another_day_are_a_disagreement_about_the_date():
    ids, found = both(VISIT, VISIT, ("14/8/2026", "18/8/2026"))
    assert found.duplicates == ()
    assert [(pair.ids, pair.why) for pair in found.disagreements] == [
        (tuple(ids), "Health has it on 14/8/2026, Police on 18/8/2026.")
    ]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Zoë seen", "Zoë not seen", "whether the child was seen: Health says yes, Police says no"),
        ("mother attended", "mother did not attend", "whether somebody attended: Health says yes, Police says no"),
        ("no further action", "strategy discussion", "what was decided: Health says no, Police says yes"),
        ("consent refused", "consent given", "whether consent was given: Health says no, Police says yes"),
    ],
)
def test_another_outcome_of_one_event_is_a_disagreement(one, other, why):
    shared = "Joint home visit by social worker and officer after the neighbour called:"
    _ids, found = both(f"{shared} {one}", f"{shared} {other}")
    (pair,) = found.disagreements
    assert f"They differ on {why}" in pair.why


def test_a_row_is_held_to_every_other_account_of_its_event():
    seen = f"{VISIT}, Zoë seen"
    rows = (
        *rows_of(("14/8/2026", "Notes", seen)),
        *rows_of(("14/8/2026", "Log", f"{VISIT}, Zoë not seen"), agency="Police"),
        *rows_of(("14/8/2026", "File", seen), agency="School"),
    )
    assert [pair.ids for pair in find(rows).disagreements] == [(rows[0].id, rows[1].id), (rows[1].id, rows[2].id)]


def test_the_rows_of_one_day_are_all_looked_through_when_there_are_many():
    rows = rows_of(*[("14/8/2026", "Log", f"{VISIT} {number}") for number in range(40)])
    assert len({one for pair in find(rows).duplicates for one in pair.ids}) == 40


def test_likeness_is_all_or_nothing_where_all_or_nothing_is_shared():
    one, same, other = events_of(rows_of(*[("14/8/2026", "Log", text) for text in ("Weighed", "weighed", "arrested")]))
    case = case_of([one, same, other])
    assert likeness(one, same, case) == 100.0
    assert likeness(one, other, case) == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HV rang GP: DNA clinic", "Health visitor telephoned the surgery: did not attend the clinic"),
        ("Was not brought to A&E", "not brought to the emergency department"),
        ("Mum's bruising, 62kg", "mother bruised; 62 kg"),
        ("Strat discussion, s47", "strat meeting: section 47"),
    ],
)
def test_short_forms_and_other_words_for_a_thing_are_alike(one, other):
    assert words_of(one) == words_of(other)


def test_words_are_alike_whatever_their_ending_but_not_shortened_to_nothing():
    assert words_of("carries, carried") == words_of("carry")
    assert words_of("stopped stops") == words_of("stop")
    assert words_of("used") == {"used"}


HEALTH = "Blocked nose, loose handle, 4.6 kg, garden fence, birthday cake"
SCHOOL = "Blocked nose, loose handle, {} kg, dentist, holiday"


def pair(school: str, *, days=("14/8/2026", "14/8/2026"), times=("", ""), agency="School") -> Pair:
    """What is made of one account by health and another by the school."""
    headings = ("Date", "Time", "Source", "Event")
    cells = zip(("Health", agency), days, times, (HEALTH, school), strict=True)
    returns = [
        parse([told((day, at, "Log", text), headings=headings)], file=name, agency=name, read_when=read)
        for name, day, at, text in cells
    ]
    (found,) = pairs_of(events_of([row for each in returns for row in each.rows]), 0)
    return found


def test_times_of_one_day_speak_for_or_against_one_event():
    near, some, far, none = (
        pair(SCHOOL.format("4.6"), times=("10:00", at)).against for at in ("10:20", "11:00", "15:00", "")
    )
    assert near < some == none < far


def test_other_numbers_another_day_and_a_date_of_many_days_speak_against_one_event():
    usual = pair(SCHOOL.format("4.6")).against
    assert pair(SCHOOL.format("5.9")).against > usual
    assert pair(SCHOOL.format("4.6"), days=("14/8/2026", "15/8/2026")).against > usual
    assert pair(SCHOOL.format("4.6"), days=("8/2026", "14/8/2026")).against > usual


def test_an_agency_that_the_other_names_is_no_chance():
    named = SCHOOL.format("4.6") + " told by health"
    assert pair(named).score > pair(named.replace("health", "friends")).score


def test_what_a_case_says_often_is_no_sign_of_one_event():
    shared = "Told of a visit without access, to talk about"
    rows = (
        *rows_of(("14/8/2026", "Notes", f"{shared} swimming lessons")),
        *rows_of(("15/8/2026", "Log", f"{shared} winter coats"), agency="School"),
    )
    assert len(find(rows).duplicates) == 1
    others = rows_of(*[(f"1/{month}/2025", "Log", f"{shared} number {month}") for month in range(1, 13)])
    assert find((*rows, *others)).duplicates == ()


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        ("whether there was an injury", "No bruising or marks", Said.NO),
        ("whether there was an injury", "Bruise to cheek", Said.YES),
        ("whether there was an injury", "Bruise to cheek, no other injuries", Said.BOTH),
        ("whether a referral was made", "Referred to MASH", Said.YES),
        ("whether a referral was made", "No referral made", Said.NO),
        ("whether somebody attended", "Was not brought", Said.NO),
        ("what was decided", "NFA", Said.NO),
        ("what was decided", "Fed well", Said.NOTHING),
    ],
)
def test_what_a_row_says_of_a_topic_is_told_by_its_words(label, text, said):
    assert {topic.label: topic for topic in (*OUTCOMES, SEEN)}[label].said(text) is said


@pytest.mark.parametrize(
    ("answer", "event", "seen", "alone"),
    [
        ("Yes", "Home visit", Said.YES, Said.NOTHING),
        ("Seen alone", "", Said.YES, Said.YES),
        ("Alone", "", Said.YES, Said.YES),
        ("Yes, on her own", "", Said.YES, Said.YES),
        ("Not seen", "Zoë seen", Said.NO, Said.NO),
        ("N", "", Said.NO, Said.NO),
        ("N/A", "", Said.NOTHING, Said.NOTHING),
        ("Yes, not alone", "", Said.YES, Said.NO),
        ("", "Zoë seen alone at school", Said.YES, Said.YES),
        ("", "Mother was seen by the GP", Said.NOTHING, Said.NOTHING),
        ("", "Mother came alone; Zoë seen", Said.YES, Said.NOTHING),
        ("", "Mother was seen alone", Said.NOTHING, Said.NOTHING),
        ("", "No access", Said.NO, Said.NO),
    ],
)
def test_whether_the_child_was_seen_is_told_by_its_column_and_else_by_the_words(answer, event, seen, alone):
    (row,) = rows_of(("14/8/2026", "Notes", event, answer), headings=("Date", "Source", "Event", "Child seen"))
    assert (child_seen(row), child_seen_alone(row)) == (seen, alone)
