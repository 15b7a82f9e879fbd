"""The record of events, for the auditor. Reading it, and taking it away, are events themselves."""

from __future__ import annotations

import csv
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from cairn.desk.commands import note_events_read
from cairn.desk.forms.events import EventsForm
from cairn.desk.queries import events as found_events
from cairn.desk.queries.events import EventRow
from cairn.desk.views.asking import actor_of, only_for
from cairn.look.parts import Cell, day_in_words
from cairn.partnership import clock
from cairn.partnership.signin.step_up import step_up

COLUMNS = ("Number", "When", "Who", "What", "Record", "How it ended")
FILE = "events.csv"


@only_for("read_audit")
def events(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    form = EventsForm(request.GET)
    shown: dict[str, object] = {
        "form": form,
        "columns": COLUMNS,
        "rows": [],
        "breadcrumbs": [("Home", reverse("home"))],
    }
    if not form.is_valid():
        return render(request, "desk/events.html", shown)
    asked = form.cleaned_data
    wanted = found_events.asked_for(asked["since"], asked["until"], asked["answer"])
    page = found_events.events(actor, now, wanted, asked["older_than"])
    note_events_read(verb="read_events", by=actor, at=now)
    kept = {name: request.GET.get(name, "") for name in ("since", "until", "answer")}
    shown |= {
        "rows": [_row(row) for row in page.rows],
        "older": f"?{urlencode(kept | {'older_than': page.older_than})}" if page.older_than else "",
        "newest": f"?{urlencode(kept)}" if asked["older_than"] else "",
        "kept": kept,
    }
    return render(request, "desk/events.html", shown)


@require_POST
@only_for("read_audit")
@step_up
def export(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    form = EventsForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/events.html", {"form": form, "columns": COLUMNS, "rows": []}, status=400)
    asked = form.cleaned_data
    wanted = found_events.asked_for(asked["since"], asked["until"], asked["answer"])
    note_events_read(verb="export_events", by=actor, at=now)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE}"'
    csv.writer(answer).writerows(found_events.export(actor, now, wanted))
    return answer


def _row(row: EventRow) -> tuple[object, ...]:
    moment = localtime(row.moment)
    when = f"{day_in_words(moment.date())}, {moment:%H:%M}"
    ended: object = Cell(row.answer, colour="red") if row.answer == "Refused" else row.answer
    return str(row.seq), when, row.who, row.did, row.record, ended
