"""A practitioner compares a duty by edition, reads an edition whole, and tries a date."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cairn.guidance.applies import duties
from cairn.guidance.editions import editions
from cairn.guidance.working_days import england
from tests.desk.seen import main, page
from tests.world import World


def test_every_duty_is_listed_by_its_title(world: World) -> None:
    shown = main(world.client("chair"), reverse("rulebook"))
    assert [each.title for each in duties() if each.title not in shown] == []
    assert [each.title for each in editions() if each.title not in shown] == []


@pytest.mark.parametrize("name", [each.id for each in duties()])
def test_each_duty_is_compared_by_edition(world: World, name: str) -> None:
    shown = main(world.client("member"), reverse("rulebook_duty", args=[name]))
    for each in editions():
        rule = each.rules.get(name)
        if rule:
            assert each.title in shown
            assert str(rule.reference) in shown
            assert rule.if_missed in shown


def test_the_limit_of_a_notification_is_shown_with_its_paragraph(world: World) -> None:
    shown = main(world.client("author"), reverse("rulebook_duty", args=["notify_serious_incident"]))
    assert "5 working days after the day the local authority became aware of the incident" in shown
    assert "Working Together to Safeguard Children 2023, paragraph 330" in shown
    assert "The local authority to the national Panel" in shown


def test_advice_of_the_other_series_stands_beside_the_rule(world: World) -> None:
    shown = main(world.client("author"), reverse("rulebook_duty", args=["send_rapid_review"]))
    assert "Governed by: Guidance of the Child Safeguarding Practice Review Panel" in shown
    assert shown.index("Edition by edition") < shown.index("Beside it, as advice")
    assert "15 working days after the day of the incident" in shown


@pytest.mark.parametrize("name", [each.id for each in editions()])
def test_each_edition_is_shown_whole(world: World, name: str) -> None:
    shown = main(world.client("officer"), reverse("rulebook_edition", args=[name]))
    held = next(each for each in editions() if each.id == name)
    assert [rule.duty for rule in held.rules.values() if str(rule.reference) not in shown] == []
    unverified = [rule for rule in held.rules.values() if rule.verified == "not_verified"]
    assert shown.count("Not verified") >= len(unverified)
    assert ("The wording of this edition was not verified." in shown) is (held.verified == "not_verified")


def test_names_that_were_never_given_are_not_there(world: World) -> None:
    absent = world.client("chair").get("/never/was/")
    for name in ("rulebook_duty", "rulebook_edition"):
        response = world.client("chair").get(reverse(name, args=["no_such"]))
        assert (response.status_code, response.content) == (404, absent.content)


def test_bank_holidays_are_listed_by_year_with_the_version_of_the_list(world: World) -> None:
    shown = main(world.client("legal"), reverse("working_days"))
    assert england().version in shown
    assert "Monday 31 August 2026 Summer bank holiday" in shown
    assert shown.index("2030") < shown.index("Monday 2 January 2006")


def test_a_date_is_tried_and_the_days_are_counted_one_by_one(world: World) -> None:
    address = reverse("try_a_date")
    asked = "?duty=notify_serious_incident&starts_day=27&starts_month=8&starts_year=2026&edition="
    shown = main(world.client("chair"), address + asked)
    assert "Notify a serious incident: due by the end of Friday 4 September 2026" in shown
    assert "Saturday 29 August 2026 No Saturday" in shown
    assert "Monday 31 August 2026 No Bank holiday: Summer bank holiday" in shown
    assert "Friday 4 September 2026 Yes Working day 5" in shown


def test_an_old_case_keeps_the_edition_asked_for(world: World) -> None:
    asked = "?duty=notify_serious_incident&starts_day=27&starts_month=8&starts_year=2026&edition=wt23"
    shown = main(world.client("chair"), reverse("try_a_date") + asked)
    assert "Working Together to Safeguard Children 2023, paragraph 330" in shown


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("duty=notify_serious_incident&starts_day=30&starts_month=2&starts_year=2026", "Enter a real date"),
        ("duty=notify_serious_incident&starts_day=&starts_month=&starts_year=", "Enter the day the clock starts"),
        ("duty=no_such&starts_day=1&starts_month=2&starts_year=2026", "Choose one of those listed."),
        (
            "duty=notify_serious_incident&starts_day=1&starts_month=2&starts_year=1999",
            "outside the bank holidays known",
        ),
    ],
)
def test_a_date_that_cannot_be_counted_is_refused_in_words(world: World, asked: str, sentence: str) -> None:
    shown = page(world.client("chair"), f"{reverse('try_a_date')}?{asked}")
    assert sentence in shown
    assert "There is a problem" in shown
    assert "due by the end of" not in shown


@pytest.mark.parametrize("who", ["administrator", "auditor", "reviewer", "comms", "deputy"])
def test_whoever_has_a_role_may_read_it(world: World, who: str) -> None:
    assert world.client(who).get(reverse("rulebook")).status_code == 200


@pytest.mark.parametrize("name", ["rulebook", "working_days", "try_a_date", "access"])
@pytest.mark.parametrize("who", ["no_role", "leaver", "ex_reviewer"])
def test_without_a_role_it_is_not_there(world: World, who: str, name: str) -> None:
    assert world.client(who).get(reverse(name)).status_code == 404


def test_one_must_sign_in_first(world: World) -> None:
    assert world.client("nobody").get(reverse("rulebook")).status_code == 302
