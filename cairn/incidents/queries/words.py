"""What is known of an incident, in words: one line a question, by the act that answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cairn.guidance.vocabularies import vocabulary
from cairn.guidance.working_days import in_words
from cairn.incidents.engine.nhs import framework_on
from cairn.incidents.models import Account, Nature, Said, Suspicion, When, Whose

NOT_ASKED = "Not asked"


@dataclass(frozen=True)
class Line:
    """One question about an incident and its answer. `act` is the act that answers it."""

    act: str
    question: str
    words: str
    answered: bool


ACTS = {
    "say_who_told": "Who told us",
    "say_what_happened": "What happened",
    "say_when_it_became_known": "When it became known",
    "say_where": "Where, and who leads",
    "say_what_else": "What else is known",
}


def term_words(name: str, word: str) -> str:
    """The label of a word of a vocabulary; empty for none."""
    return next((term.label for term in vocabulary(name).terms if term.id == word), "")


def lines(known: Account, kind: str) -> list[Line]:
    """Every question, in the order of the page."""
    found = [*_told(known, kind), *_happened(known), *_became_known(known), *_where(known), *_else(known)]
    return [Line(act, question, words or NOT_ASKED, bool(words)) for act, question, words in found]


def unanswered(known: Account, kind: str) -> list[Line]:
    """What is still to be asked."""
    return [line for line in lines(known, kind) if not line.answered]


def time_words(known: Account) -> str:
    """When it happened, in words."""
    if known.happened == When.DAY and known.first_day:
        return in_words(known.first_day)
    if known.happened == When.PERIOD and known.first_day and known.last_day:
        return f"From {in_words(known.first_day)} to {in_words(known.last_day)}"
    return _unless_unasked(known.happened, "Not known")


def suspicion_words(suspicion: str, on: date | None) -> str:
    """When abuse or neglect came to be suspected, in words."""
    if on is not None:
        return in_words(on)
    return _unless_unasked(suspicion, Suspicion(suspicion).label)


def place_words(whose: str, area: str) -> str:
    """In whose area a place lies, in words."""
    named = f"{Whose(whose).label}: {area}" if area else Whose(whose).label
    return _unless_unasked(whose, named)


Found = tuple[str, str, str]


def _told(known: Account, kind: str) -> Iterator[Found]:
    act = "say_who_told"
    yield act, "What kind of source", term_words("referral_sources", known.source)
    yield act, "Who told us", known.told_by
    yield act, "Designated lead with whom it was discussed", known.discussed_with
    yield act, "How it came", known.get_came_by_display() if known.came_by else ""
    if kind == "concern":
        yield act, "Why it is considered", term_words("case_considerations", known.consideration)


def _happened(known: Account) -> Iterator[Found]:
    act = "say_what_happened"
    nature = Nature(known.nature).label
    yield act, "What happened", known.what_happened
    yield act, "When", time_words(known)
    reason = f"{nature}: {known.nature_reason}" if known.nature_reason else nature
    yield act, "What became of the child so far", _unless_unasked(known.nature, reason)


def _became_known(known: Account) -> Iterator[Found]:
    act = "say_when_it_became_known"
    day = in_words(known.aware_on)
    yield act, "Day it became known to the council", f"{day}, {known.aware_time:%H:%M}" if known.aware_time else day
    yield act, "Day abuse or neglect came to be suspected", suspicion_words(known.suspicion, known.suspected_on)


def _where(known: Account) -> Iterator[Found]:
    act = "say_where"
    yield act, "Where it happened", place_words(known.happened_in, known.happened_area)
    yield act, "Where the child lives", place_words(known.lives_in, known.lives_area)
    yield act, "Placement or move across the border", _unless_unasked(known.moved, known.get_moved_display())


def _else(known: Account) -> Iterator[Found]:
    act = "say_what_else"
    secured = Said(known.files_secured).label
    if known.files_secured_on:
        secured = f"Yes, by {known.files_secured_by} on {in_words(known.files_secured_on)}"
    framework = framework_on(known.first_day or known.aware_on)
    yield act, "Files secured", _unless_unasked(known.files_secured, secured)
    yield (
        act,
        f"May also fall under the {framework}",
        _unless_unasked(known.nhs_incident, Said(known.nhs_incident).label),
    )
    yield act, "Media interest", _unless_unasked(known.media_interest, Said(known.media_interest).label)
    yield act, "Other inquiries already known", known.processes


def _unless_unasked(answer: str, words: str) -> str:
    """Nothing where it was not asked, so that the line counts as unanswered."""
    return "" if answer == Said.NOT_ASKED else words
