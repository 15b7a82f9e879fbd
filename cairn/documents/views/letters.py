"""The partnership's own letters: the list, one with its versions and fields, downloads, and a new version."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.documents import commands, policy, queries
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.papers.fields import KINDS, LetterKind
from cairn.documents.engine.papers.filling import fill
from cairn.documents.forms.letters import UploadLetterForm
from cairn.documents.views.sending import hand_over
from cairn.look import answers
from cairn.look.parts import Cell, day_in_words
from cairn.partnership import clock
from cairn.partnership import queries as partnership
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, sent

KINDS_SHOWN = ("Letter or form", "What it is for", "In use")
VERSIONS_SHOWN = ("Version", "What is new in it", "Uploaded", "As an example")
FIELDS_SHOWN = ("Field", "What is put in for it", "Such as")


def letters(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    kinds = queries.letter_kinds(actor, now)
    if not kinds:
        return answers.absent()
    rows = [
        (
            Cell(kind.title, href=reverse("letter", args=[kind.kind])),
            kind.says,
            _called(queries.letter_versions(actor, kind.kind, now)[0]),
        )
        for kind in kinds
    ]
    return render(request, "documents/letters.html", {"columns": KINDS_SHOWN, "rows": rows})


def letter(request: Request, kind: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    versions = queries.letter_versions(actor, kind, now)
    if not versions:
        return answers.absent()
    shown = {
        "kind": KINDS[kind],
        "may_change": policy.can(actor, "change_letters"),
        "version_columns": VERSIONS_SHOWN,
        "versions": [_line(KINDS[kind], version) for version in versions],
        "field_columns": FIELDS_SHOWN,
        "fields": [
            (f"{{{{ {field.name} }}}}", field.says, field.example.replace("\n", ", ")) for field in KINDS[kind].fields
        ],
    }
    return render(request, "documents/letter.html", shown)


def _called(version: queries.LetterVersion) -> str:
    return f"Version {version.version}" if version.version else "The one that comes with Cairn"


def _line(kind: LetterKind, version: queries.LetterVersion) -> tuple[object, ...]:
    place, in_use = [kind.kind, version.version], " (in use)" if version.in_use else ""
    uploaded = version.uploaded_at and f"{day_in_words(clock.day_of(version.uploaded_at))}, {version.uploaded_by}"
    return (
        Cell(f"{_called(version)}{in_use}", href=reverse("letter_version", args=place), hidden="as Word"),
        version.note,
        uploaded or "Came with Cairn",
        Cell("Filled", href=reverse("letter_example", args=place), hidden=f"with examples: {_called(version)}"),
    )


def letter_version(request: Request, kind: str, version: int) -> HttpResponse:
    found = queries.letter_version(request.actor, kind, version, clock.now())
    if found is None:
        return answers.absent()
    return hand_over(found, f"{KINDS[kind].title}, version {version}", Kind.DOCX)


def letter_example(request: Request, kind: str, version: int) -> HttpResponse:
    found = queries.letter_version(request.actor, kind, version, clock.now())
    if found is None:
        return answers.absent()
    example = fill(found, KINDS[kind].example)
    return hand_over(example, f"{KINDS[kind].title}, version {version}, example", Kind.DOCX)


def upload_letter(request: Request, kind: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    versions, own = queries.letter_versions(actor, kind, now), partnership.the_partnership()
    if not versions or own is None:
        return answers.absent()
    page = Act(
        f"Upload a new version: {KINDS[kind].title}",
        "Upload",
        reverse("letter", args=[kind]),
        KINDS[kind].title,
        policy.can(actor, "change_letters"),
        lambda typed: commands.upload_letter(own, kind=kind, **typed, by=actor, at=now),
        lead="It is used from now on. Earlier versions stay.",
        said="The new version is in use.",
    )
    files = request.FILES if request.method == "POST" else None
    return act(request, UploadLetterForm(sent(request), files, initial={"seen": versions[0].version}), page)
