"""What the frame of every page shows: the partnership's name, the menu, the day of a demonstration."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.desk.views.asking import actor_of
from cairn.partnership import clock, policy

# What the menu offers: the words, the address by name, and the action one must hold; none for whoever is signed in.
MENU = (
    ("Home", "home", ""),
    ("Search", "search", "read_reference"),
    ("Meetings", "meetings", "read_meeting"),
    ("Partnership", "partnership", "read_partnership"),
    ("Notices", "outbox", "read_outbox"),
    ("Accounts", "accounts", "read_accounts"),
    ("Events", "events", "read_audit"),
    ("Your account", "own_account", ""),
    ("Sign out", "account_logout", ""),
)
FOOTER = (
    ("Who may do what", "access", "read_reference"),
    ("Rulebook", "rulebook", "read_reference"),
    ("Published reviews", "published_reviews", "read_published_reviews"),
    ("Help and privacy", "help", ""),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame for whoever asks: no query but for the day of a demonstration. No menu for those not signed in."""
    partnership, actor = getattr(request, "partnership", None), actor_of(request)
    shown: dict[str, Any] = {"partnership_name": partnership.name if partnership else ""}
    if partnership and partnership.is_demo:
        shown["product_day"] = clock.now().date()
        shown["may_move_day"] = bool(policy.holds_a_seat(actor))
    if actor.user_id is None:
        return shown
    offered = _links(MENU, actor)
    here = _nearest(offered, request.path)
    return shown | {
        "menu": [(label, href, href == here) for label, href in offered],
        "footer_links": _links(FOOTER, actor),
    }


def _links(offered: tuple[tuple[str, str, str], ...], actor: Actor) -> list[tuple[str, str]]:
    return [
        (label, reverse(name)) for label, name, action in offered if not action or matrix.verdict(actor.roles, action)
    ]


def _is_here(href: str, path: str) -> bool:
    return path == href if href == "/" else path.startswith(href)


def _nearest(menu: list[tuple[str, str]], path: str) -> str:
    """The address in the menu under which the page lies: the longest that fits."""
    return max((href for _, href in menu if _is_here(href, path)), key=len, default="")
