"""Finding a case, or what is in one, by reference, label, theme, year, agency, or real name (issue B, 12).

What a reader may find is decided inside the database: a case that is closed to her adds nothing to what is found,
counted or ranked. Nothing that was typed is kept.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case as Ranked
from django.db.models import IntegerField, Q, QuerySet, Value, When

from cairn.access import matrix
from cairn.access.actions import ACTIONS, May
from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases.models import Case, EntryKind, SearchEntry, SearchWord, Weight
from cairn.cases.queries.earlier import named_in
from cairn.cases.queries.scope import visible_to
from cairn.names import folding

MOST = 50
BY_EAR = 3  # the last of four ranks
MOST_WORDS = 8  # more words than this narrow nothing further
KINDS = list(EntryKind.choices)
_READING = [action.name for action in ACTIONS.values() if action.may is May.READ]


@dataclass(frozen=True)
class Found:
    """One thing found: what it is, in which case and whether that is open, and the page it is on."""

    kind: str
    kind_label: str
    title: str
    year: int | None
    page: str
    page_key: str
    by_ear: bool  # it does not stand there as typed, but sounds alike or is a form of the name
    case_key: str = ""
    reference: str = ""
    case_label: str = ""
    state_label: str = ""


@dataclass(frozen=True)
class Results:
    """What was found, the likest first; `more` says that there is more than is shown, of what she may see."""

    found: tuple[Found, ...]
    more: bool


def search(
    actor: Actor,
    words: str,
    at: datetime,
    *,
    year: int | None = None,
    kind: str = "",
    names_shown_for: Collection[str] = (),
) -> Results:
    """What somebody may find by these words, at most fifty; every word must lead there, whole or as a beginning.

    `names_shown_for` holds the keys of the cases for which she switched real names on. Without words, all of a year or
    kind; without anything, nothing.
    """
    asked = list(dict.fromkeys(folding.words(words)))[:MOST_WORDS]
    if not (asked or year or kind):
        return Results((), False)
    entries = SearchEntry.unscoped.filter(_within(actor, at, names_shown_for))
    entries = entries.filter(**({"year": year} if year else {}), **({"kind": kind} if kind else {}))
    for word in asked:
        entries = entries.filter(Q(pk__in=_beginning(word)) | Q(kind=EntryKind.NAME, pk__in=_by_ear(word)))
    rows = list(_ranked(entries, asked).select_related("case")[: MOST + 1])
    return Results(tuple(_found(row) for row in rows[:MOST]), len(rows) > MOST)


def _within(actor: Actor, at: datetime, names_shown_for: Collection[str]) -> Q:
    """What somebody may find at all: public material by her role; of a case, what her role on it reads."""
    public = [name for name in _READING if matrix.verdict(actor.roles, name)]
    readable = Q()
    for actions in _alike_in_the_matrix():
        cases = visible_to(actor, at, actions[0]).values("pk")
        readable |= Q(read_action__in=actions, case__in=cases)
    named = Case.unscoped.filter(named_in(actor, at, names_shown_for)).values("pk")
    return Q(case__isnull=True, read_action__in=public) | readable & (Q(identifying=False) | Q(case__in=named))


def _alike_in_the_matrix() -> list[list[str]]:
    """The actions of reading, those together that the same roles hold: one question for each, not one an action."""
    together: dict[frozenset[Role], list[str]] = {}
    for name in _READING:
        holders = frozenset(role for role in Role if matrix.verdict((role,), name))
        together.setdefault(holders, []).append(name)
    return list(together.values())


def _beginning(word: str, least: int = Weight.TEXT) -> QuerySet[SearchWord, int]:
    return SearchWord.unscoped.filter(word__startswith=word, weight__gte=least).values_list("entry_id", flat=True)


def _by_ear(word: str) -> QuerySet[SearchWord, int]:
    return SearchWord.unscoped.filter(word__in=folding.keys(word)).values_list("entry_id", flat=True)


def _ranked(entries: QuerySet[SearchEntry], asked: list[str]) -> QuerySet[SearchEntry]:
    """The exact reference first, then what has the words in its title, then in its text, then by ear; newest first."""
    reference = SearchWord.unscoped.filter(word="".join(asked), weight=Weight.REFERENCE).values("entry_id")
    titled, written = Q(), Q()
    for word in asked:
        titled &= Q(pk__in=_beginning(word, Weight.TITLE))
        written &= Q(pk__in=_beginning(word))
    whens = [When(pk__in=reference, then=Value(0))]
    whens += [When(titled, then=Value(1)), When(written, then=Value(2))] if asked else []
    rank = Ranked(*whens, default=Value(BY_EAR if asked else 0), output_field=IntegerField())
    return entries.annotate(rank=rank).order_by("rank", "-year", "title", "pk")


def _found(row: SearchEntry) -> Found:
    case = row.case
    return Found(
        kind=row.kind,
        kind_label=row.get_kind_display(),
        title=row.title,
        year=row.year,
        page=row.page,
        page_key=row.page_key,
        by_ear=getattr(row, "rank", 0) == BY_EAR,
        case_key=case.key if case else "",
        reference=case.reference if case else "",
        case_label=case.label if case else "",
        state_label=case.state.label if case else "",
    )
