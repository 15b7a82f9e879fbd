"""The office puts a published review on record as a source prints it, and puts the record right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import not_after_today, signer, written
from cairn.cases.commands.indexing import Findable, fills_search, forget, write
from cairn.cases.models import EntryKind
from cairn.kernel.verdict import ALLOWED, Verdict, enforce
from cairn.partnership.commands.locking import locked
from cairn.publication import policy
from cairn.publication.models import PublishedDocument, PublishedRecommendation, PublishedReview
from cairn.publication.queries import standing


@dataclass(frozen=True)
class Printed:
    """What a source prints of one review. What it does not print stays blank, empty or none.

    `documents` are titles with their kinds; `recommendations` numbers with words of our own.
    """

    pseudonym: str
    review_type: str
    source: str
    year: int | None = None
    month: int | None = None
    other_year: int | None = None
    other_month: int | None = None
    other_source: str = ""
    commissioned: str = ""
    completed: str = ""
    method: str = ""
    edition: str = ""
    decided_on: date | None = None
    documents: tuple[tuple[str, str], ...] = ()
    recommendations: tuple[tuple[str, str], ...] = ()


@command
def record_published_review(*, printed: Printed, by: Actor, at: datetime) -> PublishedReview:
    """A review that was published is put on record; it has no case file, here or elsewhere (issue B, 13)."""
    enforce(policy.can(by, "keep_published_reviews") & _sound(printed, at))
    review = _keep(printed, by=by, at=at)
    record(by=by, verb="record_published_review", at=at, about=review)
    return review


@command
def correct_published_review(
    review: PublishedReview, *, printed: Printed, why: str, by: Actor, at: datetime
) -> PublishedReview:
    """The record is put right: a new one stands, which cites the old and says why. The old one is kept."""
    review = locked(review)
    replaced = PublishedReview.unscoped.filter(instead_of=review).exists()
    enforce(
        policy.can(by, "keep_published_reviews")
        & policy.still_stands(replaced)
        & written(why, "Say why the record is corrected.", "why")
        & _sound(printed, at)
    )
    corrected = _keep(printed, instead_of=review, why=why.strip(), by=by, at=at)
    forget(EntryKind.PUBLISHED_REVIEW, review.key)
    record(by=by, verb="correct_published_review", at=at, about=corrected)
    return corrected


def _keep(
    printed: Printed, *, instead_of: PublishedReview | None = None, why: str = "", by: Actor, at: datetime
) -> PublishedReview:
    facts = {name: value.strip() if isinstance(value, str) else value for name, value in vars(printed).items()}
    documents, recommendations = facts.pop("documents"), facts.pop("recommendations")
    review = PublishedReview.unscoped.create(
        **facts, instead_of=instead_of, why=why, recorded_by_id=signer(by), recorded_at=at
    )
    PublishedDocument.unscoped.bulk_create(
        PublishedDocument(review=review, position=position, title=title.strip(), kind=kind)
        for position, (title, kind) in enumerate(documents, 1)
    )
    PublishedRecommendation.unscoped.bulk_create(
        PublishedRecommendation(review=review, position=position, number=number.strip(), words=words.strip())
        for position, (number, words) in enumerate(recommendations, 1)
    )
    write(_findable(review))
    return review


def _sound(printed: Printed, at: datetime) -> Verdict:
    future = "The day of the decision cannot be in the future."
    return (
        written(printed.pseudonym, "Enter the pseudonym that was published.", "pseudonym")
        & written(printed.review_type, "Enter the type of review, as printed.", "review_type")
        & written(printed.source, "Enter the source that prints it.", "source")
        & policy.published(printed.year, printed.month, at)
        & policy.published(printed.other_year, printed.other_month, at, "other_year")
        & policy.disagreement(
            printed.other_year, printed.other_month, printed.other_source.strip(), (printed.year, printed.month)
        )
        & (not_after_today(printed.decided_on, at, future, "decided_on") if printed.decided_on else ALLOWED)
        & policy.documents(printed.documents)
        & policy.recommendations(printed.recommendations)
    )


@fills_search("published_reviews")
def findable() -> Iterator[Findable]:
    """Every record that stands, for the search index: public material, for whoever holds a role."""
    yield from map(_findable, standing().prefetch_related("documents", "recommendations"))


def _findable(review: PublishedReview) -> Findable:
    printed = [review.source, review.other_source, review.method]
    printed += [row.title for row in review.documents.all()] + [row.words for row in review.recommendations.all()]
    return Findable(
        None,
        EntryKind.PUBLISHED_REVIEW,
        review.key,
        f"{review.pseudonym}, {review.review_type}",
        "read_published_reviews",
        words=tuple(printed),
        year=review.year,
        page="published_review",
        page_key=review.key,
    )
