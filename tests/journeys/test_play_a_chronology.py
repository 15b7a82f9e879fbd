"""Six agencies' files become one chronology: asked for, mended, signed off, released, corrected, exported."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from demo.chronologies import making
from demo.chronologies.making import AgencyFile
from tests.documents.papers import pages_of
from tests.journeys.cast import MANAGER, OFFICER, OUTSIDE, Case
from tests.journeys.playing import Company, Somebody

pytestmark = pytest.mark.journey

# the agency as the demonstration calls it, its short name in the files, who writes for it
SIX = (
    ("Hollinshire Council children's services", "Children's services", "Yusuf Karim"),
    ("Hollin Community Health NHS Trust", "Hollin Community NHS", "Bea Thornton"),
    ("Hollin Homes housing association", "Hollin Homes", "Anita Bose"),
    ("Hollin Hospitals NHS Foundation Trust", "Hollin Hospitals", "Rosa Delgado"),
    ("NHS Hollinshire Integrated Care Board", "Hollinshire ICB", "Hugh Pemberton"),
    ("Hollinshire Police", "Hollinshire Police", "Dawn Ellery"),
)
PLAYED = "Child Wren"
READER = "Neil Farrant"  # of the subgroup: reads the whole once it is released to him by name
WRONG = "31/02/2026"


def test_from_six_files_to_a_signed_released_corrected_and_exported_chronology(
    browser: Browser, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    company = Company(browser, address)
    case = played(company)
    ask(company, case)
    files = {file.agency: file for file in making.files()}
    for agency, short, who in SIX:
        send(company, case, who, files[short if short in files else agency], tmp_path)
        sign(company, case, agency)
    release(company, case)
    correct(company, case, tmp_path)
    word = export(company, case, tmp_path)
    nobody_else_reads_it(company, case)
    complaints = company.leave()
    with capsys.disabled():
        sys.stdout.write(f"\n{company.tally.table()}\n")
    assert complaints == []
    another_program_opens(word)


def played(company: Company) -> Case:
    """The case of the demonstration that is played, where nobody has asked for chronologies yet."""
    ruth = company.as_(MANAGER).at("/")
    found = ruth.page.locator("tr,li,dl", has_text=PLAYED).locator("a[href*='/cases/']").first.get_attribute("href")
    assert found is not None
    key = re.match(r"/cases/[^/]+", found)
    assert key is not None
    return Case(key.group(), ruth.at(f"{key.group()}/").page.title().split()[0])


def ask(company: Company, case: Case) -> None:
    """The scope is set, the columns are looked at, and six agencies are asked by a day."""
    with company.tally.during("Set the scope and ask six agencies"):
        dev = company.as_(OFFICER).at(f"{case.address}/chronologies/").follow("Set what the chronology covers")
        dev.write("What does the chronology cover?", "All contact from the pregnancy to the injury.")
        dev.press("Save and look at the columns").sees("Source of information", "Date it became known", "As Word")
        dev.follow("Ask agencies")
        for agency, _, _ in SIX:
            dev.page.locator("main").get_by_label(re.compile(re.escape(agency))).check()
            dev.tally.count()
        dev.day("By which day?", "4 9 2026").choose("A notice to its contact point, which names nobody")
        dev.press("Ask them").sees("Hollin Homes housing association", "Nothing yet")


def send(company: Company, case: Case, who: str, file: AgencyFile, folder: Path) -> None:
    """An author finds the request on her first page, reads her file in, mends what she can, and sends it in."""
    with company.tally.during("Read in, put right and send in"):
        author = company.as_(who).at("/").sees("Send in your agency's chronology")
        author.page.locator("main tr", has_text="Send in your agency's chronology").filter(
            has_text=case.reference
        ).get_by_role("link", name="Open").first.click()
        author.page.wait_for_url("**/chronologies/returns/**")
        author.tally.count()
        read_in(author, file, folder)
        author.sees("To put right", "Rows read:")
        if WRONG in author.page.locator("main").inner_text():
            put_right(author)
        author.follow("Send it in")
        known = author.page.locator("main").get_by_label("We know of what is still to be put right")
        if known.count():
            known.check()
            author.tally.count()
        author.press("Send it in").sees("Sent in: waiting for sign-off")


def read_in(author: Somebody, file: AgencyFile, folder: Path, why: str = "") -> None:
    path = folder / file.name
    path.write_bytes(file.content)
    author.follow("Read in a file")
    author.page.locator("main").get_by_label("Which file?").set_input_files(path)
    if why:
        author.write("What is corrected?", why)
    author.press("Read it in")


def put_right(author: Somebody) -> None:
    """The row with an impossible date is put right here; what the file said stays beside it."""
    row = author.page.locator("main tr", has_text=WRONG).get_by_role("link").first
    with author.page.expect_navigation():
        row.click()
    author.tally.count()
    author.sees("There is no 31 February 2026.").write("Start date", "28/02/2026")
    button = author.page.locator("main").get_by_role("button", name=re.compile("Save"))
    with author.page.expect_navigation():
        button.click()
    author.tally.count()
    author.follow("Back to the whole chronology") if "/rows/" in author.page.url else None
    author.sees(f"Start date in the file: {WRONG}")


def sign(company: Company, case: Case, agency: str) -> None:
    """Its own manager signs it off here; of the others the office records what came by mail."""
    if agency == "Hollin Community Health NHS Trust":
        with company.tally.during("Sign off"):
            colin = company.as_("Colin Foster").at("/").sees("Sign off your agency's chronology")
            colin.at(f"{case.address}/chronologies/").follow(agency).follow("Sign it off").press("Sign it off")
            colin.sees("Signed off")
        return
    with company.tally.during("Record a sign-off that came by mail"):
        dev = company.as_(OFFICER).at(f"{case.address}/chronologies/").follow(agency)
        dev.follow("Record a sign-off that came by mail").write("Who signed it off?", "Head of safeguarding")
        dev.write("How and when did the sign-off come?", "By mail, today").press("Record it").sees("Signed off")


def release(company: Company, case: Case) -> None:
    """One person of the case may read it, by name and until a day; until then it is not there for him."""
    reader = company.as_(READER)
    assert status(reader, f"{case.address}/chronology/") == 404
    with company.tally.during("Release the whole by name"):
        dev = company.as_(OFFICER).at(f"{case.address}/chronologies/").follow("Release the whole to people by name")
        dev.follow("Release it to somebody").pick("To whom?", option_of(dev, READER))
        dev.write("Why?", "For the meeting of the subgroup.").day("Until which day, that day included?", "30 9 2026")
        dev.press("Release it").sees(READER, "30 September 2026")
    reader.at(f"{case.address}/chronology/").sees("Hollinshire Police", "Hollin Homes")


def option_of(somebody: Somebody, name: str) -> str:
    """The words of the option that names somebody."""
    found = somebody.page.locator("main option", has_text=name).first.text_content()
    assert found is not None
    return found


def status(somebody: Somebody, path: str) -> int:
    answer = somebody.page.goto(somebody.address + path)
    assert answer is not None
    return answer.status


def correct(company: Company, case: Case, folder: Path) -> None:
    """A corrected file says what it changed; until it is signed off, those it was released to read the one before."""
    with company.tally.during("Send a corrected file"):
        anita = company.as_("Anita Bose").at(f"{case.address}/chronologies/").follow("Hollin Homes housing association")
        read_in(anita, making.corrected(), folder, why="Entries stood under the wrong day.")
        anita.sees("What this version changed", "Changed", "Added", "Withdrawn")
        anita.follow("Send it in")
        anita.page.locator("main").get_by_label("We know of what is still to be put right").check()
        anita.press("Send it in").sees("Version 1: signed off", "Version 2: sent in")
    company.as_(READER).at(f"{case.address}/chronology/").misses("Not signed off yet")
    company.as_(OFFICER).at(f"{case.address}/chronology/").sees("Not signed off yet")
    sign(company, case, "Hollin Homes housing association")
    company.as_(OFFICER).at(f"{case.address}/chronology/").misses("Not signed off yet")


def export(company: Company, case: Case, folder: Path) -> Path:
    """The whole as Word, under a name that is nobody's."""
    with company.tally.during("Take the whole away as Word"):
        dev = company.as_(OFFICER).at(f"{case.address}/chronology/export/").choose("Word, to go on writing")
        with dev.page.expect_download() as given:
            dev.page.locator("main").get_by_role("button").first.click()
    assert given.value.suggested_filename == f"{case.reference} combined chronology.docx"
    path = folder / "combined.docx"
    given.value.save_as(path)
    return path


def nobody_else_reads_it(company: Company, case: Case) -> None:
    for who in OUTSIDE:
        for page in ("chronology/", "chronologies/", "chronology/export/"):
            assert status(company.as_(who), f"{case.address}/{page}") == 404


def another_program_opens(word: Path) -> None:
    """LibreOffice opens it, lays it on landscape pages, and finds rows of all six agencies in it."""
    profile = f"-env:UserInstallation={(word.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(word.parent), word.name]
    subprocess.run(command, cwd=word.parent, check=True, capture_output=True, timeout=120)
    read: Callable[[bytes], list[str]] = pages_of
    pages = read(word.with_suffix(".pdf").read_bytes())
    text = " ".join(" ".join(pages).split())
    assert len(pages) > 5
    assert all(agency.split()[0] in text for agency, _, _ in SIX)
    assert sum("What happened" in page for page in pages) == len(pages), "the headings stand on every page"
