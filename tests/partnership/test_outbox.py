"""Notices are written once, in the act that causes them, and sent once to a real mail server."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from cairn.audit.models import Event
from cairn.partnership import queries
from cairn.partnership.commands import outbox
from cairn.partnership.models import Message
from cairn.partnership.states import MOST_TRIES, NoticeState
from tests.demonstration import become_demonstration
from tests.partnership import mail_server

LINK = "http://localhost/invitation/abc/"


@pytest.fixture
def server(settings):
    with mail_server.running() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.server_address
        settings.MAIL_IS_ON = True
        yield running


def _write(world, once="asked:1", **facts):
    usual = {"to": world.user("author"), "subject": "Something to read", "body": "Sign in to Cairn: {link}"}
    return outbox.write_notice(once=once, at=world.at, **(usual | facts))


def test_a_notice_is_sent_once_to_its_reader_with_her_link(world, server):
    message = _write(world, link=LINK)
    assert outbox.send_outbox(at=world.at) == outbox.Post(sent=1)
    assert outbox.send_outbox(at=world.at) == outbox.Post()
    (letter,) = server.letters
    assert (letter["To"], letter["From"], letter["Subject"]) == (
        "author@coldwater.example",
        "office@coldwater.example",
        "Something to read",
    )
    assert letter["Message-ID"] == f"<{message.key}@cairn.invalid>"
    assert letter.get_payload().strip() == f"Sign in to Cairn: {LINK}"
    message.refresh_from_db()
    assert (message.sent_at, message.tries, message.link) == (world.at, 1, "")
    assert Event.unscoped.last().verb == "send_notice"


def test_the_same_cause_writes_one_notice(world):
    assert _write(world) == _write(world, subject="Again")
    assert Message.unscoped.count() == 1


def test_a_notice_may_go_to_an_address_without_an_account(world, server):
    _write(world, to=None, address="mailbox@fellside.example")
    outbox.send_outbox(at=world.at)
    assert [letter["To"] for letter in server.letters] == ["mailbox@fellside.example"]


@pytest.mark.django_db(transaction=False)
def test_a_notice_belongs_to_the_act_that_causes_it(world, monkeypatch):
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)
    with pytest.raises(RuntimeError, match="in the transaction"):
        _write(world)


def test_nobody_is_written_to_whose_account_is_closed(world, server):
    _write(world)
    person = world.user("author")
    person.is_active, person.closed_at = False, world.at
    person.save()
    assert outbox.send_outbox(at=world.at) == outbox.Post()
    assert server.letters == []


def test_without_a_mail_server_notices_stay_in_the_outbox(world, settings):
    _write(world)
    settings.MAIL_IS_ON = False
    assert outbox.send_outbox(at=world.at) == outbox.Post()
    assert Message.unscoped.get().tries == 0


def test_a_demonstration_sends_nothing(world, server):
    _write(world)
    become_demonstration()
    assert outbox.send_outbox(at=world.at) == outbox.Post()


def test_a_server_that_turns_away_is_tried_later_and_in_the_end_given_up(world, server):
    _write(world)
    server.turns_away = True
    moment = world.at
    for tries in range(1, MOST_TRIES + 1):
        with time_machine.travel(moment, tick=False):
            assert outbox.send_outbox(at=world.at) == outbox.Post(failed=1)
            assert outbox.send_outbox(at=world.at) == outbox.Post()
        moment += timedelta(minutes=2**tries)
    with time_machine.travel(moment + timedelta(days=9), tick=False):
        assert outbox.send_outbox(at=world.at) == outbox.Post()
    assert [event.verb for event in Event.unscoped.filter(kind="partnership.message")] == ["give_up_notice"]
    assert [notice.state for notice in queries.outbox(world.actor("officer"), world.at)] == [NoticeState.GIVEN_UP]


def test_a_server_that_does_not_answer_delays_and_loses_nothing(world, server, settings):
    _write(world)
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert outbox.send_outbox(at=world.at) == outbox.Post(failed=1)
    settings.EMAIL_PORT = port
    with time_machine.travel(world.at + timedelta(minutes=2), tick=False):
        assert outbox.send_outbox(at=world.at) == outbox.Post(sent=1)


def test_a_try_that_another_worker_has_claimed_is_left_to_it(world, server):
    message = _write(world)
    Message.unscoped.filter(pk=message.pk).update(tries=1, tried_at=world.at)
    assert not outbox._claimed(message, world.at)


def test_the_outbox_shows_each_notice_as_its_reader_gets_it_but_for_her_link(world):
    written = _write(world, link=LINK)
    (notice,) = queries.outbox(world.actor("administrator"), world.at)
    assert (notice.name, notice.to, notice.subject) == ("Ava Author", "author@coldwater.example", "Something to read")
    assert (notice.body, notice.link) == ("Sign in to Cairn: (a link that only the reader is given)", "")
    assert notice.state is NoticeState.WAITING
    assert queries.notice(world.actor("officer"), written.key, world.at) == notice
    become_demonstration()
    (shown,) = queries.outbox(world.actor("administrator"), world.at)
    assert (shown.body, shown.link) == (f"Sign in to Cairn: {LINK}", LINK)


@pytest.mark.parametrize("who", ["chair", "author", "auditor", "no_role", "nobody"])
def test_others_see_no_outbox(world, who):
    written = _write(world)
    assert queries.outbox(world.actor(who), world.at) == ()
    assert queries.notice(world.actor(who), written.key, world.at) is None


def test_who_keeps_the_machine_sees_no_notice_that_a_case_caused(world):
    written = _write(world, once="case:1", about_a_case=True)
    assert queries.outbox(world.actor("administrator"), world.at) == ()
    assert queries.notice(world.actor("administrator"), written.key, world.at) is None
    assert queries.notice(world.actor("officer"), written.key, world.at) is not None
