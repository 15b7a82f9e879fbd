"""The search page: sent by POST, one event without words, a limit each minute, and nothing of what is closed."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands
from cairn.cases.models import AccessGiven
from cairn.desk.commands import SEARCHES_A_MINUTE
from tests.desk.seen import main, words
from tests.stories import ADDRESS, ALIAS, NAME
from tests.world import EVERYBODY

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')
NO_ROLE = ("no_role", "leaver", "ex_reviewer")


def searched(client, status=200, **asked):
    """What the page answers to a search, in words."""
    answer = client.post(reverse("search"), {"words": "", "kind": "", "year": "", **asked})
    assert answer.status_code == status
    html = answer.content.decode()
    return words(html[html.index("<main") : html.index("</main>")])


def test_a_case_is_found_and_its_result_leads_to_it(world, stories):
    case, client = stories.case_at("at_work"), world.client("officer")
    assert "What was found" not in main(client, reverse("search"))
    shown = searched(client, words=case.reference)
    assert f"Child R {case.reference} Case {case.reference}, Child R Open 2026" in shown
    for typed in ("child r", "Quilfether", "larkspur", "trust", "home a", "family"):
        answer = client.post(reverse("search"), {"words": typed})
        links = re.findall(rf'href="(/cases/{case.key}/[^"]*)"', answer.content.decode())
        assert links, typed
        assert {client.get(link).status_code for link in links} == {200}


def test_what_sounds_alike_is_said_to(world, stories):
    stories.case_at("peopled")
    shown = searched(world.client("officer"), words="Quilfether")
    assert "Person, by real name, sounds alike or is a form of the name" in shown


def test_a_real_name_typed_stands_in_no_address_title_or_event(world, stories, caplog):
    case, client = stories.case_at("peopled"), world.client("officer")
    answer = client.post(reverse("search"), {"words": f"{NAME[1]} {NAME[0]}"})
    html = answer.content.decode()
    assert "Child R" in html
    assert NAME[0] not in html[: html.index("<main")]
    assert answer.request["QUERY_STRING"] == ""
    assert html.count(NAME[0]) == 1  # in the box where it was typed
    event = Event.unscoped.order_by("seq").last()
    assert (event.verb, event.kind, event.object_key, event.case_key, event.verdict) == (
        "search",
        "cases.searchentry",
        "",
        "",
        "read",
    )
    assert not any(planted in caplog.text for planted in (*NAME, ALIAS, ADDRESS, case.label))


def test_one_event_a_search_and_none_for_the_empty_page(world):
    client = world.client("officer")
    before = Event.unscoped.count()
    client.get(reverse("search"))
    searched(client, 400)
    assert Event.unscoped.count() == before
    searched(client, words="anything")
    assert Event.unscoped.count() == before + 1


def test_nothing_asked_and_a_year_that_is_none_are_answered_beside_the_field(world):
    client = world.client("officer")
    assert "Type a word, or choose a year or a kind." in searched(client, 400)
    shown = searched(client, 400, year="soon", words="kept as typed")
    assert "Enter a year, such as 2026." in shown
    assert (
        'value="kept as typed"'
        in client.post(reverse("search"), {"words": "kept as typed", "year": "x"}).content.decode()
    )


def test_nothing_found_is_said_in_words(world, stories):
    stories.case_at("peopled")
    assert "Nothing that is open to you was found." in searched(world.client("outsider"), words="child")


def test_the_page_is_there_for_whoever_holds_a_role_and_in_her_menu(world):
    for who in (name for name in EVERYBODY if name not in ("no_second_factor", *NO_ROLE)):
        answer = world.client(who).get(reverse("search"))
        assert answer.status_code == 200, who
        assert 'href="/search/"' in answer.content.decode()
    for who in NO_ROLE:
        client = world.client(who)
        for answer in (client.get(reverse("search")), client.post(reverse("search"), {"words": "child"})):
            assert answer.status_code == 404, who


def test_more_than_thirty_searches_in_a_minute_are_refused_with_the_words_kept(world, stories):
    stories.case_at("opened")
    client = world.client("officer")
    for _ in range(SEARCHES_A_MINUTE):
        assert "Child R" in searched(client, words="child")
    shown = searched(client, 409, words="child")
    assert "You have searched 30 times in this minute." in shown
    assert "What was found" not in shown
    assert Event.unscoped.order_by("seq").last().verdict == "refused"
    assert "Child R" in searched(world.client("chair"), words="child")
    with time_machine.travel(world.at + timedelta(minutes=1), tick=False):
        assert "Child R" in searched(client, words="child")


def bytes_of(client, **asked):
    """The bytes of the answer to one search, without its token; what it recorded is undone."""
    point = transaction.savepoint()
    answer = client.post(reverse("search"), asked)
    transaction.savepoint_rollback(point)
    return answer.status_code, TOKEN.sub(r"\1", answer.content.decode())


SEARCHES = [
    {"words": text}
    for text in ("{reference}", "child", "child hidden", "r", *NAME, "zeb", "Quilfether", ALIAS, "larkspur", "cw1 9zz")
] + [{"year": "2026"}, {"kind": "case"}, {"kind": "name"}, {"words": "trust", "kind": "agency"}, {"words": "mother"}]


@pytest.mark.parametrize("who", ["conflicted", "outsider", "reviewer", "member", "administrator", "chair"])
def test_a_hidden_case_changes_no_byte_of_any_search(world, stories, who):
    stories.case_at("at_work")
    client = world.client(who)
    before = [bytes_of(client, **asked) for asked in SEARCHES]
    hidden = stories.case_at("at_work", label="Child Hidden")
    by = world.actor("business_manager")
    AccessGiven.unscoped.filter(case=hidden, user=world.user(who)).update(starts_at=world.at, ends_at=world.at)
    if who in ("member", "chair"):
        commands.declare_conflict(hidden, person=world.user(who), nature="A relative.", by=by, at=world.at)
    assert [bytes_of(client, **asked) for asked in SEARCHES] == before
    assert "Nothing that is open to you was found." in words(bytes_of(client, words=hidden.reference)[1])
