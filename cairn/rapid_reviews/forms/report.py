"""Questions of the report to the national Panel, and about its sending."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]


class ReportAnswerForm(forms.Form):
    answer = fields.AnswerField(label="", max_length=8000)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, question: str, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["answer"].label = question


class ThemeForm(forms.Form):
    theme = fields.ChoiceField(choices=(), label="Which theme?", widget=forms.Select)
    person = fields.ChoiceField(choices=(), label="Of whom?", required=False, widget=forms.Select)
    learning = fields.WordsField(
        label="What is learned with it?",
        rows=3,
        required=False,
        help_text="Those who meet about other cases read this: name nobody, and nothing by which this case could be "
        "known.",
    )

    def __init__(self, *args: Any, themes: Choices, people: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["theme"].choices = [("", "Choose one"), *themes]  # type: ignore[attr-defined]
        self.fields["person"].choices = [("", "The whole case"), *people]  # type: ignore[attr-defined]


class SendForm(forms.Form):
    sent_on = fields.DayField(label="On which day was it sent?")
    sent_how = fields.LineField(
        max_length=300,
        label="How was it sent, and to which address?",
        missing="Say how it was sent, and to which address.",
        help_text="Such as by secure mail to the mailbox of the national Panel.",
    )
    late_reason = fields.WordsField(label="If it was late, why?", rows=3, required=False)
    late_told = fields.LineField(max_length=300, label="If it was late, who was told, and when?", required=False)
