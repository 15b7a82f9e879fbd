"""`make bench`: runs every race and prints one table."""

from __future__ import annotations

from benchmarks import chronologies, dates, deadlines, home, many_cases, pictures, relabelling
from benchmarks.rates import table

races = (each.races() for each in (deadlines, chronologies, dates, pictures, relabelling, home, many_cases))
print(table(race for found in races for race in found))
