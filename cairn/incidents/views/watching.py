"""What was not notified is looked at again: what for, when, and what was found."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.incidents import commands, policy, queries
from cairn.incidents.forms.notifying import FindingForm, RenewForm, WatchForm
from cairn.look import answers
from cairn.look.parts import Link, day_in_words

DO = "keep_notifying"


@in_case(*ACTS)
def begin(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    row = cases.standing_decision(actor, inside.case, "notify", at)
    decision = cases.decision(actor, inside.case, row.key, at) if row else None
    if decision is None:
        return answers.absent()
    act = Act(
        "watch_case",
        "What would reopen the decision not to notify?",
        "Keep it in view",
        inside.url("notifying"),
        "It stays on the home page until somebody closes it.",
        action=DO,
    )
    return offer(
        inside,
        act,
        WatchForm(inside.request.POST or None),
        lambda typed: commands.watch_case(decision, **typed, by=actor, at=at),
        row=decision,
        verdict=policy.can(actor, "watch_case", decision, at),
    )


@in_case(*READS)
def found(inside: Inside, key: str) -> HttpResponse:
    watch = queries.one_watch(inside.request.actor, inside.case, key, inside.at)
    if watch is None:
        return answers.absent()
    stands = bool(policy.can(inside.request.actor, "close_watch", watch, inside.at))
    links = [
        Link("Nothing yet: look again on another day", inside.url("watch_renew", key)),
        Link("It changes the answer: decide anew", inside.url("watch_reopen", key)),
        Link("Nothing more is expected: close it", inside.url("watch_close", key)),
    ]
    shown = {
        "events": queries.events_words(watch),
        "look_again": day_in_words(watch.look_again_on),
        "state": watch.state.label,
        "links": links if stands else [],
    }
    return inside.page("incidents/watch.html", shown, read="read_notifying", about=watch)


@in_case(*ACTS)
def renew(inside: Inside, key: str) -> HttpResponse:
    act = _act(inside, "renew_watch", "Look again on another day", "Look again then", "It is looked at again then.")
    return _on_watch(inside, key, act, RenewForm(inside.request.POST or None), commands.renew_watch)


@in_case(*ACTS)
def close(inside: Inside, key: str) -> HttpResponse:
    act = _act(inside, "close_watch", "Close it", "Close it", "It is no longer watched.")
    return _on_watch(inside, key, act, FindingForm(inside.request.POST or None), commands.close_watch)


@in_case(*ACTS)
def reopen(inside: Inside, key: str) -> HttpResponse:
    said = "It is reopened. Record the new decision."
    act = _act(inside, "reopen", "Decide anew whether it is notifiable", "Reopen it", said)
    return _on_watch(inside, key, act, FindingForm(inside.request.POST or None), commands.reopen)


def _act(inside: Inside, name: str, title: str, button: str, said: str) -> Act:
    return Act(name, title, button, inside.url("notifying"), said, action=DO)


def _on_watch(inside: Inside, key: str, act: Act, form: Any, do: Any) -> HttpResponse:
    watch = queries.one_watch(inside.request.actor, inside.case, key, inside.at)
    if watch is None:
        return answers.absent()
    return offer(
        inside,
        act,
        form,
        lambda typed: do(watch, **typed, by=inside.request.actor, at=inside.at),
        row=watch,
        verdict=policy.can(inside.request.actor, act.name, watch, inside.at),
    )
