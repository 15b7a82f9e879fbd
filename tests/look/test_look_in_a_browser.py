"""The gallery and error pages in Chromium: axe finds nothing, the policy blocks nothing, nothing scrolls sideways."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from playwright.sync_api import Browser, Page

from cairn.look.fields import PickedDayField

pytestmark = pytest.mark.journey
AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WITHOUT_SIGN_IN = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
PAGES = ["/components/", "/never/", "/broken/"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


def frame(_: object) -> dict[str, object]:
    """What the desk puts around a page."""
    return {
        "partnership_name": "Borsetshire Safeguarding Children Partnership",
        "menu": [("Home", "/", False), ("Cases", "/components/", True), ("Meetings", "/m/", False)],
        "product_day": date(2026, 8, 14),
        "marking": "Official-Sensitive",
        "footer_links": [("Rulebook", "/components/")],
    }


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"]
    quiet = ["--disable-background-networking", "--disable-sync"]
    return {"executable_path": "/usr/bin/chromium", "args": switches + quiet}


@pytest.fixture
def served(pages_of_the_tests: None) -> Iterator[str]:
    from django.conf import settings

    engines = settings.TEMPLATES
    engines[0]["OPTIONS"]["context_processors"] = ["tests.look.test_look_in_a_browser.frame"]
    with override_settings(MIDDLEWARE=WITHOUT_SIGN_IN, ROOT_URLCONF="tests.look.addresses", TEMPLATES=engines):
        server = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=_Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


def complaints(page: Page) -> list[str]:
    """What the browser says on its console, but for the statuses that error pages have on purpose."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, served: str, path: str) -> None:
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(served + path)
        page.evaluate(AXE)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert [(item["id"], [node["html"] for node in item["nodes"]]) for item in found["violations"]] == []
    assert len(found["passes"]) > 10


@pytest.mark.parametrize("path", PAGES)
def test_the_content_security_policy_blocks_nothing(browser: Browser, served: str, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        said = complaints(page)
        response = page.goto(served + path)
        page.wait_for_load_state("networkidle")
        assert response is not None
        assert "default-src 'none'" in response.headers["content-security-policy"]
    assert [text for text in said if "Failed to load resource" not in text or path == "/components/"] == []


@pytest.mark.parametrize(("width", "who"), [(1280, "desk"), (375, "telephone"), (320, "400 % zoom")])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(browser: Browser, served: str, path: str, width: int, who: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 256}) as context:
        page = context.new_page()
        page.goto(served + path)
        assert page.evaluate(SIDEWAYS) == 0, who


def test_script_opens_the_menu_and_style_opens_the_words(browser: Browser, served: str) -> None:
    with browser.new_context(viewport={"width": 375, "height": 700}) as context:
        page = context.new_page()
        page.goto(served + "/components/")
        menu = page.get_by_role("navigation", name="Menu")
        assert not menu.get_by_role("link", name="Meetings").is_visible()
        menu.get_by_role("button", name="Menu").click()
        assert menu.get_by_role("link", name="Meetings").is_visible()
        room = page.locator("#example_fathers_words")
        assert not room.is_visible()
        page.locator("#example_fathers").check()
        assert room.is_visible()


def test_the_calendar_writes_a_day_that_the_form_reads(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        said = complaints(page)
        page.goto(served + "/components/")
        box = page.locator("#example_next_chase")
        box.fill("14/8/2026")
        page.get_by_role("button", name="Choose date").first.click()
        page.get_by_role("dialog").get_by_test_id("21/8/2026").click()
        assert box.input_value() == "21/8/2026"
    assert said == []
    assert PickedDayField().clean("21/8/2026") == date(2026, 8, 21)


def test_everything_is_there_without_script(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + "/components/")
        assert page.get_by_role("navigation", name="Menu").get_by_role("link", name="Meetings").is_visible()
        assert page.get_by_role("heading", name="Past year").is_visible()
        assert page.get_by_role("link", name="Overview").first.is_visible()


def test_paper_shows_what_is_folded_and_not_what_is_pressed(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "/components/")
        page.emulate_media(media="print")
        assert page.get_by_role("heading", name="Past year").is_visible()
        for name in ("Menu", "Breadcrumb", "Pagination"):
            assert not page.get_by_role("navigation", name=name, include_hidden=True).is_visible()
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
