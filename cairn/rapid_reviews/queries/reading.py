"""What an agency sent in, and what it is still writing, as far as the reader may see either."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.partnership.clock import LONDON
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.engine.panel_report import FED_BY
from cairn.rapid_reviews.engine.questions import Given, Section, every_question, in_words, lacks, sections
from cairn.rapid_reviews.engine.questions import section as section_called
from cairn.rapid_reviews.models import CameBy, KeyEvent, Knowledge, Return, ReturnVersion
from cairn.rapid_reviews.queries.asking import returns_with_all

KNOWLEDGE = list(Knowledge.choices)
OneEvent = KeyEvent
OneVersion = ReturnVersion


@dataclass(frozen=True)
class EventRow:
    """One key event in words. `when` is the date as it was written."""

    key: str
    when: str
    event: str
    source: str
    action: str
    comment: str
    revision: int
    unread_date: bool  # the date could not be understood


@dataclass(frozen=True)
class SectionRow:
    """One section of a draft: how far it is."""

    id: str
    title: str
    state: str
    left: int  # questions still to be answered
    begun: bool


@dataclass(frozen=True)
class Answered:
    """One question with its answer in words."""

    section: str
    question: str
    words: str


@dataclass(frozen=True)
class Contents:
    """Everything that stands in one version, for reading."""

    version: ReturnVersion
    answers: tuple[Answered, ...]
    events: tuple[EventRow, ...]
    changes: int
    by_mail: bool


@dataclass(frozen=True)
class Draft:
    """One section while it is written: what is saved, by whom and when, and the number of its changes."""

    section: Section
    saved: dict[str, Given]
    events: tuple[EventRow, ...]
    version: int
    saved_at: datetime | None
    saved_by: str


def returns(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[Return]:
    """The returns this reader may read, by agency: her own, those shared with her, or all."""
    rights = cases.held(actor, case, at, known)
    found = returns_with_all(Return.unscoped.filter(case=case if rights.can_of_own_agency("read_return") else None))
    rows = found.filter(request__withdrawn_at__isnull=True).order_by("agency__name", "id")
    return [row for row in rows if policy.verdict(rights, "read_return", row)]


def reads_drafts(actor: Actor, row: Return, rights: cases.Rights) -> bool:
    """Whether she may see what is being written: the agency itself, and those who check what it sends in."""
    return row.agency_id in actor.agency_ids or bool(rights.can("check_return"))


def shown_version(actor: Actor, row: Return, rights: cases.Rights) -> ReturnVersion | None:
    """The version this reader reads: the last one sent in; the draft for those who may see it."""
    return row.latest if reads_drafts(actor, row, rights) else row.sent_in


def contents(version: ReturnVersion) -> Contents:
    """All answers and key events of a version that somebody may read."""
    rows = list(version.answers.all())
    given = {row.question: Given(row.how, row.words) for row in rows}
    events = list(version.key_events.all())
    removed = sum(row.removed_at is not None for row in events)
    return Contents(
        version=version,
        answers=tuple(
            Answered(each.title, question.text, in_words(given.get(question.id, Given())))
            for each in sections()
            for question in each.questions
            if question.kind != "key_events" and (question.asked or question.id in given)
        ),
        events=_events(events),
        changes=sum(row.revision for row in rows) + sum(row.revision for row in events) + removed,
        by_mail=version.came_by == CameBy.MAIL,
    )


def progress(version: ReturnVersion) -> tuple[SectionRow, ...]:
    """How far each section of a draft is."""
    given = {row.question: Given(row.how, row.words) for row in version.answers.all()}
    events = version.key_events.filter(removed_at__isnull=True).count()
    return tuple(_section_row(each, given, events) for each in sections())


def draft(row: Return, name: str) -> Draft | None:
    """One section of the version that is being written, of a return somebody may write in; none if there is no such."""
    found = section_called(name)
    if found is None:
        return None
    ids = [question.id for question in found.questions]
    kept = list(row.latest.answers.filter(question__in=ids).select_related("saved_by"))
    last = max(kept, key=lambda each: each.saved_at, default=None)
    events = list(row.latest.key_events.all()) if found.holds_events else []
    return Draft(
        section=found,
        saved={each.question: Given(each.how, each.words) for each in kept},
        events=_events(events),
        version=sum(each.revision for each in kept),
        saved_at=last.saved_at if last else None,
        saved_by=last.saved_by.name if last else "",
    )


def key_event(row: Return, key: str) -> KeyEvent | None:
    """One key event of the version that is being written."""
    return row.latest.key_events.filter(key=key, removed_at__isnull=True).select_related("version").first()


def after(name: str) -> str:
    """The section that follows, or nothing after the last."""
    ids = [each.id for each in sections()]
    follows = ids.index(name) + 1
    return ids[follows] if follows < len(ids) else ""


def saved_words(moment: datetime) -> str:
    """10:42, as people in London read a clock."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def question_texts() -> dict[str, str]:
    """What each question asks, by its id."""
    return {name: question.text for name, question in every_question().items()}


def _section_row(each: Section, given: dict[str, Given], events: int) -> SectionRow:
    left = sum(bool(lacks(question, given.get(question.id, Given()), events)) for question in each.questions)
    begun = any(question.id in given for question in each.questions) or (each.holds_events and events > 0)
    state = "Done" if not left else "Begun" if begun else "Not begun"
    return SectionRow(each.id, each.title, state, left, begun)


def _events(rows: list[KeyEvent]) -> tuple[EventRow, ...]:
    there = [row for row in rows if row.removed_at is None]
    there.sort(key=lambda row: (row.earliest is None, row.earliest or date.max, row.pk))
    return tuple(
        EventRow(
            row.key,
            row.written_date,
            row.event,
            row.source,
            row.action,
            row.comment,
            row.revision,
            row.earliest is None,
        )
        for row in there
    )


def said_in_returns(actor: Actor, case: Case, question: str, at: datetime) -> list[tuple[str, str]]:
    """What the agencies wrote that bears on a question of the report: agency and words, where they said something."""
    found = []
    for row in returns(actor, case, at):
        if row.sent_in is None:
            continue
        given = {each.question: Given(each.how, each.words) for each in row.sent_in.answers.all()}
        said = [in_words(given[name]) for name in FED_BY.get(question, ()) if name in given]
        if said:
            found.append((row.agency.name, "\n".join(said)))
    return found
