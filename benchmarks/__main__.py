"""`make bench`: runs every race and prints one table."""

from __future__ import annotations

from benchmarks import chronologies, chronology_page, dates, deadlines, home, many_cases, pictures, relabelling
from benchmarks.rates import table

chronology = (chronologies, dates, pictures, relabelling, chronology_page)
races = (each.races() for each in (deadlines, *chronology, home, many_cases))
print(table(race for found in races for race in found))
