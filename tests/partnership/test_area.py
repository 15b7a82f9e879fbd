"""The partnership is founded once, keeps what it is, and names things in its own words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from cairn.access.actor import MACHINE
from cairn.access.roles import Role
from cairn.kernel.verdict import Ground
from cairn.partnership import clock, queries
from cairn.partnership.commands import area
from cairn.partnership.models import Partnership, ProductDay, User
from tests.refused import recorded, refused

AT = datetime(2026, 4, 1, 8, tzinfo=UTC)
FACTS = {
    "name": "Westvale Partnership",
    "short_name": "WP",
    "council_name": "Westvale",
    "email": "office@westvale.example",
}
FIRST = area.FirstPerson("Ann First", "ann@westvale.example")
STARTED = {"arrangements_started_on": date(2019, 9, 29), "first": FIRST}


@pytest.mark.django_db
def test_a_partnership_is_founded_with_somebody_who_may_appoint_the_others():
    with recorded("found_partnership"):
        made = area.found_partnership(**FACTS, **STARTED, by=MACHINE, at=AT)
    assert (made.is_demo, queries.is_demonstration()) == (False, False)
    assert not ProductDay.unscoped.exists()
    first = User.unscoped.get()
    assert queries.actor_for(first, AT).roles == {Role.BUSINESS_MANAGER}
    assert not first.has_usable_password()


@pytest.mark.django_db
def test_a_demonstration_is_one_from_its_founding_and_has_a_day_of_its_own():
    assert not queries.is_demonstration()
    area.found_partnership(**FACTS, **STARTED, demonstration_day=date(2026, 8, 14), by=MACHINE, at=AT)
    assert queries.is_demonstration()
    assert clock.day_of(clock.now()) == date(2026, 8, 14)


def test_nobody_founds_a_second_partnership_and_no_person_founds_one(world):
    with refused("This database belongs to a partnership already."):
        area.found_partnership(**FACTS, **STARTED, by=MACHINE, at=world.at)
    with refused(
        "Cairn itself does this; nobody can do it by hand.", "This database belongs to a partnership already."
    ):
        area.found_partnership(**FACTS, **STARTED, by=world.actor("administrator"), at=world.at)
    assert Partnership.unscoped.count() == 1


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"name": ""}, "Enter the partnership's name."),
        ({"short_name": " "}, "Enter the partnership's short name."),
    ],
)
def test_a_partnership_has_its_names(world, fault, sentence):
    with refused(sentence, ground=Ground.INPUT):
        area.change_partnership(world.partnership, **(FACTS | fault), by=world.actor("business_manager"), at=world.at)


def test_the_partnership_changes_its_name_and_stays_what_it_is(world):
    with recorded("change_partnership"):
        changed = area.change_partnership(world.partnership, **FACTS, by=world.actor("officer"), at=world.at)
    assert (changed.name, changed.is_demo) == ("Westvale Partnership", False)
    assert queries.own_partnership(world.actor("auditor"), world.at) == changed
    assert queries.own_partnership(world.actor("no_role"), world.at) is None


def test_a_thing_is_called_what_the_partnership_calls_it(world):
    assert queries.local_name("subgroup") == "Case review subgroup"
    with recorded("name_thing"):
        area.name_thing(term="subgroup", name=" CRAG ", by=world.actor("officer"), at=world.at)
    area.name_thing(term="subgroup", name="CSPR subgroup", by=world.actor("officer"), at=world.at)
    assert queries.local_name("subgroup") == "CSPR subgroup"
    named = {naming.term: (naming.usual, naming.name) for naming in queries.local_names(world.actor("chair"), world.at)}
    assert named["subgroup"] == ("Case review subgroup", "CSPR subgroup")
    assert named["executive"] == ("Executive", "Executive")
    assert queries.local_names(world.actor("no_role"), world.at) == ()


def test_what_a_thing_was_called_is_kept_and_shown(world):
    later = world.at + timedelta(days=1)
    for name, at in (("CRAG", world.at), ("CRAG", later), ("CSPR subgroup", later)):
        area.name_thing(term="subgroup", name=name, by=world.actor("officer"), at=at)
    kept = queries.earlier_names(world.actor("member"), later)
    assert [(row.term, row.name, row.since, row.until, row.changed_by.name) for row in kept] == [
        ("subgroup", "CRAG", world.at, later, "Olu Office")
    ]
    page = world.client("member").get(reverse("names")).content.decode()
    assert "What we called things before" in page
    assert "CRAG" in page
    assert not queries.earlier_names(world.actor("no_role"), later)


def test_a_name_is_refused_for_nothing_known_for_blank_and_from_others(world):
    with refused("Choose what to name from the list.", ground=Ground.INPUT):
        area.name_thing(term="kitchen", name="Scullery", by=world.actor("officer"), at=world.at)
    with refused("Enter the name your partnership uses.", ground=Ground.INPUT):
        area.name_thing(term="subgroup", name=" ", by=world.actor("officer"), at=world.at)
    with refused("Your role may not change agencies, groups, neighbours and local names.", ground=Ground.ROLE):
        area.name_thing(term="subgroup", name="CRAG", by=world.actor("chair"), at=world.at)
    with pytest.raises(ValueError, match="kitchen"):
        queries.local_name("kitchen")


def test_what_the_partnership_was_called_before_is_kept_and_shown(world):
    manager, whole = world.actor("business_manager"), queries.own_partnership(world.actor("member"), world.at)
    before = (whole.name, whole.short_name, whole.council_name, whole.email)
    area.change_partnership(whole, **FACTS, by=manager, at=world.at)
    area.change_partnership(whole, **FACTS, by=manager, at=world.at)  # nothing new, so nothing earlier
    (kept,) = queries.earlier_details_of_partnership(world.actor("member"), world.at)
    assert (kept.name, kept.short_name, kept.council_name, kept.email) == before
    assert (kept.until, kept.changed_by.name) == (world.at, manager.name)
    page = world.client("member").get(reverse("partnership")).content.decode()
    assert before[0] in page
    assert not queries.earlier_details_of_partnership(world.actor("no_role"), world.at)
