"""How much of anything is taken. Each is a constant with its reason; a larger one is a decision, not a setting."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

# The longest agency chronologies and scanned reports are a few megabytes; mail systems of councils stop at 25.
MOST_BYTES = 25 * MEGABYTE
MOST_LETTERS_OF_A_NAME = 150  # with what Cairn adds in front, still a name that Windows can open
