"""What was sent to the national Panel and to others, as it was sent; and what is watched because nothing was sent."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models import Clock, Decision, Duty
from cairn.cases.models.in_case import InCase
from cairn.documents.models import StoredFile
from cairn.incidents.models.incident import Suspicion
from cairn.incidents.states import NotificationState, WatchState, notification_state, watch_state
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models import User


class Notification(InCase):
    """The statutory notification as it was sent: a snapshot, which later knowledge of the children does not change.

    A correction is a new row that the old one names. A withdrawal says which finding showed that the criteria were not
    met. `fields` are the values sent: a list of {id, label, child, value}, handled as identifying.
    """

    aware_on = CASE(models.DateField())
    suspicion = CASE(models.CharField(max_length=20, choices=Suspicion))
    suspected_on = CASE(models.DateField(null=True, blank=True))
    sent_at = CASE(models.DateTimeField())
    submitted_by = OFFICIAL(models.CharField(max_length=200))
    agreed_by = CASE(models.TextField())
    partners_views = CASE(models.TextField(blank=True))
    threshold_met = CASE(models.BooleanField())  # whether it said that the threshold for a rapid review is met
    system_reference = IDENTIFYING(models.CharField(max_length=60, blank=True))
    fields = IDENTIFYING(models.JSONField())
    copy = OFFICIAL(models.ForeignKey(StoredFile, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    correction = CASE(models.TextField(blank=True))  # what was wrong in the one before
    corrected_by = OFFICIAL(
        models.OneToOneField("self", on_delete=PROTECT, null=True, blank=True, related_name="corrects")
    )
    rapid_review_clock = OFFICIAL(models.ForeignKey(Clock, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_on = CASE(models.DateField(null=True, blank=True))
    finding = CASE(models.TextField(blank=True))
    withdrawn_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("sent_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(submitted_by="") & ~Q(agreed_by=""),
                name="notification_says_who_sent_and_who_agreed",
                violation_error_message="Say who submitted the notification, and who agreed to it.",
            ),
            models.CheckConstraint(
                condition=Q(suspicion=Suspicion.DAY, suspected_on__isnull=False)
                | Q(suspicion__in=Suspicion.values, suspected_on__isnull=True) & ~Q(suspicion=Suspicion.DAY),
                name="notification_suspicion_is_whole",
                violation_error_message="Give the day on which it came to be suspected, or say that it is not known.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_by__isnull=True, withdrawn_at__isnull=True, finding="")
                | Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False, withdrawn_at__isnull=False)
                & ~Q(finding=""),
                name="notification_withdrawal_is_whole",
                violation_error_message="A withdrawal says when, by whom, and on which finding.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(corrected_by__isnull=True),
                name="notification_is_withdrawn_in_its_last_version",
                violation_error_message="Only the latest version of a notification can be withdrawn.",
            ),
        )

    @property
    def state(self) -> NotificationState:
        """Sent, corrected or withdrawn."""
        return notification_state(corrected=self.corrected_by_id is not None, withdrawn=self.withdrawn_on is not None)


class NoticeKind(models.TextChoices):
    """What a further notice tells, and of whom."""

    SAFEGUARDING_PARTNERS = "safeguarding_partners", "To the safeguarding partners"
    OTHER_AREA = "other_area", "To the partnership of another area"
    LOOKED_AFTER_DEATH = "looked_after_death", "Death of a looked-after child"
    CARE_LEAVER_DEATH = "care_leaver_death", "Death of a care leaver up to 24"
    REGULATED_SETTING = "regulated_setting", "Death in a regulated setting, under the rules of 2015"


class Notice(InCase):
    """A notice besides the notification: what it told, to whom, when, and the clock or duty that it met, if any."""

    kind = CASE(models.CharField(max_length=30, choices=NoticeKind))
    sent_to = OFFICIAL(models.CharField(max_length=300))
    sent_on = CASE(models.DateField())
    evidence = CASE(models.TextField())
    clock = OFFICIAL(models.ForeignKey(Clock, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    duty = OFFICIAL(models.ForeignKey(Duty, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("sent_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=NoticeKind.values),
                name="notice_kind_is_known",
                violation_error_message="Choose what was told from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(sent_to="") & ~Q(evidence=""),
                name="notice_says_to_whom_and_what_shows_it",
                violation_error_message="Say to whom it went, and what shows it.",
            ),
        )


class Watch(InCase):
    """A case that was not notified is looked at again: for what, and on which day. It stays until somebody closes it.

    `events` are words of the vocabulary `reopening_events`. Looking again and waiting longer is a new watch that this
    one names; reopening leads to a new decision.
    """

    decision = OFFICIAL(models.ForeignKey(Decision, on_delete=PROTECT, related_name="+"))  # not to notify
    events = CASE(models.JSONField(default=list))
    other_event = CASE(models.TextField(blank=True))
    look_again_on = CASE(models.DateField())
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())
    renewed_by = OFFICIAL(models.OneToOneField("self", on_delete=PROTECT, null=True, blank=True, related_name="renews"))
    ended_on = CASE(models.DateField(null=True, blank=True))
    finding = CASE(models.TextField(blank=True))
    reopened = CASE(models.BooleanField(default=False))
    ended_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    ended_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("look_again_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_by__isnull=True, ended_at__isnull=True, finding="")
                & Q(reopened=False)
                | Q(ended_on__isnull=False, ended_by__isnull=False, ended_at__isnull=False) & ~Q(finding=""),
                name="watch_end_is_whole",
                violation_error_message="What is no longer watched says when, by whom and what was found.",
            ),
            models.CheckConstraint(
                condition=Q(renewed_by__isnull=True) | Q(ended_on__isnull=False, reopened=False),
                name="watch_renewed_has_ended",
                violation_error_message="A watch that goes on under another day has ended under this one.",
            ),
        )

    @property
    def state(self) -> WatchState:
        """Watched, renewed, closed or reopened."""
        return watch_state(
            ended=self.ended_on is not None, renewed=self.renewed_by_id is not None, reopened=self.reopened
        )


class SheetOrder(models.Model):
    """The order in which this partnership meets the fields of the national form. The latest counts.

    `fields` are words of the vocabulary `notification_fields`.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    fields = OFFICIAL(models.JSONField())
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.key
