"""People with an account, for forms that choose one."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.partnership import policy
from cairn.partnership.models import User


def people(actor: Actor, at: datetime, *, closed_too: bool = False) -> QuerySet[User]:
    """Those with an account, for choosing whom to appoint or give access to, by name."""
    if not policy.can(actor, "read_seats"):
        return User.unscoped.none()
    every = User.unscoped.select_related("employer").order_by("name", "id")
    return every if closed_too else every.filter(is_active=True)


def person(actor: Actor, key: str, at: datetime) -> User | None:
    """One person with an account, open or closed."""
    return people(actor, at, closed_too=True).filter(key=key).first()
