"""A clock is started, its trigger put right, met (late with a reason) or no longer owed. It never pauses."""

from datetime import date, datetime, timedelta, timezone

import pytest

from cairn.cases import commands, queries
from cairn.cases.clock import deadline_of, still_agrees
from cairn.cases.models import Clock
from cairn.kernel.verdict import Ground
from cairn.partnership.queries import holidays
from tests.cases.acting import TODAY, refusal
from tests.stories import KNOWN_ON

LATER = datetime(2026, 8, 28, 9, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def case(stories):
    return stories.case_at("opened")


@pytest.fixture
def notice(case):
    return Clock.unscoped.get(case=case)


def start(world, case, duty="send_rapid_review", trigger_on=TODAY, at=None, **facts):
    facts = {"source": "The Panel's receipt.", **facts}
    return commands.start_clock(
        case, duty=duty, trigger_on=trigger_on, by=world.actor("officer"), at=at or world.at, **facts
    )


def meet(world, clock, met_on=TODAY, at=None, evidence="The receipt.", **late):
    return commands.meet_clock(
        clock, met_on=met_on, evidence=evidence, by=world.actor("officer"), at=at or world.at, **late
    )


def test_the_due_day_is_derived_and_says_what_it_rests_on(world, case):
    clock = start(world, case)
    assert (clock.due_on, clock.trigger_name, clock.edition) == (date(2026, 9, 7), "notification_sent", "pg25")
    assert len(clock.edition_fingerprint) == 64
    assert clock.holidays_version
    assert still_agrees(clock, deadline_of(clock, holidays(world.at)))


def test_what_starts_a_clock_has_happened_and_is_said_by_somebody(world, case):
    verdict = refusal(lambda: start(world, case, trigger_on=TODAY + timedelta(1)))
    assert verdict.reasons[0].sentence == "The day that starts the clock cannot be in the future."
    assert refusal(lambda: start(world, case, source=" ")).reasons[0].about == "source"


@pytest.mark.parametrize(
    ("duty", "trigger_on", "words"),
    [
        ("answer_information_request", TODAY, "has no due date to derive"),
        ("sing", TODAY, "There is no duty called 'sing'"),
        ("send_rapid_review", date(2005, 1, 3), "outside the bank holidays known here"),
    ],
)
def test_where_guidance_gives_no_day_its_own_sentence_says_so(world, case, duty, trigger_on, words):
    verdict = refusal(lambda: start(world, case, duty=duty, trigger_on=trigger_on))
    assert words in verdict.sentences[0]
    assert verdict.reasons[0].about == "trigger_on"


def test_the_same_clock_does_not_run_twice(world, case):
    start(world, case)
    verdict = refusal(lambda: start(world, case))
    assert verdict.sentences == ("This clock is already on the case, from the same day.",)
    assert verdict.rests_on(Ground.STATE)


def test_a_clock_that_counts_back_may_start_from_a_day_to_come(world, case):
    clock = start(
        world, case, duty="send_report_before_publication", trigger_on=date(2027, 1, 8), picked_on=date(2026, 3, 2)
    )
    assert (clock.due_on, clock.counts_back) == (date(2026, 12, 29), True)
    assert meet(world, clock).state == "met"


def test_what_is_kept_up_is_met_when_its_day_has_come_and_never_late(world, case):
    clock = start(world, case, duty="keep_published", trigger_on=date(2025, 8, 13), picked_on=date(2025, 3, 3))
    assert (clock.due_on, clock.kept_up) == (date(2026, 8, 13), True)
    assert not clock.is_late_on(date(2027, 1, 1))
    verdict = refusal(lambda: meet(world, clock, met_on=date(2026, 8, 12)))
    assert verdict.sentences == ("It has to be kept up until the day shown.",)
    assert meet(world, clock).state == "met"


def test_a_clock_is_met_on_the_day_it_was_done_which_may_be_before_it_was_recorded(world, notice):
    clock = meet(world, notice, met_on=KNOWN_ON, late_reason="ignored", late_told="ignored")
    assert (clock.state, clock.met_on, clock.met_recorded_at) == ("met", KNOWN_ON, world.at)
    assert (clock.evidence, clock.late_reason, clock.late_told) == ("The receipt.", "", "")


def test_a_clock_met_on_its_last_day_is_met(world, notice):
    assert notice.due_on == date(2026, 8, 20)
    assert meet(world, notice, met_on=date(2026, 8, 20), at=LATER).state == "met"


def test_a_day_late_is_late_and_says_why_and_who_was_told(world, notice):
    late = date(2026, 8, 21)
    verdict = refusal(lambda: meet(world, notice, met_on=late, at=LATER))
    assert [reason.about for reason in verdict.reasons] == ["late_reason", "late_told"]
    told = {"late_reason": "The system was down.", "late_told": "The Panel, by e-mail on 20 August."}
    clock = meet(world, notice, met_on=late, at=LATER, **told)
    assert (clock.state, clock.late_reason) == ("met_late", "The system was down.")


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"met_on": TODAY + timedelta(1)}, "met_on"),
        ({"met_on": KNOWN_ON - timedelta(1)}, "met_on"),
        ({"evidence": " "}, "evidence"),
    ],
)
def test_what_cannot_be_so_is_said_beside_its_field(world, notice, facts, about):
    assert [reason.about for reason in refusal(lambda: meet(world, notice, **facts)).reasons] == [about]


def test_what_is_no_longer_owed_names_the_finding(world, notice):
    by = world.actor("officer")

    def end(finding="Not a serious case.", ended_on=TODAY):
        return commands.end_clock(notice, finding=finding, ended_on=ended_on, by=by, at=world.at)

    assert refusal(lambda: end(finding=" ")).reasons[0].about == "finding"
    assert refusal(lambda: end(ended_on=TODAY + timedelta(1))).reasons[0].about == "ended_on"
    assert end().state == "no_longer_owed"
    assert refusal(end).sentences == ("This clock is not running.",)
    assert refusal(lambda: meet(world, notice)).sentences == ("This clock is not running.",)


def test_a_wrong_trigger_gives_a_new_clock_and_the_old_one_stays(world, case, notice):
    by = world.actor("officer")

    def correct(trigger_on=date(2026, 8, 12), source="The call log.", why="A day out."):
        return commands.correct_trigger(notice, trigger_on=trigger_on, source=source, why=why, by=by, at=world.at)

    assert refusal(lambda: correct(source="")).reasons[0].about == "source"
    assert refusal(lambda: correct(why="")).reasons[0].about == "why"
    assert refusal(lambda: correct(trigger_on=KNOWN_ON)).sentences == ("This is the day it counts from now.",)
    assert refusal(lambda: correct(trigger_on=TODAY + timedelta(1))).reasons[0].about == "trigger_on"
    right = correct()
    assert (right.due_on, right.correction, right.state) == (date(2026, 8, 19), "A day out.", "running")
    old = Clock.unscoped.get(pk=notice.pk)
    assert (old.state, old.superseded_by) == ("superseded", right)
    assert refusal(correct).sentences[0].startswith("Only the clock that counts now")


def test_the_list_says_where_each_clock_stands_in_words(world, case):
    start(world, case)
    rows = queries.clocks(world.actor("chair"), case, world.at)
    assert [(row.what, row.words, row.late) for row in rows] == [
        ("Notify a serious incident", "working day 1 of 5", False),
        ("Send the rapid review", "working day 0 of 15", False),
    ]
    (notice, _) = queries.clocks(world.actor("chair"), case, LATER)
    assert (notice.words, notice.late) == ("6 working days late", True)


def test_a_clock_is_found_only_by_those_in_the_case(world, case, notice):
    assert queries.clock(world.actor("chair"), case, notice.key, world.at) == notice
    assert queries.clock(world.actor("outsider"), case, notice.key, world.at) is None
    assert queries.clocks(world.actor("outsider"), case, world.at) == []
    assert queries.clocks_due(world.actor("outsider"), world.at) == []


def test_only_running_clocks_are_due(world, case, notice):
    assert [row.key for row in queries.clocks_due(world.actor("chair"), world.at)] == [notice.key]
    meet(world, notice)
    assert queries.clocks_due(world.actor("chair"), world.at) == []
