"""What the fictional partnership owed each year since it took Cairn into use, done on its day but once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cairn.partnership import jobs, queries
from cairn.partnership.commands import duties
from demo.casework import OFFICER, at_ten
from demo.register import Register

if TYPE_CHECKING:
    from cairn.partnership.models import PartnershipDuty


@dataclass(frozen=True)
class Done:
    """One yearly duty, the day it was done, where that can be seen, and why it was late if it was."""

    duty: str
    on: date
    evidence: str
    why_late: str = ""


REPORT, COPIES = "publish_yearly_report", "send_yearly_report_copies"
SHELF, ROLL = "check_reference_shelf", "restate_membership_roll"

# The days on which a year's duties began, and what was done before the next.
YEARS = (
    (
        date(2024, 4, 2),
        (
            Done(REPORT, date(2024, 9, 18), "https://hollinshire.example/yearly-report-2023-24"),
            Done(COPIES, date(2024, 9, 20), "Letters to the Panel and What Works, 20 September 2024."),
            Done(ROLL, date(2024, 12, 11), "Minutes of the Executive Group, 11 December 2024, item 4."),
            Done(
                SHELF,
                date(2025, 1, 22),
                "Minutes of CRAG, 22 January 2025, item 6.",
                "CRAG did not meet in December; it was put to the first meeting after.",
            ),
        ),
    ),
    (
        date(2025, 4, 1),
        (
            Done(REPORT, date(2025, 9, 10), "https://hollinshire.example/yearly-report-2024-25"),
            Done(COPIES, date(2025, 9, 12), "Letters to the Panel and What Works, 12 September 2025."),
            Done(ROLL, date(2025, 12, 10), "Minutes of the Executive Group, 10 December 2025, item 3."),
            Done(SHELF, date(2025, 12, 16), "Minutes of CRAG, 16 December 2025, item 5."),
        ),
    ),
    (date(2026, 4, 1), ()),
)


def keep(register: Register) -> None:
    """Each year begins by the job of its day; what it brings is recorded by the office on the day it was done."""
    for begins, done in YEARS:
        jobs.set_partnership_duties(at_ten(begins))
        for each in done:
            _record(register, each)
            jobs.set_partnership_duties(at_ten(each.on))


def _record(register: Register, done: Done) -> None:
    at = at_ten(done.on)
    by = register.actor(OFFICER, at)
    duties.record_partnership_duty_done(
        _owed(register, done), done_on=done.on, evidence=done.evidence, late_reason=done.why_late, by=by, at=at
    )


def _owed(register: Register, done: Done) -> PartnershipDuty:
    at = at_ten(done.on)
    rows = queries.partnership_duties(register.actor(OFFICER, at), at, done_too=False)
    return next(row.duty for row in rows if row.duty.duty == done.duty)
