"""Fifteen working days in one page: twelve agencies are asked, one knew nobody, two are late, all are read together."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from cairn.partnership.commands.agency import open_agency
from cairn.partnership.models import Message
from cairn.partnership.queries import actor_for
from cairn.rapid_reviews import commands, jobs, queries
from cairn.rapid_reviews.engine.questions import sections
from cairn.rapid_reviews.models import Return
from tests.prepared import put_back
from tests.rapid_reviews.acting import author_of, changes, whole
from tests.stories import ADDRESS, ALIAS, NAME

TWELVE = tuple(f"A{number:02}" for number in range(1, 13))
NIL, LATE = TWELVE[2], TWELVE[9:11]
SILENT = set(LATE)


def at(day):
    return datetime(2026, 8, day, 9, 0, tzinfo=UTC)


def open_twelve(world):
    by = world.actor("business_manager")
    for short in TWELVE:
        facts = {"kind": "health_provider", "contact_point": f"{short.lower()}@coldwater.example"}
        open_agency(name=f"Agency {short}", short_name=short, starts_on=date(2020, 1, 1), **facts, by=by, at=world.at)
    for short in TWELVE:
        author_of(world, short, f"Author {short}")


@pytest.fixture
def case(world, stories):
    case = stories.case_at("shared")
    put_back(f"twelve agencies beside {case.key}", partial(open_twelve, world))
    by = world.actor("officer")
    review = commands.open_rapid_review(case, why="Notified.", by=by, at=world.at)
    agencies = [world.agency(short) for short in TWELVE]
    commands.ask_agencies(review, agencies=agencies, by=by, at=world.at)
    return case


def person(world, short, moment):
    return actor_for(author_of(world, short, f"Author {short}"), moment)


def answer_of(case, short):
    return Return.unscoped.get(case=case, agency__short_name=short)


def send_in(world, case, short, moment):
    by, answer = person(world, short, moment), answer_of(case, short)
    for each in sections():
        commands.save_answers(answer, section=each, given=whole(each), version=0, by=by, at=moment)
    day = f"{TWELVE.index(short) + 1} March 2024"
    commands.add_key_event(answer, written_date=day, event=f"Seen by {short}.", source=short, by=by, at=moment)
    commands.submit_return(answer, version=changes(answer), by=by, at=moment)


def test_the_board_follows_twelve_agencies_to_the_meeting(world, case):
    chair = world.actor("chair", at(14))
    for short in set(TWELVE) - SILENT - {NIL}:
        commands.say_known(answer_of(case, short), knowledge="known", by=person(world, short, at(17)), at=at(17))
    commands.say_not_known(
        answer_of(case, NIL), searched="All names.", confirmed_by="A", by=person(world, NIL, at(17)), at=at(17)
    )
    jobs.remind_agencies(at(19))
    board = queries.board(chair, case, at(19))
    assert board.counts == (
        "12 agencies asked",
        "1 agency answered in full, 1 of them not known",
        "9 agencies with a summary to come",
        "2 agencies without any answer",
    )
    late = {row.agency for row in board.rows if row.late}
    assert late == {f"Agency {short}" for short in LATE}
    assert {row.agency for row in board.rows if row.last_chased} == late
    for short in set(TWELVE) - SILENT - {NIL}:
        send_in(world, case, short, at(20))
    unanswered = queries.board(chair, case, at(21), only_unanswered=True)
    assert {row.agency for row in unanswered.rows} == late
    assert {row.days_waited for row in unanswered.rows} == {5}
    for short in LATE:
        by = person(world, short, at(27))
        commands.say_known(answer_of(case, short), knowledge="limited", by=by, at=at(27))
        send_in(world, case, short, at(27))
    assert queries.board(chair, case, at(27)).counts[1] == "12 agencies answered in full, 1 of them not known"
    merged = queries.merged_key_events(world.actor("member", at(27)), case, at(27))
    assert [row.event for row in merged] == [f"Seen by {short}." for short in TWELVE if short != NIL]
    said = " ".join(f"{row.subject} {row.body} {row.once}" for row in Message.unscoped.all())
    assert not [word for word in (*NAME, ALIAS, ADDRESS, "Child R", case.reference) if word in said]


def test_each_of_the_twelve_sees_only_her_own(world, case):
    for short in TWELVE[:3]:
        her = person(world, short, world.at)
        assert [row.agency for row in queries.board(her, case, world.at).rows] == [f"Agency {short}"]
        assert [row.owed_by for row in queries.asked_of(her, world.at)] == [f"Agency {short}"]
        others = [answer_of(case, other) for other in TWELVE if other != short]
        assert not [row for row in others if queries.one_return(her, case, row.key, world.at)]
