"""To whom the combined chronology is released by name; releasing and recalling."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import ReasonForm
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology import commands, policy
from cairn.chronology.forms.asking import ReleaseForm
from cairn.chronology.queries import asking
from cairn.chronology.views.acting import act, sent
from cairn.look import answers
from cairn.look.parts import Cell, Link, day_in_words
from cairn.partnership import queries as partnership
from cairn.partnership.clock import LONDON, day_of

COLUMNS = ("To", "Why", "By", "Since", "Until", "Recall")
INTRO = (
    "The office, the chair and the reviewer read the combined chronology as it comes in. Anybody else of the case reads"
    " what the agencies have signed off, once it is released to her by name and until the day set."
)


@in_case(*READS)
def releases(inside: Inside) -> HttpResponse:
    found = asking.chronology(inside.request.actor, inside.case, inside.at, inside.rights)
    if found is None or not policy.verdict(inside.rights, "release_chronology", found):
        return answers.absent()
    rows = asking.releases(inside.request.actor, inside.case, inside.at, inside.rights)
    shown = {
        "heading": "Who may read the combined chronology",
        "intro": INTRO,
        "columns": COLUMNS,
        "rows": [_line(inside, row) for row in rows],
        "empty": "It is released to nobody yet.",
        "acts": [Link("Release it to somebody", inside.url("chronology_release"))],
    }
    return inside.page("cases/list.html", shown, read="read_chronology")


def _line(inside: Inside, row: asking.ReleaseRow) -> tuple[object, ...]:
    until = day_in_words(day_of(row.until - timedelta(seconds=1)))
    recall = Cell("Recall", href=inside.url("chronology_recall", row.key), hidden=row.to) if row.live else "Over"
    return (
        row.to,
        row.reason,
        row.released_by,
        day_in_words(day_of(row.since)),
        until,
        f"Recalled: {row.recall_reason}" if row.recall_reason else recall,
    )


@in_case(*ACTS)
def release(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = asking.chronology(actor, inside.case, at, inside.rights)
    if found is None:
        return answers.absent()

    def do(typed: dict[str, Any]) -> None:
        to = partnership.person(actor, typed["to"], at)
        assert to is not None
        ends_at = datetime.combine(typed["ends_on"] + timedelta(days=1), time.min, LONDON)
        commands.release_chronology(found, to=to, reason=typed["reason"], ends_at=ends_at, by=actor, at=at)

    return act(
        inside,
        "release_chronology",
        found,
        ReleaseForm(sent(inside), to=asking.people(actor, at)),
        do,
        title="Release the combined chronology",
        button="Release it",
        leads_to=inside.url("chronology_releases"),
        said="It is released. She finds it on the case, and only there.",
        intro="She reads what the agencies have signed off, and nothing that waits for its sign-off.",
    )


@in_case(*ACTS)
def recall(inside: Inside, key: str) -> HttpResponse:
    found = asking.chronology(inside.request.actor, inside.case, inside.at, inside.rights)
    given = asking.release(inside.request.actor, inside.case, key, inside.at)
    if found is None or given is None:
        return answers.absent()
    return act(
        inside,
        "recall_chronology",
        found,
        ReasonForm(sent(inside)),
        lambda typed: commands.recall_chronology(given, **typed, by=inside.request.actor, at=inside.at),
        title="Recall this release",
        button="Recall it",
        leads_to=inside.url("chronology_releases"),
        said="It is recalled, on every open page.",
        about=given.user.name,
    )
