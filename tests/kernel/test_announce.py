"""An announcement calls those who listen, in the same transaction, with exactly its facts."""

import pytest

from cairn.kernel import announce


@pytest.fixture(autouse=True)
def _only_this_tests_announcements(monkeypatch):
    monkeypatch.setattr(announce, "_declared", {})


def test_every_listener_hears_the_facts_in_the_order_they_were_added():
    heard = []
    opened = announce.announcement("case_opened", meaning="A case was opened.", facts=("case_key",))
    first = opened.heard_by(lambda case_key: heard.append(("first", case_key)))
    opened.heard_by(lambda case_key: heard.append(("second", case_key)))
    opened.heard_by(first)
    opened(case_key="k1")
    assert heard == [("first", "k1"), ("second", "k1")]


def test_facts_that_were_not_declared_are_a_fault_of_the_program():
    opened = announce.announcement("case_opened", meaning="A case was opened.", facts=("case_key",))
    with pytest.raises(TypeError, match="carries case_key"):
        opened(case="k1")


def test_a_name_is_declared_once():
    announce.announcement("case_opened", meaning="A case was opened.", facts=())
    with pytest.raises(ValueError, match="already declared"):
        announce.announcement("case_opened", meaning="Again.", facts=())


def test_there_are_a_dozen_at_most_and_they_are_listed_by_name():
    for number in range(announce.MOST):
        announce.announcement(f"event_{number:02}", meaning="…", facts=())
    assert [one.name for one in announce.declared()] == [f"event_{number:02}" for number in range(12)]
    with pytest.raises(ValueError, match="12 announcements already"):
        announce.announcement("one_more", meaning="…", facts=())
