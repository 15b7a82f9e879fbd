"""Yes, no and not known. What is not known never becomes no, and an answer says which facts it still waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from cairn.guidance.criteria.facts import WORDS, Facts


@dataclass(frozen=True)
class Answer:
    """Whether something holds (None: not known), why, and the facts that would settle it."""

    met: bool | None
    why: str = ""
    unknown: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Limb:
    """One limb of a test, answered for one case. `meaning` is the limb in plain words."""

    name: str
    meaning: str
    answer: Answer
    reference: str


_READ_IN_2023 = {
    "trans": " (read in that edition only)",
    "wt18": " (read in that edition only)",
    "wt26": " (carried over; the 2026 text is not verified)",
}
LimbTest = Callable[[Facts, str], Limb]


def limb(reference: str, **by_edition: str) -> Callable[[Callable[[Facts, str], Answer]], LimbTest]:
    """Make a named function a limb: its name, its docstring, and the paragraph, which may differ by edition id."""

    def named(function: Callable[[Facts, str], Answer]) -> LimbTest:
        meaning = " ".join((function.__doc__ or "").split())

        @wraps(function)
        def answered(facts: Facts, edition: str) -> Limb:
            where = by_edition.get(edition, reference)
            if "Working Together 2023" in where:
                where += _READ_IN_2023.get(edition, "")
            return Limb(function.__name__, meaning, function(facts, edition), where)

        return answered

    return named


def not_known(*facts: str, why: str = "") -> Answer:
    """Waiting for these facts."""
    return Answer(None, why or f"Not known: {' and '.join(WORDS[fact] for fact in facts)}.", frozenset(facts))


def recorded(facts: Facts, fact: str, *, yes: str, no: str) -> Answer:
    """A fact recorded as yes or no, in the words for each; not known where it is not recorded."""
    value = getattr(facts, fact)
    if value is None:
        return not_known(fact)
    return Answer(bool(value), yes if value else no)


def all_of(*answers: Answer) -> Answer:
    """No if any is no; yes if all are yes; otherwise waiting for what the open ones wait for."""
    return _joined(answers, settles=False)


def any_of(*answers: Answer) -> Answer:
    """Yes if any is yes; no if all are no; otherwise waiting for what the open ones wait for."""
    return _joined(answers, settles=True)


def _joined(answers: tuple[Answer, ...], *, settles: bool) -> Answer:
    settled = [answer for answer in answers if answer.met is settles]
    if settled:
        return Answer(settles, settled[0].why)
    still_open = [answer for answer in answers if answer.met is None]
    if not still_open:
        return Answer(not settles, " ".join(answer.why for answer in answers))
    unknown = frozenset[str]().union(*(answer.unknown for answer in still_open))
    return Answer(None, " ".join(answer.why for answer in still_open), unknown)
