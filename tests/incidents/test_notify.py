"""What was sent is kept as it was sent: its clocks, its corrections, its withdrawal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cairn.cases import commands as cases
from cairn.cases.models import Clock
from cairn.documents.engine.taking import take
from cairn.guidance.deadlines import derive
from cairn.incidents import commands, queries
from cairn.incidents.models import Notification
from cairn.incidents.states import NotificationState, notification_state
from cairn.kernel.verdict import Ground, Refused
from tests.incidents.furnished import SENT, SENT_AT, TODAY, begun, notified
from tests.refused import refused
from tests.stories import KNOWN_ON
from tests.world import EVERYBODY

NOTIFY, RAPID_REVIEW = "notify_serious_incident", "send_rapid_review"


@pytest.fixture
def on(world, stories):
    return begun(world, stories)


def send(on, sent=SENT, at=None, **late):
    by = on.world.actor("officer")
    return commands.record_notification(on.incident, sent=sent, **late, by=by, at=at or on.world.at)


def correct(on, row, sent, **facts):
    said = {"correction": "The day was wrong.", **facts}
    return commands.correct_notification(row, sent=sent, **said, by=on.world.actor("officer"), at=on.world.at)


def withdraw(on, row, **facts):
    said = {"finding": "An accident.", "withdrawn_on": TODAY, **facts}
    return commands.withdraw_notification(row, **said, by=on.world.actor("officer"), at=on.world.at)


def clock(on, duty):
    return Clock.unscoped.get(case=on.case, duty=duty, superseded_by=None)


def test_the_notification_meets_its_clock_and_starts_that_of_the_rapid_review(on):
    row = send(on)
    met, started = clock(on, NOTIFY), clock(on, RAPID_REVIEW)
    assert (met.met_on, met.state.value) == (date(2026, 8, 13), "met")
    assert (
        met.evidence == "The notification as sent on Thursday 13 August 2026, submitted by Dana Duty, service manager."
    )
    assert (started.trigger_on, started.trigger_name) == (date(2026, 8, 13), "notification_sent")
    assert (started.due_on, started.edition) == (date(2026, 9, 4), "pg25")
    assert row.rapid_review_clock == started


def test_the_snapshot_keeps_what_was_sent_whatever_is_known_later(world, on):
    row = send(on)
    assert (row.aware_on, row.suspicion, row.suspected_on) == (KNOWN_ON, "not_asked", None)
    assert row.fields[0]["value"] == "Zebedee Quillfeather"
    commands.say_when_it_became_known(
        on.incident,
        aware_on=date(2026, 8, 12),
        suspected=commands.Suspected("day", TODAY),
        source="Log",
        why="A day out.",
        version=1,
        by=world.actor("officer"),
        at=world.at,
    )
    row.refresh_from_db()
    assert (row.aware_on, row.suspicion) == (KNOWN_ON, "not_asked")


def test_every_edition_that_asks_for_a_rapid_review_counts_from_the_day_it_was_sent():
    day = date(2018, 6, 29)
    while day < date(2027, 1, 1):
        assert derive(RAPID_REVIEW, day).trigger_fact == "notification_sent"
        day += timedelta(days=30)


def test_what_was_sent_late_says_why_and_who_was_told(world, on):
    later = datetime(2026, 8, 24, 9, 0, tzinfo=UTC)
    with pytest.raises(Refused) as refusal:
        send(on, replace(SENT, sent_at=later), at=later)
    assert [reason.about for reason in refusal.value.verdict.reasons] == ["late_reason", "late_told"]
    send(on, replace(SENT, sent_at=later), at=later, late_reason="The survey came late.", late_told="The Panel.")
    assert clock(on, NOTIFY).state.value == "met_late"


def test_a_notification_from_before_rapid_reviews_starts_none(world, stories):
    incident = commands.open_incident(
        kind="serious_incident",
        label="Child L",
        aware_on=date(2017, 5, 18),
        told_by="Ann",
        by=world.actor("officer"),
        at=world.at,
    )
    row = commands.record_notification(
        incident,
        sent=replace(SENT, sent_at=datetime(2017, 5, 24, 9, 0, tzinfo=UTC)),
        by=world.actor("officer"),
        at=world.at,
    )
    assert row.rapid_review_clock is None
    assert not Clock.unscoped.filter(duty=RAPID_REVIEW).exists()
    right = replace(SENT, sent_at=datetime(2017, 5, 23, 9, 0, tzinfo=UTC))
    by = world.actor("officer")
    fixed = commands.correct_notification(row, sent=right, correction="A day out.", by=by, at=world.at)
    assert fixed.rapid_review_clock is None
    withdrawn = commands.withdraw_notification(fixed, finding="None.", withdrawn_on=TODAY, by=by, at=world.at)
    assert withdrawn.state is NotificationState.WITHDRAWN


def test_a_clock_that_somebody_started_already_from_that_day_is_kept(world, on):
    by = world.actor("officer")
    there = cases.start_clock(
        on.case, duty=RAPID_REVIEW, trigger_on=KNOWN_ON, source="The receipt.", by=by, at=world.at
    )
    assert send(on).rapid_review_clock == there


def test_a_case_without_a_clock_of_notifying_can_be_notified_too(world):
    incident = commands.open_incident(
        kind="concern", label="Child T", aware_on=KNOWN_ON, told_by="Ann", by=world.actor("officer"), at=world.at
    )
    row = commands.record_notification(incident, sent=SENT, by=world.actor("officer"), at=world.at)
    assert row.rapid_review_clock.duty == RAPID_REVIEW
    moved = replace(SENT, sent_at=world.at)
    fixed = commands.correct_notification(
        row, sent=moved, correction="A day out.", by=world.actor("officer"), at=world.at
    )
    assert fixed.rapid_review_clock.trigger_on == TODAY


@pytest.mark.parametrize(
    ("changes", "about", "sentence"),
    [
        ({"submitted_by": " "}, "submitted_by", "Say who submitted it."),
        ({"agreed_by": ""}, "agreed_by", "Say who agreed to it."),
        (
            {"sent_at": datetime(2026, 8, 14, 9, 1, tzinfo=UTC)},
            "sent_on",
            "It cannot have been sent in the future.",
        ),
        (
            {"sent_at": datetime(2026, 8, 12, 9, 0, tzinfo=UTC)},
            "sent_on",
            "This is before the council became aware, on Thursday 13 August 2026. Check both days.",
        ),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(on, changes, about, sentence):
    with pytest.raises(Refused) as refusal:
        send(on, replace(SENT, **changes))
    assert [(reason.about, reason.sentence) for reason in refusal.value.verdict.reasons] == [(about, sentence)]
    assert not Notification.unscoped.exists()


def test_a_second_one_is_a_correction(world, stories):
    on = notified(world, stories)
    with refused("A notification stands on this case. Correct it instead.", ground=Ground.STATE):
        send(on)


def test_a_correction_cites_the_old_and_moves_no_clock_where_the_day_was_right(world, stories):
    on = notified(world, stories)
    old = on.notification
    before = Clock.unscoped.count()
    new = correct(on, old, replace(SENT, system_reference="CSN-4712"), correction="The reference was wrong.")
    old.refresh_from_db()
    assert (old.corrected_by, new.corrects, old.state) == (new, old, NotificationState.CORRECTED)
    assert (new.correction, new.rapid_review_clock) == ("The reference was wrong.", old.rapid_review_clock)
    assert Clock.unscoped.count() == before
    with refused("Only the latest version of a notification that stands can be corrected."):
        correct(on, old, SENT)
    with refused("Only the latest version of a notification that stands can be withdrawn."):
        withdraw(on, old)
    with refused("Say what was wrong."):
        correct(on, new, SENT, correction=" ")


def test_a_corrected_day_moves_both_clocks_and_leaves_the_old_to_be_seen(world, stories):
    on = notified(world, stories)
    new = correct(on, on.notification, replace(SENT, sent_at=world.at))
    met, counted = clock(on, NOTIFY), clock(on, RAPID_REVIEW)
    assert (met.met_on, met.correction) == (TODAY, "The day was wrong.")
    assert (counted.trigger_on, counted.due_on, counted.met_on) == (TODAY, date(2026, 9, 7), None)
    assert new.rapid_review_clock == counted
    assert Clock.unscoped.filter(case=on.case).exclude(superseded_by=None).count() == 2


def test_a_rapid_review_sent_meanwhile_stays_sent(world, stories):
    on = notified(world, stories)
    by = world.actor("officer")
    cases.meet_clock(clock(on, RAPID_REVIEW), met_on=TODAY, evidence="The sent copy.", by=by, at=world.at)
    new = correct(on, on.notification, replace(SENT, sent_at=world.at))
    assert (new.rapid_review_clock.met_on, new.rapid_review_clock.evidence) == (TODAY, "The sent copy.")


@pytest.mark.parametrize("how", ["ended", "superseded"])
def test_a_clock_that_counts_no_longer_is_left_alone(world, stories, how):
    on = notified(world, stories)
    by, running = world.actor("officer"), clock(on, RAPID_REVIEW)
    if how == "ended":
        cases.end_clock(running, finding="Joined another.", ended_on=TODAY, by=by, at=world.at)
    else:
        cases.correct_trigger(running, trigger_on=TODAY, source="Log", why="W", by=by, at=world.at)
    new = correct(on, on.notification, replace(SENT, sent_at=world.at))
    assert new.rapid_review_clock == running


def test_a_withdrawal_ends_the_rapid_review_by_its_finding(world, stories):
    on = notified(world, stories)
    withdraw(on, on.notification, finding="The second opinion found an accident.")
    ended = clock(on, RAPID_REVIEW)
    assert (ended.ended_on, ended.finding) == (TODAY, "The second opinion found an accident.")
    assert clock(on, NOTIFY).met_on == date(2026, 8, 13)
    again = send(on)
    assert again.state is NotificationState.SENT


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"finding": " "}, "Say which finding showed that the criteria were not met."),
        ({"withdrawn_on": date(2026, 8, 15)}, "The day of the finding cannot be in the future."),
        ({"withdrawn_on": date(2026, 8, 12)}, "That is before it was sent."),
    ],
)
def test_a_withdrawal_has_its_finding_and_its_day(world, stories, facts, sentence):
    on = notified(world, stories)
    with refused(sentence, ground=Ground.INPUT):
        withdraw(on, on.notification, **facts)


def test_a_copy_is_kept_and_a_correction_keeps_it_or_puts_another_in_its_place(world, on):
    first = send(on, replace(SENT, copy=take("copy.txt", b"As it was sent.")))
    assert (first.copy.purpose, first.copy.read_action) == ("notification_copy", "read_files")
    kept = correct(on, first, SENT)
    assert kept.copy == first.copy
    other = correct(on, kept, replace(SENT, copy=take("copy.txt", b"As it was corrected.")))
    first.copy.refresh_from_db()
    assert first.copy.superseded_by == other.copy


def test_names_in_what_was_sent_are_withheld_from_those_who_work_with_labels(world, stories):
    on = notified(world, stories)
    shown = {}
    for who in EVERYBODY:
        for row in queries.notifications(world.actor(who), on.case, world.at):
            shown[who] = ("Zebedee Quillfeather" in [field.value for field in row.fields], row.reference == "CSN-4711")
    assert {who for who, (name, _) in shown.items() if name} == {
        *("business_manager", "officer", "chair", "member", "member_education", "deputy")
    }
    assert all(name == reference for name, reference in shown.values())
    assert set(shown) == {
        *("business_manager", "officer", "chair", "member", "member_education", "deputy"),
        *("partner_council", "partner_health", "scrutineer", "reviewer", "legal"),
    }
    [switched] = queries.notifications(world.actor("legal"), on.case, world.at, names_shown=True)
    assert switched.reference == "CSN-4711"
    assert switched.suspected == "Not asked"


def test_the_rail_shows_a_withdrawal_to_those_who_may_read_it(world, stories):
    on = notified(world, stories)
    by = world.actor("officer")
    assert queries.rail_facts(by, on.case, world.at) == queries.RailFacts(withdrawn_on=None, watched_until=None)
    withdraw(on, on.notification)
    assert queries.rail_facts(by, on.case, world.at) == queries.RailFacts(withdrawn_on=TODAY, watched_until=None)
    hidden = queries.rail_facts(world.actor("comms"), on.case, world.at)
    assert hidden == queries.RailFacts(withdrawn_on=None, watched_until=None)


def test_how_a_notification_stands_follows_from_its_facts():
    assert notification_state(corrected=True, withdrawn=False).label == "Corrected by a later version"
    assert notification_state(corrected=False, withdrawn=True).label == "Withdrawn"
    assert notification_state(corrected=False, withdrawn=False).label == "Sent"


def test_one_version_is_found_by_those_who_may_read_it(world, stories):
    on = notified(world, stories)
    assert queries.one_notification(world.actor("chair"), on.case, on.notification.key, world.at) == on.notification
    assert queries.one_notification(world.actor("author"), on.case, on.notification.key, world.at) is None
    assert on.notification.sent_at == SENT_AT
