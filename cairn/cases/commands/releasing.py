"""Something of a case is released to a named person, and recalled. Parts of commands, not commands themselves."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import policy
from cairn.cases.commands.checks import signer, written
from cairn.cases.models import Case, Released
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership.models import User
from cairn.partnership.queries import live_at


def release_to(
    case: Case, *, user: User, action: str, reason: str, ends_at: datetime, by: Actor, at: datetime
) -> Released:
    """Open one kind of record to one person, by name, until a moment. The caller has asked its own policy.

    Refused for somebody to whom the case is not open, or whose roles on it would read nothing even so.
    """
    live = Released.unscoped.filter(live_at(at), case=case, user=user, action=action)
    enforce(
        written(reason, "Say why it is released.", "reason")
        & require(ends_at > at, "Choose a day that is still to come.", Ground.INPUT, "ends_on")
        & require(
            policy.may_be_released_to(user, case, action, at),
            f"{user.name} cannot see this case in a role that may read it. Give access first.",
            Ground.INPUT,
            "to",
        )
        & require(not live.exists(), f"It is released to {user.name} already.", Ground.INPUT, "to")
    )
    return Released.unscoped.create(
        case=case,
        user=user,
        action=action,
        reason=reason.strip(),
        released_by_id=signer(by),
        starts_at=at,
        ends_at=ends_at,
    )


def recall(released: Released, *, reason: str, by: Actor, at: datetime) -> Released:
    """End a release now, to the second. The caller has asked its own policy."""
    enforce(
        written(reason, "Say why it is recalled.", "reason")
        & require(released.ends_at > at, "This release is over already.")
    )
    released.ends_at = max(at, released.starts_at)
    released.recalled_by_id, released.recall_reason = signer(by), reason.strip()
    released.save()
    return released
