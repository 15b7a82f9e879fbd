"""A real partnership never becomes a demonstration, nor the other way about: both engines refuse it."""

import pytest
from django.db import DatabaseError, connection, transaction

from cairn.partnership.models import Partnership


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE partnership_partnership SET is_demo = NOT is_demo",
        "DELETE FROM partnership_partnership",
    ],
)
def test_whether_it_is_a_demonstration_stays_as_it_was_founded(world, statement):
    before = list(Partnership.unscoped.values())
    with pytest.raises(DatabaseError, match="is never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(Partnership.unscoped.values()) == before


def test_its_other_facts_can_be_changed(world):
    assert Partnership.unscoped.update(short_name="CSCP") == 1
