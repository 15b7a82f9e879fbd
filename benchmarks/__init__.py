"""Races: what Cairn does beside the least that could be done, in one run on one machine. The ratios are what counts."""
