"""People who sign in, and the invitations that let them set up their own account."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import PROTECT, F, Q
from django.db.models.functions import Lower

from cairn.kernel.handling import OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models.agency import Agency


class UserManager(BaseUserManager["User"]):
    """What the sign-in library calls. Nothing else may."""


class User(AbstractBaseUser):
    """A person who may sign in. What she may see comes from her seats and from access given, never from the account."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    email = OFFICIAL(models.EmailField(unique=True))
    name = OFFICIAL(models.CharField(max_length=120))
    post = OFFICIAL(models.CharField(max_length=120, blank=True))
    employer = OFFICIAL(models.ForeignKey(Agency, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    is_active = OFFICIAL(models.BooleanField(default=True))
    closed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    created_at = OFFICIAL(models.DateTimeField())

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects = UserManager()
    unscoped = models.Manager()

    class Meta:
        ordering = ("name",)
        base_manager_name = "unscoped"
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_is_used_once",
                violation_error_message="An account with this address exists.",
            ),
            models.CheckConstraint(
                condition=Q(is_active=True, closed_at__isnull=True) | Q(is_active=False, closed_at__isnull=False),
                name="user_is_open_or_closed",
                violation_error_message="A closed account says when it was closed.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="user_has_a_name",
                violation_error_message="A person needs a name.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name the sign-in library shows."""
        return self.name


class Invitation(models.Model):
    """One person is asked to set up her account: a link that works once and for a few days."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="invitations"))
    token_digest = OFFICIAL(models.CharField(max_length=64, unique=True))
    invited_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+", null=True))
    invited_at = OFFICIAL(models.DateTimeField())
    expires_at = OFFICIAL(models.DateTimeField())
    accepted_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("invited_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("invited_at")),
                name="invitation_ends_after_it_starts",
                violation_error_message="An invitation cannot end before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_is_accepted_or_withdrawn",
                violation_error_message="An invitation cannot be both accepted and withdrawn.",
            ),
        )

    def __str__(self) -> str:
        return self.key
