"""What one's own seat owes, as a calendar that other programs read (RFC 5545).

An entry holds a reference and what is due, no more: a calendar is copied to telephones and shown to colleagues. What
somebody typed may name a child, so a duty that was typed is not quoted.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Calendar, Event, Timezone

from cairn.access.actor import Actor
from cairn.desk.queries.owed import ANSWER, SAY_SAFE, SEE_ACTION, Line, own_lines

ZONE = "Europe/London"
REFRESH = "PT6H"  # how often a calendar should ask again
DUE = {
    ANSWER: "your agency's answer is due",
    SAY_SAFE: "an update on safety is due",
    SEE_ACTION: "an action is due",
}
SOMETHING = "something you owe is due"


def calendar(reader: Actor, at: datetime) -> bytes:
    """Everything with a day that the reader's own seat owes at this moment."""
    made = Calendar()
    made.add("prodid", "-//Cairn//what a seat owes//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Cairn: what you owe")
    made.add("x-wr-timezone", ZONE)
    made.add("x-published-ttl", REFRESH)
    made.add_component(Timezone.from_tzid(ZONE))
    for line in own_lines(reader, at):
        made.add_component(_entry(line, at))
    return made.to_ical()


def _entry(line: Line, at: datetime) -> Event:
    assert line.due_on is not None
    entry = Event()
    entry.add("uid", f"{line.key}-{line.next.page}@cairn.invalid")
    entry.add("dtstamp", at)
    entry.add("dtstart", line.due_on)
    entry.add("dtend", line.due_on + timedelta(days=1))
    entry.add("summary", _summary(line))
    entry.add("class", "PRIVATE")
    entry.add("transp", "TRANSPARENT")
    return entry


def _summary(line: Line) -> str:
    if not line.reference:
        return line.what  # the words of guidance
    return f"{line.reference}: {line.what if line.is_clock else DUE.get(line.next, SOMETHING)}"
