"""Agencies open, are put right, end and hand over; neighbours are named."""

from datetime import date

import pytest
from django.urls import reverse

from cairn.kernel.verdict import Ground
from cairn.partnership import queries
from cairn.partnership.commands import agency
from cairn.partnership.models import Agency, AgencySuccession, Neighbour
from tests.refused import recorded, refused

FACTS = {"name": " Northern Rail ", "short_name": " NR ", "kind": "other", "contact_point": "nr@rail.example"}
MAY_NOT = "Your role may not change agencies, groups, neighbours and local names."


def test_an_agency_opens_on_a_day(world):
    with recorded("open_agency"):
        made = agency.open_agency(**FACTS, starts_on=date(2026, 9, 1), by=world.actor("officer"), at=world.at)
    assert (made.name, made.short_name, made.kind) == ("Northern Rail", "NR", "other")
    assert made not in queries.agencies(world.actor("chair"), world.at)
    assert made in queries.agencies(world.actor("chair"), world.at, on=date(2026, 9, 1))
    assert queries.agency(world.actor("chair"), made.key, world.at) == made


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"name": " "}, "Enter the agency's full name."),
        ({"short_name": ""}, "Enter a short name, such as ICB."),
        ({"kind": "circus"}, "Choose what kind of agency it is."),
    ],
)
def test_an_agency_needs_its_names_and_kind(world, fault, sentence):
    manager = world.actor("business_manager")
    with refused(sentence, ground=Ground.INPUT):
        agency.open_agency(**(FACTS | fault), starts_on=date(2026, 9, 1), by=manager, at=world.at)
    with refused(sentence, ground=Ground.INPUT):
        agency.change_agency(world.agency("PH"), **(FACTS | fault), by=manager, at=world.at)


@pytest.mark.parametrize(
    "who", ["chair", "partner_council", "member", "reviewer", "administrator", "auditor", "nobody"]
)
def test_others_may_not_change_agencies(world, who):
    by = world.actor(who)
    open_one = world.agency("PH")
    with refused(MAY_NOT, ground=Ground.ROLE):
        agency.open_agency(**FACTS, starts_on=date(2026, 9, 1), by=by, at=world.at)
    with refused(MAY_NOT, ground=Ground.ROLE):
        agency.change_agency(open_one, **FACTS, by=by, at=world.at)
    with refused(MAY_NOT, ground=Ground.ROLE):
        agency.end_agency(open_one, ends_on=date(2026, 9, 1), by=by, at=world.at)
    with refused(MAY_NOT, ground=Ground.ROLE):
        agency.succeed_agency(open_one, successor=world.agency("ICB"), on=date(2026, 9, 1), by=by, at=world.at)
    with refused(MAY_NOT, ground=Ground.ROLE):
        agency.add_neighbour(name="Westvale", by=by, at=world.at)


def test_what_is_written_about_an_agency_is_put_right(world):
    with recorded("change_agency"):
        agency.change_agency(world.agency("PH"), **FACTS, by=world.actor("business_manager"), at=world.at)
    assert Agency.unscoped.get(short_name="NR").contact_point == "nr@rail.example"


def test_what_stood_before_is_kept_and_shown_with_who_changed_it(world):
    manager, viewer, health = world.actor("business_manager"), world.actor("member"), world.agency("PH")
    agency.change_agency(health, **FACTS, by=manager, at=world.at)
    agency.change_agency(health, **FACTS, by=manager, at=world.at)  # nothing new, so nothing earlier
    agency.change_agency(health, **(FACTS | {"contact_point": ""}), by=world.actor("officer"), at=world.at)
    kept = queries.earlier_details(viewer, world.at, health)
    assert [(row.name, row.short_name, row.kind, row.contact_point, row.changed_by.name) for row in kept] == [
        ("Northern Rail", "NR", "other", "nr@rail.example", "Olu Office"),
        ("Coldwater Council public health", "PH", "public_health", "", "Bea Manager"),
    ]
    page = world.client("member").get(reverse("agency", args=[health.key])).content.decode()
    for words in ("What was written before", "Coldwater Council public health", "nr@rail.example", "by Olu Office"):
        assert words in page
    other = world.client("member").get(reverse("agency", args=[world.agency("ICB").key])).content.decode()
    assert "What was written before" not in other
    assert not queries.earlier_details(world.actor("no_role"), world.at, health)


def test_an_agency_ends_after_its_last_day(world):
    with recorded("end_agency"):
        ended = agency.end_agency(world.agency("PH"), ends_on=date(2026, 8, 14), by=world.actor("officer"), at=world.at)
    viewer = world.actor("member")
    assert ended in queries.agencies(viewer, world.at)
    assert ended not in queries.agencies(viewer, world.at, on=date(2026, 8, 15))
    assert ended in queries.agencies(viewer, world.at, ended_too=True)


def test_an_agency_ends_once_and_not_before_it_began(world):
    manager = world.actor("business_manager")
    with refused("Coldwater Clinical Commissioning Group already ends on 30 June 2022."):
        agency.end_agency(world.agency("CCG"), ends_on=date(2026, 9, 1), by=manager, at=world.at)
    with refused("The last day cannot be before the first, 1 April 2013.", ground=Ground.INPUT):
        agency.end_agency(world.agency("PH"), ends_on=date(2013, 3, 31), by=manager, at=world.at)


def test_the_board_took_over_from_the_group_and_a_second_may_on_the_same_day(world):
    manager, group, board = world.actor("business_manager"), world.agency("CCG"), world.agency("ICB")
    assert (group.ends_on, board.starts_on) == (date(2022, 6, 30), date(2022, 7, 1))
    with recorded("succeed_agency"):
        agency.succeed_agency(group, successor=world.agency("TRUST"), on=date(2022, 7, 1), by=manager, at=world.at)
    rows = queries.successions(world.actor("chair"), world.at, group)
    assert [(row.successor.short_name, row.on) for row in rows] == [
        ("ICB", date(2022, 7, 1)),
        ("TRUST", date(2022, 7, 1)),
    ]
    assert [row.predecessor for row in queries.successions(world.actor("chair"), world.at, board)] == [group]


@pytest.mark.parametrize(
    ("old", "new", "on", "sentences"),
    [
        ("CCG", "ICB", date(2022, 7, 1), ["This succession is already recorded."]),
        ("PH", "PH", date(2026, 9, 1), ["An agency cannot take over from itself."]),
        ("CCG", "PH", date(2023, 7, 1), ["Coldwater Clinical Commissioning Group already ended on another day."]),
        ("CSC", "ICB", date(2022, 6, 1), ["Fellside Integrated Care Board does not exist on 1 June 2022."]),
        ("ICB", "PH", date(2022, 7, 1), ["Fellside Integrated Care Board has not begun by then."]),
    ],
)
def test_a_succession_that_cannot_be_is_refused(world, old, new, on, sentences):
    with refused(*sentences):
        agency.succeed_agency(
            world.agency(old), successor=world.agency(new), on=on, by=world.actor("officer"), at=world.at
        )
    assert AgencySuccession.unscoped.count() == 1


def test_a_neighbour_is_named_once(world):
    manager = world.actor("business_manager")
    with recorded("add_neighbour"):
        agency.add_neighbour(name=" Westvale ", contact_point="duty@westvale.example", by=manager, at=world.at)
    assert Neighbour.unscoped.get(name="Westvale") in queries.neighbours(world.actor("chair"), world.at)
    with refused("This partnership is already listed.", ground=Ground.INPUT):
        agency.add_neighbour(name="WESTVALE", by=manager, at=world.at)
    with refused("Enter the name of the partnership.", ground=Ground.INPUT):
        agency.add_neighbour(name=" ", by=manager, at=world.at)


def test_who_holds_no_seat_sees_no_agency(world):
    stranger = world.actor("no_role")
    assert not queries.agencies(stranger, world.at)
    assert not queries.neighbours(stranger, world.at)
    assert not queries.successions(stranger, world.at, world.agency("CCG"))
    assert queries.agency(stranger, world.agency("PH").key, world.at) is None
