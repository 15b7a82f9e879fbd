"""Cases at a stage, brought there by the commands a person would use.

`stories.case_at("opened")` is the case of Child R on the day of `world`; each stage includes the ones before it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

import pytest

from cairn.actions import commands as actions
from cairn.cases import commands
from cairn.cases.models import Case, Person, Place
from cairn.documents import commands as documents
from cairn.documents.engine.taking import made
from cairn.incidents import commands as incidents
from cairn.meetings import commands as meetings
from cairn.meetings.models import Meeting
from cairn.partnership.commands.agency import change_agency
from cairn.publication.commands import Printed, record_published_review
from cairn.rapid_reviews import commands as rapid_reviews
from cairn.rapid_reviews.models import Return
from tests.cases.deciding import decide
from tests.chronicled import told_by_agencies
from tests.prepared import put_back
from tests.world import World

LABEL = "Child R"
KNOWN_ON = date(2026, 8, 13)
STAGES = ("opened", "peopled", "shared", "at_work", "asked", "notified", "chronicled")
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
ASKED = ("TRUST", "POLICE", "SCHOOLS")


class Stories:
    """Tells a story up to a stage, once for each label. What was told before in a run is put back, not told again."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._told: list[str] = ["world"]

    def case_at(self, stage: str, label: str = LABEL, at: datetime | None = None) -> Case:
        """A case as it stands at the stage. The same label goes on with the same case."""
        moment = at or self.world.at
        steps = {
            "opened": self._open,
            "peopled": self._people,
            "shared": self._share,
            "at_work": self._work,
            "asked": self._ask,
            "notified": self._notify,
            "chronicled": partial(told_by_agencies, self.world),
        }
        for name in STAGES[: STAGES.index(stage) + 1]:
            chapter = f"{label} {name} {moment.isoformat()}"
            if chapter not in self._told:
                self._told.append(chapter)
                put_back("; ".join(self._told), partial(steps[name], label, moment))
        return Case.unscoped.get(label=label)

    def child(self, case: Case) -> Person:
        """The child the case is about."""
        return Person.unscoped.get(case=case, kind="subject_child")

    def home(self, case: Case) -> Place:
        """Where the child lived."""
        return Place.unscoped.get(case=case, kind="home")

    def _open(self, label: str, at: datetime) -> None:
        by = self.world.actor("business_manager", at)
        commands.open_case(
            kind="serious_incident", label=label, known_on=KNOWN_ON, told_by="Children's services", by=by, at=at
        )

    def _people(self, label: str, at: datetime) -> None:
        case, by = Case.unscoped.get(label=label), self.world.actor("officer", at)
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
        case, by = Case.unscoped.get(label=label), self.world.actor("chair", at)
        for who in LET_IN:
            commands.give_access(case, to=self.world.seat(who), reason="Asked to the rapid review.", by=by, at=at)
        for who, role in BY_NAME.items():
            to = self.world.user(who)
            commands.give_access(
                case, to=to, role=role, reason="Asked for this case.", ends_at=at + UNTIL, by=by, at=at
            )
        wall = self.world.user("conflicted")
        commands.declare_conflict(case, person=wall, nature="Line manager of the officer involved.", by=by, at=at)

    def _work(self, label: str, at: datetime) -> None:
        case, by = Case.unscoped.get(label=label), self.world.actor("officer", at)
        commands.involve_agency(case, agency=self.world.agency("TRUST"), mode="information_only", by=by, at=at)
        upload = made(f"{NAME[0]} discharge summary.txt", b"Seen at six weeks. Discharged.")
        documents.put_file(case, upload=upload, purpose="evidence", read_action="read_incident", by=by, at=at)
        owed_by = self.world.seat("member")
        commands.set_duty(case, what="Bring the summary", strength="local", owed_by=owed_by, by=by, at=at)
        decide(self.world, case)
        commands.add_line(case, question="Who saw the child alone, and what did she say?", by=by, at=at)
        actions.set_action(
            case,
            what="Complete the genogram",
            why="Everybody who cares for the child is known.",
            origin="immediate_learning",
            agency=self.world.agency("TRUST"),
            due_on=date(2026, 8, 28),
            by=by,
            at=at,
        )
        self._meet(case, at)
        if label == LABEL:  # public, and no part of any case
            printed = Printed("Baby Elm", "Serious Case Review", "Yearly report, 2019-20", 2019, 9)
            record_published_review(printed=printed, by=by, at=at)

    def _meet(self, case: Case, at: datetime) -> None:
        """The subgroup will meet in a week and take the case: one meeting, however many cases are told."""
        by, subgroup = self.world.actor("officer", at), self.world.group("subgroup")
        times = meetings.Times("Subgroup, August", date(2026, 8, 21), self.world.seat("chair"), "10:00", "Town hall")
        called = Meeting.unscoped.filter(group=subgroup, title=times.title).first()
        meeting = called or meetings.call_meeting(subgroup, kind="subgroup", times=times, by=by, at=at)
        meetings.put_on_agenda(meeting, case=case, title="Rapid review", by=by, at=at)

    def _ask(self, label: str, at: datetime) -> None:
        case, by = Case.unscoped.get(label=label), self.world.actor("officer", at)
        for short in ASKED:
            give_contact_point(self.world, short, at)
        review = rapid_reviews.open_rapid_review(case, why="The council notified a serious incident.", by=by, at=at)
        agencies = [self.world.agency(short) for short in ASKED]
        rapid_reviews.ask_agencies(review, agencies=agencies, by=by, at=at)
        answer = Return.unscoped.get(case=case, agency__short_name="TRUST")
        rapid_reviews.say_known(answer, knowledge="known", by=self.world.actor("author", at), at=at)
        rapid_reviews.add_key_event(
            answer,
            written_date="March 2024",
            event="Referred.",
            source="Records",
            by=self.world.actor("author", at),
            at=at,
        )
        child, holds = self.child(case), self.world.agency("TRUST")
        rapid_reviews.ask_safety(
            case, children=[child], safe_now="yes", done="In hospital.", agency=holds, interval=7, by=by, at=at
        )

    def _notify(self, label: str, at: datetime) -> None:
        """One of everything that is kept of an incident, whether or not it would come together."""
        case, by = Case.unscoped.get(label=label), self.world.actor("officer", at)
        incident = incidents.begin_incident(case, aware_on=KNOWN_ON, by=by, at=at)
        incidents.record_area_role(case, area="Farvale", role="joint", by=by, at=at)
        fields = ({"id": "child_name", "label": "Name", "child": LABEL, "value": f"{NAME[1]} {NAME[0]}"},)
        sent = incidents.Sent(at, "Dana Duty", "All three delegates", threshold_met=True, fields=fields)
        incidents.record_notification(incident, sent=sent, by=by, at=at)
        decision = decide(self.world, case, "notify", "not_notify")
        look_again_on = date(2026, 9, 14)
        incidents.watch_case(decision, events=["toxicology"], look_again_on=look_again_on, by=by, at=at)


def give_contact_point(world: World, short: str, at: datetime) -> None:
    """An agency gets a mailbox to which notices go."""
    agency, by = world.agency(short), world.actor("business_manager", at)
    kept = {"name": agency.name, "short_name": short, "kind": agency.kind}
    change_agency(agency, **kept, contact_point=f"{short.lower()}@coldwater.example", by=by, at=at)


@pytest.fixture
def stories(world: World) -> Stories:
    """Stories told in the world of this test."""
    return Stories(world)
