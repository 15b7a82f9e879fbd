"""The pages of a case over HTTP: what each person reads, may do, is refused, and never learns."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands
from cairn.cases.models import AccessGiven, AgencyInvolved, Case, Clock, Conflict, Duty, Family, Person, PersonFact
from tests.cases.acting import scene
from tests.stories import ADDRESS, ALIAS, NAME
from tests.world import EVERYBODY

PLANTED = (*NAME, ALIAS, ADDRESS)
READS = {
    "case_people": set(EVERYBODY) - {"comms"},
    "case_places": set(EVERYBODY) - {"comms"},
    "case_agencies": set(EVERYBODY) - {"comms", "author", "sign_off"},
    "case_clocks": set(EVERYBODY),
    "case_duties": set(EVERYBODY),
    "case_access": set(EVERYBODY),
    "case_lines": set(EVERYBODY) - {"comms"},
    "case_history": {"business_manager", "chair"},
    "case_conflicts": {"business_manager", "officer", "chair", "partner_council", "partner_health", "legal"},
}
INSIDE = {
    *("business_manager", "officer", "chair", "member", "member_education", "deputy", "partner_council"),
    *("partner_health", "scrutineer", "legal", "reviewer", "panel_member", "linked_member", "author"),
    *("sign_off", "comms"),
}


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.fixture
def urls(on):
    """Every page of the case, by name."""
    case, key = on.case.key, on.child.key
    keys = {
        "case_person": [key],
        "case_change_person": [key],
        "case_identity": [key],
        "case_add_alias": [key],
        "case_answer_fact": [key, "sex"],
        "case_address": [on.home.key],
        "case_add_place_alias": [on.home.key],
        "case_end_access": [on.grant.key],
        "case_agree_to_lift": [on.conflict.key],
        "case_lift_conflict": [on.agreed.key],
        **{f"case_{name}": [on.line.key] for name in ("line", "change_line", "put_line_aside")},
        "case_take_line_up": [on.aside.key],
        **{f"case_{name}": [on.clock.key] for name in ("clock", "correct_trigger", "meet_clock", "end_clock")},
        **{f"case_{name}": [on.duty.key] for name in ("do_duty", "hand_over_duty", "waive_duty")},
    }
    plain = ("close", "show_names", "people", "add_person", "add_family", "places", "add_place", "agencies")
    plain += ("involve_agency", "access", "give_to_seat", "give_to_person", "conflicts", "declare_conflict")
    plain += ("history", "declare_anothers", "clocks", "start_clock", "duties", "set_duty", "lines", "add_line")
    names = {f"case_{name}": [] for name in plain} | keys
    return {name: reverse(name, args=[case, *parts]) for name, parts in names.items()}


@pytest.mark.parametrize("name", READS)
def test_each_list_is_read_by_those_the_matrix_names_and_is_not_there_for_others(world, urls, name):
    answered = {who: world.client(who).get(urls[name]).status_code for who in sorted(INSIDE)}
    assert {who for who, status in answered.items() if status == 200} == READS[name] & INSIDE
    assert set(answered.values()) <= {200, 404}


@pytest.mark.parametrize("who", ["outsider", "conflicted", "administrator", "auditor", "no_role", "ex_reviewer"])
def test_for_those_outside_no_page_of_the_case_is_there(world, urls, who):
    client = world.client(who)
    nothing = client.get("/cases/xxxxxxxxxxxxxxxxxxxxxx/people/")
    for url in urls.values():
        answer = client.get(url)
        assert (answer.status_code, answer.content) == (404, nothing.content), url


def test_every_page_opens_for_the_business_manager_and_titles_and_addresses_name_nobody(world, urls):
    client = world.client("business_manager")
    for name, url in urls.items():
        answer = client.get(url)
        assert answer.status_code == 200, name
        page = answer.content.decode()
        assert page.count("<h1") == 1, name
        title = re.search(r"<title>(.*?)</title>", page, re.S).group(1)
        addresses = " ".join([url, *re.findall(r'(?:href|action)="([^"]*)"', page)])
        assert not [word for word in (*PLANTED, "Child R") if word in title + addresses], name


def test_every_page_that_is_read_leaves_exactly_one_event(world, urls):
    client = world.client("business_manager")
    for name in (*READS, "case_person", "case_clock", "case_identity", "case_address", "case_line"):
        before = Event.unscoped.count()
        client.get(urls[name])
        (event,) = Event.unscoped.order_by("seq")[before:]
        assert (event.verdict, event.person_key) == ("read", world.user("business_manager").key), name


def test_real_names_stand_on_the_page_of_those_who_work_with_them(world, urls):
    page = world.client("member").get(urls["case_person"]).content.decode()
    assert all(word in page for word in (*NAME, ALIAS))
    assert ADDRESS in world.client("member").get(urls["case_places"]).content.decode()


def test_real_names_are_switched_on_with_a_reason_for_one_case_and_one_sitting(world, urls):
    client = world.client("reviewer")
    pages = [urls["case_people"], urls["case_person"], urls["case_places"]]
    assert not [word for url in pages for word in PLANTED if word in client.get(url).content.decode()]
    assert client.post(urls["case_show_names"], {"reason": ""}).status_code == 400
    assert client.post(urls["case_show_names"], {"reason": "To check a letter."}).status_code == 302
    assert NAME[0] in client.get(urls["case_people"]).content.decode()
    assert NAME[0] not in world.client("reviewer").get(urls["case_people"]).content.decode()
    assert Event.unscoped.filter(verb="show_names", verdict="done").count() == 1


def test_one_who_may_read_but_not_act_sees_the_reason_where_the_form_would_be(world, urls):
    answer = world.client("scrutineer").get(urls["case_start_clock"])
    assert answer.status_code == 200
    assert "Your role may not record what starts, meets or ends a clock." in answer.content.decode()
    assert b"<form" not in answer.content.split(b"<main")[1].split(b"</main>")[0]


def test_one_who_sends_what_she_may_not_is_refused_with_everything_typed_still_there(world, urls):
    typed = {**day("trigger_on", 13), "duty": "send_rapid_review", "source": "The call log of Thursday"}
    answer = world.client("scrutineer").post(urls["case_start_clock"], typed)
    assert answer.status_code == 403
    assert "The call log of Thursday" in answer.content.decode()
    assert Clock.unscoped.count() == 1


def day(name, number, month=8, year=2026):
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": year}


def test_a_case_is_opened_and_the_page_says_when_the_notification_is_due(world):
    client = world.client("officer")
    typed = {"kind": "serious_incident", "label": "Child R", "told_by": "Social care", **day("known_on", 14)}
    assert client.get(reverse("open_case")).status_code == 200
    assert client.post(reverse("open_case"), {**typed, "label": ""}).status_code == 400
    early = client.post(reverse("open_case"), {**typed, **day("known_on", 15)})
    assert early.status_code == 400
    assert "The day it became known cannot be in the future." in early.content.decode()
    page = client.post(reverse("open_case"), typed, follow=True).content.decode()
    assert "Notify a serious incident: due Friday 21 August 2026" in page
    assert "Saturday 15 August 2026" in page
    assert "Working day 5" in page
    answer = client.post(reverse("open_case"), {**typed, "kind": "concern"})
    assert answer["Location"] == reverse("case_people", args=[Case.unscoped.get(kind="concern").key])


@pytest.mark.parametrize("who", ["chair", "member", "administrator", "no_role"])
def test_opening_a_case_is_not_there_for_others(world, who):
    assert world.client(who).get(reverse("open_case")).status_code == 404


def test_what_the_pages_send_is_done(world, on, urls):
    client, case = world.client("business_manager"), on.case

    def send(page, **typed):
        answer = client.post(urls[page], typed)
        assert answer.status_code == 302, (page, answer.content.decode())

    family = Family.unscoped.get(case=case)
    send("case_add_family", label="Family 2")
    send("case_add_person", kind="carer", label="Aunt", relationship="aunt", family=family.key)
    send("case_change_person", kind="subject_child", label="Child Q", relationship="", family="", version=1)
    send("case_answer_fact", answer_how="given", answer_words="Girl", version=0)
    send("case_add_alias", name="Zeb", kind="nickname")
    known = {"name_answer": "given", "given_names": "Zoe", "family_name": "Quill", "version": 1}
    send("case_identity", **known, born_precision="day", **day("born", 1), died_precision="none")
    send("case_add_place", kind="school", label="School A")
    send("case_address", address="1 New Road", postcode="", version=1)
    send("case_add_place_alias", name="The Yard")
    trust, through = world.agency("TRUST").key, world.seat("member").key
    send("case_involve_agency", agency=trust, mode="on_panel")
    involved = AgencyInvolved.unscoped.get()
    change = reverse("case_change_agency", args=[case.key, involved.key])
    assert client.get(change).status_code == 200
    linked = {"agency": trust, "mode": "linked", "linked_through": through, "instead_of": involved.key}
    assert client.post(change, linked).status_code == 302
    send("case_give_to_seat", to=world.seat("outsider").key, reason="Asked.")
    send("case_give_to_person", to=world.user("no_role").key, role="legal_adviser", reason="x", **day("ends_at", 20))
    send("case_end_access", reason="Left.")
    send("case_start_clock", duty="send_rapid_review", source="Receipt", **day("trigger_on", 14))
    send("case_correct_trigger", source="Log", why="A day out.", **day("trigger_on", 12))
    send("case_hand_over_duty", owed_by=world.seat("chair").key)
    send("case_do_duty", **day("done_on", 14))
    send("case_set_duty", what="Ask", strength="local", owed_by=world.seat("chair").key)
    send("case_declare_anothers", person=world.user("author").key, nature="A relative.")
    send("case_agree_to_lift", reason="Moved.")
    assert Person.unscoped.get(label="Aunt").family == family
    assert PersonFact.unscoped.get(fact="sex").value == "Girl"
    until = AccessGiven.unscoped.get(user=world.user("no_role")).ends_at
    assert until == world.at.replace(hour=23) + timedelta(days=6)
    assert Conflict.unscoped.filter(user=world.user("author")).exists()
    assert Duty.unscoped.get(pk=on.duty.pk).state == "done"


def test_clocks_and_duties_are_ended_on_their_pages(world, on, urls):
    client = world.client("chair"), world.client("officer")
    assert client[0].post(urls["case_waive_duty"], {"reason": "Not needed."}).status_code == 302
    late = {"evidence": "Receipt", **day("met_on", 14)}
    assert client[1].post(urls["case_meet_clock"], late).status_code == 302
    page = client[1].get(urls["case_clock"]).content.decode()
    assert "Met on Friday 14 August 2026" in page
    assert "Receipt" in page
    stale = client[1].post(urls["case_end_clock"], {"finding": "Not serious.", **day("ended_on", 14)})
    assert stale.status_code == 409
    assert "This clock is not running." in stale.content.decode()
    assert client[0].post(urls["case_lift_conflict"], {"reason": "Moved."}).status_code == 302
    assert client[0].post(urls["case_close"], {"reason": "Nothing left."}).status_code == 302


def test_a_stale_page_keeps_what_was_typed_and_can_be_sent_again(world, on, urls):
    client = world.client("officer")
    typed = {"kind": "subject_child", "label": "Child Q", "relationship": "", "family": "", "version": 7}
    answer = client.post(urls["case_change_person"], typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody changed this while you were typing." in page
    assert 'value="Child Q"' in page
    assert 'name="version" value="1"' in page


def test_one_let_in_by_name_without_a_seat_can_declare_her_own_conflict(world, on, urls):
    given = world.user("ex_reviewer")
    chair = world.actor("chair")
    until = world.at + timedelta(days=30)
    commands.give_access(
        on.case, to=given, role="reviewer", reason="Contract to lead.", ends_at=until, by=chair, at=world.at
    )
    client = world.client("ex_reviewer")
    assert client.get(urls["case_declare_conflict"]).status_code == 200
    assert client.post(urls["case_declare_conflict"], {"nature": "I taught her."}).status_code == 302
    assert client.get(urls["case_people"]).status_code == 404


def test_one_who_declares_her_own_conflict_is_outside_from_then_on(world, urls):
    client = world.client("member")
    assert client.get(urls["case_people"]).status_code == 200
    answer = client.post(urls["case_declare_conflict"], {"nature": "My sister's case."})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get(urls["case_people"]).status_code == 404
    assert client.post(urls["case_declare_conflict"], {"nature": "Again."}).status_code == 404


def test_what_is_not_in_the_case_is_not_there(world, stories, on, urls):
    client = world.client("business_manager")
    other = stories.case_at("shared", label="Child S")
    for name, url in urls.items():
        wrong = url.replace(on.case.key, other.key)
        if wrong.count("/") > 4 and name not in ("case_give_to_seat", "case_give_to_person"):
            found = client.get(wrong).status_code
            assert found == (200 if url.endswith(("add/", "start/", "declare/", "declare-anothers/")) else 404), name
    unknown = urls["case_answer_fact"].replace("/sex/", "/star-sign/")
    assert client.get(unknown).status_code == 404


def test_a_page_that_only_shows_takes_no_sending(world, urls):
    for name in READS:
        assert world.client("business_manager").post(urls[name]).status_code == 405
