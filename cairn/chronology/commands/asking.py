"""A chronology is opened with its scope and columns, agencies are asked for theirs, reminded, and no longer asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import can_be_asked, involve_agency, let_in, shut_out, tell_agency
from cairn.cases.commands.checks import current, one_of, signer, written
from cairn.cases.models import AgencyInvolved, Case, Means, Mode
from cairn.chronology import policy
from cairn.chronology.engine import notices
from cairn.chronology.engine.asking import Asked
from cairn.chronology.engine.headings import Column
from cairn.chronology.models import AskedColumn, Chronology, ChronologyRequest
from cairn.chronology.states import is_waited_for
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency

ASKED = "Asked for your agency's chronology."
NEEDED = (Column.START_DATE, Column.SOURCE)


@command
def open_chronology(
    case: Case,
    *,
    scope: str,
    covers_from: date | None = None,
    covers_to: date | None = None,
    instructions: str = "",
    columns: Sequence[Asked],
    by: Actor,
    at: datetime,
) -> Chronology:
    """The office sets what the chronology of a case covers and which columns it has (OB-315)."""
    case = locked(case)
    enforce(
        policy.can(by, "open_chronology", case, at)
        & _scoped(scope, covers_from, covers_to)
        & fit_columns(columns)
        & require(not Chronology.unscoped.filter(case=case).exists(), "This case has its chronology already.")
    )
    chronology = Chronology.unscoped.create(
        case=case,
        scope=scope.strip(),
        covers_from=covers_from,
        covers_to=covers_to,
        instructions=instructions.strip(),
        opened_by_id=signer(by),
        opened_at=at,
    )
    _keep_columns(chronology, columns)
    record(by=by, verb="open_chronology", at=at, about=chronology)
    return chronology


@command
def change_scope(
    chronology: Chronology,
    *,
    scope: str,
    covers_from: date | None = None,
    covers_to: date | None = None,
    instructions: str = "",
    columns: Sequence[Asked] | None = None,
    version: int,
    by: Actor,
    at: datetime,
) -> Chronology:
    """What the chronology covers is put in other words; its columns too, as long as nobody is asked."""
    chronology = locked(chronology)
    enforce(
        policy.can(by, "change_scope", chronology, at)
        & current(version, chronology.revision)
        & _scoped(scope, covers_from, covers_to)
        & (ALLOWED if columns is None else fit_columns(columns) & policy.may_change_columns(chronology))
    )
    chronology.scope, chronology.instructions = scope.strip(), instructions.strip()
    chronology.covers_from, chronology.covers_to = covers_from, covers_to
    chronology.revision += 1
    chronology.save()
    if columns is not None:
        chronology.columns.all().delete()
        _keep_columns(chronology, columns)
    record(by=by, verb="change_scope", at=at, about=chronology)
    return chronology


def _scoped(scope: str, first: date | None, last: date | None) -> Verdict:
    in_order = first is None or last is None or first <= last
    return written(scope, "Say what the chronology covers.", "scope") & require(
        in_order, "The last day cannot come before the first.", Ground.INPUT, "covers_to"
    )


def fit_columns(columns: Sequence[Asked]) -> Verdict:
    """Whether agencies can answer these columns: with a date and a source, and no two that say or mean the same."""
    headings = [each.heading.strip().casefold() for each in columns]
    roles = [each.column for each in columns if each.column is not None]
    lacks = [column.label for column in NEEDED if column not in roles]
    return (
        require(not lacks, f"Every chronology asks for: {', '.join(lacks)}.", Ground.INPUT, "columns")
        & require(all(headings), "Write what stands over each column.", Ground.INPUT, "columns")
        & require(len(set(headings)) == len(headings), "Two columns have one heading.", Ground.INPUT, "columns")
        & require(len(set(roles)) == len(roles), "Two columns are for the same thing.", Ground.INPUT, "columns")
    )


def _keep_columns(chronology: Chronology, columns: Sequence[Asked]) -> None:
    AskedColumn.unscoped.bulk_create(
        AskedColumn(
            case=chronology.case,
            chronology=chronology,
            number=number,
            heading=each.heading.strip(),
            column=each.column.value if each.column else "",
            mandatory=each.mandatory or each.column in NEEDED,
            instruction=each.instruction.strip(),
        )
        for number, each in enumerate(columns, 1)
    )


@command
def ask_for_chronologies(
    chronology: Chronology,
    *,
    agencies: Collection[Agency],
    due_on: date,
    means: str = Means.NOTICE,
    by: Actor,
    at: datetime,
) -> tuple[ChronologyRequest, ...]:
    """Each agency chosen is asked for its chronology by a day, once; its own people are let in to answer (OB-313).

    If one of them cannot be asked nothing is done, and each that cannot is said.
    """
    chronology = locked(chronology)
    enforce(
        policy.can(by, "ask_for_chronologies", chronology, at)
        & require(agencies, "Choose at least one agency.", Ground.INPUT, "agencies")
        & one_of(Means.values, means, "Choose how the agencies are told.", "means")
        & require(due_on > day_of(at), "Choose a day that is still to come.", Ground.INPUT, "due_on")
    )
    verdict = ALLOWED
    for agency in agencies:
        verdict &= _may_be_asked(chronology, agency, means, at)
    enforce(verdict)
    requests = tuple(_ask(chronology, agency, means, due_on, by, at) for agency in dict.fromkeys(agencies))
    record(by=by, verb="ask_for_chronologies", at=at, about=chronology)
    return requests


def _may_be_asked(chronology: Chronology, agency: Agency, means: str, at: datetime) -> Verdict:
    live = ChronologyRequest.unscoped.filter(chronology=chronology, agency=agency, withdrawn_at__isnull=True)
    if live.exists():
        return refuse(f"{agency.name} is asked already.", Ground.STATE, "agencies")
    return can_be_asked(agency, means, at)


def _ask(
    chronology: Chronology, agency: Agency, means: str, due_on: date, by: Actor, at: datetime
) -> ChronologyRequest:
    case = chronology.case
    request = ChronologyRequest.unscoped.create(
        case=case,
        chronology=chronology,
        agency=agency,
        means=means,
        address=agency.contact_point if means == Means.NOTICE else "",
        due_on=due_on,
        asked_by_id=signer(by),
        asked_at=at,
    )
    if not AgencyInvolved.unscoped.filter(case=case, agency=agency, ends_at__isnull=True).exists():
        involve_agency(case, agency=agency, mode=Mode.NOT_SETTLED, contact_address=request.address, by=by, at=at)
    let_in(case, agency=agency, asked=request.key, reason=ASKED, by=by, at=at)
    if request.address:
        tell_agency(notices.ASKED, once=f"chronology:{request.key}", address=request.address, at=at)
    return request


@command
def remind_of_chronology(
    chronology: Chronology, *, requests: Collection[ChronologyRequest], by: Actor, at: datetime
) -> int:
    """Agencies whose chronology is not in are reminded, each once a day at most. Says how many were."""
    chronology, day = locked(chronology), day_of(at)
    enforce(
        policy.can(by, "remind_of_chronology", chronology, at)
        & require(requests, "Choose at least one agency.", Ground.INPUT, "requests")
    )
    ready = [each for each in map(locked, dict.fromkeys(requests)) if _may_be_reminded(chronology, each, day)]
    sentence = "None of them can be reminded: each has answered, was reminded today, or has no contact point."
    enforce(require(ready, sentence))
    for each in ready:
        each.reminded_on = day
        each.save()
        address = each.agency.contact_point or each.address
        tell_agency(notices.REMINDER, once=f"chronology:{each.key}:{day}", address=address, at=at)
        let_in(chronology.case, agency=each.agency, asked=each.key, reason=ASKED, by=by, at=at)
    record(by=by, verb="remind_of_chronology", at=at, about=chronology)
    return len(ready)


def _may_be_reminded(chronology: Chronology, asked: ChronologyRequest, day: date) -> bool:
    reachable = bool(asked.agency.contact_point or asked.address)
    here = asked.chronology_id == chronology.pk and asked.reminded_on != day
    return here and reachable and is_waited_for(asked.state)


@command
def take_back_request(asked: ChronologyRequest, *, reason: str, by: Actor, at: datetime) -> ChronologyRequest:
    """An agency was asked by mistake: the request is taken back with a reason, and stays to be seen."""
    asked = locked(asked)
    enforce(
        policy.can(by, "take_back_request", asked, at) & written(reason, "Say why the request is taken back.", "reason")
    )
    asked.withdrawn_at, asked.withdrawn_by_id, asked.withdrawn_reason = at, signer(by), reason.strip()
    asked.save()
    shut_out([asked.key], by=by, at=at)
    record(by=by, verb="take_back_request", at=at, about=asked)
    return asked


@command
def close_to_chronologies(chronology: Chronology, *, reason: str, by: Actor, at: datetime) -> Chronology:
    """The chronologies are in, or will not come: the access that agencies were given in order to answer ends."""
    chronology = locked(chronology)
    enforce(
        policy.can(by, "close_to_chronologies", chronology, at)
        & written(reason, "Say why the chronology is closed to returns.", "reason")
    )
    chronology.closed_at, chronology.closed_by_id, chronology.closed_reason = at, signer(by), reason.strip()
    chronology.save()
    shut_out(chronology.requests.values_list("key", flat=True), by=by, at=at)
    record(by=by, verb="close_to_chronologies", at=at, about=chronology)
    return chronology


@command
def reopen_to_chronologies(chronology: Chronology, *, by: Actor, at: datetime) -> Chronology:
    """One more agency has to be asked, or rows put right: the agencies asked can see the case again."""
    chronology = locked(chronology)
    enforce(policy.can(by, "reopen_to_chronologies", chronology, at))
    chronology.closed_at, chronology.closed_by, chronology.closed_reason = None, None, ""
    chronology.save()
    for asked in chronology.requests.filter(withdrawn_at__isnull=True).select_related("agency", "case"):
        let_in(asked.case, agency=asked.agency, asked=asked.key, reason=ASKED, by=by, at=at)
    record(by=by, verb="reopen_to_chronologies", at=at, about=chronology)
    return chronology
