"""The report of a rapid review to the national Panel, put together from the records, and what is missing in it.

Plain Python: it is handed what was recorded, in words, and gives a paper and a list of gaps. The child is called by the
label and the notification's reference; the Panel knows who it is, and a report that goes astray tells nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from cairn.documents.engine.papers.paper import Block, Facts, Heading, Note, Paper, Paragraph, Table

FACTS_NEVER_BLANK = ("Ethnicity", "Religion or belief", "Disability")
DECISIONS_NEEDED = (
    ("serious_case", "Is it a serious case?"),
    ("local_review", "Which review follows, if any?"),
    ("national_importance", "Is it of national importance?"),
)
LEAST_PARTNERS = 3  # council, police, health: more where areas have joined (Children Act 2004, section 16E)
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ChildTold:
    """A child the review is about: the label, and each fact that was asked with its answer in words."""

    label: str
    facts: Pairs = ()


@dataclass(frozen=True)
class AnswerTold:
    """One question of the report: its id and words, and the answer in words; blank while nothing was recorded."""

    id: str
    question: str
    words: str = ""


@dataclass(frozen=True)
class DecisionTold:
    """One decision as it stands: what was asked, what came of it, each limb, and how each partner stands to it."""

    kind: str
    title: str
    outcome: str
    decided_on: str
    edition: str
    reasons: str
    evidence: str
    alternatives: str
    dissent: str = ""
    limbs: Sequence[tuple[str, str, str]] = ()  # meaning, met, why
    voices: Sequence[tuple[str, str, str]] = ()  # who, how she stands, words
    waits_for: Sequence[str] = ()


@dataclass(frozen=True)
class Material:
    """Everything the report is made of, as recorded on the day it is made."""

    reference: str
    label: str
    partnership: str
    made_on: date
    notified_as: str = ""
    dates: Pairs = ()
    incident: Pairs = ()
    children: Sequence[ChildTold] = ()
    family: Pairs = ()
    agencies: Sequence[tuple[str, str, str]] = ()  # agency, known or not, how far its answer has come
    silent: Sequence[str] = ()  # agencies that have not answered
    events: Sequence[tuple[str, str, str, str]] = ()  # when as written, agency, event, source
    answers: Sequence[AnswerTold] = ()
    safety: Sequence[tuple[str, str]] = ()  # which children, whether they are safe and how that is known
    actions: Sequence[tuple[str, str, str]] = ()  # what, who, by when
    decisions: Sequence[DecisionTold] = field(default_factory=tuple)


def in_other_words(material: Material, say: Callable[[str], str]) -> Material:
    """The same material with every text said otherwise, wherever it stands: no place can be forgotten."""
    said: Material = _said(material, say)
    return said


def _said(value: Any, say: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return say(value)
    if isinstance(value, tuple | list):
        return tuple(_said(each, say) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _said(getattr(value, each.name), say) for each in fields(value)})
    return value


@dataclass(frozen=True)
class Gap:
    """Something that is missing or that a reader should know. A blocking gap keeps the report from being sent."""

    sentence: str
    about: str  # answers, people, safety, decisions, signatures or agencies: the page where it is mended
    blocks: bool = True


def gaps(material: Material) -> list[Gap]:
    """What keeps the report from being sent, then what it says openly that it does not know.

    No blank is silent: *none*, *not known* and *not asked* are answers, an empty box is not (practice B4).
    """
    return [*_blank_people(material), *_blank_answers(material), *_undecided(material), *_told_openly(material)]


def _blank_people(material: Material) -> Iterator[Gap]:
    if not material.children:
        yield Gap("No child is recorded on this case.", "people")
    for child in material.children:
        answered = {name for name, words in child.facts if words}
        for fact in FACTS_NEVER_BLANK:
            if fact not in answered:
                yield Gap(
                    f"{fact} of {child.label} is blank. Say what is known, or none, not known or not asked.", "people"
                )
    if not material.safety:
        yield Gap("Nobody has recorded whether the child and other children are safe now.", "safety")


def _blank_answers(material: Material) -> Iterator[Gap]:
    for answer in material.answers:
        if not answer.words:
            yield Gap(f"Not answered: {answer.question}", "answers")


def _undecided(material: Material) -> Iterator[Gap]:
    decided = {decision.kind: decision for decision in material.decisions}
    for kind, title in DECISIONS_NEEDED:
        if kind not in decided:
            yield Gap(f"Not decided: {title}", "decisions")
            continue
        yield from _unsigned(decided[kind])


def _unsigned(decision: DecisionTold) -> Iterator[Gap]:
    spoken = [voice for voice in decision.voices if voice[1] in ("Agrees", "Dissents")]
    for who in decision.waits_for:
        yield Gap(f"{decision.title} {who} has neither agreed nor dissented.", "signatures")
    if not decision.waits_for and len(spoken) < LEAST_PARTNERS:
        yield Gap(f"{decision.title} Fewer than three safeguarding partners have agreed or dissented.", "signatures")


def _told_openly(material: Material) -> Iterator[Gap]:
    for agency in material.silent:
        yield Gap(f"{agency} has not answered. The report says so.", "agencies", blocks=False)
    for answer in material.answers:
        if answer.words in ("Not known", "Not asked"):
            yield Gap(f"{answer.words}: {answer.question}", "answers", blocks=False)
    for child in material.children:
        for fact, words in child.facts:
            if words in ("Not known", "Not asked"):
                yield Gap(f"{fact} of {child.label}: {words.lower()}.", "people", blocks=False)


def paper(material: Material) -> Paper:
    """The report as a paper, with what is not known said in words."""
    return Paper(
        title=f"Rapid review of {material.label}",
        reference=material.reference,
        made_on=material.made_on,
        blocks=tuple(_blocks(material)),
        contents=True,
    )


def _blocks(material: Material) -> Iterator[Block]:
    yield Paragraph(f"Report of {material.partnership} to the national Panel.")
    yield Note("A rapid review is restricted. It need not be published, and it is not meant to be.")
    yield Heading(1, "The incident")
    notified = (("Reference of the notification", material.notified_as), *material.dates)
    yield Facts((*notified, *material.incident), absent="Not known")
    yield Heading(1, "The child and the family")
    for child in material.children:
        yield Heading(2, child.label)
        yield Facts(child.facts)
    yield Facts(material.family, empty="Nobody else is recorded.")
    yield from _agencies(material)
    yield Heading(1, "What was found")
    for answer in material.answers:
        yield Heading(2, answer.question)
        yield Paragraph(answer.words, absent="Not answered")
    yield Heading(1, "Safety, and what is done at once")
    yield Table(("Children", "Safe now, and how that is known"), material.safety, "Whether children are safe now")
    yield Table(("What", "Who", "By when"), material.actions, "What is done at once")
    yield Heading(1, "What was decided")
    for decision in material.decisions:
        yield from _decision(decision)


def _agencies(material: Material) -> Iterator[Block]:
    yield Heading(1, "Agencies and what they knew")
    yield Table(("Agency", "Knew the child or family", "Answer"), material.agencies, "Agencies that were asked")
    yield Heading(2, "Key events")
    yield Table(
        ("When", "Agency", "What happened", "Source"),
        material.events,
        "Key events as the agencies wrote them, in order",
        widths=(2, 2, 6, 2),
        absent="Not given",
        empty="No key event was sent in.",
    )


def _decision(decision: DecisionTold) -> Iterator[Block]:
    yield Heading(2, decision.title)
    yield Facts(
        (
            ("Decided", decision.outcome),
            ("On", decision.decided_on),
            ("By the rules of", decision.edition),
            ("Why", decision.reasons),
            ("What was seen", decision.evidence),
            ("What else was considered", decision.alternatives),
            ("Who saw it otherwise, and how that was resolved", decision.dissent or "Nobody"),
        )
    )
    if decision.limbs:
        yield Table(("Limb", "Met", "Why"), decision.limbs, "Limb by limb", widths=(4, 1, 4))
    yield Table(("Who", "Stands to it", "In their words"), decision.voices, "Each partner", absent="No words added")


# Which questions of an agency's return bear on a question of the report, so that nobody has to look for them.
FED_BY = {
    "fathers_and_carers": ("carers", "caused_harm"),
    "identity": ("ethnicity", "religion", "disability"),
    "lived_experience": ("heard", "how_seen", "communication"),
    "housing_and_income": ("housing",),
    "education": ("education",),
    "period": ("period",),
    "involvement": ("first_seen", "last_seen", "care_status"),
    "early_signs": ("early_signs",),
    "key_practice_episodes": ("concerns", "good_practice"),
    "why": ("concerns",),
    "good_practice": ("good_practice",),
    "learning": ("learning",),
    "safety": ("safety",),
    "immediate_action": ("action_started",),
    "said_before": ("earlier_review",),
    "parallel": ("parallel",),
}
