"""Writing a picture of a chronology as SVG: presentation attributes alone, no style and no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cairn.chronology.engine import shapes
from cairn.chronology.engine.bins import Bin, Unit, counted, entries
from cairn.chronology.engine.gaps import Gap
from cairn.chronology.engine.lanes import Lane
from cairn.chronology.engine.shapes import BASE, Box, Dot, length, text
from cairn.chronology.engine.timescale import Scale, Tick

# Lengths in units of the picture: at its full size, pixels.
WIDTH = 1000
_LEFT, _RIGHT, _TOP, _BELOW = 204, 48, 44, 40
PLOT = (_LEFT, WIDTH - _LEFT - _RIGHT)  # where time begins, and how wide it is
_LANE = 65  # how tall a lane is
_LETTERS, _NAMES, _FIRST_LINE, _NEXT_LINE = 10, 58, 18, 15  # how far from the left of a lane, and from its top
_LAST = WIDTH - _RIGHT - 24  # beyond it a month would be written outside the plot
_A_LETTER = 5.8  # of the key: about how wide

_INK, _QUIET, _LINE, BAND, GAP, _GAP_EDGE = "#0b0c0c", "#484949", "#b1b4b6", "#f1f5f6", "#fdebd0", "#8a5a00"


@dataclass(frozen=True, slots=True)
class Drawn:
    """All that is drawn. Without a scale no day is known, and there are only lanes."""

    lanes: Sequence[Lane]
    scale: Scale | None
    unit: Unit
    bins: Sequence[Bin]
    gaps: Sequence[Gap]
    href: shapes.Href | None

    @property
    def bottom(self) -> int:
        """Where the last lane ends."""
        return _TOP + _LANE * len(self.lanes)

    @property
    def most(self) -> int:
        """How many entries the tallest bar holds; 1 if there is no bar."""
        return max((each.count for each in self.bins if each.level < 0), default=1)


def svg(drawn: Drawn, name: str, title: str, description: str) -> str:
    """The picture. With links in it, it is a group: an image has no parts that anybody could go to."""
    height, linked = drawn.bottom + _BELOW, drawn.href is not None or any(each.href for each in drawn.bins)
    called = text(name)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chronology-picture" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}" role="{"group" if linked else "img"}" font-family="Arial, sans-serif"'
        f' font-size="13" fill="{_INK}" aria-labelledby="{called}-title" aria-describedby="{called}-words">'
        f'<title id="{called}-title">{text(title)}</title><desc id="{called}-words">{text(description)}</desc>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    )
    parts = [head, *_bands(drawn)]
    if drawn.scale is not None:
        parts += [*_shades(drawn, drawn.scale), *_axis(drawn, drawn.scale)]
    return "".join([*parts, *_lanes(drawn), _key(drawn), "</svg>"])


def _bands(drawn: Drawn) -> Iterator[str]:
    """Grey behind every second lane, so that the eye keeps to its own."""
    for place in range(1, len(drawn.lanes), 2):
        yield f'<rect y="{_TOP + place * _LANE}" width="{WIDTH}" height="{_LANE}" fill="{BAND}"/>'


def _shades(drawn: Drawn, scale: Scale) -> Iterator[str]:
    """Stretches in which something is lacking: over the lane of an agency, or over all of them."""
    tops = {lane.agency: _TOP + place * _LANE for place, lane in enumerate(drawn.lanes)}
    for gap in drawn.gaps:
        top = tops.get(gap.agency, _TOP)
        height = _LANE if gap.agency in tops else drawn.bottom - _TOP
        begins = scale.begins(gap.begins)
        yield (
            f'<rect x="{length(begins)}" y="{top + 1}" width="{length(scale.ends(gap.ends) - begins)}"'
            f' height="{height - 2}" fill="{GAP}" stroke="{_GAP_EDGE}" stroke-dasharray="1 3">'
            f"<title>{text(gap.why)}</title></rect>"
        )


def _axis(drawn: Drawn, scale: Scale) -> Iterator[str]:
    """Years above, months below them; a line down the lanes where a year begins."""
    years, months = scale.years(), scale.months()
    named = (_label(tick, 38) for tick in months if tick.label and tick.x < _LAST)
    long = "".join(f"M{length(tick.x)} 8V{drawn.bottom}" for tick in years)
    short = "".join(f"M{length(tick.x)} {_TOP - (16 if tick.label else 6)}V{_TOP}" for tick in months)
    yield f'<path d="{long}{short}M{_LEFT} {_TOP}H{WIDTH - _RIGHT}" fill="none" stroke="{_LINE}"/>'
    yield f'<g font-weight="bold">{"".join(_label(tick, 20) for tick in years)}</g>'
    yield f'<g font-size="11" fill="{_QUIET}">{"".join(named)}</g>'


def _label(tick: Tick, y: int) -> str:
    return f'<text x="{length(tick.x + 4)}" y="{y}">{tick.label}</text>'


def _lanes(drawn: Drawn) -> Iterator[str]:
    totals, of_lane = counted(drawn.bins), _by_agency(drawn.bins)
    how = None if drawn.scale is None else shapes.How(drawn.scale, drawn.unit, drawn.most, drawn.href)
    for place, lane in enumerate(drawn.lanes):
        yield f'<g transform="translate(0,{_TOP + place * _LANE})">{_named(lane, totals.get(lane.agency, 0))}'
        yield f'<path d="M{_LEFT} {BASE}.5H{WIDTH - _RIGHT}" stroke="{_LINE}"/>'
        if how is not None:
            yield shapes.drawn(lane, of_lane.get(lane.agency, ()), how)
        yield "</g>"


def _by_agency(bins: Sequence[Bin]) -> dict[str, list[Bin]]:
    found: dict[str, list[Bin]] = {}
    for each in bins:
        found.setdefault(each.agency, []).append(each)
    return found


def _named(lane: Lane, number: int) -> str:
    """The letters on both sides, the name, and how many entries there are."""
    coloured = f'font-weight="bold" fill="{lane.colour}">{text(lane.letters)}</text>'
    told = [
        f'<text x="{_NAMES}" y="{_FIRST_LINE + _NEXT_LINE * line}">{text(words)}</text>'
        for line, words in enumerate(lane.lines)
    ]
    below = f'y="{_FIRST_LINE + _NEXT_LINE * len(told)}" font-size="11" fill="{_QUIET}"'
    told.append(f'<text x="{_NAMES}" {below}>{entries(number)}</text>')
    left, right = f'x="{_LETTERS}" y="{_FIRST_LINE}"', f'x="{WIDTH - _RIGHT + 8}" y="{BASE}"'
    return f"<text {left} {coloured}{''.join(told)}<text {right} {coloured}"


def _key(drawn: Drawn) -> str:
    """What the shapes mean, of those that are there."""
    y, unit = drawn.bottom + 22, drawn.unit.words
    longer = unit if unit.endswith("s") else f"a {unit}"
    told = (
        (any(each.count == 1 for each in drawn.bins), Dot(4, y - 4), 8, "one entry"),
        (drawn.most > 1, Box(0, y - 13, 10, 13), 10, f"more of the same {unit} (the tallest: {drawn.most:,})"),
        (any(each.level >= 0 for each in drawn.bins), Box(0, y - 6, 26, shapes.THICK), 26, f"longer than {longer}"),
        (any(each.doubtful for each in drawn.bins), Box(0, y - 10, 13, 10), 13, "date in doubt"),
    )
    parts, x = [], _LEFT
    for there, shape, width, words in told:
        if there:
            how = f" {shapes.hollow_in(_INK)}" if words == "date in doubt" else ""
            parts.append(f'<g transform="translate({x},0)"><path d="{shape.path}"{how}/>')
            parts.append(f'<text x="{width + 6}" y="{y}">{words}</text></g>')
            x += width + 32 + round(len(words) * _A_LETTER)
    if drawn.gaps:
        parts.append(f'<rect x="{x}" y="{y - 12}" width="26" height="14" fill="{GAP}" stroke="{_GAP_EDGE}"')
        parts.append(f' stroke-dasharray="1 3"/><text x="{x + 32}" y="{y}">a gap</text>')
    return f'<g font-size="12">{"".join(parts)}</g>'
