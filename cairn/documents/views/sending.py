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
    """The bytes of a file that the reader may read, to save. The view that calls it puts the reading on record.

    Raises Altered or Missing, as for any fault of the service, if they are not what was put there.
    """
    kind = Kind(file.kind)
    return hand_over(queries.content(file), sent_as(file).removesuffix(f".{kind.endings[0]}"), kind)


def hand_over(content: bytes, name: str, kind: Kind) -> HttpResponse:
    """These bytes, to save under this name, which is nobody's."""
    return hand_over_as(content, f"{name}.{kind.endings[0]}", kind.media_type)


def hand_over_as(content: bytes, name: str, media_type: str) -> HttpResponse:
    """The same for what Cairn makes and does not take: the name has its ending."""
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers={**HEADERS, **named})
