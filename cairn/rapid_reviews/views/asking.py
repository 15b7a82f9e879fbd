"""Who was asked and who has answered; asking, reminding, taking back, closing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse

from cairn.cases.forms.acting import NothingForm, ReasonForm
from cairn.cases.queries.notices import preview
from cairn.cases.views.beside import Part, beside
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Cell, Column, Link, Row, day_in_words
from cairn.rapid_reviews import commands, queries
from cairn.rapid_reviews.engine import notices
from cairn.rapid_reviews.forms.asking import AskForm, ChaseForm, WhyForm
from cairn.rapid_reviews.queries import asking
from cairn.rapid_reviews.views.acting import act, links, sent

COLUMNS = (
    "Agency",
    "Contact",
    "Asked",
    "Known?",
    "How it stands",
    "Summary in",
    "Checked",
    Column("Working days", numeric=True),
    "Last reminded",
    "Next reminder",
)
BOARD = "rapid_review_requests"


@in_case(*READS)
def requests(inside: Inside) -> HttpResponse:
    if not inside.rights.can_of_own_agency("read_requests"):
        return answers.absent()
    review = queries.review(inside.request.actor, inside.case, inside.at)
    unanswered = inside.request.GET.get("show") == "unanswered"
    board = queries.board(inside.request.actor, inside.case, inside.at, only_unanswered=unanswered)
    shown = {
        "review": review,
        "columns": COLUMNS,
        "rows": [_line(inside, row) for row in board.rows],
        "counts": board.counts,
        "unanswered": unanswered,
        "acts": _acts(inside, review) if review else links(inside, inside.case, _opening(inside)),
    }
    return inside.page("rapid_reviews/requests.html", shown, read="read_requests")


def _opening(inside: Inside) -> tuple[str, str, str]:
    return "open_rapid_review", "Open the rapid review", inside.url("rapid_review_open")


def _acts(inside: Inside, review: queries.OneReview) -> list[object]:
    return [
        *links(
            inside,
            review,
            ("ask_agencies", "Ask agencies", inside.url("rapid_review_ask")),
            ("chase_agencies", "Remind those who have not answered", inside.url("rapid_review_chase")),
            ("close_to_returns", "Close to returns", inside.url("rapid_review_close")),
            ("reopen_to_returns", "Open to returns again", inside.url("rapid_review_reopen")),
        )
    ]


def _line(inside: Inside, row: queries.BoardRow) -> tuple[object, ...]:
    name = Cell(row.agency, href=inside.url("agency_return", row.return_key)) if row.readable else row.agency
    state = Cell("Late: " + row.state_label.lower(), colour="red") if row.late else row.state_label
    return (
        name,
        row.contact,
        day_in_words(row.asked_on),
        row.first_answer,
        state,
        day_in_words(row.summary_on) if row.summary_on else "Not in",
        day_in_words(row.checked_on) if row.checked_on else "Not checked",
        row.days_waited,
        day_in_words(row.last_chased) if row.last_chased else "Never",
        day_in_words(row.next_chase) if row.next_chase else "None",
    )


@in_case(*ACTS)
def open_review(inside: Inside) -> HttpResponse:
    return act(
        inside,
        "open_rapid_review",
        inside.case,
        WhyForm(sent(inside)),
        lambda typed: commands.open_rapid_review(inside.case, **typed, by=inside.request.actor, at=inside.at),
        title="Open the rapid review",
        button="Open it",
        leads_to=inside.url("rapid_review_ask"),
        said="The rapid review is open.",
    )


@in_case(*ACTS)
def ask(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    review = queries.review(actor, inside.case, at)
    if review is None:
        return answers.absent()

    def send(typed: dict[str, Any]) -> None:
        chosen = asking.agencies(actor, typed.pop("agencies"), at)
        asked = commands.ask_agencies(review, agencies=chosen, **typed, by=actor, at=at)
        for each in asked.not_asked:
            messages.warning(inside.request, each.sentence)

    agencies = queries.agencies_to_ask(actor, inside.case, at)
    return act(
        inside,
        "ask_agencies",
        review,
        AskForm(sent(inside), agencies=agencies, means=asking.MEANS),
        send,
        title="Ask agencies what they knew",
        button="Ask them",
        leads_to=inside.url(BOARD),
        said="The agencies are asked.",
        intro="Each agency's authors and sign-off managers see the case from now on, until it is closed to returns.",
        template="cases/message.html",
        more={"message": preview(notices.ASKED)},
    )


@in_case(*ACTS)
def chase(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    review = queries.review(actor, inside.case, at)
    if review is None:
        return answers.absent()
    waiting = {row.key: row for row in queries.to_chase(actor, inside.case, at)}
    only = inside.request.GET.get("request", "")
    form = ChaseForm(
        sent(inside),
        requests=[(key, row.agency.name) for key, row in waiting.items()],
        initial={"requests": [only] if only else list(waiting)},
    )
    return act(
        inside,
        "chase_agencies",
        review,
        form,
        lambda typed: commands.chase_agencies(
            review, requests=[waiting[key] for key in typed["requests"]], by=actor, at=at
        ),
        title="Remind agencies",
        button="Send the message",
        leads_to=inside.url(BOARD),
        said="The agencies are reminded.",
        intro="Each agency is reminded at its contact point, once a day at most.",
        template="cases/message.html",
        more={"message": preview(notices.REMINDER)},
    )


@in_case(*ACTS)
def withdraw(inside: Inside, key: str) -> HttpResponse:
    found = queries.one_asked(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "withdraw_request",
        found,
        ReasonForm(sent(inside)),
        lambda typed: commands.withdraw_request(found, **typed, by=inside.request.actor, at=inside.at),
        title="Take this request back",
        button="Take it back",
        leads_to=inside.url(BOARD),
        said="The agency is no longer asked.",
        about=found.agency.name,
        intro="The agency's people no longer see the case. The request stays to be seen.",
    )


@in_case(*ACTS)
def letter(inside: Inside, key: str) -> HttpResponse:
    found = queries.one_asked(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "make_letter",
        found,
        NothingForm(sent(inside)),
        lambda typed: commands.make_letter(found, by=inside.request.actor, at=inside.at),
        title="Make the letter to this agency",
        button="Make the letter",
        leads_to=inside.url("case_files"),
        said="The letter is made. Open it here, and send it by your own secure mail.",
        about=found.agency.name,
        intro="It names the people to look for, with birth dates and addresses. Cairn sends it to nobody.",
    )


@in_case(*ACTS)
def close(inside: Inside) -> HttpResponse:
    review = queries.review(inside.request.actor, inside.case, inside.at)
    if review is None:
        return answers.absent()
    return act(
        inside,
        "close_to_returns",
        review,
        ReasonForm(sent(inside)),
        lambda typed: commands.close_to_returns(review, **typed, by=inside.request.actor, at=inside.at),
        title="Close the review to returns",
        button="Close it to returns",
        leads_to=inside.url(BOARD),
        said="The review is closed to returns.",
        intro="Access given to agencies in order to answer ends now. The office can still record what comes.",
    )


@in_case(*ACTS)
def reopen(inside: Inside) -> HttpResponse:
    review = queries.review(inside.request.actor, inside.case, inside.at)
    if review is None:
        return answers.absent()
    return act(
        inside,
        "reopen_to_returns",
        review,
        NothingForm(sent(inside)),
        lambda typed: commands.reopen_to_returns(review, by=inside.request.actor, at=inside.at),
        title="Open the review to returns again",
        button="Open it again",
        leads_to=inside.url(BOARD),
        said="The review is open to returns.",
        intro="The agencies asked can see the case again.",
    )


@beside
def who_has_answered(inside: Inside) -> Part | None:
    """Beside a decision: which agencies have answered, and how far each is."""
    if not inside.rights.can("read_requests"):
        return None
    rows = queries.board(inside.request.actor, inside.case, inside.at, inside.rights).rows
    return Part(
        "Agencies asked",
        tuple(Row(row.agency, row.state_label) for row in rows),
        Link("All answers", inside.url("rapid_review_requests")),
    )
