"""What agencies are told by mail. The words are fixed: nothing of any case is ever put into them."""

from __future__ import annotations

from dataclasses import dataclass

LINK = "{link}"


@dataclass(frozen=True)
class Notice:
    """One message as it is sent, but for the address of the sign-in page."""

    subject: str
    body: str


_CLOSING = f"\n\nSign in here: {LINK}\n\nThis message says no more, because what it is about is confidential."

ASKED = Notice(
    "A request is waiting in Cairn",
    "The safeguarding children partnership asks your agency what it knew. Anybody who answers for your agency in Cairn "
    "can read the request and answer it." + _CLOSING,
)
REMINDER = Notice(
    "A request in Cairn still waits for your agency",
    "The safeguarding children partnership is still waiting for an answer from your agency." + _CLOSING,
)
SENT_BACK = Notice(
    "The partnership has questions about what your agency sent",
    "Something that your agency sent in has come back with questions." + _CLOSING,
)
SAFETY = Notice(
    "The partnership asks your agency for an update",
    "The safeguarding children partnership asks your agency for an update. It is due, or overdue." + _CLOSING,
)
