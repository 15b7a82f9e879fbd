"""A trainer moves a demonstration on from the band at the top of every page."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cairn.audit.models import Event
from cairn.partnership import jobs
from cairn.partnership.models import DailyRun, ProductDay
from tests.demonstration import become_demonstration

BUTTON = "Move to the next day"
PAGES = ("home", "agencies", "groups", "access")


@pytest.fixture
def demonstration(world):
    become_demonstration()
    ProductDay.unscoped.create(day=date(2026, 8, 14))
    return world


def _sent_by_the_button(page):
    """Where the form of the band leads, and what it sends."""
    form = next(form for form in re.findall(r"<form.*?</form>", page, re.S) if BUTTON in form)
    return re.search(r'action="([^"]+)"', form)[1], dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


@pytest.mark.parametrize("name", PAGES)
def test_the_button_moves_the_day_does_its_jobs_and_comes_back(demonstration, name):
    client = demonstration.client("author")
    here = reverse(name) + "?on=1/8/2026"
    before = client.get(here).content.decode()
    assert "Friday 14 August 2026" in before
    action, typed = _sent_by_the_button(before)
    sent = client.post(action, typed)
    assert (sent.status_code, sent.url) == (302, here)
    after = client.get(here).content.decode()
    assert "Here it is Saturday 15 August 2026" in after
    assert "It is now Saturday 15 August 2026." in after
    for job in jobs.registered():
        assert job.says in after
    assert set(DailyRun.unscoped.values_list("day", flat=True)) == {date(2026, 8, 15)}
    assert Event.unscoped.filter(verb="move_day").count() == 1
    assert "It is now" not in client.get(here).content.decode()


def test_a_button_without_its_token_moves_nothing(demonstration):
    client = demonstration.client("author")
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = client.cookies
    action, typed = _sent_by_the_button(careful.get(reverse("home")).content.decode())
    assert careful.post(action, {"back_to": "/"}).status_code == 403
    assert ProductDay.unscoped.get().day == date(2026, 8, 14)
    assert careful.post(action, typed).status_code == 302
    assert ProductDay.unscoped.get().day == date(2026, 8, 15)


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "", "javascript:x"])
def test_the_button_leads_nowhere_else(demonstration, elsewhere):
    sent = demonstration.client("author").post(reverse("move_day"), {"back_to": elsewhere})
    assert (sent.status_code, sent.url) == (302, reverse("move_day"))


def test_a_job_that_fails_is_named(demonstration, monkeypatch):
    def broken(at):
        raise ValueError

    monkeypatch.setattr(jobs, "_registered", {"shaky": jobs.Daily("shaky", "Fails.", broken)})
    client = demonstration.client("author")
    client.post(reverse("move_day"), {"back_to": "/"})
    after = client.get("/").content.decode()
    assert "Not done, and tried again by the worker: shaky." in after
    assert "Done for this day" not in after


def test_the_page_of_the_day_says_what_each_day_brings(demonstration):
    page = demonstration.client("author").get(reverse("move_day")).content.decode()
    assert "It is Friday 14 August 2026 here." in page
    assert jobs.registered()[0].says in page


def test_who_holds_no_seat_is_offered_no_button(demonstration):
    client = demonstration.client("no_role")
    page = client.get(reverse("home")).content.decode()
    assert "Friday 14 August 2026" in page
    assert BUTTON not in page
    assert client.post(reverse("move_day")).status_code == 404
    stranger = demonstration.client("nobody")
    assert BUTTON not in stranger.get(reverse("account_login")).content.decode()
    assert ProductDay.unscoped.get().day == date(2026, 8, 14)


def test_a_real_partnership_has_neither_band_nor_button(world):
    client = world.client("business_manager")
    assert BUTTON not in client.get(reverse("home")).content.decode()
    assert (client.get(reverse("move_day")).status_code, client.post(reverse("move_day")).status_code) == (404, 404)
