"""The links between a case's pages: a line of parts, and beneath it the pages of the part where the reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cairn.cases.policy import Rights
from cairn.look.parts import Link


@dataclass(frozen=True)
class Part:
    """What belongs together in a case. Each page: its address name, what it is called, the action that shows it."""

    title: str
    pages: tuple[tuple[str, str, str], ...]


# In the order in which a case is worked on; a part leads to the first of its pages that the reader may read.
PARTS = (
    Part(
        "Incident",
        (
            ("incident", "Incident", "read_incident"),
            ("notifying", "Is it notifiable?", "read_notifying"),
        ),
    ),
    Part(
        "Children and family",
        (
            ("case_people", "Children and family", "read_people"),
            ("case_places", "Places", "read_people"),
        ),
    ),
    Part(
        "Agencies",
        (
            ("rapid_review_requests", "Agencies asked", "read_requests"),
            ("agency_returns", "Returns", "read_return"),
            ("safety_questions", "Safety now", "read_safety"),
            ("case_agencies", "Agencies taking part", "read_agencies_involved"),
        ),
    ),
    Part(
        "Chronology",
        (
            ("chronology", "Combined chronology", "read_chronology"),
            ("chronology_questions", "Duplicates, disagreements and gaps", "read_chronology"),
            ("chronology_episodes", "Key practice episodes", "read_chronology"),
            ("chronology_requests", "Chronologies asked for", "read_chronology_return"),
        ),
    ),
    Part("Documents", (("case_files", "Documents", "read_files"),)),
    Part("Meetings", (("case_meetings", "Meetings", "read_meeting"),)),
    Part(
        "Decisions",
        (
            ("case_decisions", "Decisions", "read_notifying"),
            ("rapid_review_themes", "Themes", "read_rapid_review"),
            ("case_lines", "Lines of enquiry", "read_lines"),
        ),
    ),
    Part("Findings", (("findings", "Findings", "read_findings"),)),
    Part(
        "National Panel",
        (
            ("rapid_review_report", "Report to the Panel", "read_rapid_review"),
            ("rapid_review_panel", "The Panel's reply", "read_panel_reply"),
        ),
    ),
    Part(
        "Owed",
        (
            ("case_clocks", "Clocks", "read_clocks"),
            ("case_duties", "Duties", "read_duties"),
            ("case_actions", "Actions", "read_actions"),
        ),
    ),
    Part(
        "Access",
        (
            ("case_access", "Who can see this?", "read_access_given"),
            ("case_conflicts", "Conflicts of interest", "read_conflicts"),
        ),
    ),
    Part("History", (("case_history", "History", "read_case_history"),)),
)


@dataclass(frozen=True)
class Navigation:
    """The parts of the case that a reader may read, and the pages of the one she is in (none if it has but one)."""

    parts: list[Link]
    part: str
    pages: list[Link]


def navigation(rights: Rights, here: str, url: Callable[[str], str]) -> Navigation:
    """Links to what this reader may read of a case, seen from the address `here`; `url` gives a page's address."""
    readable = {part.title: _readable(part, rights, url) for part in PARTS}
    at = max((link.href for pages in readable.values() for link in pages if here.startswith(link.href)), default="")
    overview = url("case")
    parts, around = [Link("Overview", overview, current=here == overview)], Navigation([], "", [])
    for title, pages in readable.items():
        inside = at in [link.href for link in pages]
        if pages:
            parts.append(Link(title, pages[0].href, current=inside))
        if inside and len(pages) > 1:
            around = Navigation([], title, [replace(link, current=link.href == at) for link in pages])
    return replace(around, parts=parts)


def _readable(part: Part, rights: Rights, url: Callable[[str], str]) -> list[Link]:
    return [Link(title, url(name)) for name, title, action in part.pages if rights.can_of_own_agency(action)]
