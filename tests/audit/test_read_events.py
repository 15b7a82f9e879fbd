"""The auditor reads and exports the record of all events; a case's history is asked for by its key."""

from datetime import UTC, datetime, timedelta

import pytest

from cairn.access.actor import NOBODY, Actor, HeldSeat
from cairn.access.roles import Role
from cairn.audit import queries
from cairn.audit.commands import record
from cairn.audit.models import Answer

AT = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)


def holding(role: Role) -> Actor:
    return Actor(1, "her-key", seats=(HeldSeat(1, "her-seat", role),))


AUDITOR = holding(Role.AUDITOR)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def five_events():
    for number, (who, case, answer) in enumerate(
        [
            ("ann", "one", "done"),
            ("bea", "one", "read"),
            ("ann", "two", "refused"),
            ("ann", "", "done"),
            ("-dee", "one", "done"),
        ]
    ):
        by, at = Actor(None, who), AT + timedelta(days=number)
        record(by=by, verb="read_case", at=at, kind="cases.case", key=case, case_key=case, verdict=Answer(answer))


def numbers(page: queries.Page) -> list[int]:
    return [event.seq for event in page.events]


def test_the_auditor_reads_all_events_newest_first():
    page = queries.events_page(AUDITOR, AT)
    assert numbers(page) == [5, 4, 3, 2, 1]
    assert page.older_than is None


def test_older_events_are_on_the_next_page():
    first = queries.events_page(AUDITOR, AT, most=2)
    second = queries.events_page(AUDITOR, AT, most=2, older_than=first.older_than)
    third = queries.events_page(AUDITOR, AT, most=2, older_than=second.older_than)
    assert [numbers(first), numbers(second), numbers(third)] == [[5, 4], [3, 2], [1]]
    assert (first.older_than, second.older_than, third.older_than) == (4, 2, None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (queries.Wanted(person_key="ann"), [4, 3, 1]),
        (queries.Wanted(case_key="one"), [5, 2, 1]),
        (queries.Wanted(verb="open_case"), []),
        (queries.Wanted(answer=Answer.REFUSED), [3]),
        (queries.Wanted(since=AT + timedelta(days=1), until=AT + timedelta(days=3)), [3, 2]),
        (queries.Wanted(person_key="ann", case_key="one"), [1]),
    ],
)
def test_the_auditor_finds_what_she_looks_for(wanted, found):
    assert numbers(queries.events_page(AUDITOR, AT, wanted=wanted)) == found


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDITOR])
def test_nobody_else_reads_the_record_of_all_events(role):
    assert queries.may_read(holding(role)).sentences == ("Your role may not read the record of all events.",)
    assert queries.events_page(holding(role), AT) == queries.NOTHING
    assert list(queries.export_rows(holding(role), AT)) == []


def test_somebody_without_a_seat_reads_nothing():
    assert queries.events_page(NOBODY, AT) == queries.NOTHING


def test_a_case_has_its_own_history():
    assert numbers(queries.events_of_case("one")) == [5, 2, 1]
    assert numbers(queries.events_of_case("one", most=2)) == [5, 2]
    assert numbers(queries.events_of_case("one", older_than=2)) == [1]


def test_no_case_has_no_history():
    assert queries.events_of_case("") == queries.NOTHING


def test_the_export_has_headings_and_every_event_oldest_first():
    rows = list(queries.export_rows(AUDITOR, AT))
    assert rows[0][:4] == ("seq", "moment", "recorded_at", "person_key")
    assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4", "5"]
    assert rows[1][1] == "2026-08-14T09:00:00+00:00"


def test_a_spreadsheet_does_not_take_a_key_for_a_formula():
    assert list(queries.export_rows(AUDITOR, AT))[5][3] == "'-dee"


def test_the_export_can_be_narrowed():
    assert len(list(queries.export_rows(AUDITOR, AT, wanted=queries.Wanted(case_key="two")))) == 2
