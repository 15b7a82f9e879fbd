"""The combined chronology is released to people of the case by name, and recalled."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import recall, release_to
from cairn.cases.models import Released
from cairn.chronology import policy
from cairn.chronology.models import Chronology, ChronologyVersion
from cairn.kernel.verdict import enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import User

READ = "read_chronology"


@command
def release_chronology(
    chronology: Chronology, *, to: User, reason: str, ends_at: datetime, by: Actor, at: datetime
) -> Released:
    """One named person of the case may read what the agencies have signed off, until a moment (OB-401, OB-402)."""
    chronology = locked(chronology)
    signed = ChronologyVersion.unscoped.filter(request__chronology=chronology, signed_at__isnull=False)
    enforce(
        policy.can(by, "release_chronology", chronology, at)
        & require(signed.exists(), "No agency has signed off its chronology yet, so there is nothing to release.")
    )
    released = release_to(chronology.case, user=to, action=READ, reason=reason, ends_at=ends_at, by=by, at=at)
    record(by=by, verb="release_chronology", at=at, about=released)
    return released


@command
def recall_chronology(released: Released, *, reason: str, by: Actor, at: datetime) -> Released:
    """A release ends now, on every open page."""
    released = locked(released)
    chronology = Chronology.unscoped.get(case=released.case)
    enforce(
        policy.can(by, "recall_chronology", chronology, at)
        & require(released.action == READ, "It is not the chronology that was released here.")
    )
    recalled = recall(released, reason=reason, by=by, at=at)
    record(by=by, verb="recall_chronology", at=at, about=recalled)
    return recalled
