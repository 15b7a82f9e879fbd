"""The outbox, as those who look after it may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q

from cairn.access.actor import Actor
from cairn.access.roles import NO_CASE_CONTENT
from cairn.partnership import policy
from cairn.partnership.links import full_link
from cairn.partnership.models import Message
from cairn.partnership.queries.area import is_demonstration, the_partnership
from cairn.partnership.states import NoticeState, notice_state

FOR_THE_READER = "(a link that only the reader is given)"


@dataclass(frozen=True)
class Notice:
    """One message as its reader gets it; her own link is shown in a demonstration only, where nothing is real."""

    key: str
    to: str
    name: str
    subject: str
    body: str
    link: str
    written_at: datetime
    sent_at: datetime | None
    tries: int
    state: NoticeState


def mail_leaves() -> bool:
    """Whether notices are sent at all: a mail server is set, and nothing here is a demonstration."""
    partnership = the_partnership()
    return bool(settings.MAIL_IS_ON) and partnership is not None and not partnership.is_demo


def outbox(actor: Actor, at: datetime) -> tuple[Notice, ...]:
    """Every notice, latest first; none that a case caused to those for whom no case is there."""
    if not policy.can(actor, "read_outbox"):
        return ()
    shown = is_demonstration()
    hers = Q() if actor.roles - NO_CASE_CONTENT else Q(about_a_case=False)
    rows = Message.unscoped.filter(hers).select_related("to_user").order_by("-written_at", "-id")
    return tuple(_notice(row, shown) for row in rows)


def notice(actor: Actor, key: str, at: datetime) -> Notice | None:
    """One notice."""
    return next((found for found in outbox(actor, at) if found.key == key), None)


def _notice(row: Message, shown: bool) -> Notice:
    link = full_link(row.link, row.to_user) if shown else FOR_THE_READER
    return Notice(
        key=row.key,
        to=row.to_address,
        name=row.to_user.name if row.to_user else "",
        subject=row.subject,
        body=row.body.replace("{link}", link),
        link=link if shown else "",
        written_at=row.written_at,
        sent_at=row.sent_at,
        tries=row.tries,
        state=notice_state(row.sent_at, row.tries),
    )
