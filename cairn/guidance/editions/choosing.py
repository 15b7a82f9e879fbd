"""Which edition of a series is in force on a day, and what is doubtful about that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cairn.guidance.applies import duty
from cairn.guidance.editions.loading import SERIES, edition, editions
from cairn.guidance.editions.rules import Edition, Rule
from cairn.guidance.refusals import CannotAnswer, nearest
from cairn.guidance.working_days import in_words


@dataclass(frozen=True)
class Compared:
    """One line of the rulebook: an edition and what it says of a duty, which may be nothing."""

    edition: Edition
    rule: Rule | None


def compare(name: str) -> tuple[Compared, ...]:
    """What every edition says of one duty, oldest first. Raises CannotAnswer for an unknown duty."""
    wanted = duty(name).id
    return tuple(Compared(each, each.rules.get(wanted)) for each in editions())


def in_force(series: str, on: date, area_start: date | None = None) -> Edition | None:
    """The edition of a series that governs a day, or None before its first.

    `area_start` is the day the area's own arrangements took effect; without it the latest lawful day is taken
    (Children Act 2004 as amended: no later than 29 September 2019). Raises CannotAnswer for an unlawful `area_start`.
    """
    if series not in SERIES:
        raise CannotAnswer(f"There is no series called {series!r}. {nearest(series, SERIES)}")
    for name in reversed(SERIES[series]):
        candidate = edition(name)
        _check_area(candidate, area_start)
        ends = candidate.in_force.ends
        if candidate.in_force.starts(area_start) <= on and (ends is None or on <= ends.latest):
            return candidate
    return None


def _check_area(chosen: Edition, area_start: date | None) -> None:
    earliest, latest = chosen.in_force.area_chooses_from, chosen.in_force.begins.latest
    if earliest and area_start and not earliest <= area_start <= latest:
        raise CannotAnswer(
            f"An area's new arrangements took effect between {in_words(earliest)} and {in_words(latest)}; "
            f"{in_words(area_start)} is not among those days."
        )


def doubts(chosen: Edition, on: date, area_start: date | None = None) -> tuple[str, ...]:
    """Sentences on what makes it doubtful that this edition governs the day; none if nothing does."""
    said = []
    begins, ends = chosen.in_force.begins, chosen.in_force.ends
    outside = on < chosen.in_force.starts(area_start) or (ends is not None and on > ends.latest)
    if outside:
        said.append(f"{chosen.title} was not in force on {in_words(on)}; it was asked for by name.")
    if not begins.is_day and begins.earliest <= on <= begins.latest:
        said.append(f"{chosen.title} is known to have begun in {begins}, but not on which day.")
    later = _next(chosen)
    if later and not outside and area_start is None and _open_to_choice(later, on):
        said.append(
            "Each area chose when its new arrangements took effect, no later than "
            f"{in_words(later.in_force.begins.latest)}; without the area's own day, "
            f"{chosen.title} is taken to apply until then."
        )
    return tuple(said)


def _next(chosen: Edition) -> Edition | None:
    names = SERIES[chosen.series]
    following = names[names.index(chosen.id) + 1 :]
    return edition(following[0]) if following else None


def _open_to_choice(later: Edition, on: date) -> bool:
    earliest = later.in_force.area_chooses_from
    return earliest is not None and earliest <= on < later.in_force.begins.latest
