"""What a meeting takes, and what is laid before it."""

import pytest

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.documents import commands as documents
from cairn.documents.engine.taking import made
from cairn.kernel.verdict import Ground
from cairn.meetings import commands
from tests.meetings.acting import call, hold, put, standing
from tests.refused import refused

NO_ROLE = "Your role may not call a meeting, bind its papers and keep its minutes."
NOT_OPEN = "This case is not open to you."


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def meeting(world, case):
    return call(world)


def off(world, item, who="officer"):
    return commands.take_off_agenda(item, by=world.actor(who), at=world.at)


def lay(world, item, *, who="officer", **told):
    facts = {"title": "The summary", "words": "Words.", **told}
    return commands.put_paper(item, **facts, by=world.actor(who), at=world.at)


def test_a_case_and_other_business_are_put_on(world, meeting, case):
    item, other = put(world, meeting, case), put(world, meeting, title="Terms of the group")
    assert (item.part, item.case, other.part, other.case) == ("case", case, "other", None)
    events = Event.unscoped.filter(verb="put_on_agenda").order_by("seq")
    assert [event.case_key for event in events] == [case.key, ""]
    assert str(item) == item.key
    with refused("This case is on the agenda already.", ground=Ground.STATE):
        put(world, meeting, case)
    with refused("Say what the item is, naming nobody."):
        put(world, meeting, title=" ")


def test_only_the_office_does_and_only_with_a_case_that_is_open_to_her(world, meeting, case):
    for who in ("chair", "member", "legal"):
        with refused(NO_ROLE, ground=Ground.ROLE):
            put(world, meeting, case, who=who)
    manager = world.actor("business_manager")
    cases.declare_conflict(case, person=world.user("officer"), nature="A relative.", by=manager, at=world.at)
    with refused(NOT_OPEN, ground=Ground.ROLE):
        put(world, meeting, case)
    item = put(world, meeting, case, who="business_manager")
    for act in (off, lay):
        with refused(NOT_OPEN, ground=Ground.ROLE):
            act(world, item)


def test_an_item_is_taken_off_while_the_meeting_is_planned_but_not_what_stands_on_every_agenda(world, meeting, case):
    item = put(world, meeting, case)
    with refused("This stands on the agenda of every meeting."):
        off(world, standing(meeting))
    with refused(NO_ROLE):
        off(world, item, "chair")
    off(world, item)
    with refused("This item was taken off the agenda."):
        off(world, item)
    with refused("This item was taken off the agenda."):
        lay(world, item)
    again = put(world, meeting, case)
    hold(world, meeting)
    with refused("This meeting was held or cancelled.", ground=Ground.STATE):
        off(world, again)


def test_words_or_a_document_of_the_same_case_are_laid_before_an_item(world, meeting, case):
    item, officer = put(world, meeting, case), world.actor("officer")

    def file(of, read_action):
        upload = made("notes.txt", b"What was seen.")
        return documents.put_file(
            of, upload=upload, purpose="meeting_paper", read_action=read_action, by=officer, at=world.at
        )

    shared, kept = file(case, "read_meeting"), file(case, "read_files")
    paper = lay(world, item, words="", file=shared)
    assert (paper.file, paper.words, paper.case_key) == (shared, "", case.key)
    assert lay(world, item).words == "Words."
    for told in ({"words": ""}, {"file": shared}):
        with refused("Write the paper, or choose one."):
            lay(world, item, **told)
    with refused("Enter a title that names nobody."):
        lay(world, item, title="")
    with refused("Choose a document that was put there for whoever reads the papers of meetings."):
        lay(world, item, words="", file=kept)
    other = put(world, meeting, title="Training")
    with refused("Choose a document of the case this item is about."):
        lay(world, other, words="", file=shared)
    with refused(NO_ROLE):
        lay(world, item, who="chair")
