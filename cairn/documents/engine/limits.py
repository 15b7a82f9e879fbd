"""How much of anything is taken. Each is a constant with its reason; a larger one is a decision, not a setting."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

# The longest agency chronologies and scanned reports are a few megabytes; mail systems of councils stop at 25.
MOST_BYTES = 25 * MEGABYTE
MOST_LETTERS_OF_A_NAME = 150  # with what Cairn adds in front, still a name that Windows can open

# Word and Excel files are packed. All of this is read from the table of contents, before anything is unpacked.
MOST_PARTS = 2_000  # a workbook of a hundred sheets has a few hundred
MOST_CONTENTS = MEGABYTE  # the table of contents itself
MOST_UNPACKED = 150 * MEGABYTE  # all parts together; five thousand rows of a chronology are about ten
MOST_TIMES_LARGER = 200  # text packs ten to fifty times smaller; a bomb a thousand times
MOST_AT_ONCE = 8 * MEGABYTE  # of one part, read into memory whole, which takes ten to thirty times as much there
FREE_OF_RATIO = MEGABYTE  # below this a part may pack as well as it likes

MOST_PAGES = 3_000  # a whole file of a court's bundle
MOST_PDF_OBJECTS = 200_000
MOST_SIDE = 30_000  # points on one side of a picture
MOST_POINTS = 60_000_000  # a telephone's largest picture has fifty million

MOST_TEXT = 2_000_000  # letters given back of one file: about a thousand pages

MOST_ROWS = 50_000  # of one table: the longest chronologies of one agency have a few thousand
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000  # rows times columns, whether filled or not
MOST_TABLE_TEXT = 12_000_000  # letters of the tables of one file, with the marks between their cells

# What the child process may use.
SECONDS_OF_WORK = 5
SECONDS_IN_ALL = 20  # on the wall, on a machine that is busy
MOST_MEMORY = 512 * MEGABYTE
READY = b"ready\n"  # what it says once it has given up every right
MOST_ANSWER = 16 * MEGABYTE  # what the parent reads of its answer
