"""What a rapid review hands to a pack: as much as its one reader may see, and nothing of a case closed to her."""

import pytest

from cairn.cases import commands as cases
from cairn.cases.policy import rights
from cairn.documents.engine.papers.paper import Bullets, Facts, Heading, Table
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import RapidReview
from cairn.rapid_reviews.queries import in_packs
from tests.cases.deciding import decide
from tests.rapid_reviews.acting import scene, submit
from tests.rapid_reviews.reporting import review_of, say_safe
from tests.stories import KNOWN_ON

LEARNED = "Ask where the baby sleeps."


@pytest.fixture
def review(world, stories):
    return review_of(world, stories)


def told(part, actor, case, world):
    return list(part(actor, case, world.at, rights(actor, case, world.at)))


def headings(blocks):
    return [block.text for block in blocks if isinstance(block, Heading)]


def tag(world, review, learning="", theme="unsafe_sleeping"):
    return commands.tag_theme(review, theme=theme, learning=learning, by=world.actor("officer"), at=world.at)


def another(world, label="Child S"):
    by, known = world.actor("officer"), {"kind": "serious_incident", "known_on": KNOWN_ON, "told_by": "A school"}
    case = cases.open_case(label=label, **known, by=by, at=world.at)
    return commands.open_rapid_review(case, why="Notified.", by=by, at=world.at)


def test_a_pack_holds_the_decision_sheet_with_every_limb(world, review):
    blocks = told(in_packs.decision_sheet, world.actor("member"), review.case, world)
    assert headings(blocks) == [
        "Decision sheet",
        "Is it a serious case?",
        "Which review follows, if any?",
        "Is it of national importance?",
    ]
    limbs = [len(block.rows) for block in blocks if isinstance(block, Table)]
    assert limbs == [4, 8, 8]


def test_what_is_decided_stands_on_the_sheet_with_its_reasons(world, review):
    decide(world, review.case)
    blocks = told(in_packs.decision_sheet, world.actor("chair"), review.case, world)
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert facts.rows == (
        ("Decided", "It is a serious case"),
        ("Why", "The harm was serious and neglect is suspected."),
    )
    assert len([block for block in blocks if isinstance(block, Table)]) == 2


@pytest.mark.parametrize("who", ["author", "outsider", "conflicted", "administrator", "panel_member"])
def test_whoever_may_not_read_the_review_gets_nothing(world, stories, review, who):
    say_safe(world, review, stories)
    tag(world, review, LEARNED)
    actor = world.actor(who)
    for part in (in_packs.decision_sheet, in_packs.returns_sent_in, in_packs.safety):
        assert told(part, actor, review.case, world) == []


def test_safety_as_last_reported_stands_first(world, stories, review):
    assert told(in_packs.safety, world.actor("member"), review.case, world) == []
    say_safe(world, review, stories)
    heading, table = told(in_packs.safety, world.actor("member"), review.case, world)
    assert heading.text == "Are the children safe now?"
    assert table.rows == [("Child R", "Yes", "Coldwater Council children's services")]


def test_returns_and_their_key_events_are_bound_once_they_are_sent_in(world, stories):
    on = scene(world, stories)
    member = world.actor("member")
    assert told(in_packs.returns_sent_in, member, on.case, world) == []
    submit(on)
    returned = told(in_packs.returns_sent_in, member, on.case, world)
    assert headings(returned)[0] == "What agencies sent in"
    assert "Coldwater Community Health Trust" in headings(returned)
    heading, table = returned[-2:]
    assert heading.text == "Key events of all agencies"
    assert table.rows


def test_an_earlier_case_open_to_the_reader_is_named_and_another_gives_its_learning_alone(world, stories, review):
    assert (told(in_packs.earlier_cases, world.actor("member"), review.case, world)) == []
    tag(world, review)
    assert (told(in_packs.earlier_cases, world.actor("member"), review.case, world)) == []
    earlier = another(world)
    tag(world, earlier, LEARNED)
    by_office = told(in_packs.earlier_cases, world.actor("officer"), review.case, world)
    table = next(block for block in by_office if isinstance(block, Table))
    assert table.rows == [(earlier.case.reference, "Child S", "Unsafe sleeping", LEARNED)]
    by_member = told(in_packs.earlier_cases, world.actor("member"), review.case, world)
    assert not any(isinstance(block, Table) for block in by_member)
    assert next(block for block in by_member if isinstance(block, Bullets)).items == [LEARNED]
    assert earlier.case.reference not in repr(by_member)


def test_a_case_in_which_the_reader_has_a_conflict_gives_nothing_at_all(world, stories, review):
    tag(world, review)
    earlier = another(world)
    tag(world, earlier, LEARNED)
    by = world.actor("chair")
    cases.declare_conflict(earlier.case, person=world.user("member"), nature="A relative.", by=by, at=world.at)
    assert (told(in_packs.earlier_cases, world.actor("member"), review.case, world)) == []


def test_a_theme_without_learning_says_nothing_to_those_outside_its_case(world, stories, review):
    tag(world, review)
    tag(world, another(world))
    assert (told(in_packs.earlier_cases, world.actor("member"), review.case, world)) == []
    assert RapidReview.unscoped.count() == 2
