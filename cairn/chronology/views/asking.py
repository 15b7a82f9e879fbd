"""Which agencies were asked for their chronologies and how far each is; asking, reminding, taking back, closing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import NothingForm, ReasonForm
from cairn.cases.queries.notices import preview
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology import commands
from cairn.chronology.engine import notices
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.forms.asking import AskForm, RemindForm, ScopeForm
from cairn.chronology.queries import asking
from cairn.chronology.views.acting import act, links, sent
from cairn.look import answers
from cairn.look.parts import Cell, Column, Link, day_in_words

BOARD = "chronology_requests"
COLUMNS = (
    "Agency",
    "Contact",
    "Asked",
    "Due",
    "How it stands",
    Column("Rows", numeric=True),
    Column("To put right", numeric=True),
    "Sent in",
    "Signed off by",
    "Last reminded",
)


@in_case(*READS)
def requests(inside: Inside) -> HttpResponse:
    if not inside.rights.can_of_own_agency("read_chronology_return"):
        return answers.absent()
    found = asking.chronology(inside.request.actor, inside.case, inside.at, inside.rights)
    rows = asking.board(inside.request.actor, inside.case, inside.at, inside.rights)
    shown = {
        "found": found,
        "columns": COLUMNS,
        "rows": [_line(inside, row) for row in rows],
        "keeps": bool(inside.rights.can("keep_chronology")),
        "acts": _acts(inside, found) if found else links(inside, inside.case, _opening(inside)),
    }
    return inside.page("chronology/requests.html", shown, read="read_chronology_return")


def _opening(inside: Inside) -> tuple[str, str, str]:
    return "open_chronology", "Set what the chronology covers", inside.url("chronology_open")


def _acts(inside: Inside, found: asking.OneChronology) -> list[Link]:
    return [
        Link("What agencies are asked", inside.url("chronology_guide")),
        *links(
            inside,
            found,
            ("ask_for_chronologies", "Ask agencies", inside.url("chronology_ask")),
            ("remind_of_chronology", "Remind those who have not sent theirs", inside.url("chronology_remind")),
            ("release_chronology", "Release the whole to people by name", inside.url("chronology_releases")),
            ("close_to_chronologies", "Close to returns", inside.url("chronology_close")),
            ("reopen_to_chronologies", "Open to returns again", inside.url("chronology_reopen")),
        ),
    ]


def _line(inside: Inside, row: asking.BoardRow) -> tuple[object, ...]:
    state = Cell("Late: " + row.state.label.lower(), colour="red") if row.late else row.state.label
    return (
        Cell(row.agency, href=inside.url("chronology_return", row.key)),
        row.contact,
        day_in_words(row.asked_on),
        day_in_words(row.due_on),
        state,
        row.rows,
        row.faults,
        day_in_words(row.sent_on) if row.sent_on else "Not in",
        row.signed_by or "Nobody yet",
        day_in_words(row.reminded_on) if row.reminded_on else "Never",
    )


@in_case(*ACTS)
def open_chronology(inside: Inside) -> HttpResponse:
    def do(typed: dict[str, Any]) -> None:
        typed.pop("version")
        commands.open_chronology(inside.case, **typed, columns=USUALLY_ASKED, by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "open_chronology",
        inside.case,
        ScopeForm(sent(inside)),
        do,
        title="What does the chronology cover?",
        button="Save and look at the columns",
        leads_to=inside.url("chronology_guide"),
        said="The chronology has its scope and the usual columns. Change them before you ask agencies.",
    )


@in_case(*ACTS)
def ask(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = asking.chronology(actor, inside.case, at, inside.rights)
    if found is None:
        return answers.absent()

    def do(typed: dict[str, Any]) -> None:
        chosen = asking.agencies(actor, typed.pop("agencies"), at)
        commands.ask_for_chronologies(found, agencies=chosen, **typed, by=actor, at=at)

    return act(
        inside,
        "ask_for_chronologies",
        found,
        AskForm(sent(inside), agencies=asking.agencies_to_ask(actor, inside.case, at), means=asking.MEANS),
        do,
        title="Ask agencies for their chronologies",
        button="Ask them",
        leads_to=inside.url(BOARD),
        said="The agencies are asked.",
        intro="Each agency's authors and sign-off managers see the case from now on, until it is closed to returns. "
        "They find there what is asked, the empty chronology, and how to fill each column.",
        template="cases/message.html",
        more={"message": preview(notices.ASKED)},
    )


@in_case(*ACTS)
def remind(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = asking.chronology(actor, inside.case, at, inside.rights)
    if found is None:
        return answers.absent()
    waiting = {row.key: row for row in asking.to_remind(actor, inside.case, at, inside.rights)}
    form = RemindForm(
        sent(inside),
        requests=[(key, row.agency.name) for key, row in waiting.items()],
        initial={"requests": list(waiting)},
    )
    return act(
        inside,
        "remind_of_chronology",
        found,
        form,
        lambda typed: commands.remind_of_chronology(
            found, requests=[waiting[key] for key in typed["requests"]], by=actor, at=at
        ),
        title="Remind agencies of their chronologies",
        button="Send the message",
        leads_to=inside.url(BOARD),
        said="The agencies are reminded.",
        intro="Each agency is reminded at its contact point, once a day at most.",
        template="cases/message.html",
        more={"message": preview(notices.REMINDER)},
    )


@in_case(*ACTS)
def take_back(inside: Inside, key: str) -> HttpResponse:
    found = asking.one_request(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "take_back_request",
        found,
        ReasonForm(sent(inside)),
        lambda typed: commands.take_back_request(found, **typed, by=inside.request.actor, at=inside.at),
        title="Take this request back",
        button="Take it back",
        leads_to=inside.url(BOARD),
        said="The agency is no longer asked for its chronology.",
        about=found.agency.name,
        intro="What it sent in leaves the combined chronology, and its people no longer see the case because of it. "
        "The request stays to be seen.",
    )


@in_case(*ACTS)
def close(inside: Inside) -> HttpResponse:
    found = asking.chronology(inside.request.actor, inside.case, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "close_to_chronologies",
        found,
        ReasonForm(sent(inside)),
        lambda typed: commands.close_to_chronologies(found, **typed, by=inside.request.actor, at=inside.at),
        title="Close the chronology to returns",
        button="Close it to returns",
        leads_to=inside.url(BOARD),
        said="The chronology is closed to returns.",
        intro="Access given to agencies in order to answer ends now. The office can still record what comes.",
    )


@in_case(*ACTS)
def reopen(inside: Inside) -> HttpResponse:
    found = asking.chronology(inside.request.actor, inside.case, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "reopen_to_chronologies",
        found,
        NothingForm(sent(inside)),
        lambda typed: commands.reopen_to_chronologies(found, by=inside.request.actor, at=inside.at),
        title="Open the chronology to returns again",
        button="Open it again",
        leads_to=inside.url(BOARD),
        said="The chronology is open to returns.",
        intro="The agencies asked can see the case again.",
    )
