"""Whether somebody may, in a rapid review: what the case and the matrix say, and then the state of the row."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.access.roles import OFFICE
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, require
from cairn.kernel.workflow import Workflow
from cairn.rapid_reviews import states
from cairn.rapid_reviews.models import (
    SETTLES,
    PanelReply,
    PanelReport,
    RapidReview,
    Return,
    SafetyQuestion,
)

Row = RapidReview | Return | SafetyQuestion | PanelReply

# What each act needs, besides the moves of the workflows. An act that is in neither is an action of the matrix itself.
ACTION_OF = {
    "open_rapid_review": "write_rapid_review",
    "save_answers": "write_return",
    "add_key_event": "write_return",
    "change_key_event": "write_return",
    "remove_key_event": "write_return",
    "ask_safety": "keep_safety",
    "make_letter": "ask_agencies",
    "answer_report": "write_rapid_review",
    "make_report": "write_rapid_review",
    "tag_theme": "write_rapid_review",
    "take_theme_off": "write_rapid_review",
}
WORKFLOW_OF: dict[str, Workflow] = {move.name: workflow for workflow in states.WORKFLOWS for move in workflow.moves}
WRITES = frozenset({"save_answers", "add_key_event", "change_key_event", "remove_key_event"})
BY_OFFICE = frozenset({"record_return", "record_sign_off", "send_report"})

ONLY_THE_OFFICE = "Only the office records what comes and goes by mail."


def action_of(act: str) -> str:
    """The action of the matrix that an act of this app needs. Raises KeyError for an act that nobody named."""
    workflow = WORKFLOW_OF.get(act)
    return workflow.move(act).action if workflow else ACTION_OF.get(act, act)


def verdict(rights: cases.Rights, act: str, row: Row | Case) -> Verdict:
    """Whether she may do the act to this row, given what she holds on its case."""
    held = rights.can(action_of(act), row)
    if act in BY_OFFICE:
        held &= require(rights.roles & OFFICE, ONLY_THE_OFFICE, Ground.ROLE)
    return held & _state(act, row) if held else held


def _state(act: str, row: Row | Case) -> Verdict:
    workflow: Workflow | None = WORKFLOW_OF.get(act)
    if isinstance(row, Case):
        return ALLOWED
    if act in WRITES and isinstance(row, Return):
        return states.takes_writing(row.state)
    if isinstance(row, PanelReply):
        return states.PANEL.allows(letter_state_of(row), act)
    if workflow is states.PANEL and isinstance(row, RapidReview):
        return workflow.allows(panel_state_of(row), act)
    return workflow.allows(row.state, act) if workflow else ALLOWED


def panel_state_of(review: RapidReview) -> states.PanelState:
    """How far a rapid review has come with the national Panel, from the reports sent and the letters that came."""
    letters = PanelReply.unscoped.filter(report__rapid_review=review).select_related("our_answer")
    stand = [letter_state_of(letter) for letter in letters.order_by("received_on", "id")]
    return states.panel_state(
        sent=PanelReport.unscoped.filter(rapid_review=review, sent_on__isnull=False).exists(),
        replied=bool(stand),
        owed=states.PanelState.ANSWER_OWED in stand,
        settled=stand[-1:] == [states.PanelState.SETTLED],
    )


def letter_state_of(letter: PanelReply) -> states.PanelState:
    """Whether this very letter of the Panel is still owed an answer; each is answered by itself."""
    return states.letter_state(settled=letter.says in SETTLES, answered=hasattr(letter, "our_answer"))


def can(actor: Actor, act: str, row: Row | Case, at: datetime) -> Verdict:
    """Whether somebody may do this act to a case or to a row of its rapid review. All three layers."""
    case = row if isinstance(row, Case) else row.case
    return verdict(cases.rights(actor, case, at), act, row)


def speaks_for_agency(actor: Actor, row: Return | SafetyQuestion) -> bool:
    """Whether she answers as one of the agency's own people, not for the office."""
    return row.agency_id in actor.agency_ids
