"""Every page a person's links lead to: clean by axe, one heading, and the same page without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from demo.people import BY_HANDLE
from tests.journeys.walking import faults, play, walk

pytestmark = pytest.mark.journey

WALKERS = ("business_manager", "chair", "author", "reviewer", "administrator", "auditor")
NAMES_OF_CHILDREN = ("Example-Marlow", "Example-Tarrant", "Ashley", "Robin")


@pytest.mark.parametrize("handle", WALKERS)
def test_every_page_is_accessible_and_names_no_child_in_its_title(page: Page, address: str, handle: str) -> None:
    play(page, address, BY_HANDLE[handle].name)
    found = {}
    for visited in walk(page, address):
        problems = faults(page)
        problems += [] if visited.status == 200 else [f"a link leads to status {visited.status}"]
        problems += [] if page.locator("h1").count() == 1 else [f"{page.locator('h1').count()} first headings"]
        problems += [name for name in NAMES_OF_CHILDREN if name in page.title() + visited.path]
        if problems:
            found[visited.path] = problems
    assert found == {}


@pytest.mark.parametrize("handle", WALKERS)
def test_every_page_says_the_same_without_script(page: Page, browser: Browser, address: str, handle: str) -> None:
    play(page, address, BY_HANDLE[handle].name)
    plain = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    without = plain.new_page()
    for visited in walk(page, address):
        answer = without.goto(address + visited.path)
        assert answer is not None
        assert answer.status == 200, visited.path
        assert without.locator("h1").inner_text() == page.locator("h1").inner_text(), visited.path
        hidden = without.locator("main form button[type=submit]:not(:visible)").count()
        assert hidden == 0, f"{visited.path}: {hidden} buttons cannot be used without script"
    plain.close()
