"""One entry of the combined chronology, with its history and what readers put beside it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.forms.acting import NothingForm
from cairn.cases.queries.naming import labels_for
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology import commands
from cairn.chronology.engine.telling import Told
from cairn.chronology.forms.marking import CommentForm, MarkForm
from cairn.chronology.queries import beside, children, comments, entries, episodes, judging, marks
from cairn.chronology.views.acting import act, links, sent
from cairn.look import answers
from cairn.look.parts import Link, Row, day_in_words

PAGE = "chronology_entry"


@in_case(*READS)
def entry(inside: Inside, key: str) -> HttpResponse:
    found = entries.read_entry(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    told = entries.account(found.now, labels)
    offered = (
        ("comment_on_entry", "Comment on this entry", inside.url("chronology_comment", key)),
        ("mark_entry", "Mark this entry", inside.url("chronology_mark_entry", key)),
    )
    shown = {
        "told": told,
        "gone_in": found.gone_in,
        "facts": [*facts_of(told), *_ages(inside, found)],
        "put_right": [Row(heading, words) for heading, words in entries.put_right(found, labels)],
        "history": [(each, _rows(each.said)) for each in entries.history(found, labels)],
        "also": _also(inside, found),
        "beside": [
            (heading, [(line, inside.url(line.page, line.key)) for line in lines])
            for heading, lines in beside.beside(inside.rights, inside.case, found.entry, labels)
        ],
        "marks": marks.marks(inside.rights, inside.case, [found.entry.pk], labels),
        "comments": comments.comments(inside.rights, found, labels),
        "acts": links(inside, found.entry, *offered),
    }
    return inside.page("chronology/entry.html", shown, read="read_entry", about=found.entry)


def _ages(inside: Inside, found: entries.EntryRead) -> list[Row]:
    """How old each child was, for those who may know birth dates."""
    told = children.ages_at(inside.rights, inside.case, found.now, names_shown=inside.names_shown)
    return [Row(f"Age of {label}", words) for label, words in told]


def _also(inside: Inside, found: entries.EntryRead) -> list[Link]:
    """The entries of other agencies that were judged to tell the same event."""
    also = judging.told_also(inside.rights, inside.case, [found.entry.pk]).get(found.entry.pk, [])
    return [Link(agency, inside.url(PAGE, key)) for agency, key in also]


def facts_of(told: entries.Account) -> list[Row]:
    """A row as a summary list: when, then each column that says something, then where it comes from."""
    signed = f"{told.signed_by}, {day_in_words(told.signed_on)}" if told.signed_on else "Not signed off yet"
    facts = [
        Row("When", told.when),
        Row("As written", told.as_written or "Nothing"),
        Row("What happened", told.event),
        *_rows(told.columns),
        Row("Source of information", told.source),
        Row("Agency", f"{told.agency}, {told.department}" if told.department else told.agency),
        Row("From", f"{told.file}, row {told.row_number}"),
        Row("Signed off by", signed),
    ]
    return [row for row in facts if row.value]


def _rows(said: Told) -> list[Row]:
    return [Row(heading, words) for heading, words in said]


@in_case(*ACTS)
def comment(inside: Inside, key: str) -> HttpResponse:
    found = entries.read_entry(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)

    def say(typed: dict[str, Any]) -> None:
        read = found.in_version(typed["read"] or 0) or found.now
        commands.comment_on_entry(found.entry, read=read, words=typed["words"], by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "comment_on_entry",
        found.entry,
        CommentForm(sent(inside), initial={"read": found.now.version.number}),
        say,
        title="Comment on an entry",
        button="Send the comment",
        leads_to=inside.url(PAGE, key),
        said="Your comment stands beside the entry.",
        intro="Everybody who reads this entry reads your comment, with your name. The agency's row stays as it is.",
        template="chronology/beside_entry.html",
        more={"facts": facts_of(entries.account(found.now, labels))},
        read="read_entry",
    )


@in_case(*ACTS)
def withdraw(inside: Inside, key: str) -> HttpResponse:
    found = comments.comment(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    return act(
        inside,
        "withdraw_comment",
        found,
        NothingForm(sent(inside)),
        lambda _typed: commands.withdraw_comment(found, by=inside.request.actor, at=inside.at),
        title="Withdraw your comment",
        button="Withdraw it",
        leads_to=inside.url(PAGE, found.entry.key),
        said="Your comment is withdrawn.",
        intro="That you made a comment, and withdrew it, stays to be seen; what it said is no longer shown.",
    )


@in_case(*ACTS)
def mark(inside: Inside, key: str) -> HttpResponse:
    found = entries.read_entry(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    actor, at = inside.request.actor, inside.at
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)

    def place(typed: dict[str, Any]) -> None:
        kind, _, chosen = typed["value"].partition(":")
        value: dict[str, Any] = {"theme": chosen}
        if kind == marks.LINE:
            value = {"line": cases.line(actor, inside.case, chosen, at, inside.rights)}
        elif kind == marks.EPISODE:
            value = {"episode": episodes.episode(inside.rights, inside.case, chosen)}
        commands.mark_entry(found.entry, **value, by=actor, at=at)

    values = marks.values(actor, inside.case, at, inside.rights, labels)
    return act(
        inside,
        "mark_entry",
        found.entry,
        MarkForm(sent(inside), values=values),
        place,
        title="Mark an entry",
        button="Mark it",
        leads_to=inside.url(PAGE, key),
        said="The entry is marked.",
        template="chronology/beside_entry.html",
        more={"facts": facts_of(entries.account(found.now, labels))},
        read="read_entry",
    )


@in_case(*ACTS)
def take_mark_off(inside: Inside, key: str) -> HttpResponse:
    found = marks.mark(inside.rights, inside.case, key)
    if found is None:
        return answers.absent()
    labels = labels_for(inside.rights, inside.case, names_shown=inside.names_shown)
    return act(
        inside,
        "take_mark_off",
        found,
        NothingForm(sent(inside)),
        lambda _typed: commands.take_mark_off(found, by=inside.request.actor, at=inside.at),
        title="Take a mark off",
        button="Take it off",
        leads_to=inside.url(PAGE, found.entry.key),
        said="The mark is taken off.",
        intro="That it was there stays on record.",
        about=marks.mark_words(found, labels),
    )
