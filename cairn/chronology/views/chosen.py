"""What narrows the combined chronology, said again: each with the way to take it off, and as one sentence."""

from __future__ import annotations

from dataclasses import replace

from cairn.chronology.queries.filters import SEEN_CHOICES, Filters
from cairn.chronology.queries.table import Reading
from cairn.look.parts import Chosen, Link, day_in_words


def chosen(read: Reading, filters: Filters) -> list[Chosen]:
    """Under each heading what is chosen; the link leads to the page without it."""
    names = {agency.key: agency.name for agency in read.agencies}
    found = [
        ("Agency", [_without(filters, names[key], agency=_others(filters.agency, key)) for key in filters.agency]),
        ("Who or where", [_without(filters, label, who=_others(filters.who, label)) for label in filters.who]),
        ("Period", _period(filters)),
        ("Child seen", [_without(filters, dict(SEEN_CHOICES)[filters.seen], seen="")] if filters.seen else []),
        ("Words", [_without(filters, f"“{filters.words}”", words="")] if filters.words else []),
        ("Only", _only(filters)),
    ]
    return [Chosen(heading, links) for heading, links in found if links]


def in_a_sentence(read: Reading, filters: Filters) -> str:
    """What narrows it, for a paper; blank where nothing does."""
    return "; ".join(
        f"{group.heading.lower()}: {', '.join(link.text for link in group.links)}" for group in chosen(read, filters)
    )


def _period(filters: Filters) -> list[Link]:
    since, until = filters.since, filters.until
    return [
        *([_without(filters, f"From {day_in_words(since)}", since=None)] if since else []),
        *([_without(filters, f"To {day_in_words(until)}", until=None)] if until else []),
    ]


def _only(filters: Filters) -> list[Link]:
    offered = (
        ("doubtful", "Dates in doubt"),
        ("faulty", "Rows with something to put right"),
        ("no_notes", "What is not an author’s note"),
    )
    return [_without(filters, words, **{name: False}) for name, words in offered if getattr(filters, name)]


def _others(all_of_them: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in all_of_them if each != one)


def _without(filters: Filters, said: str, /, **changed: object) -> Link:
    return Link(said, f"?{replace(filters, **changed).query}")  # type: ignore[arg-type]
