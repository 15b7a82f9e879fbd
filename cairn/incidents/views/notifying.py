"""Is it notifiable? What the criteria say, what was decided, what was sent and what is watched, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.views.inside import READS, Inside, in_case
from cairn.incidents import policy, queries
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, day_in_words
from cairn.partnership.clock import LONDON, day_of

LIMBS = ("What is asked", "Answer", "Why", "Where it is written")
FACTS = ("Fact", "Answer", "How sure", "Who says so", "Known since", "Judgement")
NOTICES = ("What was told", "To whom", "When", "What shows it")
WATCHES = ("Waits for", "Look again", "State", "What was found")
COLOURS = {True: "red", False: "green", None: "yellow"}
ANSWERS = {True: "To be notified", False: "Not notifiable", None: "Cannot say yet"}
DEATHS = (
    ("looked_after_death_notice", "Notice of the death of a looked-after child"),
    ("care_leaver_death_notice", "Notice of the death of a care leaver"),
)


@dataclass(frozen=True)
class Answered:
    """What the criteria say of one child: in short, limb by limb, what is missing, and the child's own facts."""

    label: str
    problem: str
    rows: list[Row]
    limbs: list[tuple[object, ...]]
    missing: list[Link]
    facts: list[tuple[object, ...]]


@in_case(*READS)
def notifying(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_notifying"):
        return answers.absent()
    actor, case, at, rights = inside.request.actor, inside.case, inside.at, inside.rights
    keeps = bool(rights.can("keep_notifying", case))
    decision = cases.standing_decision(actor, case, "notify", at)
    sent = queries.notifications(actor, case, at, rights, names_shown=inside.names_shown)
    watches = queries.watches(actor, case, at, rights)
    shown = {
        "begun": queries.one_incident(actor, case, at) is not None,
        "tested": [_answered(inside, each, keeps) for each in queries.criteria_tested(actor, case, at, rights)],
        "limb_columns": LIMBS,
        "fact_columns": (*FACTS, "Record") if keeps else FACTS,
        "facts": [_fact(inside, line, "", keeps) for line in queries.facts_for_every_child(actor, case, at, rights)],
        "decided": _decided(inside, decision),
        "decide": _decide(inside, decision, keeps),
        "watch_columns": (*WATCHES, "Record") if keeps else WATCHES,
        "watches": [_watch(inside, watch, keeps) for watch in watches],
        "begin_watch": _begins(inside, decision, watches, keeps),
        "sent": sent[0] if sent else None,
        "sent_rows": _sent(inside, sent[0]) if sent else [],
        "sent_links": _sent_links(inside, sent, keeps),
        "earlier": [(each.row.recorded_at, _sent(inside, each)) for each in sent[1:]],
        "notice_columns": NOTICES,
        "notices": [_notice(row) for row in queries.notices(actor, case, at, rights)],
        "notice_link": inside.url("notice_record") if keeps else "",
    }
    return inside.page("incidents/notifying.html", shown, read="read_notifying")


def _answered(inside: Inside, each: queries.Tested, keeps: bool) -> Answered:
    facts = [_fact(inside, line, each.child_key, keeps) for line in each.own]
    found = each.assessment
    if found is None:
        return Answered(each.label, each.problem, [], [], [], facts)
    rows = [
        Row("The criteria say", ANSWERS[found.notify]),
        *(Row(words, _owed(getattr(found, name))) for name, words in DEATHS if getattr(found, name) is not False),
        Row("By the rules of", found.edition.title),
    ]
    limbs: list[tuple[object, ...]] = [
        (
            limb.meaning,
            Cell(queries.limb_words(limb.answer.met), colour=COLOURS[limb.answer.met]),
            limb.answer.why,
            limb.reference,
        )
        for limb in found.limbs
    ]
    missing = [_missing(inside, fact, each.child_key, keeps) for fact in found.missing_facts]
    return Answered(each.label, "", rows, limbs, missing, facts)


def _owed(met: bool | None) -> str:
    return "Owed" if met else "Cannot say yet"


def _missing(inside: Inside, fact: str, child_key: str, keeps: bool) -> Link:
    """A fact that would settle it, and where it is recorded: here, or with what happened."""
    words = queries.fact_words(fact)
    if not keeps:
        return Link(words, "")
    if not queries.is_recorded_here(fact):
        return Link(words, inside.url("incident"))
    return Link(words, _fact_url(inside, fact, child_key))


def _fact_url(inside: Inside, fact: str, child_key: str) -> str:
    return inside.url("fact_of_child", child_key, fact) if child_key else inside.url("fact_record", fact)


def _fact(inside: Inside, line: queries.FactLine, child_key: str, keeps: bool) -> tuple[object, ...]:
    shown = (line.question, line.words, line.certainty, line.said_by, line.known_on, line.note)
    link = Cell("Record", href=_fact_url(inside, line.fact, child_key), hidden=line.question)
    return (*shown, link) if keeps else shown


def _decided(inside: Inside, decision: cases.DecisionRow | None) -> list[Row]:
    if decision is None:
        return []
    waits = ", ".join(decision.waits_for) or "Nobody"
    read = (Link("Read it whole", inside.url("case_decision", decision.key)),)
    return [
        Row("Decided", decision.outcome_label, read),
        Row("On", day_in_words(decision.decided_on)),
        Row("Why", decision.reasons),
        Row("Waiting for", waits),
    ]


def _decide(inside: Inside, decision: cases.DecisionRow | None, keeps: bool) -> Link | None:
    words = "Decide again" if decision else "Record the decision"
    return Link(words, inside.url("case_decide", "notify")) if keeps else None


def _begins(inside: Inside, decision: cases.DecisionRow | None, watches: list[queries.OneWatch], keeps: bool) -> str:
    """Where it is said what would reopen a decision not to notify, while nobody has said so."""
    refused = decision is not None and decision.outcome == "not_notify"
    watched = any(watch.decision.key == decision.key for watch in watches if decision)
    return inside.url("watch_begin") if refused and keeps and not watched else ""


def _watch(inside: Inside, watch: queries.OneWatch, keeps: bool) -> tuple[object, ...]:
    stands = watch.ended_on is None
    colour = "blue" if stands else "grey"
    line = (
        queries.events_words(watch),
        day_in_words(watch.look_again_on),
        Cell(watch.state.label, colour=colour),
        watch.finding,
    )
    if not keeps:
        return line
    return (*line, Cell("What was found", href=inside.url("watch_found", watch.key)) if stands else "")


def _sent(inside: Inside, each: queries.SentRow) -> list[Row]:
    row = each.row
    moment = row.sent_at.astimezone(LONDON)
    facts = [
        ("State", each.state_label),
        ("Sent", f"{day_in_words(moment.date())}, {moment:%H:%M}"),
        ("Submitted by", row.submitted_by),
        ("The council became aware", day_in_words(row.aware_on)),
        ("Abuse or neglect came to be suspected", each.suspected),
        ("Who agreed", row.agreed_by),
        ("The partners’ views then", row.partners_views or "Nothing recorded"),
        ("Threshold for a rapid review said to be met", "Yes" if row.threshold_met else "No"),
        ("Reference of the system", each.reference or "Not known"),
        ("What was wrong in the version before", row.correction),
        ("Withdrawn", day_in_words(row.withdrawn_on) if row.withdrawn_on else ""),
        ("The finding", row.finding),
        ("Recorded", f"{day_in_words(day_of(row.recorded_at))}, {row.recorded_by.name}"),
    ]
    rows = [Row(key, value) for key, value in facts if value]
    if row.copy and inside.rights.can("read_files"):
        link = (Link("Open the copy", inside.url("case_file", row.copy.key)),)
        rows.append(Row("Copy of what was sent", "Kept", link))
    return [
        *rows,
        *(Row(f"{field.label}, {field.child}" if field.child else field.label, field.value) for field in each.fields),
    ]


def _sent_links(inside: Inside, sent: list[queries.SentRow], keeps: bool) -> list[Link]:
    if not keeps:
        return []
    links = [Link("The sheet to copy from", inside.url("notification_sheet"))]
    latest = sent[0].row if sent else None
    if latest is None or not policy.can(inside.request.actor, "correct_notification", latest, inside.at):
        return [*links, Link("Record that it was sent", inside.url("notification_record"))]
    key = latest.key
    return [
        *links,
        Link("Correct it", inside.url("notification_correct", key)),
        Link("Withdraw it", inside.url("notification_withdraw", key)),
    ]


def _notice(row: queries.OneNotice) -> tuple[object, ...]:
    return row.get_kind_display(), row.sent_to, day_in_words(row.sent_on), row.evidence
