"""A command is one act: done and on record, or refused and on record after the rollback."""

from datetime import UTC, datetime

import pytest

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.audit.models import Event
from cairn.kernel.verdict import Refused, enforce, refuse
from cairn.partnership.models import Neighbour

AT = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)
HER = Actor(user_id=1, key="her-key")


@command
def name_neighbour(neighbour: Neighbour, *, name: str, by: Actor, at: datetime) -> Neighbour:
    neighbour.name = name
    neighbour.save()
    if name == "Nowhere":
        enforce(refuse("There is no such place."))
    record(by=by, verb="name_neighbour", at=at, about=neighbour)
    return neighbour


@pytest.mark.django_db
def test_an_act_that_is_done_leaves_one_event_with_who_what_and_when():
    neighbour = name_neighbour(Neighbour(), name="Northshire", by=HER, at=AT)
    event = Event.unscoped.get()
    assert (event.person_key, event.verb, event.kind) == ("her-key", "name_neighbour", "partnership.neighbour")
    assert (event.object_key, event.verdict, event.moment, event.seq) == (neighbour.key, "done", AT, 1)


@pytest.mark.django_db
def test_an_act_that_is_refused_changes_nothing_and_leaves_a_refusal():
    with pytest.raises(Refused):
        name_neighbour(Neighbour(), name="Nowhere", by=HER, at=AT)
    assert not Neighbour.unscoped.exists()
    assert [(event.verb, event.verdict) for event in Event.unscoped.all()] == [("name_neighbour", "refused")]
