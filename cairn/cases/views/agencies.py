"""Which agencies take part, and how."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import commands, queries
from cairn.cases.forms.case import AgencyForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.parts import Cell, Link
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of

COLUMNS = ("Agency", "How it takes part", "Through", "Contact", "Since")


@in_case(*READS)
def agencies(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_agencies_involved"):
        return answers.absent()
    rows = queries.agencies(inside.request.actor, inside.case, inside.at, inside.rights)
    changes = bool(inside.rights.can("involve_agency", inside.case))
    shown = {
        "heading": "Agencies",
        "columns": (*COLUMNS, "Change") if changes else COLUMNS,
        "rows": [_line(inside, row, changes) for row in rows],
        "empty": "No agency takes part yet.",
        "acts": [Link("Bring an agency in", inside.url("case_involve_agency"))] if changes else [],
    }
    return inside.page("cases/list.html", shown, read="read_agencies_involved")


def _line(inside: Inside, row: queries.AgencyRow, changes: bool) -> tuple[object, ...]:
    contact = f"{row.contact_name} {row.contact_address}".strip()
    since = day_of(row.since)
    line = (row.name, row.mode_label, row.through, contact, f"{since.day} {since:%B %Y}")
    change = Cell("Change", href=inside.url("case_change_agency", row.key), hidden=row.name)
    return (*line, change) if changes else line


@in_case(*ACTS)
def involve_agency(inside: Inside) -> HttpResponse:
    return _involve(inside, {})


@in_case(*ACTS)
def change_agency(inside: Inside, key: str) -> HttpResponse:
    row = queries.agency_involved(inside.request.actor, inside.case, key, inside.at)
    if row is None:
        return answers.absent()
    through = row.linked_through.key if row.linked_through else ""
    contact = {"contact_name": row.contact_name, "contact_address": row.contact_address}
    before = {"agency": row.agency.key, "mode": row.mode, "linked_through": through, "instead_of": row.key, **contact}
    return _involve(inside, before)


def _involve(inside: Inside, before: dict[str, str]) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("involve_agency", "How does an agency take part?", "Save", inside.url("case_agencies"), "It is saved.")
    form = AgencyForm(
        inside.request.POST or None,
        initial=before,
        agencies=choices.agencies(actor, at),
        modes=choices.MODES,
        seats=choices.seats(actor, at),
    )

    def involve(typed: dict[str, Any]) -> None:
        agency = partnership.agency(actor, typed.pop("agency"), at)
        assert agency is not None
        through = typed.pop("linked_through")
        seat = partnership.seat(actor, through, at) if through else None
        commands.involve_agency(inside.case, agency=agency, linked_through=seat, **typed, by=actor, at=at)

    def now() -> str:
        rows = queries.agencies(actor, inside.case, at)
        return next((row.key for row in rows if row.agency_key == form.data.get("agency")), "")

    return offer(inside, act, form, involve, latest=now)
