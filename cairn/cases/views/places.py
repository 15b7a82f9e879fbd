"""Places of a case, and where they really are."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import commands, queries
from cairn.cases.forms.people import AddressForm, OtherNameForm, PlaceForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.parts import Cell, Link

COLUMNS = ("Called here", "What")


@in_case(*READS)
def places(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_people"):
        return answers.absent()
    asks = (inside.request.actor, inside.case, inside.at, inside.rights)
    rows = queries.places(*asks, names_shown=inside.names_shown)
    named = any(row.named for row in rows)
    changes = bool(inside.rights.can("record_place_identity", inside.case))
    may_add = bool(inside.rights.can("add_place", inside.case))
    heads = (*COLUMNS, "Address", "Other names") if named else COLUMNS
    shown = {
        "heading": "Places",
        "columns": (*heads, "Change", "Add") if changes else heads,
        "rows": [_line(inside, row, named, changes) for row in rows],
        "empty": "No place is recorded yet.",
        "acts": [Link("Add a place", inside.url("case_add_place"))] if may_add else [],
    }
    return inside.page("cases/list.html", shown, read="read_places")


def _line(inside: Inside, row: queries.PlaceRow, named: bool, changes: bool) -> tuple[object, ...]:
    line: tuple[object, ...] = (row.label, row.kind_label)
    if named:
        others = "; ".join(alias.name for alias in row.aliases)
        line = (*line, f"{row.address} {row.postcode}".strip() or "Not recorded", others or "None recorded")
    if changes:
        address = Cell("Address", href=inside.url("case_address", row.key), hidden=row.label)
        name = Cell("Other name", href=inside.url("case_add_place_alias", row.key), hidden=row.label)
        line = (*line, address, name)
    return line


@in_case(*ACTS)
def add_place(inside: Inside) -> HttpResponse:
    act = Act("add_place", "Add a place", "Add the place", inside.url("case_places"), "The place is added.")
    return offer(
        inside,
        act,
        PlaceForm(inside.request.POST or None, kinds=choices.PLACE_KINDS),
        lambda typed: commands.add_place(inside.case, **typed, by=inside.request.actor, at=inside.at),
    )


@in_case(*ACTS)
def address(inside: Inside, key: str) -> HttpResponse:
    row = queries.place_row(inside.request.actor, inside.case, key, inside.at, names_shown=inside.names_shown)
    about = queries.place(inside.request.actor, inside.case, key, inside.at)
    if row is None or about is None:
        return answers.absent()
    act = Act(
        "record_place_identity",
        "Where is this place?",
        "Save",
        inside.url("case_places"),
        "The address is saved.",
        about=row.label,
    )
    before = {"address": row.address, "postcode": row.postcode, "version": row.version}

    def save(typed: dict[str, Any]) -> None:
        commands.record_place_identity(about, **typed, by=inside.request.actor, at=inside.at)

    form = AddressForm(inside.request.POST or None, initial=before)
    return offer(inside, act, form, save, row=about, latest=lambda: row.version, read="read_address")


@in_case(*ACTS)
def add_place_alias(inside: Inside, key: str) -> HttpResponse:
    about = queries.place(inside.request.actor, inside.case, key, inside.at)
    if about is None:
        return answers.absent()
    act = Act(
        "add_place_alias",
        "Add another name of a place",
        "Add the name",
        inside.url("case_places"),
        "The name is added.",
        about=about.label,
    )
    return offer(
        inside,
        act,
        OtherNameForm(inside.request.POST or None),
        lambda typed: commands.add_place_alias(about, **typed, by=inside.request.actor, at=inside.at),
        row=about,
    )
