"""Events put on record in the tests' database, and the ways of somebody with SQL and no scruples."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import connection

from cairn.access.actor import Actor
from cairn.audit.commands import record
from cairn.audit.models import Event

AT = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)
HER = Actor(user_id=1, key="her-key")
TRIGGERS = {
    "audit_event": ("audit_event_is_never_changed", "audit_event_is_never_removed"),
    "audit_chainhead": ("audit_chainhead_never_goes_back", "audit_chainhead_is_never_removed"),
}


def some_events(count: int) -> list[Event]:
    """So many events on record, about different objects."""
    return [record(by=HER, verb="open_case", at=AT, kind="cases.case", key=f"case-{n}") for n in range(1, count + 1)]


def sql(statement: str, *values: object) -> None:
    """Write to the database behind the back of the product."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def drop_triggers() -> None:
    """What a database owner can do that nobody else can."""
    for table, names in TRIGGERS.items():
        for name in names:
            sql(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
