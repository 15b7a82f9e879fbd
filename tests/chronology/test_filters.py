"""What the combined chronology is narrowed by, and that an address of it never carries a name."""

from datetime import date

import pytest

from cairn.cases import commands as cases
from cairn.cases import policy
from cairn.chronology.forms.filters import NAMES_SOMEBODY
from cairn.chronology.queries import table
from cairn.chronology.queries.filters import Filters
from cairn.chronology.queries.table import reading
from tests.chronology.acting import POLICE, TRUST, scene, signed
from tests.chronology.whole_pages import events, opened, text, url
from tests.stories import ADDRESS, NAME

ODD = (
    ("after 1 July 2025", "", "Ward notes", "Later", "", ""),
    ("before 1 March 2025", "", "Ward notes", "Earlier", "", ""),
    ("", "", "Ward notes", "Undated", "", ""),
    ("31/02/2025", "", "Ward notes", "Faulty", "", ""),
    ("1 May 2025", "", "# mine", "Remark", "", ""),
)


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    signed(on, (*TRUST, *ODD))
    signed(on, POLICE, "POLICE", "officer")
    return on


def days(name, day, month, year=2025):
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


def test_without_filters_everything_is_in(on):
    page = opened(on, "chair")
    assert len(events(page)) == 10
    assert "Clear all" not in page
    assert "Save this view" not in page


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"doubtful": "on"}, ["Mother", "To"]),
        ({"seen": "yes"}, ["Zebedee", "Admitted"]),
        ({"seen": "no"}, ["Mother", "Officers"]),
        ({"words": "FRACTURED  arm"}, ["Officers", "Admitted"]),
        ({"words": "mash"}, ["Admitted"]),
        ({"words": "nowhere written"}, []),
        ({"who": "Child R"}, ["Zebedee"]),
        (days("since", 2, 6), ["Later"]),
        (days("until", 2, 3), ["Earlier"]),
        (days("since", 9, 5) | days("until", 9, 5), ["Officers", "Admitted"]),
        (days("since", 15, 4) | days("until", 15, 4), ["Mother"]),
    ],
    ids=str,
)
def test_each_filter_leaves_what_it_says(on, asked, left):
    assert events(opened(on, "chair", **asked)) == left


def test_faulty_rows_alone_and_notes_left_out(on):
    assert "31/02/2025" in opened(on, "chair", faulty="on")
    assert len(events(opened(on, "chair", faulty="on"))) == 2
    assert "Remark" not in opened(on, "chair", no_notes="on")


def test_filters_narrow_together_and_each_can_be_taken_off(on):
    police, trust = (on.world.agency(short).key for short in ("POLICE", "TRUST"))
    asked = {"agency": [police, trust], "seen": "no", "words": "arm"} | days("since", 1, 5)
    page = opened(on, "chair", **asked)
    assert events(page) == ["Officers"]
    for words in ("Fellside Police", "Not seen", "“arm”", "From 1 May 2025", "Clear all"):
        assert words in page
    without = f"?agency={police}&agency={trust}&since_day=1&since_month=5&since_year=2025&words=arm"
    assert f'href="{without}"' in page
    assert events(text(on.world.client("chair").get(url(on) + without))) == ["Officers", "Admitted"]


def test_a_place_is_found_by_its_label(on):
    signed(on, (("2 May 2025", "", "Visit", f"Visited {ADDRESS}", "", ""),), "SCHOOLS", "officer")
    assert events(opened(on, "chair", who="Home A")) == ["Visited"]
    assert events(opened(on, "reviewer", who="Home A")) == ["Visited"]
    assert len(events(opened(on, "chair", who=["Home A", "Child R"]))) == 2


def test_somebody_is_found_by_a_name_recorded_after_the_page_was_read(on, stories):
    assert events(opened(on, "chair", who="Child R")) == ["Zebedee"]
    cases.add_alias(stories.child(on.case), kind="nickname", name="Interview", by=on.by("officer"), at=on.at)
    assert events(opened(on, "chair", who="Child R")) == ["Zebedee", "Interview"]


def test_words_that_hold_a_name_are_refused_to_those_who_know_it_and_find_nothing_for_others(on):
    page = opened(on, "chair", words=NAME[0])
    assert NAMES_SOMEBODY in page
    assert events(page) == []
    page = opened(on, "reviewer", words=NAME[0])
    assert NAMES_SOMEBODY not in page
    assert "No row fits what you chose." in page
    assert events(opened(on, "reviewer", words=NAME[0][:5])) == []
    assert events(opened(on, "reviewer", words="child r seen")) == ["Child"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"agency": "nobody"}, "Choose only from those listed."),
        ({"who": "Somebody"}, "Choose only from those listed."),
        (days("since", 31, 2), "Enter a real date"),
        (days("since", 2, 3) | days("until", 1, 3), "The last day cannot come before the first."),
        ({"words": "x" * 61}, "Write 60 characters or fewer."),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said_and_shows_no_rows(on, asked, sentence):
    page = opened(on, "chair", **asked)
    assert sentence in page
    assert "Put the filters right to see the rows." in page
    assert events(page) == []


def test_filters_say_themselves_in_the_boxes_of_the_form():
    chosen = Filters(agency=("a", "b"), since=date(2025, 3, 1), doubtful=True, words="two words")
    said = "agency=a&agency=b&since_day=1&since_month=3&since_year=2025&doubtful=on&words=two+words"
    assert chosen.query == said
    assert Filters().query == ""


def test_the_picture_counts_what_fits_by_words_too(on):
    read = reading(policy.rights(on.by("chair"), on.case, on.at), on.case, names_shown=False)
    assert len(read.marks(Filters(words="arm"))) == 2
    marks = read.marks(Filters())
    assert len(marks) == 10
    assert len([mark for mark in marks if mark.place is None]) == 2


def test_the_same_rows_fit_whether_few_are_looked_up_or_all_are_gone_through(on, monkeypatch):
    read = reading(policy.rights(on.by("chair"), on.case, on.at), on.case, names_shown=False)
    asked = Filters(words="arm", seen="no")
    few = read.found(asked), read.marks(asked)
    monkeypatch.setattr(table, "FEW", 0)
    assert (read.found(asked), read.marks(asked)) == few
    assert few[0][0] == len(few[1]) == 1
