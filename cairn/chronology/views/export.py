"""The combined chronology taken away as a file: all of it, or what the filters leave; with names or with labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from cairn.cases.commands import note_read
from cairn.cases.views.inside import ACTS, Inside, frame, in_case
from cairn.chronology.engine import writing
from cairn.chronology.engine.rows import Row
from cairn.chronology.forms.filters import ExportForm
from cairn.chronology.queries.filters import Filters
from cairn.chronology.queries.table import Reading, reading
from cairn.chronology.views.chosen import in_a_sentence
from cairn.chronology.views.table import filters_form, names_link
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.papers import pdf, word
from cairn.documents.engine.papers.paper import Paper
from cairn.documents.views.sending import hand_over_as
from cairn.look import answers
from cairn.partnership.clock import day_of
from cairn.partnership.signin.step_up import step_up

TEMPLATE = "chronology/export.html"
MOST_IN_PDF = 2_000
TOO_MANY = (
    f"A PDF holds {MOST_IN_PDF:,} rows at most, and these are {{rows:,}}. Narrow them with the filters, or take Word."
)
BY_LABELS = "Names are shown as labels. A nickname nobody recorded cannot be found; tell the office if you see one."
UNSIGNED = "It holds rows that their agency has not signed off yet."


@dataclass(frozen=True)
class Offer:
    """One kind of file: what it is called, its ending and media type; made of a paper, or of rows."""

    label: str
    ending: str
    media_type: str
    of_paper: Callable[[Paper], bytes] | None = None
    of_rows: Callable[[Sequence[Row], date], bytes] = writing.as_json


OFFERS = {
    "word": Offer("Word, to go on writing", "docx", Kind.DOCX.media_type, of_paper=word.write),
    "excel": Offer("Excel", "xlsx", Kind.XLSX.media_type, of_rows=writing.as_excel),
    "csv": Offer("CSV", "csv", Kind.CSV.media_type, of_rows=writing.as_csv),
    "json": Offer("JSON, for programs", "json", "application/json", of_rows=writing.as_json),
    "pdf": Offer(f"PDF, up to {MOST_IN_PDF:,} rows", "pdf", Kind.PDF.media_type, of_paper=pdf.write),
}


@in_case(*ACTS)
def export(inside: Inside) -> HttpResponse:
    read = reading(inside.rights, inside.case, names_shown=inside.names_shown)
    sent = inside.request.POST if inside.request.method == "POST" else None
    asked = sent.get("query", "") if sent is not None else inside.request.GET.urlencode()
    filters = filters_form(read, QueryDict(asked)).filters if read else None
    if read is None or filters is None:
        return answers.absent()
    offered = [(name, offer.label) for name, offer in OFFERS.items()]
    form = ExportForm(sent, offered=offered, filtered=bool(filters.query), initial={"query": filters.query})
    if sent is None:
        return inside.page(TEMPLATE, _shown(inside, read, filters, form), read="read_chronology")
    if form.is_valid():
        return step_up(lambda _request: _taken(inside, read, filters, form))(inside.request)
    return _again(inside, read, filters, form)


def _shown(inside: Inside, read: Reading, filters: Filters, form: ExportForm) -> dict[str, Any]:
    return {
        "form": form,
        "narrowed": in_a_sentence(read, filters),
        "by_labels": bool(read.hidden),
        "names_link": names_link(inside, read),
        "back": f"{inside.url('chronology')}?{filters.query}",
    }


def _taken(inside: Inside, read: Reading, filters: Filters, form: ExportForm) -> HttpResponse:
    """The file, put on record before it is handed over; or the page with why there is none."""
    used = Filters() if form.cleaned_data.get("whole") else filters
    offer = OFFERS[form.cleaned_data["form"]]
    total, places = read.found(used)
    if offer.ending == "pdf" and total > MOST_IN_PDF:
        return _refused(inside, read, filters, form, TOO_MANY.format(rows=total))
    try:
        content = _made(inside, read, used, offer, places)
    except pdf.PapersOff as off:
        return _refused(inside, read, filters, form, str(off))
    note_read(inside.case, verb="export_chronology", by=inside.request.actor, at=inside.at)
    return hand_over_as(content, f"{inside.case.reference} combined chronology.{offer.ending}", offer.media_type)


def _refused(inside: Inside, read: Reading, filters: Filters, form: ExportForm, why: str) -> HttpResponse:
    form.add_error("form", why)
    return _again(inside, read, filters, form)


def _again(inside: Inside, read: Reading, filters: Filters, form: ExportForm) -> HttpResponse:
    """The page once more, with what is wrong."""
    return render(inside.request, TEMPLATE, {**frame(inside), **_shown(inside, read, filters, form)}, status=400)


def _made(inside: Inside, read: Reading, used: Filters, offer: Offer, places: Sequence[int]) -> bytes:
    entries, made_on = read.entries(places), day_of(inside.at)
    rows = [entry.row for entry in entries]
    if offer.of_paper is None:
        return offer.of_rows(rows, made_on)
    narrowed = in_a_sentence(read, used)
    notes = [
        *([f"These are the rows that fit: {narrowed}."] if narrowed else []),
        *([BY_LABELS] if read.hidden else []),
        *([UNSIGNED] if not all(entry.signed for entry in entries) else []),
    ]
    reader = inside.request.actor.name
    paper = writing.paper(rows, made_on, reference=inside.case.reference, for_reader=reader, notes=notes)
    return offer.of_paper(paper)
