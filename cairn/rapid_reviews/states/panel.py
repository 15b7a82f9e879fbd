"""How far a rapid review has come with the national Panel: its report, the reply, the partners' answer."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.workflow import Move, Workflow, every, states


class PanelState(StrEnum):
    """Nothing is settled until the Panel agrees, takes the case up, or has had the partners' last word."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    ANSWER_OWED = "answer_owed"
    ANSWERED = "answered"
    SETTLED = "settled"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _LABELS[self]

    @property
    def settled(self) -> bool:
        """Whether nothing more is awaited: the Panel agreed or took it up, or the partners had the last word."""
        return self in (PanelState.SETTLED, PanelState.ANSWERED)


_LABELS = {
    PanelState.NOT_SENT: "The report is not sent yet",
    PanelState.SENT: "Sent: the Panel's reply is awaited",
    PanelState.ANSWER_OWED: "The Panel has replied, and is owed an answer",
    PanelState.ANSWERED: "The partners have answered",
    PanelState.SETTLED: "Settled with the Panel",
}
_REPLIES = "Working Together 2023, paragraphs 345 to 352"
_NOT_SENT = "The report has not been sent, so the Panel cannot have replied to it."
_NOTHING_OWED = "This letter is owed no answer, or was answered already."

PANEL = Workflow(
    name="panel",
    states=tuple(PanelState),
    moves=(
        Move(
            name="send_report",
            starts=states(PanelState.NOT_SENT),
            ends=PanelState.SENT,
            action="write_rapid_review",
            reference="Working Together 2023, paragraph 344",
            refusal="The report was sent already. What the Panel asks for is answered with a letter.",
        ),
        Move(
            name="record_reply",
            starts=every(PanelState, but=(PanelState.NOT_SENT,)),
            ends=PanelState.ANSWER_OWED,
            action="record_panel_reply",
            reference=_REPLIES,
            refusal=_NOT_SENT,
        ),
        Move(
            name="set_point",
            starts=states(PanelState.ANSWER_OWED),
            ends=PanelState.ANSWER_OWED,
            action="record_panel_reply",
            reference="OB-124: what the Panel asks is kept with the answer given.",
            refusal=_NOTHING_OWED,
        ),
        Move(
            name="answer_point",
            starts=states(PanelState.ANSWER_OWED),
            ends=PanelState.ANSWER_OWED,
            action="record_panel_reply",
            reference="OB-124: what the Panel asks is kept with the answer given.",
            refusal=_NOTHING_OWED,
        ),
        Move(
            name="answer_panel",
            starts=states(PanelState.ANSWER_OWED),
            ends=PanelState.ANSWERED,
            action="record_panel_reply",
            reference="OB-029, OB-235: the partners answer with reasons; they may keep their view.",
            refusal=_NOTHING_OWED,
        ),
    ),
)


def panel_state(*, sent: bool, replied: bool, owed: bool, settled: bool) -> PanelState:
    """How it stands, from the facts: any letter may be `owed` an answer; `settled` is what the latest letter says."""
    if not sent:
        return PanelState.NOT_SENT
    if not replied:
        return PanelState.SENT
    if owed:
        return PanelState.ANSWER_OWED
    return PanelState.SETTLED if settled else PanelState.ANSWERED


def letter_state(*, settled: bool, answered: bool) -> PanelState:
    """How one letter of the Panel stands: it settles the matter, was answered, or is owed an answer."""
    return panel_state(sent=True, replied=True, owed=not settled and not answered, settled=settled)
