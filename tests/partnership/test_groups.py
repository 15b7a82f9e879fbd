"""Groups are formed and end; who reads them."""

from datetime import date, timedelta

import pytest

from cairn.kernel.verdict import Ground
from cairn.partnership import queries
from cairn.partnership.commands import seats
from tests.refused import recorded, refused

MAY_NOT = "Your role may not change agencies, groups, neighbours and local names."


def test_a_group_is_formed_and_sits_from_its_first_day(world):
    with recorded("form_group"):
        made = seats.form_group(
            name=" Learning group ",
            kind="business_group",
            starts_on=date(2026, 9, 1),
            by=world.actor("officer"),
            at=world.at,
        )
    assert made.name == "Learning group"
    assert made not in queries.groups(world.actor("chair"), world.at)
    assert made in queries.groups(world.actor("chair"), world.at + timedelta(days=30))
    assert queries.group(world.actor("chair"), made.key, world.at) == made


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [(" ", "subgroup", "Enter the group's name."), ("Choir", "choir", "Choose what the group is for.")],
)
def test_a_group_needs_a_name_and_a_purpose(world, name, kind, sentence):
    with refused(sentence, ground=Ground.INPUT):
        seats.form_group(name=name, kind=kind, starts_on=date(2026, 9, 1), by=world.actor("officer"), at=world.at)


def test_a_group_ends_when_nobody_sits_in_it(world):
    officer = world.actor("officer")
    empty = seats.form_group(
        name="Task group", kind="business_group", starts_on=date(2026, 5, 1), by=officer, at=world.at
    )
    with refused("The last day cannot be before the first, 1 May 2026.", ground=Ground.INPUT):
        seats.end_group(empty, ends_on=date(2026, 4, 30), by=officer, at=world.at)
    with recorded("end_group"):
        seats.end_group(empty, ends_on=date(2026, 8, 13), by=officer, at=world.at)
    assert empty not in queries.groups(officer, world.at)
    assert empty in queries.groups(officer, world.at, ended_too=True)
    with refused("The group has already ended."):
        seats.end_group(empty, ends_on=date(2026, 8, 14), by=officer, at=world.at)


def test_a_group_does_not_end_under_those_who_sit_in_it(world):
    with refused("People still sit in this group. End their seats first."):
        seats.end_group(world.group("subgroup"), ends_on=date(2026, 8, 14), by=world.actor("officer"), at=world.at)


@pytest.mark.parametrize("who", ["chair", "scrutineer", "administrator", "no_role"])
def test_others_neither_form_nor_end_a_group(world, who):
    with refused(MAY_NOT, ground=Ground.ROLE):
        seats.form_group(name="Mine", kind="agency", starts_on=date(2026, 9, 1), by=world.actor(who), at=world.at)
    with refused(MAY_NOT, "People still sit in this group. End their seats first.", ground=Ground.ROLE):
        seats.end_group(world.group("subgroup"), ends_on=date(2026, 9, 1), by=world.actor(who), at=world.at)


def test_who_holds_no_seat_sees_no_group_seat_or_person(world):
    stranger = world.actor("no_role")
    assert not queries.groups(stranger, world.at)
    assert not queries.seats(stranger, world.at)
    assert not queries.people(stranger, world.at)
    assert not queries.deputies(stranger, world.at, world.seat("member_education"))
    assert queries.group(stranger, world.group("subgroup").key, world.at) is None
    assert queries.seat(stranger, world.seat("chair").key, world.at) is None
    assert queries.person(stranger, world.user("chair").key, world.at) is None
    assert queries.roll(stranger, world.group("subgroup").key, date(2026, 8, 14), world.at) is None
