"""Who may see a case and why, and who must not."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.access.roles import LABELS, NO_CASE_CONTENT, Role
from cairn.cases.models.in_case import InCase
from cairn.cases.states import ConflictState, conflict_state
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Seat, User

CASE_ROLES = [(role.value, LABELS[role]) for role in Role if role not in NO_CASE_CONTENT]


class AccessGiven(InCase):
    """A case is open to a seat, to a named person in a role, or (by the standing rule) to whoever holds a kind of seat.

    It lives from `starts_at` on and is over at `ends_at`, to the second.
    """

    seat = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    role = OFFICIAL(models.CharField(max_length=40, choices=CASE_ROLES, blank=True))
    standing_rule = OFFICIAL(models.CharField(max_length=40, blank=True))
    reason = CASE(models.CharField(max_length=300))
    given_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    starts_at = OFFICIAL(models.DateTimeField())
    ends_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    ended_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    end_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(seat__isnull=False, user__isnull=True, role="", standing_rule="")
                | Q(seat__isnull=True, user__isnull=False, standing_rule="") & ~Q(role="")
                | Q(seat__isnull=True, user__isnull=True) & ~Q(role="") & ~Q(standing_rule=""),
                name="access_is_given_to_a_seat_or_a_person_or_by_rule",
                violation_error_message="Access is given to a seat, to a person in a role, or by a standing rule.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["", *(value for value, _ in CASE_ROLES)]),
                name="access_role_may_read_cases",
                violation_error_message="This role reads no case.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="access_has_a_reason", violation_error_message="Say why access is given."
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="access_ends_after_it_starts",
                violation_error_message="Access cannot end before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, end_reason="")
                | Q(ended_by__isnull=False, ends_at__isnull=False) & ~Q(end_reason=""),
                name="access_ended_early_says_by_whom_and_why",
                violation_error_message="Access that somebody ended says who, when and why.",
            ),
        )


class Conflict(InCase):
    """A person has a conflict of interest in a case. It beats every access she has, until two others lift it."""

    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    nature = CASE(models.TextField())
    declared_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    declared_at = OFFICIAL(models.DateTimeField())
    first_lift_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    first_lift_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    first_lift_reason = CASE(models.TextField(blank=True))
    second_lift_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    second_lift_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    second_lift_reason = CASE(models.TextField(blank=True))

    class Meta:
        ordering = ("declared_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(nature=""),
                name="conflict_says_its_nature",
                violation_error_message="Say what the conflict is.",
            ),
            models.CheckConstraint(
                condition=Q(first_lift_by__isnull=True, first_lift_at__isnull=True, first_lift_reason="")
                | Q(first_lift_by__isnull=False, first_lift_at__isnull=False) & ~Q(first_lift_reason=""),
                name="conflict_first_lift_is_whole",
                violation_error_message="An agreement to lift says who, when and why.",
            ),
            models.CheckConstraint(
                condition=Q(second_lift_by__isnull=True, second_lift_at__isnull=True, second_lift_reason="")
                | Q(second_lift_by__isnull=False, second_lift_at__isnull=False, first_lift_by__isnull=False)
                & ~Q(second_lift_reason=""),
                name="conflict_second_lift_follows_a_first",
                violation_error_message="A conflict is lifted when a second person agrees with a first.",
            ),
            models.CheckConstraint(
                condition=Q(second_lift_by__isnull=True) | ~Q(second_lift_by=F("first_lift_by")),
                name="conflict_is_lifted_by_two_people",
                violation_error_message="Two different people lift a conflict.",
            ),
            models.CheckConstraint(
                condition=(Q(first_lift_by__isnull=True) | ~Q(first_lift_by=F("user")))
                & (Q(second_lift_by__isnull=True) | ~Q(second_lift_by=F("user"))),
                name="conflict_is_not_lifted_by_oneself",
                violation_error_message="Nobody lifts a conflict of her own.",
            ),
            models.UniqueConstraint(
                fields=("case", "user"),
                condition=Q(second_lift_at__isnull=True),
                name="conflict_stands_once_for_a_person",
                violation_error_message="This conflict is already declared.",
            ),
        )

    @property
    def state(self) -> ConflictState:
        """Whether it stands, and how far lifting it has come."""
        return conflict_state(agreed=self.first_lift_at is not None, lifted=self.second_lift_at is not None)
