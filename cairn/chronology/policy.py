"""Whether somebody may, in a chronology: what the case and the matrix say, and then the state of the row."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.access.roles import OFFICE, Role
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.chronology import states
from cairn.chronology.models import Chronology, ChronologyRequest, Entry, EntryComment, Episode, Mark, SavedView
from cairn.kernel.verdict import Ground, Verdict, require
from cairn.kernel.workflow import Workflow

Row = Chronology | ChronologyRequest | Entry | EntryComment | Episode | Mark | SavedView

# What each act needs, besides the moves of the workflows. An act that is in neither is an action of the matrix itself.
ACTION_OF = {
    "open_chronology": "keep_chronology",
    "change_scope": "keep_chronology",
    "release_chronology": "keep_chronology",
    "recall_chronology": "keep_chronology",
    "save_view": "read_chronology",
    "forget_view": "read_chronology",
    "comment_on_entry": "comment_on_chronology",
    "withdraw_comment": "comment_on_chronology",
    "make_episode": "mark_entries",
    "change_episode": "mark_entries",
    "mark_entry": "mark_entries",
    "put_in_episode": "mark_entries",
    "take_mark_off": "mark_entries",
    "judge": "mark_entries",
}
WORKFLOW_OF: dict[str, Workflow] = {move.name: workflow for workflow in states.WORKFLOWS for move in workflow.moves}
READS_RETURNS = "read_chronology_return"
BY_OFFICE = frozenset({"record_chronology", "record_chronology_sign_off"})
# Those who gather read what is sent in before it is signed off; everybody else reads what its agency answers for.
BEFORE_SIGN_OFF = OFFICE | {Role.SUBGROUP_CHAIR, Role.REVIEWER}
CHECKS = "keep_chronology"
# A closed case is read, so what somebody may read of it can still be taken from her.
TAKEN_WHEN_CLOSED = frozenset({"recall_chronology"})

ONLY_THE_OFFICE = "Only the office records what comes by mail."
ONLY_HER_OWN = "A comment is withdrawn by the person who made it."


def action_of(act: str) -> str:
    """The action of the matrix that an act of this app needs. Raises KeyError for an act that nobody named."""
    workflow = WORKFLOW_OF.get(act)
    return workflow.move(act).action if workflow else ACTION_OF.get(act, act)


def verdict(rights: cases.Rights, act: str, row: Row | Case) -> Verdict:
    """Whether she may do the act to this row, given what she holds on its case."""
    held = rights.can(action_of(act), None if act in TAKEN_WHEN_CLOSED else row)
    if act in BY_OFFICE:
        held &= require(rights.roles & OFFICE, ONLY_THE_OFFICE, Ground.ROLE)
    if isinstance(row, EntryComment):
        held &= require(row.said_by_id == rights.actor.user_id, ONLY_HER_OWN, Ground.ROLE)
    workflow = WORKFLOW_OF.get(act)
    if not held or workflow is None or not isinstance(row, Chronology | ChronologyRequest):
        return held
    return held & workflow.allows(row.state, act)


def can(actor: Actor, act: str, row: Row | Case, at: datetime) -> Verdict:
    """Whether somebody may do this act to a case or to a row of its chronology. All three layers."""
    case = row if isinstance(row, Case) else row.case
    return verdict(cases.rights(actor, case, at), act, row)


def reads_whole(rights: cases.Rights) -> bool:
    """Whether she may read the combined chronology: by her role, or because it is released to her by name."""
    return bool(rights.can_of_own_agency("read_chronology"))


def reads_before_sign_off(rights: cases.Rights) -> bool:
    """Whether the combined chronology shows her what is sent in and not signed off yet, marked as such."""
    return bool(rights.roles & BEFORE_SIGN_OFF)


def reads_drafts(rights: cases.Rights, asked: ChronologyRequest) -> bool:
    """Whether she may see what is read in and not sent: the agency itself, and the office that helps it."""
    own = asked.agency_id in rights.actor.agency_ids
    return bool(rights.can(READS_RETURNS, asked)) and (own or bool(rights.can(CHECKS)))


def may_change_columns(chronology: Chronology) -> Verdict:
    """The columns stay as they were once somebody is asked: all agencies answer the same questions."""
    asked = ChronologyRequest.unscoped.filter(chronology=chronology, withdrawn_at__isnull=True).exists()
    sentence = "Agencies are asked with these columns already, so they stay as they are. Take the requests back first."
    return require(not asked, sentence)
