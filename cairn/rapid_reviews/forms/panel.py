"""Questions about the national Panel's reply and the partners' answer."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.documents.forms import UploadField
from cairn.look import fields

Choices = list[tuple[str, str]]


class ReplyForm(forms.Form):
    received_on = fields.DayField(label="On which day did the letter come?")
    says = fields.ChoiceField(choices=(), label="What does the Panel say?")
    words = fields.WordsField(label="In short, what does the letter say?", missing="Say what the Panel's letter says.")
    reference = fields.LineField(max_length=100, label="What reference does it carry?", required=False)
    upload = UploadField(label="The letter itself", required=False)

    def __init__(self, *args: Any, says: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["says"].choices = says  # type: ignore[attr-defined]


class PointForm(forms.Form):
    asks = fields.WordsField(label="What does the Panel want answered?", rows=3, missing="Say what the Panel asks.")
    owed_by = fields.ChoiceField(choices=(), label="Which seat answers it?", widget=forms.Select)
    due_on = fields.DayField(label="By which day?")

    def __init__(self, *args: Any, seats: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["owed_by"].choices = [("", "Choose one"), *seats]  # type: ignore[attr-defined]


class PointAnswerForm(forms.Form):
    answer = fields.WordsField(label="What is answered?", missing="Write the answer.")
    answered_on = fields.DayField(label="On which day was that settled?")


class OurAnswerForm(forms.Form):
    sent_on = fields.DayField(label="On which day was it sent?")
    words = fields.WordsField(label="In short, what do the partners answer?", missing="Say what the partners answered.")
    upload = UploadField(label="The letter itself", required=False)
