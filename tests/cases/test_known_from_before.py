"""Likely earlier appearances of a child: among the cases open to the reader, for readers of real names, by what is
alike; whoever is in another case leaves no trace."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from cairn.cases import commands, queries
from cairn.cases.models import NameKey, Person
from cairn.names import alike as names
from cairn.names import dates
from tests.cases.test_two_worlds import queries_of
from tests.desk.seen import main

NONE = commands.Known("none")
UNTIL = datetime(2026, 9, 30, tzinfo=UTC)


def another(world, stories, label, given, family, born, *, stage="opened", kind="subject_child"):
    """Another case, with one person in it."""
    case, by = stories.case_at(stage, label=label), world.actor("officer")
    person = commands.add_person(case, kind=kind, label=label, by=by, at=world.at)
    day = commands.Known("day", born) if born else commands.Known("not_known")
    facts = {"name_answer": "given", "family_name": family, "given_names": given, "born": day, "died": NONE}
    commands.record_identity(person, **facts, version=0, by=by, at=world.at)
    return case, person


def met(world, who, case, **more):
    return [(row.label, row.why) for row in queries.earlier(world.actor(who), case, world.at, **more)]


@pytest.fixture
def case(stories):
    """Zebedee Quillfeather, born 3 February 2025, also called Zebby-Quill."""
    return stories.case_at("shared")


@pytest.mark.parametrize(
    ("given", "family", "born", "why"),
    [
        ("Zebedee", "Quillfeather", date(2025, 2, 3), (names.SAME, dates.SAME)),
        ("Zébedee", "Quill-Feather", None, (names.SAME,)),
        ("Quillfeather", "Zebedee", date(2025, 3, 2), (names.SAME, dates.SWAPPED)),
        ("Zeb", "Quilfether", date(2025, 2, 5), (names.SHORT, names.SOUND, dates.NEAR)),
        ("Zebedee", "Larkspur", date(2025, 2, 3), (names.ONLY_GIVEN, dates.SAME)),
        ("Zebby-Quill", "Quillfeather", None, (names.SAME,)),
    ],
)
def test_somebody_alike_on_another_case_is_shown_with_the_reason(world, stories, case, given, family, born, why):
    before, person = another(world, stories, "Child Earlier", given, family, born)
    (row,) = queries.earlier(world.actor("officer"), case, world.at)
    assert (row.label, row.why, row.case_key, row.key) == ("Child Earlier", why, before.key, person.key)
    assert (row.reference, row.kind_label) == (before.reference, "Child the case is about")
    assert (row.person_key, row.person_label) == (stories.child(case).key, "Child R")


@pytest.mark.parametrize(
    ("given", "family", "born", "kind"),
    [
        ("Amy", "Quillfeather", date(2025, 2, 3), "subject_child"),
        ("Zebedee", "Quillfeather", date(2011, 9, 9), "subject_child"),
        ("Zebedee", "Larkspur", date(2025, 2, 4), "subject_child"),
        ("Zebedee", "Quillfeather", date(2025, 2, 3), "professional"),
    ],
)
def test_others_are_not(world, stories, case, given, family, born, kind):
    another(world, stories, "Child Earlier", given, family, born, kind=kind)
    assert met(world, "officer", case) == []


def test_the_likest_comes_first_and_one_person_can_be_asked_about(world, stories, case):
    another(world, stories, "Child Far", "Zeb", "Quillfeather", None)
    another(world, stories, "Child Near", "Zebedee", "Quillfeather", date(2025, 2, 3))
    assert [label for label, _ in met(world, "officer", case)] == ["Child Near", "Child Far"]
    mother = Person.unscoped.get(case=case, label="Mother")
    assert met(world, "officer", case, key=mother.key) == []
    assert len(met(world, "officer", case, key=stories.child(case).key)) == 2


def test_nobody_of_the_same_case_is_compared_with_another_of_it(world, stories, case):
    another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None)
    by = world.actor("officer")
    twin = commands.add_person(case, kind="sibling", label="Sibling 1", by=by, at=world.at)
    commands.add_alias(twin, kind="known_as", name="Zebedee Quillfeather", by=by, at=world.at)
    rows = queries.earlier(by, case, world.at, key=twin.key)
    assert [(row.person_label, row.label) for row in rows] == [("Sibling 1", "Child Earlier")]
    assert [label for label, _ in met(world, "officer", case)] == ["Child Earlier", "Child Earlier"]


def test_it_is_found_from_either_case(world, stories, case):
    before, _ = another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None)
    assert met(world, "officer", before) == [("Child R", (names.SAME,))]


@pytest.mark.parametrize("who", ["business_manager", "officer", "chair"])
def test_the_office_and_the_chair_are_shown_every_case(world, stories, case, who):
    another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None)
    assert met(world, who, case) == [("Child Earlier", (names.SAME,))]


@pytest.mark.parametrize("who", ["member", "author", "sign_off", "member_education", "deputy"])
def test_others_who_read_names_are_shown_only_cases_open_to_them(world, stories, case, who):
    before, _ = another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None)
    assert met(world, who, case) == []
    at = {"by": world.actor("chair"), "at": world.at}
    if who in ("author", "sign_off"):
        role = {"author": "agency_author", "sign_off": "agency_sign_off"}[who]
        commands.give_access(before, to=world.user(who), role=role, reason="Asked.", ends_at=UNTIL, **at)
    else:
        seat = world.seat("member_education" if who == "deputy" else who)
        commands.give_access(before, to=seat, reason="Asked.", **at)
    assert met(world, who, case) == [("Child Earlier", (names.SAME,))]


@pytest.mark.parametrize(
    "who", ["scrutineer", "comms", "conflicted", "outsider", "ex_reviewer", "administrator", "auditor", "nobody"]
)
def test_whoever_reads_no_names_or_not_this_case_is_shown_nobody(world, stories, case, who):
    before, _ = another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None, stage="shared")
    assert met(world, who, case, names_shown_for=[case.key, before.key]) == []


def test_whoever_works_with_labels_is_shown_them_once_names_are_switched_on_in_both_cases(world, stories, case):
    before, _ = another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None, stage="shared")
    assert met(world, "reviewer", case) == []
    assert met(world, "reviewer", case, names_shown_for=[case.key]) == []
    assert met(world, "reviewer", case, names_shown_for=[before.key]) == []
    both = met(world, "reviewer", case, names_shown_for=[case.key, before.key])
    assert ("Child Earlier", (names.SAME,)) in both


def test_the_pages_say_who_it_may_be_and_lead_there(world, stories, case):
    before, person = another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", date(2025, 3, 2))
    client, child = world.client("officer"), stories.child(case)
    shown = f"Child Earlier {before.reference} Child the case is about {before.reference} Same name, day and month"
    on_list = main(client, reverse("case_people", args=[case.key]))
    assert "Possibly known from before What was written of these people is alike." in on_list
    assert f"Child R {shown} swapped" in on_list
    answer = client.get(reverse("case_person", args=[case.key, child.key])).content.decode()
    assert "Possibly known from before" in answer
    assert reverse("case_person", args=[before.key, person.key]) in answer
    mother = Person.unscoped.get(case=case, label="Mother")
    assert "known from before" not in main(client, reverse("case_person", args=[case.key, mother.key]))
    assert "known from before" not in main(world.client("member"), reverse("case_people", args=[case.key]))


def test_names_switched_on_for_a_sitting_count_on_the_page(world, stories, case):
    before, _ = another(world, stories, "Child Earlier", "Zebedee", "Quillfeather", None, stage="shared")
    client = world.client("reviewer")
    for each in (case, before):
        client.post(reverse("case_show_names", args=[each.key]), {"reason": "To compare."})
        shown = main(client, reverse("case_people", args=[case.key]))
        assert ("Possibly known from before" in shown) == (each == before)


def test_a_thousand_people_cost_as_many_queries_as_one(world, stories, case):
    officer = world.actor("officer")
    ask = lambda: queries.earlier(officer, case, world.at)  # noqa: E731
    another(world, stories, "Child 0", "Zebedee", "Quillfeather", None)
    before = queries_of(ask)
    for number in range(1, 8):
        another(world, stories, f"Child {number}", "Zebedee", "Quillfeather", None)
    assert len(ask()) == 8
    assert (before, queries_of(ask)) == (3, 3)


def test_the_keys_follow_the_latest_name(world, stories, case):
    child, by = stories.child(case), world.actor("officer")
    assert NameKey.unscoped.filter(person=child, value="quillfeather").exists()
    facts = {"name_answer": "not_known", "born": commands.Known("not_known"), "died": NONE}
    commands.record_identity(child, **facts, version=1, by=by, at=world.at)
    assert set(NameKey.unscoped.filter(person=child).values_list("value", flat=True)) == {
        "zebby",
        "quill",
        "~SB",
        "~KL",
    }
