"""The picture of a combined chronology: all of it in one look, in words too, without style or script."""

from __future__ import annotations

import random
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.chronology.engine import drawing
from cairn.chronology.engine.gaps import Gap, Lack
from cairn.chronology.engine.lanes import COLOURS, LONGEST, lanes_of
from cairn.chronology.engine.marks import Mark
from cairn.chronology.engine.picture import MOST_BYTES, MOST_GAPS, TITLE, Picture, draw, rows_of

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "rect", "path", "g", "text", "a"}
ATTRIBUTES = {
    *("class", "viewBox", "width", "height", "role", "font-family", "font-size", "font-weight", "fill", "stroke", "id"),
    *("aria-labelledby", "aria-describedby", "x", "y", "d", "transform", "stroke-dasharray", "text-anchor", "href"),
    "pointer-events",
}
TWELVE = tuple(f"Agency {letter} of the county" for letter in "ABCDEFGHIJKL")


def on(first: str, last: str = "", agency: str = "Police", doubtful: bool = False, href: str = "") -> Mark:
    return Mark("a", agency, date.fromisoformat(first), date.fromisoformat(last or first), doubtful, href)


def many(number: int, years: int) -> list[Mark]:
    """Entries of twelve agencies: some last, some are in doubt, some have no day."""
    chance = random.Random(20160522)
    marks = []
    for place in range(number):
        first = date(2010, 1, 1) + timedelta(days=chance.randrange(365 * years))
        lasting = timedelta(days=chance.choice((0, 0, 0, 0, 0, 0, 0, 0, 30, 200)))
        known = chance.random() > 0.01
        marks.append(
            Mark(
                *(str(place), chance.choice(TWELVE), first if known else None, first + lasting if known else None),
                chance.random() < 0.1,
            )
        )
    return marks


def where(agency: str, first: date, last: date) -> str:
    return f"?agency={agency[7:8]}&from={first}&to={last}"


def read(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg)


def titles(picture: Picture) -> list[str]:
    return [each.text or "" for each in read(picture).iter(f"{SVG}title")][1:]


def texts(picture: Picture) -> list[str]:
    return [each.text or "" for each in read(picture).iter(f"{SVG}text")]


def test_each_agency_has_a_lane_with_its_name_its_letters_and_how_many():
    picture = draw([on("2016-03-16"), on("2016-04-01", agency="Health visiting")], agencies=["School"])
    assert [word for word in texts(picture) if word in ("SCH", "School", "0 entries", "HV", "POL", "1 entry")] == [
        *("SCH", "School", "0 entries", "SCH", "HV", "1 entry", "HV", "POL", "1 entry", "POL")
    ]


def test_every_shape_tells_whose_it_is_when_it_was_and_how_many():
    marks = [
        *(on(f"2016-03-{day:02}") for day in range(1, 15)),
        *(on("2016-05-02", doubtful=True), on("2016-06-03"), on("2016-06-04", doubtful=True)),
        *(on("2015-01-01", "2015-03-09"), on("2018-12-31"), Mark("a", "Police", None, date(2017, 5, 2))),
    ]
    assert titles(draw(marks)) == [
        "Police, 1 January to 9 March 2015: 1 entry",
        "Police, March 2016: 14 entries",
        "Police, 2 May 2016: 1 entry, in doubt",
        "Police, June 2016: 2 entries, 1 in doubt",
        "Police, up to 2 May 2017: 1 entry, in doubt",
        "Police, 31 December 2018: 1 entry",
    ]


def test_what_it_shows_is_said_in_words_with_its_counts():
    unknown = Mark("a", "School", None, None)
    marks = [on("2016-03-16"), on("2016-03-16", doubtful=True), on("2018-06-01", agency="Health"), *[unknown] * 3]
    picture = draw(marks)
    assert picture.description == (
        "3 entries by 3 agencies, from 1 March 2016 to 1 June 2018. Health: 1; Police: 2; School: 0. "
        "Entries of the same month are drawn as one bar; the tallest holds 2. Dates in doubt, drawn hollow: 1. "
        "3 entries have no known day and are not in the picture."
    )
    root = read(picture)
    named, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert named is not None
    assert described is not None
    assert (named.text, described.text) == (TITLE, picture.description)
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (named.get("id"), described.get("id"))


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ([], "There are no entries."),
        ([Mark("a", "Police", None, None)], "1 entry has no known day and is not in the picture."),
        ([on("2016-03-16")], "1 entry by 1 agency, from 16 March 2016 to 16 March 2016. Police: 1."),
    ],
)
def test_a_picture_of_little_says_so(marks, words):
    picture = draw(marks)
    assert picture.description == words
    assert read(picture).get("role") == "img"
    assert len(rows_of(picture)) == (1 if "by" in words else 0)


def test_its_rows_say_what_the_shapes_do():
    picture = draw(many(400, 5))
    assert [f"{agency}, {period}: {count}" for agency, period, count in rows_of(picture)] == [
        title.partition(" entr")[0] for title in titles(picture)
    ]


def test_every_shape_leads_to_its_entries():
    marks = [on("2016-03-16"), on("2016-03-17"), on("2018-06-01", href="/entry/7"), on("2018-01-05")]
    picture = draw(marks, href=lambda agency, first, last: f"?a={agency}&from={first}&to={last}")
    assert [each.get("href") for each in read(picture).iter(f"{SVG}a")] == [
        "?a=Police&from=2016-03-01&to=2016-03-31",
        "?a=Police&from=2018-01-05&to=2018-01-05",
        "/entry/7",
    ]
    # A picture with links in it must not be an image: nobody could go to the parts of one.
    assert read(picture).get("role") == read(draw([on("2016-03-16", href="/7")])).get("role") == "group"


def test_what_is_in_doubt_is_hollow_and_dashed_and_what_is_not_is_not():
    sure, doubtful = draw([on("2016-03-16")]), draw([on("2016-03-16", doubtful=True)])
    lasting = draw([on("2016-03-16", "2016-04-16", doubtful=True), on("2017-01-01")])
    assert "stroke-dasharray" not in sure.svg
    for picture in (doubtful, lasting):
        hollow = [each for each in read(picture).iter(f"{SVG}path") if each.get("stroke-dasharray")]
        assert [each.get("fill") for each in hollow] == ["#fff"] * 2  # the shape, and the key that explains it


def test_a_bar_with_room_has_its_number_above_it():
    close = [on("2016-03-16")] * 3
    assert "3" in texts(draw(close))
    assert "3" not in texts(draw([*close, on("2012-03-16"), on("2019-01-01")]))


def test_an_entry_shorter_than_a_bar_is_a_stroke_where_it_can_be_seen():
    def shapes(*marks: Mark) -> list[str]:
        return [each.get("d") or "" for each in read(draw(marks)).iter(f"{SVG}path") if "a4 4" not in each.get("d", "")]

    ends = (on("2012-01-01"), on("2017-12-31"))
    assert len(shapes(*ends, on("2016-03-02", "2016-03-30"))) == len(shapes(*ends, on("2016-03-02"))) + 1
    assert len(shapes(*ends, on("2016-03-02", "2016-03-03"))) == len(shapes(*ends, on("2016-03-02")))


def test_gaps_are_shaded_over_their_lane_or_over_all():
    of_police = Gap(Lack.SILENT, "Police", date(2016, 1, 1), date(2016, 4, 1), (), "Police records nothing.")
    of_all = Gap(Lack.SILENT, "", date(2016, 5, 1), date(2016, 6, 1), (), "No agency records anything.")
    marks = [on("2015-12-01"), on("2016-12-01", agency="School")]
    picture = draw(marks, gaps=[of_all, of_police])
    shades = [each for each in read(picture).iter(f"{SVG}rect") if each.find(f"{SVG}title") is not None]
    assert [each.find(f"{SVG}title").text for each in shades] == [of_police.why, of_all.why]
    lane, whole = (float(each.get("height")) + 2 for each in shades)
    assert whole == 2 * lane
    assert "a gap" in texts(picture)
    shorter = [Gap(Lack.SILENT, "", date(2016, 1, 1), date(2016, 1, 1 + day % 30), (), str(day)) for day in range(90)]
    assert draw(marks, gaps=shorter).svg.count("stroke-dasharray") == MOST_GAPS + 1


def test_words_of_agencies_are_never_marks_of_the_picture():
    name = "<script>alert('1')</script> & \x0b\ud800\"s\" " + "x" * 90
    picture = draw([on("2016-03-16", agency=name)], href=lambda *_: '"><script>', name='"><b>', title="<i>")
    assert {each.tag.removeprefix(SVG) for each in read(picture).iter()} <= TAGS
    assert "<script" not in picture.svg
    assert len(titles(picture)[0]) < LONGEST + 40


@pytest.mark.parametrize("years", [1, 5, 40])
@pytest.mark.parametrize("number", [5_000, 20_000])
def test_thousands_of_entries_of_twelve_agencies_stay_small(number, years):
    marks = many(number, years)
    picture = draw(marks, agencies=TWELVE, href=where)
    assert len(picture.svg.encode()) <= MOST_BYTES
    assert sum(count for *_, count in rows_of(picture)) == sum(1 for mark in marks if mark.place)


def test_longer_addresses_make_longer_stretches_and_not_a_larger_picture():
    marks = many(5_000, 5)
    bins = [len(draw(marks, agencies=TWELVE, href=lambda *_, length=n: "x" * length).bins) for n in (1, 200)]
    assert bins[0] > bins[1]
    beyond = draw([on("2016-03-16", agency=f"Agency {number}") for number in range(1_000)])
    assert len(beyond.bins) == 1_000  # more lanes than fit are drawn all the same


def test_it_carries_no_style_no_script_and_nothing_from_elsewhere():
    root = read(
        draw(many(500, 5), href=where, gaps=[Gap(Lack.SILENT, "", date(2011, 1, 1), date(2012, 1, 1), (), "x")])
    )
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= TAGS
    assert {name for each in root.iter() for name in each.attrib} <= ATTRIBUTES


@given(
    st.lists(
        st.builds(
            Mark, st.just("a"), st.text(max_size=40), st.none() | st.dates(), st.none() | st.dates(), st.booleans()
        ),
        max_size=30,
    )
)
@settings(max_examples=60)
def test_whatever_is_drawn_can_be_read_and_loses_nothing(marks: list[Mark]):
    picture = draw(marks, href=where)
    assert sum(count for *_, count in rows_of(picture)) == sum(1 for mark in marks if mark.place)
    assert {each.tag.removeprefix(SVG) for each in read(picture).iter()} <= TAGS


def _light(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("behind", ["#ffffff", drawing.BAND, drawing.GAP])
@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_can_be_read_on_whatever_lies_behind_it(colour, behind):
    assert (_light(behind) + 0.05) / (_light(colour) + 0.05) >= 4.5


def test_no_two_agencies_have_the_same_letters():
    names = [
        "Police",
        "Politics",
        "Polo",
        "Children’s social care",
        "Care of the sick child",
        "NHS",
        "",
        *"ABCDEFGHIJKLM",
    ]
    letters = [lane.letters for lane in lanes_of(names)]
    assert letters[:7] == ["POL", "PO2", "PO3", "CSC", "CS2", "?", "?2"]
    assert len(set(letters)) == len(names)
