"""Acting through the pages: one command on POST, refusals on the same page with what was typed."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from cairn.access.roles import Role
from cairn.audit.models import Event
from cairn.partnership import jobs, queries
from cairn.partnership.models import Agency, Deputy, Group, LocalName, Neighbour, PartnershipDuty, Seat
from cairn.partnership.views.words import end_of, span, start_of


def _day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


AGENCY = {"name": "Northern Rail", "short_name": "NR", "kind": "other", "contact_point": ""}
TODAY = date(2026, 8, 14)


def _sent(client, name, typed, *args):
    page = client.post(reverse(name, args=args), typed)
    assert page.status_code == 302, page.content.decode()
    return page


def test_the_manager_keeps_agencies_and_neighbours(world):
    client = world.client("business_manager")
    _sent(client, "open_agency", AGENCY | _day("starts_on", date(2020, 1, 1)))
    made = Agency.unscoped.get(short_name="NR")
    _sent(client, "change_agency", AGENCY | {"short_name": "NRail"}, made.key)
    _sent(client, "succeed_agency", {"successor": world.agency("CSC").key} | _day("on", TODAY), made.key)
    made.refresh_from_db()
    assert (made.short_name, made.ends_on) == ("NRail", date(2026, 8, 13))
    _sent(client, "end_agency", _day("ends_on", TODAY), world.agency("PH").key)
    assert world.agency("PH").ends_on == TODAY
    _sent(client, "add_neighbour", {"name": "Westvale", "contact_point": ""})
    assert Neighbour.unscoped.filter(name="Westvale").exists()


def test_the_officer_keeps_the_partnerships_details_names_and_groups(world):
    client = world.client("officer")
    facts = {"name": "New name", "short_name": "NN", "council_name": "C", "email": "new@coldwater.example"}
    _sent(client, "partnership_details", facts)
    assert world.partnership.name == "New name"
    _sent(client, "name_thing", {"name": "CRAG"}, "subgroup")
    assert LocalName.unscoped.get().name == "CRAG"
    _sent(client, "form_group", {"name": "Learning", "kind": "business_group"} | _day("starts_on", TODAY))
    made = Group.unscoped.get(name="Learning")
    _sent(client, "end_group", _day("ends_on", TODAY), made.key)
    made.refresh_from_db()
    assert made.ends_on == TODAY


def test_the_manager_appoints_names_briefs_and_ends(world):
    client, group = world.client("business_manager"), world.group("subgroup")
    typed = {
        "holder": world.user("no_role").key,
        "title": "Designated nurse",
        "role": "subgroup_member",
        "employer": world.agency("ICB").key,
        "speaks_for": [world.agency("TRUST").key],
        "represents": "",
    }
    _sent(client, "appoint", typed | _day("starts_on", TODAY), group.key)
    seat = Seat.unscoped.get(title="Designated nurse")
    assert world.actor("no_role").roles == {Role.SUBGROUP_MEMBER}
    until = _day("starts_on", TODAY) | _day("ends_on", date(2026, 8, 21))
    _sent(client, "name_deputy", {"deputy": world.user("comms").key} | until, seat.key)
    deputy = Deputy.unscoped.get(seat=seat)
    assert deputy.ends_at == start_of(date(2026, 8, 22))
    _sent(client, "brief_deputy", {}, deputy.key)
    assert Role.BRIEFED_DEPUTY in world.actor("comms").roles
    _sent(client, "end_deputy", {}, deputy.key)
    _sent(client, "end_seat", _day("ends_on", TODAY), seat.key)
    assert world.actor("no_role").roles == frozenset()


def test_an_appointment_is_asked_to_be_confirmed_when_the_second_step_is_old(world):
    client, seat = world.client("business_manager"), world.seat("member")
    with time_machine.travel(world.at + timedelta(minutes=11), tick=False):
        page = client.post(reverse("end_seat", args=[seat.key]), _day("ends_on", TODAY))
    assert page.status_code == 302
    assert page.url != reverse("seat", args=[seat.key])  # she is sent to show who she is
    seat.refresh_from_db()
    assert seat.ends_at is None


@pytest.mark.parametrize("who", ["chair", "officer", "auditor"])
def test_a_post_by_somebody_who_may_not_is_403_with_the_reason_and_changes_nothing(world, who):
    page = world.client(who).post(reverse("end_seat", args=[world.seat("member").key]), _day("ends_on", TODAY))
    assert page.status_code == 403
    assert "Your role may not appoint to a seat, name a deputy, end either." in page.content.decode()
    assert Seat.unscoped.get(pk=world.seat("member").pk).ends_at is None


def test_what_was_typed_is_still_there_when_the_command_refuses(world):
    client = world.client("business_manager")
    page = client.post(reverse("add_neighbour"), {"name": "northmoor safeguarding children partnership"})
    assert page.status_code == 400
    assert "This partnership is already listed." in page.content.decode()
    assert 'value="northmoor safeguarding children partnership"' in page.content.decode()
    last = client.post(reverse("end_seat", args=[world.seat("business_manager").key]), _day("ends_on", TODAY))
    assert last.status_code == 409
    assert "Appoint another business manager first" in last.content.decode()


def test_the_page_she_comes_back_to_says_what_was_done_once(world):
    client = world.client("officer")
    back = _sent(client, "add_neighbour", {"name": "Westvale", "contact_point": ""}).url
    assert "The partnership is added." in client.get(back).content.decode()
    assert "The partnership is added." not in client.get(back).content.decode()


def test_a_form_that_is_not_filled_in_is_400_beside_the_field(world):
    page = world.client("officer").post(reverse("open_agency"), {})
    assert page.status_code == 400
    for sentence in (
        "Enter the agency&#x27;s full name.",
        "Choose what kind of agency it is.",
        "Enter the day it began.",
    ):
        assert sentence in page.content.decode()


def test_the_yearly_report_is_recorded_as_published(world):
    jobs.set_partnership_duties(world.at)
    report = PartnershipDuty.unscoped.get(duty="publish_yearly_report")
    client = world.client("officer")
    typed = {"evidence": "Our website", "late_reason": ""} | _day("done_on", date(2026, 8, 10))
    _sent(client, "partnership_duty", typed, report.key)
    page = client.get(reverse("partnership_duty", args=[report.key])).content.decode()
    for words in ("10 August 2026", "Our website", "Olu Office", "This is already recorded as done."):
        assert words in page
    PartnershipDuty.unscoped.filter(pk=report.pk).update(done_on=date(2026, 10, 2), late_reason="Sign-off was slow.")
    assert "Sign-off was slow." in client.get(reverse("partnership_duty", args=[report.key])).content.decode()


def test_reading_changes_nothing(world):
    before = Event.unscoped.count()
    client = world.client("business_manager")
    for name in ("partnership", "names", "agencies", "neighbours", "groups", "outbox", "partnership_duties"):
        client.get(reverse(name))
    assert Event.unscoped.count() == before


def test_days_are_written_by_the_day_they_fall_on(world):
    assert end_of(TODAY, world.at) == world.at
    assert end_of(date(2026, 8, 15), world.at) == start_of(date(2026, 8, 16))
    assert span(world.at, None) == "since 14 August 2026"
    assert span(world.at, start_of(date(2026, 8, 16))) == "14 August 2026 to 15 August 2026"
    assert span(world.at, world.at) == "14 August 2026 to 14 August 2026"
    assert queries.agency_kinds()[0] == ("childrens_services", "Council children's services")
