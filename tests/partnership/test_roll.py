"""The roll of the subgroup, today and as it stood on a day (OB-004, OB-005, OB-106, OB-215)."""

from datetime import date, timedelta

from cairn.access.roles import Role
from cairn.partnership import queries
from cairn.partnership.commands import seats


def test_the_roll_says_who_sits_for_whom_and_since_when(world):
    roll = queries.roll(world.actor("scrutineer"), world.group("subgroup").key, date(2026, 8, 14), world.at)
    assert [(place.who, place.title, place.role, place.employer, place.speaks_for) for place in roll.places] == [
        ("Clare Chair", "Deputy director", "Subgroup chair", "Coldwater Council children's services", ()),
        (
            "Mo Member",
            "Designated doctor",
            "Subgroup member",
            "Fellside Integrated Care Board",
            ("Coldwater Community Health Trust",),
        ),
        ("Con Flict", "Detective inspector", "Subgroup member", "Fellside Police", ()),
        ("Edie School", "Head teacher", "Subgroup member", "Coldwater Schools", ()),
        ("Otto Side", "Public health consultant", "Subgroup member", "Coldwater Council public health", ()),
        ("Lee Gal", "Solicitor", "Legal adviser", "Coldwater Council legal services", ()),
    ]
    assert {place.since for place in roll.places} == {date(2026, 4, 1)}
    assert [place.deputies for place in roll.places if place.who == "Edie School"] == [("Dee Puty",)]
    assert roll.unheard == ()


def test_the_roll_of_an_earlier_day_is_as_it_stood(world):
    actor, key = world.actor("member"), world.group("subgroup").key
    earlier = queries.roll(actor, key, date(2026, 7, 30), world.at)
    assert "Lea Ver" in {place.who for place in earlier.places}
    assert all(place.deputies == () for place in earlier.places)
    assert queries.roll(actor, key, date(2026, 3, 31), world.at).places == ()


def test_an_end_within_the_day_shows_at_once_and_not_before_its_hour(world):
    actor, key = world.actor("member"), world.group("subgroup").key
    ends_at = world.at + timedelta(hours=1)
    seats.end_seat(world.seat("legal"), ends_at=ends_at, by=world.actor("business_manager"), at=world.at)
    now = queries.roll(actor, key, date(2026, 8, 14), world.at)
    then = queries.roll(actor, key, date(2026, 8, 14), ends_at)
    assert [roll.unheard for roll in (now, then)] == [(), ("Council legal services",)]


def test_a_group_that_is_no_subgroup_is_expected_to_hear_from_nobody_in_particular(world):
    roll = queries.roll(world.actor("chair"), world.group("scrutiny").key, date(2026, 8, 14), world.at)
    assert [(place.who, place.employer) for place in roll.places] == [("Sol Scrutiny", "")]
    assert roll.unheard == ()


def test_the_roll_takes_as_many_queries_however_many_sit(world, django_assert_num_queries):
    actor, group = world.actor("member"), world.group("subgroup")
    with django_assert_num_queries(6):
        queries.roll(actor, group.key, date(2026, 8, 14), world.at)
    for who in ("no_role", "panel_member", "author"):
        seats.appoint(
            group,
            holder=world.user(who),
            title="Guest",
            role=Role.SUBGROUP_MEMBER,
            employer=world.agency("PH"),
            speaks_for=[world.agency("TRUST")],
            starts_at=world.at,
            by=world.actor("business_manager"),
            at=world.at,
        )
    with django_assert_num_queries(6):
        queries.roll(actor, group.key, date(2026, 8, 14), world.at)


def test_people_to_choose_from_are_those_with_an_open_account(world):
    person = world.user("leaver")
    person.is_active, person.closed_at = False, world.at
    person.save()
    manager = world.actor("business_manager")
    assert person not in queries.people(manager, world.at)
    assert queries.person(manager, person.key, world.at) == person
