"""What harmed or endangered a child, found as a theme of the case. Part of the commands that write it."""

from __future__ import annotations

from collections.abc import Iterator

from cairn.cases.commands import indexing
from cairn.cases.commands.indexing import Findable
from cairn.cases.models import EntryKind
from cairn.guidance.vocabularies import vocabulary
from cairn.incidents.models import ChildAtIncident
from cairn.partnership.clock import day_of


def themes_findable(child: ChildAtIncident) -> None:
    """What harmed or endangered a child was recorded, or recorded anew."""
    indexing.forget(EntryKind.THEME, child.child.key)
    for what in _themes(child):
        indexing.write(what)


@indexing.fills_search("themes")
def every_theme() -> Iterator[Findable]:
    """The latest themes of every child."""
    children = ChildAtIncident.unscoped.select_related("case", "child").order_by("version")
    for child in {row.child_id: row for row in children}.values():
        yield from _themes(child)


def _themes(child: ChildAtIncident) -> Iterator[Findable]:
    labels = [term.label for term in vocabulary("safeguarding_factors").terms if term.id in child.factors]
    if labels:
        year, title = day_of(child.case.opened_at).year, "; ".join(labels)
        yield Findable(child.case, EntryKind.THEME, child.child.key, title, "read_incident", year=year, page="incident")
