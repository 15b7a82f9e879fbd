"""The list of meetings, one meeting, and what is done to it as a whole."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from cairn.access import matrix
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, day_in_words
from cairn.meetings import commands, queries
from cairn.meetings.commands import note_read
from cairn.meetings.forms import AgreeForm, CallForm, CancelForm, SureForm, TimesForm
from cairn.meetings.queries.agenda import may_declare, may_move, may_record
from cairn.meetings.queries.meetings import KINDS, chairs
from cairn.meetings.views.inside import ACTS, READS, Act, Inside, in_meeting, offer
from cairn.partnership import clock
from cairn.partnership import queries as partnership
from cairn.partnership.signin.request import Request

COLUMNS = ("Meeting", "Day", "Group", "Chair", "State")
AGENDA = ("Number", "Item", "Papers", "Decision")
ATTENDANCE = ("Who", "Seat", "Employed by", "Takes part")
Typed = dict[str, Any]


def meetings(request: HttpRequest) -> HttpResponse:
    at, actor = clock.now(), cast(Request, request).actor
    if not matrix.verdict(actor.roles, "read_meeting"):
        return answers.absent()
    if request.method not in READS:
        return HttpResponseNotAllowed(READS)
    shown = {
        "columns": COLUMNS,
        "coming": [_line(row) for row in queries.meetings(actor, at)],
        "past": [_line(row) for row in queries.meetings(actor, at, past=True)],
        "calls": bool(queries.keeps(actor)),
    }
    return render(request, "meetings/list.html", shown)


def _line(row: queries.MeetingRow) -> tuple[object, ...]:
    day = f"{day_in_words(row.held_on)}, {row.starts}" if row.starts else day_in_words(row.held_on)
    return Cell(row.title, href=reverse("meeting", args=[row.key])), day, row.group, row.chair, row.state_label


def call_meeting(request: HttpRequest) -> HttpResponse:
    at, actor = clock.now(), cast(Request, request).actor
    if not matrix.verdict(actor.roles, "read_meeting"):
        return answers.absent()
    if request.method not in ACTS:
        return HttpResponseNotAllowed(ACTS)
    verdict = queries.keeps(actor)
    groups = [(group.key, group.name) for group in partnership.groups(actor, at)]
    form = CallForm(request.POST or None, groups=groups, kinds=KINDS, chairs=_chairs(request, at))
    shown = {"form": form if verdict else None, "verdict": verdict}
    if request.method != "POST":
        return render(request, "meetings/call.html", shown)
    shown["form"] = form
    if not form.is_valid():
        return render(request, "meetings/call.html", shown, status=400)
    typed = form.cleaned_data
    group = partnership.group(actor, typed.pop("group"), at)
    assert group is not None
    try:
        called = commands.call_meeting(group, kind=typed.pop("kind"), times=_times(request, typed, at), by=actor, at=at)
    except Refused as refusal:
        return answers.refused(request, "meetings/call.html", shown, refusal.verdict)
    messages.success(request, "The meeting is called.")
    return HttpResponseRedirect(reverse("meeting", args=[called.key]))


def _chairs(request: HttpRequest, at: Any) -> list[tuple[str, str]]:
    held = chairs(cast(Request, request).actor, at)
    return [(seat.key, f"{seat.title}, {seat.group.name} ({seat.holder.name})") for seat in held]


def _times(request: HttpRequest, typed: Typed, at: Any) -> commands.Times:
    chair = partnership.seat(cast(Request, request).actor, typed["chair"], at)
    assert chair is not None
    names = ("title", "held_on", "starts", "place")
    return commands.Times(chair=chair, **{name: typed[name] for name in names})


@in_meeting(*READS)
def meeting(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    items, of_cases = queries.agenda_for(actor, inside.meeting, at), queries.items(actor, inside.meeting, at)
    for each in items:
        if each.minute and each.key in of_cases:
            note_read(of_cases[each.key], verb="read_agenda_item", by=actor, at=at)
    row = queries.row(inside.meeting)
    shown = {
        "facts": _facts(row),
        "interests": [
            (each.who, _about(items, each), each.nature, each.agreed)
            for each in queries.interests(actor, inside.meeting, at)
        ],
        "interest_columns": ("Who", "In which item", "What", "What was agreed"),
        "agenda_columns": AGENDA,
        "agenda": [_item(inside, each) for each in items],
        "attendance_columns": ATTENDANCE,
        "attendance": [
            (each.who, each.seat_title, each.agency, each.how_label) for each in queries.attendance(inside.meeting, at)
        ],
        "acts": _acts(inside),
        "papers": [
            Link("Pack as PDF", inside.url("meeting_pack", "pdf")),
            Link("Pack as Word", inside.url("meeting_pack", "word")),
            Link("Agenda as Word", inside.url("meeting_agenda")),
            Link("Minutes as Word", inside.url("meeting_minutes")),
        ],
    }
    return inside.page("meetings/meeting.html", shown)


def _about(items: list[queries.ItemRow], interest: queries.InterestRow) -> str:
    numbers = [f"Item {each.number}" for each in items if each.key == interest.item_key]
    return numbers[0] if numbers else "The meeting as a whole"


def _facts(row: queries.MeetingRow) -> list[Row]:
    rows = [
        Row("Where it stands", row.state_label),
        Row("Group", row.group),
        Row("What it is for", row.kind_label),
        Row("Day", day_in_words(row.held_on)),
        Row("Starts", row.starts or "Not said"),
        Row("Where", row.place or "Not said"),
        Row("Chair", row.chair),
    ]
    if row.agreed_on:
        rows.append(Row("Minutes agreed on", day_in_words(row.agreed_on)))
    return [*rows, Row("Why it was cancelled", row.cancelled_reason)] if row.cancelled_reason else rows


def _item(inside: Inside, row: queries.ItemRow) -> tuple[object, ...]:
    decided = row.minute.decision or "None recorded" if row.minute else "Not minuted yet"
    return row.number, Cell(row.called, href=inside.url("meeting_item", row.key)), len(row.papers), decided


def _acts(inside: Inside) -> list[Link]:
    actor, meeting = inside.request.actor, inside.meeting
    links = [Link("Declare an interest", inside.url("meeting_interest"))] if may_declare(actor, meeting) else []
    if may_record(actor, meeting):
        links.append(Link("Record who came", inside.url("meeting_attendance")))
    moves = (
        ("change_meeting", "Put a case on the agenda", "meeting_put_case"),
        ("change_meeting", "Put other business on the agenda", "meeting_put_other"),
        ("change_meeting", "Change when or where", "meeting_change"),
        ("hold_meeting", "Record that it was held", "meeting_hold"),
        ("cancel_meeting", "Cancel it", "meeting_cancel"),
        ("agree_minutes", "Record that the minutes are agreed", "meeting_agree"),
    )
    return [*links, *(Link(words, inside.url(name)) for move, words, name in moves if may_move(actor, move, meeting))]


@in_meeting(*ACTS)
def change_meeting(inside: Inside) -> HttpResponse:
    found, actor, at = inside.meeting, inside.request.actor, inside.at
    act = Act("Change when or where", "Change it", inside.url("meeting"), "The meeting is changed.")
    names = ("title", "held_on", "starts", "place", "version")
    initial = {**{name: getattr(found, name) for name in names}, "chair": found.chair.key}
    form = TimesForm(inside.request.POST or None, chairs=_chairs(inside.request, at), initial=initial)

    def change(typed: Typed) -> None:
        times, version = _times(inside.request, typed, at), typed["version"] or 0
        commands.change_meeting(found, times=times, version=version, by=actor, at=at)

    verdict = may_move(actor, "change_meeting", found)
    return offer(inside, act, form, change, verdict, latest=lambda: found.version)


@in_meeting(*ACTS)
def hold_meeting(inside: Inside) -> HttpResponse:
    actor = inside.request.actor
    act = Act("Record that the meeting was held", "It was held", inside.url("meeting"), "It is recorded.")
    return offer(
        inside,
        act,
        SureForm(inside.request.POST if inside.request.method == "POST" else None),
        lambda typed: commands.hold_meeting(inside.meeting, by=actor, at=inside.at),
        may_move(actor, "hold_meeting", inside.meeting),
    )


@in_meeting(*ACTS)
def cancel_meeting(inside: Inside) -> HttpResponse:
    actor = inside.request.actor
    act = Act("Cancel the meeting", "Cancel it", inside.url("meeting"), "The meeting is cancelled.")
    return offer(
        inside,
        act,
        CancelForm(inside.request.POST or None),
        lambda typed: commands.cancel_meeting(inside.meeting, **typed, by=actor, at=inside.at),
        may_move(actor, "cancel_meeting", inside.meeting),
    )


@in_meeting(*ACTS)
def agree_minutes(inside: Inside) -> HttpResponse:
    actor = inside.request.actor
    act = Act(
        "Record that the minutes are agreed",
        "They are agreed",
        inside.url("meeting"),
        "The minutes are agreed, and each case keeps its own.",
        "Nothing can be added or changed afterwards.",
    )
    return offer(
        inside,
        act,
        AgreeForm(inside.request.POST or None),
        lambda typed: commands.agree_minutes(inside.meeting, **typed, by=actor, at=inside.at),
        may_move(actor, "agree_minutes", inside.meeting),
    )
