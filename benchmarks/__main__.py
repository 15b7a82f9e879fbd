"""`make bench`: runs every race and prints one table."""

from __future__ import annotations

from benchmarks import chronologies, chronology_page, dates, deadlines, home, many_cases, pictures
from benchmarks.rates import table

chronology = [*chronologies.races(), *dates.races(), *pictures.races(), *chronology_page.races()]
print(table([*deadlines.races(), *chronology, *home.races(), *many_cases.races()]))
