"""The headers of every page as production sends them, errors among them: 115 points and more (T25)."""

import json
import os
import subprocess
import sys

import pytest
from django.http import HttpResponseBase
from django.test import Client, override_settings

from tests.config.test_production_start import RIGHT
from tests.gates import templates
from tests.gates.codebase import ROOT
from tests.gates.running.addresses import filled, routes
from tests.gates.running.asking import ask
from tests.gates.running.observatory import score

TAKEN = (
    *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
    *("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD"),
)
READ_SETTINGS = (
    "import json; from cairn.config import settings; "
    f"print(json.dumps({{name: getattr(settings, name) for name in {TAKEN!r}}}))"
)


@pytest.fixture(scope="module")
def production() -> dict[str, object]:
    """What a production start sets for cookies and transport, read from a start of its own."""
    environment = {**os.environ, **RIGHT}
    command = [sys.executable, "-c", READ_SETTINGS]
    return json.loads(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout)


class Secure(Client):
    """A browser that comes by HTTPS, as the server in front of production sees to."""

    def generic(self, method, path, *args, **kwargs):
        return super().generic(method, path, *args, **{**kwargs, "secure": True})


def faults(name: str, answer: HttpResponseBase) -> list[str]:
    """What is wrong with an HTML page as sent; nothing is asked of a redirect or a picture."""
    if answer.streaming or not answer.get("Content-Type", "").startswith("text/html") or not answer.content:
        return []
    cookies = [morsel.OutputString() for morsel in answer.cookies.values() if morsel.value]
    points = score(dict(answer.headers), cookies)
    found = templates.inline(name, answer.content.decode())
    return found if points >= 115 else [*found, f"{name}: {points} points"]


@pytest.mark.parametrize("who", ["nobody", "business_manager", "no_role"])
def test_every_page_has_its_headers_and_nothing_inline(world, stories, production, who):
    case = stories.case_at("chronicled")
    with override_settings(**production):
        client = Secure()
        client.cookies = world.client(who).cookies
        answers = {route.name: ask(client, "GET", filled(route, world, case)) for route in routes()}
    assert sum(answer.status_code == 200 for answer in answers.values()) >= 3
    assert [fault for name, answer in answers.items() for fault in faults(name, answer)] == []


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [("GET", "/nowhere/", 404), ("POST", "/sign-in/", 403), ("GET", "/broken/", 500)],
)
def test_error_pages_have_them_too(world, production, method, address, status):
    with override_settings(ROOT_URLCONF="tests.gates.running.broken_urls", **production):
        client = Secure(enforce_csrf_checks=True)
        if status == 500:
            client.cookies = world.client("business_manager").cookies
        answer = ask(client, method, address)
    assert answer.status_code == status
    assert faults(address, answer) == []
    assert b"planted" not in answer.content


GOOD = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


@pytest.mark.parametrize(
    ("changed", "cookies", "points"),
    [
        ({}, [], 120),
        ({}, ["sessionid=1; Secure; HttpOnly; SameSite=Lax"], 125),
        ({}, ["sessionid=1; HttpOnly; SameSite=Lax"], 60),
        ({}, ["sessionid=1; Secure; SameSite=Lax"], 70),
        ({"Content-Security-Policy": ""}, [], 55),
        ({"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"}, [], 60),
        ({"Strict-Transport-Security": ""}, [], 80),
        ({"Strict-Transport-Security": "max-age=60"}, [], 110),
        ({"X-Content-Type-Options": ""}, [], 115),
        ({"Referrer-Policy": "unsafe-url"}, [], 110),
    ],
)
def test_the_score_falls_with_what_is_missing(changed, cookies, points):
    assert score({**GOOD, **changed}, cookies) == points
