"""The frame of every page: the partnership's name, a menu of what one may read, nothing for strangers."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.desk.seen import page, words
from tests.world import World


def test_the_frame_names_the_partnership_and_no_demonstration(world: World) -> None:
    shown = page(world.client("chair"), reverse("home"))
    assert "Coldwater Safeguarding Children Partnership" in shown
    assert "Demonstration." not in shown


@pytest.mark.parametrize(("who", "labels"), [("chair", ["Who may do what", "Rulebook"]), ("no_role", [])])
def test_the_footer_offers_what_one_may_read(world: World, who: str, labels: list[str]) -> None:
    shown = page(world.client(who), reverse("home"))
    assert [label for label in ("Who may do what", "Rulebook") if label in shown] == labels


def test_the_page_one_is_on_is_marked_in_the_menu(world: World) -> None:
    html = world.client("chair").get(reverse("home")).content.decode()
    assert '<a class="govuk-service-navigation__link" href="/" aria-current="page">' in html
    html = world.client("chair").get(reverse("rulebook")).content.decode()
    assert 'href="/" aria-current="page"' not in html


@pytest.mark.parametrize(
    ("who", "menu"),
    [
        (
            "business_manager",
            [
                "Home",
                "Search",
                "Meetings",
                "Partnership",
                "Notices",
                "Accounts",
                "Your account",
                "Sign out",
            ],
        ),
        ("chair", ["Home", "Search", "Meetings", "Partnership", "Your account", "Sign out"]),
        (
            "administrator",
            ["Home", "Search", "Partnership", "Notices", "Accounts", "Your account", "Sign out"],
        ),
        ("auditor", ["Home", "Search", "Partnership", "Events", "Your account", "Sign out"]),
        ("no_role", ["Home", "Your account", "Sign out"]),
    ],
)
def test_the_menu_lists_what_one_may_read(world: World, who: str, menu: list[str]) -> None:
    html = world.client(who).get(reverse("home")).content.decode()
    assert words(html[html.index("<nav") : html.index("</nav>")]).removeprefix("Menu ") == " ".join(menu)


def test_one_place_of_the_menu_is_marked(world: World) -> None:
    html = world.client("business_manager").get(reverse("outbox")).content.decode()
    menu = html[html.index("<nav") : html.index("</nav>")]
    assert menu.count("aria-current") == 1
    assert f'href="{reverse("outbox")}" aria-current="page"' in menu


def test_a_stranger_finds_no_menu(world: World) -> None:
    assert "<nav" not in world.client("nobody").get(reverse("account_login")).content.decode()
