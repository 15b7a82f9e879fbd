"""The published reviews on record, for whoever holds a role. They belong to no case, so none is hidden."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, QuerySet

from cairn.access.actor import Actor
from cairn.publication import policy
from cairn.publication.models import DocumentKind, PublishedReview

OneReview = PublishedReview  # pages hold one, and never import the table
DOCUMENT_KINDS: list[tuple[str, str]] = list(DocumentKind.choices)


def standing() -> QuerySet[PublishedReview]:
    """Every record that no correction has replaced, whoever asks: for what is derived from all of them."""
    return PublishedReview.unscoped.filter(replaced_by__isnull=True)


def published_reviews(actor: Actor, at: datetime) -> QuerySet[PublishedReview]:
    """The records that stand, the latest published first, those of no known year last."""
    if not policy.can(actor, "read_published_reviews"):
        return PublishedReview.unscoped.none()
    newest_first = (F("year").desc(nulls_last=True), F("month").desc(nulls_last=True), "pseudonym", "pk")
    return standing().prefetch_related("documents").order_by(*newest_first)


def published_review(actor: Actor, key: str, at: datetime) -> PublishedReview | None:
    """One record, also one that was replaced; none for whoever holds no role."""
    if not policy.can(actor, "read_published_reviews"):
        return None
    rows = PublishedReview.unscoped.filter(key=key).select_related("recorded_by", "instead_of", "replaced_by")
    return rows.prefetch_related("documents", "recommendations").first()
