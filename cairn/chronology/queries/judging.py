"""Pairs and gaps to judge, and those that were judged: as cards with both accounts side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology.engine.looking import JudgedAs, Kind, stretch_in_words, why_alike
from cairn.chronology.models import ChronologyVersion, EntryText, Judgement
from cairn.chronology.queries.combined import entry_texts, versions_read
from cairn.chronology.queries.entries import Account, EntryRead, account, in_labels, read_entries
from cairn.chronology.queries.looking import Found, Identity, found_in
from cairn.chronology.queries.rows import row_of
from cairn.names.relabelling import Relabelling
from cairn.partnership.clock import day_of

PAIRS = (Kind.DUPLICATE.value, Kind.DISAGREEMENT.value)


@dataclass(frozen=True)
class Card:
    """Something to look at: the accounts side by side, why, and the parts of its address."""

    kind: Kind
    why: str
    accounts: tuple[Account, ...]
    slug: str
    first: str
    second: str


@dataclass(frozen=True)
class JudgedRow:
    """What was made of it, by whom and when; how often before; and whether its rows have changed since."""

    kind: str
    verdict: str
    words: str
    by: str
    on: date
    earlier: int
    changed: bool
    again: bool  # whether it is still to be found, so that it can be judged again
    accounts: tuple[Account, ...]
    slug: str
    first: str
    second: str


@dataclass(frozen=True)
class OneQuestion:
    """One pair or gap to judge: its card, the rows, and how many judgements of it there are."""

    card: Card
    texts: tuple[EntryText, ...]
    lack: str
    agency_id: int | None
    judged: int


def judgements_of(
    case: Case, kind: str, lack: str, agency_id: int | None, entries: Sequence[int]
) -> QuerySet[Judgement]:
    """The judgements of one pair or gap, the first one first; of a pair, whichever of the two stands first."""
    one, other = entries[0], entries[1] if len(entries) > 1 else None
    order = Q(first=one, second=other) | Q(first=other, second=one) if other else Q(first=one, second__isnull=True)
    return Judgement.unscoped.filter(order, case=case, kind=kind, lack=lack, agency=agency_id)


def judged(rights: Rights, case: Case) -> dict[Identity, list[Judgement]]:
    """Every judgement that this reader may read, the last one last, by what it is of. One query."""
    read = versions_read(rights, case).order_by().values("pk")
    second = Q(second_text__isnull=True) | Q(second_text__version__in=read)
    rows = Judgement.unscoped.filter(second, case=case, first_text__version__in=read)
    kept: dict[Identity, list[Judgement]] = {}
    for row in rows.select_related("judged_by", "agency", "first_text", "second_text", "first", "second"):
        kept.setdefault(_identity(row), []).append(row)
    return kept


def to_judge(
    rights: Rights, case: Case, versions: list[ChronologyVersion], known: Collection[Identity]
) -> dict[Kind, list[Found]]:
    """What nobody has judged yet, kind by kind."""
    waiting: dict[Kind, list[Found]] = {kind: [] for kind in Kind}
    for found in found_in(rights, case, versions):
        if found.identity not in known:
            waiting[found.kind].append(found)
    return waiting


def cards(
    rights: Rights,
    case: Case,
    versions: list[ChronologyVersion],
    shown: Iterable[Found],
    labels: Relabelling | None,
) -> list[Card]:
    """What was found, with both accounts as this reader is shown them. One query."""
    chosen = list(shown)
    wanted = {pk for found in chosen for pk in found.texts}
    texts = {text.pk: text for text in entry_texts(rights, case, versions).filter(pk__in=wanted)}
    return [_card(found, [texts[pk] for pk in found.texts], labels) for found in chosen]


def judged_rows(
    rights: Rights,
    case: Case,
    versions: list[ChronologyVersion],
    histories: Sequence[list[Judgement]],
    labels: Relabelling | None,
) -> list[JudgedRow]:
    """Judgements with the accounts as they stand now. Two queries."""
    still = {found.identity for found in found_in(rights, case, versions)}
    entries = {pk for rows in histories for pk in (rows[-1].first_id, rows[-1].second_id) if pk}
    found = read_entries(rights, case, entries)
    return [_judged(rows, found, _identity(rows[-1]) in still, labels) for rows in histories]


def question(
    rights: Rights, case: Case, slug: str, keys: tuple[str, str], labels: Relabelling | None
) -> OneQuestion | None:
    """One pair or gap by its address, if it is to be found in what this reader sees."""
    texts = {text.pk: text for text in entry_texts(rights, case).filter(entry__key__in=keys)}
    if {text.entry.key for text in texts.values()} != set(keys):
        return None
    for found in found_in(rights, case):
        if set(found.texts) == set(texts) and slug == slug_of(found.kind.value, found.lack, found.agency_id):
            told = tuple(texts[pk] for pk in found.texts)
            agency = found.agency_id or None
            count = judgements_of(case, found.kind.value, found.lack, agency, found.entries).count()
            return OneQuestion(_card(found, list(told), labels), told, found.lack, agency, count)
    return None


def told_also(rights: Rights, case: Case, entry_ids: Collection[int]) -> dict[int, list[tuple[str, str]]]:
    """By which other agencies an entry is told too, as judged last: agency and key of the other entry."""
    read = versions_read(rights, case).order_by().values("pk")
    rows = Judgement.unscoped.filter(
        Q(first__in=entry_ids) | Q(second__in=entry_ids),
        case=case,
        kind__in=PAIRS,
        first_text__version__in=read,
        second_text__version__in=read,
    )
    last = {
        frozenset((row.first_id, row.second_id)): row for row in rows.select_related("first__agency", "second__agency")
    }
    also: dict[int, list[tuple[str, str]]] = {}
    for row in last.values():
        if row.verdict == JudgedAs.ONE_EVENT:
            for one, other in ((row.first, row.second), (row.second, row.first)):
                also.setdefault(one.pk, []).append((other.agency.name, other.key))
    return also


def slug_of(kind: str, lack: str, agency_id: int | None) -> str:
    """What stands for a kind of question in an address."""
    return (f"{lack}-agency" if agency_id else lack) or kind


def _identity(row: Judgement) -> Identity:
    entries = tuple(sorted(pk for pk in (row.first_id, row.second_id) if pk))
    return (row.kind, row.lack, row.agency_id or 0, entries)


def _card(found: Found, texts: list[EntryText], labels: Relabelling | None) -> Card:
    rows = [row_of(text) for text in texts]
    if found.begins is not None and found.ends is not None:
        agency = rows[0].agency if found.agency_id else ""
        why = stretch_in_words(found.lack, agency, found.begins, found.ends)
    else:
        why = in_labels(why_alike(found.kind, found.score, *rows), labels)
    return Card(
        kind=found.kind,
        why=why,
        accounts=tuple(account(text, labels) for text in texts),
        slug=slug_of(found.kind.value, found.lack, found.agency_id),
        first=texts[0].entry.key,
        second=texts[-1].entry.key,
    )


def _judged(rows: list[Judgement], found: dict[int, EntryRead], again: bool, labels: Relabelling | None) -> JudgedRow:
    last = rows[-1]
    pairs = ((last.first, last.first_text), (last.second, last.second_text))
    ends = [(found[entry.pk], text) for entry, text in pairs if entry and text and entry.pk in found]
    return JudgedRow(
        kind=last.kind,
        verdict=JudgedAs(last.verdict).label,
        words=in_labels(last.words, labels),
        by=last.judged_by.name,
        on=day_of(last.judged_at),
        earlier=len(rows) - 1,
        changed=any(read.gone_in or read.now.ident != text.ident for read, text in ends),
        again=again,
        accounts=tuple(account(read.now, labels) for read, _text in ends),
        slug=slug_of(last.kind, last.lack, last.agency_id),
        first=last.first.key,
        second=(last.second or last.first).key,
    )
