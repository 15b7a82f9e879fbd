"""How a notification and a watch stand, and which acts move them. Derived from facts, never stored."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.workflow import Move, Workflow, states


class NotificationState(StrEnum):
    """How a notification stands."""

    SENT = "sent"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _NOTIFICATION_LABELS[self]


class WatchState(StrEnum):
    """How a watch stands on a case that was not notified."""

    WATCHED = "watched"
    RENEWED = "renewed"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _WATCH_LABELS[self]


_NOTIFICATION_LABELS = {
    NotificationState.SENT: "Sent",
    NotificationState.CORRECTED: "Corrected by a later version",
    NotificationState.WITHDRAWN: "Withdrawn",
}
_WATCH_LABELS = {
    WatchState.WATCHED: "Watched",
    WatchState.RENEWED: "Looked at; watched further",
    WatchState.CLOSED: "No longer watched",
    WatchState.REOPENED: "Reopened, to be decided anew",
}

NOTIFICATION = Workflow(
    name="notification",
    states=tuple(NotificationState),
    moves=(
        Move(
            name="correct_notification",
            starts=states(NotificationState.SENT),
            ends=NotificationState.CORRECTED,
            action="keep_notifying",
            reference="GOV.UK, Report a serious child safeguarding incident: more is sent to put right what was sent.",
            refusal="Only the latest version of a notification that stands can be corrected.",
        ),
        Move(
            name="withdraw_notification",
            starts=states(NotificationState.SENT),
            ends=NotificationState.WITHDRAWN,
            action="keep_notifying",
            reference="The national Panel's answers to questions: unless the criteria turn out not to be met.",
            refusal="Only the latest version of a notification that stands can be withdrawn.",
        ),
    ),
)

WATCH = Workflow(
    name="watch",
    states=tuple(WatchState),
    moves=(
        Move(
            name="renew_watch",
            starts=states(WatchState.WATCHED),
            ends=WatchState.RENEWED,
            action="keep_notifying",
            reference="Local rule: what was not notified is looked at again on a day, until somebody closes it.",
            refusal="This is no longer watched.",
        ),
        Move(
            name="close_watch",
            starts=states(WatchState.WATCHED),
            ends=WatchState.CLOSED,
            action="keep_notifying",
            reference="Local rule: what is no longer watched names the finding.",
            refusal="This is no longer watched.",
        ),
        Move(
            name="reopen",
            starts=states(WatchState.WATCHED),
            ends=WatchState.REOPENED,
            action="keep_notifying",
            reference="Local rule: a finding that may change the answer leads to a new decision.",
            refusal="This is no longer watched.",
        ),
    ),
)

WORKFLOWS = (NOTIFICATION, WATCH)


def notification_state(*, corrected: bool, withdrawn: bool) -> NotificationState:
    """How a notification stands, from its facts."""
    if corrected:
        return NotificationState.CORRECTED
    return NotificationState.WITHDRAWN if withdrawn else NotificationState.SENT


def watch_state(*, ended: bool, renewed: bool, reopened: bool) -> WatchState:
    """How a watch stands, from its facts."""
    if not ended:
        return WatchState.WATCHED
    if renewed:
        return WatchState.RENEWED
    return WatchState.REOPENED if reopened else WatchState.CLOSED
