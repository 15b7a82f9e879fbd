"""The roll of the subgroup as its readers get it: the memberships of the sources (OB-004, OB-005, OB-106, OB-215)."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from cairn.access.roles import Role
from cairn.partnership import jobs, queries
from cairn.partnership.commands import agency, seats
from cairn.partnership.models import Agency, Group, PartnershipDuty, Seat

MORE_AGENCIES = {
    "HOSPITAL": ("Coldwater Hospitals Trust", "health_provider"),
    "EDU": ("Council education", "education"),
}
# Each membership in the order of the page: what the seat is called, and who employs its holder.
WIDE = [
    ("Children's services", "CSC"),
    ("Community health head", "TRUST"),
    ("Designated doctor", "ICB"),
    ("Designated nurse", "ICB"),
    ("Education", "EDU"),
    ("Head teacher representative", "SCHOOLS"),
    ("Legal services", "LEGAL"),
    ("Police", "POLICE"),
    ("Public health", "PH"),
]
TWO_TRUSTS = [
    ("Children's services", "CSC"),
    ("Community trust", "TRUST"),
    ("Education", "EDU"),
    ("Hospital trust", "HOSPITAL"),
    ("Legal services", "LEGAL"),
    ("Local schools", "SCHOOLS"),
    ("NHS commissioner", "ICB"),
    ("Police", "POLICE"),
    ("Public health", "PH"),
]
SMALL = [
    ("Children's services", "CSC"),
    ("Designated doctor", "ICB"),
    ("Designated nurse", "ICB"),
    ("Head teacher", "SCHOOLS"),
    ("Legal services", "LEGAL"),
    ("Police", "POLICE"),
]


@pytest.fixture
def subgroup(world):
    """A subgroup in which nobody sits yet, and the agencies that its members may come from."""
    manager = world.actor("business_manager")
    for short, (name, kind) in MORE_AGENCIES.items():
        facts = {"short_name": short, "kind": kind, "starts_on": date(2009, 4, 1)}
        agency.open_agency(name=name, **facts, by=manager, at=world.at)
    return seats.form_group(name="CSPR subgroup", kind="subgroup", starts_on=world.at.date(), by=manager, at=world.at)


def _seat(world, group: Group, title: str, employer: str, **facts: object) -> Seat:
    return seats.appoint(
        group,
        holder=world.user("no_role"),
        title=title,
        role=Role.SUBGROUP_MEMBER,
        employer=Agency.unscoped.get(short_name=employer),
        starts_at=world.at,
        by=world.actor("business_manager"),
        at=world.at,
        **facts,
    )


def _read(world, group: Group, on: str) -> tuple[list[list[str]], str]:
    """The lines of the roll of a day, each box as its words, and the whole page."""
    page = world.client("member").get(reverse("group", args=[group.key]), {"on": on}).content.decode()
    body = re.search(r"<tbody.*?</tbody>", page, re.S)
    lines = re.findall(r"<tr.*?</tr>", body[0], re.S) if body else []
    return [[_words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.S)] for line in lines], _words(page)


def _words(html: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", html).split()))


def _named(world, membership):
    return [(title, Agency.unscoped.get(short_name=short).name) for title, short in membership]


def _titles_and_employers(lines):
    return [(line[0], line[3]) for line in lines]


def test_the_roll_of_nine_seats_is_kept_for_each_day_and_restated_yearly(world, subgroup):
    made = [_seat(world, subgroup, title, employer) for title, employer in WIDE]
    expected = _named(world, WIDE)
    lines, page = _read(world, subgroup, "14/8/2026")
    assert _titles_and_employers(lines) == expected
    assert "Nobody in this group speaks for" not in page
    tomorrow = world.at + timedelta(days=1)
    seats.end_seat(made[-1], ends_at=tomorrow, by=world.actor("business_manager"), at=world.at)
    lines, page = _read(world, subgroup, "15/8/2026")
    assert _titles_and_employers(lines) == expected[:-1]
    assert "Nobody in this group speaks for: Public health" in page
    assert _titles_and_employers(_read(world, subgroup, "14/8/2026")[0]) == expected
    jobs.set_partnership_duties(world.at)
    restated = PartnershipDuty.unscoped.get(duty="restate_membership_roll")
    assert (restated.trigger_on, restated.due_on) == (date(2026, 4, 1), date(2027, 4, 1))


def test_the_roll_says_who_employs_each_member_and_which_wider_body_she_speaks_for(world, subgroup):
    trust = world.agency("TRUST")
    doctor = _seat(world, subgroup, "Designated doctor", "ICB", speaks_for=[trust], represents="Both health bodies")
    lines, _ = _read(world, subgroup, "14/8/2026")
    assert lines[0][3:5] == ["Fellside Integrated Care Board", "Coldwater Community Health Trust, Both health bodies"]
    page = _words(world.client("member").get(reverse("seat", args=[doctor.key])).content.decode())
    assert "Employed by Fellside Integrated Care Board" in page
    assert "Speaks for Coldwater Community Health Trust, Both health bodies" in page


def test_the_roll_holds_a_commissioner_two_trusts_and_the_councils_services(world, subgroup):
    for title, employer in TWO_TRUSTS:
        _seat(world, subgroup, title, employer)
    lines, page = _read(world, subgroup, "14/8/2026")
    assert _titles_and_employers(lines) == _named(world, TWO_TRUSTS)
    assert "Nobody in this group speaks for" not in page


def test_the_roll_holds_the_smaller_membership_and_names_whom_nobody_speaks_for(world, subgroup):
    for title, employer in SMALL:
        _seat(world, subgroup, title, employer)
    lines, page = _read(world, subgroup, "14/8/2026")
    assert _titles_and_employers(lines) == _named(world, SMALL)
    assert "Nobody in this group speaks for: Health provider, Public health" in page
    assert queries.roll(world.actor("chair"), subgroup.key, date(2026, 8, 14), world.at).unheard == (
        "Health provider",
        "Public health",
    )
