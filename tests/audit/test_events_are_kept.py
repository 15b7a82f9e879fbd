"""Both engines refuse to change or remove what is on record, whoever asks and however it is put."""

import pytest
from django.db import DatabaseError, connection, transaction

from cairn.audit.models import ChainHead, Event
from tests.audit.recording import some_events, sql

pytestmark = pytest.mark.django_db

COPY = "SELECT seq, moment, recorded_at, 'somebody-else', seat_key, agency_key, verb, kind, object_key, case_key"
REPLACED = f"{COPY}, verdict, digest, previous, seal FROM audit_event WHERE seq = 2"
COLUMNS = (
    "seq, moment, recorded_at, person_key, seat_key, agency_key, verb, kind, object_key, case_key, verdict, digest,"
    " previous, seal"
)

ON_BOTH = (
    "UPDATE audit_event SET person_key = 'somebody-else' WHERE seq = 2",
    "UPDATE audit_event SET seq = 9 WHERE seq = 2",
    "DELETE FROM audit_event WHERE seq = 2",
    "DELETE FROM audit_event",
    "UPDATE audit_chainhead SET count = 1",
    "DELETE FROM audit_chainhead",
    "INSERT INTO audit_chainhead (count, seal, mark) VALUES (0, '', '')",
)
ON_SQLITE = (
    f"INSERT OR REPLACE INTO audit_event ({COLUMNS}) {REPLACED}",
    f"REPLACE INTO audit_event ({COLUMNS}) {REPLACED}",
    "UPDATE OR REPLACE audit_event SET seq = 1 WHERE seq = 2",
    "INSERT OR REPLACE INTO audit_chainhead (id, count, seal, mark) SELECT id, 1, seal, mark FROM audit_chainhead",
)
ON_POSTGRESQL = (
    "TRUNCATE audit_event",
    "TRUNCATE audit_chainhead",
    f"INSERT INTO audit_event ({COLUMNS}) {REPLACED} ON CONFLICT (seq) DO UPDATE SET person_key = 'somebody-else'",
)


@pytest.mark.parametrize("statement", [*ON_BOTH, *ON_SQLITE, *ON_POSTGRESQL])
def test_what_is_on_record_stays_as_it_is(statement):
    if statement in {"sqlite": ON_POSTGRESQL, "postgresql": ON_SQLITE}[connection.vendor]:
        return  # the other engine does not know this statement
    some_events(3)
    before = list(Event.unscoped.values()), list(ChainHead.unscoped.values())
    with pytest.raises(DatabaseError), transaction.atomic():
        sql(statement)
    assert (list(Event.unscoped.values()), list(ChainHead.unscoped.values())) == before


def test_the_refusal_says_why():
    some_events(1)
    with pytest.raises(DatabaseError, match=r"An event on record is never changed\."), transaction.atomic():
        Event.unscoped.update(verb="other_act")
    with pytest.raises(DatabaseError, match=r"An event on record is never removed\."), transaction.atomic():
        Event.unscoped.all().delete()
