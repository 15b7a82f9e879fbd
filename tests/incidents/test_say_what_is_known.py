"""What is known of an incident is completed and put right, part by part, and nothing is lost."""

from datetime import date, time

import pytest

from cairn.cases import commands as cases
from cairn.cases.models import Clock
from cairn.incidents import commands, queries
from cairn.incidents.models import Account
from cairn.kernel.verdict import Ground, Refused
from tests.incidents.furnished import BEGUN, TODAY, begun
from tests.refused import recorded, refused
from tests.stories import KNOWN_ON

DAY_BEFORE = date(2026, 8, 12)
STALE = "Somebody changed this while you were typing. Compare it with yours, then send yours again if it still stands."
PARTS = ("say_who_told", "say_what_happened", "say_when_it_became_known", "say_where", "say_what_else")


@pytest.fixture
def on(world, stories):
    return begun(world, stories)


def latest(on):
    return Account.unscoped.filter(incident=on.incident).order_by("-version")[0]


def said(on, act, **facts):
    return getattr(commands, act)(on.incident, **facts, by=on.world.actor("officer"), at=on.world.at)


def told(on, **changes):
    return said(on, "say_who_told", **{"source": "health", "told_by": "Ann Other", "version": 1, **changes})


def happened(on, when=("day", KNOWN_ON, None), **changes):
    facts = {"what_happened": "A baby was hurt.", "nature": "serious_harm", "version": 1}
    return said(on, "say_what_happened", happened=commands.Happened(*when), **{**facts, **changes})


def known(on, suspected=("not_asked", None), **changes):
    facts = {"aware_on": KNOWN_ON, "version": 1}
    return said(on, "say_when_it_became_known", suspected=commands.Suspected(*suspected), **{**facts, **changes})


def where(on, happened_in=("ours", ""), lives_in=("ours", ""), **changes):
    places = {"happened": commands.Place(*happened_in), "lives": commands.Place(*lives_in)}
    return said(on, "say_where", **places, **{"moved": "no", "version": 1, **changes})


def what_else(on, **changes):
    facts = {"files_secured": "no", "nhs_incident": "no", "media_interest": "no", "version": 1}
    return said(on, "say_what_else", **{**facts, **changes})


@pytest.mark.parametrize("name", PARTS)
def test_each_part_is_a_new_version_that_keeps_the_rest(world, on, name):
    before = latest(on)
    with recorded(name):
        BEGUN[name](on, world.actor("officer"), world.at)
    after = latest(on)
    assert (after.version, after.told_by or before.told_by) == (2, after.told_by)
    assert Account.unscoped.get(pk=before.pk).version == 1
    assert queries.earlier(world.actor("member"), on.case, world.at)[0].version == 1


@pytest.mark.parametrize("act", [told, happened, known, where, what_else])
def test_nobody_overwrites_what_she_has_not_seen(on, act):
    told(on)
    with refused(STALE, ground=Ground.STALE):
        act(on)


def test_the_kind_of_source_and_the_way_it_came_are_kept_for_the_figures(on):
    row = told(on, discussed_with=" Named nurse ", came_by="telephone", consideration="near_miss")
    assert (row.source, row.discussed_with, row.came_by) == ("health", "Named nurse", "telephone")
    assert row.consideration == "near_miss"


def test_an_incident_may_be_a_day_a_period_or_not_known(on):
    assert (happened(on).first_day, latest(on).last_day) == (KNOWN_ON, KNOWN_ON)
    period = happened(on, ("period", DAY_BEFORE, KNOWN_ON), version=2)
    assert (period.first_day, period.last_day) == (DAY_BEFORE, KNOWN_ON)
    assert happened(on, ("not_known", DAY_BEFORE, None), version=3).first_day is None


def test_another_nature_has_its_reason_and_no_other_keeps_one(on):
    row = happened(on, nature="other", nature_reason="The child harmed another.")
    assert row.nature_reason == "The child harmed another."
    assert happened(on, nature_reason="Left over.", version=2).nature_reason == ""


def test_suspicion_may_come_later_than_awareness(on):
    row = known(on, ("day", TODAY), aware_time=time(16, 40))
    assert (row.suspicion, row.suspected_on, row.aware_time) == ("day", TODAY, time(16, 40))
    assert known(on, ("not_yet", TODAY), version=2).suspected_on is None


def test_a_corrected_day_of_awareness_counts_the_clock_anew(on):
    known(on, aware_on=DAY_BEFORE, source="The call log.", why="A day out.")
    old, new = Clock.unscoped.filter(case=on.case).order_by("id")
    assert old.superseded_by == new
    assert (new.trigger_on, new.due_on, new.correction) == (DAY_BEFORE, date(2026, 8, 19), "A day out.")


def test_a_clock_that_never_counted_from_the_day_corrected_stays_where_it_is(world, on):
    facts = {"duty": "notify_serious_incident", "trigger_on": DAY_BEFORE, "source": "Another child's file."}
    other = cases.start_clock(on.case, **facts, by=world.actor("officer"), at=world.at)
    known(on, aware_on=date(2026, 8, 11), source="The call log.", why="Two days out.")
    other.refresh_from_db()
    assert other.superseded_by is None
    running = Clock.unscoped.filter(case=on.case, superseded_by=None)
    assert {clock.trigger_on for clock in running} == {DAY_BEFORE, date(2026, 8, 11)}


def test_what_was_done_stays_done_and_says_why_where_it_is_late_by_the_right_day(world, on):
    commands.record_notification(
        on.incident,
        sent=commands.Sent(world.at, "Dana Duty", "All three", threshold_met=True),
        by=world.actor("officer"),
        at=world.at,
    )
    july = {"aware_on": date(2026, 7, 31), "source": "The call log.", "why": "Two weeks out."}
    with pytest.raises(Refused) as refusal:
        known(on, **july)
    assert [reason.about for reason in refusal.value.verdict.reasons] == ["late_reason", "late_told"]
    known(on, **july, late_reason="The log was found.", late_told="The Panel, today.")
    clock = Clock.unscoped.get(case=on.case, duty="notify_serious_incident", superseded_by=None)
    assert (clock.met_on, clock.due_on, clock.late_reason) == (TODAY, date(2026, 8, 7), "The log was found.")


def test_a_clock_that_is_no_longer_owed_stays_as_it_ended(world, on):
    clock = Clock.unscoped.get(case=on.case)
    clock.ended_on, clock.ended_by_id, clock.ended_at, clock.finding = TODAY, world.user("officer").pk, world.at, "X."
    clock.save()
    known(on, aware_on=DAY_BEFORE, source="The call log.", why="A day out.")
    assert Clock.unscoped.get(case=on.case).trigger_on == KNOWN_ON


def test_secured_files_say_who_and_when_and_others_say_neither(on):
    row = what_else(on, files_secured="yes", files_secured_by="Records team", files_secured_on=TODAY)
    assert (row.files_secured_by, row.files_secured_on) == ("Records team", TODAY)
    row = what_else(on, files_secured_by="Left over", files_secured_on=TODAY, processes="Inquest.", version=2)
    assert (row.files_secured_by, row.files_secured_on, row.processes) == ("", None, "Inquest.")


def test_only_what_lies_elsewhere_keeps_the_name_of_its_area(on):
    row = where(on, ("other_area", "Northmoor"), ("ours", "left over"), moved="placed_out")
    assert (row.happened_area, row.lives_area, row.moved) == ("Northmoor", "", "placed_out")


WRONG = [
    (told, {"told_by": " "}, "told_by", "Enter who told the partnership."),
    (told, {"source": "stars"}, "source", "Choose from the list."),
    (told, {"consideration": "fun"}, "consideration", "Choose from the list."),
    (told, {"came_by": "pigeon"}, "came_by", "Choose from the list."),
    (happened, {"nature": "worse"}, "nature", "Choose from the list."),
    (happened, {"nature": "other"}, "nature_reason", "Say why it is neither a death nor serious harm."),
    (happened, {"when": ("once", None, None)}, "happened", "Choose from the list."),
    (happened, {"when": ("day", None, None)}, "first_day", "Enter the day, or its first day."),
    (
        happened,
        {"when": ("period", KNOWN_ON, KNOWN_ON)},
        "last_day",
        "Enter the last day of the period, after its first.",
    ),
    (
        happened,
        {"when": ("period", KNOWN_ON, None)},
        "last_day",
        "Enter the last day of the period, after its first.",
    ),
    (
        happened,
        {"when": ("period", KNOWN_ON, date(2026, 8, 20))},
        "last_day",
        "It cannot have happened in the future.",
    ),
    (happened, {"when": ("day", date(2026, 8, 15), None)}, "first_day", "It cannot have happened in the future."),
    (happened, {"when": ("day", TODAY, None)}, "first_day", "This is after the day it became known to the council."),
    (
        happened,
        {"when": ("day", date(2025, 2, 2), None)},
        "first_day",
        "This is before the child was born. Check both dates.",
    ),
    (
        known,
        {"aware_on": date(2026, 8, 15), "source": "S", "why": "W"},
        "aware_on",
        "The day it became known cannot be in the future.",
    ),
    (known, {"suspected": ("once", None)}, "suspicion", "Choose from the list."),
    (known, {"suspected": ("day", None)}, "suspected_on", "Enter the day, or say that it is not known."),
    (
        known,
        {"suspected": ("day", date(2026, 8, 15))},
        "suspected_on",
        "The day of suspicion cannot be in the future.",
    ),
    (
        known,
        {"aware_on": DAY_BEFORE, "why": "W"},
        "source",
        "The day has changed. Say where the right one comes from.",
    ),
    (known, {"aware_on": DAY_BEFORE, "source": "S"}, "why", "The day has changed. Say what was wrong."),
    (where, {"happened_in": ("moon", "")}, "happened_in", "Choose from the list."),
    (where, {"happened_in": ("other_area", " ")}, "happened_area", "Enter the name of the area."),
    (where, {"lives_in": ("other_country", "")}, "lives_area", "Enter the country."),
    (where, {"moved": "up"}, "moved", "Choose from the list."),
    (what_else, {"files_secured": "maybe"}, "files_secured", "Choose from the list."),
    (what_else, {"nhs_incident": "maybe"}, "nhs_incident", "Choose from the list."),
    (what_else, {"media_interest": "maybe"}, "media_interest", "Choose from the list."),
    (
        what_else,
        {"files_secured": "yes", "files_secured_on": TODAY},
        "files_secured_by",
        "Say who secured the files.",
    ),
    (
        what_else,
        {"files_secured": "yes", "files_secured_by": "A"},
        "files_secured_on",
        "Enter the day on which they were secured.",
    ),
    (
        what_else,
        {"files_secured": "yes", "files_secured_by": "A", "files_secured_on": date(2026, 8, 15)},
        "files_secured_on",
        "This day is in the future.",
    ),
]


@pytest.mark.parametrize(("act", "changes", "about", "sentence"), WRONG)
def test_what_was_typed_wrong_is_said_beside_its_field(on, act, changes, about, sentence):
    with pytest.raises(Refused) as refusal:
        act(on, **changes)
    assert (about, sentence) in [(reason.about, reason.sentence) for reason in refusal.value.verdict.reasons]
    assert Account.unscoped.filter(incident=on.incident).count() == 1


def test_neither_day_may_be_moved_past_the_other(on):
    happened(on)
    with refused("This is before it happened. Check both days."):
        known(on, aware_on=DAY_BEFORE, source="S", why="W", version=2)
    sentence = "Abuse or neglect cannot have been suspected before the first day of the incident. Check both days."
    with refused(sentence):
        known(on, ("day", DAY_BEFORE), version=2)
    happened(on, ("not_known", None, None), version=2)
    known(on, ("day", DAY_BEFORE), version=3)
    with refused(sentence):
        happened(on, version=4)
