"""How far one agency's answer has come, and which acts move it."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.verdict import Verdict, require
from cairn.kernel.workflow import Move, Workflow, states


class ReturnState(StrEnum):
    """How far one agency's answer has come."""

    ASKED = "asked"
    KNOWN = "known"
    NIL = "nil"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    CHECKED = "checked"
    SENT_BACK = "sent_back"
    CORRECTING = "correcting"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _RETURN_LABELS[self]


_RETURN_LABELS = {
    ReturnState.ASKED: "No answer yet",
    ReturnState.KNOWN: "Known: summary to come",
    ReturnState.NIL: "Not known to the agency",
    ReturnState.SUBMITTED: "Sent in: waiting for sign-off",
    ReturnState.SIGNED: "Signed off: waiting for the check",
    ReturnState.CHECKED: "Signed off and checked",
    ReturnState.SENT_BACK: "Sent back with questions",
    ReturnState.CORRECTING: "Being corrected",
    ReturnState.WITHDRAWN: "No longer asked",
}

_WRITING = states(ReturnState.KNOWN, ReturnState.SENT_BACK, ReturnState.CORRECTING)
_NOT_WRITING = (
    "This return cannot be changed now. It was sent in, or the agency has not said yet that it knew somebody."
)

RETURN = Workflow(
    name="return",
    states=tuple(ReturnState),
    moves=(
        Move(
            name="say_known",
            starts=states(ReturnState.ASKED, ReturnState.NIL),
            ends=ReturnState.KNOWN,
            action="write_return",
            reference="Local rule: known or not known comes first, within days (practice B3).",
            refusal="The agency has said already that it knew somebody.",
        ),
        Move(
            name="say_not_known",
            starts=states(ReturnState.ASKED, ReturnState.KNOWN),
            ends=ReturnState.NIL,
            action="write_return",
            reference="Local rule: a nil return counts as an answer in full (practice B3, E1).",
            refusal="The agency has answered already. Correct the return instead.",
        ),
        Move(
            name="withdraw_request",
            starts=states(ReturnState.ASKED, ReturnState.KNOWN, ReturnState.NIL),
            ends=ReturnState.WITHDRAWN,
            action="ask_agencies",
            reference="Local rule: what was asked by mistake is taken back with a reason, and stays to be seen.",
            refusal="Only what has not been sent in can be taken back.",
        ),
        Move(
            name="submit_return",
            starts=_WRITING,
            ends=ReturnState.SUBMITTED,
            action="write_return",
            reference="Local rule: the summary is sent in whole (practice B3).",
            refusal=_NOT_WRITING,
        ),
        Move(
            name="upload_return",
            starts=_WRITING,
            ends=ReturnState.SUBMITTED,
            action="write_return",
            reference="Local rule: an agency may send its own Word, PDF or Excel file instead of the form.",
            refusal=_NOT_WRITING,
        ),
        Move(
            name="record_return",
            starts=_WRITING | {ReturnState.ASKED, ReturnState.NIL},
            ends=ReturnState.SUBMITTED,
            action="write_return",
            reference="Local rule: a return that came by secure mail counts the same.",
            refusal="This agency's return is in already. Open a correction first.",
        ),
        Move(
            name="correct_return",
            starts=states(ReturnState.SUBMITTED, ReturnState.SIGNED, ReturnState.CHECKED),
            ends=ReturnState.CORRECTING,
            action="write_return",
            reference="Local rule: after it is sent in, a correction is a new version with its reason.",
            refusal="Only what was sent in is corrected; until then it is simply changed.",
        ),
        Move(
            name="sign_return",
            starts=states(ReturnState.SUBMITTED),
            ends=ReturnState.SIGNED,
            action="sign_return",
            reference="Local rule: a senior manager of the agency answers for what it sends (practice A9, B3).",
            refusal="There is nothing to sign off: the return is not in, or it is signed off already.",
        ),
        Move(
            name="record_sign_off",
            starts=states(ReturnState.SUBMITTED),
            ends=ReturnState.SIGNED,
            action="write_return",
            reference="Local rule: a sign-off that came by mail counts the same.",
            refusal="There is nothing to sign off: the return is not in, or it is signed off already.",
        ),
        Move(
            name="check_return",
            starts=states(ReturnState.SIGNED),
            ends=ReturnState.CHECKED,
            action="check_return",
            reference="Local rule: the office checks each return for gaps before all read it (practice A5, E5).",
            refusal="A return is checked once it is signed off.",
        ),
        Move(
            name="send_back",
            starts=states(ReturnState.SUBMITTED, ReturnState.SIGNED),
            ends=ReturnState.SENT_BACK,
            action="check_return",
            reference="Local rule: what is not clear goes back with questions (practice A9).",
            refusal="Only a return that was sent in, and is not checked yet, can be sent back.",
        ),
    ),
)

_WAITED_FOR = _WRITING | {ReturnState.ASKED}
_STOPPED = frozenset({ReturnState.WITHDRAWN})


def takes_writing(state: ReturnState) -> Verdict:
    """Whether the words of a return may be changed: between *known* and sending in, and again once it is reopened."""
    return require(state in _WRITING, _NOT_WRITING)


def is_waited_for(state: ReturnState) -> bool:
    """Whether the agency still owes something: an answer, a summary, or an answer to questions."""
    return state in _WAITED_FOR


def is_answered_in_full(state: ReturnState) -> bool:
    """Whether nothing more is owed by the agency: a nil return counts, and so does what waits for its sign-off."""
    return state not in _WAITED_FOR | _STOPPED


def is_asked_for(state: ReturnState) -> bool:
    """Whether the request stands."""
    return state not in _STOPPED


def return_state(
    *, withdrawn: bool, knew: bool | None, opened_as: str, submitted: bool, signed: bool, checked: bool
) -> ReturnState:
    """How a return stands, from its facts: `knew` is the last first answer, `opened_as` how the last version began."""
    if withdrawn:
        return ReturnState.WITHDRAWN
    if submitted:
        if checked:
            return ReturnState.CHECKED
        return ReturnState.SIGNED if signed else ReturnState.SUBMITTED
    if opened_as in {ReturnState.SENT_BACK, ReturnState.CORRECTING}:
        return ReturnState(opened_as)
    if knew is None:
        return ReturnState.ASKED
    return ReturnState.KNOWN if knew else ReturnState.NIL
