"""The record of published reviews: the list, one, a new one, a correction."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.look import answers
from cairn.look.fields import MONTHS
from cairn.look.parts import Cell, Row, day_in_words
from cairn.partnership import clock
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, sent
from cairn.publication import commands, policy, queries
from cairn.publication.forms import CorrectForm, PrintedForm, as_typed

COLUMNS = ("Published as", "What it was", "Published", "Documents named", "Printed in")
NOT_KNOWN = "Not known"
KEEP = "keep_published_reviews"
LEAD = "Only what a source prints. No child's name, birth date or exact age, and nothing of what happened to a child."
LIST = "Published reviews"


def published_reviews(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_published_reviews"):
        return answers.absent()
    rows = [
        (
            Cell(review.pseudonym, href=reverse("published_review", args=[review.key])),
            review.review_type,
            _month(review.year, review.month),
            ", ".join(row.title for row in review.documents.all()) or "None",
            review.source,
        )
        for review in queries.published_reviews(actor, now)
    ]
    shown = {"columns": COLUMNS, "rows": rows, "may_keep": policy.can(actor, KEEP)}
    return render(request, "publication/published_reviews.html", shown)


def published_review(request: Request, key: str) -> HttpResponse:
    review = queries.published_review(request.actor, key, clock.now())
    if review is None:
        return answers.absent()
    replaced_by = getattr(review, "replaced_by", None)
    shown = {
        "review": review,
        "rows": _rows(review),
        "disagrees": _disagreement(review),
        "recommendations": review.recommendations.all(),
        "replaced_by": replaced_by,
        "may_keep": policy.can(request.actor, KEEP) and replaced_by is None,
    }
    return render(request, "publication/published_review.html", shown)


def record_published_review(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_published_reviews"):
        return answers.absent()
    form = PrintedForm(sent(request))
    page = Act(
        "Record a published review",
        "Record the review",
        reverse("published_reviews"),
        LIST,
        policy.can(actor, KEEP),
        lambda typed: commands.record_published_review(printed=form.printed, by=actor, at=now),
        lead=LEAD,
        said="The published review is on record.",
    )
    return act(request, form, page)


def correct_published_review(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    review = queries.published_review(actor, key, now)
    if review is None:
        return answers.absent()
    form = CorrectForm(sent(request), initial=as_typed(review))
    page = Act(
        "Correct the record of a published review",
        "Correct the record",
        reverse("published_reviews"),
        LIST,
        policy.can(actor, KEEP),
        lambda typed: commands.correct_published_review(
            review, printed=form.printed, why=typed["why"], by=actor, at=now
        ),
        lead=LEAD,
        said="The record is corrected.",
    )
    return act(request, form, page)


def _rows(review: queries.OneReview) -> list[Row]:
    documents = "; ".join(row.title for row in review.documents.all())
    return [
        Row("What it was", review.review_type),
        Row("Published", _month(review.year, review.month)),
        Row("Commissioned", review.commissioned or NOT_KNOWN),
        Row("Decided on", day_in_words(review.decided_on) if review.decided_on else NOT_KNOWN),
        Row("Completed", review.completed or NOT_KNOWN),
        Row("Carried out as", review.method or NOT_KNOWN),
        Row("Under which guidance", review.edition or NOT_KNOWN),
        Row("Documents named", documents or NOT_KNOWN),
        Row("Printed in", review.source),
    ]


def _disagreement(review: queries.OneReview) -> str:
    if not review.other_source:
        return ""
    this, other = _month(review.year, review.month), _month(review.other_year, review.other_month)
    other_source = review.other_source[:1].upper() + review.other_source[1:]
    return f"Two sources disagree on the month. {review.source}: {this}. {other_source}: {other}."


def _month(year: int | None, month: int | None) -> str:
    if year is None:
        return NOT_KNOWN
    return f"{MONTHS[month - 1].capitalize()} {year}" if month else str(year)
