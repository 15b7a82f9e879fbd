"""`cairn worker` does the day's jobs, sends what waits, outlives a database that is away, and stops when told to."""

import logging
import os
import signal
from threading import Event

import pytest
from django.db import OperationalError

from cairn.config import cli
from cairn.config.commandline import worker
from cairn.config.keys import KeyUnusable
from cairn.config.mail import MailServer, mail_server
from cairn.partnership import jobs
from cairn.partnership.models import DailyRun


@pytest.fixture
def signals():
    """The handlers as they were, put back afterwards."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_one_round_does_the_jobs_of_the_day_and_says_so(world, signals, capsys):
    assert cli.main(["worker", "--once"]) == 0
    done = DailyRun.unscoped.count()
    assert done == len(jobs.registered())
    assert capsys.readouterr().err == f"{done} jobs done, 0 failed; 0 notices sent, 0 not.\n"
    assert cli.main(["worker", "--once"]) == 0
    assert capsys.readouterr().err == ""


def test_it_stops_when_told_to(world, signals, monkeypatch):
    monkeypatch.setattr(worker, "SECONDS_BETWEEN_ROUNDS", 60)
    monkeypatch.setattr(worker, "one_round", lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert worker.run([]) == 0


def test_a_database_that_is_away_for_a_round_does_not_end_the_work(db, monkeypatch, caplog):
    stop, rounds = Event(), []

    def a_round():
        rounds.append(1)
        if len(rounds) == 1:
            raise OperationalError("server closed the connection")
        stop.set()

    monkeypatch.setattr(worker, "one_round", a_round)
    with caplog.at_level(logging.ERROR):
        worker.work(stop, once=False, seconds=0)
    assert len(rounds) == 2
    assert caplog.messages == ["The database did not answer (OperationalError); trying again."]


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("", None),
        ("smtps://me:p%40ss@mail.example.org", MailServer("mail.example.org", 465, "me", "p@ss", True, False)),
        ("smtp://mail.example.org:25", MailServer("mail.example.org", 25, "", "", False, True)),
        ("smtp://127.0.0.1:2525", MailServer("127.0.0.1", 2525, "", "", False, False)),
    ],
)
def test_the_mail_server_is_read_from_its_address(url, server):
    assert mail_server(url) == server


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_an_address_that_is_no_mail_server_is_refused_in_a_sentence(url):
    with pytest.raises(KeyUnusable, match="CAIRN_SMTP_URL must look like"):
        mail_server(url)
