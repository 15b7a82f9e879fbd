"""The report to the national Panel as far as it has come: its questions, its gaps, the reports made, the themes."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.guidance.vocabularies import vocabulary
from cairn.rapid_reviews.engine.panel_report import Gap, gaps
from cairn.rapid_reviews.models import PanelReport, RapidReview, ThemeTag
from cairn.rapid_reviews.queries.material import to_check

OneReport = PanelReport
OneTheme = ThemeTag


def missing(actor: Actor, rapid_review: RapidReview, at: datetime, known: cases.Rights | None = None) -> list[Gap]:
    """What keeps the report from being sent, and what it says openly; nothing for whoever may not read it."""
    rights = cases.held(actor, rapid_review.case, at, known)
    if not rights.can("read_rapid_review", rapid_review):
        return []
    return gaps(to_check(actor, rapid_review, at, rights))


def reports(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[OneReport]:
    """The reports made of a case, the latest first."""
    readable = case if cases.held(actor, case, at, known).can("read_rapid_review", case) else None
    rows = PanelReport.unscoped.filter(case=readable).select_related("case", "rapid_review", "made_by")
    return list(rows.select_related("word_file", "pdf_file").order_by("-number"))


def report(actor: Actor, case: Case, key: str, at: datetime) -> OneReport | None:
    """One report, to send it or to record the Panel's reply to it."""
    return next((row for row in reports(actor, case, at) if row.key == key), None)


def themes(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[OneTheme]:
    """The themes on a case now, those of the whole first."""
    readable = case if cases.held(actor, case, at, known).can("read_rapid_review", case) else None
    rows = ThemeTag.unscoped.filter(case=readable, taken_off_at__isnull=True).select_related("person", "rapid_review")
    return sorted(rows, key=lambda row: (row.person_id is not None, row.pk))


def theme(actor: Actor, case: Case, key: str, at: datetime) -> OneTheme | None:
    """One theme on a case, to take it off."""
    return next((row for row in themes(actor, case, at) if row.key == key), None)


def theme_words(name: str) -> str:
    """A theme in words."""
    return next(term.label for term in vocabulary("themes").terms if term.id == name)


def theme_choices() -> list[tuple[str, str]]:
    """The themes there are, for a form."""
    return [(term.id, term.label) for term in vocabulary("themes").terms]
