"""A command is one act: done and on record, or refused and on record after the rollback."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from cairn.access.actor import Actor, HeldSeat
from cairn.access.roles import Role
from cairn.audit.commands import NotOnRecord, command, record
from cairn.audit.models import ChainHead, Event
from cairn.kernel.verdict import Refused, enforce, refuse
from cairn.partnership.models import Neighbour
from tests.audit.recording import drop_triggers, sql

AT = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)
HER = Actor(user_id=1, key="her-key", name="CNRY Actor")
SEATED = Actor(2, "his-key", seats=(HeldSeat(1, "his-seat", Role.SUBGROUP_CHAIR, 1, "his-agency"),))

pytestmark = pytest.mark.django_db


@command
def name_neighbour(neighbour: Neighbour, *, name: str, by: Actor, at: datetime) -> Neighbour:
    neighbour.name = name
    neighbour.save()
    if name == "Nowhere":
        enforce(refuse("There is no such place."))
    record(by=by, verb="name_neighbour", at=at, about=neighbour)
    return neighbour


@command
def name_silently(neighbour: Neighbour, *, by: Actor, at: datetime) -> None:
    neighbour.name = "Silence"
    neighbour.save()


@command
def name_twice(neighbour: Neighbour, *, by: Actor, at: datetime) -> None:
    for name in ("Once", "Twice"):
        neighbour.name = name
        record(by=by, verb="name_twice", at=at, about=neighbour)


@command
def name_through_another(neighbour: Neighbour, *, name: str, by: Actor, at: datetime) -> None:
    name_neighbour(neighbour, name=name, by=by, at=at)
    record(by=by, verb="name_through_another", at=at, about=neighbour)


@command
def name_faultily(neighbour: Neighbour, *, by: Actor, at: datetime) -> None:
    neighbour.name = "CNRY Neighbour"
    neighbour.save()
    raise ZeroDivisionError


@command
def sweep(*, by: Actor, at: datetime) -> None:
    enforce(refuse("Not today."))


def on_record() -> list[tuple[str, str]]:
    return [(event.verb, event.verdict) for event in Event.unscoped.order_by("seq")]


def test_an_act_that_is_done_leaves_one_event_with_who_what_and_when():
    neighbour = name_neighbour(Neighbour(), name="Northshire", by=HER, at=AT)
    event = Event.unscoped.get()
    assert (event.person_key, event.verb, event.kind) == ("her-key", "name_neighbour", "partnership.neighbour")
    assert (event.object_key, event.verdict, event.moment, event.seq) == (neighbour.key, "done", AT, 1)


def test_an_event_names_the_seat_and_the_agency_it_is_put_down_to():
    name_neighbour(Neighbour(), name="Northshire", by=SEATED, at=AT)
    event = Event.unscoped.get()
    assert (event.seat_key, event.agency_key) == ("his-seat", "his-agency")
    assert str(event) == "1 name_neighbour done"
    assert str(ChainHead.unscoped.get()) == "1 events"


def test_an_act_that_is_refused_changes_nothing_and_leaves_a_refusal():
    neighbour = Neighbour()
    with pytest.raises(Refused):
        name_neighbour(neighbour, name="Nowhere", by=HER, at=AT)
    assert not Neighbour.unscoped.exists()
    assert on_record() == [("name_neighbour", "refused")]
    assert Event.unscoped.get().object_key == neighbour.key


def test_a_refusal_about_nothing_in_particular_is_on_record_too():
    with pytest.raises(Refused):
        sweep(by=HER, at=AT)
    assert on_record() == [("sweep", "refused")]


def test_a_fault_of_the_program_changes_nothing_and_leaves_the_attempt():
    with pytest.raises(ZeroDivisionError):
        name_faultily(Neighbour(), by=HER, at=AT)
    assert not Neighbour.unscoped.exists()
    assert on_record() == [("name_faultily", "failed")]


def test_an_act_that_leaves_no_event_is_not_done():
    with pytest.raises(NotOnRecord, match="name_silently left 0 events"):
        name_silently(Neighbour(), by=HER, at=AT)
    assert not Neighbour.unscoped.exists()
    assert on_record() == [("name_silently", "failed")]


def test_an_act_that_leaves_two_events_is_not_done():
    with pytest.raises(NotOnRecord, match="name_twice left 2 events"):
        name_twice(Neighbour(), by=HER, at=AT)
    assert on_record() == [("name_twice", "failed")]


def test_an_act_within_an_act_leaves_an_event_of_its_own():
    name_through_another(Neighbour(), name="Northshire", by=HER, at=AT)
    assert on_record() == [("name_neighbour", "done"), ("name_through_another", "done")]


def test_a_refusal_within_an_act_undoes_the_whole_and_is_on_record_once():
    with pytest.raises(Refused):
        name_through_another(Neighbour(), name="Nowhere", by=HER, at=AT)
    assert not Neighbour.unscoped.exists()
    assert on_record() == [("name_through_another", "refused")]


def test_when_the_event_cannot_be_written_the_act_is_not_done():
    drop_triggers()
    sql("DELETE FROM audit_chainhead")
    with pytest.raises(ChainHead.DoesNotExist):
        name_neighbour(Neighbour(), name="Northshire", by=HER, at=AT)
    assert not Neighbour.unscoped.exists()


def test_when_the_chain_is_out_of_step_the_act_is_not_done():
    name_neighbour(Neighbour(), name="Northshire", by=HER, at=AT)
    drop_triggers()
    sql("UPDATE audit_chainhead SET count = 0")
    with pytest.raises(IntegrityError), transaction.atomic():
        name_neighbour(Neighbour(), name="Southshire", by=HER, at=AT)
    assert [neighbour.name for neighbour in Neighbour.unscoped.all()] == ["Northshire"]


def test_a_verdict_that_is_none_is_refused_by_the_database():
    with pytest.raises(DatabaseError), transaction.atomic():
        record(by=HER, verb="open_case", at=AT, key="one", kind="cases.case", verdict="perhaps")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "part",
    [
        {"key": "Baby Bellweather"},
        {"key": "x" * 65},
        {"case_key": "x" * 33},
        {"case_key": "Case of Tom"},
        {"verb": "told her mother"},
        {"verb": "x" * 61},
        {"kind": "a kind of"},
        {"key": "tom@example.org"},
    ],
)
def test_names_and_free_text_do_not_get_into_an_event(part):
    with pytest.raises(ValueError, match="is not a key"):
        record(**{"by": HER, "verb": "open_case", "at": AT, "kind": "cases.case", **part})
    assert not Event.unscoped.exists()


def test_no_event_holds_a_name_that_was_planted_in_the_row_or_the_person():
    name_neighbour(Neighbour(name="CNRY Before"), name="CNRY Northshire", by=HER, at=AT)
    with pytest.raises(ZeroDivisionError):
        name_faultily(Neighbour(), by=HER, at=AT)
    text = repr(list(Event.unscoped.values()))
    assert "her-key" in text
    assert "CNRY" not in text


def test_the_digest_is_that_of_the_row_as_it_was():
    neighbour = name_neighbour(Neighbour(), name="Northshire", by=HER, at=AT)
    record(by=HER, verb="read_neighbour", at=AT, about=neighbour)
    neighbour.name = "Southshire"
    record(by=HER, verb="read_neighbour", at=AT, about=neighbour)
    first, second, third = (event.digest for event in Event.unscoped.order_by("seq"))
    assert first == second != third
