"""Finding a case and what is in it: by reference, label, name, place, agency, year and kind; never what is closed."""

from datetime import date

import pytest

from cairn.cases import commands, jobs, queries
from cairn.cases.commands import indexing
from cairn.cases.commands.indexing import Findable, fills_search, index, reindex
from cairn.cases.models import EntryKind, NameKey, Person, SearchEntry, SearchWord
from cairn.partnership.commands import agency as agencies
from tests.cases.test_two_worlds import queries_of
from tests.stories import ADDRESS, ALIAS, NAME

NOT_OPEN = ("outsider", "conflicted", "ex_reviewer", "administrator", "auditor", "no_role", "nobody", "leaver")
WITH_NAMES = ("business_manager", "officer", "chair", "member", "member_education", "deputy", "author", "sign_off")
BY_LABEL_ONLY = ("partner_council", "panel_member", "linked_member", "reviewer", "legal", "scrutineer")


def found(world, who, words, **more):
    """What is found by somebody: kind and title."""
    results = queries.search(world.actor(who), words, world.at, **more)
    return [(row.kind, row.title) for row in results.found]


@pytest.fixture
def case(stories):
    return stories.case_at("at_work")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("{reference}", ("case", "Child R")),
        ("{bare}", ("case", "Child R")),
        ("{reference_small}", ("case", "Child R")),
        ("child r", ("case", "Child R")),
        ("Chil", ("case", "Child R")),
        ("serious incident", ("case", "Child R")),
        ("family 1", ("family", "Family 1")),
        ("mother", ("person", "Mother")),
        ("home a", ("place", "Home A")),
        ("Coldwater Community", ("agency", "Coldwater Community Health Trust")),
        ("quillfeather zebedee", ("name", "Child R")),
        ("Zébedee", ("name", "Child R")),
        ("Zeb", ("name", "Child R")),
        ("Quilfether", ("name", "Child R")),
        ("zebby", ("name", "Child R")),
        ("Larkspur Yard", ("address", "Home A")),
        ("CW1 9ZZ", ("address", "Home A")),
        ("cw19zz", ("address", "Home A")),
    ],
)
def test_the_office_finds_it_first_by(world, case, words, first):
    reference = case.reference
    typed = words.format(reference=reference, bare=reference[3:].replace("-", ""), reference_small=reference.lower())
    assert found(world, "officer", typed)[0] == first


def test_a_result_says_what_it_is_where_it_leads_and_how_the_case_stands(world, stories, case):
    child = stories.child(case)
    (row,) = queries.search(world.actor("officer"), "Quilfether Zebadee", world.at).found
    assert row == queries.Found(
        kind="name",
        kind_label="Person, by real name",
        title="Child R",
        year=2026,
        page="case_person",
        page_key=child.key,
        by_ear=True,
        case_key=case.key,
        reference=case.reference,
        case_label="Child R",
        state_label="Open",
    )
    assert not queries.search(world.actor("officer"), "Zebedee", world.at).found[0].by_ear


@pytest.mark.parametrize("who", NOT_OPEN)
@pytest.mark.parametrize("words", ["Child R", "mother", NAME[0], ALIAS, ADDRESS, "Trust", "{reference}", ""])
def test_whoever_the_case_is_closed_to_finds_nothing_of_it(world, case, who, words):
    typed = words.format(reference=case.reference)
    assert found(world, who, typed, year=2026) == []
    assert found(world, who, typed, kind="case") == []


@pytest.mark.parametrize("words", [NAME[0], "Quilfether", ALIAS, "Larkspur", "cw19zz"])
def test_by_real_name_or_address_it_is_found_by_those_who_read_names_without_the_switch(world, case, words):
    names = {who: found(world, who, words) for who in (*WITH_NAMES, *BY_LABEL_ONLY)}
    assert {who for who, rows in names.items() if rows} == set(WITH_NAMES)
    assert all(found(world, who, "Child R") for who in BY_LABEL_ONLY)


def test_whoever_switched_real_names_on_for_a_case_finds_by_them_there_and_nowhere_else(world, stories, case):
    stories.case_at("shared", label="Child Other")
    rows = queries.search(world.actor("partner_council"), NAME[0], world.at, names_shown_for=[case.key]).found
    assert [row.case_key for row in rows] == [case.key]
    scrutineer = queries.search(world.actor("scrutineer"), NAME[0], world.at, names_shown_for=[case.key])
    assert scrutineer.found == ()


def test_a_role_that_may_not_read_agencies_does_not_find_them(world, case):
    agency = {"words": "Coldwater Community", "kind": "agency"}
    assert found(world, "member", **agency) == [("agency", "Coldwater Community Health Trust")]
    assert found(world, "author", **agency) == []


def test_every_word_must_lead_there(world, case):
    assert found(world, "officer", "child zebra") == []
    assert found(world, "officer", "Zebedee Larkspur") == []


def test_year_and_kind_narrow_and_stand_alone(world, stories, case):
    assert found(world, "officer", "Child R", kind="person") == [("person", "Child R")]
    assert found(world, "officer", "Child R", year=2025) == []
    assert found(world, "officer", "", kind="place") == [("place", "Home A")]
    assert ("case", "Child R") in found(world, "officer", "", year=2026)
    assert found(world, "officer", "") == found(world, "officer", " ?! ") == []


def test_fifty_are_shown_and_that_there_are_more_is_said_only_of_what_she_may_see(world, case):
    for number in range(50):
        index(case, kind="theme", source_key=f"t{number}", title=f"Oakapple {number}", read_action="read_case")
    index(case, kind="theme", source_key="hidden", title="Oakapple hidden", read_action="read_case_history")
    member = queries.search(world.actor("member"), "oakapple", world.at)
    assert (len(member.found), member.more) == (50, False)
    chair = queries.search(world.actor("chair"), "oakapple", world.at)
    assert (len(chair.found), chair.more) == (50, True)


def test_public_material_is_found_by_whoever_holds_a_role_and_by_nobody_else(world):
    index(
        None,
        kind="published_review",
        source_key="x",
        title="Child Z",
        words=["neglect of babies"],
        read_action="read_published_reviews",
        page="help",
    )
    for who in ("officer", "outsider", "administrator", "auditor", "member"):
        assert found(world, who, "babies") == [("published_review", "Child Z")], who
    for who in ("nobody", "no_role", "leaver"):
        assert found(world, who, "babies") == [], who


def test_what_is_recorded_anew_replaces_what_was_found_before(world, stories, case):
    child, by = stories.child(case), world.actor("officer")
    day = commands.Known("day", date(2025, 2, 3))
    commands.record_identity(
        child,
        name_answer="given",
        family_name="Thistlewood",
        given_names="Barnaby",
        born=day,
        died=commands.Known("none"),
        version=1,
        by=by,
        at=world.at,
    )
    assert found(world, "officer", "Quillfeather") == []
    assert found(world, "officer", "Thistlewood") == [("name", "Child R")]
    commands.change_person(
        child, kind="subject_child", label="Child S", relationship="", family=None, version=1, by=by, at=world.at
    )
    assert found(world, "officer", "Thistlewood") == [("name", "Child S")]
    assert found(world, "officer", "Child R", kind="person") == []


def whole_index():
    words = SearchWord.unscoped.order_by("entry__kind", "entry__source_key", "word")
    entries = SearchEntry.unscoped.order_by("kind", "source_key")
    return (
        list(entries.values_list("kind", "source_key", "case", "title", "read_action", "identifying", "year", "page")),
        list(words.values_list("entry__kind", "entry__source_key", "word", "weight")),
        set(NameKey.unscoped.values_list("person", "value")),
    )


def test_built_anew_from_the_rows_it_is_the_same_index(world, stories, case):
    stories.case_at("at_work", label="Child Other")
    kept = whole_index()
    assert reindex() == 0
    SearchWord.unscoped.all().delete()
    SearchEntry.unscoped.all().delete()
    NameKey.unscoped.all().delete()
    jobs.refresh_search(world.at)
    assert whole_index() == kept
    SearchWord.unscoped.filter(word="quillfeather").delete()
    index(case, kind="theme", source_key="gone", title="Gone", read_action="read_case")
    NameKey.unscoped.filter(value="zebedee").update(value="wrong")
    jobs.refresh_search(world.at)
    assert whole_index() == kept


def test_a_renamed_agency_is_found_by_its_new_name_from_the_next_day(world, case):
    trust = world.agency("TRUST")
    agencies.change_agency(
        trust,
        name="Fellside Mental Health Trust",
        short_name="FMHT",
        kind=trust.kind,
        contact_point="",
        by=world.actor("business_manager"),
        at=world.at,
    )
    jobs.refresh_search(world.at)
    assert found(world, "officer", "fellside mental", kind="agency") == [("agency", "Fellside Mental Health Trust")]


def test_an_app_above_has_its_own_found(world, case, monkeypatch):
    monkeypatch.setattr(indexing, "_fillers", dict(indexing._fillers))

    @fills_search("gardens")
    def themes():
        yield Findable(case, EntryKind.THEME, "t1", "Neglect", "read_case", words=("Neglect of babies",))

    assert reindex() == 1
    assert found(world, "member", "babies") == [("theme", "Neglect")]
    with pytest.raises(ValueError, match="fills the search index already"):
        fills_search("gardens")(themes)


def test_a_search_costs_the_same_whatever_there_is(world, stories, case):
    member = world.actor("member")
    before = queries_of(lambda: queries.search(member, "child zeb", world.at))
    for number in range(12):
        stories.case_at("opened", label=f"Child {number}")
    assert queries_of(lambda: queries.search(member, "child zeb", world.at)) == before == 1


def test_professionals_are_found_by_name_and_compared_with_nobody(world, case):
    by = world.actor("officer")
    worker = commands.add_person(case, kind="professional", label="Social worker 1", by=by, at=world.at)
    commands.add_alias(worker, kind="known_as", name="Winifred Oakapple", by=by, at=world.at)
    assert found(world, "officer", "oakapple") == [("name", "Social worker 1")]
    assert not NameKey.unscoped.filter(person=Person.unscoped.get(pk=worker.pk)).exists()
    assert reindex() == 0
