"""A draft that nobody will send is set aside: what stood before it stands again, and its number is not used twice."""

import pytest

from cairn.chronology import commands
from cairn.documents import queries as documents
from tests.chronology.acting import TRUST, scene, sent, signed, taken
from tests.rapid_reviews.acting import refusal


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def aside(on, draft):
    return commands.set_draft_aside(on.asked(), version=draft.revision, by=on.by("author"), at=on.at)


def test_a_file_read_in_by_mistake_leaves_nothing_behind_and_the_agency_may_answer_otherwise(on):
    draft = aside(on, taken(on))
    assert (on.asked().state, draft.number) == ("asked", 1)
    nil = {"searched": "All records.", "confirmed_by": "Director"}
    commands.say_nothing_to_tell(on.asked(), **nil, by=on.by("author"), at=on.at)
    assert on.asked().state == "nil"


def test_a_correction_that_is_not_needed_leaves_the_signed_version_as_it_was(on):
    signed(on)
    correction = commands.correct_chronology(on.asked(), why="A day.", by=on.by("author"), at=on.at)
    aside(on, correction)
    assert on.asked().state == "signed"
    again = taken(on, TRUST, why="Another day.", version=1)
    assert again.number == 3


def test_it_is_refused_where_nothing_is_drafted_and_where_the_draft_was_changed_meanwhile(on):
    nothing = refusal(lambda: commands.set_draft_aside(on.asked(), version=1, by=on.by("author"), at=on.at))
    assert nothing.sentences == ("No chronology is being put right now. Read in a file, or begin a correction.",)
    draft = taken(on)
    draft.revision -= 1
    assert "while you were typing" in refusal(lambda: aside(on, draft)).sentences[0]


def test_the_file_of_a_draft_is_there_for_its_agency_and_the_office_until_it_is_sent(on):
    taken(on)

    def sees(who):
        return [row.purpose for row in documents.files(on.by(who), on.case, on.at) if row.purpose == "chronology"]

    assert (sees("author"), sees("officer")) == (["chronology"], ["chronology"])
    assert (sees("chair"), sees("reviewer")) == ([], [])
    sent(on)
    assert (len(sees("chair")), len(sees("reviewer"))) == (1, 1)
