"""Every address of the product, and a filled-in example of each in the world of the tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from cairn.cases.models import Case
from cairn.partnership.commands.outbox import write_notice
from tests.world import World

PARAMETER = re.compile(r"<(?:\w+:)?\w+>")
NOT_THERE = "not-there"


@dataclass(frozen=True)
class Route:
    """One address: the name pages use for it, and its pattern."""

    name: str
    pattern: str


def routes() -> list[Route]:
    """Every address, in the order in which they are tried."""
    return list(_routes(get_resolver(), ""))


def _routes(resolver: URLResolver, before: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        written = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield Route(pattern.name or written, written)
        else:
            yield from _routes(pattern, written)


def _row(table: str, **wanted: object) -> str:
    """The key of the first such row; a key that is nobody's where there is none."""
    row = apps.get_model(table)._base_manager.filter(**wanted).order_by("pk").first()
    return str(getattr(row, "key", NOT_THERE))


def _notice(world: World) -> str:
    """A notice that no case caused: those who keep the machine are shown no other."""
    return write_notice(once="example", subject="To read", body="Sign in.", at=world.at, to=world.user("member")).key


# what stands before the parameter -> its value; the first that fits the end of the address so far
Example = Callable[[World, Case], str]
EXAMPLES: dict[str, Example] = {
    "cases/*/people/": lambda world, case: _row("cases.Person", case=case, kind="subject_child"),
    "cases/*/people/*/facts/": lambda world, case: "disability",
    "cases/*/places/": lambda world, case: _row("cases.Place", case=case),
    "cases/*/agencies/": lambda world, case: _row("cases.AgencyInvolved", case=case),
    "cases/*/access/": lambda world, case: _row("cases.AccessGiven", case=case),
    "cases/*/conflicts/": lambda world, case: _row("cases.Conflict", case=case),
    "cases/*/rapid-review/report/questions/": lambda world, case: "why",
    "cases/*/themes/": lambda world, case: _row("rapid_reviews.ThemeTag", case=case),
    "cases/*/national-panel/letters/": lambda world, case: _row("rapid_reviews.PanelReply", case=case),
    "cases/*/national-panel/points/": lambda world, case: _row("rapid_reviews.PanelPoint", case=case),
    "cases/*/clocks/": lambda world, case: _row("cases.Clock", case=case, met_on=None, ended_on=None),
    "cases/*/decisions/": lambda world, case: _row("cases.Decision", case=case),
    "cases/*/decisions/take/": lambda world, case: "serious_case",
    "cases/*/lines-of-enquiry/": lambda world, case: _row("cases.LineOfEnquiry", case=case),
    "cases/*/files/": lambda world, case: _row("documents.StoredFile", case=case),
    "cases/*/actions/": lambda world, case: _row("actions.Action", case=case),
    "cases/*/incident/areas/": lambda world, case: _row("incidents.AreaRole", case=case),
    "cases/*/incident/children/": lambda world, case: _row("cases.Person", case=case, kind="subject_child"),
    "cases/*/notifying/facts/": lambda world, case: "died",
    "cases/*/notifying/children/": lambda world, case: _row("cases.Person", case=case, kind="subject_child"),
    "cases/*/notifying/children/*/": lambda world, case: "died",
    "cases/*/notifying/watch/": lambda world, case: _row("incidents.Watch", case=case),
    "cases/*/notifying/sent/": lambda world, case: _row("incidents.Notification", case=case),
    "cases/*/duties/": lambda world, case: _row("cases.Duty", case=case),
    "cases/*/agencies-asked/": lambda world, case: _row("rapid_reviews.Request", case=case, agency__short_name="TRUST"),
    "cases/*/returns/": lambda world, case: _row("rapid_reviews.Return", case=case, agency__short_name="TRUST"),
    "cases/*/returns/*/sections/": lambda world, case: "child",
    "cases/*/returns/*/events/": lambda world, case: _row("rapid_reviews.KeyEvent", case=case),
    "cases/*/chronology/entries/": lambda world, case: _row("chronology.Entry", case=case, agency__short_name="POLICE"),
    "cases/*/chronology/comments/": lambda world, case: _row("chronology.EntryComment", case=case),
    "cases/*/chronology/questions/": lambda world, case: "silent-agency",
    "cases/*/findings/": lambda world, case: _row("findings.Finding", case=case),
    "cases/*/finding-grounds/": lambda world, case: _row("findings.Ground", case=case),
    "cases/*/chronology/marks/": lambda world, case: _row("chronology.Mark", case=case),
    "cases/*/chronology/episodes/": lambda world, case: _row("chronology.Episode", case=case),
    "cases/*/chronologies/guide/empty/": lambda world, case: "word",
    "cases/*/chronologies/guide/columns/": lambda world, case: "0",
    "cases/*/chronologies/releases/": lambda world, case: _row("cases.Released", case=case),
    "cases/*/chronologies/returns/": lambda world, case: _row(
        "chronology.ChronologyRequest", case=case, agency__short_name="TRUST"
    ),
    "cases/*/chronologies/returns/*/rows/": lambda world, case: _row(
        "chronology.EntryText", case=case, version__request__agency__short_name="TRUST", version__number=2
    ),
    "cases/*/chronology/views/": lambda world, case: _row("chronology.SavedView", case=case),
    "cases/*/safety/": lambda world, case: _row("rapid_reviews.SafetyQuestion", case=case),
    "meetings/": lambda world, case: _row("meetings.Meeting"),
    "meetings/*/items/": lambda world, case: _row("meetings.AgendaItem", case=case),
    "meetings/*/pack/": lambda world, case: "word",
    "cases/": lambda world, case: case.key,
    "letters/": lambda world, case: "agency_request",
    "letters/*/": lambda world, case: "0",
    "published-reviews/": lambda world, case: _row("publication.PublishedReview"),
    "rulebook/editions/": lambda world, case: "wt23",
    "rulebook/duties/": lambda world, case: "send_rapid_review",
    "rulebook/checklists/": lambda world, case: "linked_member",
    "rulebook/vocabularies/": lambda world, case: "age_bands_national",
    "account/calendar/": lambda world, case: world.seat("member").key,
    "accounts/": lambda world, case: world.user("member").key,
    "partnership/names/": lambda world, case: "subgroup",
    "partnership/agencies/": lambda world, case: world.agency("TRUST").key,
    "partnership/groups/": lambda world, case: world.group("subgroup").key,
    "partnership/seats/": lambda world, case: world.seat("member").key,
    "partnership/deputies/": lambda world, case: _row("partnership.Deputy"),
    "partnership/steps/": lambda world, case: "agency_known",
    "partnership/bank-holidays/": lambda world, case: _row("partnership.ProclaimedHoliday"),
    "partnership/duties/": lambda world, case: _row("partnership.PartnershipDuty"),
    "partnership/outbox/": lambda world, case: _notice(world),
}


# what a page is asked after the question mark, where it answers nothing without
QUESTIONS: dict[str, Example] = {
    "access_person": lambda world, case: f"?person={world.user('member').key}",
    "access_role": lambda world, case: "?role=subgroup_member",
    "access_record": lambda world, case: "?record=case",
    "access_rule": lambda world, case: "?rule=open_case",
}


def filled(route: Route, world: World, case: Case) -> str:
    """The address with an example in each place; a key that is nobody's where no example is known."""
    done, shape = "/", ""
    last = 0
    for match in PARAMETER.finditer(route.pattern):
        literal = route.pattern[last : match.start()]
        done, shape = done + literal, shape + literal
        example = EXAMPLES.get(shape)
        done, shape, last = done + (example(world, case) if example else NOT_THERE), shape + "*", match.end()
    question = QUESTIONS.get(route.name)
    return done + route.pattern[last:] + (question(world, case) if question else "")
