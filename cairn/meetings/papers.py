"""What the pack says of a case from the case itself: what brought it here, clocks, agencies, what to go through.

It comes first; apps above hand in what they know, and the sheet on which it is decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.policy import Rights
from cairn.cases.queries import OneCase
from cairn.documents.engine.papers.paper import Block, Bullets, Facts, Heading, Table
from cairn.guidance.working_days import in_words
from cairn.meetings.queries.content import item_content
from cairn.meetings.queries.standing import points
from cairn.partnership.clock import day_of


@item_content("case", 1)
def the_case(actor: Actor, case: OneCase, at: datetime, rights: Rights) -> Sequence[Block]:
    """The case by its label, and who is in it, by label."""
    facts = [
        ("Reference", case.reference),
        ("Known as", case.label),
        ("What brought it here", case.get_kind_display()),
        ("Open since", in_words(day_of(case.opened_at))),
    ]
    known = cases.people(actor, case, at, rights, labels_only=True)
    people = [(row.label, row.kind_label, row.relationship) for row in known]
    blocks: list[Block] = [Heading(1, "The case"), Facts(facts)]
    if people:
        blocks.append(Table(("Known as", "Who", "Relationship"), people, "Who is in the case", absent="Not said"))
    return blocks


@item_content("clocks", 2)
def the_clocks(actor: Actor, case: OneCase, at: datetime, rights: Rights) -> Sequence[Block]:
    """What guidance asks for by a day, and where it stands."""
    rows = [
        (row.what, in_words(row.due_on) if row.due_on else "", row.words or row.state_label)
        for row in cases.clocks(actor, case, at, rights)
    ]
    return [Heading(1, "Clocks"), Table(("What", "Due", "Where it stands"), rows, "Clocks of the case")] if rows else []


@item_content("agencies", 3)
def the_agencies(actor: Actor, case: OneCase, at: datetime, rights: Rights) -> Sequence[Block]:
    """Which agencies take part, and how."""
    rows = [(row.name, row.mode_label) for row in cases.agencies(actor, case, at, rights)]
    return [Heading(1, "Agencies"), Table(("Agency", "How it takes part"), rows, "Agencies")] if rows else []


@item_content("points", 4)
def the_points(actor: Actor, case: OneCase, at: datetime, rights: Rights) -> Sequence[Block]:
    """What is gone through for each case."""
    return [Heading(1, "What to go through"), Bullets([point.text for point in points()])]
