"""A rapid review with agencies at each stage of their answer, and every act on it ready to be tried by anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases.models import Case, Person
from cairn.kernel.verdict import Refused, Verdict
from cairn.partnership.commands import seats
from cairn.partnership.models import User
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.commands.returns import changes_of
from cairn.rapid_reviews.engine.questions import GIVEN, NO, Given, Section, section, sections
from cairn.rapid_reviews.models import KeyEvent, RapidReview, Request, Return, SafetyQuestion
from tests.stories import Stories, give_contact_point
from tests.world import World

TODAY = date(2026, 8, 14)
OTHERS = ("CSC", "ICB", "PH")  # agencies that a test may still ask
WORDS = "Seen at home, and Zebedee was smiling."  # a name written where names may be written


class _TakenBack(Exception):
    """Undoes an act that was only tried."""


@dataclass
class Scene:
    """The trust has said *known*; the police and the schools have not answered."""

    world: World
    case: Case
    review: RapidReview
    answer: Return  # of the trust
    silent: Return  # of the police
    question: SafetyQuestion
    child: Person

    def by(self, who: str) -> Actor:
        """Somebody of the world, now."""
        return self.world.actor(who)

    def fresh(self) -> Return:
        """The trust's answer as it is now."""
        return Return.unscoped.get(pk=self.answer.pk)

    def event(self) -> KeyEvent:
        """The first key event of the version that is being written."""
        return KeyEvent.unscoped.filter(version=self.fresh().latest, removed_at=None).earliest("id")


def scene(world: World, stories: Stories) -> Scene:
    """Set it. Those whom the story let in by name or by hand are there too."""
    case = stories.case_at("asked")
    return Scene(
        world=world,
        case=case,
        review=RapidReview.unscoped.get(case=case),
        answer=Return.unscoped.get(case=case, agency__short_name="TRUST"),
        silent=Return.unscoped.get(case=case, agency__short_name="POLICE"),
        question=SafetyQuestion.unscoped.get(case=case),
        child=stories.child(case),
    )


def author_of(world: World, short: str, name: str = "Nell Other") -> User:
    """Somebody new who writes for an agency: an account with a seat."""
    if not User.unscoped.filter(name=name).exists():
        _appoint(world, short, name)
    return User.unscoped.get(name=name)


def _appoint(world: World, short: str, name: str) -> None:
    by, agency = world.actor("business_manager"), world.agency(short)
    address = f"{name.lower().replace(' ', '.')}@coldwater.example"
    user = User(email=address, name=name, post="Author", employer=agency, created_at=world.at)
    user.set_unusable_password()
    user.save()
    seats.appoint(
        world.group("agencies"),
        holder=user,
        title=f"Author of {short}",
        role=Role.AGENCY_AUTHOR,
        employer=agency,
        speaks_for=[],
        starts_at=world.at,
        by=by,
        at=world.at,
    )


def ask_more(on: Scene, *shorts: str) -> tuple[Request, ...]:
    """Further agencies are asked, each with a contact point."""
    for short in shorts:
        give_contact_point(on.world, short, on.world.at)
    agencies = [on.world.agency(short) for short in shorts]
    return commands.ask_agencies(on.review, agencies=agencies, by=on.by("officer"), at=on.world.at).requests


def whole(each: Section) -> dict[str, Given]:
    """An answer to every question of a section."""
    answers = {"words": Given(words=WORDS), "answered": Given(GIVEN, WORDS), "yes_no": Given(NO)}
    return {question.id: answers.get(question.kind, Given()) for question in each.questions}


def fill(on: Scene, answer: Return, by: str = "author") -> None:
    """Every section of a return is written."""
    for each in sections():
        commands.save_answers(answer, section=each, given=whole(each), version=0, by=on.by(by), at=on.world.at)


def changes(answer: Return) -> int:
    """The number of saved changes that sending in asks for."""
    return changes_of(Return.unscoped.get(pk=answer.pk).latest)


def submit(on: Scene) -> None:
    """The trust's return is written and sent in."""
    fill(on, on.answer)
    commands.submit_return(on.answer, version=changes(on.answer), by=on.by("author"), at=on.world.at)


def sign(on: Scene) -> None:
    """It is sent in and signed off."""
    submit(on)
    commands.sign_return(on.answer, by=on.by("sign_off"), at=on.world.at)


def check(on: Scene) -> None:
    """It is sent in, signed off and checked."""
    sign(on)
    commands.check_return(on.answer, all_so=True, by=on.by("officer"), at=on.world.at)


Act = Callable[[Scene, Actor, datetime], object]
SEARCH = section("search")
assert SEARCH is not None
EVENT = {"written_date": "2 May 2025", "event": "A visit.", "source": "Records"}

# Each command with facts that would do, but for who asks and when; and what must have happened before it.
ACTS: dict[str, Act] = {
    "ask_agencies": lambda s, by, at: commands.ask_agencies(
        s.review, agencies=[s.world.agency("CSC")], means="letter", by=by, at=at
    ),
    "chase_agencies": lambda s, by, at: commands.chase_agencies(s.review, requests=[s.silent.request], by=by, at=at),
    "withdraw_request": lambda s, by, at: commands.withdraw_request(s.silent, reason="A mistake.", by=by, at=at),
    "close_to_returns": lambda s, by, at: commands.close_to_returns(s.review, reason="All in.", by=by, at=at),
    "say_known": lambda s, by, at: commands.say_known(s.silent, knowledge="limited", told_how="Phone", by=by, at=at),
    "say_not_known": lambda s, by, at: commands.say_not_known(
        s.answer, searched="All names.", confirmed_by="The director", told_how="Phone", by=by, at=at
    ),
    "save_answers": lambda s, by, at: commands.save_answers(
        s.answer, section=SEARCH, given=whole(SEARCH), version=0, by=by, at=at
    ),
    "add_key_event": lambda s, by, at: commands.add_key_event(s.answer, **EVENT, by=by, at=at),
    "change_key_event": lambda s, by, at: commands.change_key_event(s.event(), **EVENT, version=1, by=by, at=at),
    "remove_key_event": lambda s, by, at: commands.remove_key_event(s.event(), by=by, at=at),
    "submit_return": lambda s, by, at: commands.submit_return(s.answer, version=changes(s.answer), by=by, at=at),
    "record_return": lambda s, by, at: commands.record_return(
        s.silent, received_from="A sergeant", received_on=TODAY, received_how="Secure mail", by=by, at=at
    ),
    "sign_return": lambda s, by, at: commands.sign_return(s.answer, by=by, at=at),
    "record_sign_off": lambda s, by, at: commands.record_sign_off(
        s.answer, signed_name="The director", signed_how="Secure mail today", by=by, at=at
    ),
    "check_return": lambda s, by, at: commands.check_return(s.answer, all_so=True, by=by, at=at),
    "send_back": lambda s, by, at: commands.send_back(s.answer, questions="When was that?", by=by, at=at),
    "correct_return": lambda s, by, at: commands.correct_return(s.answer, why="A wrong date.", by=by, at=at),
    "ask_safety": lambda s, by, at: commands.ask_safety(
        s.case,
        children=[s.child],
        safe_now="not_known",
        done="Asked the ward.",
        agency=s.world.agency("CSC"),
        interval=3,
        by=by,
        at=at,
    ),
    "update_safety": lambda s, by, at: commands.update_safety(
        s.question, safe_now="yes", words="With foster carers.", as_of=TODAY, told_by="The ward", by=by, at=at
    ),
    "change_interval": lambda s, by, at: commands.change_interval(s.question, interval=2, version=1, by=by, at=at),
    "close_safety": lambda s, by, at: commands.close_safety(s.question, reason="Safe for good.", by=by, at=at),
}
BEFORE: dict[str, Callable[[Scene], None]] = {
    "submit_return": lambda s: fill(s, s.answer),
    "sign_return": submit,
    "record_sign_off": submit,
    "send_back": submit,
    "check_return": sign,
    "correct_return": submit,
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
