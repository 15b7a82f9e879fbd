"""A rapid review brought as far as a test needs: answered, decided, agreed, its report made or sent."""

from __future__ import annotations

from datetime import date

from cairn.cases import commands as cases
from cairn.cases.models import Case, Clock, Decision
from cairn.guidance.checklists import checklist
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import PanelReply, PanelReport, RapidReview
from tests.cases.deciding import decide
from tests.stories import KNOWN_ON, Stories
from tests.world import World

TODAY = date(2026, 8, 14)
PARTNERS = ("partner_council", "partner_health", "partner_police")
OUTCOMES = {
    "serious_case": "serious_case",
    "local_review": "no_review",
    "national_importance": "not_national",
}


def review_of(world: World, stories: Stories, stage: str = "shared") -> RapidReview:
    """A rapid review just opened on the shared case, with the clock of fifteen days that the notification starts."""
    case = stories.case_at(stage)
    by = world.actor("officer")
    review = RapidReview.unscoped.filter(case=case).first()
    if review is None:
        review = commands.open_rapid_review(case, why="Every notified incident is reviewed.", by=by, at=world.at)
    if not Clock.unscoped.filter(case=case, duty="send_rapid_review").exists():
        cases.start_clock(
            case, duty="send_rapid_review", trigger_on=KNOWN_ON, source="The receipt.", by=by, at=world.at
        )
    return review


def answer_everything(world: World, review: RapidReview) -> None:
    """Each question of the report is answered, and each fact of the child that may not be blank."""
    by = world.actor("officer")
    for item in checklist("panel_report").items:
        commands.answer_report(
            review, question=item.id, answer="given", words=f"Answer to {item.id}.", version=0, by=by, at=world.at
        )


def answer_facts(world: World, stories: Stories, case: Case) -> None:
    """What may not be blank of the child: the story leaves ethnicity and religion unanswered."""
    child, by = stories.child(case), world.actor("officer")
    for fact in ("ethnicity", "religion"):
        cases.answer_fact(child, fact=fact, answer="not_known", version=0, by=by, at=world.at)


def decide_everything(world: World, case: Case) -> list[Decision]:
    """The three decisions, each agreed by all partners: herself, or by mail where the case is not open to her."""
    made = [decide(world, case, kind, outcome) for kind, outcome in OUTCOMES.items()]
    for decision in made:
        agree(world, decision)
    return made


def agree(world: World, decision: Decision) -> None:
    """All three partners agree, as the office learned by mail."""
    for who in PARTNERS:
        cases.give_voice(
            decision,
            seat=world.seat(who),
            stance="agrees",
            given_on=TODAY,
            came_by="Secure mail",
            version=0,
            by=world.actor("officer"),
            at=world.at,
        )


def say_safe(world: World, review: RapidReview, stories: Stories) -> None:
    """Whether the child is safe now is on record."""
    commands.ask_safety(
        review.case,
        children=[stories.child(review.case)],
        agency=world.agency("CSC"),
        safe_now="yes",
        done="In hospital, and then with foster carers.",
        interval=7,
        by=world.actor("officer"),
        at=world.at,
    )


def whole(world: World, stories: Stories) -> RapidReview:
    """A rapid review of which nothing is missing."""
    review = review_of(world, stories)
    answer_everything(world, review)
    answer_facts(world, stories, review.case)
    decide_everything(world, review.case)
    say_safe(world, review, stories)
    return review


def made(world: World, review: RapidReview) -> PanelReport:
    """The report, made from what is on record."""
    return commands.make_report(review, by=world.actor("officer"), at=world.at)


def sent(world: World, review: RapidReview) -> PanelReport:
    """The report, made and sent today."""
    by = world.actor("officer")
    return commands.send_report(made(world, review), sent_on=TODAY, sent_how="Secure mail", by=by, at=world.at)


def replied(world: World, report: PanelReport, says: str = "asks", **facts) -> PanelReply:
    """The Panel's letter, recorded today."""
    facts = {"received_on": TODAY, "words": "What became of the sibling?", **facts}
    return commands.record_reply(report, says=says, by=world.actor("officer"), at=world.at, **facts)
