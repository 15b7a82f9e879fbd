"""Findings of a case: the list, one with what it rests on, and writing them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import ReasonForm
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology.queries.entries import in_labels
from cairn.findings import commands
from cairn.findings.forms import ChangeFindingForm, FindingForm
from cairn.findings.queries import reading
from cairn.findings.views.acting import act, labels_of, links, sent
from cairn.look import answers
from cairn.look.parts import Cell, Link

COLUMNS = ("Number", "What is found", "Rests on", "To look at")


@in_case(*READS)
def index(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_findings"):
        return answers.absent()
    found = reading.findings(inside.rights, inside.case, labels_of(inside))
    write = ("write_finding", "Add a finding", inside.url("finding_write"))
    shown = {
        "heading": "Findings",
        "intro": "What the review finds, each with the entries of the chronology that it rests on.",
        "columns": COLUMNS,
        "rows": [_cells(inside, row) for row in found],
        "empty": "No finding yet.",
        "acts": links(inside, inside.case, write),
    }
    return inside.page("cases/list.html", shown, read="read_findings")


def _cells(inside: Inside, row: reading.FindingRow) -> tuple[object, ...]:
    number = Cell(f"Finding {row.row.number}", href=inside.url("finding", row.key))
    many = len(row.grounds)
    rests = f"{many} entr{'y' if many == 1 else 'ies'}" if many else "Nothing yet"
    if row.row.withdrawn_at:
        return (number, row.words, rests, "Withdrawn")
    look = len(row.warnings)
    return (number, row.words, rests, Cell(f"{look} to look at", colour="red") if look else "")


@in_case(*READS)
def one(inside: Inside, key: str) -> HttpResponse:
    labels = labels_of(inside)
    found = reading.findings(inside.rights, inside.case, labels, key)
    if not found:
        return answers.absent()
    (row,) = found
    offered = (
        ("change_finding", "Change the finding", inside.url("finding_change", key)),
        ("withdraw_finding", "Withdraw the finding", inside.url("finding_withdraw", key)),
    )
    shown = {
        "found": row,
        "grounds": [(ground, _acts(inside, ground)) for ground in row.grounds],
        "earlier": [(each, in_labels(each.words, labels)) for each in reading.earlier(row.row)],
        "acts": links(inside, row.row, *offered),
        "keeps": bool(inside.rights.can("keep_findings", inside.case)) and not row.row.withdrawn_at,
    }
    return inside.page("findings/finding.html", shown, read="read_finding", about=row.row)


def _acts(inside: Inside, ground: reading.GroundRow) -> list[Link]:
    offered = [("drop_ground", "Drop it", inside.url("finding_drop_ground", ground.key))]
    if ground.can_be_confirmed:
        offered.insert(0, ("confirm_ground", "Look again", inside.url("finding_confirm_ground", ground.key)))
    return links(inside, ground.row, *offered)


@in_case(*ACTS)
def write(inside: Inside) -> HttpResponse:
    return act(
        inside,
        "write_finding",
        inside.case,
        FindingForm(sent(inside)),
        lambda typed: commands.write_finding(inside.case, **typed, by=inside.request.actor, at=inside.at),
        title="Add a finding",
        button="Add it",
        leads_to=inside.url("findings"),
        said="The finding is added. Rest it on entries from the page of an entry.",
    )


@in_case(*ACTS)
def change(inside: Inside, key: str) -> HttpResponse:
    found = reading.finding(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()

    def do(typed: dict[str, Any]) -> None:
        typed["version"] = typed["version"] or 0
        commands.change_finding(found, **typed, by=inside.request.actor, at=inside.at)

    before = {"words": in_labels(found.words, labels_of(inside)), "version": found.revision}
    return act(
        inside,
        "change_finding",
        found,
        ChangeFindingForm(sent(inside), initial=before),
        do,
        title="Change the finding",
        button="Save",
        leads_to=inside.url("finding", key),
        said="It is saved. How it was worded before is kept.",
        latest=lambda: found.revision,
    )


@in_case(*ACTS)
def withdraw(inside: Inside, key: str) -> HttpResponse:
    found = reading.finding(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "withdraw_finding",
        found,
        ReasonForm(sent(inside)),
        lambda typed: commands.withdraw_finding(found, **typed, by=inside.request.actor, at=inside.at),
        title="Withdraw the finding",
        button="Withdraw it",
        leads_to=inside.url("finding", key),
        said="The finding is withdrawn.",
        intro="It stays to be read, with your reason.",
        about=f"Finding {found.number}",
    )
