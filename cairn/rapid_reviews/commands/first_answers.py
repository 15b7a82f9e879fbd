"""Known or not known: the first answer of an agency, or what the office records of it."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import one_of, signer, written
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.models import FirstAnswer, Knowledge, Return

KNEW = (Knowledge.KNOWN.value, Knowledge.LIMITED.value)
HOW_TOLD = "Say who told the office, when and how."


@command
def say_known(agency_return: Return, *, knowledge: str, told_how: str = "", by: Actor, at: datetime) -> FirstAnswer:
    """The agency knew the child or the family, or knew them a little: its summary is to come.

    `told_how` says who told the office, where the office records it for the agency.
    """
    agency_return = locked(agency_return)
    enforce(
        policy.can(by, "say_known", agency_return, at)
        & one_of(KNEW, knowledge, "Choose whether the agency knew the child or the family.", "knowledge")
        & _told(agency_return, told_how, by)
    )
    answer = first_answer(agency_return, knowledge, by=by, at=at, told_how=told_how)
    record(by=by, verb="say_known", at=at, about=answer)
    return answer


@command
def say_not_known(
    agency_return: Return, *, searched: str, confirmed_by: str, told_how: str = "", by: Actor, at: datetime
) -> FirstAnswer:
    """A nil return: the agency searched and knew nobody. It says what was searched and who confirms it, and is whole.

    `told_how` says who told the office, where the office records it for the agency.
    """
    agency_return = locked(agency_return)
    enforce(
        policy.can(by, "say_not_known", agency_return, at)
        & written(searched, "Say under which names and in which records you searched.", "searched")
        & written(confirmed_by, "Enter who confirms this for the agency, with the post.", "confirmed_by")
        & _told(agency_return, told_how, by)
    )
    answer = first_answer(
        agency_return,
        Knowledge.NOT_KNOWN,
        searched=searched,
        confirmed_by=confirmed_by,
        told_how=told_how,
        by=by,
        at=at,
    )
    record(by=by, verb="say_not_known", at=at, about=answer)
    return answer


def first_answer(
    agency_return: Return,
    knowledge: str,
    *,
    searched: str = "",
    confirmed_by: str = "",
    told_how: str = "",
    by: Actor,
    at: datetime,
) -> FirstAnswer:
    """Write a first answer beside the earlier ones; part of a command, not one itself."""
    before = agency_return.first_answer
    return FirstAnswer.unscoped.create(
        case=agency_return.case,
        agency_return=agency_return,
        number=before.number + 1 if before else 1,
        knowledge=knowledge,
        searched=searched.strip(),
        confirmed_by=confirmed_by.strip(),
        told_how=told_how.strip(),
        said_by_id=signer(by),
        said_at=at,
    )


def _told(agency_return: Return, told_how: str, by: Actor) -> Verdict:
    own = policy.speaks_for_agency(by, agency_return)
    return require(own or told_how.strip(), HOW_TOLD, Ground.INPUT, "told_how")
