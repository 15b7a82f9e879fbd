"""A case with one of everything this app keeps, and what a browser sends to its pages."""

from __future__ import annotations

import re
from datetime import date

from django.http import HttpResponse
from django.urls import reverse

from cairn.incidents import commands
from tests.cases.deciding import decide
from tests.incidents.furnished import AHEAD, SENT, TODAY, Scene, begun
from tests.stories import Stories
from tests.world import World


def full(world: World, stories: Stories) -> Scene:
    """Notified, withdrawn, decided not to be notified, watched; with a part of another area and a fact."""
    on, by, at = begun(world, stories), world.actor("officer"), world.at
    commands.record_criteria_fact(
        on.case, fact="died", value="no", certainty="established", said_by="The ward", version=0, by=by, at=at
    )
    commands.record_criteria_fact(
        on.case,
        fact="looked_after",
        value="",
        said_by="The ward",
        about=on.child,
        version=0,
        by=by,
        at=at,
    )
    commands.describe_child(on.child, social_care="child_in_need", factors=["neglect"], version=0, by=by, at=at)
    on.area = commands.record_area_role(on.case, area="Farvale", role="joint", by=by, at=at)
    on.notification = commands.record_notification(on.incident, sent=SENT, by=by, at=at)
    on.decision = decide(world, on.case, "notify", "not_notify")
    on.watch = commands.watch_case(on.decision, events=["toxicology"], look_again_on=AHEAD, by=by, at=at)
    commands.record_notice(on.case, kind="other_area", sent_to="Farvale", sent_on=TODAY, evidence="Mail.", by=by, at=at)
    return on


def urls_of(on: Scene) -> dict[str, str]:
    """Every page of the incident, by name."""
    keys = {
        "area_end": [on.area.key],
        "child_at_incident": [on.child.key],
        "fact_record": ["died"],
        "fact_of_child": [on.child.key, "died"],
        **{f"watch_{name}": [on.watch.key] for name in ("found", "renew", "close", "reopen")},
        "notification_correct": [on.notification.key],
        "notification_withdraw": [on.notification.key],
    }
    plain = ("incident", "notifying", "notification_sheet", "notification_record", "notice_record", "watch_begin")
    plain += ("area_record", "incident_begin", "incident_who_told", "incident_what_happened")
    plain += ("incident_became_known", "incident_where", "incident_what_else")
    names = {name: [] for name in plain} | keys
    return {name: reverse(name, args=[on.case.key, *parts]) for name, parts in names.items()}


def days(name: str, day: date) -> dict[str, str]:
    """A day as a browser sends it."""
    return {
        f"{name}_{part}": str(value) for part, value in (("day", day.day), ("month", day.month), ("year", day.year))
    }


def text(html: str) -> str:
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def post(world: World, url: str, expect: int = 302, **data: object) -> HttpResponse:
    """Send a form as the officer; it must be answered as expected."""
    answer = world.client("officer").post(url, data)
    assert answer.status_code == expect, text(answer.content.decode())[:2000]
    return answer
