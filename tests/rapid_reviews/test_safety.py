"""Is the child safe now? The agency that holds the child's case reports, until the subgroup closes the question."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cairn.kernel.verdict import Ground
from cairn.partnership.models import Message
from cairn.rapid_reviews import commands, jobs, queries
from cairn.rapid_reviews.models import SafetyQuestion
from tests.rapid_reviews.acting import TODAY, author_of, refusal, scene
from tests.stories import NAME


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def asked(on, **changed):
    facts = {
        "children": [on.child],
        "safe_now": "no",
        "done": "Moved to foster carers.",
        "agency": on.world.agency("TRUST"),
        "interval": 7,
    }
    return commands.ask_safety(on.case, **facts | changed, by=on.by("chair"), at=on.world.at)


def update(on, who="author", at=None, **changed):
    facts = {"safe_now": "yes", "words": "Seen yesterday.", "as_of": TODAY} | changed
    return commands.update_safety(on.question, **facts, by=on.by(who), at=at or on.world.at)


@pytest.mark.parametrize(
    ("changed", "about"),
    [
        ({"children": []}, "children"),
        ({"safe_now": "maybe"}, "safe_now"),
        ({"done": " "}, "done"),
        ({"interval": 0}, "interval"),
        ({"interval": 367}, "interval"),
    ],
)
def test_asking_says_about_whom_how_it_stands_what_was_done_and_how_often(on, changed, about):
    assert [reason.about for reason in refusal(lambda: asked(on, **changed)).reasons] == [about]


def test_only_children_of_this_case_are_asked_about(on, stories):
    other = stories.child(stories.case_at("peopled", label="Child S"))
    assert refusal(lambda: asked(on, children=[other])).sentences == ("Choose children of this case.",)


def test_an_update_moves_the_next_one_on_by_the_interval(on):
    assert on.question.next_due_on == date(2026, 8, 21)
    update(on, at=on.world.at + timedelta(days=2))
    assert SafetyQuestion.unscoped.get(pk=on.question.pk).next_due_on == date(2026, 8, 23)


@pytest.mark.parametrize(
    ("changed", "about"),
    [
        ({"safe_now": ""}, "safe_now"),
        ({"words": ""}, "words"),
        ({"as_of": date(2026, 8, 15)}, "as_of"),
    ],
)
def test_an_update_says_how_it_stands_and_of_which_day(on, changed, about):
    assert [reason.about for reason in refusal(lambda: update(on, **changed)).reasons] == [about]


def test_the_office_records_an_update_with_who_told_it(on):
    assert [reason.about for reason in refusal(lambda: update(on, "officer")).reasons] == ["told_by"]
    assert update(on, "officer", told_by="The team manager").told_by == "The team manager"


def test_a_new_interval_counts_from_the_last_report(on):
    by = on.by("chair")
    commands.change_interval(on.question, interval=14, version=1, by=by, at=on.world.at)
    assert SafetyQuestion.unscoped.get(pk=on.question.pk).next_due_on == date(2026, 8, 28)
    update(on, at=on.world.at + timedelta(days=3))
    stale = refusal(lambda: commands.change_interval(on.question, interval=3, version=1, by=by, at=on.world.at))
    assert stale.rests_on(Ground.STALE)
    commands.change_interval(on.question, interval=3, version=3, by=by, at=on.world.at)
    assert SafetyQuestion.unscoped.get(pk=on.question.pk).next_due_on == date(2026, 8, 20)


def test_the_question_is_closed_with_a_reason_and_then_asks_nothing_more(on):
    by = on.by("chair")
    blank = refusal(lambda: commands.close_safety(on.question, reason="", by=by, at=on.world.at))
    assert blank.reasons[0].about == "reason"
    commands.close_safety(on.question, reason="The subgroup is satisfied.", by=by, at=on.world.at)
    assert refusal(lambda: update(on)).sentences == ("The subgroup has closed this question.",)
    assert queries.safety_due(on.by("chair"), on.world.at) == []
    (row,) = queries.safety_questions(on.by("chair"), on.case, on.world.at)
    assert (row.open, row.closed_reason) == (False, "The subgroup is satisfied.")


@pytest.mark.parametrize(
    ("days", "words", "late"), [(0, "7 days left", False), (7, "due today", False), (8, "1 day late", True)]
)
def test_what_is_due_and_overdue_is_told_to_those_who_watch_and_to_the_agency(on, days, words, late):
    at = on.world.at + timedelta(days=days)
    for who in ("chair", "author", "scrutineer", "member"):
        (row,) = queries.safety_due(on.world.actor(who, at), at)
        assert (row.words, row.late) == (words, late)
        assert row.own is (who in {"author", "member"})
    assert queries.safety_due(on.world.actor("outsider", at), at) == []
    assert queries.safety_due(on.world.actor("conflicted", at), at) == []
    assert queries.safety_due(on.world.actor("comms", at), at) == []


def test_another_agencys_author_sees_nothing_of_it(on):
    author_of(on.world, "POLICE")
    commands.chase_agencies(on.review, requests=[on.silent.request], by=on.by("officer"), at=on.world.at)
    other = on.by("no_second_factor")
    assert queries.safety_questions(other, on.case, on.world.at) == []
    assert queries.safety_question(other, on.case, on.question.key, on.world.at) is None
    assert queries.safety_due(other, on.world.at) == []


def test_the_agency_is_told_each_day_from_the_due_day_on_and_the_notice_names_nobody(on):
    def told(number):
        before = set(Message.unscoped.values_list("pk", flat=True))
        jobs.remind_of_safety(datetime(2026, 8, number, 9, tzinfo=UTC))
        return list(Message.unscoped.exclude(pk__in=before))

    assert told(20) == []
    (notice,) = told(21)
    assert notice.to_address == "trust@coldwater.example"
    assert not [word for word in (*NAME, "Child R") if word in notice.subject + notice.body]
    assert told(21) == []
    assert len(told(22)) == 1


def test_an_agency_without_contact_point_is_not_written_to(on):
    asked(on, agency=on.world.agency("PH"), interval=1)
    before = Message.unscoped.count()
    jobs.remind_of_safety(datetime(2026, 8, 15, 9, tzinfo=UTC))
    assert Message.unscoped.count() == before


def test_the_page_lists_updates_newest_first(on):
    update(on, words="First.")
    update(on, words="Second.", at=on.world.at + timedelta(days=1))
    (row,) = queries.safety_questions(on.by("member"), on.case, on.world.at)
    assert [each.words for each in row.updates] == ["Second.", "First."]
    assert row.children == "Child R"
