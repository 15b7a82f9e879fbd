"""Somebody takes a seat: employer and those spoken for are kept apart (OB-005)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cairn.access.roles import Role
from cairn.kernel.verdict import Ground
from cairn.partnership.commands import agency, seats
from cairn.partnership.models import Seat
from tests.refused import recorded, refused


def _appoint(world, **facts):
    usual = {
        "holder": world.user("no_role"),
        "title": "Designated nurse",
        "role": Role.SUBGROUP_MEMBER,
        "starts_at": world.at,
        "by": world.actor("business_manager"),
        "at": world.at,
    }
    group = facts.pop("group", world.group("subgroup"))
    return seats.appoint(group, **(usual | facts))


def test_a_seat_says_who_employs_and_for_whom_it_speaks(world):
    with recorded("appoint"):
        seat = _appoint(
            world,
            employer=world.agency("ICB"),
            speaks_for=[world.agency("TRUST"), world.agency("PH")],
            represents=" Both health bodies of the county ",
        )
    assert (seat.employer, seat.represents) == (world.agency("ICB"), "Both health bodies of the county")
    actor = world.actor("no_role")
    assert actor.roles == {Role.SUBGROUP_MEMBER}
    assert actor.agency_ids == {world.agency(short).pk for short in ("ICB", "TRUST", "PH")}


def test_rights_begin_with_the_seat_to_the_second(world):
    _appoint(world, starts_at=world.at + timedelta(hours=1))
    assert world.actor("no_role", world.at + timedelta(minutes=59, seconds=59)).roles == frozenset()
    assert world.actor("no_role", world.at + timedelta(hours=1)).roles == {Role.SUBGROUP_MEMBER}


@pytest.mark.parametrize(
    "who", ["officer", "chair", "partner_police", "scrutineer", "member", "administrator", "auditor", "no_role"]
)
def test_only_the_business_manager_appoints(world, who):
    with refused("Your role may not appoint to a seat, name a deputy, end either.", ground=Ground.ROLE):
        _appoint(world, by=world.actor(who), holder=world.user("deputy"))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": " "}, "Enter what the seat is called."),
        ({"role": Role.BRIEFED_DEPUTY}, "A deputy is named beside a seat, not given one."),
        (
            {"role": Role.AUDITOR},
            "System administrators and auditors sit with those who run and check the service; nobody else does.",
        ),
        (
            {"starts_at": datetime(2026, 3, 31, 12, tzinfo=UTC)},
            "Case Review and Governance Group does not sit on 31 March 2026.",
        ),
    ],
)
def test_a_seat_that_makes_no_sense_is_refused(world, facts, sentence):
    with refused(sentence, ground=Ground.INPUT):
        _appoint(world, **facts)


def test_case_workers_do_not_sit_with_those_who_run_the_service(world):
    sentence = "System administrators and auditors sit with those who run and check the service; nobody else does."
    with refused(sentence, ground=Ground.INPUT):
        _appoint(world, group=world.group("service"))


@pytest.mark.parametrize(
    ("who", "group", "role"),
    [("administrator", "subgroup", Role.SUBGROUP_MEMBER), ("chair", "service", Role.SYSTEM_ADMINISTRATOR)],
)
def test_nobody_both_keeps_the_service_and_works_on_cases(world, who, group, role):
    with refused("This person would both keep or check the service and work on cases. Those are kept apart."):
        _appoint(world, holder=world.user(who), group=world.group(group), role=role)
    assert Seat.unscoped.filter(holder=world.user(who)).count() == 1


def test_nobody_appoints_herself(world):
    sentence = "You cannot give a seat to yourself. Ask somebody else to appoint you."
    with refused(sentence, ground=Ground.ROLE):
        _appoint(world, holder=world.user("business_manager"), role=Role.SAFEGUARDING_PARTNER)


def test_a_closed_account_is_given_no_seat(world):
    person = world.user("no_role")
    person.is_active, person.closed_at = False, world.at
    person.save()
    with refused("This account is closed."):
        _appoint(world, holder=person)


def test_an_agency_that_has_ended_employs_nobody_and_is_spoken_for_by_nobody(world):
    gone = "Coldwater Clinical Commissioning Group does not exist on 14 August 2026."
    with refused(gone, ground=Ground.INPUT):
        _appoint(world, employer=world.agency("CCG"))
    with refused(gone, ground=Ground.INPUT):
        _appoint(world, employer=world.agency("ICB"), speaks_for=[world.agency("TRUST"), world.agency("CCG")])


def test_nobody_is_appointed_to_a_group_that_has_ended(world):
    manager = world.actor("business_manager")
    group = seats.form_group(name="Old group", kind="agency", starts_on=date(2026, 5, 1), by=manager, at=world.at)
    seats.end_group(group, ends_on=date(2026, 6, 1), by=manager, at=world.at)
    with refused("Old group does not sit on 14 August 2026.", ground=Ground.INPUT):
        _appoint(world, group=group)


def test_an_agency_that_ends_on_the_day_may_still_employ(world):
    manager = world.actor("business_manager")
    agency.end_agency(world.agency("PH"), ends_on=date(2026, 8, 14), by=manager, at=world.at)
    assert _appoint(world, employer=world.agency("PH")).employer == world.agency("PH")
