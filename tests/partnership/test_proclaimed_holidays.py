"""A bank holiday proclaimed after Cairn was set up is recorded by the office and counted with from then on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cairn.guidance.deadlines import derive
from cairn.guidance.working_days import england, with_changes
from cairn.kernel.verdict import Ground
from cairn.partnership import queries
from cairn.partnership.commands import holidays
from cairn.partnership.models import ProclaimedHoliday
from cairn.partnership.queries.bank_holidays import with_added
from tests.refused import recorded, refused

DAY = date(2026, 8, 24)
RIGHT = {"day": DAY, "name": "National day", "source": "GOV.UK, read 15 August 2026"}
FUNERAL = date(2022, 9, 19)


def proclaimed(world, at=None, **other):
    return holidays.proclaim_holiday(**RIGHT | other, by=world.actor("officer"), at=at or world.at)


def test_a_proclaimed_day_counts_from_the_moment_it_was_recorded(world):
    before = world.at - timedelta(seconds=1)
    with recorded("proclaim_holiday"):
        proclaimed(world)
    assert queries.holidays(before) is england()
    known = queries.holidays(world.at)
    assert not known.is_working(DAY)
    assert known.version.startswith(f"{england().version}+")
    assert "National day" in known.why_not_working(DAY)


def test_the_funeral_of_2022_announced_nine_days_before_moves_a_rapid_review_by_a_day(world):
    """On 10 September 2022 nobody's list had 19 September; the list shipped now does, so it is taken out first."""
    as_then = with_changes(england(), (), (FUNERAL,))
    notified = date(2022, 9, 6)
    old = derive("send_rapid_review", notified, edition_id="pg22", holidays=as_then)
    proclaimed(world, day=date(2026, 8, 24))
    ProclaimedHoliday.unscoped.update(day=FUNERAL, name="State Funeral")
    new = derive("send_rapid_review", notified, edition_id="pg22", holidays=with_added(as_then, world.at))
    assert (old.due, new.due) == (date(2022, 9, 27), date(2022, 9, 28))
    assert old.holidays_version != new.holidays_version
    assert new.due == derive("send_rapid_review", notified, edition_id="pg22").due
    assert with_added(england(), world.at) is england()  # a later list has the day by itself: it counts once


def test_a_moved_bank_holiday_takes_the_other_day_out(world):
    proclaimed(world, moved_from=date(2026, 8, 31))
    known = queries.holidays(world.at)
    assert (known.is_working(DAY), known.is_working(date(2026, 8, 31))) == (False, True)


def test_what_is_withdrawn_no_longer_counts_and_stays_to_be_seen(world):
    holiday, later = proclaimed(world), world.at + timedelta(hours=1)
    with recorded("withdraw_holiday"):
        holidays.withdraw_holiday(holiday, reason="Another day was meant.", by=world.actor("officer"), at=later)
    assert not queries.holidays(world.at).is_working(DAY)
    assert queries.holidays(later).is_working(DAY)
    with refused("This is withdrawn already."):
        holidays.withdraw_holiday(holiday, reason="Again.", by=world.actor("officer"), at=later)
    (kept,) = queries.proclaimed_holidays(world.actor("member"), later)
    assert (kept.withdrawn_reason, kept.withdrawn_at) == ("Another day was meant.", later)
    proclaimed(world, at=later)  # the day may be recorded anew


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"name": ""}, "Enter what the day is called."),
        ({"source": " "}, "Say where it was proclaimed."),
        ({"day": date(2026, 8, 22)}, "Saturday 22 August 2026 is no working day as it is. Enter the weekday."),
        ({"day": date(2026, 8, 31)}, "Monday 31 August 2026 is a bank holiday already."),
        ({"moved_from": date(2026, 8, 25)}, "Tuesday 25 August 2026 is no bank holiday."),
    ],
)
def test_a_day_that_cannot_be_one_is_refused_at_its_field(world, fault, sentence):
    with refused(sentence, ground=Ground.INPUT):
        proclaimed(world, **fault)


def test_a_day_beyond_the_years_known_is_refused_in_the_words_of_guidance(world):
    with pytest.raises(Exception, match="refused") as caught:
        proclaimed(world, day=date(2031, 1, 2))
    assert "outside the bank holidays known here" in caught.value.verdict.sentences[0]


def test_the_same_day_is_not_recorded_twice(world):
    proclaimed(world)
    with refused("Monday 24 August 2026 is a bank holiday already."):
        proclaimed(world)


@pytest.mark.parametrize("who", ["chair", "member", "partner_council", "administrator", "outsider"])
def test_only_the_office_records_or_withdraws_one(world, who):
    may_not = "Your role may not change agencies, groups, neighbours and local names."
    holiday = proclaimed(world)
    with refused(may_not, ground=Ground.ROLE):
        holidays.proclaim_holiday(**RIGHT | {"day": date(2026, 8, 25)}, by=world.actor(who), at=world.at)
    with refused(may_not, ground=Ground.ROLE):
        holidays.withdraw_holiday(holiday, reason="No.", by=world.actor(who), at=world.at)


def test_the_office_keeps_them_on_its_pages_and_everybody_reads_them(world):
    client = world.client("officer")
    typed = {"day_day": "24", "day_month": "8", "day_year": "2026", "name": "National day", "source": "GOV.UK"}
    assert client.post(reverse("proclaim_holiday"), typed).status_code == 302
    twice = client.post(reverse("proclaim_holiday"), typed)
    assert (twice.status_code, b"is a bank holiday already" in twice.content) == (400, True)
    page = world.client("member").get(reverse("proclaimed_holidays")).content.decode()
    assert "National day" in page
    assert "Record a bank holiday" not in page
    assert "National day (proclaimed once)" in world.client("member").get(reverse("working_days")).content.decode()
    (holiday,) = queries.proclaimed_holidays(world.actor("officer"), world.at)
    withdraw = reverse("withdraw_holiday", args=[holiday.key])
    assert client.post(withdraw, {"reason": "A mistake."}).status_code == 302
    assert "A mistake." in client.get(reverse("proclaimed_holidays")).content.decode()
    assert "withdrawn already" in client.get(withdraw).content.decode()
    assert world.client("no_role").get(withdraw).status_code == 404
