"""Questions about pairs and gaps."""

from __future__ import annotations

from typing import Any

from django import forms

from cairn.chronology.forms.marking import NO_NAMES, Choices
from cairn.look import fields


class JudgeForm(forms.Form):
    verdict = fields.ChoiceField(choices=(), label="What do you make of it?", missing="Choose what you make of it.")
    words = fields.WordsField(
        label="In your own words",
        required=False,
        help_text=f"Needed where agencies are to be asked, or where it is explained. {NO_NAMES}",
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, verdicts: Choices, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["verdict"].choices = verdicts  # type: ignore[attr-defined]
