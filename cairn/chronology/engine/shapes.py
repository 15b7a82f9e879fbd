"""The shapes in one lane of a picture: a bar for several entries, a dot or a stroke for one, hollow what is in doubt.

Lengths are units of the picture, counted from the top of the lane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from cairn.chronology.engine.bins import Bin, Unit, entries
from cairn.chronology.engine.lanes import Lane
from cairn.chronology.engine.timescale import Scale

BASE = 44  # where bars and dots stand
THICK = 4  # of a stroke
DASHES = "2 1"
_TALLEST, _DOT, _NARROWEST = 32, 8, 3
_LASTING, _APART = 48, 5.5  # where strokes of what lasts begin, and how far apart their levels are
_FEW = 10  # entries: where no bar holds as many, none is drawn as tall as can be
_ROOM = 22  # a bar as wide has its number above it

Href = Callable[[str, date, date], str]  # the agency, the first day, the last day, both inclusive


@dataclass(frozen=True, slots=True)
class How:
    """How bins are drawn: along which scale, counted by what, how many the tallest holds, and where they lead."""

    scale: Scale
    unit: Unit
    most: int
    href: Href | None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def path(self) -> str:
        """Its outline."""
        x, right = length(self.x), length(self.x + self.width)
        return f"M{x} {length(self.y)}H{right}V{length(self.y + self.height)}H{x}z"


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle."""

    x: float
    y: float

    @property
    def path(self) -> str:
        """Its outline."""
        return f"M{length(self.x - _DOT / 2)} {length(self.y)}a4 4 0 1 1 8 0a4 4 0 1 1-8 0"


def drawn(lane: Lane, bins: Sequence[Bin], how: How) -> str:
    """The bins of a lane. What is in doubt is covered by hollow shapes, in one path: telling each would be longer."""
    shapes = [(each, _shape(each, how)) for each in bins]
    filled = "".join(_linked(lane, each, shape, how) for each, shape in shapes)
    hollow = "".join(_in_doubt(each, shape).path for each, shape in shapes if each.doubtful)
    numbers = "".join(_number(each, shape) for each, shape in shapes)
    parts = [f'<g fill="{lane.colour}">{filled}</g>']
    if hollow:
        parts.append(f'<path {hollow_in(lane.colour)} pointer-events="none" d="{hollow}"/>')
    if numbers:
        parts.append(f'<g font-size="10" text-anchor="middle" pointer-events="none">{numbers}</g>')
    return "".join(parts)


def hollow_in(colour: str) -> str:
    """The attributes of what is in doubt: told by its outline, not by colour alone."""
    return f'fill="#fff" stroke="{colour}" stroke-dasharray="{DASHES}"'


def _shape(each: Bin, how: How) -> Box | Dot:
    begins, ends = how.scale.begins(each.first), how.scale.ends(each.last)
    if each.level >= 0:
        return Box(begins, _LASTING + each.level * _APART, max(ends - begins - 1, _NARROWEST), THICK)
    if each.count > 1:
        height = _height(each.count, how.most)
        return Box(begins + 1, BASE - height, max(ends - begins - 2, _NARROWEST), height)
    if each.first != each.last:
        ends = min(ends, begins + how.unit.days * how.scale.a_day)  # what lasts longer and has no room beneath
        if ends - begins > _DOT:
            return Box(begins, BASE - (_DOT + THICK) / 2, ends - begins - 1, THICK)
    return Dot((begins + ends) / 2, BASE - _DOT / 2)


def _height(number: int, most: int) -> float:
    """From the height of a single entry on, as the root of how many: else a busy agency would flatten all others."""
    return _DOT + (_TALLEST - _DOT) * (number**0.5 - 1) / (max(most, _FEW) ** 0.5 - 1)


def _in_doubt(each: Bin, shape: Box | Dot) -> Box | Dot:
    """As much of the shape, from its top, as is in doubt; of a stroke all."""
    if isinstance(shape, Dot) or each.level >= 0:
        return shape
    return Box(shape.x, shape.y, shape.width, shape.height * each.doubtful / each.count)


def _number(each: Bin, shape: Box | Dot) -> str:
    """How many, above a bar that has room for it."""
    if isinstance(shape, Dot) or each.count == 1 or each.level >= 0 or shape.width < _ROOM:
        return ""
    return f'<text x="{length(shape.x + shape.width / 2)}" y="{length(shape.y - 2)}">{each.count}</text>'


def _linked(lane: Lane, each: Bin, shape: Box | Dot, how: How) -> str:
    """The shape with its words, leading to its entries if anything does."""
    doubt = "" if not each.doubtful else ", in doubt" if each.count == 1 else f", {each.doubtful:,} in doubt"
    words = text(f"{lane.said}, {each.period}: {entries(each.count)}{doubt}")
    titled = f'<title>{words}</title><path d="{shape.path}"/>'
    href = each.href or (how.href(each.agency, each.first, each.last) if how.href is not None else "")
    return f'<a href="{text(href)}">{titled}</a>' if href else f"<g>{titled}</g>"


def length(number: float) -> str:
    """A length to a tenth, as short as it can be written."""
    return f"{number:.1f}".removesuffix(".0")


def text(words: str) -> str:
    """Words as text of the picture; what XML cannot hold is a space."""
    return escape(words if words.isprintable() else "".join(each if each.isprintable() else " " for each in words))
