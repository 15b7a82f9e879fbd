"""Agencies are asked, answer each in its own way, and are reminded; whether the child is safe is asked again."""

from __future__ import annotations

import re
from pathlib import Path

from tests.journeys.cast import AGENCIES, LABEL, MANAGER, OFFICER, SUMMARY, Case
from tests.journeys.playing import Company, Somebody


def ask(company: Company, case: Case) -> None:
    """Twelve agencies are asked by a notice that names nobody."""
    with company.tally.during("Ask twelve agencies"):
        ruth = company.as_(MANAGER).at(f"{case.address}/agencies-asked/").follow("Open the rapid review")
        ruth.write("Why is a rapid review held?", "The council notified a serious incident.").press("Open it")
        for name, _, _ in AGENCIES:
            ruth.page.locator("main").get_by_label(re.compile(re.escape(name))).check()
            ruth.tally.count()
        ruth.choose("A notice to its contact point, which names nobody").press("Ask them")
        ruth.sees("12 agencies asked", "12 agencies without any answer")
    ruth.at("/partnership/outbox/").misses("Juniper", "Example-Ashby", LABEL)


def answer(company: Company, case: Case, folder: Path, ways: tuple[str, ...]) -> None:
    """Each agency's own person says what it knew, in her own way."""
    for agency, who, way in AGENCIES:
        if way not in ways:
            continue
        if way == "mail":
            record_what_came_by_mail(company, case, agency, who)
            continue
        author = company.as_(who).at("/").sees("Say whether your agency knew anybody")
        if way == "nil":
            say_nobody(company, author, case)
        else:
            say_known(company, author, case)
            write_form(company, author) if way == "form" else send_file(company, author, folder)
            record_sign_off(company, case, agency) if way != "form" else sign_off(company, case)


def say_nobody(company: Company, author: Somebody, case: Case) -> None:
    with company.tally.during("Nil return"):
        author.follow_of(case.reference, "Answer").sees("Why you are asked").press("Not known to us")
        author.write("What was searched?", "All names and addresses, back to 2010.")
        author.write("Who confirms this for the agency?", "Head of delivery").press("Send this answer")


def say_known(company: Company, author: Somebody, case: Case) -> None:
    with company.tally.during("Known or not known"):
        author.follow_of(case.reference, "Answer").sees("Juniper").press("We knew the child or family")
        author.choose("Known").press("Save and go on")


def send_file(company: Company, author: Somebody, folder: Path) -> None:
    paper = folder / "summary.txt"
    paper.write_text(SUMMARY)
    with company.tally.during("Summary as a file"):
        author.follow("Send a file instead of the form")
        author.page.locator("main").get_by_label("Which file?").set_input_files(paper)
        author.press("Send it in")


def write_form(company: Company, author: Somebody) -> None:
    """Eight sections, saved one by one; a session that ends in the middle has lost nothing."""
    main = author.page.locator("main")
    with company.tally.during("Summary in the form"):
        author.open("/sections/")
        while "/sections/" in author.page.url:
            if author.page.url.endswith("/events/"):
                main.get_by_label("There are no key events").check()
            for group in main.get_by_role("group").all():
                choice = group.get_by_label("Not known", exact=True)
                (choice if choice.count() else group.get_by_label("No", exact=True)).first.check()
            for box in main.locator("textarea:visible").all():
                if not box.input_value() and not box.evaluate("e => !!e.closest('fieldset')"):
                    box.fill("Health visitor records, from birth to 14 August 2026.")
            author.press("Save and go on")
        author.open("/send/")
        author.press("Send it in").sees("Thank you")


def sign_off(company: Company, case: Case) -> None:
    with company.tally.during("Sign off"):
        colin = company.as_("Colin Foster").at("/").sees("Sign off what your agency sent in")
        colin.follow_of(case.reference, "Answer")
        colin.follow("Sign it off").press("Sign it off")


def record_sign_off(company: Company, case: Case, agency: str) -> None:
    with company.tally.during("Record a sign-off that came by mail"):
        dev = (
            company.as_(OFFICER)
            .at(f"{case.address}/returns/")
            .follow(agency)
            .follow("Record a sign-off that came by mail")
        )
        dev.write("Who signed it off?", "Head of safeguarding").write("How and when did the sign-off come?", "By mail")
        dev.press("Record it")


def record_what_came_by_mail(company: Company, case: Case, agency: str, who: str) -> None:
    with company.tally.during("Record a return that came by mail"):
        dev = company.as_(OFFICER).at(f"{case.address}/returns/").follow(agency).press("We knew the child or family")
        dev.choose("Known").write("Who told the office, when and how?", f"{who}, by secure mail").press(
            "Save and go on"
        )
        dev.follow("Record a return that came by mail").write("Who sent it?", who)
        dev.day("On which day did it come?", "14 8 2026").write("How did it come?", "By secure mail").press("Record it")
    record_sign_off(company, case, agency)


def move_on(company: Company, days: int) -> None:
    """The trainer's button: each day's jobs are done as it passes."""
    ruth = company.as_(MANAGER).at("/")
    for _ in range(days):
        with ruth.page.expect_navigation():
            ruth.page.get_by_role("button", name="Move to the next day").click()


def chase(company: Company, case: Case) -> None:
    with company.tally.during("Remind the two that are late"):
        ruth = (
            company.as_(MANAGER)
            .at(f"{case.address}/agencies-asked/")
            .follow("Remind those who have not answered")
            .misses("Juniper")
        )
        ruth.press("Send the message")


def say_safe(company: Company, case: Case) -> None:
    with company.tally.during("Ask whether the child is safe"):
        ruth = company.as_(MANAGER).at(f"{case.address}/safety/").follow("Ask whether a child is safe")
        ruth.choose(LABEL).choose("Yes").write("What was done?", "With foster carers since 14 August.")
        ruth.pick("Which agency holds the child's case", "Hollinshire Council children's services")
        ruth.write("After how many days is an update due", "7").press("Save")
