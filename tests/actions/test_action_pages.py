"""The pages of actions: what each person reads, does and is refused."""

import pytest
from django.urls import reverse

from cairn.actions.models import Action
from tests.actions.acting import TODAY, say_done, set_action

READS = {
    *("business_manager", "officer", "chair", "partner_council", "partner_health", "scrutineer", "member"),
    *("member_education", "deputy", "legal", "reviewer", "panel_member", "linked_member", "author", "sign_off"),
}


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def action(world, case):
    return set_action(
        world, case, due_on=TODAY.replace(day=1), repeats="That of 2025", raised_also_by="The overview panel"
    )


def page(world, who, name, *parts):
    return world.client(who).get(reverse(name, args=parts))


def day(name, number):
    return {f"{name}_day": number, f"{name}_month": 8, f"{name}_year": 2026}


def test_the_list_is_read_by_those_the_matrix_names(world, case, action):
    answers = {
        who: page(world, who, "case_actions", case.key).status_code
        for who in (*READS, "comms", "outsider", "conflicted")
    }
    assert {who for who, status in answers.items() if status == 200} == READS
    html = page(world, "author", "case_actions", case.key).content.decode()
    assert action.what in html
    assert "Late" in html
    assert "(a repeat)" in html


def test_the_navigation_leads_there_for_whoever_reads_her_own(world, case, action):
    assert reverse("case_actions", args=[case.key]) in page(world, "author", "case_duties", case.key).content.decode()
    assert reverse("case_actions", args=[case.key]) not in page(world, "comms", "case", case.key).content.decode()


def test_the_page_of_an_action_tells_all_of_it_and_offers_what_she_may(world, case, action):
    html = page(world, "author", "case_action", case.key, action.key).content.decode()
    assert all(words in html for words in (action.why, "That of 2025", "The overview panel", "This action is late."))
    offered = {name for name in ("progress", "done", "verify", "send-back", "drop") if f"{action.key}/{name}/" in html}
    assert offered == {"progress", "done"}
    say_done(world, action)
    html = page(world, "chair", "case_action", case.key, action.key).content.decode()
    offered = {name for name in ("progress", "done", "verify", "send-back", "drop") if f"{action.key}/{name}/" in html}
    assert offered == {"verify", "send-back"}
    assert "The bulletin of 14 August." in html


def test_an_action_of_another_agency_is_not_there_for_an_author(world, case):
    other = set_action(world, case, agency="SCHOOLS")
    for name in ("case_action", "case_report_progress", "case_say_action_done", "case_verify_action"):
        assert page(world, "author", name, case.key, other.key).status_code == 404


def test_an_action_travels_from_the_page_that_sets_it_to_the_page_that_verifies_it(world, case):
    typed = {
        "what": "Complete the risk assessment",
        "why": "The child is safe at home.",
        "origin": "immediate_safety",
        "agency": world.agency("TRUST").key,
        "seat": world.seat("author").key,
        **day("due_on", 20),
    }
    chair, author = world.client("chair"), world.client("author")
    setting = reverse("case_set_action", args=[case.key])
    assert chair.get(setting).status_code == 200
    assert chair.post(setting, {**typed, "what": ""}).status_code == 400
    assert chair.post(setting, typed).status_code == 302
    action = Action.unscoped.get()
    steps = [
        (author, "case_report_progress", {"words": "Half way."}),
        (author, "case_say_action_done", {"evidence": "The form.", **day("done_on", 14)}),
        (chair, "case_send_action_back", {"reason": "Unsigned."}),
        (author, "case_say_action_done", {"evidence": "The signed form.", **day("done_on", 14)}),
        (chair, "case_verify_action", {"words": "Seen."}),
    ]
    for client, name, sent in steps:
        where = reverse(name, args=[case.key, action.key])
        assert client.get(where).status_code == 200
        assert client.post(where, {}).status_code == 400
        assert client.post(where, sent).status_code == 302, name
    assert action.state == "verified"
    late = chair.post(reverse("case_drop_action", args=[case.key, action.key]), {"reason": "Too late to drop"})
    assert late.status_code == 409
    assert "Too late to drop" in late.content.decode()


def test_an_action_set_for_the_agency_as_a_whole_names_no_seat(world, case):
    typed = {"what": "Ask", "why": "So.", "origin": "meeting", "agency": world.agency("ICB").key, **day("due_on", 20)}
    assert world.client("officer").post(reverse("case_set_action", args=[case.key]), typed).status_code == 302
    assert Action.unscoped.get().seat is None


def test_one_who_may_not_is_told_why_and_keeps_what_she_typed(world, case, action):
    where = reverse("case_verify_action", args=[case.key, action.key])
    assert "Your role may not verify that an action is done." in world.client("member").get(where).content.decode()
    answer = world.client("member").post(where, {"words": "I saw the bulletin"})
    assert answer.status_code == 403
    assert "I saw the bulletin" in answer.content.decode()


def test_an_action_that_was_dropped_says_why_on_its_page(world, case, action):
    where = reverse("case_drop_action", args=[case.key, action.key])
    assert world.client("chair").post(where, {"reason": "The national reminder says it."}).status_code == 302
    html = page(world, "member", "case_action", case.key, action.key).content.decode()
    assert "The national reminder says it." in html
    assert "/drop/" not in html
