"""Tries are counted in a table of plain values: a writer of the table changes a number, and runs nothing."""

from __future__ import annotations

import base64
import os
import pickle
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import IntegrityError, transaction

from cairn.kernel import clock
from cairn.partnership import jobs
from cairn.partnership.models import Try
from tests.partnership.signin.door import with_app
from tests.world import AT

pytestmark = pytest.mark.usefixtures("world")


class Evil:
    """What runs a command when a pickle of it is read."""

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return os.putenv, ("CAIRN_WAS_HERE", "1")


def after(seconds: float) -> time_machine.travel:
    return time_machine.travel(AT + timedelta(seconds=seconds), tick=False)


def test_what_is_planted_in_the_table_is_a_text_and_not_run(monkeypatch):
    ran: list[object] = []
    monkeypatch.setattr(pickle, "loads", lambda *given, **_: ran.append(given))
    cache.set("count", [1.5], 60)
    planted = base64.b64encode(pickle.dumps(Evil())).decode()
    Try.unscoped.update(value=planted)
    assert cache.get("count") == planted
    assert ran == []


@pytest.mark.parametrize("value", [[1.5, 2.25], "y", True, 0, []])
def test_a_value_comes_back_as_it_was_until_it_ends(value):
    cache.set("count", value, 60)
    with after(59.9):
        assert cache.get("count", "none") == value
    with after(60):
        assert cache.get("count", "none") == "none"


def test_a_later_value_takes_the_place_of_the_earlier():
    cache.set("count", [1], 60)
    cache.set("count", [1, 2], 90)
    assert Try.unscoped.count() == 1
    with after(89):
        assert cache.get("count") == [1, 2]


def test_what_is_there_is_not_added_again_until_it_ends():
    assert cache.add("used", "y", 30)
    assert not cache.add("used", "z", 30)
    assert cache.get("used") == "y"
    with after(30):
        assert cache.add("used", "z", 30)
        assert cache.get("used") == "z"


def test_a_value_may_be_made_to_last_forgotten_or_all_cleared():
    cache.set("count", 1, 30)
    assert cache.touch("count", 60)
    assert not cache.touch("other", 60)
    with after(59):
        assert "count" in cache
        assert not cache.touch("other")
    assert cache.delete("count")
    assert not cache.delete("count")
    cache.set("count", 1)
    cache.clear()
    assert not Try.unscoped.exists()


def test_nothing_lasts_for_good():
    with pytest.raises(ValueError, match="ends some time"):
        cache.set("count", 1, None)


def test_a_count_has_a_name():
    with pytest.raises(IntegrityError), transaction.atomic():
        Try.unscoped.create(name="", value=1, ends_at=AT)


def test_what_has_ended_is_removed_once_a_day():
    with_app()
    cache.set("ends", 1, 30)
    cache.set("lasts", 1, 7 * 86400)
    with after(86400):
        jobs.clear_sessions(clock.now())
    assert set(Try.unscoped.values_list("name", flat=True)) == {cache.make_key("lasts")}
