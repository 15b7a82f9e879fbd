"""An agency's return: the author's only page, and what others read of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Link, Row, Task, day_in_words, weekday_in_words
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import commands, policy, queries
from cairn.rapid_reviews.forms.returns import (
    CorrectForm,
    KnownForm,
    NotKnownForm,
    RecordReturnForm,
    SubmitForm,
    UploadReturnForm,
)
from cairn.rapid_reviews.queries import reading
from cairn.rapid_reviews.views.acting import act, links, sent

EVENTS = ("Date as written", "What happened", "Source", "What was done", "Comment")
COLOURS = {"Done": "green", "Begun": "light-blue", "Not begun": "grey"}


@in_case(*READS)
def one_return(inside: Inside, key: str) -> HttpResponse:
    actor = inside.request.actor
    found = queries.one_return(actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    version = queries.shown_version(actor, found, inside.rights)
    drafts = reading.reads_drafts(actor, found, inside.rights)
    writes = drafts and bool(policy.verdict(inside.rights, "save_answers", found))
    read = found.sent_in or version  # while a correction is written, what was sent in still stands
    shown = {
        "found": found,
        "own": found.agency_id in actor.agency_ids,
        "facts": _facts(inside, found),
        "search": _search(inside),
        "tasks": _tasks(inside, found) if writes else [],
        "contents": queries.contents(read) if read and not writes else None,
        "columns": EVENTS,
        "version": version,
        "first": _first(inside, found),
        "acts": _acts(inside, found),
    }
    return inside.page("rapid_reviews/return.html", shown, read="read_return", about=found)


def _facts(inside: Inside, found: queries.OneReturn) -> list[Row]:
    request, first, there = found.request, found.first_answer, found.sent_in
    facts = [
        Row("Asked on", day_in_words(day_of(request.asked_at))),
        Row("Known or not known by", weekday_in_words(request.known_by)),
        Row("Summary by", weekday_in_words(request.summary_by)),
        Row("First answer", first.get_knowledge_display() if first else "None yet"),
        Row("How it stands", found.state.label),
    ]
    if first and not first.knew:
        facts += [Row("What was searched", first.searched), Row("Confirmed by", first.confirmed_by)]
    if there and there.received_from:
        facts.append(Row("Came from", f"{there.received_from}: {there.received_how}"))
    if there and there.file:
        href = inside.url("case_file", there.file.key)
        facts.append(
            Row("File", there.file.get_purpose_display(), [Link("Open", href, hidden="the file of this return")])
        )
    if there and there.signed_name:
        facts.append(Row("Signed off by", there.signed_name))
    return facts


def _search(inside: Inside) -> list[Row]:
    """Whom to look for, for those who work with real names."""
    if not inside.rights.can("read_identity", inside.case, names_shown=inside.names_shown):
        return []
    hers, named = (inside.request.actor, inside.case, inside.at, inside.rights), inside.names_shown
    people = cases.people(*hers, names_shown=named)
    places = cases.places(*hers, names_shown=named)
    rows = [Row(f"{each.label} ({each.kind_label.lower()})", _known_as(each)) for each in people if each.identity]
    return rows + [Row(place.label, f"{place.address} {place.postcode}".strip()) for place in places if place.address]


def _known_as(person: cases.PersonRow) -> str:
    identity = person.identity
    if identity is None or not identity.version:
        return "Not recorded"
    others = ", ".join(alias.name for alias in person.aliases)
    known = (identity.name_words, f"born {identity.born_words}", f"also {others}" if others else "")
    return "; ".join(part for part in known if part)


def _tasks(inside: Inside, found: queries.OneReturn) -> list[Task]:
    progress = reading.progress(found.latest)
    tasks = [
        Task(
            row.title,
            row.state,
            inside.url("agency_return_section", found.key, row.id),
            COLOURS[row.state],
            f"{row.left} still to be answered" if row.left and row.begun else "",
        )
        for row in progress
    ]
    ready = not any(row.left for row in progress)
    last = "Send it in", "Ready" if ready else "Not ready yet"
    return [*tasks, Task(*last, inside.url("agency_return_submit", found.key), "blue" if ready else "grey")]


def _first(inside: Inside, found: queries.OneReturn) -> list[Link]:
    """The first question: both answers until one was given, then the other, should it turn out to be right."""
    return links(
        inside,
        found,
        ("say_known", "We knew the child or family", inside.url("agency_return_known", found.key)),
        ("say_not_known", "Not known to us", inside.url("agency_return_not_known", found.key)),
    )


def _acts(inside: Inside, found: queries.OneReturn) -> list[Link]:
    def to(name: str) -> str:
        return inside.url(f"agency_return_{name}", found.key)

    return links(
        inside,
        found,
        ("upload_return", "Send a file instead of the form", to("upload")),
        ("record_return", "Record a return that came by mail", to("record")),
        ("sign_return", "Sign it off", to("sign")),
        ("record_sign_off", "Record a sign-off that came by mail", to("record_sign_off")),
        ("check_return", "Check it", to("check")),
        ("send_back", "Send it back with questions", to("send_back")),
        ("correct_return", "Correct it", to("correct")),
        (
            "make_letter",
            "Make the letter for your own secure mail",
            inside.url("rapid_review_letter", found.request.key),
        ),
        ("withdraw_request", "Take the request back", inside.url("rapid_review_withdraw", found.request.key)),
    )


def on_return(
    inside: Inside,
    key: str,
    name: str,
    form: forms.Form,
    do: Callable[[queries.OneReturn, dict[str, Any]], object],
    **said: Any,
) -> HttpResponse:
    """The page of one act on a return; not there for whoever may not read it."""
    found = queries.one_return(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    said.setdefault("leads_to", inside.url("agency_return", found.key))
    return act(inside, name, found, form, lambda typed: do(found, typed), about=found.agency.name, **said)


@in_case(*ACTS)
def known(inside: Inside, key: str) -> HttpResponse:
    choices = [each for each in reading.KNOWLEDGE if each[0] != "not_known"]
    return on_return(
        inside,
        key,
        "say_known",
        KnownForm(sent(inside), knowledge=choices),
        lambda found, typed: commands.say_known(found, **typed, by=inside.request.actor, at=inside.at),
        title="Your agency knew the child or family",
        button="Save and go on",
        said="Thank you. Now write what your agency knew, section by section.",
    )


@in_case(*ACTS)
def not_known(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "say_not_known",
        NotKnownForm(sent(inside)),
        lambda found, typed: commands.say_not_known(found, **typed, by=inside.request.actor, at=inside.at),
        title="Your agency did not know the child or family",
        button="Send this answer",
        said="Thank you. Your agency has answered in full, and nothing more is asked.",
        intro="A nil return counts as an answer in full.",
    )


@in_case(*ACTS)
def submit(inside: Inside, key: str) -> HttpResponse:
    found = queries.one_return(inside.request.actor, inside.case, key, inside.at)
    if found is None or not reading.reads_drafts(inside.request.actor, found, inside.rights):
        return answers.absent()
    read = queries.contents(found.latest)
    return act(
        inside,
        "submit_return",
        found,
        SubmitForm(sent(inside), initial={"version": read.changes}),
        lambda typed: commands.submit_return(found, **typed, by=inside.request.actor, at=inside.at),
        title="Read it once more, and send it in",
        button="Send it in",
        leads_to=inside.url("agency_return_thanks", found.key),
        said="The return is in.",
        about=found.agency.name,
        latest=lambda: queries.contents(found.latest).changes,
        template="rapid_reviews/submit.html",
        more={"contents": read, "columns": EVENTS},
        read="read_return",
    )


@in_case(*ACTS)
def upload(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "upload_return",
        UploadReturnForm(sent(inside), inside.request.FILES or None),
        lambda found, typed: commands.upload_return(found, **typed, by=inside.request.actor, at=inside.at),
        title="Send a file instead",
        button="Send it in",
        leads_to=inside.url("agency_return_thanks", key),
        said="The return is in.",
        intro="Such as the Word form your agency uses. Say in it what the sections here ask, as far as you can.",
    )


@in_case(*READS)
def thanks(inside: Inside, key: str) -> HttpResponse:
    found = queries.one_return(inside.request.actor, inside.case, key, inside.at)
    if found is None or found.sent_in is None:
        return answers.absent()
    shown = {"found": found, "acts": _acts(inside, found)}
    return inside.page("rapid_reviews/thanks.html", shown, read="read_return", about=found)


@in_case(*ACTS)
def correct(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "correct_return",
        CorrectForm(sent(inside)),
        lambda found, typed: commands.correct_return(found, **typed, by=inside.request.actor, at=inside.at),
        title="Correct what was sent in",
        button="Begin a new version",
        said="A new version is begun. Send it in when it is right.",
        intro="What was sent in stays to be read. The new version begins as a copy of it.",
    )


@in_case(*ACTS)
def record_return(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "record_return",
        RecordReturnForm(sent(inside), inside.request.FILES or None),
        lambda found, typed: commands.record_return(found, **typed, by=inside.request.actor, at=inside.at),
        title="Record a return that came by secure mail",
        button="Record it",
        said="The return is recorded. It counts the same as one written here.",
    )
