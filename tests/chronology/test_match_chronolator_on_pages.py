"""What the only specialist in chronologies can do and what needs pages here, feature by feature under its number."""

from datetime import date

import pytest

from cairn.cases.commands import add_alias
from cairn.cases.models import Person
from cairn.chronology import commands
from cairn.chronology.engine.ages import Days, age, interval
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.returns import parse
from cairn.chronology.models import AskedColumn
from tests.chronology.acting import POLICE, TRUST, opened, read_in, released, scene, signed
from tests.chronology.pages import entry
from tests.chronology.whole_pages import events, url
from tests.chronology.whole_pages import opened as whole
from tests.stories import NAME


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    signed(on)
    signed(on, POLICE, "POLICE", "officer")
    return on


def status(on, who, name, *parts):
    return on.world.client(who).get(url(on, name, *parts)).status_code


def test_feature_01_three_audiences_have_their_own_pages(on):
    own = on.asked().key
    assert [status(on, "officer", name) for name in ("chronology_scope", "chronology_ask")] == [200, 200]
    assert (status(on, "author", "chronology_take", own), status(on, "author", "chronology")) == (200, 404)
    assert (status(on, "reviewer", "chronology"), status(on, "reviewer", "chronology_questions")) == (200, 200)


def test_feature_02_the_administrator_words_a_column_her_way_and_it_keeps_what_it_is_for(world, stories):
    on = opened(world, stories)
    place = [each.column for each in USUALLY_ASKED].index(Column.SOURCE)
    typed = {"heading": "Where we have it from", "column": "source", "mandatory": "on", "version": "1"}
    world.client("officer").post(url(on, "chronology_column", str(place)), typed)
    own = AskedColumn.unscoped.get(chronology=on.chronology, column="source")
    assert (own.heading, own.mandatory, own.number) == ("Where we have it from", True, place + 1)


def test_feature_12_rows_in_no_order_are_told_once_and_put_in_order_in_the_whole(on):
    file = read_in((TRUST[2], TRUST[0], POLICE[1]))
    found = parse(file.tables, file="a", agency="Health", read_when=read)
    (remark,) = [fault for fault in found.faults if fault.row == 0]
    assert remark.problem.startswith("The rows stand in no order of date")
    assert events(whole(on, "chair")) == ["Zebedee", "Mother", "Officers", "Admitted", "Interview"]


def test_feature_13_a_day_of_which_no_time_is_known_stands_in_the_sequence_its_author_gave_it(world, stories):
    on = scene(world, stories)
    headings = ("Date", "Sequence", "Source", "Event")
    rows = (("3 March 2025", "2", "Notes", "Collapsed"), ("3 March 2025", "1", "Notes", "Well"))
    file = read_in(rows, headings)
    draft = commands.take_chronology(on.asked(), read_in=file, version=0, by=on.by("author"), at=on.at)
    known = {"version": draft.revision, "faults_known": True}
    commands.send_chronology(on.asked(), **known, by=on.by("author"), at=on.at)
    page = whole(on, "chair")
    assert page.index("Well") < page.index("Collapsed")


def test_feature_16_agencies_find_the_guide_to_each_column_the_empty_file_and_a_message_is_there_to_send(on):
    guide = on.world.client("author").get(url(on, "chronology_guide")).content.decode()
    assert all(each.instruction.replace("'", "&#x27;") in guide for each in USUALLY_ASKED)
    assert status(on, "author", "chronology_empty", "word") == 200
    asking = on.world.client("officer").get(url(on, "chronology_ask")).content.decode()
    assert "A chronology is asked for in Cairn" in asking


def test_feature_23_the_rows_in_which_somebody_is_named_are_gone_through_one_by_one(on):
    page = whole(on, "chair", who="Child R")
    assert events(page) == ["Zebedee"]
    assert url(on, "chronology_entry", entry(on, 1).key) in page


def test_feature_24_ages_and_intervals_are_told_as_exactly_as_both_dates_allow(on):
    born = Days(date(2025, 2, 3), date(2025, 2, 3))
    assert age(born, Days(date(2025, 3, 3), date(2025, 3, 3))) == "4 weeks"
    assert interval(born, Days(date(2025, 3, 1), date(2025, 3, 31))) == "between 26 and 56 days"
    assert "Age of Child R" in on.world.client("officer").get(url(on, "chronology_entry", entry(on, 1).key)).text


def test_feature_26_a_name_that_is_added_to_the_list_is_a_label_in_every_row_at_once(on):
    released(on)
    child = Person.unscoped.get(case=on.case, kind="subject_child")
    assert "Admitted with a fractured arm" in whole(on, "panel_member")
    add_alias(child, kind="nickname", name="Admitted", by=on.by("officer"), at=on.at)
    page = whole(on, "panel_member")
    assert "Child R with a fractured arm" in page
    assert not [name for name in NAME if name in page]


def test_feature_29_a_picture_in_lanes_by_agency_stands_above_the_table_and_follows_its_filters(on):
    page = whole(on, "chair")
    assert page.index("<svg") < page.index("<table")
    assert "Coldwater Community Health Trust: 3; Fellside Police: 2." in page
    narrowed = whole(on, "chair", words="fractured arm")
    assert "2 entries" in narrowed.split("<table")[0]
