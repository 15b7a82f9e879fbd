"""What was sent, to whom, and what is watched because nothing was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.cases.queries import visible_to
from cairn.incidents.engine.sheet import IDENTIFYING
from cairn.incidents.models import Notice, Notification, Watch
from cairn.incidents.queries.words import suspicion_words, term_words
from cairn.partnership.clock import day_of

# What pages call the rows: they hold one, and never import the table.
OneNotification = Notification
OneNotice = Notice
OneWatch = Watch
WITHHELD = "Kept apart with the real names"


@dataclass(frozen=True)
class SentField:
    """One value as it was sent, of the incident or of one child; withheld from those who work with labels."""

    label: str
    child: str
    value: str


@dataclass(frozen=True)
class SentRow:
    """A notification as this reader may see it."""

    row: Notification
    state: str
    state_label: str
    suspected: str
    reference: str
    fields: tuple[SentField, ...]


@dataclass(frozen=True)
class WatchedRow:
    """One case that was not notified and is looked at again, for the home page."""

    case_key: str
    reference: str
    label: str
    events: str
    look_again_on: date
    due: bool


@dataclass(frozen=True)
class RailFacts:
    """The days the case's rail shows of its notification: withdrawn, looked at again. None: it has not happened."""

    withdrawn_on: date | None
    watched_until: date | None


def notifications(
    actor: Actor, case: Case, at: datetime, rights: Rights | None = None, *, names_shown: bool = False
) -> list[SentRow]:
    """Every version of what was sent, the latest first."""
    held = cases.held(actor, case, at, rights)
    readable = case if held.can("read_notifying") else None
    named = bool(held.can("read_identity", case, names_shown=names_shown))
    rows = Notification.unscoped.filter(case=readable).select_related("case", "recorded_by", "withdrawn_by", "copy")
    return [_sent(row, named) for row in rows.order_by("-id")]


def one_notification(actor: Actor, case: Case, key: str, at: datetime) -> Notification | None:
    """One version of what was sent, to act upon."""
    readable = case if cases.can(actor, "read_notifying", case, at) else None
    return Notification.unscoped.filter(case=readable, key=key).select_related("case").first()


def notices(actor: Actor, case: Case, at: datetime, rights: Rights | None = None) -> list[Notice]:
    """The notices that went out besides the notification."""
    readable = case if cases.held(actor, case, at, rights).can("read_notifying") else None
    return list(Notice.unscoped.filter(case=readable).select_related("recorded_by"))


def watches(actor: Actor, case: Case, at: datetime, rights: Rights | None = None) -> list[Watch]:
    """What is watched on a case, and what was, the latest first."""
    readable = case if cases.held(actor, case, at, rights).can("read_notifying") else None
    rows = Watch.unscoped.filter(case=readable).select_related("case", "decision", "ended_by")
    return list(rows.order_by("-id"))


def one_watch(actor: Actor, case: Case, key: str, at: datetime) -> Watch | None:
    """One watch, to act upon."""
    return next((row for row in watches(actor, case, at) if row.key == key), None)


def watched(actor: Actor, at: datetime) -> list[WatchedRow]:
    """Every case that was not notified and is watched, the next to look at first. One query."""
    open_cases = visible_to(actor, at, "read_notifying")
    rows = Watch.unscoped.filter(ended_on=None, case__in=open_cases).select_related("case")
    return [
        WatchedRow(
            case_key=row.case.key,
            reference=row.case.reference,
            label=row.case.label,
            events=events_words(row),
            look_again_on=row.look_again_on,
            due=row.look_again_on <= day_of(at),
        )
        for row in rows
    ]


def rail_facts(actor: Actor, case: Case, at: datetime, rights: Rights | None = None) -> RailFacts:
    """What the rail shows of the notification, as far as this reader may see it."""
    held = cases.held(actor, case, at, rights)
    if not held.can("read_notifying"):
        return RailFacts(None, None)
    sent = Notification.unscoped.filter(case=case, corrected_by=None).order_by("-id").first()
    watch = Watch.unscoped.filter(case=case, ended_on=None).first()
    return RailFacts(sent.withdrawn_on if sent else None, watch.look_again_on if watch else None)


def events_words(watch: Watch) -> str:
    """What would reopen it, in words."""
    words = [term_words("reopening_events", word) for word in watch.events if word != "other"]
    return ", ".join([*words, *([watch.other_event] if watch.other_event else [])])


def _sent(row: Notification, named: bool) -> SentRow:
    fields = tuple(
        SentField(
            label=sent["label"],
            child=sent["child"],
            value=sent["value"] if named or sent["id"] not in IDENTIFYING else WITHHELD,
        )
        for sent in row.fields
    )
    return SentRow(
        row=row,
        state=row.state.value,
        state_label=row.state.label,
        suspected=suspicion_words(row.suspicion, row.suspected_on) or "Not asked",
        reference=row.system_reference if named else WITHHELD if row.system_reference else "",
        fields=fields,
    )
