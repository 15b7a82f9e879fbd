"""The report to the national Panel: no blank is silent, and what is not known is printed in words."""

from dataclasses import replace
from datetime import date

import pytest

from cairn.documents.engine.papers.paper import Facts, Table
from cairn.rapid_reviews.engine.panel_report import (
    FACTS_NEVER_BLANK,
    AnswerTold,
    ChildTold,
    DecisionTold,
    Material,
    gaps,
    in_other_words,
    paper,
)

AGREED = tuple((who, "Agrees", "") for who in ("Council", "Police", "Health"))


def decided(kind, **more):
    facts = {
        "kind": kind,
        "title": f"Question of {kind}?",
        "outcome": "Yes",
        "decided_on": "14 August 2026",
        "edition": "Working Together 2026",
        "reasons": "Because.",
        "evidence": "Returns.",
        "alternatives": "None.",
        "voices": AGREED,
    }
    return DecisionTold(**{**facts, **more})


WHOLE = Material(
    reference="CR-7KD4-M2",
    label="Child R",
    partnership="Coldwater Safeguarding Children Partnership",
    made_on=date(2026, 8, 28),
    notified_as="SIN-1",
    children=(ChildTold("Child R", tuple((fact, "Given") for fact in FACTS_NEVER_BLANK)),),
    agencies=(("Police", "Known", "Signed off"),),
    events=(("May 2026", "Police", "A call", "Log"),),
    answers=(AnswerTold("why", "Why did it happen?", "Nobody asked."),),
    safety=(("Child R", "Safe in hospital"),),
    actions=(("Tell wards", "Trust", "1 September 2026"),),
    decisions=tuple(decided(kind) for kind in ("serious_case", "local_review", "national_importance")),
)


def test_a_whole_report_has_no_gap():
    assert gaps(WHOLE) == []


@pytest.mark.parametrize(
    ("lacking", "sentence", "about"),
    [
        ({"children": ()}, "No child is recorded on this case.", "people"),
        (
            {"children": (ChildTold("Child R", (("Ethnicity", "White"), ("Disability", "None"))),)},
            "Religion or belief of Child R is blank. Say what is known, or none, not known or not asked.",
            "people",
        ),
        ({"safety": ()}, "Nobody has recorded whether the child and other children are safe now.", "safety"),
        ({"answers": (AnswerTold("why", "Why?"),)}, "Not answered: Why?", "answers"),
        ({"decisions": WHOLE.decisions[1:]}, "Not decided: Is it a serious case?", "decisions"),
        (
            {"decisions": (decided("serious_case", waits_for=("Police",)), *WHOLE.decisions[1:])},
            "Question of serious_case? Police has neither agreed nor dissented.",
            "signatures",
        ),
        (
            {"decisions": (decided("serious_case", voices=AGREED[:2]), *WHOLE.decisions[1:])},
            "Question of serious_case? Fewer than three safeguarding partners have agreed or dissented.",
            "signatures",
        ),
    ],
)
def test_each_blank_keeps_the_report_from_being_sent_and_says_where_it_is_mended(lacking, sentence, about):
    found = gaps(replace(WHOLE, **lacking))
    assert [(gap.sentence, gap.about, gap.blocks) for gap in found] == [(sentence, about, True)]


def test_dissent_is_a_signature_and_a_comment_is_none():
    dissent = (*AGREED[:2], ("Health", "Dissents", "No."))
    comment = (*AGREED[:2], ("Scrutineer", "Comments", "Well."))
    for voices, count in ((dissent, 0), (comment, 1)):
        decisions = (decided("serious_case", voices=voices), *WHOLE.decisions[1:])
        assert len(gaps(replace(WHOLE, decisions=decisions))) == count


def test_what_is_not_known_is_told_openly_and_stops_nothing():
    child = ChildTold(
        "Child R", (("Ethnicity", "Not known"), ("Religion or belief", "None"), ("Disability", "Not asked"))
    )
    answers = (AnswerTold("why", "Why?", "Not asked"),)
    found = gaps(replace(WHOLE, children=(child,), answers=answers, silent=("Housing",)))
    assert [gap.sentence for gap in found] == [
        "Housing has not answered. The report says so.",
        "Not asked: Why?",
        "Ethnicity of Child R: not known.",
        "Disability of Child R: not asked.",
    ]
    assert not any(gap.blocks for gap in found)


def test_the_paper_holds_everything_and_blanks_are_words():
    made = paper(
        replace(WHOLE, notified_as="", decisions=(decided("serious_case", limbs=(("A limb", "Yes", "Seen."),)),))
    )
    assert (made.title, made.reference, made.contents) == ("Rapid review of Child R", "CR-7KD4-M2", True)
    headings = [heading.text for heading in made.headings(1)]
    assert headings == [
        "The incident",
        "The child and the family",
        "Agencies and what they knew",
        "What was found",
        "Safety, and what is done at once",
        "What was decided",
    ]
    facts = next(block for block in made.blocks if isinstance(block, Facts))
    assert (facts.rows[0], facts.absent) == (("Reference of the notification", ""), "Not known")
    tables = {block.caption: block for block in made.blocks if isinstance(block, Table)}
    assert tables["Limb by limb"].rows == (("A limb", "Yes", "Seen."),)
    assert tables["Key events as the agencies wrote them, in order"].rows == WHOLE.events


def test_a_question_without_limbs_prints_no_empty_table():
    tables = [block.caption for block in paper(WHOLE).blocks if isinstance(block, Table)]
    assert "Limb by limb" not in tables


def test_every_text_is_said_otherwise_wherever_it_stands():
    said = in_other_words(replace(WHOLE, silent=["Housing"]), str.upper)
    assert (said.label, said.children[0].label, said.events[0][2]) == ("CHILD R", "CHILD R", "A CALL")
    assert said.decisions[0].voices[0][:2] == ("COUNCIL", "AGREES")
    assert (said.silent, said.made_on) == (("HOUSING",), WHOLE.made_on)
