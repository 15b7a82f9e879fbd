"""What happened in the fictional cases, as far as it is known, and what was sent. All of it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from cairn.cases import commands as cases
from cairn.cases.engine.deciding import QUESTIONS, limbs_of
from cairn.cases.queries import people, person
from cairn.incidents import commands, queries
from cairn.partnership.clock import LONDON
from demo.casework import OFFICER, Desk, at_ten

HERE = commands.Place("ours")


@dataclass(frozen=True)
class Story:
    """What is known of one incident once the first questions have been asked."""

    what: str
    nature: str
    source: str
    post: str  # name and post of who told
    happened: commands.Happened
    suspected: commands.Suspected
    abuse: str  # known, suspected or no
    social_care: str
    factors: tuple[str, ...] = ()


def tell_partners(desk: Desk, on: date) -> None:
    """The council tells the three delegates, the same day."""
    at = at_ten(on)
    commands.record_notice(
        desk.case,
        kind="safeguarding_partners",
        sent_to="The delegates of council, police and health",
        sent_on=on,
        evidence=f"The office's mail of {on.day} {on:%B}.",
        by=desk.register.actor(OFFICER, at),
        at=at,
    )


def ask(desk: Desk, story: Story, on: date) -> None:
    """The office asks the first questions and writes the answers down."""
    at = at_ten(on)
    by = desk.register.actor(OFFICER, at)
    told = queries.incident(by, desk.case, at)
    assert told is not None
    incident, aware_on = told.incident, told.known.aware_on
    commands.say_who_told(
        incident, source=story.source, told_by=story.post, came_by="telephone", version=1, by=by, at=at
    )
    commands.say_what_happened(
        incident,
        what_happened=story.what,
        nature=story.nature,
        happened=story.happened,
        version=2,
        by=by,
        at=at,
    )
    commands.say_when_it_became_known(incident, aware_on=aware_on, suspected=story.suspected, version=3, by=by, at=at)
    commands.say_where(incident, happened=HERE, lives=HERE, moved="no", version=4, by=by, at=at)
    commands.record_criteria_fact(
        desk.case,
        fact="abuse_or_neglect",
        value=story.abuse,
        certainty="likely",
        said_by=story.post,
        version=0,
        by=by,
        at=at,
    )
    for row in people(by, desk.case, at):
        child = person(by, desk.case, row.key, at) if row.kind == "subject_child" else None
        if child is not None:
            factors = list(story.factors)
            commands.describe_child(child, social_care=story.social_care, factors=factors, version=0, by=by, at=at)


def notify(desk: Desk, on: date, *, why_late: str = "", told: str = "") -> None:
    """The council sends the notification first thing in the morning; the office records it."""
    at = at_ten(on)
    by = desk.register.actor(OFFICER, at)
    begun = queries.incident(by, desk.case, at)
    assert begun is not None
    rights = desk.rights(by, at)
    fields = tuple(vars(field) for field in queries.sheet(by, desk.case, at, rights))
    sent = commands.Sent(
        sent_at=datetime.combine(on, time(9), LONDON),
        submitted_by="Dana Frost, head of safeguarding",
        agreed_by="The delegates of council, police and health, by telephone",
        partners_views="All three agree that it is notifiable.",
        threshold_met=True,
        system_reference="CSN-DEMO",
        fields=fields,
    )
    commands.record_notification(begun.incident, sent=sent, late_reason=why_late, late_told=told, by=by, at=at)


def not_notify(desk: Desk, on: date, reasons: str, events: list[str], look_again_on: date) -> None:
    """It is decided with the same care not to notify, and what would reopen that is kept in view."""
    at = at_ten(on)
    by = desk.register.actor(OFFICER, at)
    asked = limbs_of(QUESTIONS["notify"], "wt26")
    answers = [cases.LimbAnswer(limb.name, "not_known", "The facts do not show it so far.") for limb in asked]
    reasoning = cases.Reasoning(
        reasons=reasons,
        evidence="The hospital's first report and the police log.",
        alternatives="Notifying at once was weighed: nobody suspects abuse or neglect so far.",
        asked="Council, police and health, by telephone.",
    )
    decision = cases.record_decision(
        desk.case,
        kind="notify",
        outcome="not_notify",
        limbs=answers,
        reasoning=reasoning,
        decided_on=on,
        by=by,
        at=at,
    )
    commands.watch_case(decision, events=events, look_again_on=look_again_on, by=by, at=at)
