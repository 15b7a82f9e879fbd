"""A case with an incident, as the tests of this app meet it, and every act ready to be tried by anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

from cairn.access.actor import Actor
from cairn.cases.models import Case, Decision, Person
from cairn.incidents import commands
from cairn.incidents.models import AreaRole, Incident, Notification, Watch
from tests.cases.deciding import decide
from tests.prepared import put_back
from tests.stories import KNOWN_ON, Stories
from tests.world import World

TODAY = date(2026, 8, 14)
SENT_AT = datetime(2026, 8, 13, 14, 30, tzinfo=UTC)  # half past three in London
SENT = commands.Sent(
    sent_at=SENT_AT,
    submitted_by="Dana Duty, service manager",
    agreed_by="The three delegates, by telephone",
    threshold_met=True,
    partners_views="All three agree.",
    system_reference="CSN-4711",
    fields=(
        {"id": "child_name", "label": "Name", "child": "Child R", "value": "Zebedee Quillfeather"},
        {"id": "nature", "label": "Nature", "child": "", "value": "Serious harm"},
    ),
)
AHEAD = date(2026, 9, 14)


@dataclass
class Scene:
    """A shared case with one of everything this app keeps."""

    world: World
    case: Case
    child: Person
    incident: Incident
    notification: Notification | None = None
    decision: Decision | None = None
    watch: Watch | None = None
    area: AreaRole | None = None


def begun(world: World, stories: Stories) -> Scene:
    """A shared case whose incident is begun, and nothing more."""
    case = stories.case_at("shared")
    put_back(f"incident of {case.key}", partial(_begin, world, case))
    return Scene(world, case, stories.child(case), Incident.unscoped.get(case=case))


def notified(world: World, stories: Stories) -> Scene:
    """The same, notified on the day it became known."""
    on = begun(world, stories)
    put_back(f"notification of {on.case.key}", partial(_notify, world, on.incident))
    on.notification = Notification.unscoped.get(case=on.case)
    on.incident.refresh_from_db()
    return on


def not_notified(world: World, stories: Stories) -> Scene:
    """The same, decided not to be notified, and watched."""
    on = begun(world, stories)
    put_back(f"watch of {on.case.key}", partial(_watch, world, on.case))
    on.decision = Decision.unscoped.get(case=on.case)
    on.watch = Watch.unscoped.get(case=on.case)
    return on


def _begin(world: World, case: Case) -> None:
    commands.begin_incident(case, aware_on=KNOWN_ON, by=world.actor("officer"), at=world.at)


def _notify(world: World, incident: Incident) -> None:
    commands.record_notification(incident, sent=SENT, by=world.actor("officer"), at=world.at)


def _watch(world: World, case: Case) -> None:
    decision = decide(world, case, "notify", "not_notify")
    commands.watch_case(decision, events=["toxicology"], look_again_on=AHEAD, by=world.actor("officer"), at=world.at)


Act = Callable[[Scene, Actor, datetime], object]

# Acts on a case whose incident is begun, each with facts that would do.
BEGUN: dict[str, Act] = {
    "say_who_told": lambda s, by, at: commands.say_who_told(
        s.incident, source="health", told_by="Ann Other", version=1, by=by, at=at
    ),
    "say_what_happened": lambda s, by, at: commands.say_what_happened(
        s.incident,
        what_happened="A baby was hurt.",
        nature="serious_harm",
        happened=commands.Happened("day", KNOWN_ON),
        version=1,
        by=by,
        at=at,
    ),
    "say_when_it_became_known": lambda s, by, at: commands.say_when_it_became_known(
        s.incident, aware_on=KNOWN_ON, suspected=commands.Suspected("day", TODAY), version=1, by=by, at=at
    ),
    "say_where": lambda s, by, at: commands.say_where(
        s.incident, happened=commands.Place("ours"), lives=commands.Place("ours"), moved="no", version=1, by=by, at=at
    ),
    "say_what_else": lambda s, by, at: commands.say_what_else(
        s.incident, files_secured="no", nhs_incident="no", media_interest="no", version=1, by=by, at=at
    ),
    "record_area_role": lambda s, by, at: commands.record_area_role(
        s.case, area="Northmoor", role="joint", by=by, at=at
    ),
    "record_criteria_fact": lambda s, by, at: commands.record_criteria_fact(
        s.case,
        fact="abuse_or_neglect",
        value="suspected",
        certainty="likely",
        said_by="The consultant",
        version=0,
        by=by,
        at=at,
    ),
    "describe_child": lambda s, by, at: commands.describe_child(
        s.child, social_care="child_in_need", factors=["neglect"], version=0, by=by, at=at
    ),
    "record_notification": lambda s, by, at: commands.record_notification(s.incident, sent=SENT, by=by, at=at),
    "record_notice": lambda s, by, at: commands.record_notice(
        s.case,
        kind="safeguarding_partners",
        sent_to="The three delegates",
        sent_on=TODAY,
        evidence="The mail.",
        by=by,
        at=at,
    ),
}
NOTIFIED: dict[str, Act] = {
    "correct_notification": lambda s, by, at: commands.correct_notification(
        s.notification, sent=SENT, correction="A reference was wrong.", by=by, at=at
    ),
    "withdraw_notification": lambda s, by, at: commands.withdraw_notification(
        s.notification, finding="An accident, by the second opinion.", withdrawn_on=TODAY, by=by, at=at
    ),
}
WATCHED: dict[str, Act] = {
    "renew_watch": lambda s, by, at: commands.renew_watch(
        s.watch, finding="Not back yet.", look_again_on=AHEAD + timedelta(7), by=by, at=at
    ),
    "close_watch": lambda s, by, at: commands.close_watch(s.watch, finding="Clear.", found_on=TODAY, by=by, at=at),
    "reopen": lambda s, by, at: commands.reopen(s.watch, finding="Opiates.", found_on=TODAY, by=by, at=at),
}
