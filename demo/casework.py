"""The fictional cases, brought to where they stand on the first day by the commands a person would use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cairn.cases import commands, queries
from cairn.documents import commands as documents
from cairn.documents.engine.taking import made
from cairn.incidents.commands import open_incident
from cairn.partnership.clock import LONDON
from demo.register import Register

if TYPE_CHECKING:
    from cairn.access.actor import Actor
    from cairn.cases.models import Case, Clock

MANAGER, OFFICER, CHAIR = "business_manager", "business_officer", "chair"
SUBGROUP = (
    "Designated doctor",
    "Designated nurse",
    "Community health",
    "Police",
    "Public health",
    "Education",
    "Head teacher representative",
)
PARTNERS = ("Delegated partner, council", "Delegated partner, police", "Delegated partner, health")
ASKED = "Asked to the rapid review of this case."


@dataclass(frozen=True)
class Desk:
    """Somebody of the fiction at work on one case."""

    register: Register
    case: Case

    def let_in(self, seats: tuple[str, ...], reason: str, on: date) -> None:
        """The chair gives access to seats."""
        at = at_ten(on)
        for title in seats:
            commands.give_access(
                self.case, to=self.register.seats[title], reason=reason, by=self.register.actor(CHAIR, at), at=at
            )

    def let_in_by_name(self, handle: str, role: str, reason: str, on: date, until: date) -> None:
        """The chair gives access to a named person, to a day."""
        at = at_ten(on)
        commands.give_access(
            self.case,
            to=self.register.users[handle],
            role=role,
            reason=reason,
            ends_at=datetime.combine(until, time(17), LONDON),
            by=self.register.actor(CHAIR, at),
            at=at,
        )

    def involve(self, modes: dict[str, str], on: date) -> None:
        """The office records how agencies take part."""
        at = at_ten(on)
        by = self.register.actor(OFFICER, at)
        before = {row.agency_key: row.key for row in queries.agencies(by, self.case, at)}
        for name, mode in modes.items():
            agency = self.register.agencies[name]
            commands.involve_agency(
                self.case, agency=agency, mode=mode, instead_of=before.get(agency.key, ""), by=by, at=at
            )

    def start(self, duty: str, trigger_on: date, source: str, on: date) -> Clock:
        """The office records the fact that starts a clock."""
        at = at_ten(on)
        return commands.start_clock(
            self.case, duty=duty, trigger_on=trigger_on, source=source, by=self.register.actor(MANAGER, at), at=at
        )

    def rights(self, by: Actor, at: datetime) -> queries.Rights:
        """What somebody holds on this case."""
        return queries.rights(by, self.case, at)

    def running(self, at: datetime) -> Clock:
        """The clock that runs on this case, and is due first if there are several."""
        by = self.register.actor(MANAGER, at)
        key = next(row.key for row in queries.clocks(by, self.case, at) if row.state == "running")
        found = queries.clock(by, self.case, key, at)
        assert found is not None
        return found

    def meet(
        self,
        met_on: date,
        evidence: str,
        *,
        why_late: str = "",
        told: str = "",
        recorded_on: date | None = None,
    ) -> None:
        """The office records the day a thing was done: on that day, or when an old file is brought over."""
        at = at_ten(recorded_on or met_on)
        commands.meet_clock(
            self.running(at),
            met_on=met_on,
            evidence=evidence,
            late_reason=why_late,
            late_told=told,
            by=self.register.actor(OFFICER, at),
            at=at,
        )

    def owe(self, what: str, title: str, due: date, on: date) -> None:
        """The office sets what a seat owes: a local step."""
        at = at_ten(on)
        commands.set_duty(
            self.case,
            what=what,
            strength="local",
            owed_by=self.register.seats[title],
            due_on=due,
            by=self.register.actor(MANAGER, at),
            at=at,
        )

    def put(self, name: str, text: str, purpose: str, read_action: str, on: date) -> None:
        """The office puts a document with the case."""
        at = at_ten(on)
        documents.put_file(
            self.case,
            upload=made(name, text.encode()),
            purpose=purpose,
            read_action=read_action,
            by=self.register.actor(OFFICER, at),
            at=at,
        )


def at_ten(day: date) -> datetime:
    """Ten in the morning in London."""
    return datetime.combine(day, time(10), LONDON)


def opened(register: Register, kind: str, label: str, known_on: date, told_by: str, on: date) -> Desk:
    """The office opens an incident, or a concern."""
    at = at_ten(on)
    incident = open_incident(
        kind=kind, label=label, aware_on=known_on, told_by=told_by, by=register.actor(MANAGER, at), at=at
    )
    return Desk(register, incident.case)
