"""Papers of a meeting, each a copy for one reader: the agenda, the pack, the minutes (ADR 0013)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cairn.access.actor import Actor
from cairn.documents.engine.papers.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Note,
    Paper,
    Paragraph,
    Section,
    Table,
    bound,
)
from cairn.look.parts import day_in_words
from cairn.meetings.models import Meeting
from cairn.meetings.queries.agenda import ItemRow, agenda_for
from cairn.meetings.queries.content import content_of
from cairn.meetings.queries.taking_part import AttendanceRow, attendance
from cairn.partnership.clock import day_of

NOT_SAID = "Not said"
RESTRICTED = "This copy is for the reader named on it. It is not copied, sent on or left lying about."


def titled(kind: str, meeting: Meeting) -> str:
    """The title of a paper, and the name of its file: what it is and the day, nothing of any case."""
    return f"{kind} {day_in_words(meeting.held_on)}"


def file_name(meeting: Meeting, what: str, ending: str) -> str:
    """The name under which a copy is given, such as Meeting 14 August 2026 pack.pdf."""
    return f"{titled('Meeting', meeting)} {what}.{ending}"


def agenda_paper(actor: Actor, meeting: Meeting, at: datetime) -> Paper:
    """The agenda as this reader has it."""
    there = attendance(meeting, at)
    return _paper("Agenda", actor, meeting, at, _front(meeting, agenda_for(actor, meeting, at, there), there))


def pack(actor: Actor, meeting: Meeting, at: datetime) -> Paper:
    """Everything for one reader: agenda, who takes part, and for each item its papers, as far as she may see them.

    Each item begins on a page of its own, under its number on her agenda.
    """
    there = attendance(meeting, at)
    items = agenda_for(actor, meeting, at, there)
    cover = _paper("Pack for the meeting of", actor, meeting, at, _front(meeting, items, there))
    return bound(cover, [Section(row.called, _before(actor, row, at)) for row in items])


def minutes_paper(actor: Actor, meeting: Meeting, at: datetime) -> Paper:
    """The minutes as this reader has them: kept by case, bound for her."""
    there = attendance(meeting, at)
    items = agenda_for(actor, meeting, at, there)
    blocks: list[Block] = [*_facts(meeting), *who_came(there), *_general(meeting)]
    for row in items:
        blocks += [Heading(1, f"{row.number} {row.called}"), *came_of(row)]
    return _paper("Minutes of the meeting of", actor, meeting, at, blocks)


def _general(meeting: Meeting) -> list[Block]:
    agreed = meeting.agreed_on
    return [Note(f"Agreed on {day_in_words(agreed)}." if agreed else "Draft: these minutes are not agreed yet.")]


def _paper(kind: str, actor: Actor, meeting: Meeting, at: datetime, blocks: Iterable[Block]) -> Paper:
    return Paper(
        title=titled(kind, meeting),
        reference=meeting.group.name,
        made_on=day_of(at),
        blocks=tuple(blocks),
        for_reader=actor.name,
    )


def _front(meeting: Meeting, items: list[ItemRow], there: list[AttendanceRow]) -> list[Block]:
    return [
        Note(RESTRICTED),
        *_facts(meeting),
        Heading(1, "Agenda"),
        Table(("Number", "Item"), [(str(row.number), row.called) for row in items], "Agenda", (12, 88)),
        *who_came(there),
    ]


def _facts(meeting: Meeting) -> list[Block]:
    chair = f"{meeting.chair.holder.name}, {meeting.chair.title}"
    rows = [
        ("Meeting", meeting.title),
        ("Group", meeting.group.name),
        ("What it is for", meeting.get_kind_display()),
        ("Day", day_in_words(meeting.held_on)),
        ("Starts", meeting.starts),
        ("Where", meeting.place),
        ("Chair", chair),
    ]
    return [Facts(rows, absent=NOT_SAID)]


def who_came(there: list[AttendanceRow]) -> list[Block]:
    """The list of those who take part: the same in every copy."""
    rows = [(row.who, row.seat_title, row.agency, row.how_label) for row in there]
    table = Table(("Who", "Seat", "Employed by", "Takes part"), rows, "Who takes part", absent="Nobody named")
    return [Heading(1, "Who takes part"), table]


def _before(actor: Actor, row: ItemRow, at: datetime) -> list[Block]:
    blocks: list[Block] = []
    for paper in row.papers:
        where = "This document is kept with the case; open it there to read it."
        blocks += [Heading(1, paper.title), Paragraph(paper.words or where)]
    if row.case is not None:
        blocks += content_of(actor, row.case, at)
    return blocks or [Paragraph("No paper was laid before this item.")]


def came_of(row: ItemRow) -> list[Block]:
    """What came of one item: who was away, what was declared, said and decided, who does what."""
    blocks: list[Block] = []
    if row.away:
        blocks.append(Paragraph(f"Left for other business: {'; '.join(row.away)}."))
    if row.interests:
        declared = [f"{each.who}: {each.nature} ({each.agreed.lower()})" for each in row.interests]
        blocks += [Heading(2, "Interests declared"), Bullets(declared)]
    minute = row.minute
    blocks += [Heading(2, "Discussion"), Paragraph(minute.discussion if minute else "", absent="Not minuted yet")]
    blocks += [Heading(2, "Decision"), Paragraph(minute.decision if minute else "", absent="None recorded")]
    if row.actions:
        lines = [(each.what, each.owner, day_in_words(each.due_on)) for each in row.actions]
        blocks += [Heading(2, "Actions"), Table(("What", "Who does it", "By"), lines, "Actions set at this item")]
    if row.handed_over:
        handed = [(each.forum, each.what, day_in_words(each.due_on) if each.due_on else "") for each in row.handed_over]
        table = Table(("To", "What", "By"), handed, "Handed over", absent="No day set")
        blocks += [Heading(2, "Where it goes"), table]
    return blocks
