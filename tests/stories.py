"""Cases at a stage, brought there by the commands a person would use.

`stories.case_at("opened")` is the case of Child R on the day of `world`; each stage includes the ones before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest

from cairn.cases import commands
from cairn.cases.models import Case, Person, Place
from tests.world import World

LABEL = "Child R"
KNOWN_ON = date(2026, 8, 13)
STAGES = ("opened", "peopled", "shared")
LET_IN = ("member", "member_education", "partner_council", "partner_health", "scrutineer", "conflicted", "legal")
BY_NAME = {
    "reviewer": "reviewer",
    "panel_member": "panel_member",
    "linked_member": "linked_member",
    "author": "agency_author",
    "sign_off": "agency_sign_off",
    "comms": "communications_lead",
}
# Planted where real names belong, and looked for everywhere else.
NAME = ("Quillfeather", "Zebedee")
ALIAS = "Zebby-Quill"
ADDRESS = "9 Larkspur Yard, Coldwater"
UNTIL = timedelta(days=90)


@dataclass
class Stories:
    """Tells a story up to a stage, once for each label."""

    world: World
    told: dict[str, Case] = field(default_factory=dict)

    def case_at(self, stage: str, label: str = LABEL, at: datetime | None = None) -> Case:
        """A case as it stands at the stage. The same label goes on with the same case."""
        moment = at or self.world.at
        steps: dict[str, Callable[[str, datetime], None]] = {
            "opened": self._open,
            "peopled": self._people,
            "shared": self._share,
        }
        for name in STAGES[: STAGES.index(stage) + 1]:
            if (label, name) not in self._done:
                steps[name](label, moment)
                self._done.add((label, name))
        return self.told[label]

    def __post_init__(self) -> None:
        self._done: set[tuple[str, str]] = set()

    def child(self, case: Case) -> Person:
        """The child the case is about."""
        return Person.unscoped.get(case=case, kind="subject_child")

    def home(self, case: Case) -> Place:
        """Where the child lived."""
        return Place.unscoped.get(case=case, kind="home")

    def _open(self, label: str, at: datetime) -> None:
        by = self.world.actor("business_manager", at)
        self.told[label] = commands.open_case(
            kind="serious_incident", label=label, known_on=KNOWN_ON, told_by="Children's services", by=by, at=at
        )

    def _people(self, label: str, at: datetime) -> None:
        case, by = self.told[label], self.world.actor("officer", at)
        family = commands.add_family(case, label="Family 1", by=by, at=at)
        child = commands.add_person(case, kind="subject_child", label=label, family=family, by=by, at=at)
        commands.add_person(case, kind="parent", label="Mother", relationship="mother", family=family, by=by, at=at)
        commands.record_identity(
            child,
            name_answer="given",
            family_name=NAME[0],
            given_names=NAME[1],
            born=commands.Known("day", date(2025, 2, 3)),
            died=commands.Known("none"),
            version=0,
            by=by,
            at=at,
        )
        commands.add_alias(child, kind="nickname", name=ALIAS, by=by, at=at)
        commands.answer_fact(child, fact="disability", answer="not_asked", version=0, by=by, at=at)
        home = commands.add_place(case, kind="home", label="Home A", by=by, at=at)
        commands.record_place_identity(home, address=ADDRESS, postcode="cw1 9zz", version=0, by=by, at=at)

    def _share(self, label: str, at: datetime) -> None:
        case, by = self.told[label], self.world.actor("chair", at)
        for who in LET_IN:
            commands.give_access(case, to=self.world.seat(who), reason="Asked to the rapid review.", by=by, at=at)
        for who, role in BY_NAME.items():
            to = self.world.user(who)
            commands.give_access(
                case, to=to, role=role, reason="Asked for this case.", ends_at=at + UNTIL, by=by, at=at
            )
        wall = self.world.user("conflicted")
        commands.declare_conflict(case, person=wall, nature="Line manager of the officer involved.", by=by, at=at)


@pytest.fixture
def stories(world: World) -> Stories:
    """Stories told in the world of this test."""
    return Stories(world)
