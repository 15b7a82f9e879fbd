"""The page of the combined chronology: the picture, the filters, a page of the table."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict

from cairn.cases.views.inside import READS, Inside, in_case
from cairn.chronology.forms.filters import FiltersForm
from cairn.chronology.queries.filters import Filters
from cairn.chronology.queries.saved import saved_views
from cairn.chronology.queries.table import Reading, reading
from cairn.chronology.views.chosen import chosen
from cairn.chronology.views.lines import lines
from cairn.chronology.views.picture import picture
from cairn.look import answers
from cairn.look.parts import Link

ON_A_PAGE = 100
NOBODYS = "No agency’s chronology is here for you to read yet."
NONE_FITS = "No row fits what you chose."


@in_case(*READS)
def chronology(inside: Inside) -> HttpResponse:
    read = reading(inside.rights, inside.case, names_shown=inside.names_shown)
    if read is None:
        return answers.absent()
    form = filters_form(read, inside.request.GET)
    shown = {
        "form": form,
        "agencies_in": [agency.name for agency in read.agencies],
        "by_labels": bool(read.hidden),
        "names_link": names_link(inside, read),
        "views": _views(inside, read),
        **_fitting(inside, read, form.filters),
    }
    return inside.page("chronology/chronology.html", shown, read="read_chronology")


def filters_form(read: Reading, asked: QueryDict) -> FiltersForm:
    """The questions with the agencies and people of this case, and what was asked."""
    agencies = [(agency.key, agency.name) for agency in read.agencies]
    people = [(label, label) for label in read.labels]
    return FiltersForm(asked, agencies=agencies, people=people, marks=read.marked, names_somebody=read.names_somebody)


def names_link(inside: Inside, read: Reading) -> str:
    """Where she switches real names on, if that is open to her and not done."""
    return "" if read.named or not inside.rights.can("show_names") else inside.url("case_show_names")


def _fitting(inside: Inside, read: Reading, filters: Filters | None) -> dict[str, Any]:
    """What fits the filters; nothing while they cannot be read."""
    if filters is None:
        return {}
    total, page, places = _page(read, filters, inside.request.GET.get("page", ""))
    entries = read.entries(places)
    agencies = [agency.name for agency in read.agencies]
    dated, undated = lines(inside, entries, agencies, read.marks_on(entries))
    asked = f"?{filters.query}" if filters.query else ""
    return {
        "filters": filters,
        "chosen": chosen(read, filters),
        "total": total,
        "how_many": _how_many(page, total),
        "page": page,
        "pages": f"?{filters.query}&page=" if filters.query else "?page=",
        "dated": dated,
        "undated": undated,
        "empty": NONE_FITS if filters.query else NOBODYS,
        "picture": picture(read, filters, total, drawn="picture" in inside.request.GET),
        "save": f"{inside.url('chronology_save_view')}{asked}" if filters.query else "",
        "export": f"{inside.url('chronology_export')}{asked}" if read.versions else "",
    }


def _page(read: Reading, filters: Filters, asked: str) -> tuple[int, Page, list[int]]:
    """How many rows fit, and the page that was asked for: the last one, if there are not so many."""
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    total, places = read.found(filters, (max(number, 1) - 1) * ON_A_PAGE, ON_A_PAGE)
    page = Paginator(range(total), ON_A_PAGE).get_page(number)
    if total and not places:
        _, places = read.found(filters, (page.number - 1) * ON_A_PAGE, ON_A_PAGE)
    return total, page, places


def _how_many(page: Page, total: int) -> str:
    if total <= ON_A_PAGE:
        return "1 row" if total == 1 else f"{total} rows"
    return f"Rows {page.start_index():,} to {page.end_index():,} of {total:,}"


def _views(inside: Inside, read: Reading) -> list[tuple[Link, str]]:
    """What she kept, each with the way to forget it; a name she put in a title while she saw names is a label too."""
    page, called = inside.url("chronology"), read.relabelling.of
    return [
        (Link(called(view.title), f"{page}?{view.query}"), inside.url("chronology_forget_view", view.key))
        for view in saved_views(inside.rights, inside.case)
    ]
