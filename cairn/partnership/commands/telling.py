"""Notices to one person about her own account. They say nothing of any case."""

from __future__ import annotations

from datetime import datetime

from cairn.kernel.key import draw_key
from cairn.partnership.commands.outbox import write_notice
from cairn.partnership.models import Message, User


def tell(user: User, subject: str, body: str, *, link: str = "", at: datetime) -> Message:
    """Write a notice to this person, in the transaction of the act that causes it."""
    return write_notice(once=f"account:{draw_key()}", subject=subject, body=body, link=link, to=user, at=at)
