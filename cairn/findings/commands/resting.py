"""A finding rests on entries of the chronology: named, confirmed where the row has changed, and dropped."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy as cases
from cairn.cases.commands.checks import current, signer, written
from cairn.chronology.models import EntryText
from cairn.chronology.queries.combined import reads_text
from cairn.chronology.queries.entries import read_entries
from cairn.findings import policy
from cairn.findings.models import Finding, Ground
from cairn.kernel.verdict import Ground as On
from cairn.kernel.verdict import enforce, require
from cairn.partnership.commands.locking import locked

ALREADY = "The finding rests on this entry already."
STANDS = "The row stands as it was seen, so there is nothing to confirm."
GONE = "No version tells this entry any longer, so it cannot be confirmed. Drop the ground, or look again."


@command
def rest_on_entry(finding: Finding, *, read: EntryText, why: str = "", by: Actor, at: datetime) -> Ground:
    """A finding rests on an entry. `read` is how it was told where she read it, and is kept with the finding."""
    finding = locked(finding)
    rights = cases.rights(by, finding.case, at)
    enforce(policy.verdict(rights, "rest_on_entry", finding))
    there = Ground.unscoped.filter(finding=finding, entry=read.entry, dropped_at__isnull=True)
    enforce(
        require(read.case_id == finding.case_id, "Choose an entry of this case.", On.INPUT)
        & reads_text(rights, read.entry, read)
        & require(not there.exists(), ALREADY)
    )
    ground = _rested(finding, read, why, by, at)
    record(by=by, verb="rest_on_entry", at=at, about=ground)
    return ground


@command
def confirm_ground(ground: Ground, *, version: int, by: Actor, at: datetime) -> Ground:
    """The row has changed, and the finding still rests on it. `version` is that of the row as it was read anew."""
    ground = locked(ground)
    rights = cases.rights(by, ground.case, at)
    enforce(policy.verdict(rights, "confirm_ground", ground))
    found = read_entries(rights, ground.case, [ground.entry_id]).get(ground.entry_id)
    enforce(require(found is not None and not found.gone_in, GONE))
    assert found is not None
    enforce(current(version, found.now.version.number) & require(found.now.ident != ground.text.ident, STANDS))
    ground.dropped_at, ground.dropped_by_id = at, signer(by)
    ground.dropped_reason = f"Confirmed on version {version}."
    ground.save()
    again = _rested(ground.finding, found.now, ground.why, by, at)
    record(by=by, verb="confirm_ground", at=at, about=again)
    return again


@command
def drop_ground(ground: Ground, *, reason: str, by: Actor, at: datetime) -> Ground:
    """The finding rests on this entry no longer; that it did stays on record, with the reason."""
    ground = locked(ground)
    enforce(policy.can(by, "drop_ground", ground, at) & written(reason, "Say why it is dropped.", "reason"))
    ground.dropped_at, ground.dropped_by_id, ground.dropped_reason = at, signer(by), reason.strip()
    ground.save()
    record(by=by, verb="drop_ground", at=at, about=ground)
    return ground


def _rested(finding: Finding, text: EntryText, why: str, by: Actor, at: datetime) -> Ground:
    return Ground.unscoped.create(
        case=finding.case,
        finding=finding,
        entry=text.entry,
        text=text,
        why=why.strip(),
        rested_by_id=signer(by),
        rested_at=at,
    )
