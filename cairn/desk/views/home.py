"""The first screen: what is late, what is due, who owes it. For those who keep or check the service: their work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.access.roles import NO_CASE_CONTENT, Role
from cairn.cases import queries as cases
from cairn.cases.queries import OneCase
from cairn.desk.queries import owed, reading
from cairn.desk.queries.owed import Line
from cairn.desk.views.asking import actor_of
from cairn.incidents import queries as incidents
from cairn.look import answers
from cairn.look.parts import Cell, day_in_words
from cairn.meetings import queries as meetings
from cairn.partnership import clock

OWED = ("What", "Case", "Who owes it", "When", "Next")
TO_SIGN = ("Question", "Case", "Decided", "When", "Next")
TO_READ = ("Meeting", "When", "Group", "Where")
WATCHED = ("Case", "Waits for", "Look again", "Next")
MINE = ("Case", "Who it is about", "What brought it here", "Open since")
FIRST = 40  # lines of each list on the first screen; the rest is on pages of its own
PAGE = 100  # lines
WHOLE = {
    "late": "Late",
    "soon": "Due in the next ten working days",
    "waiting": "Waiting for others",
    "later": "Later",
    "mine": "My cases",
}


def home(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    if actor.roles & NO_CASE_CONTENT:
        return render(request, "desk/service_home.html", {"keeps": Role.SYSTEM_ADMINISTRATOR in actor.roles})
    found = owed.desk(actor, now)
    lists = {"late": found.late, "soon": found.soon, "waiting": found.waiting, "later": found.later}
    mine = cases.my_cases(actor, now)
    counts = {name: len(lines) for name, lines in lists.items()} | {"mine": mine.count()}
    shown = {
        "today": now,
        "watches": owed.watches(actor),
        "opens": matrix.verdict(actor.roles, "open_case"),
        "columns": OWED,
        **{name: [_row(line) for line in lines[:FIRST]] for name, lines in lists.items()},
        "sign_columns": TO_SIGN,
        "to_sign": [_to_sign(row) for row in reading.to_sign(actor, now)],
        "read_columns": TO_READ,
        "to_read": [_to_read(row) for row in meetings.to_read(actor, now)],
        "watched_columns": WATCHED,
        "watched": [_watched(row) for row in incidents.watched(actor, now)],
        "my_columns": MINE,
        "mine": [_case(case) for case in mine[:FIRST]],
        "whole": {name: _whole(name, count) for name, count in counts.items() if count > FIRST},
    }
    return render(request, "desk/home.html", shown)


def whole_list(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    name, asked = request.GET.get("list", "late"), request.GET.get("page", "1")
    if actor.roles & NO_CASE_CONTENT or name not in WHOLE:
        return answers.absent()
    page = int(asked) if asked.isascii() and asked.isdigit() and 0 < len(asked) < 6 else 1
    start = max(page - 1, 0) * PAGE
    rows = _rows(actor, name, now, start)
    shown = {
        "heading": WHOLE[name],
        "columns": MINE if name == "mine" else OWED,
        "rows": rows[:PAGE],
        "more": f"?list={name}&page={start // PAGE + 2}" if len(rows) > PAGE else "",
    }
    return render(request, "desk/whole_list.html", shown)


def _rows(actor: Actor, name: str, at: datetime, start: int) -> Sequence[tuple[object, ...]]:
    """One page of a list, and one line more if another page follows."""
    if name == "mine":
        return [_case(case) for case in cases.my_cases(actor, at)[start : start + PAGE + 1]]
    lines: list[Line] = getattr(owed.desk(actor, at), name)
    return [_row(line) for line in lines[start : start + PAGE + 1]]


def _whole(name: str, count: int) -> tuple[str, str]:
    return f"See all {count:,}", f"{reverse('owed_list')}?list={name}"


def _to_sign(row: reading.ToSign) -> tuple[object, ...]:
    say = Cell("Say how you stand", href=reverse("case_own_voice", args=[row.case_key, row.key]), hidden=row.what)
    return row.what, row.reference, row.decided, day_in_words(row.decided_on), say


def _to_read(row: meetings.MeetingRow) -> tuple[object, ...]:
    href = reverse("meeting", args=[row.key])
    return Cell(row.title, href=href), f"{day_in_words(row.held_on)}, {row.starts}", row.group, row.place


def _case(case: OneCase) -> tuple[object, ...]:
    return (
        Cell(case.reference, href=reverse("case", args=[case.key])),
        case.label,
        case.get_kind_display(),
        day_in_words(clock.day_of(case.opened_at)),
    )


def _row(line: Line) -> tuple[object, ...]:
    who = f"{line.owed_by} (you)" if line.own else line.owed_by
    return line.what, line.reference or "The partnership", who, line.when, _action(line)


def _action(line: Line) -> object:
    if not line.case_key:
        return Cell(line.next.words, href=reverse(line.next.page, args=[line.key]), hidden=line.what)
    keys = [line.case_key, line.key] if line.next.keyed else [line.case_key]
    return Cell(line.next.words, href=reverse(line.next.page, args=keys), hidden=f"{line.reference}: {line.what}")


def _watched(row: incidents.WatchedRow) -> tuple[object, ...]:
    day = day_in_words(row.look_again_on)
    look = Cell(f"{day}, due", colour="red") if row.due else day
    link = Cell("Say what was found", href=reverse("notifying", args=[row.case_key]), hidden=row.reference)
    return f"{row.reference}, {row.label}", row.events, look, link
