"""The rapid reviews of the fictional cases: who was asked, what came back, what was decided and by whom agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cairn.cases import commands as cases
from cairn.cases import queries
from cairn.cases.engine.deciding import QUESTIONS, governing, limbs_of
from cairn.rapid_reviews import commands
from cairn.rapid_reviews import queries as rapid_reviews
from demo.area import ARRANGEMENTS_STARTED_ON
from demo.casework import MANAGER, OFFICER, PARTNERS, Desk, at_ten

if TYPE_CHECKING:
    from cairn.rapid_reviews.models import RapidReview, Return


def asked(desk: Desk, agencies: tuple[str, ...], on: date) -> RapidReview:
    """The office opens the rapid review and asks agencies by a notice that names nobody."""
    at = at_ten(on)
    by = desk.register.actor(MANAGER, at)
    why = "The council notified a serious incident."
    review = commands.open_rapid_review(desk.case, why=why, by=by, at=at)
    commands.ask_agencies(
        review, agencies=[desk.register.agencies[name] for name in agencies], means="notice", by=by, at=at
    )
    return review


def of(desk: Desk, agency: str, on: date) -> Return:
    """What one agency was asked on this case."""
    at = at_ten(on)
    by = desk.register.actor(MANAGER, at)
    wanted = desk.register.agencies[agency].name
    return next(row for row in rapid_reviews.returns(by, desk.case, at) if row.agency.name == wanted)


def knew(desk: Desk, agency: str, handle: str, on: date, how_well: str = "known") -> None:
    """An author says that her agency knew the child or the family."""
    at = at_ten(on)
    commands.say_known(of(desk, agency, on), knowledge=how_well, by=desk.register.actor(handle, at), at=at)


def knew_nobody(desk: Desk, agency: str, handle: str, on: date) -> None:
    """An author says that her agency searched and knew nobody: a nil return, whole as it is."""
    at = at_ten(on)
    commands.say_not_known(
        of(desk, agency, on),
        searched="All names, birth dates and addresses given, in the case system, back to 2010.",
        confirmed_by="Head of delivery unit",
        by=desk.register.actor(handle, at),
        at=at,
    )


def came_by_mail(desk: Desk, agency: str, who: str, on: date) -> None:
    """The office records a summary and its sign-off that came by secure mail."""
    at = at_ten(on)
    by = desk.register.actor(OFFICER, at)
    commands.say_known(of(desk, agency, on), knowledge="known", told_how=f"{who}, by secure mail", by=by, at=at)
    commands.record_return(
        of(desk, agency, on), received_from=who, received_on=on, received_how="By secure mail", by=by, at=at
    )
    commands.record_sign_off(of(desk, agency, on), signed_name=who, signed_how="In the same message", by=by, at=at)


def decided(
    desk: Desk,
    kind: str,
    outcome: str,
    reasons: str,
    on: date,
    *,
    limbs_met: str = "yes",
    recorded_on: date | None = None,
) -> None:
    """The partners decide, each limb answered, and each of them agrees as the office learned by mail."""
    at = at_ten(recorded_on or on)
    by = desk.register.actor(OFFICER, at)
    edition = governing(on, ARRANGEMENTS_STARTED_ON)
    assert edition is not None
    decision = cases.record_decision(
        desk.case,
        kind=kind,
        outcome=outcome,
        limbs=[
            cases.LimbAnswer(limb.name, limbs_met, "As the returns of the agencies show.")
            for limb in limbs_of(QUESTIONS[kind], edition.id)
        ],
        reasoning=cases.Reasoning(
            reasons=reasons,
            evidence="The returns of the agencies and the minutes of the meeting.",
            alternatives="A single agency's own review, and an audit; neither would show how agencies worked together.",
            for_family="The partners looked at what each service knew, and why things went as they did.",
        ),
        decided_on=on,
        by=by,
        at=at,
    )
    if recorded_on is None:
        for title in PARTNERS:
            cases.give_voice(
                decision,
                seat=desk.register.seats[title],
                stance="agrees",
                given_on=on,
                came_by="By secure mail",
                version=0,
                by=by,
                at=at,
            )


def safe(desk: Desk, agency: str, done: str, on: date, every: int = 7) -> None:
    """The subgroup asks that an agency report on the child's safety, every so many days."""
    at = at_ten(on)
    by = desk.register.actor(MANAGER, at)
    people = queries.people(by, desk.case, at)
    child = queries.person(by, desk.case, next(row.key for row in people if row.kind == "subject_child"), at)
    assert child is not None
    commands.ask_safety(
        desk.case,
        children=[child],
        safe_now="yes",
        done=done,
        agency=desk.register.agencies[agency],
        interval=every,
        by=by,
        at=at,
    )
