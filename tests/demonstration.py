"""The tests' partnership as a demonstration, for one test: in the product it is founded as one or never is."""

from __future__ import annotations

from django.db import connection

from cairn.partnership.models import Partnership


def become_demonstration() -> None:
    """Lift the trigger that forbids it, within the test's transaction, and say that it is one."""
    table = " ON partnership_partnership" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER partnership_demo_is_never_set{table}")
    Partnership.unscoped.update(is_demo=True)
