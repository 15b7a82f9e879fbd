"""Duplicates, disagreements and gaps: what was found, side by side, to be judged by a person."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse

from cairn.cases.queries.naming import labels_for
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology import commands, policy
from cairn.chronology.engine.looking import VERDICTS, Kind
from cairn.chronology.forms.judging import JudgeForm
from cairn.chronology.queries import judging
from cairn.chronology.queries.combined import versions_shown
from cairn.chronology.queries.entries import Account
from cairn.chronology.views.acting import act, sent
from cairn.look import answers
from cairn.look.parts import Row

PAGE = "chronology_questions"
MOST = 20  # cards of a kind on one page
HEADINGS = {
    Kind.DUPLICATE: ("Told twice?", "Pairs that may be one event."),
    Kind.DISAGREEMENT: ("Told differently?", "Two agencies tell what may be one event with another day or outcome."),
    Kind.GAP: ("Stretches of nothing", "No record, a child not seen, a referral without an answer."),
}
ONE_OF_A_KIND = {Kind.DUPLICATE: "A pair told twice?", Kind.DISAGREEMENT: "Told differently?", Kind.GAP: "A gap"}


@in_case(*READS)
def index(inside: Inside) -> HttpResponse:
    rights, case = inside.rights, inside.case
    if not policy.reads_whole(rights):
        return answers.absent()
    labels = labels_for(rights, case, names_shown=inside.names_shown)
    versions = versions_shown(rights, case)
    known = judging.judged(rights, case)
    waiting = judging.to_judge(rights, case, versions, known)
    pages = {kind: _page(inside, kind.value, found) for kind, found in waiting.items()}
    shown = judging.cards(rights, case, versions, (each for page in pages.values() for each in page), labels)
    by_kind = [
        (kind.value, *HEADINGS[kind], page, [(card, _sides(card.accounts)) for card in shown if card.kind is kind])
        for kind, page in pages.items()
    ]
    done = _page(inside, "judged", sorted(known.values(), key=lambda rows: rows[-1].judged_at, reverse=True))
    rows = judging.judged_rows(rights, case, versions, list(done), labels)
    context = {
        "kinds": by_kind,
        "judged_page": done,
        "judged": [(row, HEADINGS[Kind(row.kind)][0], _sides(row.accounts)) for row in rows],
        "judges": bool(policy.verdict(rights, "judge", case)),
    }
    return inside.page("chronology/questions.html", context, read="read_questions")


def _page(inside: Inside, name: str, found: list[Any]) -> Page[Any]:
    page = Paginator(found, MOST).get_page(inside.request.GET.get(name))
    page.address = f"?{name}="  # type: ignore[attr-defined]
    return page


def _sides(accounts: tuple[Account, ...]) -> list[tuple[Account, list[Row]]]:
    """Each account as a short summary list."""
    return [(told, _facts(told)) for told in accounts]


def _facts(told: Account) -> list[Row]:
    facts = [
        Row("When", told.when),
        Row("As written", told.as_written),
        Row("What happened", told.event),
        *(Row(heading, words) for heading, words in told.columns),
        Row("Source of information", told.source),
    ]
    return [row for row in facts if row.value]


@in_case(*ACTS)
def judge(inside: Inside, slug: str, first: str, second: str) -> HttpResponse:
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    found = judging.question(inside.rights, inside.case, slug, (first, second), labels)
    if found is None:
        return answers.absent()
    kind = found.card.kind
    about = commands.About(
        kind, found.texts[0], found.texts[1] if len(found.texts) > 1 else None, found.lack, found.agency_id
    )

    def do(typed: dict[str, Any]) -> None:
        typed["version"] = typed["version"] or 0
        commands.judge(inside.case, about=about, **typed, by=inside.request.actor, at=inside.at)

    verdicts = [(each.value, each.label) for each in VERDICTS[kind]]
    return act(
        inside,
        "judge",
        inside.case,
        JudgeForm(sent(inside), verdicts=verdicts, initial={"version": found.judged}),
        do,
        title=ONE_OF_A_KIND[kind],
        button="Save",
        leads_to=inside.url(PAGE),
        said="Your judgement is kept. The rows stay as their agencies wrote them.",
        intro=found.card.why,
        latest=lambda: found.judged,
        template="chronology/judge.html",
        more={"sides": _sides(found.card.accounts)},
        read="read_questions",
    )
