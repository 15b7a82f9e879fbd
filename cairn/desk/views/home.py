"""The first screen: what is late, what is due, who owes it. For those who keep or check the service: their work."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.access import matrix
from cairn.access.roles import NO_CASE_CONTENT, Role
from cairn.cases import queries as cases
from cairn.desk.queries import owed
from cairn.desk.queries.owed import Line
from cairn.desk.views.asking import actor_of
from cairn.look.parts import Cell, day_in_words
from cairn.partnership import clock

OWED = ("What", "Case", "Who owes it", "When", "Next")
MINE = ("Case", "Who it is about", "What brought it here", "Open since")


def home(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    if actor.roles & NO_CASE_CONTENT:
        return render(request, "desk/service_home.html", {"keeps": Role.SYSTEM_ADMINISTRATOR in actor.roles})
    found = owed.desk(actor, now)
    shown = {
        "today": now,
        "watches": owed.watches(actor),
        "opens": matrix.verdict(actor.roles, "open_case"),
        "columns": OWED,
        "late": [_row(line) for line in found.late],
        "soon": [_row(line) for line in found.soon],
        "waiting": [_row(line) for line in found.waiting],
        "later": [_row(line) for line in found.later],
        "my_columns": MINE,
        "mine": [
            (
                Cell(case.reference, href=reverse("case", args=[case.key])),
                case.label,
                case.get_kind_display(),
                day_in_words(clock.day_of(case.opened_at)),
            )
            for case in cases.my_cases(actor, now)
        ],
    }
    return render(request, "desk/home.html", shown)


def _row(line: Line) -> tuple[object, ...]:
    who = f"{line.owed_by} (you)" if line.own else line.owed_by
    return line.what, line.reference or "The partnership", who, line.when, _action(line)


def _action(line: Line) -> object:
    if not line.case_key:
        return Cell("Open", href=reverse("partnership_duty", args=[line.key]), hidden=line.what)
    name, words = ("case_clock", "Why this date?") if line.is_clock else ("case_do_duty", "Say it is done")
    if not line.is_clock and not line.own:
        return Cell("Open", href=reverse("case_duties", args=[line.case_key]), hidden=f"{line.reference}: {line.what}")
    return Cell(words, href=reverse(name, args=[line.case_key, line.key]), hidden=f"{line.reference}: {line.what}")
