"""Lines, words, choices and answers."""

import pytest
from django import forms

from cairn.look import fields
from cairn.look.fields import Answer, HowAnswered


class Return(forms.Form):
    reference = fields.LineField(max_length=5, required=False)
    happened = fields.WordsField(max_length=10, missing="Say what happened.")
    outcome = fields.ChoiceField(choices=(("a", "A"), ("b", "B")), missing="Choose what follows.")
    agencies = fields.ChoicesField(choices=(("h", "Health"), ("p", "Police")))
    sure = fields.TickField(missing="Confirm that you have read the papers.")


GOOD = {"happened": "It did.", "outcome": "a", "agencies": ["h"], "sure": "on"}


def test_a_whole_return_is_read() -> None:
    form = Return(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "reference": "",
        "happened": "It did.",
        "outcome": "a",
        "agencies": ["h"],
        "sure": True,
    }


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("reference", "123456", "Write 5 characters or fewer."),
        ("happened", "", "Say what happened."),
        ("happened", "   ", "Say what happened."),
        ("happened", "x" * 11, "Write 10 characters or fewer."),
        ("outcome", "", "Choose what follows."),
        ("outcome", "c", "Choose one of those listed."),
        ("agencies", [], "Choose at least one."),
        ("agencies", ["x"], "Choose only from those listed."),
        ("sure", "", "Confirm that you have read the papers."),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_a_sentence(name, typed, sentence) -> None:
    assert Return({**GOOD, name: typed}).errors == {name: [sentence]}


def test_a_line_ending_counts_as_one_character_as_the_page_counts_it() -> None:
    form = Return({**GOOD, "happened": "12345\r\n789"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["happened"] == "12345\n789"


class Household(forms.Form):
    men = fields.AnswerField(label="Men in the household", max_length=20)
    pets = fields.AnswerField(label="Pets", required=False)


@pytest.mark.parametrize(
    ("how", "words", "answer"),
    [
        ("given", "An uncle", Answer(HowAnswered.GIVEN, "An uncle")),
        ("none", "", Answer(HowAnswered.NONE)),
        ("not_known", "  ", Answer(HowAnswered.NOT_KNOWN)),
        ("not_asked", "", Answer(HowAnswered.NOT_ASKED)),
    ],
)
def test_the_four_answers_are_different(how, words, answer) -> None:
    form = Household({"men_how": how, "men_words": words})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"men": answer, "pets": None}


@pytest.mark.parametrize(
    ("how", "words", "sentence"),
    [
        ("", "", "Say what is known, or choose none, not known or not asked."),
        ("given", " ", "Write what is known."),
        ("given", "x" * 21, "Write 20 characters or fewer."),
        ("none", "An uncle", "You chose that nothing is given, but wrote something. Change one or the other."),
        ("perhaps", "", "Choose one of those listed."),
        ("", "An uncle", "Say what is known, or choose none, not known or not asked."),
    ],
)
def test_a_blank_or_a_contradiction_is_refused(how, words, sentence) -> None:
    assert Household({"men_how": how, "men_words": words}).errors == {"men": [sentence]}


def test_words_without_a_choice_are_refused_even_where_no_answer_is_needed() -> None:
    form = Household({"men_how": "none", "pets_how": "", "pets_words": "A dog"})
    assert form.errors == {"pets": ["Choose how it was answered, so that what you wrote is kept."]}


def test_a_known_answer_fills_the_boxes() -> None:
    widget = fields.AnswerWidget()
    assert widget.decompress(Answer(HowAnswered.GIVEN, "An uncle")) == ["given", "An uncle"]
    assert widget.decompress(None) == ["", ""]
