"""Whoever owes an action says how far it has come and when it is done; another verifies it, or sends it back."""

from datetime import timedelta

import pytest

from cairn.actions import commands, queries
from cairn.actions.models import Progress, SaidDone
from cairn.actions.states import ACTION, ActionState, action_state
from cairn.kernel.verdict import Ground
from tests.actions.acting import TODAY, say_done, set_action, verify
from tests.refused import refused

NOT_OPEN = "This action is not open: it was said to be done, verified or dropped."
NOT_SAID = "Nobody says that this action is done, or it was answered already."
OWN = "You may do this for your own agency only."


@pytest.fixture
def action(world, stories):
    return set_action(world, stories.case_at("shared"))


def report(world, action, who="author", words="Drafted."):
    return commands.report_progress(action, words=words, by=world.actor(who), at=world.at)


def send_back(world, action, who="chair", reason="Which teams have read it?"):
    return commands.send_action_back(action, reason=reason, by=world.actor(who), at=world.at)


@pytest.mark.parametrize("who", ["author", "sign_off", "member", "panel_member", "officer", "business_manager"])
def test_the_agency_that_owes_it_reports_and_so_does_the_office(world, action, who):
    assert report(world, action, who).said_by == world.user(who)
    assert say_done(world, action, who).said_by == world.user(who)


@pytest.mark.parametrize("who", ["member_education", "deputy", "partner_council", "linked_member"])
def test_another_agency_does_not(world, action, who):
    for act in (report, say_done):
        with refused(OWN, ground=Ground.ROLE):
            act(world, action, who)


@pytest.mark.parametrize("who", ["chair", "scrutineer", "legal", "reviewer", "comms"])
def test_nor_does_anybody_whose_role_only_reads_or_verifies(world, action, who):
    with refused("Your role may not report progress on an action.", ground=Ground.ROLE):
        report(world, action, who)


def test_progress_says_something_and_the_day_it_was_done_has_come(world, action):
    with refused("Say how far it has come."):
        report(world, action, words=" ")
    with refused("The day it was done cannot be in the future.", "Say what shows that it was done."):
        say_done(world, action, on=TODAY + timedelta(1), evidence="")


@pytest.mark.parametrize("who", ["chair", "business_manager"])
def test_another_person_verifies_what_she_has_seen(world, action, who):
    say_done(world, action)
    said = verify(world, action, who)
    assert (said.verified_by, said.verified_on, action.state) == (world.user(who), TODAY, ActionState.VERIFIED)
    for again in (verify, send_back):
        with refused(NOT_SAID, ground=Ground.STATE):
            again(world, action)


@pytest.mark.parametrize("who", ["officer", "member", "author", "partner_health", "scrutineer"])
def test_nobody_else_verifies(world, action, who):
    say_done(world, action, "sign_off")
    for act in (verify, send_back):
        with refused("Your role may not verify that an action is done.", ground=Ground.ROLE):
            act(world, action, who)


def test_nobody_verifies_her_own_word(world, action):
    say_done(world, action, "business_manager")
    with refused("You said yourself that it is done. Somebody else verifies it.", ground=Ground.ROLE):
        verify(world, action, "business_manager")
    assert send_back(world, action, "business_manager").sent_back_by == world.user("business_manager")


def test_what_was_not_shown_goes_back_and_every_word_stays(world, action):
    say_done(world, action)
    with refused("Say what is missing."):
        send_back(world, action, reason="")
    with refused("Say what you saw of it."):
        verify(world, action, words=" ")
    send_back(world, action)
    assert action.state is ActionState.OPEN
    report(world, action)
    say_done(world, action, "sign_off", evidence="The list of teams.")
    verify(world, action)
    assert SaidDone.unscoped.count() == 2
    found = queries.action(world.actor("chair"), action.case, action.key, world.at)
    assert sorted(said.did for said in queries.said_of(found)) == [
        "Progress",
        "Said it is done",
        "Said it is done",
        "Sent back",
        "Verified",
    ]


def test_nothing_is_said_of_an_action_that_is_not_open_or_not_said_to_be_done(world, action):
    for act in (verify, send_back):
        with refused(NOT_SAID):
            act(world, action)
    say_done(world, action)
    for act in (report, say_done):
        with refused(NOT_OPEN):
            act(world, action)
    assert not Progress.unscoped.exists()


def test_the_state_follows_from_the_facts():
    assert action_state(dropped=True, said_done=False, verified=False).label == "Dropped"
    assert action_state(dropped=False, said_done=True, verified=True).label == "Verified"
    assert action_state(dropped=False, said_done=True, verified=False).label == "Said to be done"
    assert action_state(dropped=False, said_done=False, verified=False).label == "To do"
    assert {move.name for move in ACTION.leaving(ActionState.SAID_DONE)} == {"verify_action", "send_action_back"}
