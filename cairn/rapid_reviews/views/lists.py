"""What was sent in, agency by agency, and the key events of all of them by date."""

from __future__ import annotations

from django.http import HttpResponse

from cairn.cases.views.inside import READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Cell, Link, day_in_words
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import queries

LIST = ("Agency", "Known?", "How it stands", "Sent in")
MERGED = ("Date as written", "Agency", "What happened", "Source", "What was done", "Comment")


@in_case(*READS)
def returns(inside: Inside) -> HttpResponse:
    if not inside.rights.can_of_own_agency("read_return"):
        return answers.absent()
    rows = queries.returns(inside.request.actor, inside.case, inside.at)
    shown = {
        "heading": "Returns",
        "intro": "What each agency sent in, as far as you may read it.",
        "columns": LIST,
        "rows": [_listed(inside, row) for row in rows],
        "empty": "No return is here for you to read.",
        "acts": [Link("Key events of all agencies", inside.url("agency_key_events"))],
    }
    return inside.page("cases/list.html", shown, read="read_return")


def _listed(inside: Inside, row: queries.OneReturn) -> tuple[object, ...]:
    first, there = row.first_answer, row.sent_in
    return (
        Cell(row.agency.name, href=inside.url("agency_return", row.key)),
        first.get_knowledge_display() if first else "No answer",
        row.state.label,
        day_in_words(day_of(there.submitted_at)) if there and there.submitted_at else "Not in",
    )


@in_case(*READS)
def key_events(inside: Inside) -> HttpResponse:
    if not inside.rights.can_of_own_agency("read_return"):
        return answers.absent()
    rows = queries.merged_key_events(inside.request.actor, inside.case, inside.at)
    shown = {
        "heading": "Key events of all agencies",
        "intro": "From every return sent in that you may read, by date; each date as the agency wrote it.",
        "columns": MERGED,
        "rows": [_merged(row) for row in rows],
        "empty": "No key event was sent in yet.",
    }
    return inside.page("cases/list.html", shown, read="read_return")


def _merged(row: queries.MergedEvent) -> tuple[object, ...]:
    mark = " (before birth)" if row.before_birth else "" if row.dated else " (not understood as a date)"
    return row.when + mark, row.agency, row.event, row.source, row.action, row.comment
