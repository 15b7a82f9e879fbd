"""A case whose agencies are asked for chronologies, brought there by the commands a person would use."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cairn.cases.models import Case
from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.models import Chronology, ChronologyRequest, ChronologyVersion, EntryText
from cairn.documents.engine.taking import take
from tests.stories import Stories, give_contact_point
from tests.world import World

SHORTS = ("TRUST", "POLICE", "SCHOOLS")
DUE = date(2026, 9, 4)
HEADINGS = ("Date", "Time", "Source", "Event", "Child seen", "Action")
TRUST = (
    ("3 March 2025", "", "GP record p 4", "Zebedee Quillfeather seen at home by the health visitor", "Yes", "Reviewed"),
    ("?April 2025", "", "GP record p 5", "Mother did not attend the clinic with the child", "No", ""),
    ("9 May 2025", "10:30", "Ward notes", "Admitted with a fractured arm", "Yes, alone", "Referral made to MASH"),
)
POLICE = (
    ("9/5/2025", "", "CAD 12", "Officers called to the hospital about a fractured arm", "No", ""),
    ("1 June 2025", "", "Crime report", "Interview with the father at the station", "", ""),
)


@dataclass(frozen=True)
class On:
    """The case, its chronology, and the people."""

    world: World
    case: Case
    chronology: Chronology

    def by(self, who: str, at: datetime | None = None):
        return self.world.actor(who, at or self.world.at)

    @property
    def at(self) -> datetime:
        return self.world.at

    def asked(self, short: str = "TRUST") -> ChronologyRequest:
        return ChronologyRequest.unscoped.get(
            chronology=self.chronology, agency__short_name=short, withdrawn_at__isnull=True
        )

    def texts(self, version: ChronologyVersion) -> list[EntryText]:
        return list(EntryText.unscoped.filter(version=version).order_by("place"))


def opened(world: World, stories: Stories, label: str = "Child R") -> On:
    """The chronology of a case, with nobody asked yet."""
    case = stories.case_at("shared", label)
    by = world.actor("officer")
    facts = {"scope": "From birth to the day of the injury.", "columns": USUALLY_ASKED}
    return On(world, case, commands.open_chronology(case, **facts, by=by, at=world.at))


def scene(world: World, stories: Stories, label: str = "Child R") -> On:
    """Three agencies are asked."""
    on = opened(world, stories, label)
    for short in SHORTS:
        give_contact_point(world, short, world.at)
    agencies = [world.agency(short) for short in SHORTS]
    commands.ask_for_chronologies(on.chronology, agencies=agencies, due_on=DUE, by=on.by("officer"), at=world.at)
    return on


def file_of(rows, headings=HEADINGS) -> bytes:
    """A CSV file with these rows under their headings."""
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    return out.getvalue().encode()


def read_in(rows, headings=HEADINGS, department: str = "", name: str = "chronology.csv") -> commands.ReadIn:
    """The file as the page hands it to a command: looked at, and its tables read in the confined process."""
    content = file_of(rows, headings)
    return commands.ReadIn(take(name, content), tables_of(name, content), department)


def latest(asked: ChronologyRequest) -> ChronologyVersion:
    return asked.versions.order_by("number").last()


def taken(on: On, rows=TRUST, short: str = "TRUST", who: str = "author", why: str = "", **facts) -> ChronologyVersion:
    """An agency's file is read in."""
    asked = on.asked(short)
    last = latest(asked)
    facts = {"read_in": read_in(rows), "version": last.number if last else 0, "why": why, **facts}
    return commands.take_chronology(asked, **facts, by=on.by(who), at=on.at)


def sent(on: On, rows=TRUST, short: str = "TRUST", who: str = "author", why: str = "") -> ChronologyVersion:
    """It is read in and sent in."""
    draft = taken(on, rows, short, who, why)
    facts = {"version": draft.revision, "faults_known": True}
    return commands.send_chronology(on.asked(short), **facts, by=on.by(who), at=on.at)


def signed(on: On, rows=TRUST, short: str = "TRUST", who: str = "author", why: str = "") -> ChronologyVersion:
    """It is read in, sent in and signed off: by its own manager, or as the office records it."""
    version = sent(on, rows, short, who, why)
    if short == "TRUST":
        return commands.sign_chronology(on.asked(short), version=version.number, by=on.by("sign_off"), at=on.at)
    facts = {"signed_name": "Superintendent Frost", "signed_how": "Secure mail, today", "version": version.number}
    return commands.record_chronology_sign_off(on.asked(short), **facts, by=on.by("officer"), at=on.at)


def released(on: On, who: str = "panel_member", days: int = 30):
    """The combined chronology is released to somebody by name."""
    facts = {"to": on.world.user(who), "reason": "For the panel.", "ends_at": on.at + timedelta(days=days)}
    return commands.release_chronology(on.chronology, **facts, by=on.by("officer"), at=on.at)
