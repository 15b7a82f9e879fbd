"""The rulebook: every duty, compared edition by edition; every edition whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cairn.desk.views.asking import only_for
from cairn.desk.views.rule_words import how_soon, owed, span, verified_mark, verified_sentence
from cairn.guidance.applies import applies, duties, duty
from cairn.guidance.checklists import checklist, checklists
from cairn.guidance.editions import Compared, Edition, Rule, compare, edition, editions
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.vocabularies import vocabularies, vocabulary
from cairn.look import answers
from cairn.look.parts import Cell, Row

DUTY_COLUMNS = ("Duty", "Governed by", "What picks the edition")
EDITION_COLUMNS = ("Edition", "In force", "How far verified")
COMPARED = ("Edition", "In force", "How soon", "Who owes it to whom", "Binding", "Verified")
LABELS_IN_WORDS = {
    "review": "What the review is called",
    "report": "What its report is called",
    "deciding_body": "Who decides",
    "national_body": "The national body",
    "health_commissioner": "The health commissioner",
}
WHOLE = ("Duty", "How soon", "Who owes it to whom", "Binding", "Where it is written", "Verified")


@only_for("read_reference")
def index(request: HttpRequest) -> HttpResponse:
    known = applies()
    rows = [
        (
            Cell(each.title, href=reverse("rulebook_duty", args=[each.id])),
            known.series[each.series],
            known.facts[each.picked_by],
        )
        for each in duties()
    ]
    held = {
        title: [_edition_row(each) for each in editions() if each.series == series]
        for series, title in known.series.items()
    }
    shown = {
        "columns": DUTY_COLUMNS,
        "rows": rows,
        "edition_columns": EDITION_COLUMNS,
        "held": held,
        "checklists": [(name, checklist(name).title) for name in checklists()],
        "vocabularies": [(name, vocabulary(name).title) for name in vocabularies()],
    }
    return render(request, "desk/rulebook/index.html", shown | {"breadcrumbs": [("Home", reverse("home"))]})


@only_for("read_reference")
def one_duty(request: HttpRequest, name: str) -> HttpResponseBase:
    try:
        asked, lines = duty(name), compare(name)
    except CannotAnswer:
        return answers.absent()
    governing = [line for line in lines if line.edition.series == asked.series]
    advising = [line for line in lines if line.edition.series != asked.series and line.rule]
    shown = {
        "duty": asked,
        "governed_by": applies().series[asked.series],
        "picked_by": applies().facts[asked.picked_by],
        "columns": COMPARED,
        "governing": [_compared_row(line) for line in governing if line.rule],
        "advising": [_compared_row(line) for line in advising],
        "silent": [line.edition.title for line in governing if not line.rule],
        "cards": [_card(line.edition, line.rule) for line in (*reversed(governing), *reversed(advising)) if line.rule],
    }
    return render(request, "desk/rulebook/duty.html", shown | trail())


@only_for("read_reference")
def one_edition(request: HttpRequest, name: str) -> HttpResponseBase:
    try:
        asked = edition(name)
    except CannotAnswer:
        return answers.absent()
    rows = [_whole_row(rule) for rule in asked.rules.values()]
    notes = [(duty(rule.duty).title, _about(rule)) for rule in asked.rules.values()]
    shown = {"edition": asked, "facts": _facts(asked), "columns": WHOLE, "rows": rows, "notes": notes}
    return render(request, "desk/rulebook/edition.html", shown | trail())


def trail() -> dict[str, object]:
    """The way back, for pages under the rulebook."""
    return {"breadcrumbs": [("Home", reverse("home")), ("Rulebook", reverse("rulebook"))]}


def _edition_row(each: Edition) -> tuple[object, ...]:
    link = Cell(each.title, href=reverse("rulebook_edition", args=[each.id]))
    return link, span(each), verified_mark(each.verified)


def _compared_row(line: Compared) -> tuple[object, ...]:
    rule = line.rule
    assert rule is not None
    link = Cell(line.edition.title, href=reverse("rulebook_edition", args=[line.edition.id]))
    return link, span(line.edition), how_soon(rule), owed(rule), rule.strength, verified_mark(rule.verified)


def _whole_row(rule: Rule) -> tuple[object, ...]:
    link = Cell(duty(rule.duty).title, href=reverse("rulebook_duty", args=[rule.duty]))
    return link, how_soon(rule), owed(rule), rule.strength, str(rule.reference), verified_mark(rule.verified)


def _card(of: Edition, rule: Rule) -> tuple[str, list[Row]]:
    return of.title, [
        Row("How soon", how_soon(rule)),
        Row("Where it is written", str(rule.reference)),
        Row("How far verified", verified_sentence(rule.verified)),
        *_about(rule),
    ]


def _about(rule: Rule) -> list[Row]:
    waivable = "Yes, with a reason: guidance says should." if rule.waivable else "No."
    note = [Row("What to know", rule.note)] if rule.note else []
    return [*note, Row("If it is missed", rule.if_missed), Row("May it be waived?", waivable)]


def _facts(of: Edition) -> list[Row]:
    replaced = ", ".join(edition(each).title for each in of.replaces)
    called = [Row(words, _called(of, name)) for name, words in LABELS_IN_WORDS.items() if name in of.labels]
    return [
        Row("Series", applies().series[of.series]),
        Row("In force", span(of)),
        *([Row("Replaces", replaced)] if replaced else []),
        Row("How far verified", verified_sentence(of.verified)),
        *([Row("What was read", of.note)] if of.note else []),
        *called,
    ]


def _called(of: Edition, name: str) -> str:
    parts = [f"{words} (since {since.day} {since:%B %Y})" if since else words for since, words in of.labels[name]]
    return "; ".join(parts)
