"""Access is given to a seat or to a named person, with a reason, and lasts exactly as long as was said."""

from datetime import timedelta

import pytest

from cairn.cases import commands, queries
from cairn.cases.models import AccessGiven
from cairn.kernel.verdict import Ground
from cairn.partnership.commands import seats
from tests.cases.acting import refusal
from tests.cases.visible import seeing

REASON = "Asked to the rapid review."


@pytest.fixture
def case(stories):
    return stories.case_at("opened")


def give(world, case, to, by="business_manager", **facts):
    facts = {"reason": REASON, **facts}
    return commands.give_access(case, to=to, by=world.actor(by), at=world.at, **facts)


def test_a_seat_lets_in_its_holder_and_her_briefed_deputy(world, case):
    give(world, case, world.seat("member_education"))
    assert seeing(world, case) == {"business_manager", "officer", "chair", "member_education", "deputy"}
    roles = {who: queries.rights(world.actor(who), case, world.at).roles for who in ("member_education", "deputy")}
    assert roles == {"member_education": {"subgroup_member"}, "deputy": {"briefed_deputy"}}


def test_a_person_is_let_in_with_the_role_given_and_not_that_of_a_seat_she_has(world, case):
    give(world, case, world.user("member"), role="panel_member", ends_at=world.at + timedelta(1))
    assert queries.rights(world.actor("member"), case, world.at).roles == {"panel_member"}


def test_a_new_business_manager_is_in_from_her_first_day_by_the_standing_rule(world, case):
    group = world.group("office")
    seats.appoint(
        group,
        holder=world.user("outsider"),
        title="Business manager",
        role="business_manager",
        starts_at=world.at,
        by=world.actor("business_manager"),
        at=world.at,
    )
    assert queries.rights(world.actor("outsider"), case, world.at).roles == {"business_manager"}


@pytest.mark.parametrize("who", ["administrator", "auditor"])
def test_those_who_keep_or_check_the_service_never_see_a_case(world, case, who):
    verdict = refusal(lambda: give(world, case, world.seat(who)))
    assert verdict.reasons[0].about == "to"
    assert verdict.sentences[0].endswith("reads no case.")


@pytest.mark.parametrize(
    "role", ["", "business_manager", "subgroup_chair", "system_administrator", "auditor", "briefed_deputy", "queen"]
)
def test_some_roles_come_with_a_seat_only(world, case, role):
    verdict = refusal(lambda: give(world, case, world.user("no_role"), role=role, ends_at=world.at + timedelta(1)))
    assert verdict.sentences == ("Choose the role in which this person sees the case.",)


def test_access_of_a_person_says_when_it_ends(world, case):
    verdict = refusal(lambda: give(world, case, world.user("reviewer"), role="reviewer"))
    assert verdict.sentences == ("Say when access to a named person ends.",)


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"reason": "  "}, "reason"),
        ({"ends_at": timedelta(0)}, "ends_at"),
        ({"starts_at": timedelta(days=2), "ends_at": timedelta(days=1)}, "ends_at"),
        ({"starts_at": timedelta(seconds=-1)}, "starts_at"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, case, facts, about):
    moments = {name: world.at + value if isinstance(value, timedelta) else value for name, value in facts.items()}
    verdict = refusal(lambda: give(world, case, world.seat("member"), **moments))
    assert [(reason.about, reason.ground) for reason in verdict.reasons] == [(about, Ground.INPUT)]


def test_a_seat_that_has_ended_and_an_account_that_is_closed_get_nothing(world, case):
    assert refusal(lambda: give(world, case, world.seat("leaver"))).sentences == ("This seat has ended.",)
    user = world.user("reviewer")
    user.is_active, user.closed_at = False, world.at
    user.save()
    verdict = refusal(lambda: give(world, case, user, role="reviewer", ends_at=world.at + timedelta(1)))
    assert verdict.sentences == ("This account is closed.",)


def test_what_is_given_is_not_given_twice(world, case):
    give(world, case, world.seat("member"))
    assert refusal(lambda: give(world, case, world.seat("member"))).sentences == ("This access is already given.",)


def test_access_that_starts_later_opens_nothing_yet(world, case):
    give(world, case, world.seat("member"), starts_at=world.at + timedelta(days=3))
    assert "member" not in seeing(world, case)
    assert "member" in seeing(world, case, world.at + timedelta(days=3))


def test_ended_access_is_over_at_that_moment_and_says_why(world, case):
    given = give(world, case, world.seat("member"))
    commands.end_access(given, reason="Left the group.", by=world.actor("chair"), at=world.at)
    assert "member" not in seeing(world, case)
    row = AccessGiven.unscoped.get(pk=given.pk)
    assert (row.ends_at, row.end_reason, row.ended_by) == (world.at, "Left the group.", world.user("chair"))


def test_access_that_has_not_begun_is_ended_before_it_does(world, case):
    later = world.at + timedelta(days=3)
    given = give(world, case, world.seat("member"), starts_at=later)
    assert commands.end_access(given, reason="Not needed.", by=world.actor("chair"), at=world.at).ends_at == later
    assert "member" not in seeing(world, case, later)


def test_access_ends_once_and_with_a_reason(world, case):
    given = give(world, case, world.seat("member"))
    by = world.actor("chair")
    assert refusal(lambda: commands.end_access(given, reason=" ", by=by, at=world.at)).reasons[0].about == "reason"
    commands.end_access(given, reason="Left.", by=by, at=world.at)
    verdict = refusal(lambda: commands.end_access(given, reason="Left.", by=by, at=world.at))
    assert verdict.sentences == ("This access has already ended.",)


def test_somebody_who_can_give_access_always_remains(world, case):
    by = world.actor("chair")
    standing = list(AccessGiven.unscoped.filter(case=case).order_by("id"))
    for given in standing[:2]:
        commands.end_access(given, reason="Not this case.", by=by, at=world.at)
    assert seeing(world, case) == {"chair"}
    verdict = refusal(lambda: commands.end_access(standing[2], reason="Nor I.", by=by, at=world.at))
    assert verdict.sentences[0].startswith("This is the last access of somebody who can give access.")


def test_who_can_see_this_names_each_person_with_role_reason_and_end(world, stories):
    case = stories.case_at("shared")
    rows = {row.name: row for row in queries.access(world.actor("member"), case, world.at)}
    assert len(rows) == 16
    assert "Con Flict" not in rows
    assert rows["Dee Puty"].role == "Briefed deputy"
    assert rows["Dee Puty"].through == "Stands in for: Head teacher, Case Review and Governance Group"
    assert (rows["Rae Viewer"].role, rows["Rae Viewer"].through) == ("Independent reviewer", "Given by name")
    assert rows["Rae Viewer"].until == world.at + timedelta(days=90)
    assert rows["Bea Manager"].reason.startswith("Standing rule")
    assert rows["Mo Member"].given_by == "Clare Chair"


def test_an_access_row_is_found_only_by_those_in_the_case(world, stories):
    case = stories.case_at("shared")
    key = AccessGiven.unscoped.get(case=case, seat=world.seat("member")).key
    assert queries.one_access(world.actor("chair"), case, key, world.at).key == key
    assert queries.one_access(world.actor("outsider"), case, key, world.at) is None
    assert queries.access(world.actor("outsider"), case, world.at) == []
