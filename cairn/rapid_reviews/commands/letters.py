"""The letter that asks an agency and names whom to look for: made here, sent by the office's own secure mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import queries as cases
from cairn.cases.commands.checks import signer
from cairn.cases.models import Case
from cairn.documents.commands import keep_file
from cairn.documents.commands.letters import filled
from cairn.documents.models import Origin, Purpose, StoredFile
from cairn.guidance.editions import in_force
from cairn.guidance.working_days import in_words
from cairn.kernel.verdict import enforce
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import User
from cairn.partnership.queries import the_partnership
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.models import Request, Return

KIND = "agency_request"
GUIDANCE = "working_together"


@command
def make_letter(agency_return: Return, *, by: Actor, at: datetime) -> StoredFile:
    """The partnership's own letter to one agency, filled: whom to look for by real name, why, and by when.

    It is kept with the documents of the case, where the office and the chair read it. Refused with the field in words
    if the letter names something that is not recorded, such as the people.
    """
    agency_return = locked(agency_return)
    enforce(policy.can(by, "make_letter", agency_return, at))
    asked = agency_return.request
    content = filled(KIND, {**_everywhere(asked.case, at), **_about(asked, by, at)}, at=at)
    file = keep_file(
        asked.case,
        content=content,
        name="letter.docx",
        purpose=Purpose.LETTER,
        read_action="read_files",
        agency=asked.agency,
        origin=Origin.MADE,
        by=by,
        at=at,
    )
    record(by=by, verb="make_letter", at=at, about=file)
    return file


def _everywhere(case: Case, at: datetime) -> dict[str, str]:
    partnership, edition = the_partnership(), in_force(GUIDANCE, day_of(at))
    return {
        "today": in_words(day_of(at)),
        "partnership_name": partnership.name if partnership else "",
        "partnership_email": partnership.email if partnership else "",
        "case_reference": case.reference,
        "guidance": edition.title if edition else "",
    }


def _about(asked: Request, by: Actor, at: datetime) -> dict[str, str]:
    sender = User.unscoped.get(pk=signer(by))
    return {
        "agency_name": asked.agency.name,
        "sender": "\n".join(part for part in (sender.name, sender.post) if part),
        "why_asked": asked.rapid_review.why,
        "people": "\n".join(_people(asked.case, by, at)),
        "known_by": in_words(asked.known_by),
        "summary_by": in_words(asked.summary_by),
    }


def _people(case: Case, by: Actor, at: datetime) -> Iterator[str]:
    """Whom to look for, a line each: real name, birth date and other names; then the addresses."""
    for person in cases.people(by, case, at):
        if person.identity and person.identity.name:
            others = ", ".join(alias.name for alias in person.aliases)
            also = f"; also {others}" if others else ""
            yield f"{person.identity.name}, {person.kind_label.lower()}, born {person.identity.born_words}{also}"
    for place in cases.places(by, case, at):
        if place.address:
            yield f"{place.kind_label}: {place.address} {place.postcode}".strip()
