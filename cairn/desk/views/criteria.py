"""Criteria in words, era by era; local checklists; the controlled words in use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from cairn.desk.views.asking import only_for
from cairn.desk.views.rule_words import span, verified_mark, verified_sentence
from cairn.desk.views.rulebook import trail
from cairn.guidance import checklists as lists
from cairn.guidance import vocabularies as words
from cairn.guidance.criteria import assess, read_facts
from cairn.guidance.criteria.assessing import CRITERIA
from cairn.guidance.editions import Edition, edition
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.vocabularies import Term, Vocabulary
from cairn.look import answers
from cairn.look.parts import Row

LIMBS = ("What is asked", "Where it is written")
ITEMS = ("What", "Who owes it", "When", "Source")
TERMS = ("Word", "Whole years of age", "Means exactly the same as")
COMPELS = "If they are met, a review must be held."
ALLOWS = "Meeting them does not compel a review: the safeguarding partners decide, and say why."
EITHER = "What the Board’s criteria required it still had to review; the rest the partners might."


@only_for("read_reference")
def criteria(request: HttpRequest) -> HttpResponse:
    eras = [_era(edition(name)) for name in reversed(CRITERIA)]
    return render(request, "desk/rulebook/criteria.html", {"eras": eras, "columns": LIMBS} | trail())


@only_for("read_reference")
def checklist(request: HttpRequest, name: str) -> HttpResponseBase:
    try:
        found = lists.checklist(name)
    except CannotAnswer:
        return answers.absent()
    rows = [(item.text, _capital(item.owed_by), _capital(item.when), item.source) for item in found.items]
    shown = {"checklist": found, "columns": ITEMS, "rows": rows}
    return render(request, "desk/rulebook/checklist.html", shown | trail())


@only_for("read_reference")
def vocabulary(request: HttpRequest, name: str) -> HttpResponseBase:
    try:
        found = words.vocabulary(name)
    except CannotAnswer:
        return answers.absent()
    shown = {
        "vocabulary": found,
        "facts": _facts(found),
        "mark": verified_mark(found.verified),
        "columns": TERMS,
        "rows": [_term(term) for term in found.terms],
    }
    return render(request, "desk/rulebook/vocabulary.html", shown | trail())


def _era(of: Edition) -> tuple[Edition, str, str, list[tuple[str, str]]]:
    limbs = assess(read_facts({}), of.id).limbs
    before = CRITERIA.index("trans")
    at = CRITERIA.index(of.id)
    follows = COMPELS if at < before else EITHER if at == before else ALLOWS
    return of, span(of), follows, [(limb.meaning, limb.reference) for limb in limbs]


def _facts(found: Vocabulary) -> list[Row]:
    until = f" to {found.valid_to}" if found.valid_to else " on"
    overlapping = (
        "They overlap: they can be counted, but never added up." if found.overlapping else "They do not overlap."
    )
    return [
        Row("Where it comes from", found.source),
        Row("Version", found.version),
        Row("Valid", f"From {found.valid_from}{until}"),
        Row("How far verified", verified_sentence(found.verified)),
        Row("What to know", found.note),
        Row("Do the words overlap?", overlapping),
    ]


def _term(term: Term) -> tuple[str, str, str]:
    same = [f"“{_label_in(name, word)}” in {words.vocabulary(name).title}" for name, word in term.maps_to.items()]
    return term.label, _ages(term), "; ".join(same) or "Nothing"


def _label_in(name: str, word: str) -> str:
    return next(term.label for term in words.vocabulary(name).terms if term.id == word)


def _ages(term: Term) -> str:
    if term.from_age is None:
        return "Where the age is not known" if term.when_not_known else ""
    return f"{term.from_age} to {term.to_age}" if term.to_age is not None else f"{term.from_age} and over"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
