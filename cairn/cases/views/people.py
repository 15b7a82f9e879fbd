"""Children and family: the list, one person, and what can be recorded about her."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from cairn.cases import commands, queries
from cairn.cases.forms.people import AliasForm, FactForm, IdentityForm, LabelForm, PersonForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, names_shown_for, offer
from cairn.look import answers
from cairn.look.fields import Answer, HowAnswered
from cairn.look.parts import Cell, Link, Row

EARLIER = ("Known there as", "Who", "Case", "What is alike")
COLUMNS = ("Called here", "Who", "To the child", "Family")


@in_case(*READS)
def people(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_people"):
        return answers.absent()
    asks = (inside.request.actor, inside.case, inside.at, inside.rights)
    rows = queries.people(*asks, names_shown=inside.names_shown)
    named = any(row.identity for row in rows)
    shown = {
        "heading": "Children and family",
        "columns": (*COLUMNS, "Real name") if named else COLUMNS,
        "rows": [_line(inside, row, named) for row in rows],
        "empty": "Nobody is recorded yet.",
        "acts": _links(inside, offers_names=bool(rows) and not named),
        **_earlier(inside),
    }
    return inside.page("cases/people.html", shown, read="read_people")


def _earlier(inside: Inside, key: str = "") -> dict[str, object]:
    """Who of other cases may be somebody of this one: for readers of real names, of the cases open to them."""
    met = queries.earlier(
        inside.request.actor,
        inside.case,
        inside.at,
        key=key,
        names_shown_for=names_shown_for(inside.request.session.keys()),
    )
    rows = [(_before(row), row.kind_label, row.reference, _sentence(row.why)) for row in met]
    if key:
        return {"earlier": rows, "earlier_columns": EARLIER}
    labelled = [(row.person_label, *line) for row, line in zip(met, rows, strict=True)]
    return {"earlier": labelled, "earlier_columns": (COLUMNS[0], *EARLIER)}


def _before(row: queries.EarlierPerson) -> Cell:
    return Cell(row.label, href=reverse("case_person", args=[row.case_key, row.key]), hidden=row.reference)


def _sentence(reasons: Sequence[str]) -> str:
    said = ", ".join(reasons)
    return said[:1].upper() + said[1:]


def _line(inside: Inside, row: queries.PersonRow, named: bool) -> tuple[object, ...]:
    called = Cell(row.label, href=inside.url("case_person", row.key))
    line = (called, row.kind_label, row.relationship, row.family_label)
    return (*line, row.identity.name_words) if named and row.identity else line


def _links(inside: Inside, *, offers_names: bool) -> list[Link]:
    links = []
    if inside.rights.can("add_person", inside.case):
        links += [
            Link("Add a person", inside.url("case_add_person")),
            Link("Add a family", inside.url("case_add_family")),
        ]
    if offers_names and not inside.rights.can("read_identity") and inside.rights.can("show_names"):
        links.append(Link("Show real names", inside.url("case_show_names")))
    if inside.rights.can("read_identity", inside.case, names_shown=inside.names_shown):
        links.append(Link("People list for your own computer", inside.url("case_people_list")))
    return links


@in_case(*READS)
def person(inside: Inside, key: str) -> HttpResponse:
    asks = (inside.request.actor, inside.case, key, inside.at, inside.rights)
    row, about = queries.person_row(*asks, names_shown=inside.names_shown), queries.person(*asks)
    if row is None or about is None:
        return answers.absent()
    changes = bool(inside.rights.can("change_person", inside.case))
    shown = {
        "person": row,
        "facts": [_fact(inside, key, fact, changes) for fact in row.facts],
        "identity": _identity(inside, row),
        "label_rows": _label_rows(inside, row, changes),
        "may_name": bool(inside.rights.can("add_alias", inside.case)),
        "add_name": inside.url("case_add_alias", key),
        **_earlier(inside, key),
    }
    return inside.page("cases/person.html", shown, read="read_person", about=about)


def _label_rows(inside: Inside, row: queries.PersonRow, changes: bool) -> list[Row]:
    change = (Link("Change", inside.url("case_change_person", row.key), hidden="label"),) if changes else ()
    return [
        Row("Called here", row.label, change),
        Row("Who", row.kind_label),
        *([] if row.kind == "subject_child" else [Row("To the child", row.relationship or "Not given")]),
        Row("Family", row.family_label or "None"),
    ]


def _fact(inside: Inside, key: str, fact: Any, changes: bool) -> Row:
    url = inside.url("case_answer_fact", key, fact.fact)
    return Row(fact.question, fact.words, (Link("Answer", url, hidden=fact.question),) if changes else ())


def _identity(inside: Inside, row: queries.PersonRow) -> list[Row]:
    if row.identity is None:
        return []
    may = bool(inside.rights.can("record_identity", inside.case))
    change = (Link("Change", inside.url("case_identity", row.key), hidden="real name and dates"),) if may else ()
    others = "; ".join(f"{alias.name} ({alias.get_kind_display().lower()})" for alias in row.aliases)
    return [
        Row("Real name", row.identity.name_words, change),
        Row("Date of birth", row.identity.born_words),
        Row("Date of death", row.identity.died_words),
        Row("Other names", others or "None recorded"),
    ]


def _families(inside: Inside) -> list[tuple[str, str]]:
    return [(row.key, row.label) for row in queries.families(inside.request.actor, inside.case, inside.at)]


def _family(inside: Inside, key: str) -> Any:
    return queries.family(inside.request.actor, inside.case, key, inside.at) if key else None


@in_case(*ACTS)
def add_family(inside: Inside) -> HttpResponse:
    act = Act("add_family", "Add a family", "Add the family", inside.url("case_people"), "The family is added.")
    return offer(
        inside,
        act,
        LabelForm(inside.request.POST or None),
        lambda typed: commands.add_family(inside.case, **typed, by=inside.request.actor, at=inside.at),
    )


@in_case(*ACTS)
def add_person(inside: Inside) -> HttpResponse:
    act = Act("add_person", "Add a person", "Add the person", inside.url("case_people"), "The person is added.")

    def add(typed: dict[str, Any]) -> None:
        facts = {"kind": typed["kind"], "label": typed["label"], "relationship": typed["relationship"]}
        family = _family(inside, typed["family"])
        commands.add_person(inside.case, **facts, family=family, by=inside.request.actor, at=inside.at)

    form = PersonForm(inside.request.POST or None, kinds=choices.PERSON_KINDS, families=_families(inside))
    return offer(inside, act, form, add)


def of_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the person of the case, or answer that she is not there."""

    def found(inside: Inside, key: str, **rest: str) -> HttpResponse:
        row = queries.person_row(inside.request.actor, inside.case, key, inside.at, names_shown=inside.names_shown)
        about = queries.person(inside.request.actor, inside.case, key, inside.at)
        return view(inside, about, row, **rest) if row and about else answers.absent()

    return found


@in_case(*ACTS)
@of_person
def change_person(inside: Inside, about: Any, row: queries.PersonRow) -> HttpResponse:
    leads_to = inside.url("case_person", row.key)
    act = Act("change_person", "Change who this is", "Save", leads_to, "The change is saved.", about=row.label)
    before = {
        "kind": row.kind,
        "label": row.label,
        "relationship": row.relationship,
        "family": row.family_key,
        "version": row.version,
    }
    form = PersonForm(
        inside.request.POST or None, initial=before, kinds=choices.PERSON_KINDS, families=_families(inside)
    )

    def change(typed: dict[str, Any]) -> None:
        typed = {**typed, "family": _family(inside, typed["family"]), "version": typed["version"] or 0}
        commands.change_person(about, **typed, by=inside.request.actor, at=inside.at)

    return offer(inside, act, form, change, row=about, latest=lambda: row.version)


@in_case(*ACTS)
@of_person
def identity(inside: Inside, about: Any, row: queries.PersonRow) -> HttpResponse:
    leads_to = inside.url("case_person", row.key)
    act = Act(
        "record_identity", "Who is this really?", "Save", leads_to, "What was recorded is saved.", about=row.label
    )
    version = row.identity.version if row.identity else 0
    form = IdentityForm(
        inside.request.POST or None,
        initial={**_known_identity(row), "version": version},
        answers=choices.NAME_ANSWERS,
        precisions=choices.PRECISIONS,
    )

    def save(typed: dict[str, Any]) -> None:
        names = {name: typed[name] for name in ("name_answer", "given_names", "family_name", "version")}
        born = commands.Known(typed["born_precision"], typed["born"])
        died = commands.Known(typed["died_precision"], typed["died"])
        commands.record_identity(about, **names, born=born, died=died, by=inside.request.actor, at=inside.at)

    return offer(inside, act, form, save, row=about, latest=lambda: version, read="read_identity")


def _known_identity(row: queries.PersonRow) -> dict[str, Any]:
    known = row.identity.row if row.identity else None
    if known is None:
        return {}
    names = ("name_answer", "given_names", "family_name", "born_precision", "died_precision")
    return {**{name: getattr(known, name) for name in names}, "born": known.born_on, "died": known.died_on}


@in_case(*ACTS)
@of_person
def add_alias(inside: Inside, about: Any, row: queries.PersonRow) -> HttpResponse:
    leads_to = inside.url("case_person", row.key)
    act = Act("add_alias", "Add another name", "Add the name", leads_to, "The name is added.", about=row.label)
    form = AliasForm(inside.request.POST or None, kinds=choices.ALIAS_KINDS)
    return offer(
        inside,
        act,
        form,
        lambda typed: commands.add_alias(about, **typed, by=inside.request.actor, at=inside.at),
        row=about,
    )


@in_case(*ACTS)
@of_person
def answer_fact(inside: Inside, about: Any, row: queries.PersonRow, fact: str) -> HttpResponse:
    known = next((each for each in row.facts if each.fact == fact), None)
    if known is None:
        return answers.absent()
    leads_to = inside.url("case_person", row.key)
    act = Act(
        "answer_fact",
        f"{known.question}: what was answered?",
        "Save",
        leads_to,
        "The answer is saved.",
        about=row.label,
    )
    before = Answer(HowAnswered(known.answer), known.value) if known.version else None
    form = FactForm(inside.request.POST or None, initial={"answer": before, "version": known.version})

    def save(typed: dict[str, Any]) -> None:
        how, words = typed["answer"].how.value, typed["answer"].words
        facts = {"answer": how, "value": words, "version": typed["version"]}
        commands.answer_fact(about, fact=fact, **facts, by=inside.request.actor, at=inside.at)

    return offer(inside, act, form, save, row=about, latest=lambda: known.version)
