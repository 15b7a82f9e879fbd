"""The sheet to copy from: its order, up to four children one by one, the others in text."""

import pytest

from cairn.cases import commands as cases
from cairn.cases.queries import rights
from cairn.incidents import commands, queries
from cairn.incidents.engine.sheet import Field, in_order, lay_out
from cairn.incidents.models import SheetOrder
from cairn.kernel.verdict import Ground
from tests.incidents.furnished import begun
from tests.refused import recorded, refused
from tests.stories import ADDRESS, KNOWN_ON, NAME
from tests.world import EVERYBODY

LABELS = {"place": "Place", "child_name": "Name", "child_age": "Age", "further_children": "Further", "nature": "Nature"}


def test_the_fields_of_the_children_stand_where_the_first_of_them_does():
    children = [("Child R", {"child_name": "Zebedee"}), ("Child S", {"child_age": "4"})]
    laid = lay_out(["nature", "child_age", "place", "child_name"], LABELS, {"nature": "Death"}, children)
    assert laid == [
        Field("nature", "Nature", "", "Death"),
        Field("child_age", "Age", "Child R", "Not asked"),
        Field("child_name", "Name", "Child R", "Zebedee"),
        Field("child_age", "Age", "Child S", "4"),
        Field("child_name", "Name", "Child S", "Not asked"),
        Field("place", "Place", "", "Not asked"),
    ]


def test_from_the_fifth_child_on_they_go_in_as_text():
    children = [(f"Child {letter}", {"child_name": letter}) for letter in "ABCDEF"]
    laid = lay_out(["child_name", "further_children"], LABELS, {"further_children": "Twins."}, children)
    assert [field.child for field in laid if field.id == "child_name"] == ["Child A", "Child B", "Child C", "Child D"]
    assert laid[-1].value == "Twins.\nChild E: Name: E\nChild F: Name: F"


def test_a_field_that_was_not_arranged_comes_last_and_one_that_is_gone_is_left_out():
    assert in_order(["a", "b", "c"], ["c", "gone", "a"]) == ["c", "a", "b"]


def test_the_order_is_kept_for_the_partnership_and_each_field_comes_once(world):
    by, order = world.actor("officer"), queries.order()
    with recorded("arrange_sheet"):
        commands.arrange_sheet(order=order[::-1], by=by, at=world.at)
    assert queries.order() == order[::-1]
    for wrong in (order[1:], [order[0], *order]):
        with refused("Each field has a place of its own.", ground=Ground.INPUT):
            commands.arrange_sheet(order=wrong, by=by, at=world.at)
    assert SheetOrder.unscoped.count() == 1


@pytest.mark.parametrize("who", [who for who in (*EVERYBODY, "nobody") if who not in ("business_manager", "officer")])
def test_others_do_not_arrange_it(world, who):
    with refused("Your role may not record the decision to notify and what was sent.", ground=Ground.ROLE):
        commands.arrange_sheet(order=queries.order(), by=world.actor(who), at=world.at)


def test_the_values_are_those_of_the_records_and_nothing_is_made_up(world, stories):
    on, by, at = begun(world, stories), world.actor("officer"), world.at
    said = {"certainty": "established", "said_by": "The ward", "version": 0}
    commands.record_criteria_fact(on.case, fact="abuse_or_neglect", value="suspected", **said, by=by, at=at)
    commands.record_criteria_fact(on.case, fact="looked_after", value="no", about=on.child, **said, by=by, at=at)
    commands.say_what_happened(
        on.incident,
        what_happened="A baby was hurt.",
        nature="serious_harm",
        happened=commands.Happened("day", KNOWN_ON),
        version=1,
        by=by,
        at=at,
    )
    commands.describe_child(
        on.child, social_care="child_in_need", factors=[], placement="At home", known_to="", version=0, by=by, at=at
    )
    cases.answer_fact(on.child, fact="sex", answer="given", value="Boy", version=0, by=by, at=at)
    values = {field.id: field.value for field in queries.sheet(by, on.case, at, rights(by, on.case, at))}
    assert (values["child_name"], values["child_birth"]) == (f"{NAME[1]} {NAME[0]}", "3 February 2025")
    assert (values["child_age"], values["child_sex"], values["child_ethnicity"]) == ("1", "Boy", "Not asked")
    assert (values["child_disability"], values["child_looked_after"]) == ("Not asked", "No")
    assert (values["child_in_need"], values["child_protection_plan"]) == ("Yes", "No")
    assert (values["child_known_to"], values["child_placement"]) == ("Child in need", "At home")
    assert values["abuse_or_neglect"] == "Abuse or neglect is suspected."
    assert (values["nature"], values["rapid_review_threshold"]) == ("The child was seriously harmed", "Met")
    assert values["incident_place"] == f"{ADDRESS} CW1 9ZZ"
    assert (values["notifier"], values["incident_time"]) == ("Not asked", "Not asked")


def test_only_those_who_keep_the_notification_are_given_the_sheet(world, stories):
    on, at = begun(world, stories), world.at
    given = {who for who in EVERYBODY if _sheet(world.actor(who), on.case, at)}
    assert given == {"business_manager", "officer"}


def _sheet(by, case, at):
    return queries.sheet(by, case, at, rights(by, case, at))
