"""What was not notified stays in view until somebody closes it, or it is decided anew."""

from datetime import date, timedelta

import pytest

from cairn.cases.models import Clock, Decision
from cairn.incidents import commands, queries
from cairn.incidents.models import Account, Watch
from cairn.incidents.states import WatchState, watch_state
from cairn.kernel.verdict import Ground, Refused
from tests.cases.deciding import decide
from tests.incidents.furnished import AHEAD, TODAY, begun, not_notified
from tests.refused import refused

NOTIFY = "notify_serious_incident"


@pytest.fixture
def on(world, stories):
    return not_notified(world, stories)


def watch(world, decision, **changes):
    facts = {"events": ["toxicology"], "look_again_on": AHEAD, **changes}
    return commands.watch_case(decision, **facts, by=world.actor("officer"), at=world.at)


def act(on, name, **facts):
    return getattr(commands, name)(on.watch, **facts, by=on.world.actor("officer"), at=on.world.at)


def test_the_clock_of_notifying_is_no_longer_owed_by_the_decision(on):
    clock = Clock.unscoped.get(case=on.case, duty=NOTIFY)
    assert (clock.ended_on, clock.state.value) == (on.decision.decided_on, "no_longer_owed")
    assert clock.finding == f"Decided not to notify: {on.decision.reasons}"


def test_it_stays_on_the_home_page_of_those_who_may_read_it_until_it_is_closed(world, on):
    row = queries.watched(world.actor("chair"), world.at)[0]
    assert (row.reference, row.label, row.events) == (on.case.reference, "Child R", "Toxicology")
    assert (row.look_again_on, row.due) == (AHEAD, False)
    assert queries.watched(world.actor("chair"), world.at + timedelta(days=31))[0].due
    for who in ("outsider", "conflicted", "ex_reviewer", "administrator", "comms", "author"):
        assert queries.watched(world.actor(who), world.at) == []
    act(on, "close_watch", finding="Nothing found.", found_on=TODAY)
    assert queries.watched(world.actor("chair"), world.at) == []


def test_looking_and_waiting_longer_keeps_what_was_found(on):
    later = act(on, "renew_watch", finding="Not back yet.", look_again_on=AHEAD + timedelta(7))
    on.watch.refresh_from_db()
    assert (on.watch.state, on.watch.finding, on.watch.renewed_by) == (WatchState.RENEWED, "Not back yet.", later)
    assert (later.state, later.events, later.look_again_on) == (
        WatchState.WATCHED,
        ["toxicology"],
        AHEAD + timedelta(7),
    )


def test_reopening_counts_five_days_from_the_finding(on):
    row = act(on, "reopen", finding="Opiates were found.", found_on=TODAY)
    clock = Clock.unscoped.get(case=on.case, duty=NOTIFY, ended_on=None)
    assert row.state is WatchState.REOPENED
    assert (clock.trigger_on, clock.due_on, clock.trigger_source) == (
        TODAY,
        date(2026, 8, 21),
        "Reopened: Opiates were found.",
    )


def test_reopening_starts_no_second_clock_and_none_where_there_is_no_rule(world, on):
    act(on, "reopen", finding="Opiates.", found_on=TODAY)
    again = watch_again(world, on)
    commands.reopen(again, finding="More.", found_on=TODAY, by=world.actor("officer"), at=world.at)
    assert Clock.unscoped.filter(case=on.case, duty=NOTIFY, ended_on=None).count() == 1


def watch_again(world, on):
    """A further decision not to notify, watched without touching the clock that runs."""
    by, at = world.actor("officer"), world.at
    old = Decision.unscoped.get(case=on.case, kind="notify")
    decision = decide(world, on.case, "notify", "not_notify", instead_of=old.key)
    row = commands.watch_case(decision, events=["disclosure"], look_again_on=AHEAD, by=by, at=at)
    Clock.unscoped.filter(case=on.case, duty=NOTIFY).order_by("-id")[:1].get()
    last = Clock.unscoped.filter(case=on.case, duty=NOTIFY).order_by("id").last()
    Clock.unscoped.filter(pk=last.pk).update(ended_on=None, ended_by=None, ended_at=None, finding="")
    return row


def test_an_old_finding_from_before_any_rule_starts_no_clock(world, on):
    old = date(2005, 1, 3)
    Decision.unscoped.filter(pk=on.decision.pk).update(decided_on=old)
    act(on, "reopen", finding="From the file.", found_on=old)
    assert not Clock.unscoped.filter(case=on.case, duty=NOTIFY, ended_on=None).exists()


@pytest.mark.parametrize("name", ["renew_watch", "close_watch", "reopen"])
def test_what_has_ended_is_not_acted_upon(on, name):
    act(on, "close_watch", finding="Nothing.", found_on=TODAY)
    facts = {"look_again_on": AHEAD} if name == "renew_watch" else {"found_on": TODAY}
    with refused("This is no longer watched.", ground=Ground.STATE):
        act(on, name, finding="X.", **facts)


def test_only_a_standing_decision_not_to_notify_is_watched_and_once(world, stories):
    on = begun(world, stories)
    sentence = "Only a standing decision not to notify is watched."
    serious = decide(world, on.case)
    with refused(sentence):
        watch(world, serious)
    yes = decide(world, on.case, "notify", "notify")
    with refused(sentence):
        watch(world, yes)
    no = decide(world, on.case, "notify", "not_notify", instead_of=yes.key)
    with refused(sentence):
        watch(world, Decision.unscoped.get(pk=yes.pk))
    watch(world, no)
    with refused("This case is watched already."):
        watch(world, no)


@pytest.mark.parametrize(
    ("changes", "about", "sentence"),
    [
        ({"events": []}, "events", "Choose what would reopen it."),
        ({"events": ["magic"]}, "events", "Choose from the list."),
        ({"events": ["other"]}, "other_event", "Say what else."),
        ({"look_again_on": TODAY}, "look_again_on", "The day to look again lies ahead."),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, stories, changes, about, sentence):
    on = begun(world, stories)
    decision = decide(world, on.case, "notify", "not_notify")
    with pytest.raises(Refused) as refusal:
        watch(world, decision, **changes)
    assert [(reason.about, reason.sentence) for reason in refusal.value.verdict.reasons] == [(about, sentence)]
    assert Clock.unscoped.get(case=on.case).ended_on is None


@pytest.mark.parametrize(
    ("name", "facts", "about"),
    [
        ("renew_watch", {"finding": "", "look_again_on": AHEAD}, "finding"),
        ("renew_watch", {"finding": "X", "look_again_on": TODAY}, "look_again_on"),
        ("close_watch", {"finding": " ", "found_on": TODAY}, "finding"),
        ("close_watch", {"finding": "X", "found_on": date(2026, 8, 15)}, "found_on"),
        ("reopen", {"finding": "X", "found_on": date(2026, 8, 13)}, "found_on"),
    ],
)
def test_what_was_found_is_said_with_its_day(on, name, facts, about):
    with pytest.raises(Refused) as refusal:
        act(on, name, **facts)
    assert [reason.about for reason in refusal.value.verdict.reasons] == [about]


def test_something_else_is_said_in_words(world, stories):
    on = begun(world, stories)
    row = watch(
        world, decide(world, on.case, "notify", "not_notify"), events=["other", "disclosure"], other_event=" A trial. "
    )
    assert queries.events_words(row) == "Something the child or somebody else says, A trial."
    assert queries.one_watch(world.actor("chair"), on.case, row.key, world.at) == row
    assert queries.one_watch(world.actor("comms"), on.case, row.key, world.at) is None


def test_how_a_watch_stands_follows_from_its_facts(world, on):
    assert watch_state(ended=False, renewed=False, reopened=False).label == "Watched"
    assert watch_state(ended=True, renewed=True, reopened=False).label == "Looked at; watched further"
    assert watch_state(ended=True, renewed=False, reopened=False).label == "No longer watched"
    assert watch_state(ended=True, renewed=False, reopened=True).label == "Reopened, to be decided anew"
    facts = queries.rail_facts(world.actor("officer"), on.case, world.at)
    assert facts == queries.RailFacts(withdrawn_on=None, watched_until=AHEAD)
    assert (Account.unscoped.count(), Watch.unscoped.count()) == (1, 1)
