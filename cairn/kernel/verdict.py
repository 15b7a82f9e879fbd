"""An answer with its reasons: yes, or no because. The page shows the sentences; the command enforces them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Ground(StrEnum):
    """What a refusal rests on; a page answers each with a status of its own."""

    ROLE = "role"  # your role does not hold the action: 403
    STATE = "state"  # the record is not where the move starts: 409
    STALE = "stale"  # somebody changed it while you were typing: 409
    INPUT = "input"  # what was typed cannot be right: 400, beside the field


@dataclass(frozen=True)
class Reason:
    """One sentence that is safe to show to the person refused, and what it rests on."""

    sentence: str
    ground: Ground = Ground.STATE
    about: str = ""  # the name of the field it concerns, where there is one

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True)
class Verdict:
    """True, or false with at least one reason. Join verdicts with `&`: every reason is kept."""

    reasons: tuple[Reason, ...] = field(default=())

    @property
    def allowed(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.reasons

    @property
    def sentences(self) -> tuple[str, ...]:
        """The reasons in words, in the order they were found."""
        return tuple(reason.sentence for reason in self.reasons)

    def rests_on(self, ground: Ground) -> bool:
        """Whether any reason has this ground."""
        return any(reason.ground is ground for reason in self.reasons)

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: Verdict) -> Verdict:
        kept = self.reasons + tuple(reason for reason in other.reasons if reason not in self.reasons)
        return Verdict(kept)


ALLOWED = Verdict()


def refuse(sentence: str, ground: Ground = Ground.STATE, about: str = "") -> Verdict:
    """No, because of this sentence.

    Raises ValueError if the sentence is blank: a refusal is always explained.
    """
    if not sentence.strip():
        raise ValueError("A refusal needs a sentence.")
    return Verdict((Reason(sentence, ground, about),))


def require(condition: object, sentence: str, ground: Ground = Ground.STATE, about: str = "") -> Verdict:
    """Yes if the condition holds, otherwise no with this sentence."""
    return ALLOWED if condition else refuse(sentence, ground, about)


class Refused(Exception):
    """A command did not act. Its verdict is written for the person and safe to show to her.

    The message of the exception names no record, so that a log of it tells nothing.
    """

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("The act was refused.")
        self.verdict = verdict


def enforce(verdict: Verdict) -> None:
    """Go on if the verdict is yes; raise Refused with its reasons if not."""
    if not verdict:
        raise Refused(verdict)
