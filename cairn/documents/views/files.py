"""The documents of a case: the list, putting one there, taking one away to read."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.commands import note_read
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.documents import commands, queries
from cairn.documents.forms import PutFileForm
from cairn.documents.queries import PURPOSES_RECEIVED, READERS
from cairn.documents.views.sending import send
from cairn.look import answers
from cairn.look.parts import Cell, Link, day_in_words
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of

COLUMNS = ("Document", "Name it came with", "Kind", "Agency", "Put there", "Virus scan")
MEGABYTE = 1_000_000
MISSING = "Its bytes are missing. Tell whoever runs the service."


@in_case(*READS)
def files(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_files"):
        return answers.absent()
    rows = queries.files(inside.request.actor, inside.case, inside.at)
    puts = bool(inside.rights.can("put_file", inside.case))
    shown = {
        "heading": "Documents",
        "columns": COLUMNS,
        "rows": [_line(inside, row) for row in rows],
        "empty": "No document yet.",
        "acts": [Link("Add a document", inside.url("case_put_file"))] if puts else [],
    }
    return inside.page("cases/list.html", shown, read="read_files")


def _line(inside: Inside, row: queries.FileRow) -> tuple[object, ...]:
    replaced = " (replaced)" if row.superseded else ""
    return (
        Cell(f"{row.purpose_label}{replaced}", href=inside.url("case_file", row.key), hidden=f"({row.kind_label})"),
        row.name_given,
        f"{row.kind_label}, {_size(row.size)}",
        row.agency,
        f"{day_in_words(day_of(row.put_at))}, {row.put_by}",
        row.scanned if row.there else MISSING,
    )


def _size(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, round(size / 1000))} KB"


@in_case(*ACTS)
def put_file(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("put_file", "Add a document", "Add", inside.url("case_files"), "The document is added.")
    form = PutFileForm(
        inside.request.POST or None,
        inside.request.FILES or None,
        purposes=PURPOSES_RECEIVED,
        agencies=choices.agencies(actor, at),
        readers=READERS,
    )

    def put(typed: dict[str, Any]) -> None:
        key = typed.pop("agency")
        agency = partnership.agency(actor, key, at) if key else None
        commands.put_file(inside.case, **typed, agency=agency, by=actor, at=at)

    return offer(inside, act, form, put)


@in_case(*READS)
def one_file(inside: Inside, key: str) -> HttpResponse:
    found = queries.file(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    answer = send(found)
    note_read(found, verb="read_file", by=inside.request.actor, at=inside.at)
    return answer
