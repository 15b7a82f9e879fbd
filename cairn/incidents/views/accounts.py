"""What is known of an incident is completed and put right, part by part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse

from cairn.cases.views.inside import ACTS, Act, Inside, in_case, offer
from cairn.incidents import commands, policy, queries
from cairn.incidents.engine.nhs import framework_on
from cairn.incidents.forms.accounts import ElseForm, HappenedForm, KnownForm, ToldForm, WhereForm
from cairn.look import answers

Typed = dict[str, Any]
Makes = Callable[[Inside, queries.Told], forms.Form]
Does = Callable[[queries.Told, Typed], object]


def _part(inside: Inside, name: str, title: str, makes: Makes, does: Does) -> HttpResponse:
    """The page of one part of what is known: the form as it stands, saved as a new version."""
    told = queries.incident(inside.request.actor, inside.case, inside.at)
    if told is None:
        return answers.absent()
    act = Act(name, title, "Save", inside.url("incident"), "What you recorded is saved.", action="record_incident")
    return offer(
        inside,
        act,
        makes(inside, told),
        lambda typed: does(told, {**typed, "by": inside.request.actor, "at": inside.at}),
        row=told.incident,
        latest=lambda: told.known.version,
        verdict=policy.can(inside.request.actor, name, told.incident, inside.at),
        read="read_incident",
    )


def _filled(told: queries.Told, *names: str) -> Typed:
    return {name: getattr(told.known, name) for name in (*names, "version")}


@in_case(*ACTS)
def who_told(inside: Inside) -> HttpResponse:
    return _part(inside, "say_who_told", "Who told us?", _told_form, _say_who_told)


def _told_form(inside: Inside, told: queries.Told) -> forms.Form:
    before = _filled(told, "source", "told_by", "discussed_with", "came_by", "consideration")
    return ToldForm(inside.request.POST or None, initial=before, considered=inside.case.kind == "concern")


def _say_who_told(told: queries.Told, typed: Typed) -> None:
    commands.say_who_told(told.incident, **typed)


@in_case(*ACTS)
def what_happened(inside: Inside) -> HttpResponse:
    return _part(inside, "say_what_happened", "What happened?", _happened_form, _say_what_happened)


def _happened_form(inside: Inside, told: queries.Told) -> forms.Form:
    before = _filled(told, "what_happened", "happened", "first_day", "last_day", "nature", "nature_reason")
    return HappenedForm(inside.request.POST or None, initial=before)


def _say_what_happened(told: queries.Told, typed: Typed) -> None:
    happened = commands.Happened(typed.pop("happened"), typed.pop("first_day"), typed.pop("last_day"))
    commands.say_what_happened(told.incident, happened=happened, **typed)


@in_case(*ACTS)
def became_known(inside: Inside) -> HttpResponse:
    return _part(inside, "say_when_it_became_known", "When did it become known?", _known_form, _say_when)


def _known_form(inside: Inside, told: queries.Told) -> forms.Form:
    before = _filled(told, "aware_on", "aware_time", "suspicion", "suspected_on")
    return KnownForm(inside.request.POST or None, initial=before)


def _say_when(told: queries.Told, typed: Typed) -> None:
    suspected = commands.Suspected(typed.pop("suspicion"), typed.pop("suspected_on"))
    commands.say_when_it_became_known(told.incident, suspected=suspected, **typed)


@in_case(*ACTS)
def where(inside: Inside) -> HttpResponse:
    return _part(inside, "say_where", "Where did it happen?", _where_form, _say_where)


def _where_form(inside: Inside, told: queries.Told) -> forms.Form:
    before = _filled(told, "happened_in", "happened_area", "lives_in", "lives_area", "moved")
    return WhereForm(inside.request.POST or None, initial=before)


def _say_where(told: queries.Told, typed: Typed) -> None:
    happened = commands.Place(typed.pop("happened_in"), typed.pop("happened_area"))
    lives = commands.Place(typed.pop("lives_in"), typed.pop("lives_area"))
    commands.say_where(told.incident, happened=happened, lives=lives, **typed)


@in_case(*ACTS)
def what_else(inside: Inside) -> HttpResponse:
    return _part(inside, "say_what_else", "What else is known?", _else_form, _say_what_else)


def _else_form(inside: Inside, told: queries.Told) -> forms.Form:
    names = ("files_secured", "files_secured_by", "files_secured_on", "nhs_incident", "media_interest", "processes")
    framework = framework_on(told.known.first_day or told.known.aware_on)
    return ElseForm(inside.request.POST or None, initial=_filled(told, *names), framework=framework)


def _say_what_else(told: queries.Told, typed: Typed) -> None:
    commands.say_what_else(told.incident, **typed)
