"""Tags for finding one's way: menus, trails, pages of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.core.paginator import Page

from cairn.look import parts

register = template.Library()

Shown = dict[str, Any]


@register.inclusion_tag("components/skip_link.html")
def skip_link(text: str = "Skip to main content", href: str = "#main-content") -> Shown:
    """The first stop of the keyboard."""
    return {"text": text, "href": href}


@register.inclusion_tag("components/generic_header.html")
def generic_header(text: str, href: str = "/", *, mark: bool = True) -> Shown:
    """The name of the partnership, with the cairn beside it."""
    return {"text": text, "href": href, "mark": mark}


@register.inclusion_tag("components/service_navigation.html")
def service_navigation(menu: Sequence[tuple[str, str, bool]]) -> Shown:
    """The menu: (label, address, whether it is where one is)."""
    return {"menu": menu}


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(crumbs: Sequence[tuple[str, str]]) -> Shown:
    """The way here: (label, address); the last may have an empty address."""
    return {"crumbs": crumbs}


@register.inclusion_tag("components/back_link.html")
def back_link(href: str, text: str = "Back") -> Shown:
    """The way back, where there is no trail of breadcrumbs."""
    return {"href": href, "text": text}


@register.inclusion_tag("components/pagination.html")
def pagination(page: Page, address: str = "?page=") -> Shown:
    """Pages of a list. `address` is what stands before the number, filters included."""
    links = [_page_link(number, page, address) for number in page.paginator.get_elided_page_range(page.number)]
    return {
        "pages": links,
        "previous": f"{address}{page.previous_page_number()}" if page.has_previous() else "",
        "next": f"{address}{page.next_page_number()}" if page.has_next() else "",
    }


def _page_link(number: int | str, page: Page, address: str) -> parts.Link:
    return parts.Link(str(number), f"{address}{number}" if isinstance(number, int) else "", number == page.number)


@register.inclusion_tag("components/side_navigation.html")
def side_navigation(links: Sequence[parts.Link], label: str = "On this page") -> Shown:
    """Sections of a long page or form."""
    return {"links": links, "label": label}


@register.inclusion_tag("components/sub_navigation.html")
def sub_navigation(links: Sequence[parts.Link], label: str = "Case", followed: bool = False) -> Shown:
    """The pages of one record; `followed` where a second line of links comes beneath."""
    return {"links": links, "label": label, "followed": followed}


@register.inclusion_tag("components/exit_this_page.html")
def exit_this_page(href: str) -> Shown:
    """Leaves at once for a harmless page; for pages that families read."""
    return {"href": href}
