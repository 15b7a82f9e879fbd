"""What a rapid review hands to a meeting's pack: returns, key events, earlier cases like it, the decision sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.engine.deciding import QUESTIONS, governing, limbs_of, outcomes_of
from cairn.cases.models import Case, Conflict
from cairn.cases.policy import Rights
from cairn.documents.engine.papers.paper import Block, Bullets, Facts, Heading, Paragraph, Table
from cairn.meetings.queries.content import item_content
from cairn.partnership.clock import day_of
from cairn.partnership.queries.area import the_partnership
from cairn.rapid_reviews.models import ThemeTag
from cairn.rapid_reviews.queries.key_events import events_of
from cairn.rapid_reviews.queries.reading import contents, returns
from cairn.rapid_reviews.queries.report import theme_words, themes
from cairn.rapid_reviews.queries.safety import safety_questions

DECIDED_THERE = ("serious_case", "local_review", "national_importance")


@item_content("safety", 10)
def safety(actor: Actor, case: Case, at: datetime, rights: Rights) -> Sequence[Block]:
    """Whether the children are safe now, as last reported (OB-031)."""
    rows = [(row.children, row.told[0], row.agency) for row in safety_questions(actor, case, at, rights)]
    if not rows:
        return ()
    return (Heading(1, "Are the children safe now?"), Table(("Children", "Safe now", "Reports back"), rows, "Safety"))


@item_content("returns", 20)
def returns_sent_in(actor: Actor, case: Case, at: datetime, rights: Rights) -> Sequence[Block]:
    """What each agency sent in, of the returns this reader may read, and their key events in one list by date."""
    found = [row for row in returns(actor, case, at, rights) if row.sent_in is not None]
    blocks: list[Block] = [Heading(1, "What agencies sent in")] if found else []
    for row in found:
        assert row.sent_in is not None
        whole = contents(row.sent_in)
        blocks += [Heading(2, row.agency.name), Facts([(each.question, each.words) for each in whole.answers])]
        if row.sent_in.file:
            blocks.append(Paragraph("The return came as a file, which is kept with the documents of the case."))
    events = [(row.when, row.agency, row.event, row.source) for row in events_of(found, case, rights)]
    if events:
        columns = ("When", "Agency", "What happened", "Source")
        table = Table(columns, events, "By date, each as it was written", widths=(2, 2, 6, 2))
        blocks += [Heading(1, "Key events of all agencies"), table]
    return blocks


@item_content("earlier_cases", 40)
def earlier_cases(actor: Actor, case: Case, at: datetime, rights: Rights) -> Sequence[Block]:
    """Earlier cases with the same themes that this reader may see; of others only what was learned, without the case.

    A case in which she has a conflict gives nothing at all.
    """
    wanted = {tag.theme for tag in themes(actor, case, at, rights)}
    walled = Conflict.unscoped.filter(user=actor.user_id or 0, second_lift_at__isnull=True).values("case_id")
    tags = ThemeTag.unscoped.filter(theme__in=wanted, taken_off_at__isnull=True).exclude(case=case)
    rows = list(tags.exclude(case__in=walled).select_related("case").order_by("case__opened_at", "id"))
    if not rows:
        return ()
    hers = set(cases.visible_to(actor, at, "read_rapid_review").values_list("pk", flat=True))
    known = [
        (row.case.reference, row.case.label, theme_words(row.theme), row.learning)
        for row in rows
        if row.case_id in hers
    ]
    learned = sorted({row.learning for row in rows if row.case_id not in hers and row.learning})
    return tuple(_earlier(known, learned))


def _earlier(known: list[tuple[str, str, str, str]], learned: list[str]) -> Iterator[Block]:
    if known or learned:
        yield Heading(1, "Earlier cases like it")
    if known:
        yield Table(("Case", "Known as", "Theme", "What was learned"), known, "Cases with the same themes", absent="–")
    if learned:
        yield Paragraph("Learned elsewhere under the same themes:")
        yield Bullets(learned)


@item_content("decision_sheet", 50)
def decision_sheet(actor: Actor, case: Case, at: datetime, rights: Rights) -> Sequence[Block]:
    """What has to be decided, limb by limb, with room to write, or as it was decided (practice B4, B5)."""
    if not rights.can("read_rapid_review", case):
        return ()
    decided = {row.kind: row for row in cases.decisions(actor, case, at, brief=True, rights=rights)}
    partnership = the_partnership()
    edition = governing(day_of(at), partnership.arrangements_started_on if partnership else None)
    if edition is None:
        return ()
    blocks: list[Block] = [Heading(1, "Decision sheet")]
    for kind in DECIDED_THERE:
        question, row = QUESTIONS[kind], decided.get(kind)
        blocks.append(Heading(2, question.title))
        if row:
            blocks.append(Facts((("Decided", row.outcome_label), ("Why", row.reasons))))
            continue
        options = " / ".join(outcome.label for outcome in outcomes_of(question, edition.id))
        blocks.append(Paragraph(f"{options}"))
        limbs = [(limb.meaning, limb.reference, "Yes / No / Not known", " ") for limb in limbs_of(question, edition.id)]
        columns = ("Limb", "Where it is written", "Met?", "Why")
        blocks.append(Table(columns, limbs, "Each limb", widths=(5, 3, 2, 4), absent=" "))
    return blocks
