"""The themes of a case: what it is about, so that the same lesson can be found again."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.forms.acting import NothingForm
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Cell, Link
from cairn.rapid_reviews import commands, queries
from cairn.rapid_reviews.forms.report import ThemeForm
from cairn.rapid_reviews.views.acting import act, sent

COLUMNS = ("Theme", "Of whom", "What is learned")


@in_case(*READS)
def themes(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_rapid_review"):
        return answers.absent()
    keeps = bool(inside.rights.can("write_rapid_review", inside.case))
    begun = keeps and queries.review(inside.request.actor, inside.case, inside.at) is not None
    rows = []
    for tag in queries.themes(inside.request.actor, inside.case, inside.at):
        words = queries.theme_words(tag.theme)
        line: tuple[object, ...] = (words, tag.person.label if tag.person else "The whole case", tag.learning)
        off = Cell("Take it off", href=inside.url("rapid_review_take_theme_off", tag.key), hidden=words)
        rows.append((*line, off) if keeps else line)
    shown = {
        "heading": "Themes",
        "intro": "A theme is a word from one list, so that what was learned once is found again.",
        "columns": (*COLUMNS, "Change") if keeps else COLUMNS,
        "rows": rows,
        "empty": "No theme is on this case yet."
        if begun or not keeps
        else "No theme is on this case yet. Themes are put on once the rapid review is begun.",
        "acts": [Link("Add a theme", inside.url("rapid_review_tag_theme"))] if begun else [],
    }
    return inside.page("cases/list.html", shown, read="read_themes")


@in_case(*ACTS)
def tag_theme(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    review = queries.review(actor, inside.case, at)
    if review is None:
        return answers.absent()
    people = [(row.key, row.label) for row in cases.people(actor, inside.case, at)]

    def tag(typed: dict[str, Any]) -> None:
        chosen = typed.pop("person")
        person = cases.person(actor, inside.case, chosen, at) if chosen else None
        commands.tag_theme(review, person=person, **typed, by=actor, at=at)

    return act(
        inside,
        "tag_theme",
        review,
        ThemeForm(sent(inside), themes=queries.theme_choices(), people=people),
        tag,
        title="Add a theme",
        button="Add it",
        leads_to=inside.url("rapid_review_themes"),
        said="The theme is on the case.",
    )


@in_case(*ACTS)
def take_theme_off(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    tag = queries.theme(actor, inside.case, key, at)
    if tag is None:
        return answers.absent()
    return act(
        inside,
        "take_theme_off",
        tag.rapid_review,
        NothingForm(sent(inside)),
        lambda _typed: commands.take_theme_off(tag, by=actor, at=at),
        title="Take a theme off",
        button="Take it off",
        leads_to=inside.url("rapid_review_themes"),
        said="The theme is taken off.",
        intro="That it was there stays on record.",
        about=queries.theme_words(tag.theme),
    )
