"""How far one agency's chronology has come, and which acts move it."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.workflow import Move, Workflow, states


class GatheringState(StrEnum):
    """Whether chronologies are still gathered for a case."""

    GATHERING = "gathering"
    CLOSED = "closed_to_chronologies"


class ChronologyState(StrEnum):
    """How far one agency's chronology has come."""

    ASKED = "asked"
    NIL = "nil"
    DRAFT = "draft"
    SENT = "sent"
    SENT_BACK = "sent_back"
    SIGNED = "signed"
    CORRECTING = "correcting"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _LABELS[self]


_LABELS = {
    ChronologyState.ASKED: "Nothing yet",
    ChronologyState.NIL: "Nothing to tell",
    ChronologyState.DRAFT: "Read in: not sent yet",
    ChronologyState.SENT: "Sent in: waiting for sign-off",
    ChronologyState.SENT_BACK: "Sent back with questions",
    ChronologyState.SIGNED: "Signed off",
    ChronologyState.CORRECTING: "Being corrected",
    ChronologyState.WITHDRAWN: "No longer asked",
}

_DRAFTS = states(ChronologyState.DRAFT, ChronologyState.CORRECTING)
_OPEN = states(ChronologyState.ASKED, ChronologyState.NIL, ChronologyState.SENT_BACK) | _DRAFTS
_IN = states(ChronologyState.SENT, ChronologyState.SIGNED)
_NEVER_IN = states(ChronologyState.ASKED, ChronologyState.NIL, ChronologyState.DRAFT)
_NO_DRAFT = "No chronology is being put right now. Read in a file, or begin a correction."
_TAKEN_BACK = "The agency is no longer asked for its chronology."
_NOT_SENT = "There is nothing to sign off: the chronology is not in, or it is signed off already."
_MAIL = "Local rule: what came by secure mail counts the same."

RETURN = Workflow(
    name="chronology",
    states=tuple(ChronologyState),
    moves=(
        Move(
            name="take_chronology",
            starts=_OPEN | _IN,
            ends=ChronologyState.DRAFT,
            action="write_chronology_return",
            reference="Local guidance on managing serious case reviews: each agency writes a chronology (OB-313).",
            refusal=_TAKEN_BACK,
        ),
        Move(
            name="add_chronology_file",
            starts=_DRAFTS,
            ends=ChronologyState.DRAFT,
            action="write_chronology_return",
            reference="Local rule: departments of one agency may each bring a file (practice B10).",
            refusal=_NO_DRAFT,
        ),
        Move(
            name="put_right",
            starts=_DRAFTS,
            ends=ChronologyState.DRAFT,
            action="write_chronology_return",
            reference="Local rule: an agency's rows are changed by the agency alone (practice B10).",
            refusal=_NO_DRAFT,
        ),
        Move(
            name="correct_chronology",
            starts=_IN | states(ChronologyState.SENT_BACK),
            ends=ChronologyState.CORRECTING,
            action="write_chronology_return",
            reference="Local rule: after it is sent in, a correction is a new version with its reason.",
            refusal="Only what was sent in is corrected; until then it is simply changed.",
        ),
        Move(
            name="set_draft_aside",
            starts=_DRAFTS,
            ends=ChronologyState.ASKED,
            action="write_chronology_return",
            reference="Local rule: what was read in by mistake is set aside, and what stood before stands again.",
            refusal=_NO_DRAFT,
        ),
        Move(
            name="send_chronology",
            starts=_DRAFTS,
            ends=ChronologyState.SENT,
            action="write_chronology_return",
            reference="Local guidance on managing serious case reviews (OB-313).",
            refusal=_NO_DRAFT,
        ),
        Move(
            name="record_chronology",
            starts=_OPEN | _IN,
            ends=ChronologyState.SENT,
            action="write_chronology_return",
            reference=_MAIL,
            refusal=_TAKEN_BACK,
        ),
        Move(
            name="say_nothing_to_tell",
            starts=states(ChronologyState.ASKED),
            ends=ChronologyState.NIL,
            action="write_chronology_return",
            reference="Local rule: a nil return counts as an answer in full (practice B3).",
            refusal="The agency has answered already.",
        ),
        Move(
            name="sign_chronology",
            starts=states(ChronologyState.SENT),
            ends=ChronologyState.SIGNED,
            action="sign_chronology_return",
            reference="Local guidance on managing serious case reviews: senior managers sign chronologies (OB-424).",
            refusal=_NOT_SENT,
        ),
        Move(
            name="record_chronology_sign_off",
            starts=states(ChronologyState.SENT),
            ends=ChronologyState.SIGNED,
            action="write_chronology_return",
            reference=_MAIL,
            refusal=_NOT_SENT,
        ),
        Move(
            name="send_chronology_back",
            starts=states(ChronologyState.SENT),
            ends=ChronologyState.SENT_BACK,
            action="keep_chronology",
            reference="Local rule: what is not clear goes back with questions (practice A9).",
            refusal="Only a chronology that was sent in, and is not signed off, can be sent back.",
        ),
        Move(
            name="take_back_request",
            starts=_NEVER_IN,
            ends=ChronologyState.WITHDRAWN,
            action="keep_chronology",
            reference="Local rule: what was asked by mistake is taken back with a reason, and stays to be seen.",
            refusal="Only what has not been sent in can be taken back.",
        ),
    ),
)


_GATHERS = states(GatheringState.GATHERING)
_CLOSED = "This chronology is closed to returns. Open it to returns again first."

GATHERING = Workflow(
    name="gathering chronologies",
    states=tuple(GatheringState),
    moves=(
        Move(
            name="ask_for_chronologies",
            starts=_GATHERS,
            ends=GatheringState.GATHERING,
            action="keep_chronology",
            reference="Local guidance on managing serious case reviews (OB-313, OB-315).",
            refusal=_CLOSED,
        ),
        Move(
            name="remind_of_chronology",
            starts=_GATHERS,
            ends=GatheringState.GATHERING,
            action="keep_chronology",
            reference="Local rule: agencies that are late are reminded, once a day at most.",
            refusal=_CLOSED,
        ),
        Move(
            name="close_to_chronologies",
            starts=_GATHERS,
            ends=GatheringState.CLOSED,
            action="keep_chronology",
            reference="Local rule: access that was given in order to answer ends with the asking.",
            refusal="This chronology is closed to returns already.",
        ),
        Move(
            name="reopen_to_chronologies",
            starts=states(GatheringState.CLOSED),
            ends=GatheringState.GATHERING,
            action="keep_chronology",
            reference="Local rule: an agency can be asked later, or put its chronology right.",
            refusal="This chronology is open to returns.",
        ),
    ),
)
WORKFLOWS = (GATHERING, RETURN)


def is_waited_for(state: ChronologyState) -> bool:
    """Whether the agency still owes its chronology, or an answer to questions."""
    return state in _DRAFTS | {ChronologyState.ASKED, ChronologyState.SENT_BACK}


def chronology_state(
    *, withdrawn: bool, nil: bool, versions: int, sent_before: bool, sent: bool, signed: bool, sent_back: bool
) -> ChronologyState:
    """How a chronology stands, from its facts.

    `versions` counts what was read in; `sent`, `signed` and `sent_back` are of the last of them, `sent_before` of any.
    """
    if withdrawn:
        return ChronologyState.WITHDRAWN
    if not versions:
        return ChronologyState.NIL if nil else ChronologyState.ASKED
    if sent_back:
        return ChronologyState.SENT_BACK
    if sent:
        return ChronologyState.SIGNED if signed else ChronologyState.SENT
    return ChronologyState.CORRECTING if sent_before else ChronologyState.DRAFT
