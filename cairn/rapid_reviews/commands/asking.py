"""A rapid review is opened, agencies are asked, a request is taken back, and the review is closed to returns."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import can_be_asked, involve_agency, shut_out, tell_agency
from cairn.cases.commands.checks import one_of, signer, written
from cairn.cases.models import AgencyInvolved, Case, Means, Mode
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency
from cairn.rapid_reviews import clock, policy
from cairn.rapid_reviews.commands.letting_in import let_in
from cairn.rapid_reviews.engine import notices
from cairn.rapid_reviews.models import OpenedAs, RapidReview, Request, Return, ReturnVersion


@dataclass(frozen=True)
class NotAsked:
    """An agency that could not be asked, and the sentence that says why."""

    agency: str
    sentence: str


@dataclass(frozen=True)
class Asked:
    """What came of asking: the requests made, and the agencies that could not be asked."""

    requests: tuple[Request, ...]
    not_asked: tuple[NotAsked, ...]


@command
def open_rapid_review(case: Case, *, why: str, by: Actor, at: datetime) -> RapidReview:
    """The office opens the one rapid review of a case (OB-021, OB-022)."""
    case = locked(case)
    enforce(
        policy.can(by, "open_rapid_review", case, at)
        & written(why, "Say why a rapid review is held.", "why")
        & require(not RapidReview.unscoped.filter(case=case).exists(), "This case has its rapid review already.")
    )
    rapid_review = RapidReview.unscoped.create(case=case, why=why.strip(), opened_by_id=signer(by), opened_at=at)
    record(by=by, verb="open_rapid_review", at=at, about=rapid_review)
    return rapid_review


@command
def ask_agencies(
    rapid_review: RapidReview,
    *,
    agencies: Collection[Agency],
    means: str = Means.NOTICE,
    summary_by: date | None = None,
    by: Actor,
    at: datetime,
) -> Asked:
    """Each agency chosen is asked what it knew, once; its own people are let in to answer.

    An agency that cannot be asked is left out with a sentence and the others go ahead; if none can, nothing is done.
    `summary_by` is a day agreed for these agencies instead of the local step.
    """
    rapid_review = locked(rapid_review)
    enforce(
        policy.can(by, "ask_agencies", rapid_review, at)
        & require(agencies, "Choose at least one agency.", Ground.INPUT, "agencies")
        & one_of(Means.values, means, "Choose how the agencies are told.", "means")
    )
    days = _days(rapid_review, summary_by, at)
    answers = {agency: _may_be_asked(rapid_review, agency, means, at) for agency in agencies}
    not_asked = tuple(NotAsked(agency.name, answer.sentences[0]) for agency, answer in answers.items() if not answer)
    ready = [agency for agency, answer in answers.items() if answer]
    if not ready:
        enforce(_none(not_asked))
    requests = tuple(_ask(rapid_review, agency, means, days, by, at) for agency in ready)
    record(by=by, verb="ask_agencies", at=at, about=rapid_review)
    return Asked(requests, not_asked)


def _days(rapid_review: RapidReview, agreed: date | None, at: datetime) -> tuple[date, date]:
    """The days of the first answer and of the summary: by the local steps, or the day agreed for these agencies.

    Raises Refused if no day is set or agreed, or the one agreed is too early.
    """
    first, summary = clock.known_by(rapid_review, at), agreed or clock.summary_by(rapid_review, at)
    sentence = "Say by which day the summary is needed: the partnership sets no usual day."
    enforce(require(summary, sentence, Ground.INPUT, "summary_by"))
    assert summary is not None
    early = "The summary cannot be due before the agency has to say whether it knew anybody."
    enforce(require(summary >= (first or day_of(at)), early, Ground.INPUT, "summary_by"))
    return first or summary, summary


def _may_be_asked(rapid_review: RapidReview, agency: Agency, means: str, at: datetime) -> Verdict:
    """Whether this one agency can be asked."""
    live = Request.unscoped.filter(rapid_review=rapid_review, agency=agency, withdrawn_at__isnull=True)
    if live.exists():
        return refuse(f"{agency.name} is asked already.")
    return can_be_asked(agency, means, at)


def _none(not_asked: tuple[NotAsked, ...]) -> Verdict:
    verdict = ALLOWED
    for each in not_asked:
        verdict &= refuse(each.sentence, Ground.STATE, "agencies")
    return verdict


def _ask(
    rapid_review: RapidReview, agency: Agency, means: str, days: tuple[date, date], by: Actor, at: datetime
) -> Request:
    case = rapid_review.case
    request = Request.unscoped.create(
        case=case,
        rapid_review=rapid_review,
        agency=agency,
        means=means,
        address=agency.contact_point if means == Means.NOTICE else "",
        known_by=days[0],
        summary_by=days[1],
        asked_by_id=signer(by),
        asked_at=at,
    )
    answer = Return.unscoped.create(case=case, request=request, agency=agency)
    ReturnVersion.unscoped.create(
        case=case,
        agency_return=answer,
        number=1,
        opened_as=OpenedAs.FIRST,
        opened_by_id=signer(by),
        opened_at=at,
    )
    if not AgencyInvolved.unscoped.filter(case=case, agency=agency, ends_at__isnull=True).exists():
        involve_agency(case, agency=agency, mode=Mode.NOT_SETTLED, contact_address=request.address, by=by, at=at)
    let_in(request, by=by, at=at)
    if request.address:
        tell_agency(notices.ASKED, once=f"asked:{request.key}", address=request.address, at=at)
    return request


@command
def withdraw_request(agency_return: Return, *, reason: str, by: Actor, at: datetime) -> Request:
    """An agency was asked by mistake: the request is taken back with a reason, and stays to be seen."""
    agency_return = locked(agency_return)
    request = agency_return.request
    enforce(
        policy.can(by, "withdraw_request", agency_return, at)
        & written(reason, "Say why the request is taken back.", "reason")
    )
    request.withdrawn_at, request.withdrawn_by_id, request.withdrawn_reason = at, signer(by), reason.strip()
    request.save()
    shut_out([request.key], by=by, at=at)
    record(by=by, verb="withdraw_request", at=at, about=request)
    return request


@command
def close_to_returns(rapid_review: RapidReview, *, reason: str, by: Actor, at: datetime) -> RapidReview:
    """The answers are in, or will not come: the access that the agencies were given in order to answer ends."""
    rapid_review = locked(rapid_review)
    enforce(
        policy.can(by, "close_to_returns", rapid_review, at)
        & written(reason, "Say why the review is closed to returns.", "reason")
    )
    rapid_review.closed_at, rapid_review.closed_by_id, rapid_review.closed_reason = at, signer(by), reason.strip()
    rapid_review.save()
    shut_out(rapid_review.requests.values_list("key", flat=True), by=by, at=at)
    record(by=by, verb="close_to_returns", at=at, about=rapid_review)
    return rapid_review


@command
def reopen_to_returns(rapid_review: RapidReview, *, by: Actor, at: datetime) -> RapidReview:
    """One more agency has to be asked, or a return put right: the agencies asked can see the case again."""
    rapid_review = locked(rapid_review)
    enforce(policy.can(by, "reopen_to_returns", rapid_review, at))
    rapid_review.closed_at, rapid_review.closed_by, rapid_review.closed_reason = None, None, ""
    rapid_review.save()
    for request in rapid_review.requests.filter(withdrawn_at__isnull=True).select_related("agency", "case"):
        let_in(request, by=by, at=at)
    record(by=by, verb="reopen_to_returns", at=at, about=rapid_review)
    return rapid_review
