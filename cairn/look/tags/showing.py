"""Tags that show records: facts, tables, what happened, how far a case has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from cairn.look import parts

register = template.Library()

Shown = dict[str, Any]
_ACTS = re.compile(r"<(?:script|style|foreignObject)\b|<[^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)


@register.inclusion_tag("components/identity_bar.html")
def identity_bar(title: str, *facts: str, label: str = "This case") -> Shown:
    """Which case this is: reference, then pseudonym and other short facts."""
    return {"title": title, "facts": [fact for fact in facts if fact], "label": label}


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Sequence[parts.Row]) -> Shown:
    """Facts as key and value, with what can be done about each."""
    return {"rows": rows, "some_act": any(row.actions for row in rows)}


@register.simple_block_tag
def summary_card(content: str, title: str, *, level: int = 2) -> SafeString:
    """A frame with a title around a summary list, for several things of one kind."""
    return render_to_string("components/summary_card.html", {"content": content, "title": title, "level": level})


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Sequence[parts.Task], id: str = "task-list") -> Shown:
    """What is still to do, each with its state. Give an id of its own where a page has two."""
    return {"tasks": tasks, "id": id}


@register.inclusion_tag("components/table.html")
def table(
    columns: Sequence[parts.Column | str],
    rows: Iterable[Sequence[object]],
    caption: str = "",
    *,
    size: str = "m",
    row_headings: bool = True,
) -> Shown:
    """A table. A cell is a text, a number or a parts.Cell; a column is a text or a parts.Column."""
    return _table(columns, rows, caption, size=size if caption else "", row_headings=row_headings)


@register.inclusion_tag("components/board.html")
def board(
    columns: Sequence[parts.Column | str],
    rows: Iterable[Sequence[object]],
    caption: str,
    *,
    row_headings: bool = True,
    cards: bool = True,
    quiet: bool = False,
) -> Shown:
    """A wide table that scrolls in its own frame; on a telephone each row becomes a card unless `cards` is off.

    A `quiet` caption is only read aloud: for a table that stands under a heading of its own.
    """
    shown = _table(columns, rows, caption, size="" if quiet else "m", row_headings=row_headings)
    return shown | {"cards": cards, "quiet": quiet}


def _table(
    columns: Sequence[parts.Column | str],
    rows: Iterable[Sequence[object]],
    caption: str,
    *,
    size: str,
    row_headings: bool,
) -> Shown:
    heads = [column if isinstance(column, parts.Column) else parts.Column(column) for column in columns]
    return {
        "columns": heads,
        "rows": [list(zip(heads, (_cell(cell) for cell in row), strict=True)) for row in rows],
        "caption": caption,
        "size": size,
        "row_headings": row_headings,
        "sortable": any(column.sort for column in heads),
    }


def _cell(cell: object) -> parts.Cell:
    return cell if isinstance(cell, parts.Cell) else parts.Cell(cell)


@register.simple_block_tag
def tabs(content: str, title: str, labels: Sequence[tuple[str, str]]) -> SafeString:
    """Tabs over the tab_panel blocks inside; labels are (id, label). Without script and on paper all panels show."""
    return render_to_string("components/tabs.html", {"content": content, "title": title, "labels": labels})


@register.simple_block_tag
def tab_panel(content: str, id: str, *, first: bool = False) -> SafeString:
    """One panel of tabs; the first says so."""
    return render_to_string("components/tab_panel.html", {"content": content, "id": id, "first": first})


@register.inclusion_tag("components/timeline.html")
def timeline(happenings: Sequence[parts.Happening], level: int = 2) -> Shown:
    """What happened, in order."""
    return {"happenings": happenings, "level": level}


@register.inclusion_tag("components/rail.html")
def rail(steps: Sequence[parts.Step], label: str = "Steps of this case") -> Shown:
    """The steps of a case in the order it travels."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("components/drawing.html")
def drawing(svg: str, caption: str, *, after: str = "") -> Shown:
    """A picture that an engine drew as SVG, every word in it escaped there; `after` is what stands beneath it.

    Raises ValueError for what is no SVG, or brings a script or a style.
    """
    if not svg.startswith("<svg ") or _ACTS.search(svg):
        raise ValueError("A drawing is an SVG without script and style.")
    return {"svg": mark_safe(svg), "caption": caption, "after": after}  # nosec B308 B703: looked at above


@register.simple_block_tag
def filters(content: str, heading: str = "Filter", chosen: Sequence[parts.Chosen] = (), clear: str = "?") -> SafeString:
    """Filters beside a list: the questions inside, and what is chosen now. Put it in a form with method get."""
    shown = {"content": content, "heading": heading, "chosen": chosen, "clear": clear}
    return render_to_string("components/filter.html", shown)


@register.simple_block_tag
def uploads(content: str, received: Sequence[parts.Upload] = (), remove: str = "remove") -> SafeString:
    """Files received so far, each with a button to remove it, above the file question inside."""
    return render_to_string("components/uploads.html", {"content": content, "received": received, "remove": remove})
