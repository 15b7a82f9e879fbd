"""What agencies are asked for, who was asked, and how far each has come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case, Means, Released
from cairn.cases.queries import choices
from cairn.chronology import policy
from cairn.chronology.engine.asking import Asked
from cairn.chronology.engine.headings import Column
from cairn.chronology.models import Chronology, ChronologyRequest, ChronologyVersion
from cairn.chronology.states import ChronologyState, is_waited_for
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency

OneChronology = Chronology
OneRequest = ChronologyRequest
OneRelease = Released
OneCase = Case
MEANS = list(Means.choices)
ROLES_OF_COLUMNS = [(column.value, column.label) for column in Column]


@dataclass(frozen=True)
class BoardRow:
    """One agency on the board: what it was asked, and how far its chronology has come."""

    key: str
    agency: str
    contact: str
    asked_on: date
    due_on: date
    state: ChronologyState
    rows: int
    faults: int
    sent_on: date | None
    signed_by: str
    reminded_on: date | None
    late: bool
    readable: bool


@dataclass(frozen=True)
class ReleaseRow:
    """One release of the combined chronology: to whom, why, by whom, from when to when."""

    key: str
    to: str
    reason: str
    released_by: str
    since: datetime
    until: datetime
    recall_reason: str
    live: bool


def chronology(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> Chronology | None:
    """The chronology of a case, for whoever may read it or anything an agency sent in for it; none if there is none."""
    rights = cases.held(actor, case, at, known)
    readable = rights.can_of_own_agency("read_chronology_return") or policy.reads_whole(rights)
    found = Chronology.unscoped.filter(case=case if readable else None).select_related("case")
    return found.prefetch_related("columns").first()


def asked_columns(chronology: Chronology) -> list[Asked]:
    """The columns that agencies are asked for, in order."""
    return [
        Asked(each.heading, Column(each.column) if each.column else None, each.mandatory, each.instruction)
        for each in chronology.columns.all()
    ]


def requests_with_versions(rows: QuerySet[ChronologyRequest]) -> QuerySet[ChronologyRequest]:
    """Requests with what their state is derived from: as many queries for fifty as for one."""
    versions = Prefetch("versions", ChronologyVersion.unscoped.order_by("number"))
    return rows.select_related("case", "agency", "chronology__case").prefetch_related(versions)


def board(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[BoardRow]:
    """Who was asked and how far each is, as far as the reader may see it: all, or her own agency."""
    rights = cases.held(actor, case, at, known)
    asked = ChronologyRequest.unscoped.filter(case=case if rights.can_of_own_agency("read_chronology_return") else None)
    found = requests_with_versions(asked).order_by("agency__name", "id")
    rows = [row for row in found if policy.verdict(rights, "read_chronology_return", row)]
    return [_row(row, rights, day_of(at)) for row in rows]


def _row(row: ChronologyRequest, rights: cases.Rights, today: date) -> BoardRow:
    versions = row.standing
    sent = [version for version in versions if version.sent_at is not None]
    seen = versions if policy.reads_drafts(rights, row) else sent
    signed = next((version.signed_name for version in reversed(sent) if version.signed_at), "")
    return BoardRow(
        key=row.key,
        agency=row.agency.name,
        contact=row.address or "Letter by secure mail",
        asked_on=day_of(row.asked_at),
        due_on=row.due_on,
        state=row.state,
        rows=seen[-1].rows if seen else 0,
        faults=seen[-1].faults_left if seen else 0,
        sent_on=day_of(sent[-1].sent_at) if sent and sent[-1].sent_at else None,
        signed_by=signed,
        reminded_on=row.reminded_on,
        late=is_waited_for(row.state) and today > row.due_on,
        readable=True,
    )


def one_request(
    actor: Actor, case: Case, key: str, at: datetime, known: cases.Rights | None = None
) -> ChronologyRequest | None:
    """What one agency was asked, if this reader may read what it sends in."""
    rights = cases.held(actor, case, at, known)
    found = requests_with_versions(ChronologyRequest.unscoped.filter(case=case, key=key)).first()
    return found if found and policy.verdict(rights, "read_chronology_return", found) else None


def agencies_to_ask(actor: Actor, case: Case, at: datetime) -> list[tuple[str, str]]:
    """The agencies of today that are not asked yet, for a form."""
    asked = ChronologyRequest.unscoped.filter(case=case, withdrawn_at__isnull=True).values("agency")
    return choices.agencies_to_ask(actor, at, asked)


def agencies(actor: Actor, keys: Collection[str], at: datetime) -> list[Agency]:
    """The agencies with these keys, as chosen on a form."""
    return list(partnership.agencies(actor, at).filter(key__in=keys))


def to_remind(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[ChronologyRequest]:
    """The requests of this case that still wait for something, for whoever may remind the agencies."""
    rights = cases.held(actor, case, at, known)
    asked = ChronologyRequest.unscoped.filter(case=case if rights.can("keep_chronology") else None)
    return [row for row in requests_with_versions(asked).order_by("agency__name", "id") if is_waited_for(row.state)]


def releases(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[ReleaseRow]:
    """To whom the combined chronology is and was released, newest first, for whoever may release it."""
    rights = cases.held(actor, case, at, known)
    kept = Released.unscoped.filter(case=case if rights.can("keep_chronology") else None, action="read_chronology")
    rows = kept.select_related("user", "released_by").order_by("-starts_at", "-id")
    return [
        ReleaseRow(
            key=row.key,
            to=row.user.name,
            reason=row.reason,
            released_by=row.released_by.name,
            since=row.starts_at,
            until=row.ends_at,
            recall_reason=row.recall_reason,
            live=row.starts_at <= at < row.ends_at,
        )
        for row in rows
    ]


def release(actor: Actor, case: Case, key: str, at: datetime) -> Released | None:
    """One release, to be recalled."""
    rights = cases.rights(actor, case, at)
    kept = Released.unscoped.filter(case=case if rights.can("keep_chronology") else None, action="read_chronology")
    return kept.filter(key=key).select_related("case", "user").first()


people = choices.people
