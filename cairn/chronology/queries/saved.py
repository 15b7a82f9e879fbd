"""Views of the combined chronology that a reader kept: her own, and nobody else's."""

from __future__ import annotations

from django.db.models import QuerySet

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.models import SavedView

OneView = SavedView


def saved_views(rights: Rights, case: Case) -> QuerySet[SavedView]:
    """What she kept of this case, by title; none if she may no longer read the chronology."""
    mine = SavedView.unscoped.filter(user_id=rights.actor.user_id or 0, case_id=rights.case_id)
    return mine.filter(case=case if policy.reads_whole(rights) else None).select_related("case")


def saved_view(rights: Rights, case: Case, key: str) -> SavedView | None:
    """One of them."""
    return saved_views(rights, case).filter(key=key).first()
