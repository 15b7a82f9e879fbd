"""The links between the pages of a case: parts first, then the pages of the part where the reader is."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.stories import Stories
from tests.world import World

NAVIGATION = re.compile(r'<nav class="moj-sub-navigation[^"]*" aria-label="([^"]+)">(.*?)</nav>', re.DOTALL)
LINK = re.compile(r'<a class="moj-sub-navigation__link"( aria-current="page")? href="([^"]+)">([^<]+)</a>')


def ways(world: World, who: str, address: str) -> dict[str, list[str]]:
    """What each line of links says, by its name; the page where the reader is stands in brackets."""
    html = world.client(who).get(address).content.decode()
    return {
        name: [f"[{text}]" if current else text for current, _href, text in LINK.findall(links)]
        for name, links in NAVIGATION.findall(html)
    }


def test_the_parts_of_a_case_stand_on_one_line_and_the_pages_of_this_part_beneath(
    world: World, stories: Stories
) -> None:
    case = stories.case_at("shared")
    found = ways(world, "business_manager", reverse("case_duties", args=[case.key]))
    assert found["Case"] == [
        *("Overview", "Incident", "Children and family", "Agencies", "Chronology", "Documents", "Meetings"),
        *("Decisions", "Findings", "National Panel", "[Owed]", "Access", "History"),
    ]
    assert found["Owed"] == ["Clocks", "[Duties]", "Actions"]


@pytest.mark.parametrize(
    ("name", "part", "page"),
    [
        ("incident", "Incident", "Incident"),
        ("notifying", "Incident", "Is it notifiable?"),
        ("rapid_review_report", "National Panel", "Report to the Panel"),
        ("case_agencies", "Agencies", "Agencies taking part"),
    ],
)
def test_a_page_beneath_another_is_not_taken_for_it(
    world: World, stories: Stories, name: str, part: str, page: str
) -> None:
    case = stories.case_at("shared")
    pages = ways(world, "business_manager", reverse(name, args=[case.key]))[part]
    assert [text for text in pages if text.startswith("[")] == [f"[{page}]"]


def test_the_page_of_one_act_shows_the_part_it_belongs_to(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    found = ways(world, "business_manager", reverse("case_add_person", args=[case.key]))
    assert found["Children and family"] == ["[Children and family]", "Places"]


def test_the_first_page_and_a_part_of_one_page_have_no_second_line(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    for name in ("case", "case_files"):
        assert list(ways(world, "business_manager", reverse(name, args=[case.key]))) == ["Case"]


def test_a_part_of_which_a_reader_may_read_nothing_is_not_there(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    for who, hidden in (("author", "National Panel"), ("member", "History")):
        assert hidden in ways(world, "business_manager", reverse("case", args=[case.key]))["Case"]
        assert hidden not in ways(world, who, reverse("case", args=[case.key]))["Case"]
