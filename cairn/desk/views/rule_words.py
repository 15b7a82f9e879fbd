"""A rule of an edition in the words of the rulebook."""

from __future__ import annotations

from cairn.guidance.applies import applies
from cairn.guidance.editions import VERIFIED, Edition, Rule
from cairn.guidance.explaining import bodies
from cairn.look.parts import Cell

VERIFIED_TAGS = {
    "read": ("Read", "green"),
    "secondary": ("Second-hand", "yellow"),
    "not_verified": ("Not verified", "red"),
}


def how_soon(rule: Rule) -> str:
    """15 working days after the day the notification was sent; or the words of a rule without a number."""
    if rule.limit is None:
        return rule.when
    starts = applies().facts[rule.trigger]
    if rule.limit.unit == "date":
        return f"by the next {rule.limit}, after {starts}"
    kept = "at least " if rule.ends == "not_before" else ""
    return f"{kept}{rule.limit} {rule.limit.direction} {starts}"


def owed(rule: Rule) -> str:
    """Who owes it to whom."""
    by = bodies(rule.owed_by)
    return _first_capital(f"{by} to {bodies(rule.owed_to)}" if rule.owed_to else by)


def verified_mark(how: str) -> Cell:
    """How far the wording was verified, as a mark."""
    words, colour = VERIFIED_TAGS[how]
    return Cell(words, colour=colour)


def verified_sentence(how: str) -> str:
    """How far the wording was verified, as a sentence."""
    return _first_capital(f"{VERIFIED[how]}.")


def span(edition: Edition) -> str:
    """From when to when an edition is in force."""
    ends = edition.in_force.ends
    begins = f"from {edition.in_force.begins}"
    if edition.in_force.area_chooses_from:
        begins = f"from the day each area chose, {edition.in_force.begins} at the latest,"
    return f"{begins} to {ends}" if ends else f"{begins} on"


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
