"""What to look at in a chronology: pairs that may be one event, accounts that differ, and stretches of nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cairn.chronology.engine.gaps import USUAL, Gap, Stretches, gaps_in
from cairn.chronology.engine.likeness import SPREAD, Pair, events_of, pairs_of
from cairn.chronology.engine.outcomes import Said, outcomes
from cairn.chronology.engine.rows import Row

_ONE_EVENT = 32.0  # of a hundred, when all that speaks against it is taken off
_ONE_EVENT_APART = 75.0  # the same, told on days that are not next to each other
_TOLD_TWICE = 60.0  # the same, by one agency, whose entries are alike anyway
_DAYS_OF_A_DUPLICATE = 1
_SPOKEN = {Said.YES: "yes", Said.NO: "no"}


@dataclass(frozen=True)
class Finding:
    """Rows to look at together, how alike they are of a hundred, and why."""

    ids: tuple[str, ...]
    score: float
    why: str


@dataclass(frozen=True)
class Findings:
    """All that was found. Nothing is joined or altered because of it: somebody looks, and decides."""

    duplicates: tuple[Finding, ...]
    disagreements: tuple[Finding, ...]
    gaps: tuple[Gap, ...]


@dataclass
class Outcomes:
    """What rows say came of it, read once for each row however many it is compared with."""

    read: dict[str, Mapping[str, Said]] = field(default_factory=dict)

    def of(self, row: Row) -> Mapping[str, Said]:
        """What this row says."""
        if row.id not in self.read:
            self.read[row.id] = outcomes(row)
        return self.read[row.id]


def find(rows: Sequence[Row], stretches: Stretches = USUAL) -> Findings:
    """Look through a chronology in which the returns of all agencies are merged."""
    pairs = list(pairs_of(events_of(rows), _ONE_EVENT))
    known = Outcomes()
    duplicates = [found for pair in pairs if (found := duplicate(pair)) is not None]
    differing = [found for pair in pairs if (found := disagreement(pair, known)) is not None]
    ranked = tuple(sorted(duplicates, key=lambda finding: -finding.score))
    return Findings(ranked, tuple(differing), tuple(gaps_in(rows, stretches)))


def duplicate(pair: Pair) -> Finding | None:
    """Two rows that may be one event told twice."""
    if pair.days > (0 if _one_agency(pair) else _DAYS_OF_A_DUPLICATE):
        return None
    if pair.likely < (_TOLD_TWICE if _one_agency(pair) else _ONE_EVENT):
        return None
    when = "on one day" if pair.days == 0 else "a day apart"
    who = f"twice by {pair.one.agency}" if _one_agency(pair) else f"by {pair.one.agency} and {pair.other.agency}"
    return _finding(pair, f"Told {who}, {when}, in words that are {pair.score:.0f} of 100 alike.")


def disagreement(pair: Pair, known: Outcomes) -> Finding | None:
    """Two agencies that tell one event differently: on another day, or with another outcome."""
    if _one_agency(pair) or pair.likely < _ONE_EVENT:
        return None
    reasons = []
    if 0 < pair.days <= SPREAD and pair.likely >= _ONE_EVENT_APART:
        reasons.append(
            f"{pair.one.agency} has it on {pair.one.date_text}, {pair.other.agency} on {pair.other.date_text}"
        )
    if pair.days <= _DAYS_OF_A_DUPLICATE or reasons:
        reasons += _differing_outcomes(pair, known)
    if not reasons:
        return None
    return _finding(pair, "; ".join(reasons) + ".")


def _differing_outcomes(pair: Pair, known: Outcomes) -> list[str]:
    one, other = known.of(pair.one), known.of(pair.other)
    return [
        f"They differ on {label}: {pair.one.agency} says {_SPOKEN[said]}, {pair.other.agency} says {_SPOKEN[against]}"
        for label, said in one.items()
        if (against := other.get(label)) in _SPOKEN and said in _SPOKEN and against is not said
    ]


def _finding(pair: Pair, why: str) -> Finding:
    return Finding((pair.one.id, pair.other.id), pair.score, why)


def _one_agency(pair: Pair) -> bool:
    return pair.one.agency == pair.other.agency
