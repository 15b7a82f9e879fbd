"""Every act on a case, ready to be tried by anybody: the tables of who may, when, and what is said to the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction

from cairn.access.actor import Actor
from cairn.cases import commands
from cairn.cases.models import AccessGiven, Case, Clock, Conflict, Duty, LineOfEnquiry, Person, Place
from cairn.kernel.verdict import Refused, Verdict
from tests.prepared import put_back
from tests.stories import KNOWN_ON, Stories
from tests.world import World

TODAY = date(2026, 8, 14)


class _TakenBack(Exception):
    """Undoes an act that was only tried."""


@dataclass
class Scene:
    """A shared case with one of everything on it."""

    world: World
    case: Case
    child: Person
    home: Place
    clock: Clock
    duty: Duty
    grant: AccessGiven
    conflict: Conflict
    agreed: Conflict
    line: LineOfEnquiry
    aside: LineOfEnquiry


def scene(world: World, stories: Stories) -> Scene:
    """Set it: the duty is a local step owed by the subgroup member's seat."""
    case = stories.case_at("shared")
    put_back(f"scene of {case.key}", partial(_furnish, world, case))
    return Scene(
        world=world,
        case=case,
        child=stories.child(case),
        home=stories.home(case),
        clock=Clock.unscoped.get(case=case),
        duty=Duty.unscoped.get(case=case),
        grant=AccessGiven.unscoped.get(case=case, seat=world.seat("member")),
        conflict=Conflict.unscoped.get(user=world.user("conflicted")),
        agreed=Conflict.unscoped.get(user=world.user("no_role")),
        line=LineOfEnquiry.unscoped.get(case=case, number=1),
        aside=LineOfEnquiry.unscoped.get(case=case, number=2),
    )


def _furnish(world: World, case: Case) -> None:
    by = world.actor("business_manager")
    commands.set_duty(case, what="Ask the trust", strength="local", owed_by=world.seat("member"), by=by, at=world.at)
    other = commands.declare_conflict(case, person=world.user("no_role"), nature="A relative.", by=by, at=world.at)
    commands.agree_to_lift_conflict(other, reason="A mistake.", by=by, at=world.at)
    commands.add_line(case, question="Who saw the child alone?", by=by, at=world.at)
    aside = commands.add_line(case, question="Was housing asked?", by=by, at=world.at)
    commands.put_line_aside(aside, reason="Housing knew nobody.", by=by, at=world.at)


Act = Callable[[Scene, Actor, datetime], object]


NOT_ASKED = commands.Known("not_asked")
# Each command with facts that would do, but for who asks and when.
ACTS: dict[str, Act] = {
    "add_family": lambda s, by, at: commands.add_family(s.case, label="Family 2", by=by, at=at),
    "add_person": lambda s, by, at: commands.add_person(s.case, kind="carer", label="Aunt", by=by, at=at),
    "change_person": lambda s, by, at: commands.change_person(
        s.child, kind="sibling", label="Sib", relationship="", family=None, version=1, by=by, at=at
    ),
    "add_place": lambda s, by, at: commands.add_place(s.case, kind="school", label="School A", by=by, at=at),
    "answer_fact": lambda s, by, at: commands.answer_fact(
        s.child, fact="sex", answer="given", value="Girl", version=0, by=by, at=at
    ),
    "record_identity": lambda s, by, at: commands.record_identity(
        s.child, name_answer="not_known", born=NOT_ASKED, died=NOT_ASKED, version=1, by=by, at=at
    ),
    "record_place_identity": lambda s, by, at: commands.record_place_identity(
        s.home, address="1 New Road", version=1, by=by, at=at
    ),
    "add_alias": lambda s, by, at: commands.add_alias(s.child, kind="nickname", name="Zeb", by=by, at=at),
    "add_place_alias": lambda s, by, at: commands.add_place_alias(s.home, name="The Yard", by=by, at=at),
    "show_names": lambda s, by, at: commands.show_names(s.case, reason="To check a letter.", by=by, at=at),
    "involve_agency": lambda s, by, at: commands.involve_agency(
        s.case, agency=s.world.agency("TRUST"), mode="on_panel", by=by, at=at
    ),
    "give_access": lambda s, by, at: commands.give_access(
        s.case, to=s.world.seat("outsider"), reason="Asked to the meeting.", by=by, at=at
    ),
    "end_access": lambda s, by, at: commands.end_access(s.grant, reason="Left the group.", by=by, at=at),
    "declare_conflict": lambda s, by, at: commands.declare_conflict(
        s.case, person=s.world.user("outsider"), nature="A relative.", by=by, at=at
    ),
    "agree_to_lift_conflict": lambda s, by, at: commands.agree_to_lift_conflict(
        s.conflict, reason="Moved post.", by=by, at=at
    ),
    "lift_conflict": lambda s, by, at: commands.lift_conflict(s.agreed, reason="A mistake.", by=by, at=at),
    "start_clock": lambda s, by, at: commands.start_clock(
        s.case, duty="send_rapid_review", trigger_on=KNOWN_ON, source="The Panel's receipt.", by=by, at=at
    ),
    "correct_trigger": lambda s, by, at: commands.correct_trigger(
        s.clock, trigger_on=KNOWN_ON - timedelta(1), source="The call log.", why="A day out.", by=by, at=at
    ),
    "meet_clock": lambda s, by, at: commands.meet_clock(s.clock, met_on=TODAY, evidence="The receipt.", by=by, at=at),
    "end_clock": lambda s, by, at: commands.end_clock(
        s.clock, finding="Not a serious case.", ended_on=TODAY, by=by, at=at
    ),
    "set_duty": lambda s, by, at: commands.set_duty(
        s.case, what="Ask", strength="local", owed_by=s.world.seat("member"), by=by, at=at
    ),
    "hand_over_duty": lambda s, by, at: commands.hand_over_duty(s.duty, to=s.world.seat("chair"), by=by, at=at),
    "do_duty": lambda s, by, at: commands.do_duty(s.duty, done_on=TODAY, by=by, at=at),
    "waive_duty": lambda s, by, at: commands.waive_duty(s.duty, reason="Not needed.", by=by, at=at),
    "add_line": lambda s, by, at: commands.add_line(s.case, question="Why then?", by=by, at=at),
    "change_line": lambda s, by, at: commands.change_line(s.line, question="Who saw her?", version=1, by=by, at=at),
    "put_line_aside": lambda s, by, at: commands.put_line_aside(s.line, reason="Answered.", by=by, at=at),
    "take_line_up": lambda s, by, at: commands.take_line_up(s.aside, by=by, at=at),
    "close_case": lambda s, by, at: commands.close_case(s.case, reason="Nothing left.", by=by, at=at),
}


def tried(act: Act, on: Scene, by: Actor, at: datetime) -> Verdict:
    """What comes of an act, which is taken back whatever came of it."""
    try:
        with transaction.atomic():
            act(on, by, at)
            raise _TakenBack
    except _TakenBack:
        return Verdict()
    except Refused as refusal:
        return refusal.verdict


def refusal(act: Callable[[], object]) -> Verdict:
    """The verdict of an act that must be refused."""
    try:
        act()
    except Refused as refused:
        return refused.verdict
    raise AssertionError("The act was not refused.")
