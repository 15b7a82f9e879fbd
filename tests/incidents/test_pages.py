"""The pages of an incident over HTTP: what each person reads and does, what is refused, what nobody learns."""

import re

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from tests.cases.deciding import decide
from tests.incidents.furnished import begun
from tests.incidents.paged import full, text, urls_of
from tests.stories import ADDRESS, ALIAS, NAME

PLANTED = (*NAME, ALIAS, ADDRESS)
READS = {
    *("business_manager", "officer", "chair", "partner_council", "partner_health", "scrutineer"),
    *("member", "member_education", "deputy", "reviewer", "legal"),
}
OFFICE = {"business_manager", "officer"}


@pytest.fixture
def on(world, stories):
    return full(world, stories)


@pytest.fixture
def urls(on):
    return urls_of(on)


def test_every_page_is_read_by_those_the_matrix_names_and_is_not_there_for_others(world, urls):
    for name, url in urls.items():
        answered = {who: world.client(who).get(url).status_code for who in (*sorted(READS), "comms", "author")}
        wanted = OFFICE if name == "notification_sheet" else READS
        assert {who for who, status in answered.items() if status == 200} == wanted, name
        assert set(answered.values()) <= {200, 404}


@pytest.mark.parametrize("who", ["outsider", "conflicted", "administrator", "auditor", "no_role", "ex_reviewer"])
def test_for_those_outside_no_page_is_there(world, urls, who):
    client = world.client(who)
    nothing = client.get("/cases/xxxxxxxxxxxxxxxxxxxxxx/incident/")
    for url in urls.values():
        answer = client.get(url)
        assert (answer.status_code, answer.content) == (404, nothing.content), url


@pytest.mark.parametrize("who", sorted(READS - OFFICE))
def test_those_who_only_read_see_no_way_to_act_and_are_told_why(world, urls, who):
    client = world.client(who)
    for name in ("incident", "notifying", "watch_found"):
        html = client.get(urls[name]).content.decode()
        assert "Change<" not in html
        assert "Record that it was sent" not in html
        assert "close it</a>" not in html
    page = client.get(urls["incident_where"]).content.decode()
    assert "Your role may not record what happened and who referred it." in text(page)
    assert client.post(urls["incident_where"], {}).status_code in (400, 403)


def test_titles_and_addresses_name_nobody_and_names_are_shown_only_where_they_may_be(world, urls):
    for name, url in urls.items():
        html = world.client("scrutineer").get(url).content.decode()
        assert not any(word in html for word in PLANTED), name
        office = world.client("officer").get(url).content.decode()
        title = re.search(r"<title>(.*?)</title>", office, re.DOTALL).group(1)
        assert not any(word in title + url for word in PLANTED), name


def test_reading_leaves_one_event_and_changes_nothing(world, urls):
    client = world.client("chair")
    for name, url in urls.items():
        if name == "notification_sheet":
            continue
        before = Event.unscoped.count()
        client.get(url)
        (event,) = Event.unscoped.order_by("seq")[before:]
        assert event.verdict == "read", name


def test_the_page_says_what_the_criteria_say_and_what_is_missing(world, urls):
    shown = text(world.client("officer").get(urls["notifying"]).content.decode())
    assert "What the criteria say: Child R" in shown
    assert "Cannot say yet" in shown
    assert "Whether abuse or neglect is known or suspected" in shown
    assert "It is not notified" in shown
    assert "Toxicology" in shown
    assert "Zebedee Quillfeather" in shown
    assert "Zebedee" not in text(world.client("legal").get(urls["notifying"]).content.decode())


def test_the_decision_is_pending_until_it_is_recorded(world, stories):
    on = begun(world, stories)
    url = reverse("notifying", args=[on.case.key])
    assert "Decision pending." in text(world.client("officer").get(url).content.decode())
    decide(world, on.case, "notify", "notify")
    assert "Decision pending." not in text(world.client("officer").get(url).content.decode())


def test_serious_harm_is_explained_where_it_is_judged(world, urls):
    shown = text(world.client("officer").get(urls["notifying"]).content.decode())
    assert "serious or likely long-term impairment of health or development, mental or physical" in shown
    assert "Recovery does not exclude it." in shown


def test_what_happened_and_what_the_facts_say_stand_beside_the_decision(world, on):
    url = reverse("case_decide", args=[on.case.key, "notify"])
    shown = text(world.client("officer").get(url).content.decode())
    assert "What happened" in shown
    assert "What the recorded facts say" in shown
    assert "The child did not die." in shown
    assert "Child R: The person is a child, under 18 Met. The age is 1." in shown


def test_what_is_watched_stands_on_the_home_page_of_those_who_may_read_it(world, on):
    for who, sees in (("officer", True), ("chair", True), ("author", False), ("outsider", False)):
        html = world.client(who).get(reverse("home")).content.decode()
        assert ("Not notified, and watched" in html) is sees
        assert ("Toxicology" in html) is sees
