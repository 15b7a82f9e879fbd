"""What is done for files each day."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from cairn.access.roles import OFFICE, Role
from cairn.documents import queries
from cairn.kernel import clock
from cairn.partnership.clock import day_of
from cairn.partnership.commands.outbox import write_notice
from cairn.partnership.jobs import daily
from cairn.partnership.queries.actors import everybody_seated

logger = logging.getLogger(__name__)

DAYS_TO_READ_ALL = 28  # every file is looked for each day, and read to its last byte once in four weeks
LEFT_BEHIND = timedelta(days=1)  # longer than any act takes
SUBJECT = "A stored file is missing or was altered"
BODY = (
    "Cairn looked at the files it keeps and found at least one that is missing or is not what was put there. "
    "Whoever runs the service finds its key in the log, and restores it from the last backup."
)


@daily(
    "sweep_files", "Removes what lies among the files and belongs to no record: what is left of acts that were undone."
)
def sweep_files(at: datetime) -> None:
    """Sealed bytes whose row was never kept, and drafts never finished, a day old by the machine's time."""
    for kept in queries.orphans(clock.now() - LEFT_BEHIND):
        queries.store().remove(kept)


@daily("check_files", "Looks whether every stored file is there, and reads each to its last byte once in four weeks.")
def check_files(at: datetime) -> None:
    """A file that is missing or altered is named in the log by its key; the office and the administrators are told."""
    today = day_of(at)
    found = list(queries.unsound(share=today.toordinal(), of=DAYS_TO_READ_ALL))
    for row in found:
        logger.error("The stored file %s is missing or was altered.", row.key)
    if found:
        _tell(at)


def _tell(at: datetime) -> None:
    """One notice a day; it names no case."""
    for reader, actor in everybody_seated(at):
        if actor.roles & {*OFFICE, Role.SYSTEM_ADMINISTRATOR}:
            write_notice(once=f"files:{reader.key}:{day_of(at)}", to=reader, subject=SUBJECT, body=BODY, at=at)
