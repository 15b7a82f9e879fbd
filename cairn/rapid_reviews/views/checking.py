"""A return is signed off, checked, or sent back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import NothingForm
from cairn.cases.views.inside import ACTS, Inside, in_case
from cairn.guidance.checklists import checklist
from cairn.rapid_reviews import commands, queries
from cairn.rapid_reviews.forms.returns import CheckForm, QuestionsForm, RecordSignOffForm
from cairn.rapid_reviews.views.acting import sent
from cairn.rapid_reviews.views.returns import on_return

CHECK = "return_check"


@in_case(*ACTS)
def sign(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "sign_return",
        NothingForm(sent(inside)),
        lambda found, typed: commands.sign_return(found, by=inside.request.actor, at=inside.at),
        title="Sign off what your agency sent in",
        button="Sign it off",
        said="It is signed off. Thank you: the office checks it, and those who meet read it.",
        intro="You answer for your agency that this is what it holds, and that it may be read by those who meet.",
    )


@in_case(*ACTS)
def record_sign_off(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "record_sign_off",
        RecordSignOffForm(sent(inside)),
        lambda found, typed: commands.record_sign_off(found, **typed, by=inside.request.actor, at=inside.at),
        title="Record a sign-off that came by mail",
        button="Record it",
        said="The sign-off is recorded.",
    )


@in_case(*ACTS)
def check(inside: Inside, key: str) -> HttpResponse:
    lines = [(item.id, item.text) for item in checklist(CHECK).items]

    def do(found: queries.OneReturn, typed: dict[str, Any]) -> None:
        all_so = {name for name, _ in lines} == set(typed["ticked"])
        commands.check_return(found, all_so=all_so, by=inside.request.actor, at=inside.at)

    return on_return(
        inside,
        key,
        "check_return",
        CheckForm(sent(inside), lines=lines),
        do,
        title="Check a return",
        button="All of this is so",
        said="The return is checked.",
        intro="If a line is not so, send the return back with questions instead.",
    )


@in_case(*ACTS)
def send_back(inside: Inside, key: str) -> HttpResponse:
    return on_return(
        inside,
        key,
        "send_back",
        QuestionsForm(sent(inside)),
        lambda found, typed: commands.send_back(found, **typed, by=inside.request.actor, at=inside.at),
        title="Send a return back with questions",
        button="Send it back",
        said="The return is sent back. The agency is told that something waits for it, and no more.",
    )
