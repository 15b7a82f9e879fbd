"""Giving a file to a browser as a stranger would be given it: to save, never to show."""

from __future__ import annotations

from django.http import HttpResponse

from cairn.documents import queries
from cairn.documents.engine.kinds import Kind

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def sent_as(file: queries.OneFile) -> str:
    """The name under which a file is given: the reference and what it is, never a person's name or the one it had."""
    reference = f"{file.case.reference} " if file.case else ""
    purpose = file.get_purpose_display()
    return f"{reference}{purpose[:1].lower()}{purpose[1:]}.{Kind(file.kind).endings[0]}"


def send(file: queries.OneFile) -> HttpResponse:
    """The bytes of a file that the reader may read, to save. The view that calls it has put the reading on record."""
    named = {"Content-Disposition": f'attachment; filename="{sent_as(file)}"'}
    return HttpResponse(queries.content(file), content_type=Kind(file.kind).media_type, headers={**HEADERS, **named})
