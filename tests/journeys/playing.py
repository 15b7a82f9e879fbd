"""Somebody at work in the browser: what she presses and types, with every press counted for the task she is at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page

from tests.journeys.walking import play

PATIENCE = 15_000  # milliseconds that a page may take under load


@dataclass
class Tally:
    """Presses by task. Typing is not counted; choosing, following a link and pressing a button are."""

    presses: Counter[str] = field(default_factory=Counter)
    task: str = ""

    @contextmanager
    def during(self, task: str) -> Iterator[None]:
        """Count what is pressed from here on under this task."""
        before, self.task = self.task, task
        yield
        self.task = before

    def count(self) -> None:
        self.presses[self.task] += 1

    def table(self) -> str:
        """A line a task."""
        return "\n".join(f"{presses:4} presses: {task}" for task, presses in self.presses.items())


@dataclass
class Somebody:
    """One person of the demonstration with a browser of her own."""

    page: Page
    address: str
    tally: Tally
    complaints: list[str]

    def at(self, path: str) -> Somebody:
        """Be on a page she has reached before: a bookmark, not counted."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.status == 200, (path, answer.status)
        return self

    def follow(self, link: str, *, within: str = "main", nth: int = 0) -> Somebody:
        """Press a link."""
        return self._go(self.page.locator(within).get_by_role("link", name=link).nth(nth))

    def follow_of(self, row: str, link: str) -> Somebody:
        """Press a link in the line of a table that says something."""
        return self._go(self.page.locator("main tr", has_text=row).get_by_role("link", name=link).first)

    def press(self, button: str) -> Somebody:
        """Press a button of the page itself."""
        return self._go(self.page.locator("main").get_by_role("button", name=button, exact=True))

    def open(self, address_holds: str, *, within: str = "main") -> Somebody:
        """Press the first link whose address holds something."""
        return self._go(self.page.locator(f"{within} a[href*='{address_holds}']").first)

    def _go(self, place: Locator) -> Somebody:
        """Press, and be on the next page before anything else is done."""
        with self.page.expect_navigation():
            place.click()
        self.tally.count()
        return self

    def choose(self, option: str, *, under: str = "") -> Somebody:
        """Choose one of several, or tick a box, by its words; under a question where several have the same words."""
        main = self.page.locator("main")
        place = main.get_by_role("group", name=under) if under else main
        place.get_by_label(option, exact=True).first.check()
        self.tally.count()
        return self

    def pick(self, question: str, option: str) -> Somebody:
        """Pick from a list that drops down."""
        self.page.locator("main").get_by_label(question).select_option(label=option)
        self.tally.count()
        return self

    def write(self, question: str, words: str) -> Somebody:
        """Type an answer."""
        self.page.locator("main").get_by_label(question).first.fill(words)
        return self

    def day(self, question: str, day: str) -> Somebody:
        """Type a day, written 14 8 2026."""
        group = self.page.locator("main").get_by_role("group", name=question)
        for part, value in zip(("Day", "Month", "Year"), day.split(), strict=True):
            group.get_by_label(part).fill(value)
        return self

    def sees(self, *words: str) -> Somebody:
        """Read something on the page."""
        text = self.page.locator("main").inner_text()
        missing = [each for each in words if each not in text]
        assert not missing, (self.page.url, missing, text[:1500])
        return self

    def misses(self, *words: str) -> Somebody:
        """Not read something, anywhere on the page or in its title."""
        text = self.page.content()
        found = [each for each in words if each in text]
        assert not found, (self.page.url, found)
        return self


class Company:
    """Everybody at work in one demonstration."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._people: dict[str, Somebody] = {}
        self.tally = Tally()

    def as_(self, name: str) -> Somebody:
        """Somebody, signed in; the same browser however often she comes back."""
        if name not in self._people:
            page = self._browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}).new_page()
            page.set_default_timeout(PATIENCE)
            complaints: list[str] = []
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            play(page, self._address, name)
            self._people[name] = Somebody(page, self._address, self.tally, complaints)
        return self._people[name]

    def leave(self) -> list[str]:
        """Close every browser; gives what they complained of, but for refusals that were asked for."""
        said = [text for each in self._people.values() for text in each.complaints if "status of 4" not in text]
        for each in self._people.values():
            each.page.context.close()
        return said
