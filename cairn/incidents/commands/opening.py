"""An incident is opened: the case, the clocks that awareness starts, and what was said in the first minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import commands as cases
from cairn.cases.clock import rule_on
from cairn.cases.commands import Known
from cairn.cases.commands.checks import not_after_today, signer, written
from cairn.cases.models import Case, CaseKind, Person
from cairn.incidents import policy
from cairn.incidents.commands.findable import account_findable
from cairn.incidents.commands.parts import in_list
from cairn.incidents.models import Account, Incident
from cairn.kernel.verdict import ALLOWED, Ground, Refused, Verdict, enforce, refuse, require
from cairn.partnership.commands.locking import locked

TELL_PARTNERS = "tell_safeguarding_partners"
TOLD = "Recorded when the incident was opened; told by {who}."


@dataclass(frozen=True)
class Child:
    """A child named in the first report: the label, and the real name and birth date if they were given already."""

    label: str
    given_names: str = ""
    family_name: str = ""
    born: date | None = None

    @property
    def identified(self) -> bool:
        """Whether anything but the label was given."""
        return bool(self.given_names.strip() or self.family_name.strip() or self.born)


@dataclass(frozen=True)
class Place:
    """Where it happened, as first reported: a label, what kind of place, and the address if it was given."""

    label: str = ""
    kind: str = "other"
    address: str = ""


@command
def open_incident(
    *,
    kind: str,
    label: str,
    aware_on: date,
    told_by: str,
    aware_time: time | None = None,
    source: str = "",
    what_happened: str = "",
    children: tuple[Child, ...] = (),
    place: Place | None = None,
    by: Actor,
    at: datetime,
) -> Incident:
    """Somebody tells the partnership of an incident or a concern: the case is open, and what awareness starts runs.

    Only the kind, the label, who told and the exact day of awareness are needed; everything else can follow.
    """
    case = _case(kind, label, aware_on, told_by, by, at)
    enforce(
        in_list("referral_sources", source, "source")
        & _children_are_told_apart(children, at)
        & (written(place.label, "Give the place a label, such as Home A.", "place") if place else ALLOWED)
    )
    incident = _begun(case, by, at)
    account = Account.unscoped.create(
        incident=incident,
        version=1,
        source=source,
        told_by=told_by.strip(),
        aware_on=aware_on,
        aware_time=aware_time,
        what_happened=what_happened.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    account_findable(account)
    for child in children:
        _add(case, child, by, at)
    if place:
        _place(case, place, by, at)
    _owe_telling_the_partners(case, aware_on, told_by, by, at)
    record(by=by, verb="open_incident", at=at, about=incident)
    return incident


@command
def begin_incident(case: Case, *, aware_on: date, by: Actor, at: datetime) -> Incident:
    """A case that was opened without an account of what happened gets one, from the day the council became aware."""
    case = locked(case)
    enforce(
        policy.can(by, "begin_incident", case, at)
        & require(not Incident.unscoped.filter(case=case).exists(), "What happened is recorded on this case already.")
        & not_after_today(aware_on, at, "The day it became known cannot be in the future.", "aware_on")
    )
    incident = _begun(case, by, at)
    account = Account.unscoped.create(
        incident=incident,
        version=1,
        told_by=case.told_by,
        aware_on=aware_on,
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    account_findable(account)
    record(by=by, verb="begin_incident", at=at, about=incident)
    return incident


def _case(kind: str, label: str, aware_on: date, told_by: str, by: Actor, at: datetime) -> Case:
    """Open the case by its own command; what was wrong is said beside this form's fields."""
    try:
        return cases.open_case(kind=kind, label=label, known_on=aware_on, told_by=told_by, by=by, at=at)
    except Refused as refusal:
        raise Refused(_beside(refusal.verdict, {"known_on": "aware_on"})) from None


def _beside(verdict: Verdict, fields: dict[str, str]) -> Verdict:
    """The same reasons beside other fields."""
    moved = Verdict()
    for reason in verdict.reasons:
        moved &= refuse(reason.sentence, reason.ground, fields.get(reason.about, reason.about))
    return moved


def _begun(case: Case, by: Actor, at: datetime) -> Incident:
    return Incident.unscoped.create(case=case, opened_by_id=signer(by), opened_at=at)


def _children_are_told_apart(children: tuple[Child, ...], at: datetime) -> Verdict:
    """Each child has a label of her own, and none was born after today."""
    verdict = ALLOWED
    for number, child in enumerate(children):
        verdict &= written(child.label, "Give this child a label, such as Child R.", f"child_{number}_label")
        about = f"child_{number}_born"
        verdict &= (
            not_after_today(child.born, at, "This date of birth is in the future.", about) if child.born else ALLOWED
        )
        same = child.label.strip() and child.label.strip() in [other.label.strip() for other in children[:number]]
        verdict &= require(not same, "Two children have this label.", Ground.INPUT, f"child_{number}_label")
    return verdict


def _add(case: Case, child: Child, by: Actor, at: datetime) -> Person:
    person = cases.add_person(case, kind="subject_child", label=child.label, by=by, at=at)
    if child.identified:
        named = bool(child.given_names.strip() or child.family_name.strip())
        cases.record_identity(
            person,
            name_answer="given" if named else "not_asked",
            family_name=child.family_name,
            given_names=child.given_names,
            born=Known("day", child.born) if child.born else Known("not_asked"),
            died=Known("not_asked"),
            version=0,
            by=by,
            at=at,
        )
    return person


def _place(case: Case, place: Place, by: Actor, at: datetime) -> None:
    row = cases.add_place(case, kind=place.kind, label=place.label, by=by, at=at)
    if place.address.strip():
        cases.record_place_identity(row, address=place.address, version=0, by=by, at=at)


def _owe_telling_the_partners(case: Case, aware_on: date, told_by: str, by: Actor, at: datetime) -> None:
    """The council also tells the safeguarding partners, and other areas, within the same five days (OB-095)."""
    rule = rule_on(TELL_PARTNERS, aware_on) if case.kind == CaseKind.SERIOUS_INCIDENT else None
    if rule is not None and rule.limit is not None:
        source = TOLD.format(who=told_by.strip())[:200]
        cases.start_clock(case, duty=TELL_PARTNERS, trigger_on=aware_on, source=source, by=by, at=at)
