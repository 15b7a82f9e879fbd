"""Builds the demonstration: the fictional area, its people, its years and its cases."""

from __future__ import annotations

from demo import published, sitting, stories, years
from demo.founding import found


def build() -> None:
    """Found Hollinshire in an empty database and bring its cases to where they stand on the first day.

    Raises Refused if the database belongs to a partnership already.
    """
    register = found()
    years.keep(register)
    published.record_all(register)
    stories.tell_all(register)
    sitting.called(register)
