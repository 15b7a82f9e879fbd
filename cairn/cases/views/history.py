"""The record of events of a case."""

from __future__ import annotations

import csv

from django.http import HttpResponse, HttpResponseRedirect

from cairn.cases import queries
from cairn.cases.commands import note_read
from cairn.cases.queries.history import COLUMNS
from cairn.cases.views.inside import READS, Inside, in_case
from cairn.look import answers
from cairn.partnership.signin.step_up import step_up


@in_case(*READS)
def history(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_case_history"):
        return answers.absent()
    asked = inside.request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    page = queries.history(inside.request.actor, inside.case, inside.at, inside.rights, page=max(number, 1))
    shown = {
        "columns": COLUMNS,
        "rows": [row.cells() for row in page.rows],
        "older": page.older,
        "shown_columns": ("When", "Who", "What for"),
        "shown": queries.names_shown(inside.request.actor, inside.case, inside.at, inside.rights),
    }
    return inside.page("cases/history.html", shown, read="read_case_history")


@in_case("GET", "POST")
def export_history(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_case_history"):
        return answers.absent()
    if inside.request.method == "GET":  # where the page that asks again leads, once the file has been sent
        return HttpResponseRedirect(inside.url("case_history"))
    return step_up(lambda _request: _sheet(inside))(inside.request)


def _sheet(inside: Inside) -> HttpResponse:
    note_read(inside.case, verb="export_case_history", by=inside.request.actor, at=inside.at)
    headers = {"Content-Disposition": 'attachment; filename="history.csv"'}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    for cells in queries.whole_history(inside.request.actor, inside.case, inside.at):
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in cells])
    return response
