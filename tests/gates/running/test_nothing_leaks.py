"""Real names stay where the matrix shows them: not in logs, titles, addresses, notices, events or sessions (T17)."""

from __future__ import annotations

import logging
import re

import pytest
from django.contrib.sessions.models import Session

from cairn.audit.models import Event
from cairn.partnership.models import Message
from tests.gates.running.addresses import filled, routes
from tests.stories import ADDRESS, ALIAS, NAME

PLANTED = (*NAME, ALIAS, ADDRESS)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SHOWN_ADDRESSES = re.compile(r"(?:href|action|src)=\"([^\"]*)\"")
TO_BE_LOOKED_AT = ("business_manager", "member", "outsider", "nobody")


def named(text: str) -> list[str]:
    """The planted names that a text gives away."""
    return [name for name in PLANTED if name.lower() in text.lower()]


def walked(world, stories, who: str) -> list[str]:
    """The text of every page this person is shown, walking all addresses."""
    case, client = stories.case_at("chronicled"), world.client(who)
    client.raise_request_exception = False
    answers = [client.get(filled(route, world, case)) for route in routes()]
    return [answer.content.decode(errors="replace") for answer in answers if not answer.streaming]


def kept() -> str:
    """Everything that notices, events and sessions hold."""
    sessions = (str(session.get_decoded()) for session in Session.objects.all())
    rows = (str(vars(row)) for table in (Message, Event) for row in table.unscoped.all())
    return "\n".join((*sessions, *rows))


@pytest.mark.parametrize("who", TO_BE_LOOKED_AT)
def test_no_log_line_title_address_notice_event_or_session_names_anybody(world, stories, caplog, mailoutbox, who):
    caplog.set_level(logging.DEBUG)
    pages = walked(world, stories, who)
    assert named(caplog.text) == []
    assert [title for page in pages for title in TITLE.findall(page) if named(title)] == []
    assert [place for page in pages for place in SHOWN_ADDRESSES.findall(page) if named(place)] == []
    assert named(kept()) == []
    assert [mail.subject for mail in mailoutbox if named(mail.subject + str(mail.body))] == []


@pytest.mark.parametrize("who", ["outsider", "conflicted", "administrator", "auditor", "leaver", "nobody"])
def test_whoever_may_not_see_the_case_is_shown_no_name_on_any_page(world, stories, who):
    assert [name for page in walked(world, stories, who) for name in named(page)] == []


def test_a_name_in_a_log_line_would_be_noticed(caplog):
    logging.getLogger("cairn.planted").warning("opened the file of %s", NAME[0])
    assert named(caplog.text) == [NAME[0]]
