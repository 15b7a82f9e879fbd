"""People and places come into a case by label; who they really are is kept apart, versioned, and shown to few."""

from datetime import date

import pytest

from cairn.cases import commands, queries
from cairn.cases.models import Case, Person, PersonFact, PersonIdentity
from cairn.kernel.verdict import Ground
from tests.cases.acting import TODAY, refusal
from tests.stories import ADDRESS, ALIAS, NAME

NOT_ASKED = commands.Known("not_asked")
STALE = "Somebody changed this while you were typing."


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def child(stories, case):
    return stories.child(case)


def identify(world, person, version=1, **facts):
    facts = {"name_answer": "given", "family_name": "Quill", "born": NOT_ASKED, "died": NOT_ASKED, **facts}
    return commands.record_identity(person, version=version, by=world.actor("officer"), at=world.at, **facts)


def answer(world, person, **facts):
    facts = {"fact": "ethnicity", "answer": "given", "value": "White British", "version": 0, **facts}
    return commands.answer_fact(person, by=world.actor("officer"), at=world.at, **facts)


def test_a_label_is_needed_and_a_kind_from_the_list(world, case):
    by, at = world.actor("officer"), world.at
    assert refusal(lambda: commands.add_family(case, label=" ", by=by, at=at)).reasons[0].about == "label"
    verdict = refusal(lambda: commands.add_person(case, kind="pet", label="", by=by, at=at))
    assert [reason.about for reason in verdict.reasons] == ["label", "kind"]
    verdict = refusal(lambda: commands.add_place(case, kind="moon", label="", by=by, at=at))
    assert [reason.about for reason in verdict.reasons] == ["label", "kind"]


def test_a_family_of_another_case_is_refused(world, stories, case):
    other = stories.case_at("peopled", label="Child S")
    family = queries.families(world.actor("officer"), other, world.at).get()
    by = world.actor("officer")
    verdict = refusal(lambda: commands.add_person(case, kind="carer", label="Aunt", family=family, by=by, at=world.at))
    assert verdict.reasons[0].about == "family"


def test_a_label_is_put_right_and_a_stale_page_overwrites_nothing(world, child):
    def change(label, version):
        return commands.change_person(
            child, kind="subject_child", label=label, relationship="", family=None, version=version,
            by=world.actor("officer"), at=world.at,
        )  # fmt: skip

    assert change("Child Q", 1).version == 2
    verdict = refusal(lambda: change("Child X", 1))
    assert verdict.sentences[0].startswith(STALE)
    assert verdict.rests_on(Ground.STALE)
    assert Person.unscoped.get(pk=child.pk).label == "Child Q"


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"fact": "star sign"}, "fact"),
        ({"answer": "maybe"}, "answer"),
        ({"value": "  "}, "value"),
    ],
)
def test_an_answer_is_one_of_four_and_given_ones_have_words(world, child, facts, about):
    assert [reason.about for reason in refusal(lambda: answer(world, child, **facts)).reasons] == [about]


def test_none_not_known_and_not_asked_are_different_and_the_earlier_answers_stay(world, child):
    answer(world, child, answer="not_known", value="ignored")
    answer(world, child, version=1)
    assert refusal(lambda: answer(world, child, version=1)).rests_on(Ground.STALE)
    versions = PersonFact.unscoped.filter(person=child, fact="ethnicity").values_list("answer", "value")
    assert list(versions) == [("not_known", ""), ("given", "White British")]
    row = queries.person_row(world.actor("member"), child.case, child.key, world.at)
    words = {fact.question: fact.words for fact in row.facts}
    assert (words["Ethnicity"], words["Disability"], words["Sex"]) == ("White British", "Not asked", "Not recorded")


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"name_answer": "perhaps"}, "name_answer"),
        ({"family_name": " "}, "family_name"),
        ({"born": commands.Known("guess")}, "born"),
        ({"born": commands.Known("day")}, "born"),
        ({"born": commands.Known("not_known", TODAY)}, "born"),
        ({"born": commands.Known("day", date(2026, 8, 15))}, "born"),
        ({"born": commands.Known("day", TODAY), "died": commands.Known("day", date(2026, 8, 1))}, "died"),
    ],
)
def test_an_identity_that_cannot_be_so_is_said_beside_its_field(world, child, facts, about):
    assert [reason.about for reason in refusal(lambda: identify(world, child, **facts)).reasons] == [about]


def test_a_new_identity_is_a_new_version_and_the_earlier_one_stays(world, child):
    assert refusal(lambda: identify(world, child, version=0)).rests_on(Ground.STALE)
    identify(world, child, name_answer="not_known")
    versions = PersonIdentity.unscoped.filter(person=child).values_list("version", "family_name", "name_answer")
    assert list(versions) == [(1, NAME[0], "given"), (2, "", "not_known")]
    row = queries.person_row(world.actor("officer"), child.case, child.key, world.at)
    assert (row.identity.name_words, row.identity.version) == ("Not known", 2)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (commands.Known("day", date(2025, 2, 3)), "3 February 2025"),
        (commands.Known("month", date(2025, 2, 1)), "February 2025"),
        (commands.Known("year", date(2025, 1, 1)), "2025"),
        (commands.Known("not_known"), "Not known"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(world, child, known, words):
    identify(world, child, born=known)
    assert queries.person_row(world.actor("officer"), child.case, child.key, world.at).identity.born_words == words


def test_other_names_and_addresses_are_needed_once_offered(world, stories, case, child):
    by, at, home = world.actor("officer"), world.at, stories.home(case)
    verdict = refusal(lambda: commands.add_alias(child, kind="stage", name=" ", by=by, at=at))
    assert [reason.about for reason in verdict.reasons] == ["name", "kind"]
    assert refusal(lambda: commands.add_place_alias(home, name="", by=by, at=at)).reasons[0].about == "name"
    verdict = refusal(lambda: commands.record_place_identity(home, address="", version=1, by=by, at=at))
    assert verdict.reasons[0].about == "address"
    verdict = refusal(lambda: commands.record_place_identity(home, address="1 Road", version=0, by=by, at=at))
    assert verdict.rests_on(Ground.STALE)
    assert refusal(lambda: commands.show_names(case, reason="", by=by, at=at)).reasons[0].about == "reason"


NAMED = {"business_manager", "officer", "chair", "member", "member_education", "deputy", "author", "sign_off"}
BY_LABEL = {"partner_council", "scrutineer", "legal", "reviewer", "panel_member", "linked_member"}
SWITCHED = BY_LABEL - {"scrutineer"}


@pytest.mark.parametrize("who", sorted(NAMED | BY_LABEL))
def test_real_names_reach_those_who_work_with_them_and_nobody_else(world, case, child, who):
    actor = world.actor(who)
    (row, _) = queries.people(actor, case, world.at)
    (place,) = queries.places(actor, case, world.at)
    assert row.label == "Child R"
    assert (row.identity is not None, bool(row.aliases), place.named) == (who in NAMED,) * 3
    for planted in (*NAME, ALIAS, ADDRESS):
        assert (planted in f"{row.identity} {row.aliases and row.aliases[0].name} {place}") is (who in NAMED)


@pytest.mark.parametrize("who", sorted(BY_LABEL))
def test_switched_on_names_are_shown_where_the_matrix_has_the_switch(world, case, child, who):
    rows = queries.people(world.actor(who), case, world.at, names_shown=True)
    assert (rows[0].identity is not None) is (who in SWITCHED)


def test_those_who_may_not_read_people_see_none(world, case, stories):
    for who in ("comms", "outsider", "conflicted"):
        actor = world.actor(who)
        assert queries.people(actor, case, world.at) == []
        assert queries.places(actor, case, world.at) == []
        assert queries.person(actor, case, stories.child(case).key, world.at) is None
        assert queries.person_row(actor, case, stories.child(case).key, world.at) is None
        assert queries.place(actor, case, stories.home(case).key, world.at) is None
        assert queries.place_row(actor, case, stories.home(case).key, world.at) is None


def test_one_person_place_and_family_are_found_by_key(world, case, stories):
    officer = world.actor("officer")
    home = stories.home(case)
    family = queries.families(officer, case, world.at).get()
    assert queries.person(officer, case, stories.child(case).key, world.at) == stories.child(case)
    assert queries.place(officer, case, home.key, world.at) == home
    assert queries.family(officer, case, family.key, world.at) == family
    row = queries.place_row(officer, case, home.key, world.at)
    assert (row.address, row.postcode, row.version) == (ADDRESS, "CW1 9ZZ", 1)


def test_a_person_nothing_is_recorded_of_says_so(world, case):
    commands.add_person(case, kind="carer", label="Aunt", by=world.actor("officer"), at=world.at)
    row = queries.people(world.actor("officer"), case, world.at)[-1]
    assert (row.identity.version, row.identity.name_words, row.family_label) == (0, "Not recorded", "")


def test_rows_call_themselves_by_key_and_never_by_name(case, stories):
    for row in (stories.child(case), stories.home(case), PersonIdentity.unscoped.get(), Case.unscoped.get()):
        assert not {*NAME, ALIAS} & {str(row)}
