"""Walking through Cairn as one person: every page her links lead to, one address for each route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Response

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
# Everything a hand could press or write in, but for choices of one group, which the arrow keys share.
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(e => !e.disabled && e.type !== 'hidden' && e.type !== 'radio' && e.checkVisibility()).length"""
MARK_FOCUS = """() => { const e = document.activeElement;
    if (!e || e === document.body || e.dataset.reached) return e && e.dataset.reached ? 'again' : 'none';
    e.dataset.reached = 'yes'; return e.type === 'radio' ? 'radio' : 'new'; }"""
# A link within a drawing holds its address as it is written.
LINKS = """() => [...document.querySelectorAll('a[href]')]
    .map(a => new URL(a.href.baseVal ?? a.href, document.baseURI).href)"""
RUN_AXE = "() => axe.run(document, {resultTypes: ['violations']})"


@dataclass(frozen=True)
class Visited:
    """One page as she sees it."""

    route: str
    path: str
    status: int


def play(page: Page, address: str, name: str) -> None:
    """Sign in to the demonstration as one of its people."""
    page.goto(f"{address}/demo/people/")
    page.get_by_role("button", name=f"Sign in as {name}", exact=True).click()
    page.wait_for_url(f"{address}/")


def route_of(path: str) -> str | None:
    """The route an address belongs to; none for what is not a page of Cairn."""
    try:
        return str(resolve(urlsplit(path).path).route)
    except Resolver404:
        return None


def walk(page: Page, address: str) -> Iterator[Visited]:
    """Every page that links lead to from the home page, one address for each route."""
    waiting, seen = ["/"], set()
    while waiting:
        path = waiting.pop(0)
        route = route_of(path)
        if route is None or route in seen:
            continue
        seen.add(route)
        answer = _goto(page, address + path)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield Visited(route, path, answer.status)
        waiting += [_local(href, address) for href in page.evaluate(LINKS) if href.startswith(address)]


def _goto(page: Page, url: str) -> Response | None:
    """The answer, or none for what a browser saves and does not show."""
    try:
        return page.goto(url)
    except PlaywrightError as stopped:
        if "Download is starting" not in stopped.message:
            raise
        return None


def _local(href: str, address: str) -> str:
    parts = urlsplit(href.removeprefix(address))
    return parts.path + (f"?{parts.query}" if parts.query else "")


def faults(page: Page) -> list[str]:
    """What axe finds on the page now, in words; the page's own policy stays on."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(RUN_AXE)
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found["violations"] for node in rule["nodes"]]


def heading(page: Page) -> str:
    """The words of the first heading."""
    return page.locator("h1").first.inner_text()


def out_of_reach(page: Page) -> list[str]:
    """Whether everything that can be pressed or written in is reached by the Tab key alone."""
    wanted, reached = int(page.evaluate(REACHABLE)), 0
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        match page.evaluate(MARK_FOCUS):
            case "new":
                reached += 1
            case "again":
                break
    return [] if reached >= wanted else [f"the keyboard reaches {reached} of {wanted}"]
