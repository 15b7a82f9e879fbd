"""An agency's chronology is read in, put right, sent in, signed off, sent back or corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import VersionForm
from cairn.cases.views.inside import ACTS, Inside, in_case
from cairn.chronology import commands, policy
from cairn.chronology.engine.headings import Column
from cairn.chronology.forms import returns as asked
from cairn.chronology.queries import asking, returns
from cairn.chronology.queries.rows import row_of
from cairn.chronology.views.acting import act, sent
from cairn.chronology.views.returns import FAULTS, faults_of, on_return
from cairn.look import answers


def _last(found: asking.OneRequest) -> returns.OneVersion | None:
    return found.standing[-1] if found.standing else None


def _number(found: asking.OneRequest) -> int:
    last = _last(found)
    return last.number if last else 0


def _revision(found: asking.OneRequest) -> int:
    last = _last(found)
    return last.revision if last else 0


def _corrects(found: asking.OneRequest) -> bool:
    return any(each.sent_at for each in found.versions.all())


@in_case(*ACTS)
def take(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "take_chronology",
        lambda found: asked.TakeForm(
            sent(inside),
            inside.request.FILES or None,
            corrects=_corrects(found),
            initial={"version": _number(found)},
        ),
        lambda found, typed: commands.take_chronology(found, **typed, by=inside.request.actor, at=inside.at),
        title="Read in your agency's chronology",
        button="Read it in",
        said="The file is read in. Look at what is to be put right, then send it in.",
        intro="Nothing is sent yet. You see every row and everything that is to be put right first. "
        "What is read in here stands in place of a draft that was not sent.",
    )


@in_case(*ACTS)
def add_file(inside: Inside, key: str) -> HttpResponse:
    def do(found: asking.OneRequest, typed: dict[str, Any]) -> None:
        read_in = replace(typed["read_in"], department=typed["department"])
        commands.add_chronology_file(
            found, read_in=read_in, version=typed["version"], by=inside.request.actor, at=inside.at
        )

    return on_return(
        inside,
        key,
        "add_chronology_file",
        lambda found: asked.AddFileForm(
            sent(inside), inside.request.FILES or None, initial={"version": _revision(found)}
        ),
        do,
        title="Add the file of another department",
        button="Read it in",
        said="The file is read in beside what was there.",
    )


@in_case(*ACTS)
def set_aside(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "set_draft_aside",
        lambda found: VersionForm(sent(inside), initial={"version": _revision(found)}),
        lambda found, typed: commands.set_draft_aside(found, **typed, by=inside.request.actor, at=inside.at),
        title="Set this draft aside",
        button="Set it aside",
        said="The draft is set aside. What stood before it stands again.",
        intro="For a file that was read in by mistake, or a correction that is not needed. It is kept, and not sent.",
    )


@in_case(*ACTS)
def send(inside: Inside, key: str) -> HttpResponse:
    """What is still to be put right stands above the box that says it is known."""
    asked_of = asking.one_request(inside.request.actor, inside.case, key, inside.at, inside.rights)
    drafts = asked_of is not None and policy.reads_drafts(inside.rights, asked_of)
    return on_return(
        inside,
        key,
        "send_chronology",
        lambda found: asked.SendForm(sent(inside), faults=_faults(found), initial={"version": _revision(found)}),
        lambda found, typed: commands.send_chronology(found, **typed, by=inside.request.actor, at=inside.at),
        title="Send in your agency's chronology",
        button="Send it in",
        said="It is in. Your agency's sign-off manager is asked next.",
        intro="Once it is in, its rows do not change; a correction is a new version with its reason. "
        "What is still to be put right stays marked on its rows.",
        template="chronology/send.html",
        more={"columns": FAULTS, "faults": faults_of(inside, asked_of, _last(asked_of)) if asked_of and drafts else []},
        read="read_chronology_return",
    )


def _faults(found: asking.OneRequest) -> int:
    last = _last(found)
    return last.faults_left if last else 0


@in_case(*ACTS)
def nil(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "say_nothing_to_tell",
        lambda found: asked.NothingToTellForm(sent(inside)),
        lambda found, typed: commands.say_nothing_to_tell(found, **typed, by=inside.request.actor, at=inside.at),
        title="Your agency has nothing to tell",
        button="Send this answer",
        said="Thank you. Your agency has answered in full.",
        intro="An answer that there is nothing counts as an answer in full.",
    )


@in_case(*ACTS)
def correct(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "correct_chronology",
        lambda found: asked.WhyForm(sent(inside)),
        lambda found, typed: commands.correct_chronology(found, **typed, by=inside.request.actor, at=inside.at),
        title="Correct rows of what was sent in",
        button="Begin the correction",
        said="A new version has begun as a copy. Put its rows right, then send it in.",
        intro="The version that was sent in stays to be read until the new one is in.",
    )


@in_case(*ACTS)
def record(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "record_chronology",
        lambda found: asked.RecordForm(
            sent(inside),
            inside.request.FILES or None,
            corrects=_corrects(found),
            initial={"version": _number(found)},
        ),
        lambda found, typed: commands.record_chronology(found, **typed, by=inside.request.actor, at=inside.at),
        title="Record a chronology that came by mail",
        button="Record it",
        said="It is recorded, and counts the same as one sent in here.",
    )


@in_case(*ACTS)
def sign(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "sign_chronology",
        lambda found: VersionForm(sent(inside), initial={"version": _number(found)}),
        lambda found, typed: commands.sign_chronology(found, **typed, by=inside.request.actor, at=inside.at),
        title="Sign off your agency's chronology",
        button="Sign it off",
        said="It is signed off. Thank you.",
        intro="You answer for your agency that this is what its records say, and that it may be read with the "
        "chronologies of the other agencies. Read its rows first.",
    )


@in_case(*ACTS)
def record_sign_off(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "record_chronology_sign_off",
        lambda found: asked.RecordSignOffForm(sent(inside), initial={"version": _number(found)}),
        lambda found, typed: commands.record_chronology_sign_off(found, **typed, by=inside.request.actor, at=inside.at),
        title="Record a sign-off that came by mail",
        button="Record it",
        said="The sign-off is recorded.",
    )


@in_case(*ACTS)
def send_back(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "send_chronology_back",
        lambda found: asked.QuestionsForm(sent(inside), initial={"version": _number(found)}),
        lambda found, typed: commands.send_chronology_back(found, **typed, by=inside.request.actor, at=inside.at),
        title="Send a chronology back with questions",
        button="Send it back",
        said="It is sent back. The agency is told that questions wait for it, and no more.",
    )


@in_case(*ACTS)
def put_right(inside: Inside, key: str, text_key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = asking.one_request(actor, inside.case, key, at, inside.rights)
    draft = _last(found) if found and policy.reads_drafts(inside.rights, found) else None
    text = returns.text(draft, text_key) if draft else None
    if found is None or draft is None or text is None:
        return answers.absent()
    form = _row_form(inside, found, draft, text)

    def do(typed: dict[str, Any]) -> None:
        facts = {"columns": form.said(), "others": form.said_beside(), "version": typed["version"]}
        commands.put_right(text, **facts, by=actor, at=at)

    following = returns.next_faulty(draft, text)
    leads_to = (
        inside.url("chronology_put_right", found.key, following.key)
        if following
        else inside.url("chronology_return", found.key)
    )
    return act(
        inside,
        "put_right",
        found,
        form,
        do,
        title="Put a row right",
        button="Save and go to the next" if following else "Save",
        leads_to=leads_to,
        said="The row is saved. What the file said stays beside it.",
        about=f"{found.agency.name}, row {text.row_number}",
        latest=lambda: _revision(asking.one_request(actor, inside.case, key, at) or found),
        template="chronology/put_right.html",
        more={"faults": [each for each in returns.faults(draft) if each.text_key == text.key], "whole": found},
        read="read_chronology_return",
    )


def _row_form(
    inside: Inside, found: asking.OneRequest, draft: returns.OneVersion, text: returns.OneText
) -> asked.RowForm:
    """A box for each column that is asked for or that the row has, with what stands in it."""
    row, columns = row_of(text), asking.asked_columns(found.chronology)
    named = {each.column: each for each in columns if each.column}
    shown: list[tuple[Column, str, str]] = []
    for column in Column:
        if column in named or column in row.texts:
            own = named.get(column)
            shown.append((column, own.heading if own else column.label, own.instruction if own else ""))
    others = list(dict.fromkeys([*(each.heading for each in columns if each.column is None), *row.others]))
    initial: dict[str, object] = {column.value: row.text(column) for column, _, _ in shown}
    initial |= {f"own_{place}": row.others.get(heading, "") for place, heading in enumerate(others)}
    initial["version"] = draft.revision
    return asked.RowForm(sent(inside), columns=shown, others=others, initial=initial)
