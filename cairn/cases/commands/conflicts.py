"""A conflict of interest is declared by one person, and lifted by two others."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands.checks import signer, written
from cairn.cases.models import Case, Conflict
from cairn.kernel.verdict import enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import User


@command
def declare_conflict(case: Case, *, person: User, nature: str, by: Actor, at: datetime) -> Conflict:
    """Somebody stands too near a case. From this moment it does not exist for her, whatever access she has.

    Anyone in a case declares her own; the office or the chair declares another's, also of somebody not let in yet.
    """
    case = locked(case)
    stands = Conflict.unscoped.filter(case=case, user=person, second_lift_at__isnull=True).exists()
    enforce(
        policy.can(by, "declare_conflict", case, at, person_id=person.pk)
        & written(nature, "Say what the conflict is.", "nature")
        & require(not stands, "This conflict is already declared.")
    )
    conflict = Conflict.unscoped.create(
        case=case, user=person, nature=nature.strip(), declared_by_id=signer(by), declared_at=at
    )
    record(by=by, verb="declare_conflict", at=at, about=conflict)
    return conflict


@command
def agree_to_lift_conflict(conflict: Conflict, *, reason: str, by: Actor, at: datetime) -> Conflict:
    """The first of two people agrees that a conflict no longer stands. Nothing opens yet."""
    conflict = locked(conflict)
    _enforce_lift("agree_to_lift_conflict", conflict, reason, by, at)
    conflict.first_lift_by_id, conflict.first_lift_at = signer(by), at
    conflict.first_lift_reason = reason.strip()
    conflict.save()
    record(by=by, verb="agree_to_lift_conflict", at=at, about=conflict)
    return conflict


@command
def lift_conflict(conflict: Conflict, *, reason: str, by: Actor, at: datetime) -> Conflict:
    """A second person agrees, and the access the person has counts again."""
    conflict = locked(conflict)
    _enforce_lift("lift_conflict", conflict, reason, by, at)
    conflict.second_lift_by_id, conflict.second_lift_at = signer(by), at
    conflict.second_lift_reason = reason.strip()
    conflict.save()
    record(by=by, verb="lift_conflict", at=at, about=conflict)
    return conflict


def _enforce_lift(act: str, conflict: Conflict, reason: str, by: Actor, at: datetime) -> None:
    enforce(
        policy.can(by, act, conflict, at)
        & policy.may_lift(by, conflict)
        & written(reason, "Say why the conflict no longer stands.", "reason")
    )
