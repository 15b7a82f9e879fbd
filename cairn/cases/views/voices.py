"""What each partner and the scrutineer say of a decision, and who was told of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.access.roles import Role
from cairn.cases import commands, queries
from cairn.cases.engine.deciding import QUESTIONS
from cairn.cases.forms.decisions import COMMENT, MINE, OwnVoiceForm, RecordedVoiceForm, ToldForm
from cairn.cases.queries.decisions import Decided
from cairn.cases.views.decisions import facts_of, own_word
from cairn.cases.views.inside import ACTS, Act, Inside, in_case, offer
from cairn.kernel.verdict import Verdict, require
from cairn.look import answers
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of


@in_case(*ACTS)
def own_voice(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.decision(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    row = queries.shown_decision(found, at)
    own, question = own_word(inside, row), QUESTIONS[found.kind]
    comments = own is not None and own.role is Role.SCRUTINEER
    act = Act(
        "give_voice",
        "How do you stand to this decision?",
        "Put it on record",
        inside.url("case_decision", key),
        "It is on record.",
        about=f"{row.title} {row.outcome_label}",
        action=question.sign,
    )

    def say(typed: dict[str, Any]) -> None:
        seat = partnership.seat(actor, own.seat_key, at) if own else None
        assert seat is not None
        commands.give_voice(found, seat=seat, **typed, given_on=day_of(at), by=actor, at=at)

    return offer(
        inside,
        act,
        _own_form(inside, own, comments),
        say,
        row=found,
        verdict=_may_speak(inside, found, own, comments),
        latest=lambda: _version_now(inside, found),
        template="cases/own_voice.html",
        more={"facts": facts_of(found, row)},
    )


def _own_form(inside: Inside, own: queries.VoiceRow | None, comments: bool) -> OwnVoiceForm:
    initial = {"version": own.version if own else 0, "stance": "comments" if comments else None}
    return OwnVoiceForm(inside.request.POST or None, stances=list(COMMENT if comments else MINE), initial=initial)


def _may_speak(inside: Inside, found: Decided, own: queries.VoiceRow | None, comments: bool) -> Verdict:
    question = QUESTIONS[found.kind]
    held = require(own is not None, "Only a partner's delegate or the scrutineer answers here, each for her own seat.")
    return inside.rights.can(question.comment if comments else question.sign, found) & held


def _version_now(inside: Inside, found: Decided) -> int:
    now = own_word(inside, queries.shown_decision(found, inside.at))
    return now.version if now else 0


@in_case(*ACTS)
def record_voice(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.decision(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    act = Act(
        "record_voice",
        "What did a partner or the scrutineer say?",
        "Put it on record",
        inside.url("case_decision", key),
        "It is on record.",
        action=QUESTIONS[found.kind].write,
        about=QUESTIONS[found.kind].title,
    )
    form = RecordedVoiceForm(inside.request.POST or None, seats=queries.seats_heard(found, at))

    def put_down(typed: dict[str, Any]) -> None:
        seat_key = typed.pop("seat")
        seat = partnership.seat(actor, seat_key, at)
        assert seat is not None
        said = {voice.seat_key: voice.version for voice in queries.shown_decision(found, at).voices}
        commands.give_voice(found, seat=seat, **typed, version=said.get(seat_key, 0), by=actor, at=at)

    return offer(inside, act, form, put_down, row=found)


@in_case(*ACTS)
def tell_of_decision(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.decision(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    act = Act(
        "tell_of_decision",
        "Who was told of this decision?",
        "Put it on record",
        inside.url("case_decision", key),
        "It is on record.",
        action=QUESTIONS[found.kind].write,
        about=QUESTIONS[found.kind].title,
    )
    return offer(
        inside,
        act,
        ToldForm(inside.request.POST or None),
        lambda typed: commands.tell_of_decision(found, **typed, by=actor, at=at),
        row=found,
    )
