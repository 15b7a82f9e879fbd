"""A return is written, section by section; saved by the button, and as they type where script runs."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import NothingForm
from cairn.cases.views.inside import ACTS, Inside, in_case
from cairn.kernel.verdict import Refused, Verdict
from cairn.look import answers
from cairn.look.parts import Cell
from cairn.rapid_reviews import commands, policy, queries
from cairn.rapid_reviews.engine.questions import in_words
from cairn.rapid_reviews.forms.returns import KeyEventForm, SectionForm, typed_before
from cairn.rapid_reviews.queries import reading
from cairn.rapid_reviews.views.acting import act, sent
from cairn.rapid_reviews.views.returns import EVENTS

SAVED, VERSION = "Cairn-Saved", "Cairn-Version"  # what the script that saves is told


def _found(inside: Inside, key: str) -> queries.OneReturn | None:
    """A return whose draft this reader may see."""
    found = queries.one_return(inside.request.actor, inside.case, key, inside.at)
    return found if found and reading.reads_drafts(inside.request.actor, found, inside.rights) else None


def _form(inside: Inside, draft: reading.Draft) -> SectionForm:
    before = {
        question.id: typed_before(question, draft.saved[question.id])
        for question in draft.section.questions
        if question.id in draft.saved
    }
    return SectionForm(sent(inside), section=draft.section, initial={"version": draft.version, **before})


@in_case(*ACTS)
def section(inside: Inside, key: str, name: str) -> HttpResponse:
    found = _found(inside, key)
    draft = reading.draft(found, name) if found else None
    if found is None or draft is None:
        return answers.absent()
    form, follows = _form(inside, draft), reading.after(name)
    on = inside.url("agency_return_section", found.key, follows) if follows else ""
    stays = inside.request.POST.get("then") == "stay"

    def save(typed: dict[str, Any]) -> None:
        facts = {"section": draft.section, "given": form.given(), "version": typed["version"]}
        commands.save_answers(found, **facts, by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "save_answers",
        found,
        form,
        save,
        title=draft.section.title,
        button="Save and go on",
        leads_to=inside.request.path if stays else on or inside.url("agency_return", found.key),
        said=f"Saved at {reading.saved_words(inside.at)}.",
        intro=draft.section.intro,
        about=found.agency.name,
        latest=lambda: _version(found, name),
        template="rapid_reviews/section.html",
        more=_around(inside, found, draft),
        read="read_return",
    )


def _version(found: queries.OneReturn, name: str) -> int:
    now = reading.draft(found, name)
    return now.version if now else 0


def _around(inside: Inside, found: queries.OneReturn, draft: reading.Draft) -> dict[str, Any]:
    texts = reading.question_texts()
    return {
        "found": found,
        "draft": draft,
        "saved": [(texts[name], in_words(given)) for name, given in draft.saved.items()],
        "saved_at": reading.saved_words(draft.saved_at) if draft.saved_at else "",
        "save_to": inside.url("agency_return_save", found.key, draft.section.id),
        "home": inside.url("agency_return", found.key),
        "progress": reading.progress(found.latest),
        "columns": (*EVENTS, "Change"),
        "events": [_line(inside, found, row) for row in draft.events],
        "add_event": inside.url("agency_return_add_event", found.key),
    }


def _line(inside: Inside, found: queries.OneReturn, row: reading.EventRow) -> tuple[object, ...]:
    when = f"{row.when} (not understood as a date)" if row.unread_date else row.when
    change = Cell("Change", href=inside.url("agency_return_event", found.key, row.key), hidden=row.when)
    return when, row.event, row.source, row.action, row.comment, change


@in_case("POST")
def save(inside: Inside, key: str, name: str) -> HttpResponse:
    """What the script sends while somebody types: saved, or refused with the sentence it shows."""
    found = _found(inside, key)
    draft = reading.draft(found, name) if found else None
    if found is None or draft is None:
        return answers.absent()
    verdict, form = policy.verdict(inside.rights, "save_answers", found), _form(inside, draft)
    if not verdict:
        return _refused(verdict)
    if not form.is_valid():
        return HttpResponse("This could not be saved yet. Press the button to see why.", "text/plain", 400)
    facts = {"section": draft.section, "given": form.given(), "version": form.cleaned_data["version"]}
    try:
        commands.save_answers(found, **facts, by=inside.request.actor, at=inside.at)
    except Refused as refusal:
        return _refused(refusal.verdict)
    kept = {SAVED: reading.saved_words(inside.at), VERSION: str(_version(found, name))}
    return HttpResponse(status=204, headers=kept)


def _refused(verdict: Verdict) -> HttpResponse:
    """The reasons as the script shows them beside the button."""
    return HttpResponse(" ".join(verdict.sentences), "text/plain; charset=utf-8", answers.status_of(verdict))


@in_case(*ACTS)
def add_event(inside: Inside, key: str) -> HttpResponse:
    found = _found(inside, key)
    if found is None:
        return answers.absent()

    def add(typed: dict[str, Any]) -> None:
        typed.pop("version")
        commands.add_key_event(found, **typed, by=inside.request.actor, at=inside.at)

    another = inside.request.POST.get("then") == "another"
    events = inside.url("agency_return_section", found.key, "events")
    return act(
        inside,
        "add_key_event",
        found,
        KeyEventForm(sent(inside)),
        add,
        title="Add a key event",
        button="Save",
        leads_to=inside.request.path if another else events,
        said="The event is saved.",
        about=found.agency.name,
        template="rapid_reviews/event.html",
        more={"adds": True, "events": events},
    )


@in_case(*ACTS)
def change_event(inside: Inside, key: str, event_key: str) -> HttpResponse:
    found = _found(inside, key)
    row = reading.key_event(found, event_key) if found else None
    if found is None or row is None:
        return answers.absent()
    texts = ("written_date", "event", "source", "action", "comment")
    before = {**{name: getattr(row, name) for name in texts}, "version": row.revision}
    events = inside.url("agency_return_section", found.key, "events")

    def change(typed: dict[str, Any]) -> None:
        typed["version"] = typed["version"] or 0
        commands.change_key_event(row, **typed, by=inside.request.actor, at=inside.at)

    return act(
        inside,
        "change_key_event",
        found,
        KeyEventForm(sent(inside), initial=before),
        change,
        title="Change a key event",
        button="Save",
        leads_to=events,
        said="The event is saved.",
        about=found.agency.name,
        latest=lambda: row.revision,
        template="rapid_reviews/event.html",
        more={"remove": inside.url("agency_return_remove_event", found.key, row.key), "events": events, "row": row},
        read="read_return",
    )


@in_case(*ACTS)
def remove_event(inside: Inside, key: str, event_key: str) -> HttpResponse:
    found = _found(inside, key)
    row = reading.key_event(found, event_key) if found else None
    if found is None or row is None:
        return answers.absent()
    return act(
        inside,
        "remove_key_event",
        found,
        NothingForm(sent(inside)),
        lambda typed: commands.remove_key_event(row, by=inside.request.actor, at=inside.at),
        title="Remove this key event",
        button="Remove it",
        leads_to=inside.url("agency_return_section", found.key, "events"),
        said="The event is removed.",
        about=found.agency.name,
        intro=f"{row.written_date}: {row.event}",
        read="read_return",
    )
