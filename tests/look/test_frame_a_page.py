"""The frame around every page."""

from datetime import date

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string


def frame(**context: object) -> str:
    return render_to_string("look_tests/plain.html", context)


def test_a_page_stands_without_any_context() -> None:
    html = frame()
    assert "<title>Plain – Cairn</title>" in html
    assert '<html lang="en-GB"' in html
    assert "govuk-service-navigation" not in html
    assert "cairn-demo" not in html
    assert "govuk-breadcrumbs" not in html
    assert "cairn-restricted" not in html


def test_it_bears_the_name_of_the_partnership() -> None:
    html = frame(partnership_name="Borsetshire Safeguarding Children Partnership")
    assert "<title>Plain – Borsetshire Safeguarding Children Partnership</title>" in html
    assert "</svg>Borsetshire Safeguarding Children Partnership</a>" in html


def test_the_menu_lists_what_it_is_given_and_marks_where_one_is() -> None:
    html = frame(menu=[("Home", "/", True), ("Cases", "/cases/", False)])
    assert 'href="/" aria-current="page"' in html
    assert '<a class="govuk-service-navigation__link" href="/cases/">Cases</a>' in html


def test_a_demonstration_says_so_and_which_day_it_is_there() -> None:
    html = frame(product_day=date(2026, 8, 14))
    assert (
        "<strong>Demonstration.</strong> All people and events are made up. Here it is Friday 14 August 2026." in html
    )


def test_a_marking_stands_on_screen_and_on_each_sheet() -> None:
    html = frame(marking="Official-Sensitive")
    assert '<p class="cairn-marking">Official-Sensitive</p>' in html
    assert 'class="govuk-template__body cairn-restricted"' in html


def test_trail_and_footer_list_what_they_are_given() -> None:
    html = frame(breadcrumbs=[("Cases", "/cases/"), ("RR-1", "")], footer_links=[("Rulebook", "/rules/")])
    assert '<a class="govuk-breadcrumbs__link" href="/cases/">Cases</a>' in html
    assert '<a class="govuk-link" href="/rules/">Rulebook</a>' in html


def test_messages_are_shown_by_their_weight() -> None:
    said = [
        Message(constants.SUCCESS, "Saved <i>now</i>."),
        Message(constants.WARNING, "Late."),
        Message(constants.INFO, "So."),
    ]
    html = frame(messages=said)
    assert "govuk-notification-banner--success" in html
    assert "Saved &lt;i&gt;now&lt;/i&gt;." in html
    assert "moj-alert--warning" in html
    assert "moj-alert--information" in html
