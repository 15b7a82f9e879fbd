"""What a finding rests on: an entry is named, confirmed where its row has changed, and dropped."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import ReasonForm, VersionForm
from cairn.cases.views.inside import ACTS, Inside, in_case
from cairn.chronology.queries import entries
from cairn.chronology.views.entries import facts_of
from cairn.findings import commands
from cairn.findings.forms import RestForm
from cairn.findings.queries import reading
from cairn.findings.views.acting import act, labels_of, sent
from cairn.look import answers


@in_case(*ACTS)
def rest(inside: Inside, key: str) -> HttpResponse:
    found = entries.read_entry(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    labels = labels_of(inside)
    live = [row for row in reading.findings(inside.rights, inside.case, labels) if not row.row.withdrawn_at]
    choices = [(row.key, f"{row.row.number}. {row.words}") for row in live]

    def do(typed: dict[str, Any]) -> None:
        chosen = next(row.row for row in live if row.key == typed["finding"])
        read = found.in_version(typed["read"] or 0) or found.now
        commands.rest_on_entry(chosen, read=read, why=typed["why"], by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "rest_on_entry",
        inside.case,
        RestForm(sent(inside), findings=choices, initial={"read": found.now.version.number}),
        do,
        title="Rest a finding on an entry",
        button="Rest it on this entry",
        leads_to=inside.url("chronology_entry", key),
        said="The finding rests on this entry.",
        intro="" if choices else "No finding stands yet. Write one first.",
        template="chronology/beside_entry.html",
        more={"facts": facts_of(entries.account(found.now, labels))},
        read="read_entry",
    )


@in_case(*ACTS)
def confirm(inside: Inside, key: str) -> HttpResponse:
    ground = reading.ground(inside.rights, inside.case, key)
    if ground is None:
        return answers.absent()
    told = entries.read_entries(inside.rights, inside.case, [ground.entry_id]).get(ground.entry_id)
    number = told.now.version.number if told else 0
    labels = labels_of(inside)

    def do(typed: dict[str, Any]) -> None:
        commands.confirm_ground(ground, version=typed["version"], by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "confirm_ground",
        ground,
        VersionForm(sent(inside), initial={"version": number}),
        do,
        title="Does the finding still rest on this entry?",
        button="Yes, as it is told now",
        leads_to=inside.url("finding", ground.finding.key),
        said="The finding rests on the entry as it is told now.",
        about=f"{ground.finding.number}. {entries.in_labels(ground.finding.words, labels)}",
        latest=lambda: number,
        template="findings/confirm.html",
        more={
            "seen": facts_of(entries.account(ground.text, labels)),
            "now": facts_of(entries.account(told.now, labels)) if told else [],
        },
        read="read_finding",
    )


@in_case(*ACTS)
def drop(inside: Inside, key: str) -> HttpResponse:
    ground = reading.ground(inside.rights, inside.case, key)
    if ground is None:
        return answers.absent()
    return act(
        inside,
        "drop_ground",
        ground,
        ReasonForm(sent(inside)),
        lambda typed: commands.drop_ground(ground, **typed, by=inside.request.actor, at=inside.at),
        title="Drop an entry from a finding",
        button="Drop it",
        leads_to=inside.url("finding", ground.finding.key),
        said="The finding rests on this entry no longer.",
        intro="That it did stays on record, with your reason.",
        about=f"Finding {ground.finding.number}",
    )
