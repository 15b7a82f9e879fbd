"""What is known of an incident is completed and put right, part by part. Each act leaves a new version."""

from __future__ import annotations

from datetime import date, datetime, time

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import correct_trigger, meet_clock
from cairn.cases.commands.checks import current, not_after_today, one_of, written
from cairn.cases.models import Clock, Person, PersonIdentity, Precision
from cairn.incidents import policy
from cairn.incidents.commands.parts import (
    FROM_THE_LIST,
    Happened,
    Place,
    Suspected,
    columns_of,
    elsewhere,
    in_list,
    in_time,
    next_version,
    place_is_said,
    secured,
    suspected_in_order,
)
from cairn.incidents.models import Account, CameBy, Incident, Moved, Nature, Said, Suspicion
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked

AWARENESS = "aware_of_incident"


def latest(incident: Incident) -> Account:
    """What is known now."""
    return Account.unscoped.filter(incident=incident).order_by("-version")[0]


@command
def say_who_told(
    incident: Incident,
    *,
    source: str,
    told_by: str,
    discussed_with: str = "",
    came_by: str = "",
    consideration: str = "",
    version: int,
    by: Actor,
    at: datetime,
) -> Account:
    """Who told the partnership, what kind of source that is for the figures, and how the word came (OB-119, OB-120)."""
    incident, known = _held(incident)
    enforce(
        policy.can(by, "say_who_told", incident, at)
        & written(told_by, "Enter who told the partnership.", "told_by")
        & in_list("referral_sources", source, "source")
        & in_list("case_considerations", consideration, "consideration")
        & one_of(["", *CameBy.values], came_by, FROM_THE_LIST, "came_by")
        & current(version, known.version)
    )
    changes = {"source": source, "told_by": told_by.strip(), "discussed_with": discussed_with.strip()}
    row = next_version(known, {**changes, "came_by": came_by, "consideration": consideration}, by, at)
    record(by=by, verb="say_who_told", at=at, about=row)
    return row


@command
def say_what_happened(
    incident: Incident,
    *,
    what_happened: str,
    nature: str,
    nature_reason: str = "",
    happened: Happened,
    version: int,
    by: Actor,
    at: datetime,
) -> Account:
    """What happened and when, as far as it is known: a day, a period, or not known. Never before the child's birth."""
    incident, known = _held(incident)
    other = nature == Nature.OTHER
    enforce(
        policy.can(by, "say_what_happened", incident, at)
        & one_of(Nature.values, nature, FROM_THE_LIST, "nature")
        & require(
            not other or nature_reason.strip(),
            "Say why it is neither a death nor serious harm.",
            Ground.INPUT,
            "nature_reason",
        )
        & in_time(happened, at)
        & policy.not_before_birth(happened.last or happened.first, _births(incident), "first_day")
        & require(
            happened.first is None or known.aware_on >= happened.first,
            "This is after the day it became known to the council.",
            Ground.INPUT,
            "first_day",
        )
        & suspected_in_order(Suspected(known.suspicion, known.suspected_on), happened.first, at, "first_day")
        & current(version, known.version)
    )
    changes = {
        "what_happened": what_happened.strip(),
        "nature": nature,
        "nature_reason": nature_reason.strip() if other else "",
        **columns_of(happened),
    }
    row = next_version(known, changes, by, at)
    record(by=by, verb="say_what_happened", at=at, about=row)
    return row


@command
def say_when_it_became_known(
    incident: Incident,
    *,
    aware_on: date,
    aware_time: time | None = None,
    suspected: Suspected,
    source: str = "",
    why: str = "",
    late_reason: str = "",
    late_told: str = "",
    version: int,
    by: Actor,
    at: datetime,
) -> Account:
    """The day the council became aware, which must be exact, and the day abuse or neglect came to be suspected.

    A corrected day of awareness corrects the clocks that count from it; `source` and `why` say where it comes from and
    what was wrong; what was done in time and is late by the right day says why (WT23 ¶330).
    """
    incident, known = _held(incident)
    corrected = aware_on != known.aware_on
    enforce(
        policy.can(by, "say_when_it_became_known", incident, at)
        & not_after_today(aware_on, at, "The day it became known cannot be in the future.", "aware_on")
        & require(
            known.first_day is None or aware_on >= known.first_day,
            "This is before it happened. Check both days.",
            Ground.INPUT,
            "aware_on",
        )
        & suspected_in_order(suspected, known.first_day, at, "suspected_on")
        & (_explained(source, why) if corrected else ALLOWED)
        & current(version, known.version)
    )
    changes = {
        "aware_on": aware_on,
        "aware_time": aware_time,
        "suspicion": suspected.known,
        "suspected_on": suspected.on if suspected.known == Suspicion.DAY else None,
    }
    row = next_version(known, changes, by, at)
    for clock in _counting_from(incident, known.aware_on) if corrected else ():
        _count_anew(clock, aware_on, source, why, (late_reason, late_told), by, at)
    record(by=by, verb="say_when_it_became_known", at=at, about=row)
    return row


@command
def say_where(
    incident: Incident, *, happened: Place, lives: Place, moved: str, version: int, by: Actor, at: datetime
) -> Account:
    """Where it happened and where the child lives, which together decide who leads (OB-121), and any move (OB-127)."""
    incident, known = _held(incident)
    enforce(
        policy.can(by, "say_where", incident, at)
        & place_is_said(happened, "happened")
        & place_is_said(lives, "lives")
        & one_of(Moved.values, moved, FROM_THE_LIST, "moved")
        & current(version, known.version)
    )
    changes = {
        "happened_in": happened.whose,
        "happened_area": happened.area.strip() if elsewhere(happened.whose) else "",
        "lives_in": lives.whose,
        "lives_area": lives.area.strip() if elsewhere(lives.whose) else "",
        "moved": moved,
    }
    row = next_version(known, changes, by, at)
    record(by=by, verb="say_where", at=at, about=row)
    return row


@command
def say_what_else(
    incident: Incident,
    *,
    files_secured: str,
    files_secured_by: str = "",
    files_secured_on: date | None = None,
    nhs_incident: str,
    media_interest: str,
    processes: str = "",
    version: int,
    by: Actor,
    at: datetime,
) -> Account:
    """Whether files are secured, whether it also met the NHS framework of the day (OB-114), media, other inquiries."""
    incident, known = _held(incident)
    yes = files_secured == Said.YES
    enforce(
        policy.can(by, "say_what_else", incident, at)
        & one_of(Said.values, files_secured, FROM_THE_LIST, "files_secured")
        & one_of(Said.values, nhs_incident, FROM_THE_LIST, "nhs_incident")
        & one_of(Said.values, media_interest, FROM_THE_LIST, "media_interest")
        & (secured(files_secured_by, files_secured_on, at) if yes else ALLOWED)
        & current(version, known.version)
    )
    changes = {
        "files_secured": files_secured,
        "files_secured_by": files_secured_by.strip() if yes else "",
        "files_secured_on": files_secured_on if yes else None,
        "nhs_incident": nhs_incident,
        "media_interest": media_interest,
        "processes": processes.strip(),
    }
    row = next_version(known, changes, by, at)
    record(by=by, verb="say_what_else", at=at, about=row)
    return row


def _held(incident: Incident) -> tuple[Incident, Account]:
    incident = locked(incident)
    return incident, latest(incident)


def _count_anew(
    clock: Clock, aware_on: date, source: str, why: str, late: tuple[str, str], by: Actor, at: datetime
) -> None:
    """Count from the right day; what was done stays done, and may be late now."""
    right = correct_trigger(clock, trigger_on=aware_on, source=source, why=why, by=by, at=at)
    if clock.met_on is not None:
        meet_clock(
            right,
            met_on=clock.met_on,
            evidence=clock.evidence,
            late_reason=late[0] or clock.late_reason,
            late_told=late[1] or clock.late_told,
            by=by,
            at=at,
        )


def _births(incident: Incident) -> list[date]:
    """The exact birth dates recorded of the children the case is about."""
    children = Person.unscoped.filter(case=incident.case_id, kind="subject_child")
    rows = PersonIdentity.unscoped.filter(person__in=children, born_precision=Precision.DAY).order_by("version")
    return [day for day in {row.person_id: row.born_on for row in rows}.values() if day]


def _explained(source: str, why: str) -> Verdict:
    return written(source, "The day has changed. Say where the right one comes from.", "source") & written(
        why, "The day has changed. Say what was wrong.", "why"
    )


def _counting_from(incident: Incident, aware_on: date) -> list[Clock]:
    """The clocks that count from this day of awareness. One that is no longer owed stays as it ended."""
    rows = Clock.unscoped.filter(case=incident.case_id, trigger_name=AWARENESS, trigger_on=aware_on)
    return list(rows.filter(superseded_by=None, ended_on=None).order_by("id"))
