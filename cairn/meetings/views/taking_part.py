"""Who came, and which interests were declared."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.meetings import commands, queries
from cairn.meetings.forms import AttendanceForm, InterestForm, Line
from cairn.meetings.queries.agenda import may_declare, may_record
from cairn.meetings.queries.taking_part import AGREED, HOWS
from cairn.meetings.views.inside import ACTS, Act, Inside, in_meeting, item_of, offer
from cairn.partnership import queries as partnership

Typed = dict[str, Any]


@in_meeting(*ACTS)
def attendance(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("Who takes part?", "Put it on record", inside.url("meeting"), "It is on record.")
    rows = queries.attendance(inside.meeting, at)
    lines = [Line(row.seat_key, f"{row.seat_title}, {row.holder}", row.how, row.deputy_key) for row in rows]
    there = {row.seat_key for row in rows}
    others = [
        (seat.key, f"{seat.title}, {seat.group.name} ({seat.holder.name})")
        for seat in partnership.seats(actor, at)
        if seat.key not in there
    ]
    form = AttendanceForm(
        inside.request.POST or None,
        lines=lines,
        hows=HOWS,
        deputies=queries.deputies(inside.meeting, at),
        others=others,
        initial={"version": queries.lines_seen(inside.meeting)},
    )

    def put(typed: Typed) -> None:
        came = [_came(inside, *each) for each in form.came()]
        commands.record_attendance(inside.meeting, came=came, seen=typed["version"], by=actor, at=at)

    verdict = may_record(actor, inside.meeting)
    return offer(
        inside,
        act,
        form,
        put,
        verdict,
        latest=lambda: queries.lines_seen(inside.meeting),
        template="meetings/attendance.html",
    )


def _came(inside: Inside, seat_key: str, how: str, deputy_key: str) -> commands.Came:
    actor, at = inside.request.actor, inside.at
    seat = partnership.seat(actor, seat_key, at)
    assert seat is not None
    return commands.Came(seat, how, partnership.deputy(actor, deputy_key, at) if deputy_key else None)


@in_meeting(*ACTS)
def declare_interest(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act(
        "Declare an interest",
        "Declare it",
        inside.url("meeting"),
        "It is on record.",
        "What you write about an item is read by those who have that item. What you write about the meeting as a whole "
        "is read by everybody in the group, so it says nothing of any case.",
    )
    items = [(row.key, f"{row.number} {row.called}") for row in queries.agenda_for(actor, inside.meeting, at)]
    keeps = bool(queries.keeps(actor))
    people = [(each.key, each.name) for each in partnership.people(actor, at) if keeps or each.pk == actor.user_id]
    form = InterestForm(
        inside.request.POST or None, items=items, people=people, agreed=AGREED, initial={"person": actor.key}
    )

    def declare(typed: Typed) -> None:
        person, item = partnership.person(actor, typed.pop("person"), at), typed.pop("item")
        assert person is not None
        found = item_of(inside, item) if item else None
        commands.declare_interest(inside.meeting, item=found, person=person, **typed, by=actor, at=at)

    return offer(inside, act, form, declare, may_declare(actor, inside.meeting))
