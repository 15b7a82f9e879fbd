"""A thousand cases as rows: each with its children, agencies, clocks and duties, a quarter of them open."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count

from cairn.cases import commands
from cairn.cases import models as of
from cairn.cases.commands.clocks import derived
from cairn.cases.policy import STANDING_REASON, STANDING_ROLES, STANDING_RULE
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency, Seat, User
from cairn.partnership.queries import actor_for

PEOPLE = ("subject_child", "parent", "parent", "sibling")
AGENCIES = 6
DUTIES = 3
READS = 3
FIRST = date(2020, 1, 6)


def write(cases: int, still_open: int, *, office: User, at: datetime) -> list[of.Case]:
    """The cases, the open ones first: they began in the last months, the closed ones through years."""
    days = [day_of(at) - timedelta(days=number % 120) for number in range(still_open)]
    days += [FIRST + timedelta(days=number * 2) for number in range(cases - still_open)]
    made = of.Case.unscoped.bulk_create(_case(number, office, at) for number in range(cases))
    of.Case.unscoped.filter(pk__in=[case.pk for case in made[still_open:]]).update(
        closed_at=at, closed_by=office, closed_reason="Brought over for the record."
    )
    _let_in(made, office, at)
    _who(made)
    _involved(made, office, at)
    running = {case.pk for case in made[:still_open]}
    _clocks(list(zip(made, days, strict=True)), running, office, at)
    _duties(made, running, office, at)
    _read(made, office, at)
    return made


def _case(number: int, office: User, at: datetime) -> of.Case:
    return of.Case(
        kind="serious_incident", label=f"Child {number}", told_by="The council", opened_at=at, opened_by=office
    )


def _let_in(made: list[of.Case], office: User, at: datetime) -> None:
    rule = {"standing_rule": STANDING_RULE, "reason": STANDING_REASON, "given_by": office, "starts_at": at}
    of.AccessGiven.unscoped.bulk_create(
        of.AccessGiven(case=case, role=role.value, **rule) for case in made for role in STANDING_ROLES
    )


def _who(made: list[of.Case]) -> None:
    of.Person.unscoped.bulk_create(
        of.Person(case=case, kind=kind, label=f"Person {number}")
        for case in made
        for number, kind in enumerate(PEOPLE, start=1)
    )


def _involved(made: list[of.Case], office: User, at: datetime) -> None:
    agencies = list(Agency.unscoped.filter(ends_on=None)[:AGENCIES])
    of.AgencyInvolved.unscoped.bulk_create(
        of.AgencyInvolved(case=case, agency=agency, mode="not_settled", starts_at=at, recorded_by=office)
        for case in made
        for agency in agencies
    )


def _clocks(begun: list[tuple[of.Case, date]], running: set[int], office: User, at: datetime) -> None:
    """Notified on its day, and the rapid review owed: running where the case is open, met where it is closed."""
    done = {"met_recorded_by": office, "met_recorded_at": at, "evidence": "The sent copy."}
    rows = []
    for case, day in begun:
        for duty in ("notify_serious_incident", "send_rapid_review"):
            clock = _clock(case, duty, day, office, at)
            if duty == "notify_serious_incident" or case.pk not in running:
                clock.met_on = day
                for name, value in done.items():
                    setattr(clock, name, value)
            rows.append(clock)
    of.Clock.unscoped.bulk_create(rows)


def _clock(case: of.Case, duty: str, day: date, office: User, at: datetime) -> of.Clock:
    deadline = derived(duty, day, at=at)
    return of.Clock(
        case=case,
        duty=duty,
        edition=deadline.edition.id,
        edition_fingerprint=deadline.edition.fingerprint,
        holidays_version=deadline.holidays_version,
        trigger_name=deadline.trigger_fact,
        trigger_on=deadline.trigger,
        trigger_source="The council's copy.",
        due_on=deadline.due,
        recorded_by=office,
        recorded_at=at,
    )


def _duties(made: list[of.Case], running: set[int], office: User, at: datetime) -> None:
    seats = list(Seat.unscoped.filter(ends_at=None)[:DUTIES])
    number = count()
    rows = []
    for case in made:
        for seat in seats:
            due = day_of(at) + timedelta(days=next(number) % 40 - 5)
            duty = of.Duty(case=case, what="Send what the agency knew", strength="local", owed_by=seat, due_on=due)
            duty.set_by, duty.set_at = office, at
            if case.pk not in running:
                duty.done_on, duty.done_by, duty.recorded_at = due - timedelta(days=1), office, at
            rows.append(duty)
    of.Duty.unscoped.bulk_create(rows)


def _read(made: list[of.Case], office: User, at: datetime) -> None:
    """Each case has been looked at: its events stand in the one chain among those of all the others."""
    by = actor_for(office, at)
    for case in made:
        for _ in range(READS):
            commands.note_read(case, verb="read_case", by=by, at=at)
