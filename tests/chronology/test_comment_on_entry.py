"""Comments on entries: who makes them, whose words they are, and what becomes of them when a row is corrected."""

import pytest

from cairn.audit.models import Event
from cairn.chronology import commands
from cairn.chronology.models import EntryComment
from cairn.kernel.verdict import Ground
from tests.chronology.acting import POLICE, TRUST, released, scene, sent, signed
from tests.chronology.pages import PLANTED, absent, entry, telling, text, two_cases, url
from tests.rapid_reviews.acting import refusal, tried
from tests.world import EVERYBODY

WORDS = "Was the letter answered?"
COMMENTS = {"business_manager", "officer", "chair", "reviewer"}


@pytest.fixture
def on(world, stories):
    two_cases(stories)
    found = scene(world, stories)
    signed(found)
    return found


def said(on, who="chair", words=WORDS, place=1, **more):
    facts = {"read": telling(on, place), "words": words, **more}
    return commands.comment_on_entry(entry(on, place), **facts, by=on.by(who), at=on.at)


def comment(_on, by, at):
    return commands.comment_on_entry(entry(_on), read=telling(_on), words=WORDS, by=by, at=at)


def page(on, who, place=1):
    return text(on.world.client(who).get(url(on, "chronology_entry", entry(on, place).key)))


def test_those_who_gather_and_those_it_is_released_to_comment_and_nobody_else(world, on):
    def may():
        verdicts = {who: tried(comment, on, world.actor(who), on.at) for who in EVERYBODY}
        assert all(each.rests_on(Ground.ROLE) for each in verdicts.values() if not each)
        return {who for who, verdict in verdicts.items() if verdict}

    assert may() == COMMENTS
    for who in ("panel_member", "member", "legal"):
        released(on, who)
    assert may() == COMMENTS | {"panel_member", "member"}  # a legal adviser reads, and does not comment


def test_a_comment_leaves_one_event_and_stands_beside_the_entry_with_who_and_when(on):
    made = said(on)
    assert [event.object_key for event in Event.unscoped.filter(verb="comment_on_entry", verdict="done")] == [made.key]
    shown = page(on, "reviewer")
    assert WORDS in shown
    assert "Clare Chair, 14 August 2026" in shown
    assert "as it stood" not in shown
    assert "Withdraw" not in shown
    assert WORDS not in page(on, "reviewer", 2)


def test_an_empty_comment_and_one_sent_twice_are_refused(on):
    assert refusal(lambda: said(on, words="  ")).sentences == ("Write your comment.",)
    said(on)
    assert refusal(lambda: said(on)).sentences == ("You have made this comment already.",)
    said(on, "reviewer")
    assert EntryComment.unscoped.count() == 2


def test_a_comment_is_of_a_row_that_tells_the_entry_and_that_she_may_read(on):
    other = refusal(lambda: said(on, read=telling(on, 2)))
    assert other.sentences == ("This row is not in what you may read of the chronology.",)
    assert other.rests_on(Ground.ROLE)


def test_a_corrected_row_keeps_its_comments_and_says_on_which_version_they_were_made(on):
    said(on)
    said(on, place=2, words="And this?")
    signed(on, (TRUST[0], ("4 April 2025", *TRUST[1][1:]), TRUST[2]), why="The day was wrong.")
    assert "as it stood" not in page(on, "chair", 1)
    assert "made on the row as it stood in version 1" in page(on, "chair", 2)


def test_a_comment_on_a_version_that_is_not_signed_is_not_there_for_whom_the_whole_is_released_to(on):
    released(on)
    sent(on, (("4 March 2025", *TRUST[0][1:]), *TRUST[1:]), why="The day was wrong.")
    said(on)
    assert WORDS in page(on, "reviewer")
    assert WORDS not in page(on, "panel_member")


def test_she_withdraws_her_own_comment_and_that_she_did_stays(on):
    made = said(on)
    stranger = refusal(lambda: commands.withdraw_comment(made, by=on.by("officer"), at=on.at))
    assert stranger.sentences == ("A comment is withdrawn by the person who made it.",)
    assert stranger.rests_on(Ground.ROLE)
    commands.withdraw_comment(made, by=on.by("chair"), at=on.at)
    shown = page(on, "reviewer")
    assert WORDS not in shown
    assert "Clare Chair made a comment on 14 August 2026, and withdrew it on 14 August 2026." in shown
    twice = refusal(lambda: commands.withdraw_comment(made, by=on.by("chair"), at=on.at))
    assert twice.sentences == ("This comment is withdrawn already.",)
    said(on)  # and she may say it anew


def test_the_page_takes_a_comment_and_keeps_what_was_typed_when_it_refuses(world, on):
    client, here = world.client("chair"), url(on, "chronology_comment", entry(on).key)
    form = text(client.get(here))
    assert "Comment on an entry" in form
    assert "3 March 2025" in form
    given = client.post(here, {"words": WORDS, "read": 1})
    assert given["Location"] == url(on, "chronology_entry", entry(on).key)
    again = text(client.post(here, {"words": WORDS, "read": 1}), 409)
    assert again.count(WORDS) == 1
    assert "You have made this comment already." in again
    assert "Write your comment." in text(client.post(here, {"words": ""}), 400)
    (made,) = EntryComment.unscoped.all()
    gone = url(on, "chronology_withdraw", made.key)
    assert "A comment is withdrawn by the person who made it." in text(world.client("officer").get(gone))
    assert client.post(gone)["Location"] == url(on, "chronology_entry", entry(on).key)


def test_a_comment_typed_while_the_row_was_corrected_stands_on_what_she_read(world, on):
    signed(on, (("4 March 2025", *TRUST[0][1:]), *TRUST[1:]), why="The day was wrong.")
    world.client("chair").post(url(on, "chronology_comment", entry(on).key), {"words": WORDS, "read": 1})
    assert "made on the row as it stood in version 1" in page(on, "officer")
    world.client("officer").post(url(on, "chronology_comment", entry(on).key), {"words": "Now."})
    assert page(on, "officer").count("as it stood") == 1


def test_nobody_finds_the_pages_who_may_not_read_the_entry(world, on):
    made = said(on)
    addresses = (url(on, "chronology_comment", entry(on).key), url(on, "chronology_withdraw", made.key))
    for who in ("panel_member", "conflicted", "outsider", "author"):
        assert absent(world.client(who), *addresses), who


def test_names_in_a_comment_are_labels_for_those_who_read_no_names(world, on):
    said(on, words=f"Ask {PLANTED[1]} {PLANTED[0]} of {PLANTED[3]}, called {PLANTED[2]}.")
    shown = page(on, "reviewer")
    assert [name for name in PLANTED if name in shown] == []
    assert "Ask Child R of Home A, called Child R." in shown
    form = text(world.client("reviewer").get(url(on, "chronology_comment", entry(on).key)))
    assert [name for name in PLANTED if name in form] == []


def test_a_comment_on_an_entry_of_another_case_is_not_in_this_one(world, stories, on):
    other = scene(world, stories, "Child S")
    signed(other, POLICE, "POLICE", "officer")
    theirs = commands.comment_on_entry(
        entry(other, short="POLICE"), read=telling(other, short="POLICE"), words=WORDS, by=on.by("chair"), at=on.at
    )
    assert absent(world.client("chair"), url(on, "chronology_withdraw", theirs.key))
