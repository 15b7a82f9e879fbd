"""Findings of a review, and the entries of the chronology that each rests on."""
