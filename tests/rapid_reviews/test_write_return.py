"""A return is written section by section: nothing that was saved is lost, nobody's words overwrite another's."""

import pytest

from cairn.kernel.verdict import Ground
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.engine.questions import GIVEN, NONE, Given, section, sections
from cairn.rapid_reviews.models import KeyEvent, ReturnAnswer
from cairn.rapid_reviews.queries import reading
from tests.rapid_reviews.acting import EVENT, refusal, scene, submit, whole


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


CHILD = section("child")


def save(on, given, version, who="author", each=CHILD):
    return commands.save_answers(on.answer, section=each, given=given, version=version, by=on.by(who), at=on.world.at)


def kept(on, question):
    row = ReturnAnswer.unscoped.get(version=on.fresh().latest, question=question)
    return row.how, row.words, row.revision


def test_what_is_half_written_is_kept_as_it_is(on):
    save(on, {"ethnicity": Given("", "White Brit"), "disability": Given(NONE, "but look")}, 0)
    assert kept(on, "ethnicity") == ("", "White Brit", 1)
    assert kept(on, "disability") == (NONE, "but look", 1)
    assert ReturnAnswer.unscoped.filter(version=on.answer.latest).count() == 2


def test_only_what_changed_is_written_anew(on):
    save(on, {"ethnicity": Given(GIVEN, "White"), "housing": Given(GIVEN, "Moved")}, 0)
    save(on, {"ethnicity": Given(GIVEN, "White British"), "housing": Given(GIVEN, "Moved")}, 2, "sign_off")
    assert kept(on, "ethnicity") == (GIVEN, "White British", 2)
    assert kept(on, "housing") == (GIVEN, "Moved", 1)
    row = ReturnAnswer.unscoped.get(question="ethnicity")
    assert row.saved_by == on.world.user("sign_off")


def test_an_answer_that_is_taken_away_is_blank_again(on):
    save(on, {"ethnicity": Given(GIVEN, "White")}, 0)
    save(on, {}, 1)
    assert kept(on, "ethnicity") == ("", "", 2)


def test_two_of_one_agency_typing_at_once_do_not_overwrite_each_other(on):
    save(on, {"ethnicity": Given(GIVEN, "White")}, 0)
    verdict = refusal(lambda: save(on, {"ethnicity": Given(GIVEN, "Asian")}, 0, "sign_off"))
    assert verdict.rests_on(Ground.STALE)
    assert kept(on, "ethnicity") == (GIVEN, "White", 1)
    save(on, {"search": Given()}, 0, "sign_off", section("search"))


def test_what_is_sent_twice_or_typed_alike_by_two_overwrites_nothing_and_is_not_refused(on):
    save(on, {"ethnicity": Given(GIVEN, "White")}, 0)
    save(on, {"ethnicity": Given(GIVEN, "White ")}, 0, "sign_off")
    assert kept(on, "ethnicity") == (GIVEN, "White", 1)


@pytest.mark.parametrize("given", [Given("maybe"), Given(GIVEN, "x" * 8001)])
def test_what_is_not_on_the_list_or_too_long_is_refused_beside_its_question(on, given):
    verdict = refusal(lambda: save(on, {"ethnicity": given}, 0))
    assert [reason.about for reason in verdict.reasons] == ["ethnicity"]


def test_there_may_be_no_key_events(on):
    events = section("events")
    save(on, {"key_events": Given(NONE)}, 0, each=events)
    assert kept(on, "key_events") == (NONE, "", 1)
    verdict = refusal(lambda: save(on, {"key_events": Given(GIVEN)}, 1, each=events))
    assert verdict.reasons[0].about == "key_events"


def test_a_key_event_keeps_its_date_as_written_and_as_understood(on):
    def add(written):
        row = commands.add_key_event(on.answer, **EVENT | {"written_date": written}, by=on.by("author"), at=on.world.at)
        return str(row.earliest), str(row.latest), row.written_date

    assert add("2/5/2025") == ("2025-05-02", "2025-05-02", "2/5/2025")
    assert add("spring 2019") == ("2019-03-01", "2019-05-31", "spring 2019")
    assert add("about Easter") == ("None", "None", "about Easter")


def test_key_events_stand_by_date_and_what_cannot_be_dated_comes_last(on):
    by = on.by("author")
    for written in ("about Easter", "2/5/2025", "2019"):
        commands.add_key_event(on.answer, **EVENT | {"written_date": written}, by=by, at=on.world.at)
    draft = reading.draft(on.fresh(), "events")
    assert [row.when for row in draft.events] == ["2019", "March 2024", "2/5/2025", "about Easter"]
    assert [row.unread_date for row in draft.events] == [False, False, False, True]


@pytest.mark.parametrize(
    ("changed", "about"),
    [
        ({"written_date": ""}, "written_date"),
        ({"event": ""}, "event"),
        ({"source": " "}, "source"),
        ({"written_date": "x" * 81}, "written_date"),
        ({"source": "x" * 201}, "source"),
    ],
)
def test_a_key_event_has_a_date_an_event_and_a_source(on, changed, about):
    by = on.by("author")
    verdict = refusal(lambda: commands.add_key_event(on.answer, **EVENT | changed, by=by, at=on.world.at))
    assert [reason.about for reason in verdict.reasons] == [about]


def test_a_key_event_is_changed_once_for_each_reading_of_it_and_removed(on):
    by, row = on.by("author"), on.event()
    commands.change_key_event(row, **EVENT, version=1, by=by, at=on.world.at)
    stale = refusal(lambda: commands.change_key_event(row, **EVENT, version=1, by=by, at=on.world.at))
    assert stale.rests_on(Ground.STALE)
    commands.remove_key_event(row, by=by, at=on.world.at)
    assert KeyEvent.unscoped.get(pk=row.pk).removed_at == on.world.at
    gone = refusal(lambda: commands.remove_key_event(row, by=by, at=on.world.at))
    assert gone.sentences == ("This event is not in the version that is being written.",)
    assert reading.draft(on.fresh(), "events").events == ()


def test_what_was_sent_in_is_not_changed(on):
    submit(on)
    for act in (
        lambda: save(on, {}, 0),
        lambda: commands.add_key_event(on.answer, **EVENT, by=on.by("author"), at=on.world.at),
        lambda: commands.change_key_event(on.event(), **EVENT, version=1, by=on.by("author"), at=on.world.at),
    ):
        assert "This return cannot be changed now." in refusal(act).sentences[0]


def test_progress_says_what_is_left_in_each_section(on):
    for each in sections()[:2]:
        save(on, whole(each), 0, each=each)
    save(on, {"ethnicity": Given(GIVEN, "White")}, 0)
    rows = {row.id: (row.state, row.left) for row in reading.progress(on.fresh().latest)}
    assert rows["search"] == ("Done", 0)
    assert rows["events"] == ("Done", 0)
    assert rows["child"] == ("Begun", 6)
    assert rows["family"] == ("Not begun", 3)
