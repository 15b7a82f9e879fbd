"""Which cases there are for somebody."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.access.matrix import Condition
from cairn.cases import policy
from cairn.cases.models import Case
from cairn.cases.models.in_case import InCase

OneCase = Case  # pages hold one, and never import the table
Readable = Case | InCase
Rights = policy.Rights


def visible_to(actor: Actor, at: datetime, action: str = "read_case", *, of_own_agency: bool = False) -> QuerySet[Case]:
    """The cases that exist for somebody at this moment, decided inside the database. The only door.

    `action` narrows them to those where her role also holds that action without a condition; with `of_own_agency` also
    to those where it holds it for her own agency, and the caller then keeps to that agency's rows.
    """
    met = frozenset({Condition.OWN_AGENCY}) if of_own_agency else frozenset()
    return Case.unscoped.filter(policy.open_to(actor, at, action, met))


def get(actor: Actor, key: str, at: datetime) -> Case | None:
    """The case with this key, if it is open to somebody; none otherwise, whether or not it exists."""
    return visible_to(actor, at).filter(key=key).first()


def my_cases(actor: Actor, at: datetime, *, closed: bool = False) -> QuerySet[Case]:
    """The open cases (or the closed ones) that exist for somebody, newest first."""
    return visible_to(actor, at).filter(closed_at__isnull=not closed)


def rights(actor: Actor, case: Case, at: datetime) -> policy.Rights:
    """What somebody holds on this case now: ask it for the verdict of each act a page offers."""
    return policy.rights(actor, case, at)


held = policy.held  # the same, or what the page has found already and hands on
