"""A chronology is signed off by a senior manager of its agency, or goes back with questions."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import tell_agency
from cairn.cases.commands.checks import current, signer, written
from cairn.chronology import policy
from cairn.chronology.commands.versions import draft_of
from cairn.chronology.engine import notices
from cairn.chronology.models import ChronologyRequest, ChronologyVersion
from cairn.kernel.verdict import enforce
from cairn.partnership.commands.locking import locked


@command
def sign_chronology(asked: ChronologyRequest, *, version: int, by: Actor, at: datetime) -> ChronologyVersion:
    """A senior manager answers for what the agency sent in (OB-424). `version` is the number of the version read."""
    asked = locked(asked)
    enforce(policy.can(by, "sign_chronology", asked, at))
    sent = draft_of(asked)
    enforce(current(version, sent.number))
    sent.signed_at, sent.signed_by_id, sent.signed_name = at, signer(by), by.name
    sent.save()
    record(by=by, verb="sign_chronology", at=at, about=sent)
    return sent


@command
def record_chronology_sign_off(
    asked: ChronologyRequest, *, signed_name: str, signed_how: str, version: int, by: Actor, at: datetime
) -> ChronologyVersion:
    """The office records a sign-off that came by mail: whose it is, and how it came."""
    asked = locked(asked)
    enforce(
        policy.can(by, "record_chronology_sign_off", asked, at)
        & written(signed_name, "Enter who signed it off, with the post.", "signed_name")
        & written(signed_how, "Say how and when the sign-off came.", "signed_how")
    )
    sent = draft_of(asked)
    enforce(current(version, sent.number))
    sent.signed_at, sent.signed_by_id = at, signer(by)
    sent.signed_name, sent.signed_how = signed_name.strip(), signed_how.strip()
    sent.save()
    record(by=by, verb="record_chronology_sign_off", at=at, about=sent)
    return sent


@command
def send_chronology_back(
    asked: ChronologyRequest, *, questions: str, version: int, by: Actor, at: datetime
) -> ChronologyVersion:
    """Something is not clear: the chronology goes back with questions, and the agency is told by notice.

    `version` is the number of the version read.
    """
    asked = locked(asked)
    enforce(policy.can(by, "send_chronology_back", asked, at) & written(questions, "Write what you ask.", "questions"))
    sent = draft_of(asked)
    enforce(current(version, sent.number))
    sent.sent_back_at, sent.sent_back_by_id, sent.questions = at, signer(by), questions.strip()
    sent.save()
    address = asked.agency.contact_point or asked.address
    if address:
        tell_agency(notices.SENT_BACK, once=f"chronology_back:{sent.key}", address=address, at=at)
    record(by=by, verb="send_chronology_back", at=at, about=sent)
    return sent
