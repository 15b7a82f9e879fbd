"""Which area leads: by the rule of the day, or as the areas agreed otherwise."""

from datetime import date

import pytest

from cairn.incidents import commands, queries
from cairn.incidents.engine.leading import who_leads
from cairn.incidents.engine.nhs import framework_on
from cairn.kernel.verdict import Ground, Refused
from cairn.partnership.models import Neighbour
from tests.incidents.furnished import begun
from tests.refused import recorded, refused


@pytest.fixture
def on(world, stories):
    return begun(world, stories)


@pytest.mark.parametrize(
    ("edition", "happened", "lives", "ours", "area"),
    [
        ("wt23", "ours", "other_area", True, ""),
        ("wt18", "other_area", "ours", False, "Northmoor"),
        ("wt26", "other_country", "ours", True, ""),
        ("wt26", "other_country", "other_country", False, ""),
        ("wt23", "not_known", "ours", None, ""),
        ("wt15", "other_area", "ours", True, ""),
        ("wt15", "ours", "other_area", False, "Eastvale"),
        ("wt10", "ours", "not_asked", None, ""),
        ("", "ours", "ours", True, ""),
    ],
)
def test_since_2018_the_area_of_the_incident_leads_and_before_that_of_residence(edition, happened, lives, ours, area):
    found = who_leads(edition, happened_in=happened, happened_area="Northmoor", lives_in=lives, lives_area="Eastvale")
    assert (found.ours, found.area) == (ours, area)
    assert ("Until June 2018" in found.rule) is (edition in ("wt15", "wt10"))
    assert found.answer
    assert found.rests_on


def test_an_area_that_nobody_named_leads_as_another_area():
    found = who_leads("wt23", happened_in="other_area", happened_area="", lives_in="ours", lives_area="")
    assert found.answer == "Another area leads. It happened there."


def test_the_nhs_calls_its_inquiry_by_the_framework_of_the_day():
    assert framework_on(date(2024, 3, 31)) == "NHS Serious Incident Framework"
    assert framework_on(date(2024, 4, 1)) == "NHS Patient Safety Incident Response Framework"


def part(on, **changes):
    facts = {"area": "Farvale", "role": "joint"}
    return commands.record_area_role(on.case, **{**facts, **changes}, by=on.world.actor("officer"), at=on.world.at)


def test_a_joint_rapid_review_and_a_contribution_are_kept_with_whose_report_counts_them(world, on):
    northmoor = Neighbour.unscoped.get()
    with recorded("record_area_role"):
        part(on, area="", ourselves=True, role="lead", counts_it=True)
    part(on, area="", neighbour=northmoor)
    part(on, role="contributor")
    rows = queries.area_roles(world.actor("member"), on.case, world.at)
    assert [(queries.area_name(row), row.role, row.counts_it) for row in rows] == [
        ("Coldwater Safeguarding Children Partnership", "lead", True),
        ("Northmoor Safeguarding Children Partnership", "joint", False),
        ("Farvale", "contributor", False),
    ]


def test_an_area_has_one_part_and_one_area_leads(on):
    part(on, role="lead")
    with refused("This area has a part already. End that one first.", ground=Ground.STATE):
        part(on)
    with refused("Another area leads already. End that first.", ground=Ground.STATE):
        part(on, area="Elsewhere", role="lead")


def test_a_part_ends_once_and_stays_to_be_seen(world, on):
    row, by = part(on), world.actor("officer")
    with recorded("end_area_role"):
        commands.end_area_role(row, by=by, at=world.at)
    with refused("This part has ended already."):
        commands.end_area_role(row, by=by, at=world.at)
    assert queries.area_roles(by, on.case, world.at) == []
    assert queries.area_roles(by, on.case, world.at, ended=True) == [row]


def test_another_lead_than_the_rule_gives_has_a_reason(world, on):
    places = {"happened": commands.Place("ours"), "lives": commands.Place("ours")}
    commands.say_where(on.incident, **places, moved="no", version=1, by=world.actor("officer"), at=world.at)
    with refused("By the rule another area leads. Say why it was agreed otherwise."):
        part(on, role="lead")
    row = part(on, role="lead", different_because="Their police hold the case; agreed by mail.")
    assert row.different_because == "Their police hold the case; agreed by mail."
    assert part(on, area="Elsewhere").different_because == ""


def test_where_nothing_is_recorded_yet_any_lead_can_be_kept(world, stories):
    case = stories.case_at("opened", "Child S")
    row = commands.record_area_role(case, area="Farvale", role="lead", by=world.actor("officer"), at=world.at)
    assert row.role == "lead"


@pytest.mark.parametrize(
    ("changes", "about"), [({"role": "boss"}, "role"), ({"area": " "}, "who"), ({"ourselves": True}, "who")]
)
def test_what_was_typed_wrong_is_said_beside_its_field(on, changes, about):
    with pytest.raises(Refused) as refusal:
        part(on, **changes)
    assert [reason.about for reason in refusal.value.verdict.reasons] == [about]
