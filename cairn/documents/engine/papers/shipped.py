"""The letters that come with Cairn: a start, until a partnership uploads its own. Written here, in our own words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from cairn.documents.engine.papers import fields, word
from cairn.documents.engine.papers.paper import Block, Bullets, Facts, Heading, Note, Paper, Paragraph, Table

WRITTEN_ON = date(2026, 11, 25)
TO_WRITE_IN = "Write here"

# What an agency is asked, in the order in which people find it easiest to answer (practice B3).
QUESTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Who wrote this, and what was searched",
        (
            "Who wrote this, in which post, and was the author involved with the family?",
            "Who checked it?",
            "Which people were searched for, by which names and numbers?",
            "Which period was searched, and why that one?",
            "Which records were searched, and which could not be?",
        ),
    ),
    (
        "The child",
        (
            "When was the child first known to you, and when last seen, by whom?",
            "How was the child seen, and what was heard or noticed?",
            "What is recorded of ethnicity, religion and disability? Write “not asked” where nobody asked.",
            "Which nursery, school or college, and how was attendance?",
            "How did the family live: housing, income, moves?",
            "What was the child's status with social care, now and before?",
            "What is known of each parent and carer, fathers and other men included?",
        ),
    ),
    (
        "What your agency did",
        (
            "What was done well?",
            "What gives concern, and why did it come about?",
            "What can be learned at once, and what have you started to do?",
            "Was there an earlier review about this family?",
        ),
    ),
    (
        "Now",
        (
            "Is any child at risk of harm now, and what was done about it?",
            "Which other processes do you know of: police, coroner, court, disciplinary, complaint?",
            "Are the criteria for a review met, in your view, and why?",
            "Who signs this off for your agency, and on which day?",
        ),
    ),
)


@cache
def shipped(kind: str) -> bytes:
    """The letter of this kind that comes with Cairn, as Word. Raises KeyError for a kind there is not."""
    blocks = {fields.REQUEST.kind: _request, fields.RETURN.kind: _return, fields.PANEL_REPORT.kind: _report}[kind]()
    title = TITLES[kind]
    return word.write(Paper(title, kind, WRITTEN_ON, tuple(blocks), front=False))


TITLES = {
    fields.REQUEST.kind: "What did your agency know?",
    fields.RETURN.kind: "Summary of an agency's involvement",
    fields.PANEL_REPORT.kind: "Rapid review: report to the national Panel",
}


def _request() -> Iterable[Block]:
    return (
        Paragraph("{{ today }}"),
        Paragraph("To the safeguarding lead of {{ agency_name }}"),
        Paragraph("Our reference: {{ case_reference }}"),
        Heading(1, "Why we write"),
        Paragraph("{{ why_asked }}"),
        Paragraph(
            "{{ partnership_name }} holds a rapid review under {{ guidance }}. It is for learning: it does not ask who "
            "is to blame. We ask for this information under section 16H of the Children Act 2004; a body that is asked "
            "has to give it."
        ),
        Heading(1, "What we ask of you"),
        Bullets(
            [
                "Make sure now that your records about these people are safe and cannot be changed.",
                "Tell us by {{ known_by }} whether you knew any of them. “Not known” is an answer, and counts.",
                "If you did, send us your summary by {{ summary_by }}.",
                "If you think that a child is in danger now, do not wait: act as you always would, then tell us.",
            ]
        ),
        Heading(1, "Who to search for"),
        Paragraph("{{ people }}"),
        Note("This names a child and a family. Keep it where only those who search can read it."),
        Heading(1, "How to answer"),
        Paragraph(
            "Sign in where you were invited, or fill in the form that comes with this letter and send it back by "
            "secure mail. If anything is unclear, write to {{ partnership_email }} and quote the reference; name "
            "nobody in the message."
        ),
        Paragraph("{{ sender }}"),
        Paragraph("for {{ partnership_name }}"),
    )


def _return() -> Iterable[Block]:
    yield Facts(
        [
            ("Agency", "{{ agency_name }}"),
            ("Reference", "{{ case_reference }}"),
            ("Children, by label", "{{ child_labels }}"),
            ("Held under", "{{ guidance }}"),
            ("Form made on", "{{ today }}"),
            ("Due by", "{{ summary_by }}"),
        ]
    )
    yield Paragraph(
        "Write labels instead of names. Say why as well as what. An empty answer hides learning: write “none”, "
        "“not known” or “not asked”. Send the form by secure mail to {{ partnership_name }}, {{ partnership_email }}."
    )
    for title, questions in QUESTIONS:
        yield Heading(1, title)
        yield Table(
            ("Question", "Your answer"),
            [(question, None) for question in questions],
            "Your answers",
            (2, 3),
            TO_WRITE_IN,
        )
    yield Heading(1, "Key events")
    rows = [(None, None, None, None)] * 8
    columns = ("Day, as your records give it", "What happened", "Source", "What was done")
    yield Table(columns, rows, "Key events, in order", (2, 4, 2, 3), TO_WRITE_IN)


def _report() -> Iterable[Block]:
    yield Facts(
        [
            ("From", "{{ partnership_name }}, {{ partnership_email }}"),
            ("Reference", "{{ case_reference }}"),
            ("Reference of the notification", "{{ notified }}"),
            ("Children, by label", "{{ child_labels }}"),
            ("Held under", "{{ guidance }}"),
            ("Made on", "{{ today }}"),
        ]
    )
    yield Paragraph("{{ report }}")
