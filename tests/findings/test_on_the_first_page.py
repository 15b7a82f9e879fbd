"""Whoever keeps findings is told on her first page that a row has changed on which one of them rests."""

from cairn.findings.commands import rest_on_entry, write_finding
from tests.chronology.acting import TRUST, scene, signed
from tests.chronology.pages import telling, url

CHANGED = (TRUST[0], ("April 2025", *TRUST[1][1:]), TRUST[2])


def test_the_first_page_of_those_who_keep_findings_says_so_and_leads_there(world, stories):
    on = scene(world, stories)
    signed(on)
    by = on.by("reviewer")
    finding = write_finding(on.case, words="Nobody asked why.", by=by, at=on.at)
    rest_on_entry(finding, read=telling(on, 2), by=by, at=on.at)
    signed(on, CHANGED, why="The day was wrong.")
    for who in ("officer", "reviewer"):
        home = world.client(who).get("/").content.decode()
        assert "Finding 1 rests on a row that has changed or was withdrawn" in home
        assert url(on, "finding", finding.key) in home
    assert "rests on a row" not in world.client("author").get("/").content.decode()
