"""A reader keeps a view of the combined chronology for herself, and forgets it again."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import signer, written
from cairn.cases.models import Case
from cairn.chronology import policy
from cairn.chronology.models import SavedView
from cairn.kernel.verdict import Ground, enforce, require

ANOTHERS = "Only the reader who kept a view forgets it."
TWICE = "You have a view with this title already."


@command
def save_view(case: Case, *, title: str, query: str, by: Actor, at: datetime) -> SavedView:
    """Filters are kept under a title of her own. `query` is what `Filters.query` gave for those that were read."""
    enforce(policy.can(by, "save_view", case, at) & written(title, "Give the view a title.", "title"))
    mine = SavedView.unscoped.filter(case=case, user_id=signer(by), title=title.strip())
    enforce(require(not mine.exists(), TWICE, Ground.INPUT, "title"))
    kept = SavedView.unscoped.create(case=case, user_id=signer(by), title=title.strip(), query=query, saved_at=at)
    record(by=by, verb="save_view", at=at, about=kept)
    return kept


@command
def forget_view(view: SavedView, *, by: Actor, at: datetime) -> None:
    """A view is forgotten by the reader who kept it; the event stays."""
    enforce(policy.can(by, "forget_view", view, at) & require(view.user_id == by.user_id, ANOTHERS, Ground.ROLE))
    record(by=by, verb="forget_view", at=at, about=view)
    view.delete()
