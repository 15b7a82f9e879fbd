"""What happened, for those who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.engine.deciding import governing
from cairn.cases.models import Case
from cairn.cases.queries import tells_days
from cairn.guidance.refusals import CannotAnswer
from cairn.incidents.engine.leading import Leading, who_leads
from cairn.incidents.models import Account, Incident
from cairn.incidents.models.incident import When
from cairn.incidents.queries.words import Line, lines, unanswered
from cairn.partnership.queries import the_partnership


@dataclass(frozen=True)
class Told:
    """An incident as it is known now: the row to act upon, the latest account, and who leads by the rule of the day."""

    incident: Incident
    known: Account
    lines: list[Line]
    unanswered: list[Line]
    leading: Leading


@dataclass(frozen=True)
class EarlierAccount:
    """What was known before: the version, who wrote it, when, and every line of it."""

    version: int
    recorded_by: str
    recorded_at: datetime
    lines: list[Line]


def incident(actor: Actor, case: Case, at: datetime, rights: cases.Rights | None = None) -> Told | None:
    """The incident of a case, if this reader may read it and it was begun. Three queries."""
    found = one_incident(actor, case, at, rights)
    if found is None:
        return None
    known = Account.unscoped.filter(incident=found).order_by("-version")[0]
    return Told(found, known, lines(known, case.kind), unanswered(known, case.kind), leading_of(known))


def one_incident(actor: Actor, case: Case, at: datetime, rights: cases.Rights | None = None) -> Incident | None:
    """The row to act upon."""
    readable = case if cases.held(actor, case, at, rights).can("read_incident", case) else None
    return Incident.unscoped.filter(case=readable).select_related("case").first()


@tells_days
def facts_for_clocks(actor: Actor, case: Case, at: datetime, rights: cases.Rights | None = None) -> dict[str, date]:
    """The days that a reading of guidance may count from, by its names, if the reader may read them. One query.

    The day of the incident only where it is known to have been one day; that of awareness is on the clock itself.
    """
    if not cases.held(actor, case, at, rights).can("read_incident"):
        return {}
    row = Account.unscoped.filter(incident__case=case).order_by("-version").first()
    if row is None or row.happened != When.DAY or row.first_day is None:
        return {}
    return {"incident": row.first_day}


def earlier(actor: Actor, case: Case, at: datetime) -> list[EarlierAccount]:
    """What was said of it before, the latest first."""
    readable = case if cases.can(actor, "read_incident", case, at) else None
    rows = Account.unscoped.filter(incident__case=readable).select_related("recorded_by").order_by("-version")
    return [
        EarlierAccount(row.version, row.recorded_by.name, row.recorded_at, lines(row, case.kind)) for row in rows[1:]
    ]


def leading_of(known: Account) -> Leading:
    """Who leads by the rule in force when the council became aware."""
    partnership = the_partnership()
    try:
        edition = governing(known.aware_on, partnership.arrangements_started_on if partnership else None)
    except CannotAnswer:  # the day the arrangements started, as written down, is not a lawful one
        edition = governing(known.aware_on, None)
    return who_leads(
        edition.id if edition else "",
        happened_in=known.happened_in,
        happened_area=known.happened_area,
        lives_in=known.lives_in,
        lives_area=known.lives_area,
    )


def leads_here(case: Case) -> bool | None:
    """Whether this area leads by the rule, for the commands; None while it is not known or nothing is recorded."""
    known = Account.unscoped.filter(incident__case=case).order_by("-version").first()
    return leading_of(known).ours if known else None
