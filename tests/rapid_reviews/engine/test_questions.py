"""What an agency is asked, and what an answer needs."""

import pytest

from cairn.guidance.refusals import FaultyFile
from cairn.rapid_reviews.engine import questions
from cairn.rapid_reviews.engine.questions import GIVEN, NO, NONE, NOT_ASKED, YES, Given, Question, in_words, lacks

WHOLE = """
id: agency_return
title: T
source: {text: S, paragraph: P}
sections:
  - id: one
    title: One
    intro: I
    questions:
      - {id: first, kind: words, needed: yes, text: "First?", source: S}
      - {id: second, kind: answered, needed: no, text: "Second?", source: S, asked: no, help: H}
"""


def asks(kind, needed=True, asked=True):
    return Question("q", "Q?", kind, needed, "", "S", asked)


@pytest.mark.parametrize("topic", ["OB-033", "OB-136", "OB-138", "OB-142", "OB-143", "OB-031", "OB-032"])
def test_each_obligation_on_returns_has_its_question(topic):
    assert any(topic in question.source for question in questions.every_question().values())


def test_every_question_is_asked_in_words_of_its_own():
    texts = [question.text for question in questions.every_question().values()]
    assert len(set(texts)) == len(texts)
    assert questions.sections()[0].id == "search"
    assert [each.id for each in questions.sections() if each.holds_events] == ["events"]
    assert questions.section("nowhere") is None


@pytest.mark.parametrize(
    ("question", "given", "events", "lacking"),
    [
        (asks("words"), Given(), 0, "This is not answered yet."),
        (asks("words"), Given(words="A nurse"), 0, ""),
        (asks("words", needed=False), Given(), 0, ""),
        (asks("answered"), Given(words="Seen"), 0, "Choose how it was answered."),
        (asks("answered"), Given(GIVEN), 0, "Write what is known."),
        (asks("answered"), Given(GIVEN, "Seen"), 0, ""),
        (asks("answered"), Given(NOT_ASKED), 0, ""),
        (
            asks("answered"),
            Given(NONE, "but"),
            0,
            "You chose that nothing is given, but wrote something. Change one or the other.",
        ),
        (asks("yes_no"), Given(NO), 0, ""),
        (asks("yes_no"), Given(YES, "As manager"), 0, ""),
        (asks("key_events"), Given(), 0, "Add the key events, or say that there are none."),
        (asks("key_events"), Given(), 1, ""),
        (asks("key_events"), Given(NONE), 0, ""),
        (asks("words", asked=False), Given(), 0, ""),
    ],
)
def test_what_an_answer_lacks(question, given, events, lacking):
    assert lacks(question, given, events) == lacking


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Given(), "No answer"),
        (Given(GIVEN, "Seen"), "Seen"),
        (Given(NOT_ASKED), "Not asked"),
        (Given(YES, "As manager"), "Yes. As manager"),
    ],
)
def test_an_answer_in_words(given, words):
    assert in_words(given) == words


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "q.yaml").write_text(WHOLE)
    (found,) = questions.load(tmp_path / "q.yaml")
    assert [(each.id, each.needed, each.asked, each.help) for each in found.questions] == [
        ("first", True, True, ""),
        ("second", False, False, "H"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("needed: yes", "needed: often"),
        ("kind: words", "kind: song"),
        ("id: second", "id: first"),
        ('text: "First?"', 'text: ""'),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, before, after):
    (tmp_path / "q.yaml").write_text(WHOLE.replace(before, after))
    with pytest.raises(FaultyFile):
        questions.load(tmp_path / "q.yaml")
