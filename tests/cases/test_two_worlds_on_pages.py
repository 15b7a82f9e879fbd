"""T2 on the bytes of pages: whoever may not see a case reads the same, whether or not it exists."""

import re
from urllib.parse import urlsplit

import pytest
from django.db import transaction

from cairn.audit.models import Event
from cairn.cases import commands
from cairn.cases.models import AccessGiven
from tests.gates.running.addresses import filled, routes

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')
LINK = re.compile(r'href="(/[^"#]*)')
WALLED = ("conflicted", "chair")
OUTSIDE = (*WALLED, "outsider", "reviewer", "administrator")
# What is not of cases: drawn anew each time, or the same for everybody.
LEADS_OUT = ("/static/", "/sign-out/", "/second-factor/", "/rulebook/", "/components/")


def read(client, address):
    """The status and bytes of a page, without the token that differs each time; what reading it recorded is undone."""
    point = transaction.savepoint()
    answer = client.get(address)
    transaction.savepoint_rollback(point)
    return answer.status_code, TOKEN.sub(r"\1", b"".join(answer).decode(errors="replace"))


def reached(client):
    """Every page that links lead to from the home page, with its bytes."""
    waiting, found = ["/"], {}
    while waiting:
        address = waiting.pop(0)
        if address in found or address.startswith(LEADS_OUT):
            continue
        found[address] = read(client, address)
        waiting += [_local(each) for each in LINK.findall(found[address][1])]
    return found


def _local(address):
    parts = urlsplit(address.replace("&amp;", "&"))
    return parts.path + (f"?{parts.query}" if parts.query else "")


def sub_addresses(world, case):
    """Every address of one case, with the keys of what is really in it."""
    return [filled(route, world, case) for route in routes() if route.pattern.startswith("cases/<")]


def hide(world, stories, who):
    """Another case, with one of everything, closed to the person."""
    case = stories.case_at("chronicled", label="Child Hidden")
    by, at = world.actor("business_manager"), world.at
    AccessGiven.unscoped.filter(case=case, user=world.user(who)).update(starts_at=world.at, ends_at=world.at)
    commands.set_duty(case, what="Ask the trust", strength="local", owed_by=world.seat("chair"), by=by, at=at)
    if who == "chair":
        commands.declare_conflict(case, person=world.user(who), nature="A relative.", by=by, at=at)
    return case


@pytest.mark.parametrize("who", OUTSIDE)
def test_a_hidden_case_changes_no_byte_of_any_page_one_can_reach(world, stories, who):
    stories.case_at("chronicled")
    client = world.client(who)
    without = reached(client)
    hide(world, stories, who)
    assert len(without) > 10
    for address, page in reached(client).items():
        assert page == without.get(address), address


@pytest.mark.parametrize("who", [*OUTSIDE, "nobody"])
def test_every_address_of_a_hidden_case_answers_like_one_that_never_existed(world, stories, who):
    case = hide(world, stories, who if who != "nobody" else "reviewer")
    client, addresses = world.client(who), sub_addresses(world, case)
    assert len(addresses) >= 40
    for address in addresses:
        never = address.replace(case.key, "xxxxxxxxxxxxxxxxxxxxxx")
        there, nowhere = client.get(address), client.get(never)
        if who == "nobody":
            assert there["Location"].startswith("/sign-in/"), address
            assert there["Location"].replace(case.key, "") == nowhere["Location"].replace("x" * 22, ""), address
            continue
        assert (there.status_code, there.content) == (404, nowhere.content), address
        sent, sent_nowhere = client.post(address), client.post(never)
        assert (sent.status_code, sent.content) == (404, sent_nowhere.content), address
        assert dict(there.headers) == dict(nowhere.headers), address
        assert there.content == client.get("/there/never/was/such/a/page/").content, address
    assert not Event.unscoped.filter(case_key=case.key, verdict="read").exists()
