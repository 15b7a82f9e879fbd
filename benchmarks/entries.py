"""A case with a long combined chronology, made of files as agencies send them, by the commands a person would use."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, datetime, timedelta

from benchmarks import rows
from cairn.access.actor import Actor
from cairn.cases import commands as cases
from cairn.cases import models as of
from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.opening import tables_of
from cairn.documents.engine.taking import take
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency, User
from cairn.partnership.queries import actor_for

AGENCIES = 4
FIRST, DAYS = date(2012, 1, 2), 4_500
CHILD = ("Okafor", "Tamsin")
HEADINGS = ("Date", "Time", "Source", "Event", "Child seen", "Action", "Comment")
WORDS = (
    *("seen", "at", "home", "by", "the", "health", "visitor", "with", "mother", "who", "said", "that", "appointment"),
    *("was", "missed", "and", "another", "offered", "for", "review", "referral", "made", "to", "school", "discussed"),
    *("concern", "about", "weight", "no", "reply", "letter", "sent", "police", "called", "father", "present", "clinic"),
)


def write(entries: int, *, office: User, at: datetime) -> of.Case:
    """The case, with so many entries of four agencies between them, all signed off."""
    (case,) = rows.write(1, 1, office=office, at=at)
    by = actor_for(office, at)
    _name_the_child(case, by, at)
    facts = {"scope": "From birth to the day of the injury.", "columns": USUALLY_ASKED}
    chronology = commands.open_chronology(case, **facts, by=by, at=at)
    agencies = list(Agency.unscoped.filter(ends_on=None).exclude(contact_point="")[:AGENCIES])
    due_on = day_of(at) + timedelta(days=14)
    chance = random.Random(entries)
    for asked in commands.ask_for_chronologies(chronology, agencies=agencies, due_on=due_on, by=by, at=at):
        facts = {"received_from": "A manager", "received_on": day_of(at), "received_how": "Secure mail", "version": 0}
        read_in = _read_in(entries // AGENCIES, chance)
        version = commands.record_chronology(asked, read_in=read_in, **facts, by=by, at=at)
        signed = {"signed_name": "A manager", "signed_how": "Secure mail", "version": version.number}
        commands.record_chronology_sign_off(asked, **signed, by=by, at=at)
    return case


def _name_the_child(case: of.Case, by: Actor, at: datetime) -> None:
    child = of.Person.unscoped.get(case=case, kind="subject_child")
    name = {"name_answer": "given", "family_name": CHILD[0], "given_names": CHILD[1]}
    dates = {"born": cases.Known("not_known"), "died": cases.Known("none")}
    cases.record_identity(child, **name, **dates, version=0, by=by, at=at)


def _read_in(entries: int, chance: random.Random) -> commands.ReadIn:
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *(_line(chance) for _ in range(entries))])
    content = out.getvalue().encode()
    return commands.ReadIn(take("chronology.csv", content), tables_of("chronology.csv", content))


def _line(chance: random.Random) -> tuple[str, ...]:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    when = f"{day:%d/%m/%Y}" if chance.random() < 0.9 else f"{day:%B %Y}" if chance.random() < 0.9 else ""
    who = f"{CHILD[1]} {CHILD[0]}" if chance.random() < 0.1 else CHILD[1] if chance.random() < 0.4 else "Child"
    said = [" ".join(chance.choices(WORDS, k=most)) for most in (30, 8, 6)]
    seen = chance.choice(("Yes", "No", ""))
    return when, "", f"Record page {chance.randrange(900)}", f"{who} {said[0]}.", seen, said[1], said[2]
