"""The subgroup meets, the chair records decisions, each partner agrees, the report goes and the Panel replies."""

from __future__ import annotations

import re

from tests.journeys.cast import CHAIR, LABEL, MANAGER, PARTNERS, Case
from tests.journeys.playing import Company, Somebody


def fill_decision(who: Somebody, outcome: str) -> Somebody:
    """Every limb is answered and every reason given."""
    main = who.page.locator("main")
    for number in range(main.get_by_role("radio", name="Not known", exact=True).count()):
        main.get_by_role("radio", name="Yes", exact=True).nth(number).check()
        who.tally.count()
    for box in main.get_by_label("Why, and what shows it?").all():
        box.fill("As the first reports show.")
    who.choose(outcome).choose("No", under="Was legal advice taken?")
    main.get_by_label("Why?", exact=True).fill("The harm is serious, and neglect is suspected.")
    who.write("What was seen before it was decided?", "The referral and the calls of the day.")
    who.write("What else was considered, for and against?", "To wait for the skeletal survey; it would come too late.")
    return who


def meet(company: Company, case: Case) -> None:
    """The subgroup is let in, meets, and has one pack for each reader."""
    with company.tally.during("Call the meeting"):
        ruth = company.as_(MANAGER).at("/meetings/call/")
        ruth.pick("Which group meets?", "Case Review and Governance Group (CRAG)").choose("Rapid review meeting")
        ruth.write("What is the meeting called?", "CRAG, August").day("On which day is it?", "26 8 2026")
        ruth.pick("From which seat is it chaired?", chaired_by(ruth)).press("Call the meeting").sees("Agenda")
    meeting = re.sub(r"https?://[^/]+", "", ruth.page.url)
    with company.tally.during("Put the case on the agenda"):
        ruth.at(f"{meeting}agenda/case/")
        reference = company.as_(MANAGER).page.locator("main option", has_text=LABEL).first.inner_text()
        ruth.pick("Which case?", reference).write("What is it taken for?", "Rapid review")
        ruth.press("Put it on")
    company.as_("Ian Sadler").at(meeting).misses(LABEL, reference)


def chaired_by(ruth: Somebody) -> str:
    return ruth.page.locator("main option", has_text="Helen Ashdown").first.inner_text()


def decide(company: Company, case: Case) -> None:
    with company.tally.during("Decide three questions"):
        for kind, outcome in (
            ("serious_case", "It is a serious case"),
            ("local_review", "A local practice review"),
            ("national_importance", "No"),
        ):
            helen = (
                company.as_(CHAIR)
                .at(f"{case.address}/decisions/take/{kind}/")
                .sees("The case, as far as you may see it")
            )
            if kind == "national_importance":
                fill_decision(helen, "Not alone, but it is offered as material for national work")
            else:
                fill_decision(helen, outcome)
            helen.day("On which day was it decided?", "26 8 2026").press("Record the decision")
            helen.sees("The decision is recorded.")


def sign(company: Company, case: Case) -> None:
    """The chair lets the partners in; each agrees to each decision from her own first page."""
    with company.tally.during("Let the three partners in"):
        for title in ("council", "police", "health"):
            helen = company.as_(CHAIR).at(f"{case.address}/access/seat/")
            option = helen.page.locator("main option", has_text=f"Delegated partner, {title}").first.inner_text()
            helen.pick("To which seat?", option).write("Why?", "To decide on this case.")
            helen.press("Give access")
    for partner in PARTNERS:
        with company.tally.during("Agree to four decisions, each partner"):
            who = company.as_(partner)
            for _ in range(4):
                who.at("/").sees("To sign")
                who.open("/own-word/", within="section[aria-labelledby=sign]")
                who.choose("I agree").press("Put it on record")


def report(company: Company, case: Case) -> None:
    """Nineteen questions, the child's facts, then the report is made and sent on time."""
    ruth = company.as_(MANAGER)
    with company.tally.during("Answer what may not be blank of the child"):
        for fact in ("ethnicity", "religion", "disability"):
            ruth.at(f"{case.address}/people/").follow(LABEL)
            ruth.open(f"/facts/{fact}/")
            ruth.choose("Not known")
            ruth.press("Save")
    with company.tally.during("Answer the report's questions"):
        ruth.at(f"{case.address}/rapid-review/report/").open("/questions/")
        while "/questions/" in ruth.page.url:
            ruth.choose("Yes, as follows").write("What is known?", "As the returns say, and as the meeting weighed it.")
            ruth.press("Save and go on")
    with company.tally.during("Make the report and record that it was sent"):
        ruth.at(f"{case.address}/rapid-review/report/").sees("Nothing is missing.")
        ruth.follow("Make the report").press("Make the report").follow("Record that report 1 was sent")
        ruth.day("On which day was it sent?", "26 8 2026").write("How was it sent", "Secure mail to the Panel")
        ruth.press("Record it").sees("26 August 2026, Secure mail to the Panel")


def panel(company: Company, case: Case) -> None:
    """The Panel asks for information; a point is answered; the partners' position goes back with reasons."""
    ruth = company.as_(MANAGER)
    with company.tally.during("Record the Panel's letter"):
        ruth.at(f"{case.address}/national-panel/").follow("Record a letter from the Panel")
        ruth.day("On which day did the letter come?", "26 8 2026").choose("Asks for information")
        ruth.write("In short, what does the letter say?", "What is known of the father?").press("Record it")
        ruth.sees("The Panel has replied, and is owed an answer")
