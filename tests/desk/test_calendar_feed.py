"""The calendar of what one's own seat owes: a secret address that holds little, and ends with what it rests on."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from cairn.cases import commands
from cairn.cases.models import AccessGiven, Case
from cairn.partnership.commands import accounts, feeds, seats
from cairn.partnership.jobs import set_partnership_duties
from cairn.partnership.links import token_digest
from cairn.partnership.models import CalendarFeed
from cairn.partnership.queries import feeds as read
from tests.refused import recorded, refused
from tests.stories import ADDRESS, ALIAS, NAME

DUE = date(2026, 8, 28)


@pytest.fixture
def case(world, stories) -> Case:
    found = stories.case_at("shared")
    by = world.actor("business_manager")
    facts = {"what": f"Ask about {NAME[1]} {NAME[0]}", "strength": "local", "owed_by": world.seat("member")}
    commands.set_duty(found, **facts, due_on=DUE, by=by, at=world.at)
    return found


def made(world, who="member"):
    return feeds.make_feed(world.seat(who), by=world.actor(who), at=world.at)


def fetched(token, method="get"):
    return getattr(Client(), method)(reverse("calendar_feed", args=[token]))


def entries(response):
    return [(entry["SUMMARY"], entry.decoded("DTSTART")) for entry in Calendar.from_ical(response.content).events]


def nothing_there() -> bytes:
    answer = Client().get(reverse("calendar_feed", args=["not-there"]))
    assert answer.status_code == 404
    return answer.content


def gone(token) -> bool:
    answer = fetched(token)
    return (answer.status_code, answer.content) == (404, nothing_there())


def test_it_holds_the_reference_and_the_day_and_nothing_that_was_typed(world, case):
    answer = fetched(made(world).token)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert entries(answer) == [(f"{case.reference}: something you owe is due", DUE)]
    text = answer.content.decode()
    assert not [planted for planted in (*NAME, ALIAS, ADDRESS, case.label, "Ask about") if planted in text]
    assert "TZID:Europe/London" in text
    assert "BEGIN:VTIMEZONE" in text


def test_the_office_finds_there_what_the_partnership_owes_and_no_clock_of_others(world, case):
    set_partnership_duties(world.at)
    summaries = [summary for summary, _ in entries(fetched(made(world, "business_manager").token))]
    assert len(summaries) == 3  # the yearly report and two local steps, in words that nobody typed
    assert not [summary for summary in summaries if case.reference in summary]


def test_only_a_digest_of_the_secret_is_kept_and_each_making_is_on_record(world, case):
    with recorded("make_feed"):
        one = made(world)
    kept = CalendarFeed.unscoped.get()
    assert kept.token_digest == token_digest(one.token)
    assert one.token not in str(vars(kept))
    assert len(one.token) == 43


def test_a_new_address_ends_the_old_one(world, case):
    old, new = made(world), made(world)
    assert gone(old.token)
    assert fetched(new.token).status_code == 200
    assert CalendarFeed.unscoped.filter(ended_at__isnull=True).count() == 1


def test_it_ends_when_its_holder_ends_it(world, case):
    one = made(world)
    with refused("This calendar address is not yours."):
        feeds.end_feed(one.feed, by=world.actor("officer"), at=world.at)
    with recorded("end_feed"):
        feeds.end_feed(one.feed, by=world.actor("member"), at=world.at)
    assert gone(one.token)
    with refused("This address has ended already."):
        feeds.end_feed(one.feed, by=world.actor("member"), at=world.at)


def test_it_dies_with_the_seat(world, case):
    one, by = made(world), world.actor("business_manager")
    seats.end_seat(world.seat("member"), ends_at=world.at, by=by, at=world.at)
    assert gone(one.token)


def test_it_dies_with_the_account(world, case):
    one = made(world)
    accounts.close_account(world.user("member"), by=world.actor("business_manager"), at=world.at)
    assert gone(one.token)


def test_a_declared_conflict_takes_the_case_out_at_once(world, case):
    one, member = made(world), world.user("member")
    commands.declare_conflict(case, person=member, nature="A relative.", by=world.actor("chair"), at=world.at)
    assert entries(fetched(one.token)) == []


def test_access_that_ends_takes_the_case_out_at_once(world, case):
    one = made(world)
    given = AccessGiven.unscoped.get(case=case, seat=world.seat("member"), ends_at=None)
    commands.end_access(given, reason="Left the group.", by=world.actor("chair"), at=world.at)
    assert entries(fetched(one.token)) == []


def test_it_holds_no_more_than_the_seat_it_was_made_for(world, case):
    one, at = made(world), world.at
    reader = read.reader_of(one.token, at)
    assert [seat.id for seat in reader.seats] == [world.seat("member").pk]


@pytest.mark.parametrize("who", ["deputy", "officer", "administrator", "no_role"])
def test_nobody_makes_one_for_a_seat_that_she_does_not_hold(world, who):
    with refused("You do not hold this seat."):
        feeds.make_feed(world.seat("member"), by=world.actor(who), at=world.at)


def test_an_unknown_secret_is_answered_like_an_address_that_never_existed(world, case):
    made(world)
    assert gone("x" * 43)
    assert fetched("x" * 43, "post").status_code == 405
    assert fetched(made(world).token, "head").content == b""


def test_guessing_is_slowed_down_and_tells_nothing(world, case, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"feed": "3/10m/ip"}
    one = made(world)
    codes = [fetched("x" * 43).status_code for _ in range(4)]
    assert codes == [404, 404, 404, 429]
    assert fetched(one.token).status_code == 429


def test_it_is_made_shown_once_and_ended_on_ones_own_pages(world, case):
    client, key = world.client("member"), world.seat("member").key
    assert reverse("own_feeds") in client.get(reverse("own_account")).content.decode()
    assert "Make an address" in client.get(reverse("own_feeds")).content.decode()
    page = client.post(reverse("make_feed", args=[key])).content.decode()
    address = page.split("<code>")[1].split("</code>")[0]
    assert Client().get(urlsplit(address).path).status_code == 200
    assert address not in client.get(reverse("make_feed", args=[key])).content.decode()
    assert "Yes, since" in client.get(reverse("own_feeds")).content.decode()
    assert client.post(reverse("end_feed", args=[key])).status_code == 302
    assert gone(urlsplit(address).path.split("/")[-1].removesuffix(".ics"))
    assert "This seat has no calendar address." in client.get(reverse("end_feed", args=[key])).content.decode()
    assert world.client("officer").post(reverse("make_feed", args=[key])).status_code == 404
    assert world.client("officer").post(reverse("end_feed", args=[key])).status_code == 404
    assert "You hold no seat" in world.client("deputy").get(reverse("own_feeds")).content.decode()


def test_the_next_holder_of_the_seat_does_not_inherit_it(world, case):
    one, at = made(world), world.at + timedelta(hours=1)
    CalendarFeed.unscoped.filter(pk=one.feed.pk).update(user=world.user("officer"))
    assert read.reader_of(one.token, at) is None


def test_what_other_apps_ask_of_the_seat_is_there_by_kind_and_not_in_anybodys_words(world, stories):
    case = stories.case_at("at_work")
    found = {summary.split(": ")[1] for summary, _ in entries(fetched(made(world, "sign_off").token))}
    assert found <= {"an action is due", "your agency's answer is due", "something you owe is due"}
    assert "an action is due" in found
    assert "genogram" not in fetched(made(world, "sign_off").token).content.decode()
    assert case.reference in fetched(made(world, "sign_off").token).content.decode()
