"""The whole chronology is released to people of the case by name: what is signed off, until a moment."""

from datetime import timedelta

import pytest

from cairn.cases import commands as cases
from cairn.cases.models import Clock, Duty, Released
from cairn.cases.policy import rights
from cairn.chronology import commands, policy
from cairn.chronology.queries.combined import entry_texts, versions_shown
from tests.chronology.acting import POLICE, TRUST, scene, sent, signed, taken
from tests.chronology.test_ask_for_chronologies import ask
from tests.refused import recorded, refused

SECOND = timedelta(seconds=1)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def reads(on, who, at=None):
    moment = at or on.at
    return entry_texts(rights(on.by(who, moment), on.case, moment), on.case).count()


def release(on, who="panel_member", at=None, **facts):
    moment = at or on.at
    facts = {"to": on.world.user(who), "reason": "For the panel.", "ends_at": moment + timedelta(days=30), **facts}
    return commands.release_chronology(on.chronology, **facts, by=on.by("officer", moment), at=moment)


def recall(on, given, reason="The panel has changed.", at=None, who="officer"):
    moment = at or on.at
    return commands.recall_chronology(given, reason=reason, by=on.by(who, moment), at=moment)


NOTHING = "No agency has signed off its chronology yet, so there is nothing to release."


def test_nothing_is_released_before_an_agency_has_signed_off(on):
    with refused(NOTHING):
        release(on)
    sent(on)
    with refused(NOTHING):
        release(on)
    signed(on, POLICE, "POLICE", "officer")
    with recorded("release_chronology"):
        given = release(on)
    assert (given.action, given.reason, given.released_by.name) == ("read_chronology", "For the panel.", "Olu Office")


@pytest.mark.parametrize(
    ("who", "name"),
    [("outsider", "Otto Side"), ("comms", "Com Muniqué"), ("conflicted", "Con Flict"), ("ex_reviewer", "Rex Gone")],
)
def test_it_is_released_to_nobody_who_could_not_read_it_on_this_case(on, who, name):
    signed(on)
    with refused(f"{name} cannot see this case in a role that may read it. Give access first."):
        release(on, who)


def test_a_release_says_why_ends_later_and_is_made_once(on):
    signed(on)
    with refused("Say why it is released."):
        release(on, reason=" ")
    for ends_at in (on.at, on.at - SECOND):
        with refused("Choose a day that is still to come."):
            release(on, ends_at=ends_at)
    release(on)
    with refused("It is released to Pam Panel already."):
        release(on)
    assert Released.unscoped.count() == 1


def test_a_release_ends_to_the_second_and_can_then_be_made_again(on):
    signed(on)
    ends_at = on.at + timedelta(days=1)
    release(on, ends_at=ends_at)
    assert [reads(on, "panel_member", at) for at in (on.at, ends_at - SECOND, ends_at)] == [3, 3, 0]
    release(on, at=ends_at)
    assert reads(on, "panel_member", ends_at) == 3


def test_a_recall_says_why_and_ends_it_at_once(on):
    signed(on)
    given = release(on)
    with refused("Say why it is recalled."):
        recall(on, given, " ")
    later = on.at + timedelta(hours=1)
    with recorded("recall_chronology"):
        over = recall(on, given, at=later)
    assert (over.ends_at, over.recalled_by.name, over.recall_reason) == (later, "Olu Office", "The panel has changed.")
    assert [reads(on, "panel_member", at) for at in (later - SECOND, later)] == [3, 0]
    with refused("This release is over already."):
        recall(on, given, at=later)


def test_what_else_was_released_is_not_recalled_as_the_chronology(on):
    signed(on)
    given = release(on)
    other = Released.unscoped.create(
        case=on.case,
        user=given.user,
        action="read_findings",
        reason="Another paper.",
        released_by=given.released_by,
        starts_at=given.starts_at,
        ends_at=given.ends_at,
    )
    with refused("It is not the chronology that was released here."):
        recall(on, other)
    other.refresh_from_db()
    assert other.recalled_by is None


def test_what_else_was_released_opens_no_chronology(on):
    signed(on)
    facts = {"action": "read_findings", "reason": "Another paper.", "released_by": on.world.user("officer")}
    moments = {"starts_at": on.at, "ends_at": on.at + timedelta(days=1)}
    Released.unscoped.create(case=on.case, user=on.world.user("panel_member"), **facts, **moments)
    assert reads(on, "panel_member") == 0


def test_a_conflict_beats_a_release(on):
    signed(on)
    release(on)
    panel = on.world.user("panel_member")
    cases.declare_conflict(on.case, person=panel, nature="Her own ward.", by=on.by("chair"), at=on.at)
    assert reads(on, "panel_member") == 0


def test_a_release_ends_with_the_access_to_the_case(on):
    signed(on)
    release(on)
    gone = on.at + timedelta(days=90)
    assert not rights(on.by("panel_member", gone), on.case, gone).open
    assert reads(on, "panel_member", gone) == 0


def test_a_reader_by_release_sees_what_is_signed_off_and_those_who_gather_what_is_sent_in(on):
    signed(on)
    sent(on, POLICE, "POLICE", "officer")
    taken(on, TRUST, "SCHOOLS", "officer")
    release(on)
    shown = {who: reads(on, who) for who in ("panel_member", "chair", "reviewer", "officer", "author", "member")}
    assert shown == {"panel_member": 3, "chair": 5, "reviewer": 5, "officer": 5, "author": 0, "member": 0}


def test_a_correction_takes_the_place_of_what_was_signed_off_once_it_is_signed_off_too(on):
    signed(on)
    release(on)
    sent(on, TRUST[1:], why="One row was another child's.")
    assert (reads(on, "panel_member"), reads(on, "chair")) == (3, 2)
    commands.sign_chronology(on.asked(), version=2, by=on.by("sign_off"), at=on.at)
    assert reads(on, "panel_member") == 2


def test_an_author_to_whom_it_is_released_reads_all_agencies_and_changes_nothing_of_theirs(on):
    signed(on)
    signed(on, POLICE, "POLICE", "officer")
    release(on, "author")
    assert reads(on, "author") == 5
    held = rights(on.by("author"), on.case, on.at)
    assert not policy.reads_before_sign_off(held)
    assert not policy.verdict(held, "correct_chronology", on.asked("POLICE"))


def test_the_versions_are_in_the_order_of_their_agencies_and_none_is_shown_of_another_case(on, world):
    signed(on, POLICE, "POLICE", "officer")
    signed(on)
    held = rights(on.by("chair"), on.case, on.at)
    shown = versions_shown(held, on.case)
    assert [version.agency.short_name for version in shown] == ["TRUST", "POLICE"]
    assert entry_texts(held, on.case, shown[:1]).count() == 3
    other = cases.open_case(
        kind="serious_incident",
        label="Child T",
        known_on=on.at.date(),
        told_by="A nurse",
        by=on.by("officer"),
        at=on.at,
    )
    assert versions_shown(held, other) == []
    assert list(entry_texts(rights(world.actor("outsider"), on.case, on.at), on.case)) == []


def drafts_seen(on):
    who = ("officer", "author", "panel_member", "chair", "reviewer", "member_education", "no_second_factor", "outsider")
    return {one for one in who if policy.reads_drafts(rights(on.by(one), on.case, on.at), on.asked())}


def test_a_draft_is_seen_by_its_agencys_people_on_the_case_and_by_the_office(on):
    taken(on)
    assert drafts_seen(on) == {"officer", "author", "panel_member"}
    author = on.world.user("author")
    cases.declare_conflict(on.case, person=author, nature="Her own family.", by=on.by("chair"), at=on.at)
    assert drafts_seen(on) == {"officer", "panel_member"}


def test_nobody_of_the_agency_sees_its_draft_in_a_role_that_reads_no_chronology_or_outside_the_case(on):
    ask(on, "CSC")
    taken(on, TRUST, "CSC", "officer")
    taken(on, POLICE, "POLICE", "officer")
    for who, short in (("comms", "CSC"), ("partner_council", "CSC"), ("conflicted", "POLICE")):
        assert not policy.reads_drafts(rights(on.by(who), on.case, on.at), on.asked(short))


def test_a_release_can_be_recalled_though_the_case_is_closed(on):
    signed(on)
    given = release(on)
    by = on.by("business_manager")
    for clock in Clock.unscoped.filter(case=on.case):
        cases.meet_clock(clock, met_on=on.at.date(), evidence="The receipt.", by=by, at=on.at)
    for duty in Duty.unscoped.filter(case=on.case):
        cases.do_duty(duty, done_on=on.at.date(), by=by, at=on.at)
    cases.close_case(on.case, reason="Nothing left.", by=by, at=on.at)
    with refused("This case is closed. It can be read but not changed."):
        release(on, "member")
    assert reads(on, "panel_member") == 3
    with refused("Your role may not ask agencies for chronologies, and release the whole."):
        recall(on, given, who="chair")
    recall(on, given)
    assert reads(on, "panel_member") == 0
