"""A combined chronology as one picture: a lane for each agency, time from left to right, thousands of entries readable.

It is an SVG that works without script and without any style of its own, so a page may hold it under a strict policy.
The same counts come as rows, for a table beneath: whoever cannot see the picture loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.chronology.engine import drawing
from cairn.chronology.engine.bins import UNITS, Bin, Unit, binned, counted, entries
from cairn.chronology.engine.drawing import PLOT, Drawn
from cairn.chronology.engine.gaps import Gap
from cairn.chronology.engine.lanes import lanes_of
from cairn.chronology.engine.marks import Mark
from cairn.chronology.engine.shapes import Href
from cairn.chronology.engine.timescale import Scale
from cairn.chronology.engine.when import in_words

MOST_BYTES = 150_000
MOST_GAPS = 60  # shaded; of more, the longest
_NARROWEST = 8  # units of the picture that a bar needs to be seen, and a finger to find it
TITLE = "Combined chronology"


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture as SVG, what it shows in words, and the bins it was drawn from."""

    svg: str
    description: str
    bins: tuple[Bin, ...]


def draw(
    marks: Iterable[Mark],
    *,
    agencies: Sequence[str] = (),
    gaps: Iterable[Gap] = (),
    href: Href | None = None,
    name: str = "chronology-picture",
    title: str = TITLE,
) -> Picture:
    """Draw entries, counted by as short a stretch of time as can be seen and as keeps the SVG within 150,000 bytes.

    Lanes stand in the order of `agencies`, then those not named there, by name; one without entries is drawn empty.
    `href` gives the address behind a bin; a single entry leads to its own if it has one. `name` begins the ids within
    the page: two pictures on one page need two. `gaps` are shaded behind the entries.
    """
    every = list(marks)
    ordered = tuple(dict.fromkeys((*agencies, *sorted({mark.agency for mark in every}, key=_by_name))))
    places = [place for mark in every if (place := mark.place) is not None]
    if not places:
        return _without_days(every, ordered, name, title)
    scale = Scale.over(min(place[0] for place in places), max(place[1] for place in places), *PLOT)
    longest = sorted(gaps, key=lambda gap: -gap.days)[:MOST_GAPS]
    fitting = [unit for unit in UNITS if unit.days * scale.a_day >= _NARROWEST] or [UNITS[-1]]
    for unit in fitting:
        bins = binned(every, ordered, unit)
        description = _described(every, bins, ordered, unit)
        drawn = Drawn(lanes_of(ordered), scale, unit, bins, longest, href)
        svg = drawing.svg(drawn, name, title, description)
        if len(svg.encode()) <= MOST_BYTES:
            break
    return Picture(svg, description, tuple(bins))


def rows_of(picture: Picture) -> list[tuple[str, str, int]]:
    """What the picture shows as rows of a table: the agency, the period in words, how many entries."""
    return [(each.agency, each.period, each.count) for each in picture.bins]


def _by_name(agency: str) -> tuple[str, str]:
    return (agency.casefold(), agency)


def _without_days(marks: Sequence[Mark], agencies: Sequence[str], name: str, title: str) -> Picture:
    description = _none_known(len(marks)) or "There are no entries."
    drawn = Drawn(lanes_of(agencies), None, UNITS[0], [], [], None)
    return Picture(drawing.svg(drawn, name, title, description), description, ())


def _described(marks: Sequence[Mark], bins: Sequence[Bin], agencies: Sequence[str], unit: Unit) -> str:
    """The picture in words, with its counts."""
    totals, shown = counted(bins), sum(each.count for each in bins)
    first, last = min(each.first for each in bins), max(each.last for each in bins)
    doubtful = sum(each.doubtful for each in bins)
    by = "1 agency" if len(agencies) == 1 else f"{len(agencies)} agencies"
    sentences = [
        f"{entries(shown)} by {by}, from {in_words(first)} to {in_words(last)}.",
        "; ".join(f"{agency}: {totals.get(agency, 0):,}" for agency in agencies) + ".",
    ]
    most = max((each.count for each in bins if each.level < 0), default=0)
    if most > 1:
        sentences.append(f"Entries of the same {unit.words} are drawn as one bar; the tallest holds {most:,}.")
    if doubtful:
        sentences.append(f"Dates in doubt, drawn hollow: {doubtful:,}.")
    return " ".join([*sentences, _none_known(len(marks) - shown)]).strip()


def _none_known(number: int) -> str:
    if not number:
        return ""
    has, are = ("has", "is") if number == 1 else ("have", "are")
    return f"{entries(number)} {has} no known day and {are} not in the picture."
