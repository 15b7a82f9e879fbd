"""What was sent to the national Panel is recorded as it was sent; it is corrected, or withdrawn with the finding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import commands as cases
from cairn.cases.commands.checks import not_after_today, signer, written
from cairn.cases.models import Case, Clock
from cairn.documents.commands import keep_file
from cairn.documents.engine.taking import Upload
from cairn.documents.models import StoredFile
from cairn.guidance.deadlines import derive
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import in_words
from cairn.incidents import policy
from cairn.incidents.models import Account, Incident, Notification
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked

NOTIFY, RAPID_REVIEW = "notify_serious_incident", "send_rapid_review"
SHOWN_BY = "The notification as sent on {day}, submitted by {who}."
STARTED_BY = "The notification as sent on {day}."


@dataclass(frozen=True)
class Sent:
    """What was sent, and by whom: `fields` are the values of the national form, as {id, label, child, value}."""

    sent_at: datetime
    submitted_by: str
    agreed_by: str
    threshold_met: bool
    partners_views: str = ""
    system_reference: str = ""
    fields: tuple[dict[str, str], ...] = ()
    copy: Upload | None = None  # the copy of what was sent, which the office keeps with real names

    @property
    def day(self) -> date:
        """The London day on which it went."""
        return day_of(self.sent_at)


@command
def record_notification(
    incident: Incident, *, sent: Sent, late_reason: str = "", late_told: str = "", by: Actor, at: datetime
) -> Notification:
    """The council has notified (OB-092 to OB-094): its clock is met, and that of the rapid review starts (OB-022).

    The rapid review counts from the day the edition in force names, which in each is the day the notification went.
    """
    incident = locked(incident)
    case, known = incident.case, _known(incident)
    standing = Notification.unscoped.filter(case=case, corrected_by=None, withdrawn_on=None)
    enforce(
        policy.can(by, "record_notification", incident, at)
        & require(not standing.exists(), "A notification stands on this case. Correct it instead.")
        & _sound(sent, known, at)
    )
    clock = _running(case, NOTIFY)
    if clock is not None:
        evidence = SHOWN_BY.format(day=in_words(sent.day), who=sent.submitted_by.strip())
        late = {"late_reason": late_reason, "late_told": late_told}
        cases.meet_clock(clock, met_on=sent.day, evidence=evidence, **late, by=by, at=at)
    row = _written_down(case, known, sent, by, at, rapid_review_clock=_start_rapid_review(case, sent.day, by, at))
    record(by=by, verb="record_notification", at=at, about=row)
    return row


@command
def correct_notification(
    notification: Notification,
    *,
    sent: Sent,
    correction: str,
    late_reason: str = "",
    late_told: str = "",
    by: Actor,
    at: datetime,
) -> Notification:
    """What was recorded or sent was wrong: a new version cites the old, which stays. Clocks follow the right day."""
    notification = locked(notification)
    case, known = notification.case, _known(Incident.unscoped.get(case=notification.case_id))
    enforce(
        policy.can(by, "correct_notification", notification, at)
        & written(correction, "Say what was wrong.", "correction")
        & _sound(sent, known, at)
    )
    clock = notification.rapid_review_clock
    if sent.day != day_of(notification.sent_at):
        late = {"late_reason": late_reason, "late_told": late_told}
        _met_on_the_right_day(case, sent, correction, late, by, at)
        clock = _counted_from_the_right_day(clock, sent.day, correction, by, at)
    row = _written_down(
        case, known, sent, by, at, rapid_review_clock=clock, correction=correction.strip(), before=notification
    )
    notification.corrected_by = row
    notification.save()
    record(by=by, verb="correct_notification", at=at, about=row)
    return row


@command
def withdraw_notification(
    notification: Notification, *, finding: str, withdrawn_on: date, by: Actor, at: datetime
) -> Notification:
    """It was found that the criteria were not met. The rapid review is no longer owed, by that finding."""
    notification = locked(notification)
    enforce(
        policy.can(by, "withdraw_notification", notification, at)
        & written(finding, "Say which finding showed that the criteria were not met.", "finding")
        & not_after_today(withdrawn_on, at, "The day of the finding cannot be in the future.", "withdrawn_on")
        & require(
            withdrawn_on >= day_of(notification.sent_at), "That is before it was sent.", Ground.INPUT, "withdrawn_on"
        )
    )
    notification.withdrawn_on, notification.withdrawn_by_id = withdrawn_on, signer(by)
    notification.withdrawn_at, notification.finding = at, finding.strip()
    notification.save()
    clock = _running(notification.case, RAPID_REVIEW)
    if clock is not None:
        cases.end_clock(clock, finding=finding, ended_on=withdrawn_on, by=by, at=at)
    record(by=by, verb="withdraw_notification", at=at, about=notification)
    return notification


def _known(incident: Incident) -> Account:
    return Account.unscoped.filter(incident=incident).order_by("-version")[0]


def _running(case: Case, duty: str) -> Clock | None:
    rows = Clock.unscoped.filter(case=case, duty=duty, met_on=None, ended_on=None, superseded_by=None)
    return rows.order_by("id").last()


def _sound(sent: Sent, known: Account, at: datetime) -> Verdict:
    return (
        written(sent.submitted_by, "Say who submitted it.", "submitted_by")
        & written(sent.agreed_by, "Say who agreed to it.", "agreed_by")
        & require(sent.sent_at <= at, "It cannot have been sent in the future.", Ground.INPUT, "sent_on")
        & require(
            sent.day >= known.aware_on,
            f"This is before the council became aware, on {in_words(known.aware_on)}. Check both days.",
            Ground.INPUT,
            "sent_on",
        )
    )


def _written_down(
    case: Case,
    known: Account,
    sent: Sent,
    by: Actor,
    at: datetime,
    *,
    rapid_review_clock: Clock | None,
    correction: str = "",
    before: Notification | None = None,
) -> Notification:
    return Notification.unscoped.create(
        case=case,
        aware_on=known.aware_on,
        suspicion=known.suspicion,
        suspected_on=known.suspected_on,
        sent_at=sent.sent_at,
        submitted_by=sent.submitted_by.strip(),
        agreed_by=sent.agreed_by.strip(),
        partners_views=sent.partners_views.strip(),
        threshold_met=sent.threshold_met,
        system_reference=sent.system_reference.strip(),
        fields=list(sent.fields),
        copy=_kept(case, sent, before, by, at),
        correction=correction,
        rapid_review_clock=rapid_review_clock,
        recorded_by_id=signer(by),
        recorded_at=at,
    )


def _kept(case: Case, sent: Sent, before: Notification | None, by: Actor, at: datetime) -> StoredFile | None:
    """The copy that came with this version, in place of the one before; without one, the one before stays."""
    earlier = before.copy if before else None
    if sent.copy is None:
        return earlier
    return keep_file(
        case,
        upload=sent.copy,
        purpose="notification_copy",
        read_action="read_files",
        supersedes=earlier,
        by=by,
        at=at,
    )


def _start_rapid_review(case: Case, day: date, by: Actor, at: datetime) -> Clock | None:
    """The clock of the rapid review; none before there were any. One already running from that day is kept."""
    try:
        derive(RAPID_REVIEW, day)
    except CannotAnswer:
        return None
    there = Clock.unscoped.filter(case=case, duty=RAPID_REVIEW, trigger_on=day, ended_on=None, superseded_by=None)
    source = STARTED_BY.format(day=in_words(day))
    return there.first() or cases.start_clock(case, duty=RAPID_REVIEW, trigger_on=day, source=source, by=by, at=at)


def _met_on_the_right_day(case: Case, sent: Sent, why: str, late: dict[str, str], by: Actor, at: datetime) -> None:
    met = Clock.unscoped.filter(case=case, duty=NOTIFY, ended_on=None, superseded_by=None).exclude(met_on=None).last()
    if met is not None:
        evidence = SHOWN_BY.format(day=in_words(sent.day), who=sent.submitted_by.strip())
        cases.correct_met(met, met_on=sent.day, evidence=evidence, why=why[:300], **late, by=by, at=at)


def _counted_from_the_right_day(clock: Clock | None, day: date, why: str, by: Actor, at: datetime) -> Clock | None:
    """The clock of the rapid review from the right day; what was sent to the Panel meanwhile stays sent."""
    clock = _as_it_counts_now(clock)
    if clock is None or clock.superseded_by_id is not None or clock.ended_on is not None:
        return clock
    source = STARTED_BY.format(day=in_words(day))
    right = cases.correct_trigger(clock, trigger_on=day, source=source, why=why[:300], by=by, at=at)
    if clock.met_on is None:
        return right
    facts = {"evidence": clock.evidence, "late_reason": clock.late_reason, "late_told": clock.late_told}
    return cases.meet_clock(right, met_on=clock.met_on, **facts, by=by, at=at)


def _as_it_counts_now(clock: Clock | None) -> Clock | None:
    """The clock that took its place from the same day, as a bank holiday declared since makes one."""
    while clock and clock.superseded_by and clock.superseded_by.trigger_on == clock.trigger_on:
        clock = clock.superseded_by
    return clock
