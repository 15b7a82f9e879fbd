"""How carefully a fact is handled.

Every column of every table has one class; it drives redaction, exports, search, mail, logs and retention.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

Column = TypeVar("Column")


class Handling(Enum):
    """From the most to the least guarded. In doubt, the stricter."""

    IDENTIFYING = "identifying"  # says who a person is: name, birth date, address, reference of another body
    SPECIAL_CATEGORY = "special_category"  # health, ethnicity, religion, sexual life, offences
    CASE = "case"  # about the case, naming nobody
    OFFICIAL = "official"  # about the partnership and its people at work
    PUBLIC = "public"  # could stand on the website

    def __call__(self, column: Column) -> Column:
        """Class a table's column: `name = IDENTIFYING(models.CharField(...))`."""
        column.handling = self  # type: ignore[attr-defined]
        return column


IDENTIFYING = Handling.IDENTIFYING
SPECIAL_CATEGORY = Handling.SPECIAL_CATEGORY
CASE = Handling.CASE
OFFICIAL = Handling.OFFICIAL
PUBLIC = Handling.PUBLIC
