"""Every page a person's links lead to: clean by axe, one heading, by keyboard alone, and the same without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from demo.people import BY_HANDLE
from tests.journeys.walking import Visited, faults, heading, out_of_reach, play, walk

pytestmark = pytest.mark.journey

WALKERS = ("business_manager", "chair", "author", "reviewer", "administrator", "auditor")
EXTRAS = ("/passkeys/add/",)  # a passkey needs script; a one-time code always does the same
NAMES_OF_CHILDREN = ("Example-Marlow", "Example-Tarrant", "Ashley", "Robin")


@pytest.mark.parametrize("handle", WALKERS)
def test_every_page_can_be_read_and_used_by_everybody(page: Page, browser: Browser, address: str, handle: str) -> None:
    play(page, address, BY_HANDLE[handle].name)
    without_script = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = without_script.new_page()
    found = {}
    for visited in walk(page, address):
        problems = faults(page) + out_of_reach(page) + misshapen(page, visited) + different(page, plain, visited)
        if problems:
            found[visited.path] = problems
    without_script.close()
    assert found == {}


def misshapen(page: Page, visited: Visited) -> list[str]:
    """A dead link, a second heading, or a child's name where none may stand."""
    problems = [] if visited.status == 200 else [f"a link leads to status {visited.status}"]
    headings = page.locator("h1").count()
    problems += [] if headings == 1 else [f"{headings} first headings"]
    return problems + [f"names {name}" for name in NAMES_OF_CHILDREN if name in page.title() + visited.path]


def different(page: Page, plain: Page, visited: Visited) -> list[str]:
    """What the page without script lacks: the page itself, its heading, a button of a form."""
    answer = plain.goto(page.url)
    if answer is None or answer.status != visited.status:
        return ["without script it is not there"]
    problems = [] if heading(plain) == heading(page) else ["without script it is another page"]
    unseen = plain.locator("main form button[type=submit]:not(:visible)").count()
    unseen = 0 if visited.path in EXTRAS else unseen
    return problems + ([f"without script {unseen} buttons cannot be pressed"] if unseen else [])
