"""Agencies that have not answered are reminded: by somebody who has seen the message, or by Cairn on set days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import tell_agency
from cairn.cases.commands.checks import signer
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.commands.letting_in import let_in
from cairn.rapid_reviews.engine import notices
from cairn.rapid_reviews.models import Chase, RapidReview, Request
from cairn.rapid_reviews.states import is_waited_for


@command
def chase_agencies(
    rapid_review: RapidReview, *, requests: Collection[Request], by: Actor, at: datetime
) -> tuple[Chase, ...]:
    """The agencies chosen are reminded, once a day at most, and whoever sits for them since is let in.

    An agency that cannot be reminded is left out and the others go ahead; if none can, nothing is done.
    """
    rapid_review = locked(rapid_review)
    enforce(
        policy.can(by, "chase_agencies", rapid_review, at)
        & require(requests, "Choose at least one agency.", Ground.INPUT, "requests")
        & require(
            all(each.rapid_review_id == rapid_review.pk for each in requests),
            "Choose agencies of this review.",
            Ground.INPUT,
            "requests",
        )
    )
    answers = {each: may_be_reminded(each, at) for each in requests}
    ready = [each for each, answer in answers.items() if answer]
    if not ready:
        verdict = ALLOWED
        for answer in answers.values():
            verdict &= answer
        enforce(verdict)
    sent = tuple(_remind(each, None, by, at) for each in ready)
    for each in ready:
        let_in(each, by=by, at=at)
    record(by=by, verb="chase_agencies", at=at, about=rapid_review)
    return sent


@command
def remind_agency(asked: Request, *, for_day: date, by: Actor, at: datetime) -> Chase:
    """Cairn itself reminds an agency on a day that was set, once for each such day."""
    asked = locked(asked)
    told = Chase.unscoped.filter(request=asked, for_day__gte=for_day).exists()
    enforce(may_be_reminded(asked, at) & require(not told, "Cairn has sent this reminder already."))
    sent = _remind(asked, for_day, by, at)
    record(by=by, verb="remind_agency", at=at, about=sent)
    return sent


def may_be_reminded(asked: Request, at: datetime) -> Verdict:
    """Whether this agency still owes an answer, has an address, and was not reminded today."""
    name = asked.agency.name
    if not is_waited_for(asked.answer.state):
        return refuse(f"{name} owes no answer now.")
    if not _address(asked):
        return refuse(f"{name} has no contact point. Record one, or remind it by secure mail.")
    if Chase.unscoped.filter(request=asked, day=day_of(at)).exists():
        return refuse(f"{name} was reminded today.")
    return ALLOWED


def _address(asked: Request) -> str:
    """The agency's contact point as it is now; what it was when the agency was asked, if it has none any more."""
    return asked.agency.contact_point or asked.address


def _remind(asked: Request, for_day: date | None, by: Actor, at: datetime) -> Chase:
    day = day_of(at)
    chase = Chase.unscoped.create(
        case=asked.case,
        request=asked,
        day=day,
        sent_at=at,
        sent_by_id=signer(by) if for_day is None else None,
        for_day=for_day,
        address=_address(asked),
    )
    tell_agency(notices.REMINDER, once=f"chase:{asked.key}:{day}", address=chase.address, at=at)
    return chase
