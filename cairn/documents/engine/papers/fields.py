"""Which letters there are, and the fields each may name. A partnership's own file names these and no others.

A field is kept for ever: letters that partnerships wrote name it. What it says may be made clearer; a field that is no
longer filled stays on the list with what is put in instead.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One field: its name in the letter, what is put in for it, and how that may look."""

    name: str
    says: str
    example: str


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
    def example(self) -> dict[str, str]:
        """Something to put in for each field, of a case that never was."""
        return {field.name: field.example for field in self.fields}


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
    "The report of a rapid review, from the records. What was not asked is put in as those words.",
    (
        *_EVERYWHERE,
        _CHILDREN,
        Field("local_authority", "The authority that notified.", "Coldwater Council"),
        Field(
            "notified", "When the incident was notified, and the reference given for it.", "7 August 2026, ref. 1234"
        ),
        Field("incident", "What happened, and when it became known.", "A child of six weeks was injured at home."),
        Field("family", "The children and their family, by label.", "Child A, six weeks. Mother of Child A."),
        Field("ethnicity", "Ethnicity of the children.", "White British"),
        Field("religion", "Religion or belief.", "Not known"),
        Field("disability", "Disability or long illness.", "None"),
        Field("carers", "Fathers and male carers, and other carers.", "Father of Child A lived elsewhere."),
        Field("housing", "Housing and income.", "A private tenancy; no fixed income."),
        Field("period", "The period covered, and why that one.", "From the pregnancy to the incident."),
        Field("agencies", "How each agency was involved, a line each.", "Health visiting: two visits."),
        Field("key_events", "Key events, a line each, with day and source.", "3 August 2026, hospital: injuries seen."),
        Field("voice", "What life was like for the child, and what was heard from the child.", "What was noticed."),
        Field("analysis", "Why it came about, as well as what.", "Two services each waited for the other."),
        Field("good_practice", "What was done well.", "A midwife called again the same day."),
        Field("safety", "Whether children are safe now, and what was done.", "Both are with grandparents."),
        Field("learning", "What can be learned already.", "Ask about men in the household."),
        Field("immediate_action", "What is being done at once, by whom.", "Training of duty staff by September."),
        Field("criteria", "Each limb of the criteria, whether it is met, and why.", "Abuse suspected: met."),
        Field("decision", "What was decided, with the day.", "A local review is held. 20 August 2026."),
        Field("reasons", "The reasons for the decision.", "Practice between services can improve."),
        Field("national_importance", "Whether it is of national importance, and why.", "No: the themes are local."),
        Field("publication", "What is intended for publication, and when.", "Within six months of the decision."),
        Field("partners", "What each safeguarding partner said, a line each.", "Council: agrees, 20 August 2026."),
        Field("scrutineer", "What the independent scrutineer said.", "The reasons are sound."),
    ),
)

KINDS = {kind.kind: kind for kind in (REQUEST, RETURN, PANEL_REPORT)}
