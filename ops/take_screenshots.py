"""Takes the pictures of docs/users from a running demonstration: `python ops/take_screenshots.py http://localhost:8000`.

Start the demonstration first (`make run`). Each picture is what one of its people sees; nothing in it is real.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "users" / "images"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
HEIGHT, HEIGHT_IN_A_CASE = 900, 1300  # the pages of a case begin below its rail of links
FIRST_CASE = "the first of her cases"


@dataclass(frozen=True)
class Picture:
    """One picture: its name, who is looking, and at which address."""

    name: str
    who: str  # her name in the demonstration
    address: str
    case: str = ""  # the label of a case, where the address is one of its pages
    link: str = ""  # what she follows from there, where the page has an address of its own


PICTURES = (
    Picture("home", "Ruth Calloway", "/"),
    Picture("case", "Helen Ashdown", FIRST_CASE),
    Picture("agencies-asked", "Ruth Calloway", "agencies-asked/", "Child Wren"),
    Picture("decide", "Helen Ashdown", "decisions/take/serious_case/", "Child Wren"),
    Picture("report", "Dev Mistry", "rapid-review/report/", "Child Wren"),
    Picture("panel", "Ruth Calloway", "national-panel/", "Child Plover"),
    Picture("decision", "Marcus Oyelaran", "decisions/", "Child Plover"),
    Picture("chronologies-asked", "Dev Mistry", "chronologies/", "Child Plover"),
    Picture("agency-chronology", "Dawn Ellery", "chronologies/", "Child Plover", link="Hollinshire Police"),
    Picture("chronology", "Catherine Elms", "chronology/", "Child Plover"),
    Picture("chronology-pairs", "Catherine Elms", "chronology/questions/", "Child Plover"),
    Picture("finding", "Catherine Elms", "findings/", "Child Plover"),
    Picture("author-home", "Bea Thornton", "/"),
    Picture("administrator-home", "Lee Hartley", "/"),
    Picture("events", "Moira Kemp", "/events/"),
    Picture("rulebook", "Catherine Elms", "/rulebook/"),
    Picture("criteria", "Sunita Rao", "/rulebook/criteria/"),
    Picture("person", "Ruth Calloway", "/access/"),
)


def main(arguments: list[str]) -> int:
    """Take them all. Exit code 2 where no address is given."""
    if len(arguments) != 1:
        sys.stderr.write("Give the address of a running demonstration, such as http://localhost:8000 .\n")
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for picture in PICTURES:
            _take(browser, arguments[0].rstrip("/"), picture)
            sys.stderr.write(f"{picture.name}.png\n")
        browser.close()
    return 0


def _take(browser: Browser, origin: str, picture: Picture) -> None:
    height = HEIGHT_IN_A_CASE if picture.case else HEIGHT
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": height}, base_url=origin)
    page = context.new_page()
    page.goto("/demo/people/")
    page.get_by_role("button", name=f"Sign in as {picture.who}", exact=True).click()
    _go(page, picture)
    if picture.link:
        page.locator("main").get_by_role("link", name=picture.link).first.click()
        page.wait_for_load_state()
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def _go(page: Page, picture: Picture) -> None:
    if picture.address == FIRST_CASE:
        page.goto("/")
        page.locator("section[aria-labelledby=mine] tbody a").first.click()
        return
    if picture.case:
        page.goto("/")
        line = page.locator("section[aria-labelledby=mine] tbody tr", has_text=picture.case)
        page.goto(f"{line.get_by_role('link').first.get_attribute('href')}{picture.address}")
        return
    page.goto(picture.address)
    if picture.name == "person":
        page.get_by_role("button", name="Show what she can do").click()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
