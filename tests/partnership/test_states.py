"""Where a yearly duty and a notice stand follows from their facts."""

from datetime import UTC, date, datetime

import pytest

from cairn.access.actor import NOBODY
from cairn.partnership import queries
from cairn.partnership.states import DutyState, NoticeState, duty_state, notice_state, wait_before_next

DUE = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("done_on", "today", "state"),
    [
        (None, date(2026, 9, 30), DutyState.OWED),
        (None, date(2026, 10, 1), DutyState.LATE),
        (date(2026, 9, 30), date(2026, 10, 9), DutyState.DONE),
        (date(2026, 10, 1), date(2026, 10, 1), DutyState.DONE_LATE),
    ],
)
def test_a_duty_is_due_by_the_end_of_its_day(done_on, today, state):
    assert duty_state(DUE, done_on, today) is state


@pytest.mark.parametrize(
    ("sent", "tries", "state"),
    [
        (False, 0, NoticeState.WAITING),
        (False, 7, NoticeState.WAITING),
        (False, 8, NoticeState.GIVEN_UP),
        (True, 8, NoticeState.SENT),
    ],
)
def test_a_notice_waits_is_sent_or_given_up(sent, tries, state):
    assert notice_state(datetime(2026, 8, 14, tzinfo=UTC) if sent else None, tries) is state


def test_the_waits_between_tries_grow():
    assert [wait_before_next(tries) for tries in range(5)] == [0, 2, 4, 8, 16]


def test_whose_account_is_closed_is_nobody(world):
    person = world.user("chair")
    person.is_active, person.closed_at = False, world.at
    person.save()
    assert queries.actor_for(person, world.at) is NOBODY
