"""`make bench`: runs every race and prints one table."""

from __future__ import annotations

from benchmarks import chronologies, dates, deadlines, home, many_cases
from benchmarks.rates import table

print(table([*deadlines.races(), *chronologies.races(), *dates.races(), *home.races(), *many_cases.races()]))
