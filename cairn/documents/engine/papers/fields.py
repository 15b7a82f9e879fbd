"""Which letters there are, and the fields each may name. A partnership's own file names these and no others.

A field is kept for ever: letters that partnerships wrote name it. What it says may be made clearer; a field that is no
longer filled stays on the list with what is put in instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from cairn.documents.engine.papers.filling import Value
from cairn.documents.engine.papers.paper import Block, Facts, Heading, Paragraph, Table


@dataclass(frozen=True)
class Field:
    """One field: its name in the letter, what is put in for it, and how that may look.

    A field with an example of `blocks` is whole: it stands for headings, paragraphs and tables.
    """

    name: str
    says: str
    example: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class LetterKind:
    """One kind of letter: what it is called, what it is for, and its fields in the order in which they are listed."""

    kind: str
    title: str
    says: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names a file of this kind may use."""
        return frozenset(field.name for field in self.fields)

    @property
    def whole(self) -> frozenset[str]:
        """The names of the fields that need a paragraph to themselves."""
        return frozenset(field.name for field in self.fields if field.blocks)

    @property
    def example(self) -> dict[str, Value]:
        """Something to put in for each field, of a case that never was."""
        return {field.name: field.blocks or field.example for field in self.fields}


_EVERYWHERE = (
    Field("today", "The day the letter is made.", "14 August 2026"),
    Field("partnership_name", "The name of the partnership.", "Coldwater Safeguarding Children Partnership"),
    Field("partnership_email", "The address the partnership writes from.", "office@coldwater.example"),
    Field("case_reference", "The reference of the case. It names nobody.", "CSCP-2026-0004"),
    Field("guidance", "The edition of the guidance that the review is held under.", "Working Together 2023"),
)
_AGENCY = Field("agency_name", "The agency the letter goes to.", "Coldwater Community Health Trust")
_SUMMARY_BY = Field("summary_by", "The day by which the agency's summary is due.", "Friday 28 August 2026")
_CHILDREN = Field("child_labels", "The children of the case by label, never by name.", "Child A\nChild B")

REQUEST = LetterKind(
    "agency_request",
    "Letter to an agency",
    "Asks an agency what it knew. It names the people to search for, so the office sends it by its own secure mail.",
    (
        *_EVERYWHERE,
        _AGENCY,
        Field("sender", "Who sends it: name and post.", "Bea Manager\nBusiness manager"),
        Field("why_asked", "Why a rapid review is held, as the office recorded it.", "A child was seriously injured."),
        Field(
            "people",
            "Who to search for, a line each: real name, birth date, addresses.",
            "Ann Example, born 3 May 2024, 1 The Green, Coldwater",
        ),
        Field("known_by", "The day by which the agency says whether it knew anybody.", "Tuesday 18 August 2026"),
        _SUMMARY_BY,
    ),
)

RETURN = LetterKind(
    "agency_return",
    "Form for an agency's summary",
    "The form an agency fills in with Word where it does not answer on the page.",
    (*_EVERYWHERE, _AGENCY, _CHILDREN, _SUMMARY_BY),
)

PANEL_REPORT = LetterKind(
    "panel_report",
    "Report to the national Panel",
    "The report of a rapid review on your own paper, with what is in the records put in as a whole.",
    (
        *_EVERYWHERE,
        _CHILDREN,
        Field("notified", "The reference of the notification, or that none is recorded.", "1234"),
        Field(
            "report",
            "The report itself: headings, paragraphs and tables. It needs a paragraph of the text to itself.",
            "What happened, the child and the family, agencies, findings, decisions",
            (
                Heading(1, "The incident"),
                Facts((("Known since", "7 August 2026"), ("Place", "Home A"))),
                Heading(1, "What was found"),
                Heading(2, "What was done well?"),
                Paragraph("A midwife called again the same day."),
                Table(
                    ("Children", "Safe now"), (("Child A", "Yes, with grandparents"),), "Whether children are safe now"
                ),
            ),
        ),
    ),
)

KINDS = {kind.kind: kind for kind in (REQUEST, RETURN, PANEL_REPORT)}
