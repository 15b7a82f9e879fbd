"""T5: access holds at the second before its end and is gone at the second, also when the clocks change."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.cases import commands, policy, queries
from cairn.cases.models import AccessGiven
from tests.cases.visible import seeing

LONDON = ZoneInfo("Europe/London")
SECOND = timedelta(seconds=1)
SPRING = datetime(2026, 3, 29, 1, 0, tzinfo=LONDON)
AUTUMN = datetime(2026, 10, 25, 1, 0, tzinfo=LONDON)
AUTUMN_AGAIN = AUTUMN.replace(fold=1)
LEAP = datetime(2028, 2, 29, 0, 0, tzinfo=LONDON)
NEW_YEAR = datetime(2026, 12, 31, 23, 59, 59, tzinfo=LONDON)
EDGES = [SPRING, AUTUMN, AUTUMN_AGAIN, LEAP, NEW_YEAR]
TWO_YEARS = 2 * 366 * 24 * 3600


def lives(world, case, given, starts_at, ends_at, at):
    AccessGiven.unscoped.filter(pk=given.pk).update(starts_at=starts_at, ends_at=ends_at)
    reviewer = world.actor("reviewer")
    open_in_lists = queries.visible_to(reviewer, at).filter(pk=case.pk).exists()
    assert open_in_lists == bool(policy.can(reviewer, "read_case", case, at))
    return open_in_lists


@pytest.fixture
def given_access(world, stories):
    case = stories.case_at("shared")
    return case, AccessGiven.unscoped.get(case=case, user=world.user("reviewer"))


@pytest.mark.parametrize("edge", EDGES)
def test_access_ends_to_the_second(world, given_access, edge):
    case, given = given_access
    start = edge.astimezone(ZoneInfo("UTC")) - timedelta(days=30)
    ticks = [edge.astimezone(ZoneInfo("UTC")) + SECOND * n for n in (-1, 0, 1)]
    assert [lives(world, case, given, start, edge, at) for at in ticks] == [True, False, False]
    assert [lives(world, case, given, edge, None, at) for at in ticks] == [False, True, True]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    after=st.integers(0, TWO_YEARS),
    off=st.integers(-7200, 7200) | st.sampled_from([-1, 0, 1]),
)
def test_at_any_moment_access_lives_exactly_before_its_end(world, given_access, after, off):
    case, given = given_access
    finish = SPRING.astimezone(ZoneInfo("UTC")) + SECOND * after
    at = finish + SECOND * off
    assert lives(world, case, given, finish - timedelta(days=400), finish, at) is (off < 0)


def test_access_through_a_seat_ends_with_the_seat(world, stories):
    case = stories.case_at("shared")
    seat = world.seat("member")
    seat.ends_at = world.at + timedelta(hours=1)
    seat.save()
    member = world.actor("member")  # as she was when the page was opened
    at = seat.ends_at
    assert queries.get(member, case.key, at - SECOND)
    assert queries.get(member, case.key, at) is None
    assert not policy.can(member, "read_case", case, at)


def test_a_deputy_is_in_only_while_she_stands_in(world, stories):
    case = stories.case_at("shared")
    until = datetime(2026, 9, 30, 23, 0, tzinfo=ZoneInfo("UTC"))
    assert "deputy" in seeing(world, case, until - SECOND)
    assert "deputy" not in seeing(world, case, until)


def test_old_access_is_not_revived_by_new_access_to_another_case(world, stories, given_access):
    _case, given = given_access
    commands.end_access(given, reason="Contract over.", by=world.actor("chair"), at=world.at)
    other = stories.case_at("shared", label="Child S")
    keys = set(queries.visible_to(world.actor("reviewer"), world.at).values_list("key", flat=True))
    assert keys == {other.key}
