"""Notices leave by GOV.UK Notify where the partnership has an account there: once, one template, tried again."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from cairn.audit.models import Event
from cairn.config.mail import Notify
from cairn.kernel import clock
from cairn.partnership import queries
from cairn.partnership.commands import outbox
from cairn.partnership.states import MOST_TRIES, NoticeState
from tests.partnership import notify_server

ID = "12345678-1234-4234-8234-123456789abc"
KEY = f"cairn_live-{ID}-87654321-4321-4321-8321-cba987654321"
LINK = "http://localhost/invitation/abc/"


@pytest.fixture
def server(settings):
    with notify_server.running() as running:
        settings.EMAIL_BACKEND = "cairn.config.notify.NotifyBackend"
        settings.NOTIFY = Notify(KEY, ID, running.address)
        settings.MAIL_IS_ON = True
        yield running


def write(world):
    facts = {"subject": "Something to read", "body": "Sign in to Cairn: {link}", "link": LINK}
    return outbox.write_notice(once="asked:1", to=world.user("author"), at=world.at, **facts)


def test_a_notice_leaves_once_by_the_partnerships_template_with_its_readers_link(world, server):
    message = write(world)
    assert outbox.send_outbox(at=world.at) == outbox.Post(sent=1)
    assert outbox.send_outbox(at=world.at) == outbox.Post()
    ((path, bearer, given),) = server.asked
    assert path == "/v2/notifications/email"
    assert bearer.startswith("Bearer ")
    assert KEY[-36:] not in bearer
    assert given == {
        "email_address": "author@coldwater.example",
        "template_id": ID,
        "personalisation": {"subject": "Something to read", "body": f"Sign in to Cairn: {LINK}"},
        "reference": f"<{message.key}@cairn.invalid>",
    }
    message.refresh_from_db()
    assert (message.sent_at, message.link) == (world.at, "")


@pytest.mark.parametrize(("answers", "says"), [(400, b'{"errors": []}'), (403, b"{}"), (500, b"no"), (201, b"no JSON")])
def test_what_notify_does_not_take_is_tried_again_until_it_is_given_up(world, server, answers, says, caplog):
    message = write(world)
    server.answers, server.says = answers, says
    moment = clock.now()
    with caplog.at_level(logging.DEBUG, "cairn"):
        for number in range(MOST_TRIES):
            with time_machine.travel(moment + timedelta(hours=5 * number), tick=False):
                assert outbox.send_outbox(at=world.at) == outbox.Post(failed=1)
    message.refresh_from_db()
    assert (message.sent_at, message.tries, message.link) == (None, MOST_TRIES, LINK)
    assert queries.notice(world.actor("officer"), message.key, world.at).state is NoticeState.GIVEN_UP
    assert Event.unscoped.last().verb == "give_up_notice"
    assert "author@" not in caplog.text


def test_once_notify_answers_again_the_notice_goes(world, server):
    message, moment = write(world), clock.now()
    server.answers = 503
    outbox.send_outbox(at=world.at)
    server.answers = 201
    with time_machine.travel(moment + timedelta(hours=1), tick=False):
        assert outbox.send_outbox(at=world.at) == outbox.Post(sent=1)
    message.refresh_from_db()
    assert message.sent_at == world.at


def test_a_server_that_is_not_there_leaves_the_notice_waiting(world, settings, server):
    message = write(world)
    settings.NOTIFY = replace(settings.NOTIFY, address="http://127.0.0.1:9")
    assert outbox.send_outbox(at=world.at) == outbox.Post(failed=1)
    message.refresh_from_db()
    assert message.sent_at is None


def test_the_key_is_not_shown_where_the_account_is():
    assert KEY not in repr(Notify(KEY, ID))
