"""`cairn found` makes a real partnership once, and gives the first business manager the only way in."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from cairn.access.roles import Role
from cairn.audit.models import Event
from cairn.config import cli
from cairn.config.commandline import found
from cairn.partnership import clock
from cairn.partnership.commands import accounts
from cairn.partnership.models import Invitation, Message, Partnership, Seat, User
from cairn.partnership.queries import actor_for, mail_leaves
from tests.refused import refused
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db

RIGHT = {
    "--name": "Realshire Safeguarding Children Partnership",
    "--short-name": "RSCP",
    "--council": "Realshire Council",
    "--email": "office@realshire.example",
    "--arrangements-from": "2019-09-29",
    "--manager-name": "Vera Real",
    "--manager-email": "Vera.Real@realshire.example",
}


def asked(**other: str) -> int:
    """The command with right words, but for those given."""
    words = RIGHT | {f"--{name.replace('_', '-')}": text for name, text in other.items()}
    return cli.main(["found", *(part for pair in words.items() for part in pair)])


def test_an_empty_database_becomes_a_real_partnership_with_its_first_manager():
    assert asked() == 0
    partnership = Partnership.unscoped.get()
    assert (partnership.name, partnership.short_name) == ("Realshire Safeguarding Children Partnership", "RSCP")
    assert (partnership.council_name, partnership.email) == ("Realshire Council", "office@realshire.example")
    assert (partnership.arrangements_started_on, partnership.is_demo) == (date(2019, 9, 29), False)
    seat = Seat.unscoped.get()
    assert (seat.role, seat.holder.name, seat.holder.has_usable_password()) == (
        Role.BUSINESS_MANAGER,
        "Vera Real",
        False,
    )
    assert set(Event.unscoped.values_list("verb", flat=True)) == {"found_partnership", "start_recovery"}


def test_without_a_mail_server_the_link_is_the_only_answer_and_opens_her_account(capsys):
    assert asked() == 0
    told = capsys.readouterr()
    assert "and to nobody else" in told.err
    assert told.out.count("\n") == 1
    place = urlsplit(told.out.strip())
    assert f"{place.scheme}://{place.netloc}" == "http://localhost:8000"
    typed = {"password": "three odd lanterns", "again": "three odd lanterns"}
    assert Client().post(place.path, typed).headers["Location"] == reverse("account_login")
    assert User.unscoped.get().has_usable_password()
    assert place.path.split("/")[-2] not in Message.unscoped.earliest("pk").link


def test_with_a_mail_server_the_link_is_printed_nowhere(settings, capsys):
    settings.MAIL_IS_ON = True
    assert asked() == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "waits in the outbox" in told.err
    assert mail_leaves()
    assert Message.unscoped.get().to_address == User.unscoped.get().email


def test_a_database_is_founded_once(capsys):
    asked()
    capsys.readouterr()
    assert asked(name="Othershire Partnership", manager_email="olga@othershire.example") == 2
    assert capsys.readouterr() == ("", "This database belongs to a partnership already.\n")
    assert Partnership.unscoped.get().name == RIGHT["--name"]
    assert Invitation.unscoped.count() == 1


@pytest.mark.parametrize(
    ("word", "typed", "says"),
    [
        ("name", " ", "--name: Enter the partnership's name."),
        ("name", "x" * 201, "--name: Write 200 characters or fewer."),
        ("short_name", "", "--short-name: Enter the partnership's short name."),
        ("short_name", "x" * 41, "--short-name: Write 40 characters or fewer."),
        ("council", "", "--council: Enter the council's name."),
        ("email", "office", "--email: Enter an email address with an @"),
        ("arrangements_from", "29/09/2019", "--arrangements-from: Enter a real date with the year first"),
        ("arrangements_from", "2019-02-30", "--arrangements-from: Enter a real date with the year first"),
        ("manager_name", "", "--manager-name: Enter the name of the person."),
        ("manager_name", "x" * 121, "--manager-name: Write 120 characters or fewer."),
        ("manager_email", "vera@", "--manager-email: Enter an email address with an @"),
        ("manager_email", f"{'x' * 60}@{'y' * 60}.{'z' * 60}.{'w' * 60}.{'v' * 60}.org", "--manager-email: Write 254"),
    ],
)
def test_a_wrong_answer_is_refused_with_a_sentence_and_founds_nothing(capsys, word, typed, says):
    assert asked(**{word: typed}) == 2
    assert capsys.readouterr().err.startswith(says)
    assert not Partnership.unscoped.exists()


def test_every_answer_is_needed(capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["found", "--name", "Realshire"])
    assert stopped.value.code == 2
    assert "--manager-email" in capsys.readouterr().err


def test_a_database_that_is_away_is_said_in_a_sentence(monkeypatch, capsys):
    def away() -> None:
        raise OperationalError("not there")

    monkeypatch.setattr(found, "bring_up_to_date", away)
    assert asked() == 2
    assert capsys.readouterr().err.startswith("The database does not answer (OperationalError)")


def test_the_link_begins_with_the_address_people_type(monkeypatch, capsys):
    monkeypatch.setattr(settings, "ENVIRONMENT", replace(settings.ENVIRONMENT, origin="https://cairn.example.org"))
    asked()
    assert capsys.readouterr().out.startswith("https://cairn.example.org/")


def test_a_lapsed_first_link_is_sent_again_and_the_old_one_dies(capsys):
    asked()
    first = urlsplit(capsys.readouterr().out.strip()).path
    assert cli.main(["found", "--again"]) == 0
    again = urlsplit(capsys.readouterr().out.strip()).path
    assert again != first
    typed = {"password": "three odd lanterns", "again": "three odd lanterns"}
    Client().post(first, typed)
    assert not User.unscoped.get().has_usable_password()
    assert Client().post(again, typed).headers["Location"] == reverse("account_login")
    assert User.unscoped.get().has_usable_password()
    assert Event.unscoped.filter(verb="send_first_link_again", verdict="done").count() == 1


def test_once_somebody_has_signed_in_the_machine_sends_no_more_links(capsys):
    asked()
    capsys.readouterr()
    signed_in(User.unscoped.get())
    assert cli.main(["found", "--again"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Somebody has signed in here already.")
    assert Invitation.unscoped.count() == 1


def test_no_link_is_sent_again_where_nothing_is_founded_nor_by_a_person(capsys):
    assert cli.main(["found", "--again"]) == 2
    assert capsys.readouterr().err == "No partnership is founded here yet.\n"
    asked()
    manager = actor_for(User.unscoped.get(), clock.now())
    with refused("Cairn itself does this; nobody can do it by hand."):
        accounts.send_first_link_again(by=manager, at=clock.now())
