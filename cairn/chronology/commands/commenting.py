"""Readers comment on entries, each in her own name."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy as cases
from cairn.cases.commands.checks import signer, written
from cairn.chronology import policy
from cairn.chronology.models import Entry, EntryComment, EntryText
from cairn.chronology.queries.combined import reads_text
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership.commands.locking import locked

SAID_ALREADY = "You have made this comment already."


@command
def comment_on_entry(entry: Entry, *, read: EntryText, words: str, by: Actor, at: datetime) -> EntryComment:
    """A reader says something of an entry. `read` is how it was told where she read it, and is kept with her words."""
    entry = locked(entry)
    rights = cases.rights(by, entry.case, at)
    enforce(policy.verdict(rights, "comment_on_entry", entry) & reads_text(rights, entry, read))
    same = EntryComment.unscoped.filter(entry=entry, said_by_id=signer(by), words=words.strip(), withdrawn_at=None)
    enforce(
        written(words, "Write your comment.", "words") & require(not same.exists(), SAID_ALREADY, Ground.STATE, "words")
    )
    comment = EntryComment.unscoped.create(
        case=entry.case, entry=entry, text=read, words=words.strip(), said_by_id=signer(by), said_at=at
    )
    record(by=by, verb="comment_on_entry", at=at, about=comment)
    return comment


@command
def withdraw_comment(comment: EntryComment, *, by: Actor, at: datetime) -> EntryComment:
    """Somebody takes back what she said; that she had said something stays to be seen."""
    comment = locked(comment)
    enforce(policy.can(by, "withdraw_comment", comment, at))
    enforce(require(comment.withdrawn_at is None, "This comment is withdrawn already."))
    comment.withdrawn_at, comment.withdrawn_by_id = at, signer(by)
    comment.save()
    record(by=by, verb="withdraw_comment", at=at, about=comment)
    return comment
