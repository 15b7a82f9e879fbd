"""Who can see a case, and who must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpResponse

from cairn.cases import commands, queries
from cairn.cases.forms.acting import ReasonForm
from cairn.cases.forms.case import AnothersConflictForm, ConflictForm, GiveToPersonForm, GiveToSeatForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.parts import Cell, Link
from cairn.partnership import queries as partnership
from cairn.partnership.clock import LONDON, day_of
from cairn.partnership.queries import accounts

WHO = ("Who", "As", "Through", "Why", "Given by", "Since", "Until")
ENDED = ("To whom", "Why it was given", "Given by", "Since", "Until", "Ended by", "Why it ended")
CONFLICTS = ("Who", "What", "Declared by", "On", "Stands")
HOME = "/"


@in_case(*READS)
def access(inside: Inside) -> HttpResponse:
    rows = queries.access(inside.request.actor, inside.case, inside.at, inside.rights)
    ended = queries.ended_access(inside.request.actor, inside.case, inside.at, inside.rights)
    gives = bool(inside.rights.can("give_access", inside.case))
    shown = {
        "heading": "Who can see this?",
        "intro": "Everybody who can see this case now, and why. Nobody else can, whatever their post.",
        "columns": (*WHO, "End") if gives else WHO,
        "rows": [_line(inside, row, gives) for row in rows],
        "acts": _acts(inside, gives),
        "more_title": "Access that has ended",
        "more_columns": ENDED,
        "more": [_ended(row) for row in ended],
    }
    return inside.page("cases/list.html", shown, read="read_access_given")


def _line(inside: Inside, row: queries.AccessRow, gives: bool) -> tuple[object, ...]:
    until = _day(row.until) if row.until else "No end set"
    line = (row.name, row.role, row.through, row.reason, row.given_by, _day(row.since), until)
    return (*line, Cell("End", href=inside.url("case_end_access", row.key), hidden=row.name)) if gives else line


def _ended(row: queries.EndedRow) -> tuple[object, ...]:
    ended_by = row.ended_by or "The day that was set"
    line = (row.to, row.reason, row.given_by, _day(row.since), _moment(row.until))
    return (*line, ended_by, row.end_reason or "The time was over.")


def _acts(inside: Inside, gives: bool) -> list[Link]:
    links = [Link("Declare a conflict of your own", inside.url("case_declare_conflict"))]
    if gives:
        links += [
            Link("Give access to a seat", inside.url("case_give_to_seat")),
            Link("Give access to a person", inside.url("case_give_to_person")),
        ]
    return links


def _day(moment: datetime) -> str:
    day = day_of(moment)
    return f"{day.day} {day:%B %Y}"


def _moment(moment: datetime) -> str:
    return f"{_day(moment)}, {moment.astimezone(LONDON):%H:%M}"


def _end_of(day: date | None) -> datetime | None:
    return datetime.combine(day + timedelta(days=1), time.min, LONDON) if day else None


def _giving(inside: Inside, title: str) -> Act:
    leads_to = inside.url("case_access")
    return Act("give_access", title, "Give access", leads_to, "Access is given.", asks_again=True)


@in_case(*ACTS)
def give_to_seat(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = _giving(inside, "Give access to a seat")

    def give(typed: dict[str, Any]) -> None:
        seat = partnership.seat(actor, typed["to"], at)
        assert seat is not None
        ends_at = _end_of(typed["ends_at"])
        commands.give_access(inside.case, to=seat, reason=typed["reason"], ends_at=ends_at, by=actor, at=at)

    return offer(inside, act, GiveToSeatForm(inside.request.POST or None, to=choices.seats(actor, at)), give)


@in_case(*ACTS)
def give_to_person(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = _giving(inside, "Give access to a person")
    form = GiveToPersonForm(inside.request.POST or None, to=choices.people(actor, at), roles=choices.ROLES_FOR_A_PERSON)

    def give(typed: dict[str, Any]) -> None:
        person = partnership.person(actor, typed["to"], at)
        assert person is not None
        typed = {"reason": typed["reason"], "role": typed["role"], "ends_at": _end_of(typed["ends_at"])}
        commands.give_access(inside.case, to=person, **typed, by=actor, at=at)

    return offer(inside, act, form, give)


@in_case(*ACTS)
def end_access(inside: Inside, key: str) -> HttpResponse:
    given = queries.one_access(inside.request.actor, inside.case, key, inside.at)
    if given is None:
        return answers.absent()
    leads_to = inside.url("case_access")
    act = Act(
        "end_access",
        "End this access",
        "End the access",
        leads_to,
        "The access has ended.",
        queries.end_of(given),
        asks_again=True,
    )
    return offer(
        inside,
        act,
        ReasonForm(inside.request.POST or None),
        lambda typed: commands.end_access(given, **typed, by=inside.request.actor, at=inside.at),
        row=given,
    )


@in_case(*READS)
def conflicts(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_conflicts"):
        return answers.absent()
    rows = queries.conflicts(inside.request.actor, inside.case, inside.at, inside.rights)
    others = bool(inside.rights.can("declare_conflict", inside.case))
    shown = {
        "heading": "Conflicts of interest",
        "intro": "Whoever has a conflict cannot see this case, whatever access was given, until two others lift it.",
        "columns": (*CONFLICTS, "Lift"),
        "rows": [_conflict(inside, row) for row in rows],
        "empty": "No conflict is declared.",
        "acts": [Link("Declare somebody's conflict", inside.url("case_declare_anothers"))] if others else [],
    }
    return inside.page("cases/list.html", shown, read="read_conflicts")


def _conflict(inside: Inside, row: queries.ConflictRow) -> tuple[object, ...]:
    line = (row.name, row.nature, row.declared_by, _day(row.declared_at), row.state_label)
    if row.may_agree:
        return (*line, Cell("Agree to lift", href=inside.url("case_agree_to_lift", row.key), hidden=row.name))
    if row.may_lift:
        return (*line, Cell("Lift", href=inside.url("case_lift_conflict", row.key), hidden=row.name))
    return (*line, "")


@in_case(*ACTS)
def declare_conflict(inside: Inside) -> HttpResponse:
    actor = inside.request.actor
    myself = accounts.oneself(actor)
    if myself is None:
        return answers.absent()
    act = Act(
        "declare_conflict",
        "Declare a conflict of your own",
        "Declare it",
        HOME,
        "Your conflict is declared.",
        "From then on this case is closed to you, until two others agree to lift the conflict.",
    )
    return offer(
        inside,
        act,
        ConflictForm(inside.request.POST or None),
        lambda typed: commands.declare_conflict(inside.case, person=myself, **typed, by=actor, at=inside.at),
        person_id=myself.pk,
    )


@in_case(*ACTS)
def declare_anothers(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    leads_to = inside.url("case_conflicts")
    act = Act("declare_conflict", "Declare somebody's conflict", "Declare it", leads_to, "The conflict is declared.")

    def declare(typed: dict[str, Any]) -> None:
        person = partnership.person(actor, typed["person"], at)
        assert person is not None
        commands.declare_conflict(inside.case, person=person, nature=typed["nature"], by=actor, at=at)

    return offer(
        inside, act, AnothersConflictForm(inside.request.POST or None, people=choices.people(actor, at)), declare
    )


@in_case(*ACTS)
def agree_to_lift(inside: Inside, key: str) -> HttpResponse:
    leads_to = inside.url("case_conflicts")
    act = Act(
        "agree_to_lift_conflict", "Agree to lift this conflict", "Agree", leads_to, "You agreed.", asks_again=True
    )
    return _lift(inside, key, act, commands.agree_to_lift_conflict)


@in_case(*ACTS)
def lift_conflict(inside: Inside, key: str) -> HttpResponse:
    leads_to = inside.url("case_conflicts")
    act = Act("lift_conflict", "Lift this conflict", "Lift it", leads_to, "The conflict is lifted.", asks_again=True)
    return _lift(inside, key, act, commands.lift_conflict)


def _lift(inside: Inside, key: str, act: Act, lift: Any) -> HttpResponse:
    conflict = queries.one_conflict(inside.request.actor, inside.case, key, inside.at)
    if conflict is None:
        return answers.absent()
    return offer(
        inside,
        replace(act, about=conflict.user.name, intro=conflict.nature),
        ReasonForm(inside.request.POST or None),
        lambda typed: lift(conflict, **typed, by=inside.request.actor, at=inside.at),
        row=conflict,
    )
