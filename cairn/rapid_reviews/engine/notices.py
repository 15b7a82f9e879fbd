"""What agencies are told by mail. The words are fixed: nothing of any case is ever put into them."""

from __future__ import annotations

from cairn.cases.engine.notices import notice

ASKED = notice(
    "A request is waiting in Cairn",
    "The safeguarding children partnership asks your agency what it knew. Anybody who answers for your agency in Cairn "
    "can read the request and answer it.",
)
REMINDER = notice(
    "A request in Cairn still waits for your agency",
    "The safeguarding children partnership is still waiting for an answer from your agency.",
)
SENT_BACK = notice(
    "The partnership has questions about what your agency sent",
    "Something that your agency sent in has come back with questions.",
)
SAFETY = notice(
    "The partnership asks your agency for an update",
    "The safeguarding children partnership asks your agency for an update. It is due, or overdue.",
)
