"""Entries are marked: with a theme, with a line of enquiry, or as part of a key practice episode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy as cases
from cairn.cases.commands.checks import current, one_of, signer, written
from cairn.cases.models import Case, LineOfEnquiry
from cairn.chronology import policy
from cairn.chronology.models import Entry, Episode, Mark
from cairn.chronology.models.marking import ALREADY
from cairn.chronology.queries.combined import NOT_TO_BE_READ, texts_read
from cairn.guidance.vocabularies import vocabulary
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse, require
from cairn.partnership.commands.locking import locked

CHOOSE = "Choose a theme, a line of enquiry or an episode: one of them."
OTHER_CASE = "Choose something of this case."
TITLE, WHY = "Enter a title, without names.", "Say why the episode matters."


@command
def make_episode(case: Case, *, title: str, why: str, by: Actor, at: datetime) -> Episode:
    """A stretch of practice matters for the review: it gets the next number of the case, which it keeps."""
    case = locked(case)
    there = Episode.unscoped.filter(case=case)
    enforce(policy.can(by, "make_episode", case, at) & written(title, TITLE, "title") & written(why, WHY, "why"))
    enforce(_not_there_yet(case, title))
    episode = Episode.unscoped.create(
        case=case,
        number=(there.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=title.strip(),
        why=why.strip(),
        made_by_id=signer(by),
        made_at=at,
    )
    record(by=by, verb="make_episode", at=at, about=episode)
    return episode


@command
def change_episode(episode: Episode, *, title: str, why: str, version: int, by: Actor, at: datetime) -> Episode:
    """The title of an episode, or why it matters, is said better. `version` is the revision seen while typing."""
    episode = locked(episode)
    enforce(
        policy.can(by, "change_episode", episode, at)
        & current(version, episode.revision)
        & written(title, TITLE, "title")
        & written(why, WHY, "why")
        & _not_there_yet(episode.case, title, besides=episode)
    )
    episode.title, episode.why, episode.revision = title.strip(), why.strip(), episode.revision + 1
    episode.save()
    record(by=by, verb="change_episode", at=at, about=episode)
    return episode


@command
def mark_entry(
    entry: Entry,
    *,
    theme: str = "",
    line: LineOfEnquiry | None = None,
    episode: Episode | None = None,
    by: Actor,
    at: datetime,
) -> Mark:
    """An entry bears on a theme, answers to a line of enquiry, or belongs to an episode."""
    entry = locked(entry)
    there = Mark.unscoped.filter(entry=entry, theme=theme, line=line, episode=episode, taken_off_at__isnull=True)
    enforce(policy.can(by, "mark_entry", entry, at))
    enforce(
        _all_read(by, entry.case, [entry], at)
        & require((bool(theme), bool(line), bool(episode)).count(True) == 1, CHOOSE, Ground.INPUT)
        & one_of(["", *(term.id for term in vocabulary("themes").terms)], theme, CHOOSE, "theme")
        & require(all(each.case_id == entry.case_id for each in (line, episode) if each), OTHER_CASE, Ground.INPUT)
        & require(not there.exists(), ALREADY)
    )
    mark = _placed(entry, by, at, theme=theme, line=line, episode=episode)
    record(by=by, verb="mark_entry", at=at, about=mark)
    return mark


@command
def put_in_episode(episode: Episode, *, entries: Sequence[Entry], by: Actor, at: datetime) -> list[Mark]:
    """Several entries at once are part of an episode. Those that are in it already stay as they are."""
    episode = locked(episode)
    there = Mark.unscoped.filter(episode=episode, taken_off_at__isnull=True).values_list("entry_id", flat=True)
    enforce(policy.can(by, "put_in_episode", episode, at))
    enforce(
        require(entries, "Choose at least one entry.", Ground.INPUT, "entries")
        & require(all(each.case_id == episode.case_id for each in entries), OTHER_CASE, Ground.INPUT, "entries")
        & _all_read(by, episode.case, entries, at)
    )
    inside = set(there)
    marks = [_placed(each, by, at, episode=episode) for each in entries if each.pk not in inside]
    record(by=by, verb="put_in_episode", at=at, about=episode)
    return marks


@command
def take_mark_off(mark: Mark, *, by: Actor, at: datetime) -> Mark:
    """A mark was placed by mistake, or no longer fits; that it was there stays on record."""
    mark = locked(mark)
    enforce(
        policy.can(by, "take_mark_off", mark, at)
        & require(mark.taken_off_at is None, "This mark was taken off already.")
    )
    mark.taken_off_at, mark.taken_off_by_id = at, signer(by)
    mark.save()
    record(by=by, verb="take_mark_off", at=at, about=mark)
    return mark


def _placed(
    entry: Entry,
    by: Actor,
    at: datetime,
    theme: str = "",
    line: LineOfEnquiry | None = None,
    episode: Episode | None = None,
) -> Mark:
    value = {"theme": theme, "line": line, "episode": episode}
    return Mark.unscoped.create(case=entry.case, entry=entry, **value, placed_by_id=signer(by), placed_at=at)


def _not_there_yet(case: Case, title: str, besides: Episode | None = None) -> Verdict:
    found = Episode.unscoped.filter(case=case, title__iexact=title.strip()).first()
    if found is None or found == besides:
        return ALLOWED
    return refuse(f"Episode {found.number} has this title already.", Ground.STATE, "title")


def _all_read(by: Actor, case: Case, entries: Sequence[Entry], at: datetime) -> Verdict:
    """Only what she may read is marked: each entry is told in a version that she may read."""
    wanted = {each.pk for each in entries}
    read = texts_read(cases.rights(by, case, at), case).filter(entry__in=wanted).order_by()
    return require(set(read.values_list("entry_id", flat=True)) == wanted, NOT_TO_BE_READ, Ground.ROLE)
