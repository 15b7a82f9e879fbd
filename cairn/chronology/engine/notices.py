"""What agencies are told by mail about chronologies. Nothing of any case is ever put into the words."""

from __future__ import annotations

from cairn.cases.engine.notices import notice

ASKED = notice(
    "A chronology is asked for in Cairn",
    "The safeguarding children partnership asks your agency for a chronology. Anybody who answers for your agency in "
    "Cairn can read what is asked, and send it in there.",
)
REMINDER = notice(
    "A chronology still waits for your agency in Cairn",
    "The safeguarding children partnership is still waiting for a chronology from your agency.",
)
SENT_BACK = notice(
    "The partnership has questions about your agency's chronology",
    "The chronology that your agency sent in has come back with questions.",
)
