"""The decisions of a case: what stands, how it was reached, who agrees, who was told."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from cairn.cases import commands, queries
from cairn.cases.engine.deciding import QUESTIONS, Question, governing, limbs_of, outcomes_of
from cairn.cases.forms.decisions import DecisionForm
from cairn.cases.queries.decisions import Decided, DecisionRow
from cairn.cases.views.beside import decided, parts
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.fields import DayField
from cairn.look.parts import Cell, Link, Row, day_in_words
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of

STANCE_COLOURS = {"agrees": "green", "dissents": "red", "comments": "blue"}
VOICES = ("Who", "Stands to it", "In her words", "When", "How it came")
LIMBS = ("Limb", "Met", "Why", "Where it is written")
REPLACED = ("What was decided", "When", "Under")
TOLD = ("Who was told", "When", "How")


@in_case(*READS)
def decisions(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    readable = [question for question in QUESTIONS.values() if inside.rights.can(question.read)]
    if not readable:
        return answers.absent()
    rows = {row.kind: row for row in queries.decisions(actor, inside.case, at, rights=inside.rights)}
    earlier = queries.decisions(actor, inside.case, at, earlier=True, rights=inside.rights)
    shown = {
        "questions": [_asked(inside, question, rows.get(question.kind)) for question in readable],
        "replaced_columns": REPLACED,
        "replaced": [_replaced(inside, row) for row in earlier],
    }
    return inside.page("cases/decisions.html", shown, read="read_decisions")


def _asked(inside: Inside, question: Question, row: DecisionRow | None) -> dict[str, object]:
    decides = bool(inside.rights.can(question.write, inside.case))
    url = inside.url("case_decide", question.kind)
    links = [Link("Decide again" if row else "Record the decision", url, hidden=question.title)] if decides else []
    if row is None:
        return {"title": question.title, "rows": [], "links": links}
    links.insert(0, Link("Read it whole", inside.url("case_decision", row.key), hidden=question.title))
    return {"title": question.title, "rows": _in_short(row), "links": links}


def _in_short(row: DecisionRow) -> list[Row]:
    waiting = ", ".join(row.waits_for) or "Nobody"
    rows = [Row("Decided", row.outcome_label), Row("On", day_in_words(row.decided_on)), Row("Waiting for", waiting)]
    return [*rows, Row("Dissents", ", ".join(row.dissenting))] if row.dissenting else rows


def _replaced(inside: Inside, row: DecisionRow) -> tuple[object, ...]:
    what = Cell(f"{row.title} {row.outcome_label}", href=inside.url("case_decision", row.key))
    return what, day_in_words(row.decided_on), row.edition_title


@in_case(*READS)
def one_decision(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.decision(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    row = queries.shown_decision(found, at)
    shown = {
        "row": row,
        "facts": facts_of(found, row),
        "limb_columns": LIMBS,
        "limbs": [
            (limb.meaning, limb.get_met_display(), limb.why, limb.reference) for limb in queries.limbs_tested(found)
        ],
        "voice_columns": VOICES,
        "voices": [_voice(voice) for voice in row.voices],
        "told_columns": TOLD,
        "told": [(told.whom, day_in_words(told.told_on), told.how) for told in row.told],
        "acts": _acts(inside, found, row),
    }
    return inside.page("cases/decision.html", shown, read="read_decision", about=found)


def facts_of(found: Decided, row: DecisionRow) -> list[Row]:
    advice = found.get_legal_advice_display() + (f": {found.legal_topic}" if found.legal_topic else "")
    optional = (
        ("Who was asked", found.asked),
        ("Who saw it otherwise, and how that was resolved", found.dissent),
        ("What the family is told", found.for_family),
    )
    return [
        Row("Decided", row.outcome_label),
        Row("On", day_in_words(found.decided_on)),
        Row("Why", found.reasons),
        Row("What was seen", found.evidence),
        Row("What else was considered", found.alternatives),
        *(Row(name, words or "Nothing recorded") for name, words in optional),
        Row("Legal advice", advice),
        Row("By the rules of", row.edition_title),
        Row("Recorded", f"{day_in_words(day_of(found.recorded_at))}, by {found.recorded_by.name}"),
    ]


def _voice(voice: queries.VoiceRow) -> tuple[object, ...]:
    colour = STANCE_COLOURS.get(voice.stance, "grey")
    when = day_in_words(voice.given_on) if voice.given_on else ""
    how = voice.came_by or ("Said here, for her own seat" if voice.stance else "")
    return voice.who, Cell(voice.stance_label, colour=colour), voice.words, when, how


def _acts(inside: Inside, found: Decided, row: DecisionRow) -> list[Link]:
    if row.replaced:
        return []
    question = QUESTIONS[found.kind]
    acts = []
    if own_word(inside, row) is not None:
        acts.append(Link("Say how you stand to it", inside.url("case_own_voice", found.key)))
    if inside.rights.can(question.write, found):
        acts += [
            Link("Record what a partner or the scrutineer said", inside.url("case_record_voice", found.key)),
            Link("Record who was told", inside.url("case_tell_of_decision", found.key)),
            Link("Decide again", inside.url("case_decide", found.kind)),
        ]
    return acts


def own_word(inside: Inside, row: DecisionRow) -> queries.VoiceRow | None:
    """The voice of the reader's own seat, if she has one to give."""
    own = {seat.key for seat in inside.request.actor.seats if not seat.as_deputy}
    return next((voice for voice in row.voices if voice.seat_key in own), None)


@in_case(*ACTS)
def decide(inside: Inside, kind: str) -> HttpResponse:
    question = QUESTIONS.get(kind)
    if question is None or not inside.rights.can(question.read):
        return answers.absent()
    actor, at = inside.request.actor, inside.at
    stand = queries.decisions(actor, inside.case, at, rights=inside.rights)
    standing = next((row for row in stand if row.kind == kind), None)
    act = Act(
        "record_decision",
        question.title,
        "Record the decision",
        inside.url("case_decisions"),
        "The decision is recorded. Each partner now says how she stands to it.",
        action=question.write,
    )
    form = _form(inside, question, standing)

    def record(typed: dict[str, Any]) -> None:
        limbs = [commands.LimbAnswer(*answered) for answered in form.answered()]
        words = {name: typed[name] for name in commands.Reasoning.__dataclass_fields__}
        commands.record_decision(
            inside.case,
            kind=kind,
            outcome=typed["outcome"],
            limbs=limbs,
            reasoning=commands.Reasoning(**words),
            decided_on=typed["decided_on"],
            instead_of=typed["instead_of"],
            by=actor,
            at=at,
        )

    def latest() -> str:
        now = queries.standing_decision(actor, inside.case, kind, at, inside.rights)
        return now.key if now else ""

    more = {"parts": [decided(stand), *parts(inside)], "standing": standing, "question": question}
    return offer(inside, act, form, record, latest=latest, template="cases/decide.html", more=more)


def _form(inside: Inside, question: Question, standing: DecisionRow | None) -> DecisionForm:
    """The questions as the rules of the day of decision put them: today's, until another day is typed."""
    data = inside.request.POST or None
    day = day_of(inside.at)
    if data is not None:
        boxes = [data.get(f"decided_on_{part}", "") for part in ("day", "month", "year")]
        with suppress(ValidationError):  # the form itself says what is wrong with the day
            day = DayField().clean(boxes) or day
    own = partnership.the_partnership()
    edition = governing(day, own.arrangements_started_on if own else None)
    rules = edition.id if edition else "lscb06"  # a day before any guidance is refused by the command, in words
    initial = {"decided_on": day, "instead_of": standing.key if standing else ""}
    return DecisionForm(data, initial=initial, limbs=limbs_of(question, rules), outcomes=outcomes_of(question, rules))
