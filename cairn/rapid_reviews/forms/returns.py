"""Questions about what an agency knew, and about what it sent in."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.documents.forms import UploadField
from cairn.look import fields
from cairn.rapid_reviews.engine.questions import LONGEST, NO, NONE, YES, Given, Question, Section

Choices = list[tuple[str, str]]
YES_NO = ((YES, "Yes"), (NO, "No"))
HOW_TOLD = "Who told the office, when and how?"


class KnownForm(forms.Form):
    knowledge = fields.ChoiceField(
        choices=(), label="How well?", missing="Choose whether the agency knew the child or the family."
    )
    told_how = fields.LineField(label=HOW_TOLD, max_length=300, required=False)

    def __init__(self, *args: Any, knowledge: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["knowledge"].choices = knowledge  # type: ignore[attr-defined]


class NotKnownForm(forms.Form):
    searched = fields.WordsField(
        label="What was searched?",
        rows=4,
        missing="Say under which names and in which records you searched.",
        help_text="Which names, birth dates and addresses, in which records, back to when.",
    )
    confirmed_by = fields.LineField(
        label="Who confirms this for the agency?",
        missing="Enter who confirms this for the agency, with the post.",
        help_text="Name and post. This signs the answer; nothing more is asked.",
    )
    told_how = fields.LineField(label=HOW_TOLD, max_length=300, required=False)


class DraftField(forms.MultiValueField):
    """An answer while it is written: whatever is there is kept, finished or not. Only its length is held."""

    def __init__(self, *, choices: Any, words_label: str, **options: Any) -> None:
        how = fields.ChoiceField(choices=choices, required=False)
        words = fields.WordsField(max_length=LONGEST, required=False)
        widget = fields.AnswerWidget(choices, words_label)
        super().__init__((how, words), require_all_fields=False, required=False, widget=widget, **options)

    def clean(self, value: Any) -> Given:
        how, words = (value or ["", ""])[:2]
        return Given(self.fields[0].clean(how or ""), self.fields[1].clean(words or ""))


def _field_of(question: Question) -> forms.Field:
    if question.kind == "words":
        return fields.WordsField(
            label=question.text, help_text=question.help, max_length=LONGEST, required=False, rows=3
        )
    if question.kind == "key_events":
        return fields.TickField(label="There are no key events", required=False)
    choices = YES_NO if question.kind == "yes_no" else fields.ANSWERS
    label = "How?" if question.kind == "yes_no" else "What is known?"
    return DraftField(label=question.text, help_text=question.help, choices=choices, words_label=label)


class SectionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, section: Section, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.section = section
        for question in section.questions:
            self.fields[question.id] = _field_of(question)

    def given(self) -> dict[str, Given]:
        return {question.id: _given(question, self.cleaned_data[question.id]) for question in self.section.questions}


def _given(question: Question, value: Any) -> Given:
    if question.kind == "words":
        return Given(words=value)
    if question.kind == "key_events":
        return Given(how=NONE if value else "")
    assert isinstance(value, Given)
    return value


def typed_before(question: Question, given: Given) -> object:
    """What a field of a section shows of an answer that is saved."""
    if question.kind == "words":
        return given.words
    return given.how == NONE if question.kind == "key_events" else [given.how, given.words]


class KeyEventForm(forms.Form):
    written_date = fields.LineField(
        label="When, as your records give it?",
        max_length=80,
        missing="Enter the date as your records give it, such as 14 August 2026 or spring 2019.",
        help_text="Such as 14 August 2026, March 2024 or spring 2019. Write what the record says; do not guess a day.",
    )
    event = fields.WordsField(label="What happened?", rows=3, missing="Say what happened.")
    source = fields.LineField(label="Where is it recorded?", missing="Say where this is recorded.")
    action = fields.WordsField(label="What did your agency do?", rows=2, required=False)
    comment = fields.WordsField(label="What do you make of it?", rows=2, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class SubmitForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)


class CorrectForm(forms.Form):
    why = fields.WordsField(label="What has to be corrected?", rows=3, missing="Say what has to be corrected.")


class UploadReturnForm(forms.Form):
    upload = UploadField(label="Which file?")


class RecordReturnForm(forms.Form):
    received_from = fields.LineField(label="Who sent it?", missing="Enter who sent it, with the post.")
    received_on = fields.DayField(label="On which day did it come?")
    received_how = fields.LineField(
        label="How did it come?", missing="Say how it came, such as by the council's secure mail."
    )
    upload = UploadField(label="Which file came with it?", required=False)


class RecordSignOffForm(forms.Form):
    signed_name = fields.LineField(
        label="Who signed it off?", missing="Enter who signed it off, with the post.", help_text="Name and post."
    )
    signed_how = fields.LineField(
        label="How and when did the sign-off come?", max_length=300, missing="Say how and when the sign-off came."
    )


class QuestionsForm(forms.Form):
    questions = fields.WordsField(label="What do you ask?", missing="Write what you ask.")


class CheckForm(forms.Form):
    ticked = fields.ChoicesField(choices=(), label="What is so?", required=False)

    def __init__(self, *args: Any, lines: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["ticked"].choices = lines  # type: ignore[attr-defined]
