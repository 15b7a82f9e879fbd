"""Others are told besides the Panel: what each notice meets, and that late has its reason."""

from datetime import UTC, date, datetime

import pytest

from cairn.cases.models import Clock, Duty
from cairn.incidents import commands, queries
from cairn.kernel.verdict import Ground, Refused
from tests.refused import refused
from tests.stories import KNOWN_ON
from tests.world import EVERYBODY

TODAY = date(2026, 8, 14)


def opened(world, kind="serious_incident", aware_on=KNOWN_ON):
    facts = {"kind": kind, "label": "Child R", "aware_on": aware_on, "told_by": "Ann"}
    return commands.open_incident(**facts, by=world.actor("officer"), at=world.at).case


def notice(world, case, kind, at=None, **changes):
    facts = {"sent_to": "Those who are owed it", "sent_on": TODAY, "evidence": "The mail.", **changes}
    return commands.record_notice(case, kind=kind, **facts, by=world.actor("officer"), at=at or world.at)


@pytest.mark.parametrize(
    ("case_kind", "aware_on", "kind", "duty"),
    [
        ("serious_incident", KNOWN_ON, "safeguarding_partners", "tell_safeguarding_partners"),
        ("looked_after_death", KNOWN_ON, "looked_after_death", "notify_looked_after_death"),
    ],
)
def test_a_notice_meets_the_clock_it_was_owed_for(world, case_kind, aware_on, kind, duty):
    row = notice(world, opened(world, case_kind, aware_on), kind)
    assert (row.clock.duty, row.clock.met_on, row.clock.evidence) == (duty, TODAY, "The mail.")
    assert Clock.unscoped.get(duty=duty) == row.clock


def test_a_death_in_a_regulated_setting_was_a_notifiable_incident_in_2015(world):
    case = opened(world, aware_on=date(2017, 5, 18))
    row = notice(world, case, "regulated_setting", sent_on=date(2017, 5, 24))
    assert (row.clock.duty, row.clock.met_on) == ("notify_serious_incident", date(2017, 5, 24))


def test_the_notice_of_the_old_rules_meets_no_clock_of_newer_ones(world):
    case = opened(world)
    with refused(
        "This notice belongs to the rules of 2015, and the clock of this case to others.", ground=Ground.INPUT
    ):
        notice(world, case, "regulated_setting")
    assert not Clock.unscoped.exclude(met_on=None).exists()


def test_the_death_of_a_care_leaver_is_a_duty_without_a_number_of_days(world):
    case = opened(world, "care_leaver_death")
    row = notice(world, case, "care_leaver_death")
    assert (row.clock, row.duty, Duty.unscoped.get().done_on) == (None, Duty.unscoped.get(), TODAY)


def test_a_notice_to_another_area_is_kept_and_meets_nothing(world):
    row = notice(world, opened(world), "other_area", sent_to="Northmoor")
    assert (row.clock, row.duty) == (None, None)
    assert not Clock.unscoped.exclude(met_on=None).exists()


def test_a_late_notice_says_why_and_who_was_told(world):
    case, later = opened(world), datetime(2026, 8, 25, 9, 0, tzinfo=UTC)
    with pytest.raises(Refused) as refusal:
        notice(world, case, "safeguarding_partners", later, sent_on=date(2026, 8, 24))
    assert [reason.about for reason in refusal.value.verdict.reasons] == ["late_reason", "late_told"]
    late = {"late_reason": "Leave.", "late_told": "All three."}
    row = notice(world, case, "safeguarding_partners", later, sent_on=date(2026, 8, 24), **late)
    assert row.clock.state.value == "met_late"


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"kind": "gossip"}, "kind"),
        ({"sent_to": " "}, "sent_to"),
        ({"evidence": ""}, "evidence"),
        ({"sent_on": date(2026, 8, 15)}, "sent_on"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, changes, about):
    with pytest.raises(Refused) as refusal:
        notice(world, opened(world), **{"kind": "other_area", **changes})
    assert [reason.about for reason in refusal.value.verdict.reasons] == [about]


def test_notices_are_read_by_those_who_read_the_notification(world, stories):
    case = stories.case_at("shared", "Child S")
    row = notice(world, case, "other_area")
    assert {who for who in EVERYBODY if queries.notices(world.actor(who), case, world.at) == [row]} == {
        *("business_manager", "officer", "chair", "partner_council", "partner_health", "scrutineer"),
        *("member", "member_education", "deputy", "reviewer", "legal"),
    }
