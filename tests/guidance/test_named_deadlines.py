"""Deadlines that practitioners know by name, and ten thousand that nobody does, against an independent calendar."""

import random
from datetime import date, timedelta
from pathlib import Path

import holidays as independent
import pytest
import yaml

from cairn.guidance.deadlines import derive
from cairn.guidance.editions import edition

LINES = yaml.safe_load((Path(__file__).parent / "deadlines.yaml").read_text())
CLOSED = set(independent.country_holidays("GB", subdiv="ENG", years=range(2006, 2031)))


@pytest.mark.parametrize("line", LINES, ids=[line["name"] for line in LINES])
def test_the_deadline_is_what_the_practitioner_expects(line):
    deadline = derive(line["duty"], line["from"], edition_id=line.get("edition"))
    assert (deadline.due, deadline.edition.id) == (line["due"], line["edition_is"])


def test_every_name_is_used_once():
    names = [line["name"] for line in LINES]
    assert len(names) == len(set(names))


def _step(day: date, number: int, direction: int) -> date:
    """The naive way: one day at a time, by a calendar this product does not use."""
    while number:
        day += timedelta(days=direction)
        number -= day.weekday() < 5 and day not in CLOSED
    return day


def test_ten_thousand_generated_cases_agree_with_an_independent_calendar():
    dice = random.Random(20261121)
    first, last = date(2006, 2, 1).toordinal(), date(2030, 11, 1).toordinal()
    duties = [
        ("notify_serious_incident", "wt23", 5, 1),
        ("send_rapid_review", "pg25", 15, 1),
        ("tell_of_coroners_investigation", "wt23", 3, 1),
        ("send_report_before_publication", "wt23", 7, -1),
    ]
    for _ in range(10_000):
        duty, name, number, direction = dice.choice(duties)
        trigger = date.fromordinal(dice.randint(first, last))
        deadline = derive(duty, trigger, edition_id=name)
        assert deadline.due == _step(trigger, number, direction), (duty, trigger)
        assert sum(day.counted for day in deadline.days) == number
        assert edition(name).rules[duty].limit.number == number
