"""Search: sent by POST, because what is typed may be a real name and must not stand in an address or a log."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.cases import queries
from cairn.cases.views.inside import names_shown_for
from cairn.desk import commands
from cairn.desk.forms.search import SearchForm
from cairn.desk.views.asking import actor_of, only_for
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.look.parts import Cell
from cairn.partnership import clock

COLUMNS = ("What", "Found as", "Case", "Case is", "Year")
PAGE = "desk/search.html"
BY_EAR = "{kind}, sounds alike or is a form of the name"


@only_for("read_reference")
def search(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    form = SearchForm(request.POST if request.method == "POST" else None)
    shown: dict[str, object] = {"form": form, "columns": COLUMNS, "breadcrumbs": [("Home", reverse("home"))]}
    if request.method != "POST":
        return render(request, PAGE, shown)
    if not form.is_valid():
        return render(request, PAGE, shown, status=400)
    try:
        commands.search(by=actor, at=now)
    except Refused as refusal:
        return answers.refused(request, PAGE, shown, refusal.verdict)
    asked = form.cleaned_data
    results = queries.search(
        actor,
        asked["words"],
        now,
        year=asked["year"],
        kind=asked["kind"],
        names_shown_for=names_shown_for(request.session.keys()),
    )
    shown |= {"searched": True, "rows": [_row(found) for found in results.found], "more": results.more}
    return render(request, PAGE, shown)


def _row(found: queries.Found) -> tuple[object, ...]:
    href = reverse(found.page, args=[key for key in (found.case_key, found.page_key) if key])
    found_as = BY_EAR.format(kind=found.kind_label) if found.by_ear else found.kind_label
    case = f"{found.reference}, {found.case_label}" if found.case_key else "Public"
    year = str(found.year) if found.year else "Not known"
    return Cell(found.title, href=href, hidden=found.reference), found_as, case, found.state_label, year
