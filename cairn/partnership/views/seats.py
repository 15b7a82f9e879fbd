"""One seat: who holds it, for whom she speaks, who stands in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cairn.look import answers
from cairn.look.parts import Row
from cairn.partnership import clock, policy, queries
from cairn.partnership.commands import seats as acts
from cairn.partnership.forms.seats import ConfirmForm, DeputyForm, EndSeatForm
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, guarded_act, sent
from cairn.partnership.views.words import end_of, span, start_of


def one_seat(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.seat(actor, key, now)
    if found is None:
        return answers.absent()
    spoken = [row.agency.name for row in found.speaks_for.select_related("agency")]
    rows = [
        Row("Group", found.group.name),
        Row("Held by", f"{found.holder.name}, {found.holder.post}" if found.holder.post else found.holder.name),
        Row("Role", found.get_role_display()),
        Row("Employed by", found.employer.name if found.employer else "Nobody in the list"),
        Row("Speaks for", ", ".join([*spoken, found.represents] if found.represents else spoken) or "Their employer"),
        Row("Held", span(found.starts_at, found.ends_at)),
    ]
    shown = {
        "seat": found,
        "rows": rows,
        "deputies": [_deputy(row, now) for row in queries.deputies(actor, now, found)],
        "may_appoint": policy.can(actor, "appoint"),
        "held": found.ends_at is None or found.ends_at > now,
    }
    return render(request, "partnership/seat.html", shown)


def _deputy(row: queries.StandIn, now: datetime) -> dict[str, object]:
    return {
        "key": row.key,
        "name": row.user.name,
        "span": span(row.starts_at, row.ends_at),
        "briefed": row.briefed_at,
        "stands": row.ends_at is None or row.ends_at > now,
    }


def end_seat(request: Request, key: str) -> HttpResponseBase:
    now, actor = clock.now(), request.actor
    found = queries.seat(actor, key, now)
    if found is None:
        return answers.absent()
    page = Act(
        "End a seat",
        "End the seat",
        reverse("seat", args=[key]),
        found.title,
        policy.can(actor, "appoint"),
        lambda typed: acts.end_seat(found, ends_at=end_of(typed["ends_on"], now), by=actor, at=now),
        lead="What was open through this seat closes to its holder. What they did stays on record.",
        warning=True,
        said="The end of the seat is recorded.",
    )
    return guarded_act(request, EndSeatForm(sent(request), initial={"ends_on": clock.day_of(now)}), page)


def name_deputy(request: Request, key: str) -> HttpResponseBase:
    now, actor = clock.now(), request.actor
    found = queries.seat(actor, key, now)
    if found is None:
        return answers.absent()
    people = {person.key: person for person in queries.people(actor, now).exclude(pk=found.holder_id)}
    form = DeputyForm(
        sent(request),
        people=[(key, person.name) for key, person in people.items()],
        initial={"starts_on": clock.day_of(now)},
    )
    page = Act(
        "Name a deputy",
        "Name the deputy",
        reverse("seat", args=[key]),
        found.title,
        policy.can(actor, "appoint"),
        lambda typed: acts.name_deputy(
            found,
            deputy=people[typed["deputy"]],
            starts_at=max(start_of(typed["starts_on"]), found.starts_at),
            ends_at=start_of(typed["ends_on"] + timedelta(days=1)),
            by=actor,
            at=now,
        ),
        lead="A deputy may act once briefed, and once you have recorded that.",
        said="The deputy is named. They cannot act until briefed.",
    )
    return guarded_act(request, form, page)


def brief_deputy(request: Request, key: str) -> HttpResponseBase:
    title, said = "Record that the deputy is briefed", "It is recorded. The deputy can act."
    return _on_deputy(request, key, title, "Record it", acts.brief_deputy, said)


def end_deputy(request: Request, key: str) -> HttpResponseBase:
    said = "The deputy no longer stands in."
    return _on_deputy(request, key, "End standing in", "End it now", acts.end_deputy, said)


def _on_deputy(
    request: Request, key: str, title: str, button: str, command: Callable[..., object], said: str
) -> HttpResponseBase:
    now, actor = clock.now(), request.actor
    found = queries.deputy(actor, key, now)
    if found is None:
        return answers.absent()
    page = Act(
        title,
        button,
        reverse("seat", args=[found.seat.key]),
        found.seat.title,
        policy.can(actor, "appoint"),
        lambda typed: command(found, by=actor, at=now),
        rows=[
            Row("Deputy", found.user.name),
            Row("Stands in for", found.seat.title),
            Row("When", span(found.starts_at, found.ends_at)),
        ],
        said=said,
    )
    return guarded_act(request, ConfirmForm(sent(request)), page)
