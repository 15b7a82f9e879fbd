"""Telling an agency that something waits for it. Parts of commands, not commands themselves."""

from __future__ import annotations

from datetime import datetime

from cairn.cases.engine.notices import Notice
from cairn.cases.models import Means
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, refuse
from cairn.partnership.clock import day_of
from cairn.partnership.commands.outbox import write_notice
from cairn.partnership.links import SIGN_IN
from cairn.partnership.models import Agency


def can_be_asked(agency: Agency, means: str, at: datetime) -> Verdict:
    """Whether an agency is there to be asked, and can be told so by these means."""
    if agency.ends_on is not None and agency.ends_on < day_of(at):
        words = f"{agency.name} has ended. Ask the agency that took over from it."
        return refuse(words, Ground.STATE, "agencies")
    if means == Means.NOTICE and not agency.contact_point:
        words = f"{agency.name} has no contact point. Record one, or send a letter by secure mail."
        return refuse(words, Ground.STATE, "agencies")
    return ALLOWED


def tell_agency(notice: Notice, *, once: str, address: str, at: datetime) -> None:
    """One message to an agency's contact point, which names nobody and leads to the sign-in page.

    `once` keeps it from being sent twice for the same thing.
    """
    write_notice(
        once=once,
        address=address,
        subject=notice.subject,
        body=notice.body,
        link=SIGN_IN,
        at=at,
        about_a_case=True,
    )
