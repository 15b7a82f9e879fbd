"""Questions about actions: shape only, no rules."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.look import fields

Choices = list[tuple[str, str]]
NONE_YET = ("", "Choose one")


class ActionForm(forms.Form):
    what = fields.LineField(label="What is to be done?", max_length=300, missing="Say what is to be done.")
    why = fields.WordsField(label="Why does that help children?", rows=3, missing="Say why that helps children.")
    origin = fields.ChoiceField(choices=(), label="What asked for it?")
    source_words = fields.LineField(
        label="Where is that written?", required=False, help_text="Such as item 14 of the minutes, or the report."
    )
    agency = fields.ChoiceField(choices=(), label="Which agency does it?", widget=forms.Select)
    seat = fields.ChoiceField(choices=(), label="Which seat answers for it?", required=False, widget=forms.Select)
    due_on = fields.DayField(label="By which day was it agreed?", missing="Enter the day that was agreed.")
    repeats = fields.LineField(
        label="If it says again what was said before, what does it repeat?",
        max_length=300,
        required=False,
        help_text="Such as the reminder on safer sleeping of March 2025. A reminder that is a repeat is noted as one.",
    )
    raised_also_by = fields.LineField(
        label="Who else has raised the same?", required=False, help_text="Such as the Child Death Overview Panel."
    )

    def __init__(self, *args: Any, origins: Choices, agencies: Choices, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["origin"].choices = origins  # type: ignore[attr-defined]
        self.fields["agency"].choices = [NONE_YET, *agencies]  # type: ignore[attr-defined]
        self.fields["seat"].choices = [("", "The agency as a whole"), *seats]  # type: ignore[attr-defined]


class ProgressForm(forms.Form):
    words = fields.WordsField(label="How far has it come?", missing="Say how far it has come.")


class DoneForm(forms.Form):
    done_on = fields.DayField(label="On which day was it done?")
    evidence = fields.WordsField(label="What shows it?", rows=3, missing="Say what shows that it was done.")


class VerifyForm(forms.Form):
    words = fields.WordsField(label="What did you see of it?", rows=3, missing="Say what you saw of it.")


class SendBackForm(forms.Form):
    reason = fields.WordsField(label="What is missing?", rows=3, missing="Say what is missing.")


class DropForm(forms.Form):
    reason = fields.WordsField(label="Why is it dropped?", rows=3, missing="Say why it is dropped.")
