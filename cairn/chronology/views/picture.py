"""The picture above the table: of the same rows, each bar leading to the rows that it stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cairn.chronology.engine.picture import draw
from cairn.chronology.queries.filters import Filters
from cairn.chronology.queries.table import Reading

MOST_UNASKED = 5_000  # rows that are drawn without being asked for: more would keep the table waiting


@dataclass(frozen=True)
class Shown:
    """The picture and what it shows in words; without it, where it is drawn."""

    svg: str = ""
    words: str = ""
    draw_it: str = ""


def picture(read: Reading, filters: Filters, total: int, *, drawn: bool) -> Shown | None:
    """The rows that fit, counted by agency and time; none without rows."""
    if not total:
        return None
    if total > MOST_UNASKED and not drawn:
        return Shown(draw_it=f"?{filters.query}&picture=yes" if filters.query else "?picture=yes")
    keys = {agency.name: agency.key for agency in read.agencies}
    kept = replace(filters, agency=(), since=None, until=None).query

    def rows_of(agency: str, first: date, last: date) -> str:
        asked = Filters(agency=(keys[agency],), since=first, until=last).query
        return f"?{kept}&{asked}#rows" if kept else f"?{asked}#rows"

    made = draw(read.marks(filters), agencies=list(keys), href=rows_of)
    return Shown(made.svg, made.description)
