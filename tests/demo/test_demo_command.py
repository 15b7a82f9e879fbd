"""`cairn demo` builds once, leaves what is there, and never touches a real partnership."""

import json

import pytest

from cairn.access.actor import MACHINE
from cairn.config import cli
from cairn.partnership.commands import area
from cairn.partnership.models import Partnership
from demo.area import ARRANGEMENTS_STARTED_ON
from demo.casework import at_ten
from demo.people import PEOPLE

pytestmark = pytest.mark.django_db


def test_an_empty_database_becomes_the_demonstration_and_says_whom_to_play(capsys):
    assert cli.main(["demo", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["built"] is True
    assert [person["name"] for person in told["people"]] == [person.name for person in PEOPLE]
    assert told["people"][0] == {"name": "Ruth Calloway", "post": "Business manager", "seats": ["Business manager"]}


def test_a_demonstration_that_is_there_is_left_as_it_is(capsys):
    assert cli.main(["demo"]) == 0
    assert "The demonstration is built." in capsys.readouterr().err
    before = Partnership.unscoped.get().founded_at
    assert cli.main(["demo"]) == 0
    assert "The demonstration is there already." in capsys.readouterr().err
    assert Partnership.unscoped.get().founded_at == before


def test_a_real_partnership_is_refused_with_a_sentence(capsys):
    area.found_partnership(
        name="Realshire Partnership",
        short_name="RP",
        council_name="Realshire Council",
        email="office@realshire.example",
        arrangements_started_on=ARRANGEMENTS_STARTED_ON,
        first=area.FirstPerson("Vera Real", "vera@realshire.example"),
        by=MACHINE,
        at=at_ten(ARRANGEMENTS_STARTED_ON),
    )
    assert cli.main(["demo"]) == 2
    assert "belongs to a real partnership" in capsys.readouterr().err
    assert Partnership.unscoped.get().is_demo is False
