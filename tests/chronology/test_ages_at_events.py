"""How old the children were at an event, for those who may know it; and what nobody could see before a birth."""

import re
from datetime import date

import pytest

from cairn.cases.commands import Known, record_identity
from cairn.cases.models import Person, PersonIdentity
from cairn.chronology.queries.children import first_birth
from tests.chronology.acting import TRUST, scene, signed
from tests.chronology.pages import entry, url

AGE = re.compile(r"Age of Child R\s*</dt>\s*<dd[^>]*>\s*([^<]*?)\s*</dd>")
ODD = (*TRUST, ("", "", "Ward notes", "No day is written", "", ""))


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    signed(on, ODD)
    return on


def page(on, who, place=1):
    return on.world.client(who).get(url(on, "chronology_entry", entry(on, place).key)).content.decode()


def born_on(on, precision, day):
    child = Person.unscoped.get(case=on.case, kind="subject_child")
    facts = {"name_answer": "not_known", "born": Known(precision, day), "died": Known("none")}
    version = PersonIdentity.unscoped.filter(person=child).count()
    record_identity(child, **facts, version=version, by=on.by("officer"), at=on.at)


def test_the_age_stands_on_the_entry_for_those_who_read_identities_and_for_nobody_else(on):
    assert AGE.search(page(on, "officer")).group(1) == "4 weeks"
    assert "Age of Child R" not in page(on, "reviewer")


def test_a_doubtful_month_gives_an_age_in_doubt_and_no_day_gives_none(on):
    assert AGE.search(page(on, "officer", 2)).group(1) == "between 8 and 13 weeks (in doubt)"
    assert "Age of Child R" not in page(on, "officer", 4)


def test_a_birth_known_by_month_or_year_gives_no_more_than_that(on):
    born_on(on, "month", date(2025, 2, 1))
    assert first_birth(on.case) == date(2025, 2, 1)
    assert AGE.search(page(on, "officer")).group(1) == "between 3 days and 5 weeks"
    born_on(on, "year", date(2024, 1, 1))
    assert AGE.search(page(on, "officer")).group(1) == "between 8 weeks and 15 months"
    born_on(on, "not_known", None)
    assert first_birth(on.case) is None
    assert "Age of Child R" not in page(on, "officer")


def test_before_the_birth_nobody_is_asked_why_the_child_was_not_seen(on, world):
    early = [(f"{day} May 2024", "", f"Note {day}", f"Mother called number {day}", "", "") for day in (1, 20)]
    early += [("20 January 2025", "", "Note 3", "Mother called again", "", "")]
    signed(on, (*early, *ODD), why="Rows from before the birth.")
    said = world.client("officer").get(url(on, "chronology_questions")).content.decode()
    unseen = [line for line in said.split("For ") if "no row says that the child was seen." in line[:120]]
    assert [line.split(" days, from ")[1].split(" to ")[0] for line in unseen] == ["3 March 2025", "3 March 2025"]
    born_on(on, "not_known", None)
    said = world.client("officer").get(url(on, "chronology_questions")).content.decode()
    assert "from 1 May 2024 to 3 March 2025, no row says that the child was seen." in said
