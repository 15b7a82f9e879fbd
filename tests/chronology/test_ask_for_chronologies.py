"""A chronology is opened with its scope and columns, and agencies are asked: each once, or none of them."""

from datetime import date, timedelta

import pytest

from cairn.cases.models import AgencyInvolved
from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED, Asked
from cairn.chronology.engine.headings import Column
from cairn.chronology.models import Chronology, ChronologyRequest
from cairn.partnership.commands import agency as agencies
from cairn.partnership.models import Message
from tests.chronology.acting import DUE, opened, read_in, scene, taken
from tests.rapid_reviews.acting import refusal
from tests.refused import refused
from tests.stories import ADDRESS, ALIAS, NAME, give_contact_point

DAY, SOURCE = (each for each in USUALLY_ASKED if each.column in {Column.START_DATE, Column.SOURCE})
STALE = "Somebody changed this while you were typing. Compare it with yours, then send yours again if it still stands."


@pytest.fixture
def on(world, stories):
    return opened(world, stories)


def ask(on, *shorts, **facts):
    chosen = [on.world.agency(short) for short in shorts]
    facts = {"due_on": DUE, "means": "letter", **facts}
    return commands.ask_for_chronologies(on.chronology, agencies=chosen, **facts, by=on.by("officer"), at=on.at)


def rescope(on, **facts):
    facts = {"scope": "The last year.", "version": 1, **facts}
    return commands.change_scope(on.chronology, **facts, by=on.by("officer"), at=on.at)


def headings(chronology):
    return [column.heading for column in chronology.columns.all()]


@pytest.fixture
def beside(world, stories):
    """A second case, told before anything is done to the first."""
    stories.case_at("shared")
    return stories.case_at("shared", "Child S")


def test_a_case_has_one_chronology_which_says_what_it_covers(beside, on):
    facts = {"columns": USUALLY_ASKED, "by": on.by("officer"), "at": on.at}
    with refused("This case has its chronology already."):
        commands.open_chronology(on.case, scope="Again.", **facts)
    with refused("Say what the chronology covers."):
        commands.open_chronology(beside, scope=" ", **facts)
    assert headings(on.chronology) == [asked.heading for asked in USUALLY_ASKED]


def test_days_out_of_order_are_said_beside_the_last(on):
    verdict = refusal(lambda: rescope(on, covers_from=date(2025, 2, 1), covers_to=date(2025, 1, 31)))
    assert [(reason.sentence, reason.about) for reason in verdict.reasons] == [
        ("The last day cannot come before the first.", "covers_to")
    ]
    one_day = rescope(on, covers_from=date(2025, 2, 1), covers_to=date(2025, 2, 1))
    assert (one_day.covers_from, one_day.scope, one_day.revision) == (date(2025, 2, 1), "The last year.", 2)


def test_a_scope_that_somebody_else_changed_meanwhile_is_not_overwritten(on):
    rescope(on, scope="From birth.")
    with refused(STALE):
        rescope(on, scope="The last month.")
    assert Chronology.unscoped.get().scope == "From birth."


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ([SOURCE], "Every chronology asks for: Start date."),
        ([], "Every chronology asks for: Start date, Source of information."),
        ([DAY, SOURCE, Asked("  ")], "Write what stands over each column."),
        ([DAY, SOURCE, Asked("Ward"), Asked(" WARD ")], "Two columns have one heading."),
        ([DAY, SOURCE, Asked("Day", Column.START_DATE)], "Two columns are for the same thing."),
    ],
)
def test_columns_that_agencies_could_not_answer_are_refused(on, columns, sentence):
    with refused(sentence):
        rescope(on, columns=columns)
    assert len(headings(on.chronology)) == len(USUALLY_ASKED)


def test_columns_are_put_in_the_place_of_the_old_ones_and_a_date_and_a_source_are_always_needed(on):
    bare = Asked("Day", Column.START_DATE), Asked("Record", Column.SOURCE), Asked("Ward", None, True, "Which ward.")
    rescope(on, columns=bare)
    kept = [(each.number, each.heading, each.column, each.mandatory) for each in on.chronology.columns.all()]
    assert kept == [(1, "Day", "start_date", True), (2, "Record", "source", True), (3, "Ward", "", True)]


def test_columns_stay_as_they_are_once_an_agency_is_asked_until_that_is_taken_back(on):
    (asked,) = ask(on, "TRUST")
    with refused(
        "Agencies are asked with these columns already, so they stay as they are. Take the requests back first."
    ):
        rescope(on, columns=[DAY, SOURCE])
    assert rescope(on).revision == 2
    commands.take_back_request(asked, reason="The wrong columns.", by=on.by("officer"), at=on.at)
    rescope(on, columns=[DAY, SOURCE], version=2)
    assert headings(on.chronology) == ["Start date", "Source of information"]


def test_a_column_of_the_partnerships_own_is_kept_as_it_is_whatever_its_heading_usually_means(on):
    rescope(on, columns=[Asked("Date", None, True), DAY, SOURCE])
    ask(on, "TRUST")
    rows = [("Tuesday", "3 March 2025", "GP record")]
    draft = taken(on, read_in=read_in(rows, ("Date", "Start date", "Source of information")))
    (text,) = on.texts(draft)
    assert (text.others, text.sort_day, draft.faults_left) == ({"Date": "Tuesday"}, date(2025, 3, 3), 0)


@pytest.mark.parametrize(
    ("shorts", "facts", "sentence", "about"),
    [
        ((), {}, "Choose at least one agency.", "agencies"),
        (("CSC",), {"means": "pigeon"}, "Choose how the agencies are told.", "means"),
        (("CSC",), {"due_on": date(2026, 8, 14)}, "Choose a day that is still to come.", "due_on"),
        (("CSC",), {"due_on": date(2026, 8, 1)}, "Choose a day that is still to come.", "due_on"),
    ],
)
def test_what_cannot_be_right_is_said_beside_its_question(on, shorts, facts, sentence, about):
    verdict = refusal(lambda: ask(on, *shorts, **facts))
    assert [(reason.sentence, reason.about) for reason in verdict.reasons] == [(sentence, about)]


def test_one_that_cannot_be_asked_stops_all_and_each_is_said(on):
    ask(on, "PH")
    give_contact_point(on.world, "TRUST", on.at)
    with refused(
        "Coldwater Council public health is asked already.",
        "Coldwater Clinical Commissioning Group has ended. Ask the agency that took over from it.",
        "Coldwater Council children's services has no contact point. Record one, or send a letter by secure mail.",
    ):
        ask(on, "TRUST", "PH", "CCG", "CSC", means="notice")
    assert ChronologyRequest.unscoped.get().agency.short_name == "PH"
    assert not Message.unscoped.filter(once__startswith="chronology:")


def test_an_agency_is_asked_until_the_day_on_which_it_ends(on):
    agencies.end_agency(on.world.agency("PH"), ends_on=on.at.date(), by=on.by("officer"), at=on.at)
    assert len(ask(on, "PH")) == 1


def test_an_agency_that_is_chosen_twice_is_asked_once(on):
    assert len(ask(on, "TRUST", "TRUST")) == 1


def test_a_letter_needs_no_contact_point_and_sends_no_notice(on):
    before = Message.unscoped.count()
    (asked,) = ask(on, "CSC")
    assert (asked.address, asked.state, Message.unscoped.count()) == ("", "asked", before)


def test_the_notice_goes_to_the_contact_point_and_names_nobody(on):
    give_contact_point(on.world, "TRUST", on.at)
    (asked,) = ask(on, "TRUST", means="notice")
    notice = Message.unscoped.get(once=f"chronology:{asked.key}")
    assert (notice.to_address, notice.to_user, notice.about_a_case) == ("trust@coldwater.example", None, True)
    said = notice.subject + notice.body + notice.link + notice.once
    assert not [word for word in (*NAME, ALIAS, ADDRESS, "Child R", on.case.reference) if word in said]


def test_an_agency_comes_into_the_case_and_one_that_takes_part_stays_as_it_is(world, stories):
    case = stories.case_at("at_work")
    by = world.actor("officer")
    chronology = commands.open_chronology(case, scope="All.", columns=USUALLY_ASKED, by=by, at=world.at)
    chosen = [world.agency("TRUST"), world.agency("CSC")]
    commands.ask_for_chronologies(chronology, agencies=chosen, due_on=DUE, means="letter", by=by, at=world.at)
    modes = AgencyInvolved.unscoped.filter(case=case).values_list("agency__short_name", "mode")
    assert dict(modes) == {"TRUST": "information_only", "CSC": "not_settled"}


def remind(on, *requests, at=None):
    moment = at or on.at
    chosen = requests or tuple(on.chronology.requests.all())
    by = on.by("officer", moment)
    return commands.remind_of_chronology(on.chronology, requests=chosen, by=by, at=moment)


NONE = "None of them can be reminded: each has answered, was reminded today, or has no contact point."


@pytest.fixture
def three(world, stories):
    return scene(world, stories)


def test_each_is_reminded_once_a_day_and_the_notice_names_nobody(three):
    assert remind(three) == 3
    with refused(NONE):
        remind(three)
    assert remind(three, at=three.at + timedelta(days=1)) == 3
    notices = Message.unscoped.filter(subject="A chronology still waits for your agency in Cairn")
    assert notices.count() == 6
    assert {notice.to_address.split("@")[0] for notice in notices} == {"trust", "police", "schools"}


def test_only_those_who_are_waited_for_are_reminded(three):
    facts = {"by": three.by("officer"), "at": three.at}
    commands.say_nothing_to_tell(three.asked("POLICE"), searched="All names.", confirmed_by="The chief", **facts)
    commands.take_back_request(three.asked("SCHOOLS"), reason="A mistake.", **facts)
    assert remind(three) == 1
    assert three.asked("TRUST").reminded_on == three.at.date()


def test_reminding_undoes_nothing_that_an_agency_answered_meanwhile(three):
    before = three.asked("POLICE")
    facts = {"searched": "All names.", "confirmed_by": "The chief", "by": three.by("officer"), "at": three.at}
    commands.say_nothing_to_tell(three.asked("POLICE"), **facts)
    with refused(NONE):
        remind(three, before)
    assert three.asked("POLICE").state == "nil"


def test_one_that_is_chosen_twice_is_reminded_once(three):
    assert remind(three, three.asked(), three.asked()) == 1


def test_an_agency_without_contact_point_or_of_another_case_is_not_reminded(beside, three):
    facts = {"by": three.by("officer"), "at": three.at}
    other = commands.open_chronology(beside, scope="All.", columns=USUALLY_ASKED, **facts)
    police = [three.world.agency("POLICE")]
    (elsewhere,) = commands.ask_for_chronologies(other, agencies=police, due_on=DUE, **facts)
    (by_letter,) = ask(three, "CSC")
    with refused("Choose at least one agency."):
        commands.remind_of_chronology(three.chronology, requests=[], by=three.by("officer"), at=three.at)
    with refused(NONE):
        remind(three, elsewhere, by_letter)
