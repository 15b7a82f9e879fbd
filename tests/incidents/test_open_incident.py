"""An incident is opened from the first report: the case, the clocks, the children, and a place."""

from datetime import date, time

import pytest
from django.urls import reverse

from cairn.cases.models import Case, Clock, Person, PersonIdentity, Place, PlaceIdentity, SearchEntry, SearchWord
from cairn.incidents import commands, queries
from cairn.incidents.jobs import everything
from cairn.incidents.models import Account, Incident
from cairn.kernel.verdict import Ground, Refused
from tests.refused import refused
from tests.stories import NAME
from tests.world import EVERYBODY

FACTS = {
    "kind": "serious_incident",
    "label": "Child R",
    "aware_on": date(2026, 8, 13),
    "told_by": "Ann Other, team manager",
}
MAY = ("business_manager", "officer")


def opened(world, who="officer", **changes):
    return commands.open_incident(**{**FACTS, **changes}, by=world.actor(who), at=world.at)


def test_what_starts_the_clocks_is_enough(world):
    incident = opened(world)
    assert (incident.case.label, incident.case.kind) == ("Child R", "serious_incident")
    known = Account.unscoped.get(incident=incident)
    assert (known.version, known.told_by, known.aware_on, known.source) == (1, FACTS["told_by"], FACTS["aware_on"], "")
    due = dict(Clock.unscoped.values_list("duty", "due_on"))
    assert due == {
        "notify_serious_incident": date(2026, 8, 20),
        "tell_safeguarding_partners": date(2026, 8, 20),
    }
    assert not Person.unscoped.exists()


@pytest.mark.parametrize("kind", ["concern", "looked_after_death", "care_leaver_death", "other_area"])
def test_only_a_serious_incident_is_told_to_the_partners_by_a_clock(world, kind):
    opened(world, kind=kind)
    assert not Clock.unscoped.filter(duty="tell_safeguarding_partners").exists()


def test_an_incident_from_before_there_was_such_a_duty_starts_no_such_clock(world):
    opened(world, aware_on=date(2012, 3, 1))
    assert not Clock.unscoped.filter(duty="tell_safeguarding_partners").exists()


def test_everything_known_in_the_first_minute_is_kept(world):
    children = (
        commands.Child("Child R", "Zebedee", "Quillfeather", date(2025, 2, 3)),
        commands.Child("Child S", born=date(2020, 1, 1)),
        commands.Child("Child T"),
    )
    place = commands.FirstPlace("Home A", "home", "9 Larkspur Yard")
    incident = opened(
        world,
        aware_time=time(16, 40),
        source="health",
        what_happened="A baby was hurt.",
        children=children,
        place=place,
    )
    known = Account.unscoped.get(incident=incident)
    assert (known.source, known.aware_time, known.what_happened) == ("health", time(16, 40), "A baby was hurt.")
    assert [child.label for child in Person.unscoped.all()] == ["Child R", "Child S", "Child T"]
    identities = [(row.name, row.name_answer, row.born_on) for row in PersonIdentity.unscoped.order_by("id")]
    assert identities == [
        ("Zebedee Quillfeather", "given", date(2025, 2, 3)),
        ("", "not_asked", date(2020, 1, 1)),
    ]
    assert (Place.unscoped.get().label, PlaceIdentity.unscoped.get().address) == ("Home A", "9 Larkspur Yard")


def test_a_place_may_be_known_by_its_label_alone(world):
    opened(world, place=commands.FirstPlace("Park"))
    assert Place.unscoped.get().kind == "other"
    assert not PlaceIdentity.unscoped.exists()


@pytest.mark.parametrize("who", [who for who in (*EVERYBODY, "nobody") if who not in MAY])
def test_everybody_but_the_office_is_refused(world, who):
    with refused("Your role may not open a case.", ground=Ground.ROLE):
        opened(world, who)
    assert not Incident.unscoped.exists()


@pytest.mark.parametrize(
    ("changes", "about", "sentence"),
    [
        ({"aware_on": date(2026, 8, 15)}, "aware_on", "The day it became known cannot be in the future."),
        ({"label": " "}, "label", "Enter a label that says nothing of who the child is, such as Child R."),
        ({"told_by": ""}, "told_by", "Enter who told the partnership."),
        ({"kind": "party"}, "kind", "Choose what brought the case here."),
        ({"source": "stars"}, "source", "Choose from the list."),
        ({"children": (commands.Child(" "),)}, "child_0_label", "Give this child a label, such as Child R."),
        (
            {"children": (commands.Child("A"), commands.Child("A "))},
            "child_1_label",
            "Two children have this label.",
        ),
        (
            {"children": (commands.Child("A", born=date(2026, 8, 15)),)},
            "child_0_born",
            "This date of birth is in the future.",
        ),
        ({"place": commands.FirstPlace("", "home", "9 Yard")}, "place", "Give the place a label, such as Home A."),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field_and_nothing_is_kept(world, changes, about, sentence):
    with pytest.raises(Refused) as caught:
        opened(world, **changes)
    assert not Case.unscoped.exists()
    assert [(reason.about, reason.sentence) for reason in caught.value.verdict.reasons] == [(about, sentence)]


def test_a_case_opened_without_an_account_gets_one_once(world, stories):
    case, by = stories.case_at("opened"), world.actor("officer")
    with refused("The day it became known cannot be in the future."):
        commands.begin_incident(case, aware_on=date(2026, 8, 15), by=by, at=world.at)
    incident = commands.begin_incident(case, aware_on=date(2026, 8, 13), by=by, at=world.at)
    assert Account.unscoped.get(incident=incident).told_by == case.told_by
    with refused("What happened is recorded on this case already.", ground=Ground.STATE):
        commands.begin_incident(case, aware_on=date(2026, 8, 13), by=by, at=world.at)


PAGE = {"label": "Child R", "kind": "serious_incident", "told_by": "Ann Other", "children": "1"}
DAY = {"aware_on_day": "13", "aware_on_month": "8", "aware_on_year": "2026"}


def typed(**more):
    """What a browser sends."""
    return {**PAGE, **DAY, **more}


def test_the_page_asks_little_and_leads_to_what_follows_at_once(world):
    client = world.client("officer")
    page = client.get(reverse("open_incident"))
    assert page.status_code == 200
    answer = client.post(reverse("open_incident"), typed(child_0_given_names="Zebedee"))
    case = Case.unscoped.get()
    assert answer.headers["Location"] == reverse("incident_opened", args=[case.key])
    html = client.get(answer.headers["Location"]).content.decode()
    assert "Notify a serious incident: due Thursday 20 August 2026" in html
    assert "Monday 17 August 2026" in html
    assert "Tell the safeguarding partners of the incident, due 20 August 2026" in html
    assert "Nobody of another case open to you" in html
    assert reverse("rapid_review_requests", args=[case.key]) in html
    assert Person.unscoped.get().label == "Child R"
    assert world.client("chair").get(answer.headers["Location"]).status_code == 404


def test_a_child_who_may_have_been_here_before_is_pointed_to(world, stories):
    before = stories.case_at("peopled")
    child = {"child_0_given_names": NAME[1], "child_0_family_name": NAME[0]}
    born = {"child_0_born_day": "3", "child_0_born_month": "2", "child_0_born_year": "2025"}
    client = world.client("officer")
    answer = client.post(reverse("open_incident"), typed(label="Child S", **child, **born))
    html = client.get(answer.headers["Location"]).content.decode()
    assert "Somebody of another case open to you may be one of these children." in html
    assert before.reference not in html


def test_a_concern_leads_to_what_is_still_to_be_asked(world):
    client = world.client("officer")
    answer = client.post(reverse("open_incident"), typed(kind="concern", address="9 Yard", place="Home A"))
    case = Case.unscoped.get()
    assert (
        "No notification is owed by the kind of this case." in client.get(answer.headers["Location"]).content.decode()
    )
    page = client.get(reverse("incident", args=[case.key])).content.decode()
    assert "Still to be asked" in page
    assert "Why it is considered" in page


def test_an_incident_is_found_by_what_happened_by_those_who_may_read_it(world, stories):
    case, by = stories.case_at("shared"), world.actor("officer")
    incident = commands.begin_incident(case, aware_on=date(2026, 8, 13), by=by, at=world.at)
    commands.say_what_happened(
        incident,
        what_happened="A scalding in the bath.",
        nature="not_asked",
        happened=commands.Happened("not_asked"),
        version=1,
        by=by,
        at=world.at,
    )
    entries = SearchEntry.unscoped.filter(kind="incident")
    assert [(row.case, row.read_action, row.page, row.title) for row in entries] == [
        (case, "read_incident", "incident", "Child R")
    ]
    assert "scalding" in set(SearchWord.unscoped.filter(entry=entries[0]).values_list("word", flat=True))
    assert [found.words for found in everything()] == [("A scalding in the bath.", "")]


def test_another_child_is_asked_for_without_script_and_nothing_typed_is_lost(world):
    client = world.client("officer")
    page = client.post(reverse("open_incident"), typed(another="1", child_0_label="Child R", what_happened="Hurt."))
    html = page.content.decode()
    assert page.status_code == 200
    assert 'name="child_1_label"' in html
    assert "Hurt." in html
    assert 'value="Child R"' in html
    assert "There is a problem" not in html
    assert not Case.unscoped.exists()


def test_what_was_typed_stays_when_it_is_refused(world):
    client = world.client("officer")
    answer = client.post(reverse("open_incident"), typed(told_by=""))
    assert answer.status_code == 400
    assert "Enter who told the partnership." in answer.content.decode()
    answer = client.post(reverse("open_incident"), typed(children="2", child_0_label="A", child_1_label="A"))
    assert answer.status_code == 400
    assert "Two children have this label." in answer.content.decode()


@pytest.mark.parametrize("children", ["", "999", "-1", "many"])
def test_a_number_of_children_that_was_tampered_with_is_put_right(world, children):
    page = world.client("officer").post(reverse("open_incident"), typed(children=children, another="1"))
    assert page.status_code == 200
    assert "child_12_label" not in page.content.decode()


def test_for_others_the_page_is_not_there(world):
    assert world.client("chair").get(reverse("open_incident")).status_code == 404


def test_the_incident_is_read_by_those_who_may_and_absent_for_others(world, stories):
    case = stories.case_at("shared")
    commands.begin_incident(case, aware_on=date(2026, 8, 13), by=world.actor("officer"), at=world.at)
    reads = {who for who in EVERYBODY if queries.incident(world.actor(who), case, world.at)}
    assert reads == {
        *MAY,
        *("chair", "partner_council", "partner_health", "scrutineer", "member", "member_education", "deputy"),
        *("reviewer", "legal"),
    }
