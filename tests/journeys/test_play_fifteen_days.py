"""A rapid review from the first report to a Panel that asks for information, played by everybody in the browser.

Twelve agencies are asked: one knew nobody, two answer late, and one of the others sends its summary by mail.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.agencies_at_work import answer, ask, chase, move_on, say_safe
from tests.journeys.cast import LABEL, MANAGER, OUTSIDE, Case
from tests.journeys.partners_at_work import decide, fill_decision, meet, panel, report, sign
from tests.journeys.playing import Company

pytestmark = pytest.mark.journey


@pytest.fixture
def company(browser: Browser, address: str) -> Company:
    return Company(browser, address)


def test_fifteen_days_from_the_first_report_to_the_panels_letter(
    company: Company, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = open_incident(company)
    notify(company, case)
    ask(company, case)
    answer(company, case, tmp_path, ("file", "form", "nil", "mail"))
    move_on(company, 12)  # past the day on which the summaries were due
    company.as_(MANAGER).at("/").sees("Millbrook School", "Hollin Homes housing association", "late")
    chase(company, case)
    answer(company, case, tmp_path, ("late",))
    say_safe(company, case)
    meet(company, case)
    decide(company, case)
    sign(company, case)
    report(company, case)
    panel(company, case)
    nobody_else_sees_it(company, case)
    complaints = company.leave()
    with capsys.disabled():
        sys.stdout.write(f"\n{company.tally.table()}\n")
    assert complaints == []


def open_incident(company: Company) -> Case:
    """The worst morning of her year: who told us, when it became known, what happened, and the child."""
    with company.tally.during("Open an incident"):
        ruth = company.as_(MANAGER).at("/").press("Open an incident")
        ruth.choose("Serious incident").write("What is the case called here?", LABEL)
        ruth.write("Who told us?", "Dr R. Example, consultant").day("On which day did it become known", "14 8 2026")
        ruth.write("What happened, in a sentence?", "A baby has been hurt, and nobody can say how.")
        ruth.write("Called here", LABEL).write("Given names, if known", "Juniper")
        ruth.write("Family name, if known", "Example-Ashby").day("Date of birth, if known", "2 3 2026")
        ruth.press("Open the incident").sees("21 August 2026")
    found = re.search(r"/cases/([^/]+)/", ruth.page.url)
    assert found is not None
    address = f"/cases/{found.group(1)}"
    return Case(address, ruth.at(f"{address}/").page.title().split()[0])


def notify(company: Company, case: Case) -> None:
    """The question is decided limb by limb; the notification as it was sent is kept; fifteen days begin."""
    with company.tally.during("Decide whether to notify"):
        ruth = company.as_(MANAGER).at(f"{case.address}/decisions/take/notify/")
        fill_decision(ruth, "It is notified").press("Record the decision").sees("It is notified")
    with company.tally.during("Record the notification"):
        ruth.at(f"{case.address}/notifying/").follow("Record that it was sent")
        ruth.day("On which day was it sent?", "14 8 2026").write("At what time?", "00:00")
        ruth.write("Who submitted it?", "Duty manager").write("Who agreed to it?", "All three partners, by telephone")
        ruth.choose("Yes", under="Did it say that the threshold for a rapid review is met?").press("Record it")
    ruth.at(f"{case.address}/").sees("Working day 0 of 15", "7 September 2026")


def nobody_else_sees_it(company: Company, case: Case) -> None:
    """To the conflicted, the former reviewer and the administrator the case is not there."""
    for name in OUTSIDE:
        page: Page = company.as_(name).page
        answer = page.goto(company.as_(name).address + case.address + "/")
        assert answer is not None
        assert answer.status == 404, name
        company.as_(name).at("/").misses(LABEL, "Juniper")
