"""Notices: written in the transaction of the act that causes them, sent once, by Cairn.

A notice says that there is something to read after signing in. It never says what.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q

from cairn.access.actor import MACHINE
from cairn.audit.commands import record
from cairn.kernel import clock
from cairn.partnership import queries
from cairn.partnership.commands.locking import locked
from cairn.partnership.links import full_link
from cairn.partnership.models import Message, Partnership, User
from cairn.partnership.states import MOST_TRIES, NoticeState, notice_state, wait_before_next

LINK = "{link}"


@dataclass(frozen=True)
class Post:
    """What one round of sending came to."""

    sent: int = 0
    failed: int = 0


def write_notice(
    *,
    once: str,
    subject: str,
    body: str,
    at: datetime,
    to: User | None = None,
    address: str = "",
    link: str = "",
    about_a_case: bool = False,
) -> Message:
    """Write one notice to one reader, in the caller's transaction; the same `once` never writes a second.

    One caused by something on a case is marked so, and shown in the outbox to those alone who work on cases.
    Where the text says {link}, the reader gets `link`, which nobody else is shown and which is forgotten once sent.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A notice is written in the transaction of the act that causes it.")
    facts = {"subject": subject, "body": body, "link": link, "written_at": at, "about_a_case": about_a_case}
    reader = {"to_user": to, "to_address": to.email if to else address}
    message, _ = Message.unscoped.get_or_create(once=once, defaults={**facts, **reader})
    return message


def send_outbox(*, at: datetime) -> Post:
    """Send what waits, each notice once. Safe beside another worker: whoever claims a try makes it."""
    if not queries.mail_leaves():
        return Post()
    moment = clock.now()
    ready = [message for message in _waiting() if _rested(message, moment)]
    outcomes = [_send(message, at) for message in ready if _claimed(message, moment)]
    return Post(sent=outcomes.count(True), failed=outcomes.count(False))


def _waiting() -> list[Message]:
    readers = Q(to_user__isnull=True) | Q(to_user__is_active=True)
    return list(Message.unscoped.filter(readers, sent_at__isnull=True, tries__lt=MOST_TRIES).order_by("id"))


def _rested(message: Message, moment: datetime) -> bool:
    wait = timedelta(minutes=wait_before_next(message.tries))
    return message.tried_at is None or message.tried_at + wait <= moment


def _claimed(message: Message, moment: datetime) -> bool:
    """Count the try before it is made, so that a crash or a second worker cannot repeat it without end."""
    unchanged = Message.unscoped.filter(pk=message.pk, sent_at__isnull=True, tries=message.tries)
    return unchanged.update(tries=F("tries") + 1, tried_at=moment) == 1


def _send(message: Message, at: datetime) -> bool:
    try:
        _letter(message).send()
    except (SMTPException, OSError):
        _record_failure(message, at)
        return False
    with transaction.atomic():
        gone = locked(message)
        gone.sent_at, gone.link = at, ""
        gone.save()
        record(by=MACHINE, verb="send_notice", at=at, about=gone)
    return True


def _record_failure(message: Message, at: datetime) -> None:
    with transaction.atomic():
        tried = locked(message)
        if notice_state(tried.sent_at, tried.tries) is NoticeState.GIVEN_UP:
            record(by=MACHINE, verb="give_up_notice", at=at, about=tried)


def _letter(message: Message) -> EmailMessage:
    sender = Partnership.unscoped.values_list("email", flat=True).get()
    return EmailMessage(
        subject=message.subject,
        body=message.body.replace(LINK, full_link(message.link, message.to_user)),
        from_email=sender,
        to=[message.to_address],
        headers={"Message-ID": f"<{message.key}@cairn.invalid>", "Auto-Submitted": "auto-generated"},
    )
