"""Notices by GOV.UK Notify instead of a mail server: each is one e-mail from one template of the partnership's own.

The template has two fields, ((subject)) and ((body)). Nothing else of a notice leaves, and the outbox tries again what
did not go, as it does with a mail server.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client.errors import HTTPError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient

TIMEOUT = 20  # seconds, as for a mail server

# The client logs what Notify answers, which may repeat the reader's address.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)


class NotDelivered(OSError):
    """Notify did not take it. Says the number of its answer and no more."""


class NotifyBackend(BaseEmailBackend):
    """Django's way to send mail, over GOV.UK Notify."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Hand over each notice. Raises NotDelivered at the first that Notify does not take."""
        account = settings.NOTIFY
        assert account is not None, "The settings choose this way only where an account is given."
        client = NotificationsAPIClient(account.key, base_url=account.address, timeout=TIMEOUT)  # type: ignore[no-untyped-call]
        for message in email_messages:
            _hand_over(client, account.template, message)
        return len(email_messages)


def _hand_over(client: NotificationsAPIClient, template: str, message: EmailMessage) -> None:
    (reader,) = message.to  # a notice has one
    try:
        client.send_email_notification(  # type: ignore[no-untyped-call]
            email_address=reader,
            template_id=template,
            personalisation={"subject": message.subject, "body": message.body},
            reference=message.extra_headers.get("Message-ID"),
        )
    except HTTPError as refusal:
        raise NotDelivered(f"GOV.UK Notify answered {refusal.status_code}.") from None
    except InvalidResponse:
        raise NotDelivered("GOV.UK Notify answered with what is no answer.") from None
