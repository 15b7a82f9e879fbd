"""Papers of a meeting given to their reader: to save, never to show, under a name that tells nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse

from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.papers import pdf, word
from cairn.documents.engine.papers.paper import Paper
from cairn.documents.views.sending import HEADERS
from cairn.look import answers
from cairn.meetings import queries
from cairn.meetings.commands import note_read
from cairn.meetings.views.inside import READS, Inside, in_meeting

FORMS: dict[str, tuple[Kind, Callable[[Paper], bytes]]] = {
    "pdf": (Kind.PDF, pdf.write),
    "word": (Kind.DOCX, word.write),
}


@in_meeting(*READS)
def pack(inside: Inside, form: str) -> HttpResponse:
    if form not in FORMS:
        return answers.absent()
    return _give(inside, queries.pack(inside.request.actor, inside.meeting, inside.at), "pack", form)


@in_meeting(*READS)
def agenda(inside: Inside) -> HttpResponse:
    return _give(inside, queries.agenda_paper(inside.request.actor, inside.meeting, inside.at), "agenda", "word")


@in_meeting(*READS)
def minutes(inside: Inside) -> HttpResponse:
    return _give(inside, queries.minutes_paper(inside.request.actor, inside.meeting, inside.at), "minutes", "word")


def _give(inside: Inside, paper: Paper, what: str, form: str) -> HttpResponse:
    kind, write = FORMS[form]
    try:
        content = write(paper)
    except pdf.PapersOff as off:
        return inside.page("meetings/off.html", {"sentence": str(off)})
    _noted(inside, what)
    named = {
        "Content-Disposition": f'attachment; filename="{queries.file_name(inside.meeting, what, kind.endings[0])}"'
    }
    return HttpResponse(content, content_type=kind.media_type, headers={**HEADERS, **named})


def _noted(inside: Inside, what: str) -> None:
    """The paper is taken away: an event of the meeting, and one of each case that is in this copy."""
    actor, at, verb = inside.request.actor, inside.at, f"take_meeting_{what}"
    note_read(inside.meeting, verb=verb, by=actor, at=at)
    for item in queries.items(actor, inside.meeting, at).values():
        note_read(item, verb=verb, by=actor, at=at)
