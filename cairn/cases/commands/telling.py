"""Telling an agency by mail that something waits for it. A part of commands, not one itself."""

from __future__ import annotations

from datetime import datetime

from cairn.cases.engine.notices import Notice
from cairn.partnership.commands.outbox import write_notice
from cairn.partnership.links import SIGN_IN


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
