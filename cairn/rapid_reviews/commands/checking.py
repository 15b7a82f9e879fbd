"""A return is signed off, checked, or sent back with questions."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import tell_agency
from cairn.cases.commands.checks import signer, written
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.commands.returns import next_version
from cairn.rapid_reviews.engine import notices
from cairn.rapid_reviews.models import OpenedAs, Return, ReturnVersion


@command
def sign_return(agency_return: Return, *, by: Actor, at: datetime) -> ReturnVersion:
    """A senior manager of the agency answers for what it sent in."""
    agency_return = locked(agency_return)
    enforce(policy.can(by, "sign_return", agency_return, at))
    version = agency_return.latest
    version.signed_at, version.signed_by_id, version.signed_name = at, signer(by), by.name
    version.save()
    record(by=by, verb="sign_return", at=at, about=version)
    return version


@command
def record_sign_off(
    agency_return: Return, *, signed_name: str, signed_how: str, by: Actor, at: datetime
) -> ReturnVersion:
    """The office records a sign-off that came by mail: whose it is, and how it came."""
    agency_return = locked(agency_return)
    enforce(
        policy.can(by, "record_sign_off", agency_return, at)
        & written(signed_name, "Enter who signed it off, with the post.", "signed_name")
        & written(signed_how, "Say how and when the sign-off came.", "signed_how")
    )
    version = agency_return.latest
    version.signed_at, version.signed_by_id = at, signer(by)
    version.signed_name, version.signed_how = signed_name.strip(), signed_how.strip()
    version.save()
    record(by=by, verb="record_sign_off", at=at, about=version)
    return version


@command
def check_return(agency_return: Return, *, all_so: bool, by: Actor, at: datetime) -> ReturnVersion:
    """Somebody of the office or the chair went through the checklist and found all of it to be so."""
    agency_return = locked(agency_return)
    sentence = "Tick every line, or send the return back with questions."
    enforce(policy.can(by, "check_return", agency_return, at) & require(all_so, sentence, Ground.INPUT, "ticked"))
    version = agency_return.latest
    version.checked_at, version.checked_by_id = at, signer(by)
    version.save()
    record(by=by, verb="check_return", at=at, about=version)
    return version


@command
def send_back(agency_return: Return, *, questions: str, by: Actor, at: datetime) -> ReturnVersion:
    """Something is not clear: the return goes back with questions, as a new version; the agency is told by notice."""
    agency_return = locked(agency_return)
    enforce(policy.can(by, "send_back", agency_return, at) & written(questions, "Write what you ask.", "questions"))
    version = next_version(agency_return, OpenedAs.SENT_BACK, questions, by=by, at=at)
    address = agency_return.agency.contact_point or agency_return.request.address
    if address:
        tell_agency(notices.SENT_BACK, once=f"sent_back:{version.key}", address=address, at=at)
    record(by=by, verb="send_back", at=at, about=version)
    return version
